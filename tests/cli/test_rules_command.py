"""``sarapshy rules``: list, show, test."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import Result

from sarapshy.cli import options
from sarapshy.detect.rules import Rule, RuleError, RuleFault, read_rules
from sarapshy.findings.factors import read_factors

Invoke = Callable[..., Result]


def test_every_rule_is_listed_in_a_line(invoke: Invoke) -> None:
    lines = invoke("rules", "list").output.split("\n\n")[0].splitlines()
    assert [line.split()[0] for line in lines] == [rule.code for rule in read_rules()]


def test_every_factor_has_a_rule_or_is_left_to_the_expert(invoke: Invoke) -> None:
    left = invoke("rules", "list").output.split("\n\n")[1]
    sought = {rule.factor for rule in read_rules()}
    assert {line.split()[0] for line in left.splitlines()[1:]} == set(read_factors()) - sought


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_rule_is_shown_with_its_reason_and_examples(invoke: Invoke, wording_rule: Rule, language: str) -> None:
    shown = invoke("rules", "show", wording_rule.code.lower(), "--ui-lang", language)
    assert shown.exit_code == 0
    assert wording_rule.name[language] in shown.output
    assert wording_rule.examples["ru"].bad[0].splitlines()[0] in shown.output


def test_a_factor_shows_all_its_rules(invoke: Invoke, wording_rule: Rule) -> None:
    shown = invoke("rules", "show", wording_rule.factor).output
    assert all(rule.code in shown for rule in read_rules() if rule.factor == wording_rule.factor)


def test_an_unknown_rule_is_named(invoke: Invoke) -> None:
    result = invoke("rules", "show", "Z9-99")
    assert result.exit_code == 2
    assert "Z9-99" in result.output


@pytest.mark.parametrize("command", [["rules", "list"], ["check", "x.txt"], ["run", "x.txt", "-o", "out"]])
def test_broken_rules_stop_every_command_with_all_their_faults(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    faults = (RuleFault("discretion/D2-01.yaml", "why.kk", "no text"), RuleFault("term/D1a-01.yaml", "kind", "none"))

    def refuse() -> tuple[Rule, ...]:
        raise RuleError(faults)

    monkeypatch.setattr("sarapshy.detect.rules.read_rules", refuse)
    result = invoke(*command)
    assert result.exit_code == options.RulesBroken.exit_code == 2
    assert all(str(fault) in result.output for fault in faults)
