"""The order of findings and what counts as one."""

from __future__ import annotations

from dataclasses import replace

from sarapshy.findings.model import ActRef, ClauseRef, Finding
from sarapshy.findings.rank import merge_repeated, rank

ACT = ActRef("act.txt", None, "rules", None, None, None, "kk", "")


def make(
    code: str, number: str, start: int, confidence: float = 0.5, severity: str = "high", rule: str = ""
) -> Finding:
    clause = ClauseRef(f"pt_{number}", number, f"{number}.", f"{number}.")
    return Finding(
        "", ACT, code, "family", clause, "сөз", start, start + 3, severity, confidence, "rule", rule or f"{code}-01", {}, {}, {}
    )  # fmt: skip


def test_the_same_rule_in_one_point_is_one_finding_with_two_places() -> None:
    [finding] = merge_repeated([make("T1", "5", 10), make("T1", "5", 90)])
    assert [place.start for place in finding.related] == [90]


def test_two_rules_of_one_code_in_one_point_are_two_defects() -> None:
    assert len(merge_repeated([make("K1", "5", 10, rule="K1-a"), make("K1", "5", 90, rule="K1-b")])) == 2


def test_two_rules_of_one_code_in_the_same_words_are_one_defect() -> None:
    assert len(merge_repeated([make("K1", "5", 10, rule="K1-a"), make("K1", "5", 11, rule="K1-b")])) == 1


def test_an_absence_of_the_act_tells_nothing_of_the_sentence_it_is_shown_at() -> None:
    norm = make("N1", "5", 10)
    assert norm in merge_repeated([norm, make("P5", "5", 10, rule="P5-silent")])
    assert norm not in merge_repeated([norm, make("P5", "5", 10, rule="P5-blanket")])


def test_two_rules_that_tell_one_silence_of_the_act_are_one_finding_wherever_they_stand() -> None:
    none, silent = make("P5", "5", 10, rule="P5-none"), make("P5", "9", 90, 0.4, rule="P5-silent")
    assert merge_repeated([none, silent]) == [none]
    assert merge_repeated([silent]) == [silent]


def test_points_of_different_number_stay_apart() -> None:
    assert len(merge_repeated([make("T1", "5", 10), make("T1", "6", 90)])) == 2


def test_severity_and_confidence_lead() -> None:
    order = [
        f.clause.number
        for f in rank([make("T1", "1", 0, 0.4), make("P2", "2", 9, 0.9), make("N1", "3", 20, 0.9, "low")])
        if f.clause
    ]
    assert order == ["2", "3", "1"]


def test_a_row_of_a_form_comes_after_a_point_of_the_same_weight() -> None:
    row = make("T1", "2", 90)
    row = replace(row, clause=replace(row.clause, number=None))
    assert [f.start for f in rank([row, make("N1", "5", 100)])] == [100, 90]


def test_ten_of_a_code_do_not_crowd_out_another() -> None:
    many = [make("T1", str(n), 10 * n, 0.6) for n in range(1, 11)]
    ordered = rank([*many, make("P2", "20", 900, 0.45)])
    assert ordered.index(next(f for f in ordered if f.code == "P2")) < 5
