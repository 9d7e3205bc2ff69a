"""References that lead to nothing: «осы Қағидалардың 9-тармағы» where there are eight points.

What is cited and where it leads is found by ``references``; here a citation with no target becomes evidence. What the
unseen base of an amending act may hold is not missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from sarapshy.acts.model import ClauseKind
from sarapshy.acts.stretches import Reading
from sarapshy.detect.build import Evidence
from sarapshy.detect.rules import Rule
from sarapshy.references.anchors import Scope
from sarapshy.references.externals import Reason
from sarapshy.references.resolve import Resolution, read_references

MISSING = (Reason.MISSING_CLAUSE, Reason.MISSING_ANNEX)
NAMED_ELSEWHERE = (ClauseKind.SECTION, ClauseKind.CHAPTER, ClauseKind.ARTICLE)
MISDATED = (Reason.WRONG_DATE, Reason.WRONG_NUMBER)


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
    """Whether the act is divided as a citation that names no act says: «13-бөлім» where there are no sections is a part
    of a form, «73-бап» where there are no articles is one of a code named elsewhere."""
    citation = resolution.citation
    if citation.scope is not Scope.BARE or not citation.units or citation.units[0][0] not in NAMED_ELSEWHERE:
        return True
    return any(clause.kind is citation.units[0][0] for clause in reading.act.clauses)
