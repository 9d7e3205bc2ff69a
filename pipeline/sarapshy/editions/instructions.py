"""Commands of an amending act read as instructions.

«Көрсетілген бұйрықпен бекітілген Қағидаларда:» and «5-тармақта:» set a scene; «1) тармақша алып тасталсын;» below them is an
instruction for subpoint 1 of point 5 of those rules. New wording that holds several points («11 - 13-тармақтар мынадай
редакцияда жазылсын: «11. … 12. … 13. …»») is dealt out to them by number.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from sarapshy.acts.amendments import Wording
from sarapshy.acts.kinds import read_kinds
from sarapshy.acts.model import Act, Clause, ClauseKind, ClauseRole
from sarapshy.editions.commands import Command, cut_commands
from sarapshy.editions.model import (
    Action,
    Instruction,
    Instructions,
    Named,
    Part,
    Reason,
    Target,
    Unread,
    Where,
    WordChange,
)
from sarapshy.editions.places import COUNTED, number_of
from sarapshy.editions.targets import Mention, Path, depth_of, join_paths, read_mention, widen
from sarapshy.editions.words import changes_words, read_word_changes
from sarapshy.language.letters import fold
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.pattern import compile_all, holds_any
from sarapshy.references.citations import Citation, find_citations
from sarapshy.references.units import find_units

APPROVING = ("order", "resolution", "decision", "decree", "direction")  # what may approve the text that is amended
ORDERS = (Action.SUBSTITUTE, Action.REPLACE, Action.INSERT, Action.REPEAL, Action.DELETE)
SOURCES = (ClauseKind.APPROVED, ClauseKind.ANNEX)
Span = tuple[int, int]
PARAGRAPH = re.compile(r"[^\s](?:[^\n]*[^\s])?")


def read_instructions(act: Act, citations: Sequence[Citation] | None = None) -> Instructions:
    """What the act orders of other acts, and what of its orders was not understood. ``citations`` are those of the act,
    where they are already known."""
    commands = cut_commands(act)
    if not any(isinstance(one, Wording) or _orders(one) for one in commands):
        return Instructions()
    return _Reader(act, find_citations(act) if citations is None else citations).read(commands)


def _orders(command: Command) -> bool:
    return any(_says(command, str(action)) for action in ORDERS)


def _says(command: Command, order: str) -> bool:
    sources = tuple(read_lexicon("amendments")["orders"][order][command.language])
    return holds_any(compile_all(sources, command.language), command.text)


@dataclass(slots=True)
class _Scene:
    """Where the amending act has come to: the act, its text, the clauses."""

    base: Named = field(default_factory=Named)
    where: Where = Where.ANYWHERE
    title: str | None = None
    paths: list[Path] = field(default_factory=list)
    fresh: bool = False  # just set, so that «мынадай редакцияда жазылсын:» by itself speaks of it

    def turn(self, mention: Mention) -> None:
        """To another text of the same act."""
        if mention.where is not Where.ANYWHERE:
            title = self.title if mention.where is self.where else None
            self.where, self.title, self.paths = mention.where, mention.title or title, []

    def settle(self, paths: Sequence[Path]) -> None:
        self.paths = [path for path in paths if path]

    def leave(self, depth: int) -> None:
        """Out of the clauses that a unit of the depth cannot stand in."""
        self.paths = [
            p for p in dict.fromkeys(tuple(s for s in path if depth_of(s[0]) < depth) for path in self.paths) if p
        ]


class _Reader:
    def __init__(self, act: Act, citations: Sequence[Citation]) -> None:
        self.act = act
        self.citations = [c for c in citations if c.act_number or c.act_date]
        self.scene = _Scene()
        self.found: list[Instruction] = []
        self.unread: list[Unread] = []

    def read(self, commands: Sequence[Command | Wording]) -> Instructions:
        for command in commands:
            if isinstance(command, Wording):
                self.unread.append(Unread(command.open, command.close, Reason.NO_COMMAND))
            else:
                self._take(command)
        return Instructions(tuple(self.found), tuple(self.unread))

    def _take(self, command: Command) -> None:
        action = next((one for one in ORDERS if _says(command, str(one))), None)
        named = self._name(command)
        if _says(command, "introduce"):
            self.scene = _Scene(named) if named is not None else self.scene
            if action is None:
                return
        elif named is not None and action is Action.REPEAL:
            self._repeal(command, named)
            return
        if action is None and not command.wordings:
            if command.opens:
                self._set_scene(command)
            return
        if action is None:
            self._fail(command, Reason.NO_COMMAND)
        else:
            self._instruct(command, action)

    def _name(self, command: Command) -> Named | None:
        """The act that the words name with number or date: the last in Kazakh, the first in Russian."""
        inside = [c for c in self.citations if command.start <= c.start and c.end <= command.end]
        inside = [c for c in inside if not _in_bracket(self.act.text, command.start, c.start)] or inside
        inside = [c for c in inside if c.act_kind is None or not read_kinds()[c.act_kind].approved] or inside
        if not inside:
            return None
        citation = inside[-1 if command.language == "kk" else 0]
        return Named(citation.act_kind, citation.act_number, citation.act_date, citation.act_title)

    def _set_scene(self, command: Command) -> None:
        named = self._name(command)
        if named is not None and named.kind in APPROVING:  # «… 2020 жылғы 24 сәуірдегі № 158 бұйрығында (…):»
            self.scene = _Scene(named)
        mention = read_mention(command, inserts=False)
        if mention.where is Where.ANYWHERE and not mention.paths:
            return
        self.scene.turn(mention)
        self.scene.settle([joined for path in mention.paths for joined in join_paths(self.scene.paths, path)])
        self.scene.fresh = True

    def _repeal(self, command: Command, named: Named) -> None:
        """«… № 12 бұйрығының күші жойылды деп танылсын»: a whole act, or a clause of it."""
        mention = read_mention(command, inserts=False)
        for path in mention.paths or ((),):
            self._add(command, Action.REPEAL, Part.WHOLE, Target(path, mention.where), base=named)

    def _instruct(self, command: Command, action: Action) -> None:
        words = self.act.text[command.start : command.end]
        of_words = not command.wordings and changes_words(words, command.language)
        mention = read_mention(command, inserts=action is Action.INSERT and not of_words)
        self.scene.turn(mention)
        mention = widen(mention, self.scene.where, self.scene.title)
        if of_words or action is Action.SUBSTITUTE:
            self._change_words(command, action, mention, words)
        elif action is Action.INSERT:
            self._insert(command, mention)
        elif action is Action.REPLACE:
            self._replace(command, mention)
        else:
            self._remove(command, action, mention)
        self._step_out(mention)
        self.scene.fresh = False

    def _names_text(self, command: Command) -> bool:
        """«… бекітілген Қағидалар осы бұйрыққа қосымшаға сәйкес …»: the whole text is the target."""
        return read_mention(command, inserts=False).where is not Where.ANYWHERE

    def _step_out(self, mention: Mention) -> None:
        outermost = [path[0][0] for path in mention.paths if path] or [kind for kind, _ in mention.new]
        if outermost:
            self.scene.leave(min(map(depth_of, outermost)))

    def _paths(self, mention: Mention) -> list[Path]:
        found = [joined for path in mention.paths or ((),) for joined in join_paths(self.scene.paths, path)]
        return list(dict.fromkeys(found))

    def _change_words(self, command: Command, action: Action, mention: Mention, words: str) -> None:
        changes = read_word_changes(words, command.language, action)
        if not changes:
            self._fail(command, Reason.NO_WORDS)
            return
        everywhere = _says_of(command, "everywhere")
        for path in self._paths(mention):
            part = Part.WORDS if mention.part is Part.WHOLE or everywhere else mention.part
            target = Target(path, mention.where, mention.title)
            self._add(command, action, part, target, words=changes, everywhere=everywhere)

    def _remove(self, command: Command, action: Action, mention: Mention) -> None:
        paths = self._paths(mention)
        if paths == [()] and mention.part is Part.WHOLE and mention.where is not Where.APPROVED:
            self._fail(command, Reason.NO_TARGET)
            return
        for path in paths:
            self._add(command, action, mention.part, Target(path, mention.where, mention.title))

    def _replace(self, command: Command, mention: Mention) -> None:
        paths = self._merge(command, self._paths(mention))
        told = mention.paths or mention.part is not Part.WHOLE or self.scene.fresh or self._names_text(command)
        whole = paths == [()] and mention.part is Part.WHOLE
        if mention.part is not Part.WHOLE:
            command = self._keep_first(command)
        wordings = self._source(command, mention, paths)
        if wordings is None:
            self._fail(command, Reason.NO_WORDING)
            return
        if (whole and mention.where is not Where.APPROVED) or (whole and command.wordings) or not told:
            self._fail(command, Reason.NO_TARGET)
            return
        self._add_each(command, Action.REPLACE, mention.part, mention, paths, wordings)

    def _keep_first(self, command: Command) -> Command:
        """A heading or preamble has one wording; what is quoted behind it has lost its command."""
        self.unread += [Unread(one.open, one.close, Reason.NO_COMMAND) for one in command.wordings[1:]]
        return replace(command, wordings=command.wordings[:1])

    def _insert(self, command: Command, mention: Mention) -> None:
        if not mention.new:
            self._fail(command, Reason.NO_TARGET)
            return
        holders = self._holders(mention)
        paths = self._merge(command, [(*holder, step) for step in mention.new for holder in holders])
        wordings = self._source(command, mention, paths)
        if wordings is None:
            self._fail(command, Reason.NO_WORDING)
            return
        self._add_each(command, Action.INSERT, Part.WHOLE, mention, paths, wordings)

    def _holders(self, mention: Mention) -> list[Path]:
        if mention.paths:
            return self._paths(mention)
        depth = depth_of(mention.new[0][0])
        heads = [tuple(step for step in path if depth_of(step[0]) < depth) for path in self.scene.paths]
        return list(dict.fromkeys(heads)) or [()]

    def _source(self, command: Command, mention: Mention, paths: Sequence[Path]) -> list[Span | None] | None:
        """The new words for each path: from the quotation, or from the amending act's annexes; None where there are none."""
        if command.wordings:
            return self._deal_out(command.wordings, paths)
        if not mention.sources:
            return None
        annexes = [self._annex(number) for number in mention.sources]
        return list(annexes) if len(annexes) == len(paths) else [None] * len(paths)

    def _deal_out(self, wordings: Sequence[Wording], paths: Sequence[Path]) -> list[Span | None]:
        units = [unit for wording in wordings for unit in self._units_within(wording)]
        if len(paths) == 1 and not _is_other(paths[0], units):
            return [(wordings[0].start, wordings[-1].end)]
        if paths[0] and paths[0][-1][0] in COUNTED:
            return list(self._paragraphs(wordings))
        spans = {(clause.kind, number_of(clause)): span for clause, span in reversed(units)}
        found = [spans.get(path[-1]) if path else None for path in paths]
        if not any(found) and len(units) == len(paths):
            return [span for _, span in units]
        return found

    def _merge(self, command: Command, paths: list[Path]) -> list[Path]:
        """«бірінші және екінші бөліктері» whose wording is not one paragraph each are changed as one stretch, «1-2»."""
        counted = [path for path in paths if path and path[-1][0] in COUNTED]
        alike = {(path[:-1], path[-1][0]) for path in counted}
        if len(paths) < 2 or len(counted) < len(paths) or len(alike) > 1 or not command.wordings:
            return paths
        if len(list(self._paragraphs(command.wordings))) == len(paths):
            return paths
        (above, kind), numbers = alike.pop(), [path[-1][1] for path in counted]
        return [(*above, (kind, f"{numbers[0]}-{numbers[-1]}"))]

    def _paragraphs(self, wordings: Sequence[Wording]) -> Iterator[Span]:
        for wording in wordings:
            for found in PARAGRAPH.finditer(self.act.text, wording.start, wording.end):
                yield found.span()

    def _units_within(self, wording: Wording) -> Iterator[tuple[Clause, Span]]:
        """The outermost clauses of the new wording."""
        clauses, reached = self.act.clauses, wording.start
        for clause in clauses[bisect_left(clauses, wording.start, key=lambda clause: clause.start) :]:
            if clause.start >= wording.end:
                return
            if clause.start >= reached and clause.end <= wording.end + 1:
                yield clause, (clause.start, min(clause.end, wording.end))
                reached = clause.end

    def _annex(self, number: str | None) -> Span | None:
        """The amending act's own annex, which may at the same time be another annex of the act it amends."""
        annexes = [clause for clause in self.act.clauses if clause.kind in SOURCES]
        found = [clause for clause in annexes if number_of_own(self.act, clause) == number]
        if not found and number in (None, "1"):  # «1-қосымшаға сәйкес», and the stamp of the only annex says «қосымша»
            found = [clause for clause in annexes if number is None or number_of_own(self.act, clause) is None]
        return (found[0].start, found[0].end) if found else None

    def _add_each(
        self,
        command: Command,
        action: Action,
        part: Part,
        mention: Mention,
        paths: Sequence[Path],
        wordings: Sequence[Span | None],
    ) -> None:
        """One instruction a place; a place that no wording was quoted for is told as unread."""
        for path, wording in zip(paths, wordings, strict=True):
            if wording is None:
                self._fail(command, Reason.NO_WORDING)
            else:
                self._add(command, action, part, Target(path, mention.where, mention.title), wording)

    def _add(
        self,
        command: Command,
        action: Action,
        part: Part,
        target: Target,
        wording: Span | None = None,
        base: Named | None = None,
        words: tuple[WordChange, ...] = (),
        everywhere: bool = False,
    ) -> None:
        end = command.wordings[-1].close if command.wordings else command.end
        base = base or self.scene.base
        self.found.append(Instruction(action, part, target, base, command.start, end, wording, words, everywhere))

    def _fail(self, command: Command, reason: Reason) -> None:
        end = command.wordings[-1].close if command.wordings else command.end
        self.unread.append(Unread(command.start, end, reason))


