"""Words of --select and --ignore."""

from __future__ import annotations

import pytest

from sarapshy.batch.selection import Selection, covers, names_factor, split_words
from sarapshy.findings.factors import read_families
from sarapshy.findings.model import ActRef, Finding


def finding(code: str, severity: str = "medium") -> Finding:
    act = ActRef("ереже.txt", None, "rules", None, None, None, "kk", "")
    texts = {"kk": "", "ru": "", "en": ""}
    return Finding(
        id="1",
        act=act,
        code=code,
        family=read_families()[code],
        clause=None,
        quote=None,
        start=None,
        end=None,
        severity=severity,
        confidence=0.5,
        detector="rule",
        rule=f"{code}-01",
        message=texts,
        why=texts,
        remedy=texts,
    )


@pytest.mark.parametrize(
    ("word", "code", "covered"),
    [
        ("D1", "D1a", True),
        ("D1", "D1b", True),
        ("D", "D2", True),
        ("d2", "D2", True),
        ("P1", "P1", True),
        ("P1", "P10", False),
        ("P10", "P1", False),
        ("D1a", "D1", False),
    ],
)
def test_a_word_covers_the_factors_under_it(word: str, code: str, covered: bool) -> None:
    assert covers(word, code) is covered


@pytest.mark.parametrize("word", [*read_families(), *read_families().values(), "K", "refusal", "D1"])
def test_factors_and_families_are_known(word: str) -> None:
    assert names_factor(word)


@pytest.mark.parametrize("word", ["D9", "refus", "тәртіп", "P11", "D2-01"])
def test_what_names_no_factor_is_not_known(word: str) -> None:
    assert not names_factor(word)


def test_what_is_left_is_ranked_anew() -> None:
    found = [finding("D2", severity="low"), finding("P2"), finding("T1", severity="high")]
    assert [(each.code, each.rank) for each in Selection(severity="medium").keep(found)] == [("P2", 1), ("T1", 2)]


@pytest.mark.parametrize(
    ("selection", "allowed"),
    [
        (Selection(), ["D2-01", "D2-02", "P2-01", "T1-01"]),
        (Selection(select=("discretion", "T")), ["D2-01", "D2-02", "T1-01"]),
        (Selection(select=("d2-02",)), ["D2-02"]),
        (Selection(ignore=("d2-02", "refusal")), ["D2-01", "T1-01"]),
        (Selection(select=("D2",), ignore=("D2-01",)), ["D2-02"]),
    ],
)
def test_rules_are_chosen_by_factor_family_or_code(selection: Selection, allowed: list[str]) -> None:
    rules = [("D2", "D2-01"), ("D2", "D2-02"), ("P2", "P2-01"), ("T1", "T1-01")]
    assert [rule for code, rule in rules if selection.allows(code, rule)] == allowed


def test_words_are_split_at_commas() -> None:
    assert split_words(" D2, refusal,,P4 ") == ("D2", "refusal", "P4")
    assert split_words(None) == ()
