"""``sarapshy check``: what is printed, and the exit code a build reads."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from sarapshy.acts.stretches import Reading
from sarapshy.detect.rules import Rule
from sarapshy.findings.model import Finding
from sarapshy.messages import say

Invoke = Callable[..., Result]


def test_a_clean_draft_exits_zero(invoke: Invoke, clean: Path) -> None:
    result = invoke("check", clean)
    assert result.exit_code == 0, result.output
    assert clean.name in result.output


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_what_makes_a_reading_doubtful_is_told(invoke: Invoke, tmp_path: Path, language: str) -> None:
    draft = tmp_path / "rules.txt"
    draft.write_text("1. The commission decides within five working days of the application.\n" * 5)
    result = invoke("check", draft, "--ui-lang", language)
    assert result.exit_code == 0
    assert f"rules.txt: {say('reading.note_language', language)}" in result.output


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_finding_is_told_with_place_code_words_and_reason(
    invoke: Invoke, faulty: Path, wording_rule: Rule, language: str
) -> None:
    result = invoke("check", faulty, "--all", "--ui-lang", language, "--select", wording_rule.code)
    assert result.exit_code == 1, result.output
    first = result.output.splitlines()[0]
    assert first.startswith(faulty.name)
    assert f"  {wording_rule.factor}  {say(f'report.severity_{wording_rule.severity}', language)}  " in first
    assert "«" in result.output
    assert say("report.line_why", language) in result.output
    assert say("report.line_remedy", language) in result.output


def test_json_is_the_contract_of_findings(invoke: Invoke, faulty: Path, wording_rule: Rule) -> None:
    result = invoke("check", faulty, "--format", "json", "--select", wording_rule.code)
    found = json.loads(result.stdout)
    assert result.exit_code == 1
    assert {each["rule"] for each in found} == {wording_rule.code}
    text = faulty.read_text(encoding="utf-8")
    assert all(text[each["start"] : each["end"]] == each["quote"] for each in found)
    assert [each["rank"] for each in found] == list(range(1, len(found) + 1))


def test_json_of_a_clean_draft_is_an_empty_array(invoke: Invoke, clean: Path) -> None:
    assert json.loads(invoke("check", clean, "--format", "json").stdout) == []


def test_an_ignored_rule_is_not_told(invoke: Invoke, faulty: Path, wording_rule: Rule) -> None:
    result = invoke("check", faulty, "--select", wording_rule.code, "--ignore", wording_rule.factor.lower())
    assert result.exit_code == 0, result.output


def test_a_word_that_names_no_factor_is_refused(invoke: Invoke, faulty: Path) -> None:
    result = invoke("check", faulty, "--select", "D99")
    assert result.exit_code == 2
    assert "D99" in result.output


def test_top_folds_the_rest(invoke: Invoke, tmp_path: Path, wording_rule: Rule, faulty: Path) -> None:
    bad = faulty.read_text(encoding="utf-8").split(". ", 1)[-1].strip()
    many = tmp_path / "көп.txt"
    many.write_text("".join(f"{n}. {bad}\n" for n in range(1, 6)), encoding="utf-8")
    result = invoke("check", many, "--top", "1", "--select", wording_rule.code)
    assert result.output.count(f"  {wording_rule.factor}  ") == 1
    assert "--all" in result.output


def test_one_unreadable_file_does_not_hide_the_others(invoke: Invoke, faulty: Path, tmp_path: Path) -> None:
    empty = tmp_path / "бос.txt"
    empty.touch()
    result = invoke("check", empty, faulty, tmp_path / "жоқ.txt")
    assert result.exit_code == 2
    assert faulty.name in result.stdout
    assert empty.name in result.stderr
    assert "жоқ.txt" in result.stderr


def test_a_folder_with_nothing_in_it_is_bad_input(invoke: Invoke, tmp_path: Path) -> None:
    result = invoke("check", tmp_path)
    assert result.exit_code == 2
    assert say("cli.no_inputs", "en") in result.stderr


def test_a_fault_of_ours_costs_one_file(
    invoke: Invoke, faulty: Path, clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(reading: Reading, rules: object) -> dict[str, list[Finding]]:
        if reading.act.path == clean.name:
            raise ZeroDivisionError("бос тізім")
        return {}

    monkeypatch.setattr("sarapshy.detect.run.find_by_rule", fail)
    result = invoke("check", clean, faulty)
    assert result.exit_code == 2
    assert "ZeroDivisionError" in result.stderr
    assert faulty.name in result.stdout


def test_a_draft_out_of_time_is_named(invoke: Invoke, clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def take_for_ever(reading: Reading, rules: object) -> dict[str, list[Finding]]:
        while True:
            time.sleep(0.01)

    monkeypatch.setattr("sarapshy.detect.run.find_by_rule", take_for_ever)
    result = invoke("check", clean, "--seconds", "1")
    assert result.exit_code == 2
    assert "--seconds" in result.stderr
