"""Rows of the standard of a state service that are left empty, or that leave out what the row is there for.

«9 | Мемлекеттік қызметті көрсетуден бас тарту үшін негіздер | –» in a service that is refused: the refusal has no ground.
«5 | Қызметті көрсету нәтижесі | анықтама» names one result of two, and nobody knows in what form a refusal comes.
"""

from __future__ import annotations

from collections.abc import Iterator

from sarapshy.acts.model import ClauseKind
from sarapshy.acts.stretches import Reading, Stretch
from sarapshy.detect.build import Evidence
from sarapshy.detect.rules import Rule

CELL = "|"
QUOTE = 200  # characters of a row


def find_empty_rows(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """Rows of which the head is of the list ``row`` and the rest holds no word but those of ``nothing``."""
    for stretch, value, end in _find_rows(reading, rule):
        nothing = rule.lists["nothing"][reading.clause(stretch).language]
        if not reading.text[value:end].strip(" \t\n|.–-") or reading.holds(nothing, value, end):
            yield Evidence(stretch.start, value)


def find_lacking_rows(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """Rows of which the head is of the list ``row`` and the rest says something, and none of ``filled``."""
    for stretch, value, end in _find_rows(reading, rule):
        filled = rule.lists["filled"][reading.clause(stretch).language]
        if reading.text[value:end].strip(" \t\n|.–-") and not reading.holds(filled, value, end):
            yield Evidence(stretch.start, min(end, stretch.start + QUOTE))


def _find_rows(reading: Reading, rule: Rule) -> Iterator[tuple[Stretch, int, int]]:
    """(row, where its last cell begins, where the row ends) of each row that the rule speaks of."""
    seen: set[int] = set()
    for language in reading.languages:
        for hit in reading.find(rule.lists["row"][language]):
            clause = reading.clause(hit.stretch)
            if clause.kind is not ClauseKind.ROW or clause.language != language or not reading.is_norm(hit.stretch):
                continue
            value = reading.text.rfind(CELL, hit.stretch.start, hit.stretch.end)
            if hit.end <= value and hit.stretch.start not in seen:
                seen.add(hit.stretch.start)
                yield hit.stretch, value + 1, hit.stretch.end
