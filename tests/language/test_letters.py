"""Folding: one spelling for one word, and the way back to the original."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sarapshy.language.letters import fold

ALPHABET = 'аәбіiIИй\u0306е\u0308ёЁİ\u00a0\u2009\u00ad\u200b\ufeff–—«»"abcXHҚқ 1.\n\tz'


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Мерзiмi iшiнде", "мерзімі ішінде"),  # the Latin i
        ("Yкімет Cот", "үкімет сот"),
        ("жəне тұрѓын", "және тұрғын"),
        ("бұйрығы/iн", "бұйрығы/ін"),
        ("II тарау, IV бөлім", "ii тарау, iv бөлім"),  # Roman numerals stay
        ("деңгейHSK егерде HSK", "деңгейhsk егерде hsk"),
        ("i) тармақша", "i) тармақша"),
        ("Ёлка – «орган»", 'елка - "орган"'),
        ("Комис\u00adсия\u00a0шешімі", "комиссия шешімі"),
        ("и\u0306од", "йод"),
        ("İl ОРГАН", "il орган"),
        ("года N 605, N605, A-N 5, N P95", "года № 605, №605, a-n 5, n p95"),
        ("жылғы 4 мамырдағы N 605", "жылғы 4 мамырдағы № 605"),
    ],
)
def test_one_word_has_one_shape(written: str, folded: str) -> None:
    assert fold(written).text == folded


def test_offsets_lead_back_over_what_was_dropped() -> None:
    written = "\ufeffАталған ко\u00adмис\u200bсия шешедi"
    folded = fold(written)
    start = folded.text.index("комиссия")
    assert written[slice(*folded.span(start, start + 8))] == "ко\u00adмис\u200bсия"
    assert folded.source(len(folded.text)) == len(written)


def test_a_letter_in_two_characters_is_quoted_whole() -> None:
    written = "осы\u00adнда\u0438\u0306 бар"
    folded = fold(written)
    end = folded.text.index("й") + 1
    assert written[: folded.span(0, end)[1]] == "осы\u00adнда\u0438\u0306"


@given(st.text(alphabet=ALPHABET, max_size=60))
@settings(max_examples=150, deadline=None)
def test_offsets_grow_and_stay_within_the_text(written: str) -> None:
    folded = fold(written)
    sources = [folded.source(i) for i in range(len(folded.text) + 1)]
    assert sources == sorted(set(sources))
    assert sources[-1] == len(written)
    assert len(folded.text) + len(folded.cuts) == len(written)


@given(st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_a_letter_leads_back_to_itself(written: str) -> None:
    folded = fold(written)
    for place, letter in enumerate(folded.text):
        if letter in "қжшдл":
            assert fold(written[folded.source(place)]).text == letter


@given(st.text(alphabet=ALPHABET, max_size=60))
@settings(max_examples=100, deadline=None)
def test_folding_twice_changes_nothing(written: str) -> None:
    once = fold(written).text
    assert fold(once).text == once
