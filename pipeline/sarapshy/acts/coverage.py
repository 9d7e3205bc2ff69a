"""How much of an act was structured: the share of its letters that lie in numbered points, articles and rows."""

from __future__ import annotations

from collections.abc import Iterable

from sarapshy.acts.model import Clause, ClauseKind

_NUMBERED = frozenset((ClauseKind.POINT, ClauseKind.ARTICLE, ClauseKind.SUBPOINT))


SPACES = tuple(sign for sign in map(chr, range(0x3001)) if sign.isspace())


def measure_coverage(text: str, clauses: Iterable[Clause]) -> float:
    """0..1, spaces not counted; 0 for a text without letters."""
    spaces = [sign for sign in SPACES if sign in text]
    covered, whole, done = 0, _count(text, 0, len(text), spaces), 0
    for clause in clauses:
        if clause.start >= done and is_numbered(clause):
            covered += _count(text, clause.start, clause.end, spaces)
            done = clause.end
    return covered / whole if whole else 0.0


def is_numbered(clause: Clause) -> bool:
    return (clause.kind in _NUMBERED and clause.number is not None) or (
        clause.kind is ClauseKind.ROW and bool(clause.label)
    )


def _count(text: str, start: int, end: int, spaces: Iterable[str]) -> int:
    """Signs that are no spaces."""
    return end - start - sum(text.count(sign, start, end) for sign in spaces)
