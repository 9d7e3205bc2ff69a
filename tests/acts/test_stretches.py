"""Patterns over an act, clause by clause: what is sought without an index of its words is what is found with one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sarapshy.acts.reading import build_act
from sarapshy.acts.stretches import Reading
from sarapshy.language.pattern import compile_pattern

SOURCES = ("комиссия+noun <2> шешім~", "шешім~", "# күн~", "шешім~ -")
PATTERNS = tuple(compile_pattern(source, "kk") for source in SOURCES)
WORDS = ["комиссия", "комиссияның", "шешімі", "3", "күнде", "қарайды", "қарайды.\n2. Комиссия", ";\n1)", "-", "|"]


@given(st.lists(st.sampled_from(WORDS)))
def test_what_is_sought_is_what_is_found(words: list[str]) -> None:
    act = build_act("1. Комиссия " + " ".join(words), "act.txt")
    assert list(Reading(act).seek(PATTERNS)) == list(Reading(act).find(PATTERNS))


@given(st.lists(st.sampled_from(WORDS)), st.integers(0, 90), st.integers(0, 90))
def test_so_it_is_within_a_part_of_the_act(words: list[str], start: int, end: int) -> None:
    act = build_act("1. Комиссия " + " ".join(words), "act.txt")
    assert Reading(act).sees(PATTERNS[:1], start, end) == Reading(act).holds(PATTERNS[:1], start, end)


@pytest.mark.parametrize("source", ["шешім~", "талап~"])
def test_no_word_is_put_in_order_for_it(source: str) -> None:
    reading = Reading(build_act("1. Комиссия шешімді қабылдайды.\n2. Мүшелер қарайды.\n", "act.txt"))
    found = [reading.quote(hit.start, hit.end) for hit in reading.seek([compile_pattern(source, "kk")])]
    assert found == (["шешімді"] if source == "шешім~" else [])
    assert "words" not in vars(reading)
