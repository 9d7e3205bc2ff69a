"""``sarapshy procedure``: the table, the record, the exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from sarapshy.messages import say

Invoke = Callable[..., Result]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_table_tells_who_does_what(invoke: Invoke, sample_acts: Path, language: str) -> None:
    result = invoke("procedure", sample_acts / "school-heads.kk.txt", "--ui-lang", language)
    assert result.exit_code == 0, result.output
    assert "Кандидат" in result.output and "тапсырады" in result.output
    assert say("procedure.who", language) in result.output


def test_a_hole_is_marked(invoke: Invoke, sample_acts: Path) -> None:
    result = invoke("procedure", sample_acts / "grant-commission.ru.txt")
    assert "D1a" in result.output


def test_the_record_has_offsets_of_the_text(invoke: Invoke, sample_acts: Path) -> None:
    path = sample_acts / "grant-commission.ru.txt"
    result = invoke("procedure", path, "--format", "json")
    text = path.read_text(encoding="utf-8")
    (procedure,) = json.loads(result.stdout)
    assert procedure["starts"] == "announcement"
    for step in procedure["steps"]:
        for phrase in (step["verb"], step["object"], step["addressee"], *step["terms"], *step["grounds"]):
            if phrase:
                assert " ".join(text[phrase["start"] : phrase["end"]].split()) == phrase["text"]
    assert any(step["holes"] for step in procedure["steps"])


def test_an_act_with_no_steps_says_so(invoke: Invoke, clean: Path) -> None:
    clean.write_text("Мұрағат қағидалары\n1. Сақтау мерзімі үш жыл.", encoding="utf-8")
    result = invoke("procedure", clean, "--ui-lang", "ru")
    assert result.exit_code == 0 and say("procedure.none", "ru") in result.output
    assert json.loads(invoke("procedure", clean, "--format", "json").stdout) == []


def test_an_unreadable_file_is_bad_input(invoke: Invoke, tmp_path: Path, clean: Path) -> None:
    result = invoke("procedure", tmp_path / "жоқ.txt", clean)
    assert result.exit_code == 2
    assert "жоқ.txt" in result.stderr and clean.name in result.stdout
