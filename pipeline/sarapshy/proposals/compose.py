"""Findings of an act to proposals, unit by unit.

All edits of a point and of its subpoints come together: a point that is changed outside of its subpoints is written anew as a
whole, else each of its subpoints by itself. What the remedies cannot build stays with the unit as ``left``, for the expert.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from sarapshy.acts.model import Act, Clause, ClauseKind, ClauseRole, Status
from sarapshy.acts.outline import Outline
from sarapshy.findings.model import Finding
from sarapshy.proposals.edits import Edit, make_edit, split_open
from sarapshy.proposals.model import Action, Piece, Proposal, Unit, WordChange, Wording, words_of
from sarapshy.proposals.names import Names
from sarapshy.proposals.remedies import Do, Step, is_reviewed, read_steps
from sarapshy.proposals.wordings import Place, find_ways

if TYPE_CHECKING:
    from sarapshy.editions.model import Instruction

UNITS = (ClauseKind.ARTICLE, ClauseKind.POINT, ClauseKind.SUBPOINT)
SHORT = 200  # characters: a unit that is no longer is written anew rather than changed by words
MOST_CHANGES = 2
QUOTES = '«»„“"'


@dataclass(slots=True)
class _Draft:
    """What gathers for one unit, by its position among the clauses."""

    edits: list[Edit] = field(default_factory=list)
    left: list[Finding] = field(default_factory=list)
    points: list[tuple[str, Finding]] = field(default_factory=list)


def compose(act: Act, findings: Iterable[Finding]) -> list[Proposal]:
    """In the order of the act."""
    composer = _Composer(act)
    for finding in findings:
        composer.take(finding)
    return list(composer.proposals())


class _Composer:
    def __init__(self, act: Act) -> None:
        self.act, self.outline = act, Outline(act)
        self.names = Names(act, self.outline)
        self.ids = {clause.id: position for position, clause in reversed(list(enumerate(act.clauses)))}
        self.drafts: dict[int | None, _Draft] = {}
        self.said: dict[tuple[int | None, str, str | None], Finding] = {}
        self.cured: dict[str, list[Finding]] = {}
        self.told: dict[tuple[int | None, str], int] = {}
        self.numbers: set[tuple[int | None, Unit]] = set()

    def take(self, finding: Finding) -> None:
        unit = self._unit_of(finding)
        if unit is None:
            place = self.ids.get(finding.clause.id) if finding.clause else None
            self._draft(self.outline.component(place)).left.append(finding)
            return
        built = next((built for way in self._ways(finding, unit) if (built := self._follow(way, finding, unit))), ())
        if not built or any(step.example for step in built):
            self._draft(unit).left.append(finding)

    def _ways(self, finding: Finding, unit: int) -> Iterator[Sequence[Step]]:
        """What the reviewer wrote; else the wording of the rule, else what its remedy tells."""
        if not self._is_amended(unit):
            return
        language = self._language(unit)
        if not is_reviewed(finding, language):
            place = Place(self._holder(unit), self.outline.component(unit), language)
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

    def _is_amended(self, unit: int) -> bool:
        """The own points of an amending act have been carried out: what it quotes or adopts is proposed anew, they are not.
        A point within a point is that of a form, which no command could name."""
        kinds = [kind for kind, _ in self._path(unit)]
        if len(set(kinds)) < len(kinds):
            return False
        if self.act.identity.status is not Status.AMENDING:
            return True
        return self.act.clauses[unit].amends is not None or self.outline.component(unit) is not None

    def _draft(self, unit: int | None) -> _Draft:
        return self.drafts.setdefault(unit, _Draft())

    def _language(self, unit: int) -> str:
        return self.act.clauses[unit].language

    def _unit_of(self, finding: Finding) -> int | None:
        """The subpoint, point or article that the finding stands in."""
        place = self.outline.at(finding.start) if finding.start is not None else None
        if place is None:
            place = self.ids.get(finding.clause.id) if finding.clause else None
        return next(self._units_above(place), None)

    def _units_above(self, place: int | None) -> Iterator[int]:
        """Units that a lawyer would cite; of wording that an amending act quotes, those within the quotation."""
        clauses = self.act.clauses
        amends = clauses[place].amends if place is not None else None
        for above in self.outline.above(place):
            if clauses[above].amends != amends:
                return
            if clauses[above].kind in UNITS and clauses[above].number:
                yield above

    def _take_step(self, step: Step, finding: Finding, unit: int) -> bool:
        holder = self._holder(unit)
        if step.do is Do.POINT and self.act.clauses[holder].kind is ClauseKind.POINT:
            return self._take_point(step, finding, holder)
        if step.do in (Do.ADD, Do.POINT, Do.INSTEAD) and self.act.clauses[unit].kind is ClauseKind.SUBPOINT:
            unit, step = holder, replace(step, do=Do.ADD)  # a sentence would part the items of a list
        elif step.do in (Do.ADD, Do.POINT) and (last := self._last_point(unit)) is not None:
            return self._take_point(step, finding, last)  # a sentence would stand behind the points of an article
        elif step.do is Do.POINT:
            step = replace(step, do=Do.ADD)
        if step.do in (Do.ADD, Do.INSTEAD) and self._is_said(holder, finding, step):
            return True
        if step.do in (Do.ADD, Do.INSTEAD) and not step.here and not self._is_first(unit, step.new):
            return False
        edit = make_edit(self.act.text, step, finding, self.act.clauses[unit], self._language(unit))
        draft = self._draft(unit)
        if edit is None:
            return False
        if same := next((other for other in draft.edits if edit.does_as(other)), None):
            self.cured.setdefault(same.finding.id, []).append(finding)
            return True
        if any(_overlap(edit, other) for other in draft.edits):
            return False
        draft.edits.append(edit)
        return True

    def _last_point(self, unit: int) -> int | None:
        """Of an article that has points."""
        points = (
            each for each in self.outline.children.get(unit, ()) if self.act.clauses[each].kind is ClauseKind.POINT
        )
        numbered = [each for each in points if self.act.clauses[each].number]
        return numbered[-1] if numbered and self.act.clauses[unit].kind is ClauseKind.ARTICLE else None

    def _is_said(self, place: int | None, finding: Finding, step: Step) -> bool:
        """One sentence cures every finding of a point that has the same factor, unless it speaks of the words found; so
        does one point of a part of the act."""
        key = (place, step.new, None) if step.here else (place, finding.code, finding.slot)
        first = self.said.setdefault(key, finding)
        if first is not finding:
            self.cured.setdefault(first.id, []).append(finding)
        return first is not finding

    def _with_cured(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Each with those that its sentence cures too."""
        return _once(each for finding in findings for each in (finding, *self.cured.get(finding.id, ())))

    def _is_first(self, unit: int, words: str) -> bool:
        """The same words in two points of one text would be a defect of their own."""
        place = (self.outline.component(unit), words)
        return self.told.setdefault(place, unit) == unit

    def _take_point(self, step: Step, finding: Finding, holder: int) -> bool:
        if not self._is_said(self.outline.component(holder), finding, step):
            self._draft(holder).points.append((step.new, finding))
        return True

    def _holder(self, unit: int) -> int:
        """The point or article of a unit; itself if it is one."""
        numbered = self.outline.numbered(unit)
        return unit if numbered is None else numbered

    def proposals(self) -> Iterator[Proposal]:
        self._lift()
        self.numbers = {
            (self.outline.component(p), (c.kind, c.number)) for p, c in enumerate(self.act.clauses) if c.number
        }
        for unit in sorted(self.drafts, key=lambda place: -1 if place is None else place):
            draft = self.drafts[unit]
            if draft.edits or draft.left:
                yield self._propose(unit, draft)
            if unit is not None:
                yield from (self._propose_point(unit, *point) for point in draft.points)

    def _lift(self) -> None:
        """Edits of a unit go to the highest above it that is written anew: two commands would undo one another."""
        for unit in sorted((place for place in self.drafts if place is not None), reverse=True):
            above = [each for each in self._units_above(unit) if each != unit and each in self.drafts]
            written = [self.drafts[each] for each in above if self.drafts[each].edits]
            if written:
                below = self.drafts[unit]
                written[-1].edits += [self._widen(edit, unit) for edit in below.edits]
                written[-1].left += below.left
                below.edits, below.left = [], []

    def _widen(self, edit: Edit, unit: int) -> Edit:
        """An item that goes whole takes its line with it; the last of a list leaves its full stop to the one before."""
        clause, text = self.act.clauses[unit], self.act.text
        if (edit.start, edit.end) != (clause.start, clause.start + len(text[clause.start : clause.end].rstrip())):
            return edit
        before = len(text[: edit.start].rstrip())
        final = text[before - 1] == ";" and text[edit.end - 1] == "."
        return replace(edit, start=before - 1, pieces=(Piece(".", new=True),)) if final else replace(edit, start=before)

    def _propose(self, unit: int | None, draft: _Draft) -> Proposal:
        findings = self._with_cured([*(edit.finding for edit in draft.edits), *draft.left])
        if unit is None or self.act.clauses[unit].kind not in UNITS or not draft.edits:
            return self._leave_open(unit, findings)
        clause = self.act.clauses[unit]
        edits = sorted(draft.edits, key=lambda edit: (edit.start, edit.addition))
        after = _apply(self.act, clause, edits, bool(self.outline.children.get(unit)))
        changes = self._word_changes(clause, edits)
        action = Action.WORDS if changes else Action.REPLACE
        if not _has_words(after, clause):
            action, after = Action.DELETE, ()
        return Proposal(
            action,
            clause.id,
            self._path(unit),
            _mark_gone(self.act, clause, edits),
            after,
            findings,
            self._part(unit),
            clause.amends,
            tuple(draft.left),
            changes,
        )

    def _leave_open(self, unit: int | None, findings: tuple[Finding, ...]) -> Proposal:
        """A unit that the expert writes; what has no number is not told in its own words, which may be an annex."""
        if unit is None:
            return Proposal(Action.OPEN, "", (), (), (), findings, left=findings)
        clause = self.act.clauses[unit]
        numbered = clause.kind in UNITS
        before = (Piece(self._words(clause)),) if numbered else ()
        path = self._path(unit) if numbered else ()
        return Proposal(
            Action.OPEN, clause.id, path, before, (), findings, self._part(unit), clause.amends, left=findings
        )

    def _propose_point(self, holder: int, words: str, finding: Finding) -> Proposal:
        """«6-1.» behind point 6, or «6-2.» where there is one."""
        clause, component = self.act.clauses[holder], self.outline.component(holder)
        stem, _, last = (clause.number or "").partition("-")
        number = int(last) + 1 if last.isdecimal() else 1
        while (component, (clause.kind, f"{stem}-{number}")) in self.numbers:
            number += 1
        unit = (clause.kind, f"{stem}-{number}")
        self.numbers.add((component, unit))
        said = words if words.endswith((".", "…")) else f"{words}."
        after = (Piece(f"{unit[1]}. ", new=True), *split_open(said))
        path = (*self._path(holder)[:-1], unit)
        return Proposal(
            Action.INSERT, clause.id, path, (), after, self._with_cured([finding]), self._part(holder), clause.amends
        )

    def _part(self, unit: int) -> str | None:
        part = self.outline.component(unit)
        return None if part is None else self.act.clauses[part].id

    def _path(self, unit: int) -> tuple[Unit, ...]:
        above = [self.act.clauses[place] for place in self._units_above(unit)]
        path = [(clause.kind, clause.number or "") for clause in reversed(above)]
        if above and above[-1].amends is not None and above[-1].kind is ClauseKind.SUBPOINT:
            path = [*self._holders_told(above[-1]), *path]
        return tuple(path)

    def _holders_told(self, clause: Clause) -> list[Unit]:
        """The point of a subpoint that an amending act quotes by itself: its command names it."""
        told = next(
            (each for each in self.instructions if each.wording and each.wording[0] <= clause.start < each.wording[1]),
            None,
        )
        units = told.target.units if told else ()
        return [(kind, number) for kind, number in units if kind in UNITS[:2] and number]

    @cached_property
    def instructions(self) -> tuple[Instruction, ...]:
        from sarapshy.editions.instructions import read_instructions

        return read_instructions(self.act).read

    def _words(self, clause: Clause) -> str:
        return _in_force(self.act, clause.start, clause.end).rstrip()

    def _word_changes(self, clause: Clause, edits: Sequence[Edit]) -> tuple[WordChange, ...]:
        """The edits as changes of single words, where that is shorter and leaves no doubt; else none."""
        words = self._words(clause)
        changes = []
        for edit in edits:
            old = self.act.text[edit.start : edit.end].strip()
            new = edit.pieces[0] if len(edit.pieces) == 1 else None
            plain = not any(quote in f"{old}{new.text if new else ''}" for quote in QUOTES)
            if not (edit.of_words and plain and len(edit.pieces) < 2 and words.count(old) == 1 and "\n" not in old):
                return ()
            changes.append(WordChange(old, new))
        return tuple(changes) if len(words) > SHORT and len(changes) <= MOST_CHANGES else ()


