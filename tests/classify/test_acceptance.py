"""How often findings of a kind are accepted, and what follows from it."""

from __future__ import annotations

import math

import pytest
from made import make_finding

from sarapshy.classify.acceptance import (
    SHOWN,
    Acceptance,
    Case,
    calibrate,
    fit_acceptance,
    read_cases,
    read_reviewed,
    reorder,
    share_of_first,
)
from sarapshy.classify.learn import FEWEST, learn_acceptance
from sarapshy.findings.model import Finding


def make_case(act: str, code: str, rank: int, accepted: bool, rule: str = "") -> Case:
    return Case(act, rule or f"{code}-x", code, "vague", "medium", 0.6, 0.5, rank, 0, 1, 12, accepted)


def make_pair() -> list[Finding]:
    return [make_finding("T1", rank=1, rule="T1-x"), make_finding("D2", rank=2, rule="D2-x")]


def test_what_reviewers_reject_is_expected_less_than_what_they_accept() -> None:
    cases = [make_case(str(at), code, 1, code == "D2") for at in range(20) for code in ("D2", "T1")]
    acceptance = fit_acceptance(cases)
    assert acceptance is not None
    assert acceptance.expect(make_case("x", "D2", 1, False)) > acceptance.expect(make_case("x", "T1", 1, False))


@pytest.mark.parametrize("cases", [[], [make_case("a", "D2", 1, True)] * 5])
def test_nothing_is_learnt_where_all_decisions_are_alike(cases: list[Case]) -> None:
    assert fit_acceptance(cases) is None


def test_the_confidence_is_set_right_and_the_order_kept() -> None:
    shown = calibrate(make_pair(), Acceptance({"code T1": -9.0, "code D2": 9.0}, 0.0))
    assert [each.code for each in shown] == ["T1", "D2"]
    assert shown[0].confidence < 0.3 < 0.7 < shown[1].confidence


def test_the_order_follows_only_where_it_has_proved_better() -> None:
    traits = {"code T1": -2.0, "code D2": 2.0}
    assert [each.code for each in reorder(make_pair(), Acceptance(traits, 0.0))] == ["T1", "D2"]
    changed = reorder(make_pair(), Acceptance(traits, 0.0, reorders=True))
    assert [(each.code, each.rank) for each in changed] == [("D2", 1), ("T1", 2)]


@pytest.mark.parametrize(("likely", "first"), [(0.9, "D2"), (0.1, "T1")])
def test_a_finding_whose_clause_the_classifier_knows_as_one_of_its_family_comes_first(
    likely: float, first: str
) -> None:
    pair = make_pair()
    shown = reorder(pair, Acceptance({"likely": 1.0}, 0.0, reorders=True), {pair[1].id: likely})
    assert shown[0].code == first


def test_the_first_twenty_five_stay_the_same_findings() -> None:
    findings = [make_finding("T1" if rank <= SHOWN else "D2", rank=rank) for rank in range(1, SHOWN + 4)]
    shown = reorder(findings, Acceptance({"code T1": -9.0, "rank": 9.0}, 0.0, reorders=True))
    assert {each.code for each in shown[:SHOWN]} == {"T1"}
    assert [each.id for each in shown[:SHOWN]] == [each.id for each in reversed(findings[:SHOWN])]
    assert [each.rank for each in shown] == [*range(1, SHOWN + 4)]


def test_a_proposal_stays_below_what_the_rules_found() -> None:
    proposal = make_finding("D1a", rank=3, rule="D1a-classifier", detector="classifier", confidence=0.95)
    shown = reorder([*make_pair(), proposal], Acceptance({"proposed": 4.0}, 0.0, reorders=True))
    assert [each.rank for each in shown] == [1, 2, 3]
    assert shown[-1].detector == "classifier"


def test_a_proposal_keeps_its_own_confidence() -> None:
    proposal = make_finding("D1a", rule="D1a-classifier", detector="classifier", confidence=0.3)
    assert calibrate([proposal], Acceptance({}, 4.0)) == [proposal]


def test_without_decisions_nothing_is_changed() -> None:
    assert reorder(make_pair(), None) == make_pair()


def test_the_first_ten_of_each_act_are_counted() -> None:
    cases = [make_case("a", "D2", rank, rank < 5) for rank in range(20)] + [make_case("b", "D2", 0, True)]
    assert share_of_first((-case.rank, case) for case in cases) == pytest.approx(6 / 11)
    assert math.isnan(share_of_first([]))


def test_an_own_reviewer_with_a_taste_of_his_own_changes_the_order() -> None:
    """Rules rank T1 first; in forty acts this reviewer accepts of each the twelve D2 that stand below."""
    own = [
        make_case(f"own-{at}", "T1" if rank < 8 else "D2", rank, rank >= 8) for at in range(40) for rank in range(20)
    ]
    assert len(own) >= FEWEST
    acceptance = learn_acceptance(own)
    assert acceptance is not None and acceptance.reorders


def test_a_reviewer_whose_acts_get_worse_by_it_keeps_the_order_of_the_rules() -> None:
    """Of his acts the first ten are accepted; of very many others, which outweigh them, the last ten."""
    own = [make_case(f"own-{at}", "A1", rank, rank < 10) for at in range(40) for rank in range(20)]
    others = [make_case(f"other-{at}", "A1", rank, rank >= 10) for at in range(400) for rank in range(20)]
    acceptance = learn_acceptance(own, others)
    assert acceptance is not None and not acceptance.reorders


def test_decisions_adjust_the_place_of_the_rules_and_do_not_replace_it() -> None:
    acceptance = Acceptance({"code D2": 0.1}, 0.0, reorders=True)
    first, liked = make_case("a", "T1", 0, False), make_case("a", "D2", 20, False)
    assert acceptance.expect(liked) > acceptance.expect(first) and acceptance.weigh(liked) < acceptance.weigh(first)


def test_the_decisions_that_ship_tell_how_sure_to_be_and_keep_the_order_of_the_rules() -> None:
    assert len(read_reviewed()) > 500
    acceptance = learn_acceptance([])
    assert acceptance is not None and not acceptance.reorders
    assert acceptance.traits["likely"] > 0 and acceptance.traits["rank"] < 0


def test_a_case_counts_the_findings_of_its_code_above_it() -> None:
    findings = [make_finding("D2", rank=1), make_finding("T1", rank=2), make_finding("D2", rank=3, state="accepted")]
    cases = read_cases(findings, {findings[1].id: 0.8})
    assert [(case.like, case.of, case.accepted) for case in cases] == [(0, 3, False), (0, 3, False), (1, 3, True)]
    assert [case.likely for case in cases] == [0.5, 0.8, 0.5]
