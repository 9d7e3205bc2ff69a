"""A reference to a point that does not hold what it is said to hold.

«осы Қағидалардың 22-тармағында көрсетілген құжаттар», and point 22 names no paper: a point was put in or taken out, and the
number was not followed up. Whoever applies the act finds the place he likes better.
"""

from __future__ import annotations

from collections.abc import Iterator

from sarapshy.acts.model import ClauseKind
from sarapshy.acts.stretches import Reading
from sarapshy.detect.build import Evidence
from sarapshy.detect.rules import Rule
from sarapshy.language.pattern import Pattern
from sarapshy.references.anchors import Scope
from sarapshy.references.resolve import Resolution, read_references

AROUND = 70  # characters beside the citation that say what it leads to
NEXT = 2  # characters at most between the citation and those words


def find_misdirected(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """Citations of a point of the same text by what it holds, where the point holds nothing of the kind.

    Lists, in one order, one pattern a kind of thing: ``said`` the words after a Kazakh citation or before a Russian one,
    ``held`` what the point cited must have. ``own`` the words by which the act speaks of itself.
    """
    positions = {clause.id: position for position, clause in enumerate(reading.act.clauses)}
    seen: set[tuple[int, int]] = set()
    for resolution in read_references(reading):
        point = _read_point(reading, rule, resolution, positions)
        place = reading.to_folded(resolution.citation.start), reading.to_folded(resolution.citation.end)
        if point is None or place in seen:
            continue
        seen.add(place)
        target, language = reading.span_of(point), resolution.citation.language
        if any(not _holds_any(reading, held, target) for held in _said_of(reading, rule, place, language)):
            yield Evidence(*place, {"number": reading.act.clauses[point].number or "-"}, related=(target,))


def _read_point(reading: Reading, rule: Rule, resolution: Resolution, positions: dict[str, int]) -> int | None:
    """The one point that «осы Қағидалардың 22-тармағы» leads to, of the text where it is cited."""
    citation = resolution.citation
    kinds = {kind for kind, _ in citation.units}
    if resolution.reason or len(resolution.clauses) != 1 or ClauseKind.POINT not in kinds or ClauseKind.ANNEX in kinds:
        return None
    start = reading.to_folded(citation.start)
    stretch = reading.stretch_at(start)
    if citation.scope is not Scope.THIS or stretch is None or not reading.is_norm(stretch):
        return None
    if not reading.holds(rule.lists["own"][citation.language], start, reading.to_folded(citation.end)):
        return None
    point, own = (reading.outline.numbered(p) for p in (positions[resolution.clauses[0]], stretch.clause))
    together = reading.outline.component(point) == reading.outline.component(own)
    return point if together and point != own else None


def _said_of(reading: Reading, rule: Rule, place: tuple[int, int], language: str) -> Iterator[Pattern]:
    """What the point must hold, by the words beside the citation."""
    first, last = reading.sentence(place[0])
    pairs = zip(rule.lists["said"][language], rule.lists["held"][language], strict=True)
    for said, held in pairs:
        if language == "kk":
            near = any(a - place[1] <= NEXT for a, _ in reading.places(said, place[1], min(last, place[1] + AROUND)))
        else:
            near = any(
                place[0] - b <= NEXT * 3 for _, b in reading.places(said, max(first, place[0] - AROUND), place[0])
            )
        if near:
            yield held


def _holds_any(reading: Reading, held: Pattern, target: tuple[int, int]) -> bool:
    return next(reading.places(held, *target), None) is not None
