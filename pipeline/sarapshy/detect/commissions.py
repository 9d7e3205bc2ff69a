"""Commissions and councils of one act, each by its name, and what the act leaves unsaid of each.

«Үйлестіру кеңесі тізбені айқындайды» in an act that regulates its конкурстық комиссия in full: the second body decides and
nothing is said of it. Mentions without an attribute («комиссия шешеді») belong to the only commission of that noun, or to
none that can be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from sarapshy.acts.model import ClauseKind
from sarapshy.acts.stretches import Hit, Reading
from sarapshy.detect.build import Evidence
from sarapshy.detect.guards import holds_in
from sarapshy.detect.rules import Rule
from sarapshy.language.kazakh import stem
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.likeness import HEAD
from sarapshy.language.pattern import Pattern, compile_all
from sarapshy.language.russian import part_of_speech

FEW = 4  # sentences: what is spoken of more often is regulated somewhere or is what the act is about
_BEFORE = re.compile(r"([\w-]+) \Z")


@dataclass(frozen=True, slots=True)
class Commission:
    """``name`` is the attribute and the noun, each by its beginning; the attribute is empty where none is told."""

    name: tuple[str, str]
    hits: tuple[Hit, ...]


@lru_cache(maxsize=2)
def read_commissions(reading: Reading) -> tuple[Commission, ...]:
    """In the order in which they are first named."""
    by_name: dict[tuple[str, str], list[Hit]] = {}
    for language in reading.languages:
        for hit in sorted(reading.find(_pattern(language)), key=lambda h: h.start):
            if reading.clause(hit.stretch).language == language:
                by_name.setdefault(_name(reading, hit, language), []).append(hit)
    short = _short_names(reading, by_name)
    for attribute, noun in [name for name in by_name if not name[0]]:
        named = [name for name in by_name if name[1] == noun and name[0]]
        meant = named[0] if len(named) == 1 else short.get(noun)
        if meant is not None:
            by_name[meant] += by_name.pop((attribute, noun))
    return tuple(Commission(name, tuple(hits)) for name, hits in by_name.items())


def _short_names(reading: Reading, by_name: dict[tuple[str, str], list[Hit]]) -> dict[str, tuple[str, str]]:
    """By noun, the commission of which the act says «(бұдан әрі – Комиссия)»: the bare noun stands for it."""
    found: dict[str, tuple[str, str]] = {}
    for start in sorted(reading.to_folded(d.start) for d in reading.act.definitions if d.short_name):
        left = reading.sentence(start)[0]
        before = [(h.start, name) for name, hits in by_name.items() if name[0] for h in hits if left <= h.start < start]
        if before:
            name = max(before)[1]
            found.setdefault(name[1], name)
    return found


def is_regulated_elsewhere(commission: Commission, language: str) -> bool:
    """Whether it is a body with rules of its own, such as a board of trustees, which this act only brings in."""
    bodies = read_lexicon("norms")["commission_names"][language]["elsewhere"]
    return commission.name[0] in {body[:HEAD] for body in bodies}


@cache
def _pattern(language: str) -> tuple[Pattern, ...]:
    return compile_all(("@commission",), language)


def _name(reading: Reading, hit: Hit, language: str) -> tuple[str, str]:
    word = reading.text[hit.start : hit.end].split()[-1]
    before = _BEFORE.search(reading.text, max(hit.stretch.start, hit.start - 40), hit.start)
    noun = stem(word) if language == "kk" else word
    return (_attribute(before[1], word, language) if before else "", noun[:HEAD])


def _attribute(before: str, word: str, language: str) -> str:
    lexicon = read_lexicon("norms")["commission_names"][language]
    if before in lexicon["pointing"] or not before.isalpha():
        return ""
    told = before.endswith(tuple(lexicon["attributes"])) and _agrees(before, word, lexicon["doing"])
    if told and language == "ru":  # «решений совета», «составом комиссии» have the endings of adjectives
        told = part_of_speech(before) in ("ADJF", "PRTF")
    if language == "kk":
        told = told or (re.search(lexicon["owned"], word) is not None and stem(before) == before)
    return before[:HEAD] if told else ""


def _agrees(before: str, word: str, doing: list[list[str]]) -> bool:
    """Whether the word before the noun is its own where the noun is who does it: in «образца, утверждённого комиссией» it
    belongs to another."""
    return all(re.search(own, before) is not None for noun, own in doing if re.search(noun, word))


def find_bare_commissions(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """The first decision of each commission of which no sentence says what the list ``made`` asks for."""
    for commission in read_commissions(reading):
        language = reading.clause(commission.hits[0].stretch).language
        sentences = {reading.sentence(hit.start) for hit in commission.hits}
        deciding = next((hit for hit in commission.hits if _decides(reading, rule, hit, language)), None)
        if deciding is None or len(sentences) > FEW or _is_abbreviated(reading, sentences):
            continue
        told = {(hit.stretch.start, hit.stretch.end) for hit in commission.hits}
        if not any(reading.holds(rule.lists["made"][language], *place) for place in told):
            yield Evidence(deciding.start, deciding.end)


def _is_abbreviated(reading: Reading, sentences: set[tuple[int, int]]) -> bool:
    """Whether it goes by its initials, so that other sentences speak of it unseen: «(бұдан әрі – МАК)»."""
    initials = (reading.to_folded(d.start) for d in reading.act.definitions if d.short_name and d.term.isupper())
    return any(start <= at < end for at in initials for start, end in sentences)


def _decides(reading: Reading, rule: Rule, hit: Hit, language: str) -> bool:
    clause = reading.clause(hit.stretch)
    if clause.kind is ClauseKind.ROW or not reading.is_norm(hit.stretch) or reading.is_function(hit.stretch):
        return False
    if any(holds_in(reading, scope, patterns, hit) for scope, patterns in rule.unless.items()):
        return False
    return reading.holds(rule.lists["acts"][language], *reading.sentence(hit.start))
