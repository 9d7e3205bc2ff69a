"""A small part of the proof by mutation, fit for every run: one defect of each kind and language, and the sound acts.

The whole of it, with the table, is ``python tests/benchmarks/mutations.py``.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

_SPEC = importlib.util.spec_from_file_location("mutations", Path(__file__).with_name("mutations.py"))
assert _SPEC is not None and _SPEC.loader is not None
mutations = sys.modules.setdefault("mutations", importlib.util.module_from_spec(_SPEC))
_SPEC.loader.exec_module(mutations)

ALL = mutations.read_mutations()
FIRST = {(mutation.kind, mutation.language): mutation for mutation in reversed(ALL)}
KINDS = {kind for kind, _ in FIRST}


def test_every_kind_of_defect_is_put_into_both_languages() -> None:
    assert len(KINDS) >= 14
    assert FIRST.keys() == {(kind, language) for kind in KINDS for language in ("kk", "ru")}


def test_every_edit_finds_its_words_in_the_act() -> None:
    for mutation in ALL:
        original = mutations.read_acts()[mutation.act].text
        text, (start, end) = mutations.mutate(original, mutation.edits)
        assert text != original
        assert text[start:end] == mutation.edits[0][1]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_one_defect_of_nine_kinds_in_ten_is_found_and_brings_no_false_alarm(language: str) -> None:
    outcomes = [mutations.run_mutation(FIRST[kind, language]) for kind in sorted(KINDS)]
    missed = [outcome.mutation.kind for outcome in outcomes if not outcome.hit]
    alarms = [(outcome.mutation.kind, f.rule) for outcome in outcomes for f in outcome.alarms]
    assert len(missed) <= 0.1 * len(KINDS), missed
    assert len(alarms) <= 0.1 * len(KINDS), alarms
