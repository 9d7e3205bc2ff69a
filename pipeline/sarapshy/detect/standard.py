"""Rows of the standard of a state service: «9 | Бас тарту үшін негіздер | жалған құжат».

A row has its number, its heading and what it says. Whoever looks for a row names its heading; an act with a service for
adults and one for children has two rows with one heading.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sarapshy.acts.model import ClauseKind
from sarapshy.acts.stretches import Reading
from sarapshy.detect.rules import Rule

CELL = "|"


@dataclass(frozen=True, slots=True)
class Row:
    """Folded offsets: ``start`` to ``end`` is the row, ``label`` to ``value`` its heading, ``value`` on what it says."""

    language: str
    start: int
    label: int
    value: int
    end: int


def find_rows(reading: Reading, rule: Rule, heading: str = "row") -> Iterator[Row]:
    """Each row of which the heading is of that list of the rule, once."""
    seen: set[int] = set()
    for language in reading.languages:
        for hit in reading.find(rule.lists[heading][language]):
            clause, (start, end) = reading.clause(hit.stretch), reading.span_of(hit.stretch.clause)
            of_a_norm = clause.kind is ClauseKind.ROW and clause.language == language and reading.is_norm(hit.stretch)
            if start in seen or not of_a_norm:
                continue
            label, bar = reading.text.rfind(CELL, start, hit.start) + 1, reading.text.find(CELL, hit.end, end)
            if bar >= 0:
                seen.add(start)
                yield Row(language, start, label or start, bar + 1, end)
