"""What the classifier proposes beside what the rules have found."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made import make_finding, make_weights

from sarapshy.acts.reading import build_act
from sarapshy.acts.stretches import Reading
from sarapshy.classify.acceptance import SHOWN
from sarapshy.classify.files import load
from sarapshy.classify.model import Weights
from sarapshy.classify.propose import FIRM, MOST, add_proposals, read_proposals
from sarapshy.classify.shipped import SHIPPED
from sarapshy.findings.factors import read_factors, read_names
from sarapshy.findings.model import Finding

TEXT = {
    "kk": "1. Басқарма көмек туралы өтінішті қарап, жауап береді.\n2. Кітапхана таңертең ашылады.\n"
    "3. Басқарма грант туралы өтінішті қарап, жауап береді.",
    "ru": "1. Управление рассматривает заявление о помощи и направляет ответ.\n2. Библиотека открывается утром.\n"
    "3. Управление рассматривает заявление о гранте и направляет ответ.",
}


def make_sure() -> Weights:
    """The small model, surer of itself by as much as two hundred clauses fall short of five thousand."""
    weights = make_weights()
    return replace(weights, intercepts=tuple(each + 2 for each in weights.intercepts))


def find(language: str, found: list[Finding]) -> list[Finding]:
    return add_proposals(Reading(build_act(TEXT[language], "ереже.txt")), found, make_sure())[len(found) :]


def make_found(count: int) -> list[Finding]:
    return [make_finding(rank=rank) for rank in range(1, count + 1)]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_likeliest_sentences_come_first_below_what_the_rules_found(language: str) -> None:
    proposed = find(language, make_found(FIRM))
    assert [each.rank for each in proposed] == [FIRM + 1, FIRM + 2, FIRM + 3]
    assert {each.clause.number for each in proposed[:2] if each.clause} == {"1", "3"}
    assert all(each.detector == "classifier" and each.quote in TEXT[language] for each in proposed if each.quote)
    assert len({each.id for each in proposed}) == 3


def test_where_the_rules_found_less_than_ten_nothing_is_proposed() -> None:
    assert find("kk", make_found(FIRM - 1)) == []


def test_no_more_is_proposed_than_a_reader_takes_in() -> None:
    assert find("kk", make_found(SHOWN)) == []
    assert MOST <= SHOWN - FIRM


def test_what_a_rule_has_said_of_a_point_is_not_proposed_again() -> None:
    said = replace(make_finding("D1a"), clause=replace(make_finding().clause, number="3"))  # type: ignore[type-var]
    assert "3" not in {each.clause.number for each in find("kk", [*make_found(FIRM), said]) if each.clause}


def test_the_meaning_of_a_term_is_no_norm_to_be_proposed() -> None:
    text = "1. Осы Қағидаларда мынадай ұғымдар пайдаланылады:\n1) өтініш – басқарма қарап, жауап беретін құжат;\n"
    found = make_found(FIRM)
    proposed = add_proposals(Reading(build_act(text, "ереже.txt")), found, make_sure())[FIRM:]
    assert not [each for each in proposed if "құжат" in (each.quote or "")]


@pytest.mark.parametrize("title", ["2-тарау. Өтінішті қарау тәртібі", "Глава 2. Порядок рассмотрения заявления"])
def test_a_title_is_no_norm_to_be_proposed(title: str) -> None:
    text = f"{title}\n\n3. Басқарма көмек туралы өтінішті қарап, жауап береді."
    proposed = add_proposals(Reading(build_act(text, "ереже.txt")), make_found(FIRM), make_sure())[FIRM:]
    assert [each.clause.number for each in proposed if each.clause] == ["3"]


def test_each_family_has_its_texts_in_all_languages_and_a_code_of_its_own() -> None:
    for family, proposal in read_proposals().items():
        assert read_factors()[proposal.code].family == family
        assert {*proposal.message} == {*proposal.why} == {"kk", "ru", "en"}
        assert {*proposal.remedy} == {"kk", "ru"}


def test_every_family_that_is_proposed_has_been_learnt_by_the_model_that_ships() -> None:
    assert set(read_proposals()) <= set(load(SHIPPED).families) <= set(read_names("families"))


@pytest.mark.parametrize(
    "text",
    [
        "1. Басқарма көмек туралы өтінішті бес жұмыс күні ішінде қарап, жауап береді.",
        "1. Управление рассматривает заявление о помощи и направляет ответ в течение пяти рабочих дней.",
    ],
)
def test_no_term_is_missed_where_one_stands(text: str) -> None:
    eager = replace(make_weights(), intercepts=(9.0,))
    assert add_proposals(Reading(build_act(text, "ереже.txt")), make_found(FIRM), eager)[FIRM:] == []


def test_what_the_model_is_not_sure_of_is_not_proposed() -> None:
    shy = replace(make_weights(), intercepts=(-9.0,))
    assert add_proposals(Reading(build_act(TEXT["kk"], "ереже.txt")), make_found(FIRM), shy)[FIRM:] == []
