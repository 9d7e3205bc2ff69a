"""Suffix classes follow the harmony of the stem."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.suffixes import Suffixes, harmony_of, is_suffix, spell_class, spell_stem

CLASSES = sorted({**read_lexicon("suffixes")["classes"], **read_lexicon("suffixes")["chains"]})
PIECES = [
    "лар",
    "тер",
    "ы",
    "сі",
    "ның",
    "ге",
    "дан",
    "мен",
    "дағы",
    "ыл",
    "ілін",
    "ма",
    "ады",
    "ген",
    "етін",
    "у",
    "ып",
]


@pytest.mark.parametrize(
    ("stem", "harmony"),
    [("тәртіп", ("front",)), ("комиссия", ("back",)), ("құқық", ("back",)), ("мүше", ("front",)), ("министр", ("back", "front")), ("педагог", ("back", "front")), ("ресурс", ("back", "front")), ("беру", ("front",))],
)  # fmt: skip
def test_the_vowels_decide(stem: str, harmony: tuple[str, ...]) -> None:
    assert harmony_of(stem) == harmony


@pytest.mark.parametrize(
    ("stem", "name", "good", "bad"),
    [
        ("мүше", "noun", ["мүше", "мүшелер", "мүшелерінің", "мүшеге", "мүшесі"], ["мүшелар", "мүшега"]),
        ("комиссия", "gen", ["комиссияның", "комиссиясының", "комиссиялардың"], ["комиссия", "комиссиянің"]),
        ("құқық", "noun", ["құқығы", "құқықтары", "құқыққа"], ["құқыге"]),
        ("шеш", "participle", ["шешкен", "шешетін", "шешілмеген", "шешілетін"], ["шештім"]),
    ],
)
def test_a_class_takes_the_right_suffixes(stem: str, name: str, good: list[str], bad: list[str]) -> None:
    whole = re.compile(spell_stem(stem) + spell_class(name, harmony_of(stem)))
    assert [word for word in good if not whole.fullmatch(word)] == []
    assert [word for word in bad if whole.fullmatch(word)] == []


@given(
    st.sampled_from(CLASSES),
    st.sampled_from([("back",), ("front",), ("back", "front")]),
    st.lists(st.sampled_from(PIECES), max_size=5).map("".join),
)
def test_forms_held_one_by_one_are_those_of_the_regular_expression(
    name: str, harmony: tuple[str, ...], rest: str
) -> None:
    assert is_suffix(rest, name, harmony) == bool(re.fullmatch(spell_class(name, harmony), rest))


def test_a_suffix_begins_where_the_stem_ends() -> None:
    assert Suffixes("gen", ("back",)).fullmatch("комиссияның", len("комиссия"))
    assert not Suffixes("gen", ("back",)).fullmatch("комиссияның", len("комисси"))


def test_a_run_of_suffixes_without_end_is_judged_at_once() -> None:
    assert not is_suffix("ылын" * 5000, "verb", ("back",))
