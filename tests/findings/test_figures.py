"""Spread, frequency, efficiency and kappa, by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_findings import decide, make_act

from sarapshy.findings.decisions import apply_decisions
from sarapshy.findings.figures import count_kappa, measure


def record(total: int, **codes: int) -> dict[str, object]:
    return {"findings": {"total": total, "codes": codes}}


def test_a_factor_has_its_spread_frequency_and_efficiency() -> None:
    findings = make_act()
    decided = apply_decisions(findings, [decide(findings[0], "accepted"), decide(findings[1], "rejected")])
    figures = measure([record(3, D2=3), record(1, D3=1), record(0), record(1, T1=1)], decided)
    first = next(each for each in figures.factors if each.code == "D2")
    assert (first.count, first.group, first.acts, first.read) == (3, 4, 1, 4)
    assert (first.spread, first.frequency, first.efficiency, first.upheld) == (0.75, 0.25, 1 / 3, 0.5)
    assert next(each for each in figures.factors if each.code == "T1").upheld is None
    assert (figures.acts, figures.findings, figures.accepted, figures.rejected) == (4, 5, 1, 1)


def test_reviewers_are_counted_and_compared_on_what_both_judged() -> None:
    findings = make_act()
    made = [decide(each, "accepted", "Айгүл", comment="иә") for each in findings[:2]]
    made += [
        decide(findings[0], "accepted", "Ержан"),
        decide(findings[1], "rejected", "Ержан"),
        decide(findings[2], "open", "Ержан"),
    ]
    figures = measure([record(3, D2=3)], apply_decisions(findings, made))
    assert [(each.name, each.accepted, each.rejected, each.commented) for each in figures.reviewers] == [
        ("Айгүл", 2, 0, 2), ("Ержан", 1, 1, 0),
    ]  # fmt: skip
    (agreement,) = figures.agreements
    assert (agreement.common, agreement.agreed, agreement.kappa) == (2, 1, 0.0)


def test_a_finding_without_a_decision_counts_for_nobody() -> None:
    figures = measure([record(3, D2=3)], [replace(each, decision=None) for each in make_act("ru")])
    assert not figures.reviewers and not figures.agreements and not figures.accepted


@pytest.mark.parametrize(
    ("pairs", "kappa"),
    [
        ("aa aa rr rr", 1.0),
        ("aa ar ra rr", 0.0),
        ("ar ra", -1.0),
        ("aa aa", None),
        ("aa " * 20 + "ar " * 5 + "ra " * 10 + "rr " * 15, 0.4),  # the example of Cohen's kappa in textbooks
    ],
)
def test_kappa_takes_off_what_chance_gives(pairs: str, kappa: float | None) -> None:
    found = count_kappa([(pair[0], pair[1]) for pair in pairs.split()])
    assert found == (None if kappa is None else pytest.approx(kappa))
