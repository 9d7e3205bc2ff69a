"""Two texts of one act, told by their names and by what they are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sarapshy.acts.model import Act
from sarapshy.acts.reading import build_act
from sarapshy.references.pairs import find_pairs, pair_names

KAZAKH = "1. Комиссия құжаттарды қарайды және шешім қабылдайды, оның хаттамасы сайтта жарияланады."
RUSSIAN = "1. Комиссия рассматривает документы и принимает решение, протокол размещается на сайте."


def make_act(name: str, text: str) -> Act:
    return build_act(text, name)


@pytest.mark.parametrize(
    ("kazakh", "russian"),
    [
        ("order.kk.txt", "order.ru.txt"),
        ("order_kaz.docx", "order_rus.docx"),
        ("order.kk.docx", "order.ru.pdf"),
        ("order_kaz.txt", "order.txt"),
        ("order.txt", "order_ru.txt"),
        ("acts/57/kk.txt", "acts/57/ru.txt"),
        ("acts/kk/57.txt", "acts/ru/57.txt"),
        ("policies_kk_ru/gifts_kaz.txt", "policies_kk_ru/gifts.txt"),
        ("policies kk ru/57/kk.txt", "policies kk ru/57/ru.txt"),
        ("k1500000414.20-01-2026.kaz.pdf", "k1500000414.20-01-2026.rus.pdf"),
        ("Бұйрық.KAZ.docx", "Бұйрық.RUS.docx"),
    ],
)
def test_names_that_differ_in_language_are_a_pair(kazakh: str, russian: str) -> None:
    assert pair_names([kazakh, russian]) == [(0, 1)]
    assert pair_names(["other.txt", russian, kazakh]) == [(2, 1)]


@pytest.mark.parametrize(
    "names",
    [
        ("order.kk.txt", "rules.ru.txt"),
        ("order.txt", "order.docx"),
        ("order.kk.txt", "order.kk.docx"),
        ("a/order.kk.txt", "b/order.ru.txt"),
        ("kkm.txt", "rum.txt"),
        ("00057.txt", "00058.txt"),
    ],
)
def test_other_names_are_no_pair(names: tuple[str, str]) -> None:
    assert pair_names(names) == []


def test_of_three_files_the_two_of_one_format_are_the_pair() -> None:
    assert pair_names(["57/kk.txt", "57/ru.doc", "57/ru.txt"]) == [(0, 2)]


def test_acts_are_paired_kazakh_first_whatever_the_names_say() -> None:
    kazakh, russian = make_act("order.ru.txt", KAZAKH), make_act("order.kk.txt", RUSSIAN)
    assert find_pairs([russian, kazakh]) == [(kazakh, russian)]


def test_two_names_over_texts_of_one_language_are_no_pair() -> None:
    assert find_pairs([make_act("order.kk.txt", KAZAKH), make_act("order.ru.txt", KAZAKH)]) == []


def test_acts_of_one_number_and_date_are_a_pair() -> None:
    kazakh = make_act(
        "first.txt",
        "Іріктеу қағидаларын бекіту туралы\n\nӨңір басқармасы басшысының 2021 жылғы 4 наурыздағы № 318 бұйрығы\n\n"
        + KAZAKH,
    )
    russian = make_act(
        "second.txt", "Приказ руководителя управления области от 4 марта 2021 года № 318\nОб отборе\n\n" + RUSSIAN
    )
    other = make_act(
        "third.txt", "Приказ руководителя управления области от 5 марта 2021 года № 319\nОб отборе\n\n" + RUSSIAN
    )
    assert find_pairs([other, russian, kazakh]) == [(kazakh, russian)]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(["a.kk.txt", "a.ru.txt", "a.txt", "a_kaz.txt", "b.kk.txt", "b.ru.doc", "b.ru.txt", "c"]))
)
def test_no_name_is_in_two_pairs(names: list[str]) -> None:
    taken = [position for pair in pair_names(names) for position in pair]
    assert len(taken) == len(set(taken))
