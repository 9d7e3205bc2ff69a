"""Clauses of an act by the way that leads to them: «9-тармақтың 3) тармақшасы», «1-қосымшаның 8-тармағы», «5-8-тармақтары».

What a citation numbers may be a point, a row of a table that stands for one, or the ends of a range; annexes are known by
the number in their stamp.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, cached_property

from sarapshy.acts.model import Act, ClauseKind
from sarapshy.acts.outline import Outline
from sarapshy.language.letters import fold
from sarapshy.language.lexicon import read_lexicon

COMPONENTS = (ClauseKind.ANNEX, ClauseKind.APPROVED)
UNNUMBERED = (ClauseKind.PART, ClauseKind.INDENT)  # counted, not numbered: never said to be missing
STAMP = 400  # characters that an annex opens with, its stamp among them
Unit = tuple[ClauseKind, str | None]
Units = tuple[Unit, ...]


@cache
def _stamp() -> re.Pattern[str]:
    return re.compile(read_lexicon("references")["annex_stamp"])


class ClauseSearch:
    """An index of one act; clauses are positions in ``act.clauses``, a ``root`` of None is the act itself."""

    def __init__(self, act: Act, outline: Outline) -> None:
        self.act, self.outline = act, outline
        self._stamped: dict[int, str | None] = {}
        self._annexes = [at for at, clause in enumerate(act.clauses) if clause.kind in COMPONENTS]
        self._approved = [at for at in self._annexes if act.clauses[at].kind is ClauseKind.APPROVED]

    @cached_property
    def _numbered(self) -> dict[Unit, list[int]]:
        """Clauses by kind and number."""
        numbered: dict[Unit, list[int]] = {}
        for position, clause in enumerate(self.act.clauses):
            numbered.setdefault((clause.kind, clause.number), []).append(position)
        return numbered

    @cached_property
    def _rows(self) -> dict[str, list[int]]:
        """Rows of tables by what their first cell is labelled with."""
        rows: dict[str, list[int]] = {}
        for position, clause in enumerate(self.act.clauses):
            if clause.kind is ClauseKind.ROW:
                rows.setdefault(clause.label.strip(" .)"), []).append(position)
        return rows

    def has_approved(self, place: int | None) -> bool:
        return any(self.act.clauses[above].kind is ClauseKind.APPROVED for above in self.outline.above(place))

    def approved_above(self, place: int | None) -> int | None:
        """The approved text round a place; of an annex that stands apart, the approved text before it."""
        for above in self.outline.above(place):
            if self.act.clauses[above].kind is ClauseKind.APPROVED:
                return above
        before = [at for at in self._approved if place is not None and at < place]
        return before[-1] if before else self._approved[0] if len(self._approved) == 1 else None

    def descend(self, root: int | None, units: Units) -> tuple[int, ...] | None:
        """Positions of the innermost unit; None where one of them does not exist."""
        here: tuple[int, ...] = () if root is None else (root,)
        for kind, number in units:
            if kind in UNNUMBERED or (here and self.act.clauses[here[0]].kind is ClauseKind.ROW):
                break
            below = self._find(here[0] if here else None, kind, number)
            if not below:
                return None
            here = below
        return here

    def _find(self, root: int | None, kind: ClauseKind, number: str | None) -> tuple[int, ...]:
        if kind is ClauseKind.ANNEX:
            return self._find_annex(root, number)
        found = self._list_within(self._numbered.get((kind, number), []), root) or self._as_range(kind, number, root)
        if not found and kind is ClauseKind.POINT and root is not None:  # «1-қосымшаның 8-тармағы»: a row of a table
            found = self._list_within(self._rows.get(number, []) if number else [], root)
        if not found and kind is ClauseKind.ARTICLE and "." in (number or ""):  # «15.3-бап» is point 3 of article 15
            return self._find(root, kind, str(number).partition(".")[0])
        component = root if root is not None and self.act.clauses[root].kind in COMPONENTS else None
        if root is None or component is not None:
            own = [at for at in found if self.outline.component(at) == component]
            found = own or found
        ranged = kind is ClauseKind.SUBPOINT and self._spans_range(kind, number, found)
        return tuple(found if ranged else found[:1])

    def _list_within(self, positions: list[int], root: int | None) -> list[int]:
        """Those of the rising positions that are within the root: a large act has thousands of a number."""
        if root is None:
            return positions
        clauses, around = self.act.clauses, self.act.clauses[root]
        first = bisect_left(positions, around.start, key=lambda at: clauses[at].start)
        last = bisect_left(positions, around.end, first, key=lambda at: clauses[at].start)
        return [at for at in positions[first:last] if self._within(at, root)]

    def _within(self, position: int, root: int | None) -> bool:
        return root is None or (
            self.act.clauses[root].start <= self.act.clauses[position].start
            and self.act.clauses[position].end <= self.act.clauses[root].end
            and position != root
        )

    def _as_range(self, kind: ClauseKind, number: str | None, root: int | None) -> list[int]:
        """«5-8-тармағы» of a text that has points 5 and 8 and none called 5-8."""
        first, dash, last = (number or "").partition("-")
        if not dash or not (first.isdigit() and last.isdigit() and int(first) < int(last)):
            return []  # «14-1» is a point put in after 14
        ends = [self._numbered.get((kind, end), []) for end in (first, last)]
        found = [next((at for at in some if self._within(at, root)), None) for some in ends]
        return [at for at in found if at is not None] if None not in found else []

    def _spans_range(self, kind: ClauseKind, number: str | None, found: list[int]) -> bool:
        return len(found) == 2 and all(self.act.clauses[at].number != number for at in found)

    def _find_annex(self, root: int | None, number: str | None) -> tuple[int, ...]:
        """An annex of the approved text or of the act. The only annex of an order may be what it approves."""
        annexes = self._annexes
        if number is None:
            below = [at for at in annexes if at != root and (root is None or self._within(at, root))]
            return tuple(below[:1]) or tuple(at for at in annexes if at != root)[:1]
        same = [at for at in annexes if self._stamped_number(at) == number]
        same = same or [at for at in annexes if self.act.clauses[at].number == number]
        if not same and number == "1":  # the only annex, which bears no number
            unnumbered = [at for at in annexes if self._stamped_number(at) is None and at != root]
            same = unnumbered if len(unnumbered) == 1 else []
        near = [at for at in same if self._within(at, root)] if root is not None else []
        top = [at for at in same if self.outline.component(self.act.clauses[at].parent) is None]
        return tuple((near or (top if root is None else []) or same)[:1])

    def _stamped_number(self, position: int) -> str | None:
        """The first number in the stamp: an annex of an amending order bears its own and then that of the annex it
        replaces."""
        if position not in self._stamped:
            clause = self.act.clauses[position]
            head = fold(self.act.text[clause.start : min(clause.start + STAMP, clause.end)]).text
            found = _stamp().search(head) if "|" in head[:3] else None
            self._stamped[position] = (found["kk"] or found["ru"]) if found else clause.number
        return self._stamped[position]

    def nearest(self, root: int | None, units: Units) -> tuple[int | None, Unit]:
        """As much of the way as there is, the point of a missing subpoint, and the first unit that is lacking."""
        for size in range(len(units) - 1, 0, -1):
            found = self.descend(root, units[:size])
            if found:
                return found[0], units[size]
        return None, units[0]