def _once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple({finding.id: finding for finding in findings}.values())


def _overlap(one: Edit, other: Edit) -> bool:
    if one.addition or other.addition:
        return False
    return (one.start < other.end and other.start < one.end) or one.start == other.start


def _in_force(act: Act, start: int, end: int) -> str:
    """The words without the publisher's notes between them: «Подпункт 3 изложен в редакции …» is no norm to be proposed."""
    words, done = [], start
    for clause in act.clauses:
        if clause.role is ClauseRole.EDITORIAL and start < clause.start and clause.end <= end:
            words.append(act.text[done : clause.start].rstrip())
            done = max(done, clause.end)
    return "".join((*words, act.text[done:end]))


def _apply(act: Act, clause: Clause, edits: Sequence[Edit], listed: bool) -> Wording:
    """The unit's text with the edits; a sentence is put behind a list as a paragraph of its own."""
    text, pieces, done = act.text, [], clause.start
    end = clause.start + len(text[clause.start : clause.end].rstrip())
    for edit in edits:
        pieces.append(Piece(_in_force(act, done, min(edit.start, end))))
        if edit.addition:
            closed = _in_force(act, done, end).rstrip().endswith((".", "!", "?")) or done >= end
            pieces.append(Piece("\n" if listed else " " if closed else ". "))
        pieces += edit.pieces
        done = max(done, edit.end)
    pieces.append(Piece(_in_force(act, done, end)))
    return tuple(piece for piece in pieces if piece.text)


def _mark_gone(act: Act, clause: Clause, edits: Sequence[Edit]) -> Wording:
    """The wording in force, with what goes told apart."""
    text, pieces, done = act.text, [], clause.start
    end = clause.start + len(text[clause.start : clause.end].rstrip())
    for edit in edits:
        pieces += [
            Piece(_in_force(act, done, min(edit.start, end))),
            Piece(text[edit.start : min(edit.end, end)], new=True),
        ]
        done = max(done, edit.end)
    pieces.append(Piece(_in_force(act, done, end)))
    return tuple(piece for piece in pieces if piece.text)


def _has_words(after: Wording, clause: Clause) -> bool:
    rest = words_of(after).removeprefix(clause.label)
    return any(letter.isalnum() for letter in rest)
