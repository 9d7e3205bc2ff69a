"""Words in pieces, and their numbers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sarapshy.classify.features import BEGINNINGS, ENDINGS, cut_word, list_words, place_sign


def test_a_word_counts_once_whatever_its_number() -> None:
    assert list_words("комиссия хаттаманы комиссия отырысында толтырады") == [
        "комиссия",
        "хаттаманы",
        "отырысында",
        "толтырады",
    ]


def test_forms_of_one_word_share_its_beginnings() -> None:
    one, other = set(cut_word("комиссиясының")), set(cut_word("комиссияға"))
    assert len(one & other) == len(BEGINNINGS)


def test_a_short_word_is_told_whole() -> None:
    assert cut_word("сот") == (place_sign("=сот"),)


@given(st.text(alphabet="абвгдәіңғүұқөһ", min_size=1, max_size=30))
def test_every_piece_is_a_number_of_32_bits_and_stands_once(word: str) -> None:
    pieces = cut_word(word)
    assert 0 < len(pieces) <= len(BEGINNINGS) + len(ENDINGS) + 1
    assert all(0 <= piece < 2**32 for piece in pieces)
