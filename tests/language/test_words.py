"""Numbers in words, Kazakh stems, Russian lemmas."""

from __future__ import annotations

import pytest

from sarapshy.language.kazakh import case_of, stem
from sarapshy.language.numbers import read_number
from sarapshy.language.russian import lemma, part_of_speech


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("жиырма бес", "kk", 25),
        ("бір жүз отыз", "kk", 130),
        ("жүз", "kk", 100),
        ("екі мың бес жүз", "kk", 2500),
        ("1 500", "kk", 1500),
        ("ста двадцати", "ru", 120),
        ("двух тысяч пятисот", "ru", 2500),
        ("комиссия", "kk", None),
        ("", "ru", None),
    ],
)
def test_a_number_is_read_in_digits_and_words(text: str, language: str, value: int | None) -> None:
    assert read_number(text, language) == value


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("комиссияларының", "комиссия"),
        ("тәртібімен", "тәртіп"),
        ("құқығын", "құқық"),
        ("жұмысында", "жұмыс"),
        ("төрағасына", "төраға"),
        ("қызметі", "қызмет"),
        ("қызметті", "қызмет"),
        ("мерзім", "мерзім"),
        ("ай", "ай"),
    ],
)
def test_the_forms_of_a_kazakh_noun_have_one_stem(word: str, expected: str) -> None:
    assert stem(word) == expected


@pytest.mark.parametrize(
    ("suffix", "case"),
    [("", "nom"), ("лары", "nom"), ("ның", "gen"), ("ға", "dat"), ("мен", "ins"), ("қындайды", None)],
)
def test_a_suffix_shows_the_case(suffix: str, case: str | None) -> None:
    assert case_of(suffix, ("back",)) == case


def test_russian_forms_lead_to_the_dictionary() -> None:
    assert (lemma("Комиссией"), part_of_speech("комиссией")) == ("комиссия", "NOUN")
    assert part_of_speech("рассматривает") == "VERB"
