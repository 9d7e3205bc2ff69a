"""Two sentences of one act that take opposite sides: both stand in the finding, and near misses stay silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from sarapshy.acts.readers import discover
from sarapshy.acts.reading import build_act, read_act
from sarapshy.detect.rules import Rule, read_rules
from sarapshy.detect.run import detect
from sarapshy.findings.model import Finding


def rule_of(code: str) -> Rule:
    return next(rule for rule in read_rules() if rule.code == code)


def find(code: str, text: str) -> list[Finding]:
    return detect(build_act(text, "act.txt"), (rule_of(code),))


def test_a_commission_with_two_chairs_shows_both() -> None:
    text = "4. Комиссию возглавляет директор школы.\n9. Комиссия заседает под председательством акима."
    (finding,) = find("K1-chair", text)
    assert any("Комиссию возглавляет директор школы" in (related.quote or "") for related in finding.related)
    assert all(related.quote == text[related.start : related.end] for related in finding.related)


def test_two_sides_in_two_texts_of_one_act_are_no_clash() -> None:
    text = (
        "1. Мыналар бекітілсін.\n\nБұйрыққа\n1-қосымша\n\nГрант қағидалары\n1. Стипендия облыстық бюджеттен төленеді.\n\n"
        "Бұйрыққа\n2-қосымша\n\nСтипендия қағидалары\n1. Стипендия республикалық бюджеттен төленеді."
    )
    assert find("K1-budget", text) == []


@pytest.mark.parametrize(
    ("name", "code", "number"),
    [
        ("09441", "K1-budget", "23"),
        ("09732", "K1-approver", "16"),
        ("05234", "K1-chair", "10"),
        ("08229", "T2-decision", "13"),
    ],
)
def test_known_clashes_of_real_acts_are_found(shared: Path, name: str, code: str, number: str) -> None:
    folder = shared / "gold" / "dev" / "acts"
    item = next((item for item in discover([folder]) if item.name.endswith(f"{name}.txt")), None)
    if item is None:
        pytest.skip(f"no act {name}")
    found = detect(read_act(item), (rule_of(code),))
    assert number in {finding.clause.number for finding in found if finding.clause}
