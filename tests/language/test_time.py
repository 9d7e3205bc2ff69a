"""Terms of time, counted and elastic."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sarapshy.language.time import find_elastic_terms, find_terms

KAZAKH = [
    ("10 (он) жұмыс күні ішінде", ("within", 10, "working_day")),
    ("он жұмыс күнінен кешіктірмей", ("at_most", 10, "working_day")),
    ("жиырма төрт сағат ішінде", ("within", 24, "hour")),
    ("үш күн мерзімде", ("within", 3, "day")),
    ("бір айлық мерзімде", ("within", 1, "month")),
    ("күнтізбелік он күн ішінде", ("within", 10, "calendar_day")),
    ("бір ай бұрын", ("before", 1, "month")),
    ("алты айдан кем емес", ("at_least", 6, "month")),
    ("кемінде 5 жыл", ("at_least", 5, "year")),
    ("5 жұмыс күнінен кейін", ("after", 5, "working_day")),
    ("3-тен 5 күнге дейін", ("range", 3, "day")),
    ("жұмыс күні ішінде", ("within", None, "working_day")),
    ("тоқсан сайын", ("every", None, "quarter")),
    ("келесі жұмыс күні", ("next_day", 1, "day")),
    ("сол күні", ("same_day", 0, "day")),
    ("25 тамызға дейін", ("by_date", 25, "date")),
    ("15 минут", ("exact", 15, "minute")),
]
RUSSIAN = [
    ("в течение 10 (десяти) рабочих дней", ("within", 10, "working_day")),
    ("не позднее 3 дней", ("at_most", 3, "day")),
    ("в трехдневный срок", ("within", 3, "day")),
    ("в 10-дневный срок", ("within", 10, "day")),
    ("в 5 (пяти)-дневный срок", ("within", 5, "day")),
    ("в двадцатипятидневный срок", ("within", 25, "day")),
    ("не позднее двухнедельного срока", ("at_most", 2, "week")),
    ("по истечении месячного срока", ("after", 1, "month")),
    ("в течение 3-х рабочих дней", ("within", 3, "working_day")),
    ("в день подписания", ("same_day", 0, "day")),
    ("не более одного месяца", ("at_most", 1, "month")),
    ("в срок до 10 календарных дней", ("at_most", 10, "calendar_day")),
    ("не менее пяти лет", ("at_least", 5, "year")),
    ("за 5 дней до", ("before", 5, "day")),
    ("по истечении двух недель", ("after", 2, "week")),
    ("через месяц", ("after", None, "month")),
    ("в течение рабочего дня", ("within", None, "working_day")),
    ("не реже одного раза в квартал", ("every", None, "quarter")),
    ("в день обращения", ("same_day", 0, "day")),
    ("на следующий рабочий день", ("next_day", 1, "day")),
    ("до 1 июня", ("by_date", 1, "date")),
    ("ежегодно", ("every", None, "year")),
]


@pytest.mark.parametrize(("phrase", "expected"), KAZAKH)
def test_a_kazakh_term_is_read_whole(phrase: str, expected: tuple[str, int | None, str]) -> None:
    text = f"өтінім {phrase} қаралады"
    (term,) = find_terms(text, "kk")
    assert (term.bound, term.number, term.unit, text[term.start : term.end].strip()) == (*expected, phrase)


@pytest.mark.parametrize(("phrase", "expected"), RUSSIAN)
def test_a_russian_term_is_read_whole(phrase: str, expected: tuple[str, int | None, str]) -> None:
    text = f"заявка {phrase} рассматривается"
    (term,) = find_terms(text, "ru")
    assert (term.bound, term.number, term.unit, text[term.start : term.end].strip()) == (*expected, phrase)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("2012 жылғы 5 мамырдағы бұйрық", "kk"),
        ("10 айлық есептік көрсеткіш", "kk"),
        ("тәртіпті айқындайды", "kk"),
        ("1-ші жыл", "kk"),
        ("в 2012 году", "ru"),
        ("частный случай", "ru"),
    ],
)
def test_a_date_of_an_act_or_a_sum_of_money_is_no_term(text: str, language: str) -> None:
    assert find_terms(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("басшы дереу хабарлайды", "kk", ["дереу"]),
        ("ең қысқа мерзімде қаралады", "kk", ["ең қысқа мерзімде"]),
        ("үш күннен кешіктірмей береді", "kk", []),
        ("кешіктірмей береді", "kk", ["кешіктірмей"]),
        ("незамедлительно, в разумный срок", "ru", ["незамедлительно", "в разумный срок"]),
        ("в срок до 10 дней", "ru", []),
    ],
)
def test_an_elastic_term_promises_speed_and_names_no_term(text: str, language: str, expected: list[str]) -> None:
    assert [term.text for term in find_elastic_terms(text, language)] == expected


@given(
    st.lists(
        st.sampled_from(["3", "он", "(бес)", "жұмыс", "күн", "күнінен", "ішінде", "-", "айлық", "до", "дней", "1"]),
        max_size=9,
    )
)
@settings(max_examples=100, deadline=None)
def test_terms_stand_in_order_and_do_not_overlap(words: list[str]) -> None:
    text = " ".join(words)
    for language in ("kk", "ru"):
        terms = find_terms(text, language)
        assert all(0 <= term.start < term.end <= len(text) for term in terms)
        assert all(a.end <= b.start for a, b in pairwise(terms))