def number_of_own(act: Act, clause: Clause) -> str | None:
    """The number that the first line of an annex's stamp gives it: «… № 312 бұйрығына 6-қосымша / … қағидаларына 2-қосымша»
    is annex 6 of the amending order."""
    stamp = next(
        (
            c
            for c in act.clauses[bisect_left(act.clauses, clause.start, key=lambda c: c.start) :]
            if c.role is ClauseRole.SIGNATURE
        ),
        None,
    )
    if stamp is None or stamp.start != clause.start:
        return clause.number
    units = find_units(fold(act.text[stamp.start : stamp.end]).text, clause.language)
    first = next((unit for unit in units if unit.kind is ClauseKind.ANNEX), None)
    return first.numbers[0] if first is not None and first.numbers else None


def _is_other(path: Path, units: Sequence[tuple[Clause, Span]]) -> bool:
    """Whether the wording holds other units of the kind than the command names: «27-2-тармақпен … «27-1. … 27-2. …»»."""
    kind, number = path[-1] if path else (None, None)
    numbers = [number_of(clause) for clause, _ in units if clause.kind is kind]
    return kind not in COUNTED and number is not None and bool(numbers) and numbers != [number]


def _in_bracket(text: str, start: int, at: int) -> bool:
    """Whether the place is within brackets: where an act was published, by what it was amended."""
    before = text[start:at]
    return before.count("(") > before.count(")")


def _says_of(command: Command, entry: str) -> bool:
    sources = tuple(read_lexicon("amendments")[entry][command.language])
    return holds_any(compile_all(sources, command.language), command.text)
