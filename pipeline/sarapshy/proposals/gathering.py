"""What gathers for each unit of an act while its findings are taken, and the proposals that it becomes.

A point that is changed outside of its subpoints is written anew as a whole, else each of its subpoints by itself: two commands
for one text would undo one another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sarapshy.acts.model import ClauseKind
from sarapshy.findings.model import Finding
from sarapshy.proposals.edits import Edit, split_open
from sarapshy.proposals.model import UNITS, Action, Piece, Proposal
from sarapshy.proposals.rewriting import change_words, has_words, mark_gone, rewrite, widen, words_in_force
from sarapshy.proposals.units import Units

Taken = tuple[str | None, tuple[ClauseKind, str | None]]  # a number that a part of the act has already


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
        self._lift()
        clauses = enumerate(self.act.clauses)
        taken: set[Taken] = {(self.units.part(at), (c.kind, c.number)) for at, c in clauses if c.number}
        for unit in sorted(self.of, key=lambda place: -1 if place is None else place):
            gathered = self.of[unit]
            if unit is None or self.units.kind(unit) not in UNITS or not gathered.edits:
                yield from self._leave_open(unit, gathered)
            else:
                yield self._propose(unit, gathered)
            if unit is not None:
                yield from (self._propose_point(unit, *point, taken) for point in gathered.points)

    def _lift(self) -> None:
        """Edits of a unit go to the highest above it that is written anew."""
        for unit in sorted((place for place in self.of if place is not None), reverse=True):
            above = [each for each in self.units.above(unit) if each != unit and each in self.of]
            written = [self.of[each] for each in above if self.of[each].edits]
            if written:
                below, clause = self.of[unit], self.units.clause(unit)
                written[-1].edits += [widen(self.act, clause, edit) for edit in below.edits]
                written[-1].left += below.left
                below.edits, below.left = [], []

    def _propose(self, unit: int, gathered: Gathered) -> Proposal:
        clause = self.units.clause(unit)
        edits = sorted(gathered.edits, key=lambda edit: (edit.start, edit.addition))
        after = rewrite(self.act, clause, edits, self.units.is_listed(unit))
        changes = change_words(self.act, clause, edits)
        action = Action.WORDS if changes else Action.REPLACE
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
        """«6-1.» behind point 6, or «6-2.» where there is one."""
        clause, part = self.units.clause(holder), self.units.part(holder)
        stem, _, last = (clause.number or "").partition("-")
        number = int(last) + 1 if last.isdecimal() else 1
        while (part, (clause.kind, f"{stem}-{number}")) in taken:
            number += 1
        unit = (clause.kind, f"{stem}-{number}")
        taken.add((part, unit))
        said = words if words.endswith((".", "…")) else f"{words}."
        after = (Piece(f"{unit[1]}. ", new=True), *split_open(said))
        path = (*self.units.path(holder)[:-1], unit)
        return Proposal(Action.INSERT, clause.id, path, (), after, self._with_cured([finding]), part, clause.amends)

    def _with_cured(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Each with those that its sentence cures too, once."""
        each = (found for finding in findings for found in (finding, *self.cured.get(finding.id, ())))
        return tuple({finding.id: finding for finding in each}.values())
