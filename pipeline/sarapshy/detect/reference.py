"""References that lead to nothing: «осы Қағидалардың 9-тармағы» where there are eight points.

What is cited and where it leads is found by ``references``; here a citation with no target becomes evidence. What the
unseen base of an amending act may hold is not missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from sarapshy.acts.model import ClauseKind
from sarapshy.acts.stretches import Reading
from sarapshy.detect.build import Evidence
from sarapshy.detect.rules import Rule
from sarapshy.references.citations import find_citations
from sarapshy.references.resolve import Reason, Resolution, resolve

MISSING = (Reason.MISSING_CLAUSE, Reason.MISSING_ANNEX)
MISDATED = (Reason.WRONG_DATE, Reason.WRONG_NUMBER)


@lru_cache(maxsize=2)
def read_references(reading: Reading) -> tuple[Resolution, ...]:
    return resolve(reading.act, find_citations(reading.act))


def find_missing_targets(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """Each place that cites a clause or annex of this act that is not there."""
    return _find_by_reason(reading, MISSING)


def find_wrong_requisites(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """Each place that cites a well-known act by a wrong date or number."""
    return _find_by_reason(reading, MISDATED)


def _find_by_reason(reading: Reading, reasons: tuple[Reason, ...]) -> Iterator[Evidence]:
    seen: set[tuple[int, int]] = set()
    if (
        reading.act.identity.kind == "treaty"
    ):  # its articles often stand without marks, and another state drafted it too
        return
    for resolution in read_references(reading):
        span = (resolution.citation.start, resolution.citation.end)
        if resolution.reason in reasons and span not in seen and _has_unit(reading, resolution):
            seen.add(span)
            start, end = (reading.to_folded(offset) for offset in span)
            stretch = reading.stretch_at(start)
            if stretch is not None and reading.is_norm(stretch):
                yield Evidence(start, end)


def _has_unit(reading: Reading, resolution: Resolution) -> bool:
    """Whether the act is divided as the citation says: «13-бөлім» of an act without sections is a part of a form."""
    outermost = resolution.citation.units[0][0] if resolution.citation.units else None
    return outermost is not ClauseKind.SECTION or any(c.kind is ClauseKind.SECTION for c in reading.act.clauses)
