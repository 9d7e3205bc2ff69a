"""Amending acts applied to a base, one after another in order of date.

Order No 126 with orders No 225, No 172 and No 56 gives the order as it reads after them: text, clauses, which of them was
changed by which act, and what could not be done. Without the base, the quoted wordings alone make a partial act.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sarapshy.acts.model import Act, ClauseKind, Identity, Status
from sarapshy.acts.outline import Outline
from sarapshy.acts.reading import build_act
from sarapshy.acts.requisites import same_number
from sarapshy.editions.edits import Edit, make_edits, name_amender, names_act, supply, wording_of
from sarapshy.editions.instructions import read_instructions
from sarapshy.editions.model import Action, Amender, Change, Edition, Instruction, Named, Reason, Unapplied, Where
from sarapshy.editions.places import NotFound, Places
from sarapshy.language.lexicon import read_lexicon

PASSES = 40  # instructions of one act that change what another of them put in
COMMAND = 300  # characters of a command that are told


@dataclass(slots=True)
class _Mark:
    """A change and where its words stand in the text as it grows."""

    change: Change
    start: int
    end: int


def consolidate(base: Act, amendments: Sequence[Act], at: date | None = None) -> Edition:
    """The base as it reads after those of the amendments that were adopted by the date (all, if None).

    An amendment that orders something of other acts too is applied as far as it speaks of the base; never refuses: what
    cannot be read or applied stands in ``Edition.unapplied``.
    """
    return _Consolidation(base).run(amendments, at)


def consolidate_partial(named: Named, amendments: Sequence[Act], at: date | None = None) -> Edition:
    """What is known of an act whose own text is not at hand: the wordings that the amendments quote, in their places."""
    targets = [one.target for act in amendments for one in read_instructions(act).read if is_same(named, one.base)]
    approved = any(target.where is Where.APPROVED for target in targets)
    language = amendments[0].language if amendments else "kk"
    identity = Identity(named.kind or "unknown", named.title, None, named.number, named.date)
    by = Amender("", identity.kind, named.number, named.date, None)
    stamp = read_lexicon("amendments")["stamp"][language].format(by=name_amender(by, language)) if approved else ""
    title = next((target.title for target in targets if target.title), "")
    base = replace(build_act(f"{stamp}\n\n{title}\n", named.number or ""), identity=identity, language=language)
    return _Consolidation(base, partial=True).run(amendments, at)


def is_same(one: Named, other: Named) -> bool:
    """Whether two amending acts name one act."""
    if one.number is not None and other.number is not None:
        return same_number(one.number, other.number) and (one.date is None or other.date in (None, one.date))
    return one.date == other.date and one.title == other.title


@dataclass(frozen=True, slots=True)
class _Move:
    """A stretch that an edit replaced, and by how many characters it grew."""

    start: int
    end: int
    grown: int


class _Consolidation:
    def __init__(self, base: Act, partial: bool = False) -> None:
        self.act = base
        self.partial = partial
        self.marks: list[_Mark] = []
        self.unapplied: list[Unapplied] = []
        self.amenders: list[Amender] = []
        self.others = 0

    def run(self, amendments: Sequence[Act], at: date | None) -> Edition:
        for amending in sorted(amendments, key=lambda act: day_of(act) or date.max):
            amender, day = name(amending), day_of(amending)
            if at is not None and day is None:
                self.unapplied.append(Unapplied(amender, amending.identity.title or amending.path, Reason.UNDATED))
            elif at is None or (day is not None and day <= at):
                self._amend(amending, amender)
        return self._finish(at)

    def _amend(self, amending: Act, amender: Amender) -> None:
        found = read_instructions(amending)
        mine = [instruction for instruction in found.read if self._is_mine(instruction.base)]
        self.others += len(found.read) - len(mine)
        if mine or len(found.read) == 0:
            self.unapplied += [
                Unapplied(amender, _words(amending, one.start, one.end), one.reason) for one in found.unread
            ]
        if not mine:
            return
        self.amenders.append(amender)
        pending = mine
        for _ in range(PASSES):
            pending = self._pass(amending, amender, pending)
            if not pending:
                return
        self._give_up(amending, amender, pending, Reason.OVERLAP)

    def _is_mine(self, named: Named) -> bool:
        """Whether the amending act speaks of the base; where one of them has no number, the date or nothing decides."""
        own = self.act.identity
        if own.number is not None and named.number is not None:
            return is_same(Named(own.kind, own.number, own.date), named)
        return own.date is None or named.date is None or own.date == named.date

    def _pass(self, amending: Act, amender: Amender, pending: Sequence[Instruction]) -> list[Instruction]:
        """Apply what can be at once; give what has to wait, as another instruction changes the same place."""
        places, waiting = Places(self.act), list[Instruction]()
        chosen: list[tuple[Edit, Instruction]] = []
        failed: list[tuple[Instruction, Reason]] = []
        for instruction in pending:
            try:
                edits = self._edit(instruction, amending, amender, places)
            except NotFound as fault:
                failed.append((instruction, fault.reason))
                continue
            if any(_overlap(edit, other) for edit in edits for other, _ in chosen):
                waiting.append(instruction)
            else:
                chosen += [(edit, instruction) for edit in edits]
        if not chosen:
            for instruction, reason in failed:
                self._give_up(amending, amender, [instruction], reason)
            return waiting
        self._apply(amending, amender, chosen)
        if any(instruction.action is Action.INSERT for _, instruction in chosen):
            return [*(instruction for instruction, _ in failed), *waiting]  # what was put in may be what they look for
        for instruction, reason in failed:
            self._give_up(amending, amender, [instruction], reason)
        return waiting

    def _edit(self, instruction: Instruction, amending: Act, amender: Amender, places: Places) -> list[Edit]:
        if self.partial and instruction.target.where is Where.ANYWHERE:
            # Of the two texts of an order, the approved one is what is amended.
            instruction = replace(instruction, target=replace(instruction.target, where=Where.APPROVED))
        try:
            return make_edits(instruction, amending, amender, places)
        except NotFound as fault:
            if fault.reason is Reason.NOT_FOUND and names_act(instruction):
                return [self._retitle(wording_of(instruction, amending))]
            if fault.reason is Reason.NOT_FOUND and self.partial:
                return [supply(instruction, amending, places)]
            raise

    def _retitle(self, title: str) -> Edit:
        """The title of an order, which texts published in bulk have lost."""
        before = self.act.identity.title
        self.act = replace(self.act, identity=replace(self.act.identity, title=title))
        return Edit(0, 0, "", before, title)

    def _give_up(self, amending: Act, amender: Amender, some: Sequence[Instruction], reason: Reason) -> None:
        for instruction in some:
            command = _words(amending, instruction.start, instruction.end)
            self.unapplied.append(Unapplied(amender, command, reason, instruction.target))

    def _apply(self, amending: Act, amender: Amender, chosen: Sequence[tuple[Edit, Instruction]]) -> None:
        ordered = sorted(chosen, key=lambda pair: (pair[0].start, pair[0].end))
        pieces, done, shift = list[str](), 0, 0
        new: list[_Mark] = []
        moves: list[_Move] = []
        for edit, instruction in ordered:
            pieces += [self.act.text[done : edit.start], edit.text]
            done = edit.end
            start = edit.start + shift
            command = _words(amending, instruction.start, instruction.end)
            change = Change(instruction.action, amender, instruction.target, command, None, edit.before, edit.after)
            lead = len(edit.text) - len(edit.text.lstrip())
            new.append(_Mark(change, start + lead, start + max(lead, len(edit.text.rstrip()))))
            moves.append(_Move(edit.start, edit.end, len(edit.text) - (edit.end - edit.start)))
            shift += moves[-1].grown
        pieces.append(self.act.text[done:])
        for mark in self.marks:
            mark.start, mark.end = _move(mark, moves)
        self.marks += new
        self.act = self._rebuild("".join(pieces))

    def _rebuild(self, text: str) -> Act:
        built = build_act(text, self.act.path)
        return replace(built, identity=self.act.identity, language=self.act.language, source=self.act.source)

    def _finish(self, at: date | None) -> Edition:
        outline, changes = Outline(self.act), list[Change]()
        for mark in self.marks:
            changes.append(replace(mark.change, clause=self._clause_of(outline, mark)))
        repealed = any(c.action is Action.REPEAL and not c.target.units for c in changes)
        days = [amender.date for amender in self.amenders if amender.date is not None]
        identity = _date(self.act.identity, max(days, default=None), repealed)
        return Edition(
            replace(self.act, identity=identity),
            at,
            tuple(changes),
            tuple(self.unapplied),
            tuple(self.amenders),
            self.partial,
            self.others,
        )

    def _clause_of(self, outline: Outline, mark: _Mark) -> str | None:
        """The clause that the changed words are, or stand in."""
        position = outline.at(min(mark.start, max(0, len(self.act.text) - 1)))
        if position is None and mark.start:
            position = outline.at(mark.start - 1)
        if position is None:
            return None
        target = mark.change.target
        kinds = [kind for kind, _ in target.units if kind not in (ClauseKind.PART, ClauseKind.INDENT)]
        if not target.units and target.where is Where.APPROVED:
            kinds = [ClauseKind.APPROVED]
        for above in outline.above(position):
            if kinds and self.act.clauses[above].kind is kinds[-1]:
                return self.act.clauses[above].id
        return self.act.clauses[position].id


def _move(mark: _Mark, moves: Sequence[_Move]) -> tuple[int, int]:
    """Where the words of an earlier change stand after later edits; of words that were replaced, the new ones."""
    start, end, shift = mark.start, mark.end, 0
    for move in moves:
        if move.end <= mark.start and not (move.start <= mark.start < move.end):
            shift += move.grown
        elif move.start <= mark.start and mark.end <= move.end:
            return move.start + shift, move.end + shift + move.grown
        elif move.start < mark.end:
            end += move.grown
    return start + shift, end + shift


def _overlap(one: Edit, other: Edit) -> bool:
    if one.start == one.end or other.start == other.end:  # what is put in at one place keeps the order of the commands
        return other.start < one.start < other.end or one.start < other.start < one.end
    return one.start < other.end and other.start < one.end


def _words(act: Act, start: int, end: int) -> str:
    words = " ".join(act.text[start:end].split())
    return words if len(words) <= COMMAND else words[:COMMAND] + "…"


def name(act: Act) -> Amender:
    """The amending act as a change cites it. A file kept as an edition of the act it amends tells only its date."""
    identity = act.identity
    if identity.edition is not None:
        return Amender(act.path, identity.kind, None, identity.edition, identity.title)
    return Amender(act.path, identity.kind, identity.number, identity.date, identity.title)


def day_of(act: Act) -> date | None:
    return act.identity.edition or act.identity.date


def _date(identity: Identity, day: date | None, repealed: bool) -> Identity:
    status = Status.REPEALED if repealed else identity.status
    return replace(identity, edition=day or identity.edition, status=status)
