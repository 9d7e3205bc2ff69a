"""Some damaged files of each format; ``fuzz.py`` tries ten thousand."""

from __future__ import annotations

import zipfile
from pathlib import Path

import fuzz
import pytest

from sarapshy.acts.readers import Input, discover, read_bytes
from sarapshy.batch.engines import Processes

QUICK = ("txt", "html", "docx", "pdf", "rtf", "odt")  # read without another program


@pytest.mark.parametrize("form", QUICK)
def test_the_file_that_is_damaged_was_sound(form: str) -> None:
    text = read_bytes(fuzz.read_seed(form), f"акт.{form}").text
    assert "Комиссия" in text and "қағидалары" in text


@pytest.mark.parametrize("form", QUICK)
def test_a_damaged_file_is_read_or_refused_and_nothing_else(form: str) -> None:
    counts = fuzz.fuzz(form, 60, seconds=30, seed=7, engine=Processes(1, 1_500_000_000))
    assert not [told for told in counts if told.startswith("!")], counts
    assert counts["read"] and counts.total() == 60


def test_a_member_without_a_name_is_passed_over(tmp_path: Path) -> None:
    nameless = zipfile.ZipInfo("x")
    nameless.filename = ""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr(nameless, fuzz.TEXT)
        packed.writestr("ереже.txt", fuzz.TEXT)
    (found,) = discover([tmp_path / "a.zip"])
    assert isinstance(found, Input) and found.name == "a.zip/ереже.txt"
