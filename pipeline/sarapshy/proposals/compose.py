"""Findings of an act to proposals, unit by unit.

Each finding is followed the best way that the act's text allows: as the reviewer wrote, as its rule's wording says, or as its
remedy tells. What cannot be built stays with the unit as ``left``, for the expert.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sarapshy.acts.model import Act, ClauseKind
from sarapshy.findings.model import Finding
from sarapshy.proposals.edits import Edit, make_edit
from sarapshy.proposals.gathering import Gathering
from sarapshy.proposals.model import WORDED, Proposal
from sarapshy.proposals.names import Names
from sarapshy.proposals.remedies import Do, Step, is_reviewed, read_steps
from sarapshy.proposals.units import Units
from sarapshy.proposals.wordings import Place, find_ways

SENTENCES = (Do.ADD, Do.POINT, Do.INSTEAD)


def compose(act: Act, findings: Iterable[Finding]) -> list[Proposal]:
    """In the order of the act."""
    composer = _Composer(act)
    for finding in findings:
        composer.take(finding)
    return list(composer.gathering.proposals())


def compose_alone(act: Act, findings: Iterable[Finding]) -> dict[str, list[Proposal]]:
    """What each finding asks for by itself, by its id: what could be built of it."""
    composer, alone = _Composer(act), {}
    for finding in findings:
        composer.gathering, composer.said = Gathering(composer.units), {}
        composer.take(finding)
        alone[finding.id] = [proposal for proposal in composer.gathering.proposals() if proposal.is_built]
    return alone


class _Composer:
    def __init__(self, act: Act) -> None:
        self.act, self.units = act, Units(act)
        self.names = Names(act, self.units.outline)
        self.gathering = Gathering(self.units)
        self.said: dict[tuple[int | None, str, str | None], Finding] = {}

    def take(self, finding: Finding) -> None:
        unit = self.units.unit_of(finding)
        unit = self.units.text_of(finding) if unit is None else unit
        if unit is None:
            self.gathering.of[None].left.append(finding)
            return
        built = next((built for way in self._ways(finding, unit) if (built := self._follow(way, finding, unit))), ())
        if not built or any(step.example for step in built):
            self.gathering.of[unit].left.append(finding)

    def _ways(self, finding: Finding, unit: int) -> Iterator[Sequence[Step]]:
        """What the reviewer wrote; else the wording of the rule, else what its remedy tells."""
        if not self.units.is_amended(unit):
            return
        language = self.units.clause(unit).language
        if not is_reviewed(finding, language):
            place = Place(self.units.holder(unit), self.units.outline.component(unit), language)
            yield from find_ways(finding, self.names, place)
        yield read_steps(finding, language)

    def _follow(self, way: Sequence[Step], finding: Finding, unit: int) -> list[Step]:
        """The steps that could be taken; what follows a step that could not be would say the opposite of what stays."""
        built: list[Step] = []
        for step in way:
            if not self._take_step(step, finding, unit):
                break
            built.append(step)
        return built

    def _take_step(self, step: Step, finding: Finding, unit: int) -> bool:
        if self.units.kind(unit) in WORDED and step.do in SENTENCES:
            return False
        step, unit = self._settle(step, unit)
        if step.do is Do.POINT:
            return self._take_point(step, finding, unit)
        if step.do in SENTENCES and self._is_said(step, finding, unit):
            return True
        edit = make_edit(self.act.text, step, finding, self.units.clause(unit), self.units.clause(unit).language)
        return edit is not None and self._take_edit(edit, unit)

    def _settle(self, step: Step, unit: int) -> tuple[Step, int]:
        """Where a sentence goes and as what: it would part the items of a list, and stand behind the points of an article."""
        holder = self.units.holder(unit)
        if step.do is Do.POINT and self.units.kind(holder) is ClauseKind.POINT:
            return step, holder
        if step.do in SENTENCES and self.units.kind(unit) is ClauseKind.SUBPOINT:
            step, unit = replace(step, do=Do.ADD), holder
        if step.do in (Do.ADD, Do.POINT):
            last = self.units.last_point(unit)
            return (replace(step, do=Do.ADD), unit) if last is None else (replace(step, do=Do.POINT), last)
        return step, unit

    def _take_edit(self, edit: Edit, unit: int) -> bool:
        """One edit of the same words is enough; none may cross another."""
        edits = self.gathering.of[unit].edits
        if same := next((other for other in edits if edit.does_as(other)), None):
            self.gathering.cured[same.finding.id].append(edit.finding)
            return True
        if any(edit.crosses(other) for other in edits):
            return False
        edits.append(edit)
        return True

    def _take_point(self, step: Step, finding: Finding, holder: int) -> bool:
        if not self._is_told(self.units.outline.component(holder), finding.code, finding.slot, finding):
            self.gathering.of[holder].points.append((step.new, finding))
        return True

    def _is_said(self, step: Step, finding: Finding, unit: int) -> bool:
        """One sentence cures every finding of a point that has the same factor, unless it speaks of the words found; and the
        same words in two points of one text would be a defect of their own: what names no point holds for all."""
        holder, component = self.units.holder(unit), self.units.outline.component(unit)
        if step.here:
            return self._is_told(holder, step.new, None, finding)
        told = self._is_told(component, step.new, None, finding)
        return told or self._is_told(holder, finding.code, finding.slot, finding)

    def _is_told(self, place: int | None, words: str, slot: str | None, finding: Finding) -> bool:
        """Whether an earlier finding said so there; it cures this one then."""
        first = self.said.setdefault((place, words, slot), finding)
        if first is not finding:
            self.gathering.cured[first.id].append(finding)
        return first is not finding
