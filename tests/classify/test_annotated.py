"""Acts that somebody has read whole and annotated, as the classifier learns from them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sarapshy.classify.annotated import describe_annotated, read_annotated
from sarapshy.classify.labelled import APART
from sarapshy.errors import InputError

TEXT = {
    "kk": "1. Комиссия өтінішті қарайды. Кітапхана таңертең ашылады.\n2. Басқарма грант береді.\n3. Шешім қабылданады.\n",
    "ru": "1. Комиссия рассматривает заявление. Библиотека открывается утром.\n2. Управление выдаёт грант.\n3. Решение принимается.\n",
}
QUOTE = {"kk": "Комиссия өтінішті қарайды", "ru": "Комиссия рассматривает заявление"}


def write_annotated(folder: Path, language: str, *records: dict[str, Any]) -> Path:
    (folder / "acts").mkdir()
    (folder / "acts" / "ереже.txt").write_text(TEXT[language], encoding="utf-8")
    lines = "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in records)
    (folder / "ереже.jsonl").write_text(lines, encoding="utf-8")
    return folder


def describe(folder: Path) -> list[frozenset[str]]:
    return [each.families for act in read_annotated(folder) for each in describe_annotated(act)]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_record_with_words_marks_the_sentence_where_they_stand(tmp_path: Path, language: str) -> None:
    folder = write_annotated(tmp_path, language, {"codes": ["D1a"], "clauses": ["1"], "quotes": [QUOTE[language]]})
    assert describe(folder) == [{"term"}, frozenset(), frozenset(), frozenset()]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_record_without_words_marks_its_point(tmp_path: Path, language: str) -> None:
    folder = write_annotated(tmp_path, language, {"codes": ["D1d", "P10"], "clauses": ["3"], "quotes": []})
    assert describe(folder) == [frozenset(), frozenset(), frozenset(), {"discretion", "procedure"}]


def test_a_sentence_of_an_act_does_not_stand_apart(tmp_path: Path) -> None:
    (act,) = read_annotated(write_annotated(tmp_path, "kk"))
    assert not any(APART in each.signs for each in describe_annotated(act))


def test_a_folder_without_annotated_acts_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        list(read_annotated(tmp_path))
