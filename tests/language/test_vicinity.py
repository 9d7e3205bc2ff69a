"""A text of which few patterns are asked is sought through without an index, and the same is found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sarapshy.language.pattern import compile_pattern
from sarapshy.language.vicinity import choose_landmark, find_vicinities
from sarapshy.language.words import Words

PATTERNS = (
    ("kk", "қажет болған жағдай~"),
    ("kk", "комиссия+noun <2> (шешім~|[өз] тәртібі)"),
    ("kk", "[өз] қалау+noun бойынша"),
    ("kk", "комиссия - тәртібі"),
    ("kk", "# күн~ <1> ~тің"),
    ("kk", "шешім~ -"),
    ("ru", "(в|по) порядк~ <3> комисси~"),
    ("ru", "~ порядк~ [не] (вправе|может <1> решить)"),
    ("ru", "% <2> комисси~"),
)
WORDS = [
    "қажет",
    "болған",
    "жағдайда",
    "комиссия",
    "комиссиясы",
    "шешімі",
    "өз",
    "қалауы",
    "бойынша",
    "тәртібі",
    "3",
    "күнде",
    "кеңестің",
    "в",
    "по",
    "порядке",
    "не",
    "может",
    "вправе",
    "решить",
    "комиссии",
    "%",
]


@given(
    st.sampled_from(PATTERNS),
    st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from([" ", ", ", ". ", "; ", " - ", "-", "\n", "сөз "]))),
)
def test_what_is_found_about_a_rare_word_is_what_is_found_among_all(
    pattern: tuple[str, str], text: list[tuple[str, str]]
) -> None:
    language, source = pattern
    read, written = compile_pattern(source, language), "".join(word + between for word, between in text)
    words = Words(written)
    assert list(read.find(written)) == list(read.find_words(words, 0, len(words)))


@given(st.lists(st.sampled_from(WORDS), min_size=1), st.integers(0, 300), st.integers(0, 300))
def test_so_it_is_within_a_part_of_the_text(text: list[str], start: int, end: int) -> None:
    read, written = compile_pattern("комиссия+noun <2> шешім~", "kk"), " ".join(text)
    words = Words(written)
    assert list(read.find(written, start, end)) == list(read.find_words(words, *words.range(start, end)))


def test_a_pattern_is_sought_by_its_longest_word() -> None:
    landmark = choose_landmark(compile_pattern("қажет <3> (жағдай~|кезеңдер~)", "kk").items)
    assert landmark is not None
    assert (landmark.openings, landmark.before, landmark.after) == (("жағдай", "кезеңдер"), 4, 0)
    assert landmark.others == (("қажет",),)


@pytest.mark.parametrize("source", ["# ~", "~лық", "-"])
def test_a_pattern_whose_words_begin_with_any_letter_has_no_word_to_seek(source: str) -> None:
    assert choose_landmark(compile_pattern(source, "kk").items) is None


def test_pieces_about_near_words_are_one() -> None:
    landmark = choose_landmark(compile_pattern("қажет <1> жағдай~", "kk").items)
    assert landmark is not None
    text = "қажет бір жағдай, қажет жағдай. " + "сөз " * 100 + "жағдай. " + "сөз " * 100 + "қажет жағдай"
    pieces = [text[a:b] for a, b in find_vicinities(text, landmark)]
    assert len(pieces) == 2 and all("қажет" in piece for piece in pieces)
    assert len(pieces[0]) < 150
