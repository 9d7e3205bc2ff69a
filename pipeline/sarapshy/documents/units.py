"""The units of an act as a conclusion names them, and what was found in each.

Every point and article is accounted for: «1–4, 6-тармақтар: табылмады; 5-тармақ: № 3 ескерту». Units of one part with one
outcome are named in one breath, so that the account of a code is a page and not a thousand rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from sarapshy.acts.model import Act, Clause, ClauseKind, ClauseRole
from sarapshy.acts.outline import NUMBERED, Outline
from sarapshy.documents.words import form, name_unit, name_units

PARTS = (ClauseKind.APPROVED, ClauseKind.ANNEX)
BESIDE = (
    ClauseRole.TITLE,
    ClauseRole.SIGNATURE,
    ClauseRole.EDITORIAL,
)  # no norms, and nobody expects an account of them
SKIPPED = (ClauseKind.SECTION, ClauseKind.CHAPTER, ClauseKind.PARAGRAPH, ClauseKind.HEADING, ClauseKind.NOTE)


class Outcome(StrEnum):
    """What the examination of a unit came to, the gravest first."""

    REMARKS = "remarks"
    WEAK = "weak"  # only signs that the conclusion does not take up
    NONE = "none"
    NO_NORM = "no_norm"  # a form to fill in, boilerplate


@dataclass(frozen=True, slots=True)
class Group:
    """Units of one part of the act with one outcome, in order; ``remarks`` are those of each unit, by its bare number
    ("" for text without numbers)."""

    part: str
    outcome: Outcome
    units: str
    remarks: tuple[tuple[str, tuple[int, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    """``position`` is that of the annex, or of the point that gives a new wording; None is the act itself."""

    position: int | None
    new: bool = False


@dataclass(slots=True)
class _Unit:
    kind: str
    number: str
    outcome: Outcome
    remarks: list[int] = field(default_factory=list)


class Units:
    """The clauses of an act, named in a language."""

    def __init__(self, act: Act, language: str) -> None:
        self.act, self.language = act, language
        self.outline = Outline(act)

    @cached_property
    def positions(self) -> dict[str, int]:
        return {clause.id: position for position, clause in reversed(list(enumerate(self.act.clauses)))}

    def path(self, clause_id: str, spare: str = "") -> str:
        """The address from the top: «1-қосымша, 2-тарау, 29-тармақ»; ``spare`` where the act has no such clause."""
        position = self.positions.get(clause_id)
        if position is None:
            return spare
        named = [self._name(self.act.clauses[above]) for above in self.outline.above(position)]
        return ", ".join(name for name in reversed(named) if name) or spare

    def place(self, clause_id: str) -> int:
        """Where the clause begins in the text; the very end for an unknown one."""
        position = self.positions.get(clause_id)
        return self.act.clauses[position].start if position is not None else len(self.act.text)

    def account(self, remarks: Mapping[int, str], weak: Iterable[str]) -> list[Group]:
        """What was found in every unit; ``remarks`` are clause ids by number of remark, ``weak`` those of weaker signs."""
        parts: dict[_Part, dict[int | None, _Unit]] = {}
        for position, clause in enumerate(self.act.clauses):
            part, unit = self._part(position), self._unit(position)
            units = parts.setdefault(part, {})
            if unit == position:
                units[position] = _Unit(clause.kind.value, clause.number or "", _outcome_of(clause))
            elif unit is None and clause.role not in BESIDE and clause.kind not in (*PARTS, *SKIPPED):
                units.setdefault(None, _Unit("", "", _outcome_of(clause)))
        self._mark(parts, remarks, weak)
        return [group for part, units in parts.items() for group in self._group(part, list(units.values()))]

    def _mark(
        self, parts: Mapping[_Part, dict[int | None, _Unit]], remarks: Mapping[int, str], weak: Iterable[str]
    ) -> None:
        for number, clause_id in remarks.items():
            unit = self._unit_of(parts, clause_id)
            unit.outcome = Outcome.REMARKS
            unit.remarks.append(number)
        for clause_id in weak:
            unit = self._unit_of(parts, clause_id)
            if unit.outcome is not Outcome.REMARKS:
                unit.outcome = Outcome.WEAK

    def _unit_of(self, parts: Mapping[_Part, dict[int | None, _Unit]], clause_id: str) -> _Unit:
        position = self.positions.get(clause_id)
        units = parts[self._part(position)] if position is not None else next(iter(parts.values()))
        return units.setdefault(self._unit(position), _Unit("", "", Outcome.NONE))

    def _group(self, part: _Part, units: Sequence[_Unit]) -> Iterable[Group]:
        for outcome in Outcome:
            same = [unit for unit in units if unit.outcome is outcome]
            if same:
                named = self._name_runs(units, outcome)
                remarks = tuple((unit.number, tuple(sorted(unit.remarks))) for unit in same if unit.remarks)
                yield Group(self._name_part(part), outcome, named, remarks)

    def _name_runs(self, units: Sequence[_Unit], outcome: Outcome) -> str:
        """«1–3, 5-тармақтар; 7-бап; кестелер»: neighbours with one outcome are a range."""
        names: list[str] = []
        for kind in dict.fromkeys(unit.kind for unit in units if unit.outcome is outcome):
            if not kind:
                names.append(form("none_numbered", self.language))
                continue
            numbers = _join_neighbours([unit for unit in units if unit.kind == kind], outcome)
            names.append(name_units(kind, numbers, self.language))
        return "; ".join(names)

    def _part(self, position: int) -> _Part:
        """The annex or approved act that a clause stands in; new wording is a part by the point that gives it."""
        new = [above for above in self.outline.above(position) if self.act.clauses[above].amends is not None]
        if new:
            giving = self.outline.numbered(self.act.clauses[new[-1]].parent)
            return _Part(giving, new=True)
        return _Part(self.outline.component(position))

    def _unit(self, position: int | None) -> int | None:
        """The article that a clause is accounted for with, as points are numbered anew in each; else its point."""
        if position is None:
            return None
        part = self._part(position).position
        point: int | None = None
        for above in self.outline.above(position):
            kind = self.act.clauses[above].kind
            if above == part:
                break
            if kind is ClauseKind.ARTICLE:
                return above
            if kind is ClauseKind.POINT and point is None:
                point = above
        return point

    def _name_part(self, part: _Part) -> str:
        if part.position is None:
            named = form("body", self.language)
        else:
            names = [self._name(self.act.clauses[above]) for above in self.outline.above(part.position)]
            named = ", ".join(name for name in reversed(names) if name)
        return form("new_wording", self.language, unit=named) if part.new else named

    def _name(self, clause: Clause) -> str:
        if clause.kind is ClauseKind.APPROVED:
            return form("approved", self.language) if clause.number is None else name_unit(clause, self.language)
        if clause.kind is ClauseKind.ANNEX and clause.number is None:
            return form("annex", self.language)
        if clause.kind is ClauseKind.PREAMBLE:
            return form("preamble", self.language)
        return name_unit(clause, self.language)


def _outcome_of(clause: Clause) -> Outcome:
    norm = clause.role is ClauseRole.NORM or (clause.kind in NUMBERED and clause.role is not ClauseRole.FORM)
    return Outcome.NONE if norm else Outcome.NO_NORM


def _join_neighbours(units: Sequence[_Unit], outcome: Outcome) -> list[str]:
    runs: list[list[str]] = []
    before: Outcome | None = None
    for unit in units:
        if unit.outcome is outcome:
            if before is outcome:
                runs[-1].append(unit.number)
            else:
                runs.append([unit.number])
        before = unit.outcome
    return [part for run in runs for part in (run if len(run) < 3 else [f"{run[0]}–{run[-1]}"])]
