"""The real files beside the repository, where they are: articles and points begin lines."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from sarapshy.acts.readers import Input, discover, read

ARTICLE = re.compile(r"^Статья \d+(?:-\d+)?\. ", re.MULTILINE)
NUMBER = re.compile(r"^(?:Статья )?\d+(?:-\d+)?[.)]", re.MULTILINE)


def text_of(path: Path) -> str:
    return read(Input(path.name, path)).text


@pytest.mark.parametrize(
    ("stem", "articles"),
    [("k1500000414.20-01-2026", 221), ("z1600000480.09-01-2026", 80), ("k2000000350.16-01-2026", 195)],
)
def test_every_article_of_a_code_begins_a_line(shared: Path, stem: str, articles: int) -> None:
    found = ARTICLE.findall(text_of(shared / "data" / "pdf" / f"{stem}.rus.pdf"))
    assert len(found) == len(set(found)) == articles


def test_texts_are_what_open_gives(shared: Path) -> None:
    paths = [path for path in (shared / "data" / "seed_acts").iterdir() if path.suffix == ".txt"]
    assert all(text_of(path) == path.read_text(encoding="utf-8") for path in paths)


@pytest.mark.skipif(not shutil.which("antiword"), reason="antiword is not installed")
@pytest.mark.parametrize("pair", ["dsm275_2020", "dsm90_2022"])
def test_a_doc_and_its_text_have_the_same_points(shared: Path, pair: str) -> None:
    folder = shared / "data" / "pairs" / pair
    words = [set(re.findall(r"\w{4,}", text_of(folder / name))) for name in ("ru.doc", "ru.txt")]
    assert len(words[0] & words[1]) > 0.98 * max(map(len, words))


def test_every_word_file_is_read_with_numbered_points(shared: Path) -> None:
    for item in discover([shared / "data" / "word"]):
        assert isinstance(item, Input)
        if item.path.suffix == ".docx" or shutil.which("antiword"):
            assert len(NUMBER.findall(read(item).text)) > 5, item.name
