"""Names in their cases."""

from __future__ import annotations

import pytest

from sarapshy.language.declension import decline
from sarapshy.language.russian import agree

KAZAKH = {
    "Комиссия": "Комиссияның Комиссияға Комиссияны Комиссияда Комиссиядан Комиссиямен",
    "кадр комиссиясы": (
        "кадр комиссиясының кадр комиссиясына кадр комиссиясын кадр комиссиясында кадр комиссиясынан кадр комиссиясымен"
    ),
    "Кеңес": "Кеңестің Кеңеске Кеңесті Кеңесте Кеңестен Кеңеспен",
    "осы Қағидалар": "осы Қағидалардың осы Қағидаларға осы Қағидаларды осы Қағидаларда осы Қағидалардан осы Қағидалармен",
    "осы бап": "осы баптың осы бапқа осы бапты осы бапта осы баптан осы баппен",
    "Заң": "Заңның Заңға Заңды Заңда Заңнан Заңмен",
    "ұйымдастырушы": (
        "ұйымдастырушының ұйымдастырушыға ұйымдастырушыны ұйымдастырушыда ұйымдастырушыдан ұйымдастырушымен"
    ),
    "министр": "министрдің министрге министрді министрде министрден министрмен",
    "институт": "институттың институтқа институтты институтта институттан институтпен",
}
RUSSIAN = {
    "Приёмная комиссия": ("Приёмной комиссии", "Приёмной комиссией"),
    "комиссия по распределению мест": ("комиссии по распределению мест", "комиссией по распределению мест"),
    "настоящие Правила": ("настоящих Правил", "настоящими Правилами"),
    "настоящее Положение": ("настоящего Положения", "настоящим Положением"),
    "Попечительский совет": ("Попечительского совета", "Попечительским советом"),
    "ҚР ДСМ": ("ҚР ДСМ", "ҚР ДСМ"),
}  # fmt: skip


@pytest.mark.parametrize("name", KAZAKH)
def test_a_kazakh_ending_follows_the_last_sound_and_the_vowels(name: str) -> None:
    forms = [decline(name, case, "kk") for case in ("gen", "dat", "acc", "loc", "abl", "ins")]
    assert " ".join(forms) == KAZAKH[name]
    assert decline(name, "nom", "kk") == name


@pytest.mark.parametrize("name", RUSSIAN)
def test_a_russian_noun_is_turned_with_its_adjectives_and_what_follows_stays(name: str) -> None:
    assert (decline(name, "gen", "ru"), decline(name, "ins", "ru")) == RUSSIAN[name]


@pytest.mark.parametrize(
    ("noun", "said"),
    [("комиссия", "обязана"), ("управление", "обязано"), ("члены", "обязаны"), ("комиссией", None), ("я", None)],
)
def test_a_russian_short_form_agrees_with_who_acts_and_a_word_of_no_gender_is_nobody(
    noun: str, said: str | None
) -> None:
    assert agree("обязан", noun) == said
