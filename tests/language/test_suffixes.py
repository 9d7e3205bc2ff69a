"""Suffix classes follow the harmony of the stem."""

from __future__ import annotations

import re

import pytest

from sarapshy.language.suffixes import harmony_of, spell_class, spell_stem


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
