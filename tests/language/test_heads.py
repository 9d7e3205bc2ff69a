"""Where stems may begin: every place, in order, and no stem sought twice."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from sarapshy.language.heads import choose_heads, find_heads
from sarapshy.language.suffixes import list_forms


def test_a_stem_that_begins_with_another_is_found_with_it() -> None:
    assert choose_heads(["бұйры", "тарма", "тармақша", "бөлімше", "бөлім"]) == ("бұйры", "бөлім", "тарма")


def test_places_rise_whatever_the_order_of_the_stems() -> None:
    text = "осы бұйрықтың 3-тармағы мен қаулының 2-тармақшасы"
    assert [text[place:].split()[0] for place in find_heads(text, ("тарма", "қаулы", "бұйры"))] == [
        "бұйрықтың",
        "тармағы",
        "қаулының",
        "тармақшасы",
    ]


def test_a_stem_is_sought_voiced_and_not() -> None:
    assert [list_forms(stem) for stem in ("тәртіп", "тармақ", "қаулы")] == [
        ("тәртіп", "тәртіб"),
        ("тармақ", "тармағ"),
        ("қаулы",),
    ]


@given(st.text("абв ", max_size=40), st.lists(st.text("абв", min_size=1, max_size=3), min_size=1, max_size=5))
def test_they_are_the_places_that_an_expression_finds(text: str, stems: list[str]) -> None:
    expected = [match.start() for match in re.finditer(f"(?={'|'.join(stems)})", text)]
    assert find_heads(text, choose_heads(stems)) == expected
