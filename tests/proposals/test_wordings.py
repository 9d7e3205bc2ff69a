"""Wordings to paste: what the files hold, and how they are filled."""

from __future__ import annotations

import re
from dataclasses import replace
from string import Formatter

import pytest
from proposed import find

from sarapshy.acts.model import Act
from sarapshy.acts.outline import Outline
from sarapshy.detect.rules import read_rules
from sarapshy.proposals.names import Names
from sarapshy.proposals.remedies import Do, open_numbers
from sarapshy.proposals.wordings import Place, align, find_ways, fit, read_wordings, tidy

SENTENCE = "4. Комиссия қажет болған жағдайда үміткерден мәліметтерді сұратуға құқылы."
OWN = {"text", "here", "commission", "doer", "noun", "means", "refers", "cited"}
WAYS = [(rule, way) for rule, ways in read_wordings().items() for way in ways]
DOES = {*(do.value for do in Do), "oblige", "align", "fit"}


def names_in(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize(("rule", "way"), WAYS, ids=[rule for rule, _ in WAYS])
def test_a_wording_is_of_a_rule_and_complete_in_both_languages(rule: str, way: dict[str, str]) -> None:
    known = {each.code: each for each in read_rules()}[rule]
    assert way["do"] in DOES
    told = [way[language] for language in ("kk", "ru") if language in way]
    assert len(told) != 1
    for language, text in zip(("kk", "ru"), told, strict=False):
        texts = " ".join((known.name[language], known.remedy[language], known.why[language]))
        assert names_in(text) <= OWN | names_in(texts)
        if way["do"] in ("add", "point", "instead", "delete", "oblige"):
            assert text.endswith((".", ".]]")) and text[0] != " "
    assert len({len(re.findall(r"\([_]{3}\)", text)) for text in told}) <= 1


def test_the_names_of_the_act_come_in_their_cases(kazakh: Act, russian: Act) -> None:
    own, foreign = Names(kazakh, Outline(kazakh)), Names(russian, Outline(russian))
    assert f"{own.text(0, 'kk'):loc}" == "осы Қағидаларда"
    assert f"{foreign.text(0, 'ru'):gen}" == "настоящих Правил"
    point = Outline(kazakh).at(kazakh.text.index(SENTENCE)) or 0
    assert (f"{own.here(point, 'kk'):gen}", f"{foreign.here(point, 'ru'):ins}") == (
        "осы тармақтың",
        "настоящим пунктом",
    )


def test_the_commission_is_that_of_the_words_found(kazakh: Act, russian: Act) -> None:
    names = Names(kazakh, Outline(kazakh))
    assert f"{names.commission(find(kazakh, 'P4-voting', SENTENCE), 0, 'kk'):dat}" == "Комиссияға"
    names = Names(russian, Outline(russian))
    finding = find(russian, "P4-voting", "2. Выбор проводит комиссия, созданная директором школы.")
    assert f"{names.commission(finding, 0, 'ru'):ins}" == "комиссией"


def test_who_acts_is_named_or_left_blank(kazakh: Act) -> None:
    names = Names(kazakh, Outline(kazakh))
    assert names.doer(find(kazakh, "D2-entitled", SENTENCE), "kk") == "Комиссия"
    assert f"{names.doer(find(kazakh, 'P5-blanket', '5. Шешімге шағым'), 'kk'):gen}" == "___"


def test_one_word_is_spoken_of_as_one(kazakh: Act) -> None:
    place = Place(Outline(kazakh).at(kazakh.text.index(SENTENCE)) or 0, 0, "kk")
    names = Names(kazakh, Outline(kazakh))
    one, many = (
        find_ways(find(kazakh, "T1-general", SENTENCE, words), names, place)[0][0].new
        for words in ("қажет", "болған жағдайда")
    )
    assert "«қажет» деген сөз " in one and "«болған жағдайда» деген сөздер " in many


def test_a_finding_that_does_not_tell_its_words_has_no_wording_that_repeats_them(kazakh: Act) -> None:
    place = Place(Outline(kazakh).at(kazakh.text.index(SENTENCE)) or 0, 0, "kk")
    finding = find(kazakh, "T1-general", SENTENCE, "қажет болған жағдайда")
    names = Names(kazakh, Outline(kazakh))
    assert find_ways(finding, names, place)
    assert find_ways(replace(finding, values=None), names, place) == []


def test_words_are_repeated_in_one_line_and_with_their_brackets_whole() -> None:
    assert tidy("дереу) хабарлауды") == "дереу"
    assert tidy("иные\n  документы;") == "иные документы"
    for words in ("а | б", "с" * 200, '"сөз', "..."):
        with pytest.raises(KeyError):
            tidy(words)


def test_two_wordings_stand_side_by_side_unless_they_are_of_two_languages() -> None:
    assert align("он күн ішінде", "бес күн ішінде").new == "он күн ішінде / бес күн ішінде"
    assert align("5 (бес) күн ішінде", "в течение 10 дней").new == "[[5 / 10]] (___) күн ішінде"
    with pytest.raises(KeyError):
        align("басқарма шешеді", "решает управление образования")


@pytest.mark.parametrize(
    ("language", "wording", "opened"),
    [
        ("kk", "Жауап бес жұмыс күні ішінде беріледі.", "Жауап ___ (___) жұмыс күні ішінде беріледі."),
        ("kk", "Отырысқа тоғыз мүше қатысады.", "Отырысқа тоғыз мүше қатысады."),
        ("kk", "Кемінде 30 күнтізбелік күн бұрын", "Кемінде ___ (___) күнтізбелік күн бұрын"),
        ("ru", "Ответ даётся в течение трёх рабочих дней.", "Ответ даётся в течение ___ (___) рабочих дней."),
        ("ru", "Отчёт сдаётся раз в год.", "Отчёт сдаётся раз в год."),
    ],
)
def test_a_number_that_a_lawyer_chooses_is_a_blank(language: str, wording: str, opened: str) -> None:
    assert open_numbers(wording, language) == opened


@pytest.mark.parametrize(
    ("first", "second", "fitted"),
    [
        ("1-4", "4-8", "[[5]]-8"),
        ("1-3", "5-8", "[[4]]-8"),
        ("4 – 7", "7 – 10", "[[8]] – 10"),
        ("7-10", "4-7", "4-[[6]]"),
    ],
)
def test_a_band_begins_where_the_one_before_it_ends(first: str, second: str, fitted: str) -> None:
    assert fit(first, second).new == fitted


@pytest.mark.parametrize(("first", "second"), [("1-4", "4"), ("0,5-1,5", "1,5-2"), ("1-4", "2-4")])
def test_what_is_no_band_of_whole_numbers_is_not_fitted(first: str, second: str) -> None:
    with pytest.raises(KeyError):
        fit(first, second)
