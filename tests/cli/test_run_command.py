"""``sarapshy run``: what it writes and what it says."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from sarapshy.messages import say

Invoke = Callable[..., Result]


@pytest.fixture
def acts(faulty: Path, clean: Path) -> Path:
    return faulty.parent


@pytest.fixture
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("out")


def test_a_run_leaves_lines_and_pages(invoke: Invoke, acts: Path, out: Path) -> None:
    result = invoke("run", acts, "-o", out, "--jobs", "1")
    assert result.exit_code == 0, result.output
    records = [json.loads(line) for line in (out / "acts.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [record["path"] for record in records] == sorted(record["path"] for record in records)
    assert all((out / record["page"]).is_file() for record in records)
    assert (out / "index.html").is_file()
    assert json.loads((out / "run.json").read_text(encoding="utf-8"))["acts"] == len(records) == 2
    assert (out / "findings.jsonl").stat().st_size


@pytest.mark.parametrize(("language", "word"), [("kk", "қамту"), ("ru", "охват"), ("en", "coverage")])
def test_coverage_is_told_for_each_act(invoke: Invoke, acts: Path, out: Path, language: str, word: str) -> None:
    result = invoke("run", acts, "-o", out, "--jobs", "1", "--ui-lang", language)
    assert word in result.output
    assert result.output.count("%") == 2
    assert str(out / "index.html") in result.output


def test_quiet_says_nothing_of_a_run_that_went_well(invoke: Invoke, acts: Path, out: Path) -> None:
    assert invoke("run", acts, "-o", out, "--jobs", "1", "--quiet").output == ""


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_what_makes_a_reading_doubtful_is_told(invoke: Invoke, acts: Path, out: Path, language: str) -> None:
    (acts / "rules.txt").write_text("1. The commission decides within five working days of the application.\n" * 5)
    result = invoke("run", acts, "-o", out, "--jobs", "1", "--ui-lang", language)
    assert result.exit_code == 0
    assert f"rules.txt: {say('reading.note_language', language)}" in result.output


def test_of_many_acts_only_the_least_structured_are_told(invoke: Invoke, clean: Path, out: Path) -> None:
    for number in range(30):
        (clean.parent / f"{number:02}.txt").write_text(clean.read_text(encoding="utf-8"), encoding="utf-8")
    result = invoke("run", clean.parent, "-o", out, "--jobs", "1")
    assert result.output.count(".txt") == 10


def test_a_folder_without_inputs_is_bad_input(invoke: Invoke, tmp_path: Path, out: Path) -> None:
    assert invoke("run", tmp_path, "-o", out).exit_code == 2


def test_results_never_go_among_the_acts(invoke: Invoke, acts: Path) -> None:
    result = invoke("run", acts, "-o", acts)
    assert result.exit_code == 2
    assert not (acts / "run.json").exists()


def test_a_file_is_no_output_folder(invoke: Invoke, acts: Path, out: Path) -> None:
    target = out / "файл"
    target.touch()
    assert invoke("run", acts, "-o", target).exit_code == 2
