"""Kazakh or Russian, from a title to a whole act."""

from __future__ import annotations

import pytest

from sarapshy.language.identify import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Комиссия шешім қабылдайды", "kk"),
        ("Басшы мен орынбасар", "kk"),
        ("7-1-тармақ мынадай редакцияда жазылсын:", "kk"),
        ("Бiлiм беру мекемесi", "kk"),  # Latin i only
        ("Жалпы ережелер", "kk"),
        ("Комиссия принимает решение", "ru"),
        ("Общие положения", "ru"),
        ("Республики Казахстан", "ru"),
        ("Порядок обжалования", "ru"),
        ("Аким города Нұр-Сұлтан утверждает состав комиссии и порядок ее работы", "ru"),
    ],
)
def test_a_short_string_is_told_by_letters_and_words(text: str, language: str) -> None:
    assert language_of(text) == language


def test_of_two_languages_the_longer_text_decides() -> None:
    kazakh = "Көрсетілетін қызметті беруші өтінішті тіркейді және жауап дайындайды. "
    russian = "Услугодатель регистрирует заявление и готовит мотивированный ответ заявителю. "
    assert language_of(kazakh * 30 + russian * 10) == "kk"
    assert language_of(kazakh * 10 + russian * 30) == "ru"


def test_a_long_text_in_capitals_is_told_as_in_small_letters() -> None:
    assert language_of("КӨРСЕТІЛЕТІН ҚЫЗМЕТТІ БЕРУШІ ӨТІНІШТІ ТІРКЕЙДІ ЖӘНЕ ЖАУАП ДАЙЫНДАЙДЫ. " * 30) == "kk"


def test_letters_of_a_third_language_make_no_long_text_kazakh() -> None:
    bulgarian, kazakh = "Комисията разглежда заявлението и взема решение. ", "Көлік құралы. "
    assert language_of(bulgarian * 200 + kazakh * 5) == "ru"
    assert language_of("ћ" * 9000 + kazakh * 100) == "kk"


@pytest.mark.parametrize("text", ["", "25", "№ 7-1", "___", "IELTS 6.5"])
def test_what_has_no_language_takes_the_default(text: str) -> None:
    assert language_of(text) == "ru"
    assert language_of(text, default="kk") == "kk"
