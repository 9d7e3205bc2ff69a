"""The Kazakh and the Russian text of an act laid side by side, point by point.

Point 18 of the Kazakh rules answers to point 18 of the Russian ones in the same annex; where the numbering has shifted,
to the point with the same numbers, dates, Latin words and words that both languages share («конкурс», «лаборатория»).
A point with no partner is kept as such, with what the other text has in its place.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from functools import cached_property
from itertools import islice, takewhile

from sarapshy.acts.model import ClauseKind, ClauseRole
from sarapshy.acts.outline import NUMBERED
from sarapshy.acts.stretches import Reading, Stretch
from sarapshy.language.identify import language_of
from sarapshy.language.likeness import HEAD

SILENT = (ClauseRole.EDITORIAL, ClauseRole.SIGNATURE, ClauseRole.FORM, ClauseRole.TITLE)
COMPONENTS = (ClauseKind.APPROVED, ClauseKind.ANNEX)
HOLDERS = (*COMPONENTS, ClauseKind.ARTICLE)
TOLD = 400  # characters of a point that tell its language
MARK = re.compile(r"\d+|[^\W\d_]{4,}")
FEW = 3  # marks: fewer prove nothing
SAME_NUMBER = 0.1  # what the same number weighs beside the share of marks in common
BAND = 6  # points by which a partner may have moved from where the numbers lead
SHORTEST, LONGEST, SLACK = 0.4, 2.5, 40  # a translation is not shorter or longer than that, but for some characters

Key = tuple[str, ...]


class Step(Enum):
    """On the way through both texts: past a point of one side, or past one of each, which are partners."""

    FIRST = 1
    SECOND = 2
    BOTH = 3


@dataclass(frozen=True)
class Unit:
    """A point, or an article without points, of one side; ``position`` in ``Act.clauses``, offsets are folded."""

    reading: Reading
    language: str
    position: int
    key: Key
    start: int
    end: int

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """The norm's own words, without notes, signatures, forms and table rows."""
        return tuple(_find_stretches(self.reading, self.start, self.end))

    @cached_property
    def items(self) -> dict[str, int]:
        """Position of each subpoint by its number; of a number that stands twice, the first."""
        found: dict[str, int] = {}
        for child in self.reading.outline.children.get(self.position, ()):
            clause = self.reading.act.clauses[child]
            if clause.kind is ClauseKind.SUBPOINT and clause.number:
                found.setdefault(clause.number, child)
        return found

    @cached_property
    def text(self) -> str:
        return "\n".join(self.reading.text[stretch.start : stretch.end] for stretch in self.stretches)

    @cached_property
    def marks(self) -> frozenset[str]:
        """Numbers and heads of words: those that both texts hold are what they have in common."""
        return frozenset(mark[:HEAD] for mark in MARK.findall(self.text))


@dataclass(frozen=True, slots=True)
class Alignment:
    """``pairs`` of partners, in order."""

    first: tuple[Unit, ...]
    second: tuple[Unit, ...]
    pairs: tuple[tuple[Unit, Unit], ...]

    @property
    def share(self) -> float:
        """What share of the shorter side has a partner."""
        return len(self.pairs) / max(1, min(len(self.first), len(self.second)))

    def alone(self, side: int) -> Iterator[tuple[Unit, tuple[Unit, Unit], tuple[Unit, Unit] | None]]:
        """Each point of a side (0, 1) that has no partner, between the pairs round it."""
        partners = {pair[side].position: pair for pair in self.pairs}
        before: tuple[Unit, Unit] | None = None
        units = (self.first, self.second)[side]
        following: dict[int, tuple[Unit, Unit] | None] = {}
        after = None
        for at in range(len(units) - 1, -1, -1):
            following[at] = after
            after = partners.get(units[at].position, after)
        for at, unit in enumerate(units):
            if unit.position in partners:
                before = partners[unit.position]
            elif before is not None:
                yield unit, before, following[at]


def read_units(reading: Reading, language: str) -> tuple[Unit, ...]:
    """The points of one language in order."""
    clauses, outline = reading.act.clauses, reading.outline
    components: dict[int, str] = {}
    units = []
    for position, clause in enumerate(clauses):
        if clause.kind not in NUMBERED or clause.number is None or _has_points(reading, position):
            continue
        above = [clauses[p] for p in outline.above(clause.parent)]
        if (
            any(c.kind in (ClauseKind.ROW, ClauseKind.POINT) or c.role in SILENT for c in above)
            or clause.role in SILENT
        ):
            continue
        if (
            language_of(reading.act.text[clause.start : min(clause.end, clause.start + TOLD)], clause.language)
            != language
        ):
            continue
        holders = [p for p in outline.above(clause.parent) if clauses[p].kind in HOLDERS]
        key = (*(_name_holder(reading, p, components) for p in reversed(holders)), clause.number)
        units.append(Unit(reading, language, position, key, *reading.span_of(position)))
    return tuple(units)


