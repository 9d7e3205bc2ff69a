"""Dates in words, acts as they are cited, numbers that agree with their nouns."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sarapshy.documents.words import (
    Count,
    cite_act,
    cite_requisites,
    join_numbers,
    name_body,
    name_units,
    print_date,
    print_dated,
    print_on_date,
    quote,
    read_words,
)

DAY = date(2012, 2, 21)
ACT: dict[str, Any] = {"kind": "order", "number": "57", "date": "2012-02-21", "title": "Ереже", "path": "ереже.txt"}


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("write", "language", "words"),
    [
        (print_date, "kk", "2012 жылғы 21 ақпан"),
        (print_date, "ru", "21 февраля 2012 года"),
        (print_dated, "kk", "2012 жылғы 21 ақпандағы"),
        (print_dated, "ru", "от 21 февраля 2012 года"),
        (print_on_date, "kk", "2012 жылғы 21 ақпанда"),
        (print_on_date, "ru", "21 февраля 2012 года"),
    ],
)
def test_a_date_is_written_in_words(write: Any, language: str, words: str) -> None:
    assert plain(write(DAY, language)) == words


def test_every_month_has_its_forms() -> None:
    assert {name: len(months) for name, months in read_words()["months"].items()} == dict.fromkeys(
        ("kk", "kk_before", "kk_on", "ru"), 12
    )


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "1 замечание"),
        (3, "3 замечания"),
        (5, "5 замечаний"),
        (11, "11 замечаний"),
        (21, "21 замечание"),
        (1112, "1 112 замечаний"),
    ],
)
def test_a_russian_noun_agrees_with_its_number(number: int, words: str) -> None:
    assert plain(f"{Count(number):замечание|замечания|замечаний}") == words


@pytest.mark.parametrize(
    ("change", "to", "kk", "ru"),
    [
        ({}, False, "2012 жылғы 21 ақпандағы № 57 бұйрық", "приказ от 21 февраля 2012 года № 57"),
        ({}, True, "2012 жылғы 21 ақпандағы № 57 бұйрыққа", "приказ от 21 февраля 2012 года № 57"),
        ({"number": None}, False, "2012 жылғы 21 ақпандағы бұйрық", "приказ от 21 февраля 2012 года"),
        ({"date": None, "kind": "policy"}, True, "№ 57 саясатқа", "политику № 57"),
        ({"date": None, "number": None, "kind": "law"}, True, "заңға", "закон"),
    ],
)
def test_an_act_is_cited_by_what_is_known_of_it(change: dict[str, Any], to: bool, kk: str, ru: str) -> None:
    act = {**ACT, **change}
    assert plain(cite_requisites(act, "kk", to)) == kk
    assert plain(cite_requisites(act, "ru", to)) == ru


def test_an_act_without_requisites_is_told_by_its_file() -> None:
    assert cite_act({**ACT, "date": None, "number": None, "title": None}, "kk") == "бұйрық (ереже.txt)"


def test_marks_within_marks_are_of_the_other_kind() -> None:
    assert quote('«Білім туралы» заң және "Ереже"') == "«„Білім туралы“ заң және „Ереже“»"


def test_a_row_of_a_table_is_quoted_without_the_marks_of_its_edges() -> None:
    assert quote("\t|\tөтініш\t|\tбес күн") == "«өтініш | бес күн»"


@pytest.mark.parametrize(
    ("numbers", "words"), [([1], "1"), ([1, 2], "1, 2"), ([3, 1, 2], "1–3"), ([1, 3, 4, 5, 9], "1, 3–5, 9"), ([], "")]
)
def test_numbers_of_remarks_are_joined(numbers: list[int], words: str) -> None:
    assert join_numbers(numbers) == words


def test_units_are_named_one_or_several() -> None:
    assert name_units("pt", ["5"], "kk") == "5-тармақ"
    assert name_units("pt", ["1–3", "5"], "kk") == "1–3, 5-тармақтар"
    assert name_units("art", ["1–3", "5"], "ru") == "статьи 1–3, 5"


@pytest.mark.parametrize(
    ("body", "language", "name"),
    [
        ("Министра энергетики Республики Казахстан", "ru", "Министр энергетики Республики Казахстан"),
        ("и.о. Министра здравоохранения", "ru", "и.о. Министр здравоохранения"),
        ("Правительство Республики Казахстан", "ru", "Правительство Республики Казахстан"),
        ("Алматы қаласының мәслихаты", "kk", "Алматы қаласының мәслихаты"),
    ],
)
def test_a_body_is_named_by_itself(body: str, language: str, name: str) -> None:
    assert name_body(body, language) == name
