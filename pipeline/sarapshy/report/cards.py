"""A finding as a page shows it: its card, its marks in the text of the act, its tick along the act's length.

A finding that quotes words is marked at the words, one that tells an absence stands at the clause it is about, and one about
the whole act has its card only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sarapshy.acts.model import Act
from sarapshy.findings.model import Finding, Related, Texts
from sarapshy.report.html import factor_texts
from sarapshy.report.marked_text import Mark

TWO_SIDED = ("contradiction", "parity")
FACES = 2  # sides shown at once; the rest stand in the list of places


@dataclass(frozen=True, slots=True)
class Place:
    """A related place as shown: linked where it stands in this very act."""

    related: Related
    link: str | None
    here: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as shown. ``link`` leads to the evidence, or to the clause, or nowhere."""

    number: int
    finding: Finding
    factor: Texts
    link: str | None
    places: tuple[Place, ...]
    language: str  # of the clause: a file may hold both
    twin: str | None = None  # where the same point stands in the other language

    @property
    def faces(self) -> tuple[Place, ...]:
        """The other side of a contradiction, to be read beside this one."""
        if self.finding.detector not in TWO_SIDED or not self.finding.quote:
            return ()
        return tuple(place for place in self.places if place.related.quote)[:FACES]


def make_card(number: int, finding: Finding, act: Act, positions: Mapping[str, int]) -> Card:
    places = tuple(_place(number, order, related, finding, act) for order, related in enumerate(finding.related))
    link = None
    if _span(act, finding.start, finding.end) or (finding.clause and finding.clause.id in positions):
        link = f"e{number}"
    language = act.language
    if finding.clause and finding.clause.id in positions:
        language = act.clauses[positions[finding.clause.id]].language
    return Card(number, finding, factor_texts(finding.code), link, places, language)


def _place(number: int, order: int, related: Related, finding: Finding, act: Act) -> Place:
    here = related.act in (act.path, finding.act.id, finding.act.title)
    linked = here and _span(act, related.start, related.end)
    return Place(related, f"r{number}-{order}" if linked else None, here)


def _span(act: Act, start: int | None, end: int | None) -> bool:
    return start is not None and end is not None and 0 <= start < end <= len(act.text)


def list_marks(cards: Sequence[Card], act: Act) -> list[Mark]:
    marks = []
    for card in cards:
        finding = card.finding
        if _span(act, finding.start, finding.end):
            marks.append(_mark(card, finding.start, finding.end, f"e{card.number}"))
        marks += [
            _mark(card, place.related.start, place.related.end, place.link, other=True)
            for place in card.places
            if place.link
        ]
    return marks


def list_notes(cards: Sequence[Card], act: Act, positions: Mapping[str, int]) -> dict[int, list[Mark]]:
    """Findings that quote nothing stand at the clause they are about."""
    notes: dict[int, list[Mark]] = {}
    for card in cards:
        finding = card.finding
        if card.link and not _span(act, finding.start, finding.end) and finding.clause:
            position = positions[finding.clause.id]
            clause = act.clauses[position]
            notes.setdefault(position, []).append(_mark(card, clause.start, clause.end, card.link))
    return notes


def _mark(card: Card, start: int | None, end: int | None, anchor: str, other: bool = False) -> Mark:
    finding = card.finding
    return Mark(start or 0, end or 0, anchor, card.number, finding.code, finding.family, finding.severity, other)


def list_ticks(cards: Sequence[Card], act: Act) -> list[tuple[int, str, float]]:
    """Where the findings stand along the act, in hundredths of its length: number, severity, place."""
    clauses = {clause.id: clause.start for clause in reversed(act.clauses if cards else ())}
    ticks = []
    for card in cards:
        start = card.finding.start
        if start is None and card.finding.clause:
            start = clauses.get(card.finding.clause.id)
        if start is not None and card.link:
            ticks.append((card.number, card.finding.severity, round(100 * start / max(len(act.text), 1), 2)))
    return ticks
