"""Labelled clauses: what ships, and how it is read."""

from __future__ import annotations

from collections import Counter

import pytest
from made import make_finding

from sarapshy.classify.labelled import Labelled, describe, read_decided, read_examples, read_training
from sarapshy.detect.rules import read_rules
from sarapshy.findings.factors import read_factors, read_families, read_names


def test_at_least_fifteen_hundred_clauses_ship_and_none_twice(training_records: list[dict[str, object]]) -> None:
    texts = [(record["text"], record.get("other")) for record in training_records]
    assert len(texts) >= 1500
    assert [text for text, count in Counter(texts).items() if count > 1] == []


def test_every_family_has_positives_and_near_misses_in_both_languages(
    training_records: list[dict[str, object]],
) -> None:
    kinds = {(each["family"], each["language"], bool(each["codes"])) for each in training_records}
    expected = {
        (family, language, side)
        for family in read_names("families")
        for language in ("kk", "ru")
        for side in (True, False)
    }
    assert expected - kinds == set()


def test_every_code_is_a_factor_and_every_factor_that_words_can_show_is_there(
    training_records: list[dict[str, object]],
) -> None:
    codes = {code for record in training_records for code in record["codes"]}  # type: ignore[attr-defined]
    assert codes <= set(read_factors())
    assert set(read_factors()) - codes <= {"I3"}  # a false goal stands in no clause


def test_a_clause_with_its_text_in_the_other_language_is_not_learnt_from() -> None:
    assert all(clause.about != "bilingual" for clause in read_training())


def test_an_example_that_a_rule_marks_shows_the_factor_and_a_good_one_shows_nothing() -> None:
    rules = [rule for rule in read_rules() if rule.factor == "D2"]
    found = list(read_examples(rules))
    assert {clause.families for clause in found} == {frozenset({"discretion"}), frozenset()}
    assert all("[[" not in clause.text for clause in found)


@pytest.mark.parametrize(("state", "codes"), [("accepted", {"D1a"}), ("rejected", set()), ("open", None)])
def test_what_is_accepted_shows_its_factor_and_what_is_rejected_does_not(state: str, codes: set[str] | None) -> None:
    decided = make_finding("D1a", quote="Басқарма өтінішті қарайды.", state=state)
    found = list(read_decided([decided]))
    assert [clause.codes for clause in found] == ([] if codes is None else [codes])


def test_a_clause_is_described_as_a_sentence_of_an_act_is() -> None:
    (described,) = describe([Labelled("Комиссия құжаттарды қарайды.", "kk", frozenset({"D1a"}), "term")])
    assert described.families == {"term"}
    assert described.text.endswith("комиссия құжаттарды қарайды.")
    assert "doer:commission" in described.signs
    assert "no:deadlines" in described.signs


def test_each_family_of_a_code_is_known() -> None:
    assert all(clause.families <= set(read_families().values()) for clause in read_training())
