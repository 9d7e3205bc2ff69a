"""Words in pieces, and their columns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sarapshy.classify.features import PIECES, SIGNS, cut_word, list_words, place_sign


def test_a_word_counts_once_whatever_its_number() -> None:
    assert list_words("комиссия хаттаманы комиссия отырысында толтырады") == [
        "комиссия",
        "хаттаманы",
        "отырысында",
        "толтырады",
    ]


def test_forms_of_one_word_share_most_of_their_pieces() -> None:
    one, other = ({column for column, _ in cut_word(word)} for word in ("комиссиясының", "комиссияға"))
    assert len(one & other) > len(other) / 2


def test_a_short_word_is_cut_with_the_blanks_at_its_ends() -> None:
    assert sum(count for _, count in cut_word("еді")) == 3 + 2 + 1


@given(st.text(alphabet="абвгдәіңғүұқөһ", min_size=1, max_size=30), st.text(max_size=20))
def test_columns_lie_within_their_tables(word: str, sign: str) -> None:
    assert all(0 <= column < PIECES and count > 0 for column, count in cut_word(word))
    assert 0 <= place_sign(sign) < SIGNS
