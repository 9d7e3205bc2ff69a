"""What the classifier proposes beside what the rules have found."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made import make_finding, make_weights

from sarapshy.acts.reading import build_act
from sarapshy.acts.stretches import Reading
from sarapshy.classify.acceptance import SHOWN, logit
from sarapshy.classify.files import load
from sarapshy.classify.likely import FIRST
from sarapshy.classify.model import Weights
from sarapshy.classify.propose import FIRM, UNFAMILIAR, add_proposals, fill_up, leave_likely, read_proposals, suppose
from sarapshy.classify.shipped import SHIPPED
from sarapshy.classify.signs import read_sentences
from sarapshy.findings.factors import read_factors, read_names
from sarapshy.findings.model import Finding

TEXT = {
    "kk": "1. Басқарма көмек туралы өтінішті қарап, жауап береді.\n2. Кітапхана таңертең ашылады.\n"
    "3. Басқарма грант туралы өтінішті қарап, жауап береді.",
    "ru": "1. Управление рассматривает заявление о помощи и направляет ответ.\n2. Библиотека открывается утром.\n"
    "3. Управление рассматривает заявление о гранте и направляет ответ.",
}
CHARTER = {
    "kk": "1-тарау. Жалпы ережелер\n\n1. Басқарма мемлекеттік орган болып табылады.\n\n2-тарау. Міндеттері мен өкілеттіктері\n\n"
    "2. Міндеттері: өтініштерді қарау.\n3. Функциялары: Басқарма көмек туралы өтінішті қарап, жауап береді.",
    "ru": "Глава 1. Общие положения\n\n1. Управление является государственным органом.\n\nГлава 2. Задачи и полномочия\n\n"
    "2. Задачи: рассмотрение заявлений.\n3. Функции: Управление рассматривает заявление о помощи и направляет ответ.",
}


def find(language: str, found: list[Finding]) -> list[Finding]:
    return add_proposals(Reading(build_act(TEXT[language], "ереже.txt")), found, make_weights())[len(found) :]


def lean(reading: Reading, likeliest: float) -> Weights:
    """The model, so sure of itself that its likeliest sentence scores that."""
    weights = replace(make_weights(), intercepts=(0.0,))
    highest = max(score for (score,) in weights.score(read_sentences(reading)))
    return replace(weights, intercepts=(logit(likeliest) - logit(highest),))


def make_found(count: int) -> list[Finding]:
    return [make_finding(rank=rank) for rank in range(1, count + 1)]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_likeliest_sentences_come_first_below_what_the_rules_found(language: str) -> None:
    proposed = find(language, make_found(FIRST))
    assert [each.rank for each in proposed] == [FIRST + 1, FIRST + 2, FIRST + 3]
    assert {each.clause.number for each in proposed[:2] if each.clause} == {"1", "3"}
    assert all(each.detector == "classifier" and each.quote in TEXT[language] for each in proposed if each.quote)
    assert len({each.id for each in proposed}) == 3


def test_among_the_first_ten_stands_only_what_the_model_is_firm_about() -> None:
    reading = Reading(build_act(TEXT["kk"], "ереже.txt"))
    firm, shy = lean(reading, FIRM + 0.01), lean(reading, FIRM - 0.01)
    assert add_proposals(reading, [], firm)
    assert add_proposals(reading, [], shy) == []
    assert len(add_proposals(reading, make_found(FIRST), shy)) > FIRST


@pytest.mark.parametrize(
    ("somebody", "nobody"),
    [
        ("Басқарма үміткердің өтінішін қарайды.", "Кітапхана қоры жыл сайын есептеледі."),
        ("Управление рассматривает заявление кандидата.", "Фонд библиотеки пересчитывается ежегодно."),
        ("Басқарма үміткердің өтінішін қарайды.", "3) үміткердің өмірбаяны;"),
        ("Управление рассматривает заявление кандидата.", "3) биография кандидата;"),
    ],
)
def test_among_the_first_ten_stands_only_what_is_decided_on_somebody(somebody: str, nobody: str) -> None:
    supposed = [make_finding("T1", rank, quote, confidence=FIRM) for rank, quote in enumerate((nobody, somebody), 1)]
    assert [each.quote for each in fill_up([], supposed)] == [somebody]
    below = fill_up([make_finding("D2", rank) for rank in range(3, FIRST + 3)], supposed)
    assert [each.quote for each in below[FIRST:]] == [nobody, somebody]


@pytest.mark.parametrize(
    "title",
    [
        "«Көмек басқармасы» мемлекеттік мекемесі туралы ереже",
        "Положение о государственном учреждении «Управление помощи»",
    ],
)
def test_in_the_charter_of_a_body_nothing_is_proposed(title: str) -> None:
    language = "ru" if title.startswith("П") else "kk"
    eager = replace(make_weights(), intercepts=(9.0,))
    reading = Reading(build_act(f"{title}\n\n{CHARTER[language]}", "ереже.txt"))
    assert reading.nature.is_charter
    assert add_proposals(reading, [], eager) == []


@pytest.mark.parametrize(
    ("language", "other"), [("kk", "Кеден қоймасы таңертең ашылады"), ("ru", "Склад открывается утром")]
)
def test_on_what_the_model_has_not_learnt_from_nothing_is_proposed_among_the_first_ten(
    language: str, other: str
) -> None:
    first, _, third = TEXT[language].split("\n")
    told = Reading(build_act("\n".join([first, f"2. {other}.", third]), "ереже.txt"))
    eager = replace(make_weights(), intercepts=(9.0,))
    assert add_proposals(told, [], eager) == []
    below = add_proposals(told, make_found(FIRST), eager)[FIRST:]
    assert below
    assert {each.confidence for each in below} == {UNFAMILIAR}
    assert suppose(told, eager, FIRST - 1) == ()
    assert leave_likely(below, FIRST - 1) == []


@pytest.mark.parametrize(
    "text",
    [
        "1. Осы Ереже шәкіртақы тағайындау тәртібін айқындайды, ал басқарма өтінішті қарап, жауап береді.",
        "1. Настоящие Правила определяют порядок назначения стипендии, управление рассматривает заявление.",
    ],
)
def test_what_an_act_says_that_it_is_about_is_no_norm_to_be_proposed(text: str) -> None:
    eager = replace(make_weights(), intercepts=(9.0,))
    assert add_proposals(Reading(build_act(text, "ереже.txt")), make_found(FIRST), eager)[FIRST:] == []


def test_no_more_is_proposed_than_a_reader_takes_in() -> None:
    assert find("kk", make_found(SHOWN)) == []
    assert len(find("kk", make_found(SHOWN - 1))) == 1


def test_what_a_rule_has_said_of_a_point_is_not_proposed_again() -> None:
    said = replace(make_finding("D1a"), clause=replace(make_finding().clause, number="3"))  # type: ignore[type-var]
    assert "3" not in {each.clause.number for each in find("kk", [*make_found(FIRST), said]) if each.clause}


def test_the_meaning_of_a_term_is_no_norm_to_be_proposed() -> None:
    text = "1. Осы Қағидаларда мынадай ұғымдар пайдаланылады:\n1) өтініш – басқарма қарап, жауап беретін құжат;\n"
    found = make_found(FIRST)
    proposed = add_proposals(Reading(build_act(text, "ереже.txt")), found, make_weights())[FIRST:]
    assert not [each for each in proposed if "құжат" in (each.quote or "")]


@pytest.mark.parametrize("title", ["2-тарау. Өтінішті қарау тәртібі", "Глава 2. Порядок рассмотрения заявления"])
def test_a_title_is_no_norm_to_be_proposed(title: str) -> None:
    text = f"{title}\n\n3. Басқарма шәкіртақы туралы өтінішті қарап, жауап береді."
    proposed = add_proposals(Reading(build_act(text, "ереже.txt")), make_found(FIRST), make_weights())[FIRST:]
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
    assert add_proposals(Reading(build_act(text, "ереже.txt")), make_found(FIRST), eager)[FIRST:] == []


def test_what_the_model_is_not_sure_of_is_not_proposed() -> None:
    shy = replace(make_weights(), intercepts=(-9.0,))
    assert add_proposals(Reading(build_act(TEXT["kk"], "ереже.txt")), make_found(FIRST), shy)[FIRST:] == []
