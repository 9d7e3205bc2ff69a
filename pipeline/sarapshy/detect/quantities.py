"""One quantity with two numbers in one act: «кемінде бес мүше» and «кемінде жеті мүше» for the same commission.

What is counted or measured stands in the rule; that two sentences speak of one thing is shown by the words they share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from sarapshy.acts.model import ClauseKind
from sarapshy.acts.stretches import Hit, Reading
from sarapshy.detect.build import Evidence
from sarapshy.detect.rules import Rule
from sarapshy.language.likeness import likeness, word_heads
from sarapshy.language.numbers import read_number, spell_numbers

COUNTED = 200  # hits of one kind that are compared; more are a subject of the act
MEASURE = re.compile(r"(\d+(?:[,.-]\d+)*)\D*\Z")
LONGEST = 12  # characters of a number before the last part of it
TOLD = 3  # words that tell what a number is of
ALIKE = 0.6  # two sentences this alike speak of one quantity


@dataclass(frozen=True, slots=True)
class Quantity:
    """«кемінде бес мүшеден» as it stands in a sentence; ``heads`` are the words of the sentence without its numbers."""

    hit: Hit
    number: int
    heads: frozenset[str]
    point: tuple[int, int]
    place: int | None


def find_two_quantities(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """One quantity with two numbers in two points of a chapter, in sentences alike in all else.

    ``quantity`` is one pattern a unit, which begins with the number.
    """
    for language in reading.languages:
        for pattern in rule.lists["quantity"][language]:
            found: list[Quantity] = []
            for hit in islice(sorted(reading.find((pattern,)), key=lambda h: h.start), COUNTED):
                quantity = _read_quantity(reading, rule, hit, language)
                if quantity is None:
                    continue
                clash = next((one for one in found if _is_other_number(one, quantity)), None)
                if clash is not None:
                    other = (clash.hit.start, clash.hit.end)
                    values = {"other": reading.quote(*other), "place": reading.point_number(clash.hit.start)}
                    yield Evidence(hit.start, hit.end, values, related=(other,))
                found.append(quantity)


def _read_quantity(reading: Reading, rule: Rule, hit: Hit, language: str) -> Quantity | None:
    """None in a table or subpoint, whose cases differ on purpose, and where the sentence names several."""
    clause = reading.clause(hit.stretch)
    in_point = clause.kind in (ClauseKind.POINT, ClauseKind.PART, ClauseKind.ARTICLE)
    point = reading.outline.numbered(hit.stretch.clause)
    if clause.language != language or not in_point or point is None or not reading.is_norm(hit.stretch):
        return None
    start, end = reading.sentence(hit.start)
    number = re.match(spell_numbers(language), reading.text[hit.start : hit.end])
    value = read_number(number[0], language) if number else None
    several = any(
        a >= hit.end or b <= hit.start
        for p in rule.lists["quantity"][language]
        for a, b in reading.places(p, start, end)
    )
    if value is None or several:
        return None
    words = re.sub(spell_numbers(language), " ", reading.text[start : hit.start] + " " + reading.text[hit.end : end])
    return Quantity(hit, value, word_heads(words), reading.point_span(hit.stretch), reading.act.clauses[point].parent)


def _is_other_number(one: Quantity, other: Quantity) -> bool:
    if one.number == other.number or one.point == other.point or one.place != other.place:
        return False
    return min(len(one.heads), len(other.heads)) >= TOLD and likeness(one.heads, other.heads) >= ALIKE


def find_two_measures(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """One thing measured by different numbers in two points: a penalty of «0,03%» and of «0,1%» for the same delay.

    The lists ``thing`` and ``measure`` are pairs: what a sentence must name, and how its number is written."""
    for language in reading.languages:
        for thing, measure in zip(rule.lists["thing"][language], rule.lists["measure"][language], strict=True):
            found: list[tuple[Hit, frozenset[str]]] = []
            for hit in islice(sorted(reading.find((measure,)), key=lambda h: h.start), COUNTED):
                in_norm = reading.is_norm(hit.stretch) and reading.clause(hit.stretch).language == language
                if not in_norm or not reading.holds((thing,), *reading.sentence(hit.start)):
                    continue
                numbers = _read_measure(reading.text, hit)
                clash = next(
                    (one for one, said in found if not said & numbers and _in_other_point(reading, one, hit)), None
                )
                if clash is not None:
                    place = (clash.start, clash.end)
                    values = {"other": reading.quote(*place), "place": reading.point_number(clash.start)}
                    yield Evidence(hit.start, hit.end, values, related=(place,))
                    break
                found.append((hit, numbers))


def _read_measure(text: str, hit: Hit) -> frozenset[str]:
    """The numbers at the hit's beginning: of «0,03 %» the pattern has seen «03 %», of «25-30 адам» the second."""
    match = MEASURE.search(text, max(0, hit.start - LONGEST), hit.end)
    return frozenset(match[1].split("-")) if match else frozenset()


def _in_other_point(reading: Reading, one: Hit, other: Hit) -> bool:
    """Another point of the same text: an order and the rules it approves may differ."""
    same_text = reading.outline.component(one.stretch.clause) == reading.outline.component(other.stretch.clause)
    return same_text and reading.point_span(one.stretch) != reading.point_span(other.stretch)
