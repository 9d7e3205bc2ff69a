"""What the classifier says of the clauses in which rules found something."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import make_finding, make_weights

from sarapshy.acts.reading import build_act
from sarapshy.acts.stretches import Reading
from sarapshy.classify.likely import FIRST, STEP, UNTOLD, order_likely, weigh_clauses
from sarapshy.findings.model import Finding

TEXT = {
    "kk": "1. Басқарма көмек туралы өтінішті қарап, жауап береді.\n"
    "2. Басқарма көмек туралы өтінішті бес жұмыс күні ішінде қарап, жауап береді.",
    "ru": "1. Управление рассматривает заявление о помощи и направляет ответ.\n"
    "2. Управление рассматривает заявление о помощи и направляет ответ в течение пяти рабочих дней.",
}


@pytest.mark.parametrize(("language", "words"), [("kk", "қарап"), ("ru", "рассматривает")])
def test_a_sentence_that_shows_the_family_is_likelier_than_its_near_miss(language: str, words: str) -> None:
    reading = Reading(build_act(TEXT[language], "ереже.txt"))
    starts = [TEXT[language].index(words), TEXT[language].rindex(words)]
    findings = [replace(make_finding("D1a", rank=at), start=start, end=start + 5) for at, start in enumerate(starts)]
    told = weigh_clauses(reading, findings, make_weights())
    assert told[findings[0].id] > told[findings[1].id]


def test_a_finding_without_words_and_one_of_a_family_not_learnt_are_not_weighed() -> None:
    reading = Reading(build_act(TEXT["kk"], "ереже.txt"))
    absent = replace(make_finding("D1a", rank=1), start=None, end=None)
    assert weigh_clauses(reading, [absent, replace(make_finding("T1", rank=2), start=3, end=9)], make_weights()) == {}


def _make_findings(count: int) -> list[Finding]:
    return [replace(make_finding("D1a", rank=at), start=at, end=at + 5) for at in range(1, count + 1)]


def test_a_finding_in_a_likely_clause_comes_before_its_neighbours_and_no_further() -> None:
    findings = _make_findings(FIRST + 5)
    ordered = order_likely(findings, {(findings[12].family, 13): UNTOLD + 3.5 * STEP})
    assert [each.start for each in ordered[8:14]] == [9, 13, 10, 11, 12, 14]
    assert [each.rank for each in ordered] == [*range(1, FIRST + 6)]


@pytest.mark.parametrize(("language", "kept"), [("kk", 5), ("ru", 10)])
def test_what_weighs_most_keeps_the_order_of_the_rules(language: str, kept: int) -> None:
    findings = [replace(each, act=replace(each.act, language=language)) for each in _make_findings(FIRST + 5)]
    ordered = order_likely(findings, {(findings[at].family, at + 1): 0.99 for at in (3, 13)})
    assert [each.start for each in ordered[: kept + 2]] == [*range(1, kept + 1), 14, kept + 1]
    assert [each.rank for each in ordered] == [*range(1, FIRST + 6)]


def test_what_a_reader_takes_in_at_one_look_keeps_the_order_of_the_rules() -> None:
    findings = _make_findings(FIRST)
    assert order_likely(findings, {(findings[-1].family, FIRST): 0.99}) == findings


@given(st.dictionaries(st.integers(1, 30), st.floats(0, 1)), st.integers(0, 30))
def test_ordering_loses_nothing(likely: dict[int, float], count: int) -> None:
    findings = _make_findings(count)
    ordered = order_likely(findings, {("term", start): told for start, told in likely.items()})
    assert sorted(each.start or 0 for each in ordered) == [*range(1, count + 1)]
