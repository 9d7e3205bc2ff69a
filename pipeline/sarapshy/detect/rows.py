"""Rows of the standard of a state service that are left empty, or that leave out what the row is there for.

«9 | Мемлекеттік қызметті көрсетуден бас тарту үшін негіздер | –» in a service that is refused: the refusal has no ground.
«5 | Қызметті көрсету нәтижесі | анықтама» names one result of two, and nobody knows in what form a refusal comes.
"""

from __future__ import annotations

from collections.abc import Iterator

from sarapshy.acts.stretches import Reading
from sarapshy.detect.build import Evidence
from sarapshy.detect.rules import Rule
from sarapshy.detect.standard import Row, find_rows

QUOTE = 200  # characters of a row


def find_empty_rows(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """Rows of which the head is of the list ``row`` and the rest holds no word but those of ``nothing``."""
    for row in find_rows(reading, rule):
        if not _says(reading, row) or reading.holds(rule.lists["nothing"][row.language], row.value, row.end):
            yield Evidence(row.start, row.value)


def find_lacking_rows(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """Rows of which the head is of the list ``row`` and the rest says something, and none of ``filled``."""
    for row in find_rows(reading, rule):
        if _says(reading, row) and not reading.holds(rule.lists["filled"][row.language], row.value, row.end):
            yield Evidence(row.start, min(row.end, row.start + QUOTE))


def _says(reading: Reading, row: Row) -> bool:
    return bool(reading.text[row.value : row.end].strip(" \t\n|.–-"))
