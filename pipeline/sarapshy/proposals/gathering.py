"""What gathers for each unit of an act while its findings are taken, and the proposals that it becomes.

A point that has to be written anew outside of its subpoints is so as a whole; else its words change, a part is put behind it,
and each of its subpoints goes by itself: two commands for one text would undo one another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from sarapshy.acts.model import Clause, ClauseKind
from sarapshy.findings.model import Finding
from sarapshy.proposals.changes import find_changes
from sarapshy.proposals.edits import Edit, split_open
from sarapshy.proposals.model import UNITS, WORDED, Action, Change, Piece, Proposal, Unit
from sarapshy.proposals.rewriting import end_of, has_words, mark_gone, rewrite, widen, words_in_force
from sarapshy.proposals.units import Taken, Units


@dataclass(slots=True)
class Gathered:
    """Of one unit: ``left`` are findings that nothing was built for, ``points`` the wordings of points to stand behind it."""

    edits: list[Edit] = field(default_factory=list)
    left: list[Finding] = field(default_factory=list)
    points: list[tuple[str, Finding]] = field(default_factory=list)


class Gathering:
    """By unit, None for the act as a whole; ``cured`` are, by a finding's id, those that its sentence cures too."""

    def __init__(self, units: Units) -> None:
        self.units, self.act = units, units.act
        self.of: defaultdict[int | None, Gathered] = defaultdict(Gathered)
        self.cured: defaultdict[str, list[Finding]] = defaultdict(list)

    def proposals(self) -> Iterator[Proposal]:
        """In the order of the act."""
        changes = self._find_changes()
        self._lift(changes)
        taken: set[Taken] = set()
        for unit in sorted(self.of, key=lambda place: -1 if place is None else place):
            gathered = self.of[unit]
            if unit is None or not gathered.edits or (unit not in changes and self.units.kind(unit) not in UNITS):
                yield from self._leave_open(unit, gathered)
            else:
                yield self._propose(unit, gathered, changes.get(unit, ()))
            if unit is not None:
                yield from (self._propose_point(unit, *point, taken) for point in gathered.points)

    def _find_changes(self) -> dict[int, tuple[Change, ...]]:
        """By unit, of those that need not be written anew."""
        found = {}
        for unit, gathered in self.of.items():
            if unit is not None and self.units.kind(unit) in (*UNITS, *WORDED) and gathered.edits:
                found[unit] = find_changes(self.act, self.units.places, unit, _order(gathered.edits))
        return {unit: changes for unit, changes in found.items() if changes}

    def _lift(self, changes: dict[int, tuple[Change, ...]]) -> None:
        """Edits of a unit go to the highest above it that is written anew."""
        for unit in sorted((place for place in self.of if place is not None), reverse=True):
            above = [each for each in self.units.above(unit) if each != unit and each in self.of]
            written = [self.of[each] for each in above if self.of[each].edits and each not in changes]
            if written:
                below, clause = self.of[unit], self.units.clause(unit)
                written[-1].edits += [widen(self.act, clause, edit) for edit in below.edits]
                written[-1].left += below.left
                below.edits, below.left = [], []

    def _propose(self, unit: int, gathered: Gathered, changes: tuple[Change, ...]) -> Proposal:
        clause, edits = self.units.clause(unit), _order(gathered.edits)
        apart = bool(changes) or self.units.is_listed(unit)
        after = rewrite(self.act, clause.start, end_of(self.act, clause), edits, apart)
        action = Action.CHANGE if changes else Action.REPLACE
        if not has_words(after, clause):
            action, after = Action.DELETE, ()
        return Proposal(
            action,
            clause.id,
            self.units.path(unit),
            mark_gone(self.act, clause, edits),
            after,
            self._with_cured([*(edit.finding for edit in gathered.edits), *gathered.left]),
            self.units.part(unit),
            clause.amends,
            tuple(gathered.left),
            changes,
        )

    def _leave_open(self, unit: int | None, gathered: Gathered) -> Iterator[Proposal]:
        """A unit that the expert writes; what has no number is not told in its own words, which may be an annex."""
        findings = self._with_cured([*(edit.finding for edit in gathered.edits), *gathered.left])
        if not findings:
            return
        if unit is None:
            yield Proposal(Action.OPEN, "", (), (), (), findings, left=findings)
            return
        clause = self.units.clause(unit)
        cited = clause.kind in UNITS
        before = (Piece(words_in_force(self.act, clause)),) if cited else ()
        path = self.units.path(unit) if cited else ()
        part = self.units.part(unit)
        yield Proposal(Action.OPEN, clause.id, path, before, (), findings, part, clause.amends, left=findings)

    def _propose_point(self, holder: int, words: str, finding: Finding, taken: set[Taken]) -> Proposal:
        """«6-1.» behind point 6, or «6-2.» where there is one; behind the last point of an article its next number."""
        clause, part = self.units.clause(holder), self.units.part(holder)
        *above, _ = self.units.path(holder)
        free = (each for each in _numbers(above, clause) if (part, each) not in self.units.numbers)
        path = next(each for each in free if (part, each) not in taken)
        taken.add((part, path))
        said = words if words.endswith((".", "…")) else f"{words}."
        after = (Piece(f"{path[-1][1]}. ", new=True), *split_open(said))
        return Proposal(Action.INSERT, clause.id, path, (), after, self._with_cured([finding]), part, clause.amends)

    def _with_cured(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Each with those that its sentence cures too, once."""
        each = (found for finding in findings for found in (finding, *self.cured.get(finding.id, ())))
        return tuple({finding.id: finding for finding in each}.values())


def _order(edits: Iterable[Edit]) -> list[Edit]:
    return sorted(edits, key=lambda edit: (edit.start, edit.addition))


def _numbers(above: Sequence[Unit], clause: Clause) -> Iterator[tuple[Unit, ...]]:
    """Those that a new point behind the clause may bear."""
    stem, _, last = (clause.number or "").partition("-")
    within = above[-1][0] is ClauseKind.ARTICLE if above else False
    if within and stem.isdecimal() and not last:
        yield (*above, (clause.kind, str(int(stem) + 1)))
    first = int(last) + 1 if last.isdecimal() else 1
    for number in count(first):
        yield (*above, (clause.kind, f"{stem}-{number}"))
