"""Numbers, terms and references of the two texts: «5 (бес) жұмыс күні» beside «10 (десяти) рабочих дней».

A figure counts only where it is the one without an equal on its side; «12 ай» and «один год» are equal, and a figure that
one text prints in words that hold it («двухлетний») is let be.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sarapshy.acts.stretches import Stretch
from sarapshy.detect.parity.divergence import Divergence, Piece, Place, diverge, opening
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.pattern import compile_all, holds_any
from sarapshy.language.time import find_terms
from sarapshy.references.alignment import Unit
from sarapshy.references.figures import Figure, FigureKind, find_figures

UNITS = {  # what a unit is, in units that stand for the same length whatever the month
    "hour": ("hour", 1),
    "day": ("hour", 24),
    "week": ("hour", 168),
    "month": ("month", 1),
    "quarter": ("month", 3),
    "half_year": ("month", 6),
    "year": ("month", 12),
}


def compare_figures(piece: Piece) -> Iterator[Divergence]:
    """The one figure of a side that finds no equal, or two figures that differ in their unit."""
    own, other = _figures(piece.own, piece.stretches), _figures(piece.other, piece.others)
    left, right = _leave(own, other), _leave(other, own)
    if len(left) == len(right) == 1:
        yield from _tell_figures(piece, left[0], right[0])
    elif len(left) == 1 and not right and _is_lone_term(left[0], piece.own):
        if not _has_open_term(piece.other, piece.others):
            yield _tell_lone(piece, (left[0].start, left[0].end), opening(piece.others))
    elif len(right) == 1 and not left and _is_lone_term(right[0], piece.other):
        if not _has_open_term(piece.own, piece.stretches):
            yield _tell_lone(piece, opening(piece.stretches), (right[0].start, right[0].end))
    elif not left and not right:
        yield from _compare_units(piece, own, other)


def _figures(unit: Unit, stretches: Iterable[Stretch]) -> list[Figure]:
    found = []
    for stretch in stretches:
        clause = unit.reading.clause(stretch)
        begins = unit.reading.to_source(stretch.start, stretch.end)[0] == clause.start
        start = stretch.start + (len(clause.label) if begins and clause.number else 0)
        found += find_figures(unit.reading.text, min(start, stretch.end), stretch.end, unit.language)
    return found


def _leave(own: Sequence[Figure], other: Sequence[Figure]) -> list[Figure]:
    """The figures that find no equal on the other side."""
    spare = Counter(figure.value for figure in other)
    left = []
    for figure in sorted(own, key=lambda f: f.loose):
        if spare[figure.value]:
            spare[figure.value] -= 1
        elif not figure.loose:
            left.append(figure)
    return left


def _tell_figures(piece: Piece, own: Figure, other: Figure) -> Iterator[Divergence]:
    kinds = {own.kind, other.kind}
    if (_last(own) is not None and _last(own) == _last(other)) or _is_split(own, piece.others, piece.other):
        return
    if _is_split(other, piece.stretches, piece.own):
        return
    check = "parity_number"
    if kinds == {FigureKind.TERM} or kinds == {FigureKind.TERM, FigureKind.FREE}:
        check = "parity_term"
    elif FigureKind.REFERENCE in kinds:
        check = "parity_reference"
    elif kinds == {FigureKind.DATE, FigureKind.FREE} or FigureKind.TERM in kinds:
        return
    yield diverge(piece.own, piece.other, check, (own.start, own.end), (other.start, other.end))


def _is_split(figure: Figure, stretches: Iterable[Stretch], unit: Unit) -> bool:
    """«1,2» is printed «1, 2» in the other text."""
    whole, _, part = figure.value.partition(".")
    expression = rf"(?<!\d){re.escape(whole)}\s*[.,]\s*{re.escape(part)}"
    return bool(part) and any(re.search(expression, unit.reading.text[s.start : s.end]) for s in stretches)


def _last(figure: Figure) -> tuple[str, float] | None:
    """How long a term lasts, in units that «12 ай» and «один год» share."""
    unit, times = UNITS.get(figure.unit, ("", 0))
    return (unit, times * float(figure.value)) if unit and figure.kind is FigureKind.TERM else None


def _tell_lone(piece: Piece, own: Place, other: Place) -> Divergence:
    term = piece.own.reading.quote(*own) or piece.other.reading.quote(*other)
    return diverge(piece.own, piece.other, "parity_one_term", own, other, term=term)


def _is_lone_term(figure: Figure, unit: Unit) -> bool:
    """A term of two or more, no «бірнеше жүз жыл»."""
    if figure.kind is not FigureKind.TERM:
        return False
    before = unit.reading.text[max(0, figure.start - 20) : figure.end]
    patterns = compile_all(tuple(read_lexicon("parity")["open_numbers"][unit.language]), unit.language)
    return float(figure.value) > 1 and not holds_any(patterns, before)


def _has_open_term(unit: Unit, stretches: Iterable[Stretch]) -> bool:
    """Whether a term stands there without a number, or with one in a word that says 1: «в течение года»."""
    text = unit.reading.text
    terms = (t for s in stretches for t in find_terms(text[s.start : s.end], unit.language))
    return any(term.number is None or term.number <= 1 for term in terms)


def _compare_units(piece: Piece, own: Sequence[Figure], other: Sequence[Figure]) -> Iterator[Divergence]:
    """«5 жұмыс күні» beside «5 дней»: one number, once in each text, and another unit."""
    for figure in own:
        same = [f for f in own if f.value == figure.value]
        others = [f for f in other if f.value == figure.value]
        if len(same) != 1 or len(others) != 1 or figure.kind != FigureKind.TERM or others[0].kind != figure.kind:
            continue
        if figure.unit != others[0].unit:
            yield diverge(
                piece.own, piece.other, "parity_term", (figure.start, figure.end), (others[0].start, others[0].end)
            )
