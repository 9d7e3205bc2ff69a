"""Whole acts with the remarks of every rule: each comment stands at its words, and nothing else of the file changes.

The sample acts are given as Word documents; a folder of one's own, with what Word or LibreOffice saved, is looked at too where
``SARAPSHY_WORD_FILES`` names it.
"""

from __future__ import annotations

import os
import re
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from test_word_comments import AUTHOR, CHANGED, apart, read_ranges

from sarapshy.acts.model import Act
from sarapshy.acts.readers import Input, discover, load
from sarapshy.acts.readers.docx import read
from sarapshy.acts.reading import read_act
from sarapshy.detect.rules import read_rules
from sarapshy.detect.run import detect
from sarapshy.errors import InputError
from sarapshy.report.remarked import remark_file
from sarapshy.report.remarks import Remark, make_remarks
from sarapshy.report.word_text import write_text

SAMPLES = Path(__file__).parents[2] / "corpora" / "acts"
OWN = Path(os.environ.get("SARAPSHY_WORD_FILES", "")) if os.environ.get("SARAPSHY_WORD_FILES") else None
COUNTED = re.compile(r"[-–—•·o]|\(?(?:\d+(?:[.-]\d+)*|\w)[.)]{0,2}")
TEXTS = sorted(path.name for path in SAMPLES.iterdir() if path.suffix in (".txt", ".html"))


def read_word(path: Path) -> tuple[Act, bytes, list[Remark]]:
    (item,) = discover([path])
    assert isinstance(item, Input), InputError.__name__
    act = read_act(item)
    return act, load(item), make_remarks(act, detect(act, read_rules()), act.language)


def tell_lost(meant: str, found: str) -> list[str]:
    """Where the words of a comment are not those meant: numbers that Word counts itself and the bars that part cells are none."""
    one, other = apart(meant.replace("|", "")), apart(found)
    steps = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    lost = [(one[a:b], other[c:d]) for step, a, b, c, d in steps if step != "equal"]
    return [f"{gone} / {come}" for gone, come in lost if come or not COUNTED.fullmatch(gone)]


def check(act: Act, data: bytes, remarks: list[Remark]) -> None:
    remarked = remark_file(data, act, remarks, AUTHOR)
    ranges = read_ranges(remarked)
    assert remarks and len(ranges) == len(remarks)
    for number, remark in enumerate(remarks):
        assert tell_lost(act.text[remark.start : remark.end], ranges[str(number)]) == []
    assert read(remarked, "x.docx")[0] == read(data, "x.docx")[0]
    old, new = ZipFile(BytesIO(data)), ZipFile(BytesIO(remarked))
    changed = {name for name in new.namelist() if name not in old.namelist() or new.read(name) != old.read(name)}
    assert changed <= CHANGED and set(old.namelist()) <= set(new.namelist())


@pytest.mark.parametrize("name", TEXTS)
def test_comments_stand_at_their_words_in_each_sample_act(name: str, tmp_path: Path) -> None:
    (item,) = discover([SAMPLES / name])
    assert isinstance(item, Input)
    path = tmp_path / f"{Path(name).stem}.docx"
    path.write_bytes(write_text(read_act(item).text, name))
    act, data, remarks = read_word(path)
    if remarks:
        check(act, data, remarks)
    else:
        assert name.startswith(("clean", "qualification", "list-only", "labour-139.ru"))


def test_comments_stand_at_their_words_in_an_act_that_word_saved() -> None:
    check(*read_word(SAMPLES / "dormitory.ru.docx"))


@pytest.mark.skipif(OWN is None, reason="SARAPSHY_WORD_FILES names no folder of Word documents")
@pytest.mark.parametrize("path", sorted(OWN.glob("*.docx")) if OWN else [], ids=lambda path: path.name)
def test_comments_stand_at_their_words_in_files_of_ones_own(path: Path) -> None:
    act, data, remarks = read_word(path)
    if remarks:
        check(act, data, remarks)
