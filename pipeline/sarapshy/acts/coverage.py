"""How much of an act was structured: the share of its letters that lie in numbered points, articles and rows."""

from __future__ import annotations

from collections.abc import Iterable

from sarapshy.acts.model import Clause, ClauseKind

_NUMBERED = frozenset((ClauseKind.POINT, ClauseKind.ARTICLE, ClauseKind.SUBPOINT))


def measure_coverage(text: str, clauses: Iterable[Clause]) -> float:
    """0..1, spaces not counted; 0 for a text without letters."""
    covered, apart, done = 0, 0, 0
    for clause in clauses:
        if clause.start >= done and is_numbered(clause):
            apart += _count(text[done : clause.start])
            covered += _count(text[clause.start : clause.end])
            done = clause.end
    whole = covered + apart + _count(text[done:])
    return covered / whole if whole else 0.0


def is_numbered(clause: Clause) -> bool:
    return (clause.kind in _NUMBERED and clause.number is not None) or (
        clause.kind is ClauseKind.ROW and bool(clause.label)
    )


def _count(text: str) -> int:
    return len("".join(text.split()))