def _has_points(reading: Reading, position: int) -> bool:
    return any(reading.act.clauses[c].kind is ClauseKind.POINT for c in reading.outline.children.get(position, ()))


def _name_holder(reading: Reading, position: int, known: dict[int, str]) -> str:
    """«annex 3», «art 5»; an approved act, which has no number, by its order among those of the language."""
    clause = reading.act.clauses[position]
    if position not in known:
        order = sum(name.startswith(clause.kind.value) for name in known.values()) + 1
        known[position] = f"{clause.kind.value} {clause.number or order}"
    return known[position]


def _find_stretches(reading: Reading, start: int, end: int) -> Iterator[Stretch]:
    at = bisect_left(reading.stretches, start, key=lambda stretch: stretch.start)
    for stretch in takewhile(lambda found: found.start < end, islice(reading.stretches, at, None)):
        above = [reading.act.clauses[p] for p in reading.outline.above(stretch.clause)]
        if not any(c.role in SILENT or c.kind is ClauseKind.ROW for c in above):
            yield stretch


def align(first: Sequence[Unit], second: Sequence[Unit]) -> Alignment:
    """Partners by number within the same annex and by content, in order."""
    keys, others = [u.key for u in first], [u.key for u in second]
    found = _align_by(first, second, keys, others)
    if len(found) < min(len(first), len(second)) / 2:  # one of the trees has annexes that the other has not
        found = max(found, _align_by(first, second, [k[-1:] for k in keys], [k[-1:] for k in others]), key=len)
    return Alignment(tuple(first), tuple(second), tuple((first[i], second[j]) for i, j in found))


def _align_by(
    first: Sequence[Unit], second: Sequence[Unit], keys: Sequence[Key], others: Sequence[Key]
) -> list[tuple[int, int]]:
    """The way through both texts that gathers most likeness, within some points of where the numbers lead."""
    steps: list[dict[int, Step]] = [{} for _ in range(len(first) + 1)]
    below: dict[int, float] = {}  # the most that is gathered from the next point of the first side on, by the second's
    for i, band in reversed(list(enumerate(_find_bands(keys, others)))):
        row: dict[int, float] = {}
        gains = _weigh(first[i], second, keys[i], others, band) if i < len(first) else {}
        for j in reversed(band):
            most, step = below.get(j, 0.0), Step.FIRST
            if (right := row.get(j + 1, 0.0)) > most:
                most, step = right, Step.SECOND
            if j in gains and (both := gains[j] + below.get(j + 1, 0.0)) >= most:
                most, step = both, Step.BOTH
            row[j], steps[i][j] = most, step
        below = row
    return list(_walk(steps, len(first), len(second)))


def _weigh(unit: Unit, others: Sequence[Unit], key: Key, keys: Sequence[Key], band: range) -> dict[int, float]:
    """What each point of the band that may translate the unit has in common with it."""
    length = len(unit.text) + SLACK
    shortest, longest = length / LONGEST - SLACK - 1, length / SHORTEST - SLACK + 1
    found = {}
    for j in band[: max(0, len(others) - band.start)]:
        other = others[j]
        if shortest <= len(other.text) <= longest and fits(unit, other):
            found[j] = likeness_of(unit, other) + (SAME_NUMBER if key == keys[j] else -SAME_NUMBER / 2)
    return found


def _find_bands(keys: Sequence[Key], others: Sequence[Key]) -> list[range]:
    """For each point of the first side, the points of the second that may answer it."""
    ends = {0: 0, len(keys): len(others)}
    for block in SequenceMatcher(None, keys, others, autojunk=False).get_matching_blocks():
        ends.update({block.a + k: block.b + k for k in range(block.size)})
    known = sorted(ends)
    bands = []
    for i in range(len(keys) + 1):
        low = ends[known[bisect_right(known, i) - 1]]
        high = ends[known[bisect_left(known, i)]]
        bands.append(range(max(0, low - BAND), min(len(others), high + BAND) + 1))
    return bands


def _walk(steps: Sequence[dict[int, Step]], rows: int, columns: int) -> Iterator[tuple[int, int]]:
    i, j = 0, 0
    while i < rows and j < columns and (step := steps[i].get(j)) is not None:
        if step is Step.BOTH:
            yield i, j
        i, j = i + (step is not Step.SECOND), j + (step is not Step.FIRST)


def likeness_of(first: Unit, second: Unit) -> float:
    """Shared marks over those of the shorter. Each language has words of its own, so a fifth is usual and a third much."""
    return len(first.marks & second.marks) / max(FEW, min(len(first.marks), len(second.marks)))


def fits(first: Unit, second: Unit) -> bool:
    """Whether one may translate the other, by length."""
    return SHORTEST <= (len(first.text) + SLACK) / (len(second.text) + SLACK) <= LONGEST
