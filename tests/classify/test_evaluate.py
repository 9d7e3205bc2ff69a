"""Figures of the rules alone and of the rules with the classifier."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from made import BAD, GOOD, THINGS, make_finding, make_weights

from sarapshy.classify.evaluate import Figures, cross_validate, evaluate_annotated, pair, total
from sarapshy.classify.labelled import Labelled
from sarapshy.errors import InputError

ACT = "1. Комиссия өз қалауы бойынша шешім қабылдайды.\n2. Кітапхана таңертең ашылады.\n"
RECORD = {
    "codes": ["D1b"],
    "slot": None,
    "clauses": ["1"],
    "quotes": ["өз қалауы бойынша"],
    "act_wide": False,
    "tier": "core",
}


def test_precision_and_recall_are_shares_of_what_is_found_and_wanted() -> None:
    figures = Figures()
    for wanted, found in ((True, True), (True, False), (False, True), (False, False), (True, True)):
        figures.add(wanted, found)
    assert (figures.precision, figures.recall, figures.f1) == (2 / 3, 2 / 3, 2 / 3)
    assert math.isnan(Figures().precision)


def test_clauses_held_out_are_judged_by_a_model_that_has_not_seen_them() -> None:
    clauses = [
        Labelled(text.format(thing), language, frozenset(codes), "term")
        for thing in THINGS
        for texts, codes in ((BAD, {"D1a"}), (GOOD, set[str]()))
        for language, text in texts
    ] * 2
    table = cross_validate(clauses, ())
    assert table["term"]["rules"].found == 0
    assert table["term"]["classifier"].f1 > 0.9
    assert total(table)["both"].right == table["term"]["both"].right


def test_a_finding_tells_a_record_of_its_family_in_the_same_words_or_point() -> None:
    same_words = make_finding("D2", quote="өз қалауы бойынша")
    other_family = make_finding("T1", rank=1)
    text = "x" * 1000 + RECORD["quotes"][0]  # type: ignore[index]
    assert pair([other_family, same_words], [RECORD], text) == {1: 0}
    assert pair([make_finding("D2", rank=1)], [{**RECORD, "quotes": []}], text) == {0: 0}
    assert pair([make_finding("D2", rank=7)], [{**RECORD, "quotes": []}], text) == {}


def test_two_findings_do_not_tell_one_record_twice() -> None:
    findings = [make_finding("D2", rank=1), make_finding("D1b", rank=1)]
    assert pair(findings, [{**RECORD, "quotes": []}], "") == {1: 0}


def test_annotated_acts_are_scored_with_and_without_the_classifier(tmp_path: Path) -> None:
    (tmp_path / "acts").mkdir()
    (tmp_path / "acts" / "ереже.txt").write_text(ACT, encoding="utf-8")
    (tmp_path / "ереже.jsonl").write_text(json.dumps(RECORD) + "\n", encoding="utf-8")
    reached = evaluate_annotated(tmp_path, make_weights())
    assert reached["rules"].recall == 1.0
    assert reached["both"].findings >= reached["rules"].findings
    assert reached["rules"].proposed == 0


def test_a_folder_without_annotations_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="annotated"):
        evaluate_annotated(tmp_path, make_weights())
