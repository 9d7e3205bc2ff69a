"""The units of an act that a lawyer would cite, and where among them something stands.

A finding in the second line of «12-тармақтың 7) тармақшасы» stands in that subpoint, whose holder is point 12. Of wording that
an amending act quotes, only the units within the quotation are meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from sarapshy.acts.model import Act, Clause, ClauseKind, Status
from sarapshy.acts.outline import Outline
from sarapshy.findings.model import Finding
from sarapshy.proposals.model import UNITS, Unit

if TYPE_CHECKING:
    from sarapshy.editions.model import Instruction
    from sarapshy.editions.places import Places

Taken = tuple[str | None, tuple[Unit, ...]]  # a number that a part of the act has already, with what holds it


class Units:
    """A unit is the position of its clause in ``act.clauses``."""

    def __init__(self, act: Act) -> None:
        self.act, self.outline = act, Outline(act)
        self._ids = {clause.id: position for position, clause in reversed(list(enumerate(act.clauses)))}

    def clause(self, unit: int) -> Clause:
        return self.act.clauses[unit]

    def kind(self, unit: int) -> ClauseKind:
        return self.act.clauses[unit].kind

    def place_of(self, finding: Finding) -> int | None:
        """The clause that a finding names."""
        return self._ids.get(finding.clause.id) if finding.clause else None

    def unit_of(self, finding: Finding) -> int | None:
        """The subpoint, point or article that the finding stands in."""
        place = self.outline.at(finding.start) if finding.start is not None else None
        return next(self.above(self.place_of(finding) if place is None else place), None)

    def text_of(self, finding: Finding) -> int | None:
        """Of what stands in no numbered unit: the preamble, else the annex or approved text."""
        place = self.outline.at(finding.start) if finding.start is not None else self.place_of(finding)
        if place is not None and self.kind(place) is ClauseKind.PREAMBLE:
            return place
        return self.outline.component(place)

    def above(self, place: int | None) -> Iterator[int]:
        """The numbered units from the place upwards, its own first."""
        clauses = self.act.clauses
        amends = clauses[place].amends if place is not None else None
        for above in self.outline.above(place):
            if clauses[above].amends != amends:
                return
            if clauses[above].kind in UNITS and clauses[above].number:
                yield above

    def holder(self, unit: int) -> int:
        """The point or article of a unit; itself if it is one."""
        numbered = self.outline.numbered(unit)
        return unit if numbered is None else numbered

    def last_point(self, unit: int) -> int | None:
        """Of an article that has points."""
        points = (each for each in self.outline.children.get(unit, ()) if self.kind(each) is ClauseKind.POINT)
        numbered = [each for each in points if self.clause(each).number]
        return numbered[-1] if numbered and self.kind(unit) is ClauseKind.ARTICLE else None

    def is_listed(self, unit: int) -> bool:
        """Whether other clauses stand in it."""
        return bool(self.outline.children.get(unit))

    def is_amended(self, unit: int) -> bool:
        """The own points of an amending act have been carried out: what it quotes or adopts is proposed anew, they are not.
        A point within a point is that of a form, which no command could name."""
        kinds = [kind for kind, _ in self.path(unit)]
        if len(set(kinds)) < len(kinds):
            return False
        if self.act.identity.status is not Status.AMENDING:
            return True
        return self.clause(unit).amends is not None or self.outline.component(unit) is not None

    def part(self, unit: int) -> str | None:
        """The id of the annex or approved text that it stands in."""
        part = self.outline.component(unit)
        return None if part is None else self.clause(part).id

    def path(self, unit: int) -> tuple[Unit, ...]:
        if self.kind(unit) is ClauseKind.PREAMBLE:
            return ((ClauseKind.PREAMBLE, ""),)
        above = [self.clause(place) for place in self.above(unit)]
        path = [(clause.kind, clause.number or "") for clause in reversed(above)]
        if above and above[-1].amends is not None and above[-1].kind is ClauseKind.SUBPOINT:
            path = [*self._holders_told(above[-1]), *path]
        return tuple(path)

    def _holders_told(self, clause: Clause) -> list[Unit]:
        """The point of a subpoint that an amending act quotes by itself: its command names it."""
        told = next(
            (each for each in self._instructions if each.wording and each.wording[0] <= clause.start < each.wording[1]),
            None,
        )
        units = told.target.units if told else ()
        return [(kind, number) for kind, number in units if kind in UNITS[:2] and number]

    @cached_property
    def numbers(self) -> frozenset[Taken]:
        return frozenset((self.part(at), self.path(at)) for at, clause in enumerate(self.act.clauses) if clause.number)

    @cached_property
    def places(self) -> Places:
        from sarapshy.editions.places import Places

        return Places(self.act)

    @cached_property
    def _instructions(self) -> tuple[Instruction, ...]:
        from sarapshy.editions.instructions import read_instructions

        return read_instructions(self.act).read
