"""An instruction as an edit of the base act's text.

REPLACE puts the quoted words in the place of the clause; DELETE leaves, as publishers of consolidated texts do, the number and
«Алып тасталды – 2016 жылғы 21 қаңтардағы № 56 бұйрықпен.», so that points keep their numbers; single words are sought in
the clause without regard to the kind of quotation marks, case or Latin look-alikes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sarapshy.acts.headings import match_mark
from sarapshy.acts.lines import plain_of
from sarapshy.acts.model import Act, ClauseKind, ClauseRole
from sarapshy.editions.dates import print_date
from sarapshy.editions.model import Action, Amender, Instruction, Part, Reason, Target, Unit, Where, WordChange
from sarapshy.editions.places import COMPONENTS, COUNTED, STUB, NotFound, Place, Places
from sarapshy.language.letters import fold
from sarapshy.language.lexicon import read_lexicon

GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Edit:
    """``text`` takes the place of ``start`` to ``end`` of the base; ``before`` and ``after`` are the words that go and come."""

    start: int
    end: int
    text: str
    before: str | None
    after: str | None


def make_edits(instruction: Instruction, amending: Act, amender: Amender, places: Places) -> list[Edit]:
    """NotFound where the base has no such place or words."""
    if instruction.words:
        return list(_change_words(instruction, places))
    if instruction.action is Action.INSERT:
        return [_insert(instruction, amending, places)]
    if instruction.action is not Action.REPLACE and not instruction.target.units and _is_whole(instruction):
        return [Edit(0, 0, "", None, None)]  # a repealed act keeps its words; its status changes
    place = places.find(instruction.target, instruction.part)
    if instruction.action is Action.REPLACE:
        return [_replace(instruction, amending, places.act, place)]
    return [_remove(instruction, amender, places.act, place)]


def supply(instruction: Instruction, amending: Act, places: Places) -> Edit:
    """New wording put into an act that is known only from such wordings: «15. […]» stands for the rest of a point of which
    subpoint 3 alone is quoted. NotFound (NOT_HERE) where the wording cannot stand by itself."""
    target, new = instruction.target, wording_of(instruction, amending)
    if instruction.words or instruction.part is not Part.WHOLE or not target.units or not new:
        raise NotFound(Reason.NOT_HERE)
    holder, missing = _deepest(places, target)
    if missing and missing[-1][0] in COUNTED and _is_marked(new):  # «16-тармақтың бірінші бөлігі»: «16. …»
        missing = missing[:-1]
    if not missing or missing[0][0] in COUNTED:
        raise NotFound(Reason.NOT_HERE)
    stubs = [f"{_label(unit)} {STUB}" for unit in missing[:-1]]
    place = places.behind(holder, missing[0])
    text = _set_apart(places.act.text, place, GAP.join([*stubs, new]))
    return Edit(place.start, place.end, text, None, new)


def _deepest(places: Places, target: Target) -> tuple[Place, tuple[Unit, ...]]:
    """The innermost unit of the target that the act has, and those within it that it has not."""
    for depth in range(len(target.units) - 1, 0, -1):
        try:
            return places.find(replace(target, units=target.units[:depth])), target.units[depth:]
        except NotFound:
            continue
    return places.root(target), target.units


def _label(unit: Unit) -> str:
    kind, number = unit
    return f"{number})" if kind is ClauseKind.SUBPOINT else f"{number}."


def names_act(instruction: Instruction) -> bool:
    """Whether it gives the act itself a new title."""
    target = instruction.target
    return (
        instruction.action is Action.REPLACE
        and instruction.part is Part.HEADING
        and not target.units
        and target.where is not Where.APPROVED
    )


def _is_whole(instruction: Instruction) -> bool:
    return instruction.part is Part.WHOLE and instruction.target.where is not Where.APPROVED


def wording_of(instruction: Instruction, amending: Act) -> str:
    start, end = instruction.wording or (0, 0)
    return amending.text[start:end].strip()


def _replace(instruction: Instruction, amending: Act, base: Act, place: Place) -> Edit:
    new = wording_of(instruction, amending)
    start, end = place.start, place.end
    clause = base.clauses[place.clause] if place.clause is not None else None
    if (
        clause is not None
        and clause.kind in COMPONENTS
        and instruction.part is Part.WHOLE
        and not _is_counted(instruction.target)
    ):
        start, end = _below_stamp(base, place.clause or 0, place)
        new = _without_stamp(amending, instruction)
    elif clause is not None and clause.label and place.start == clause.start and not _is_marked(new):
        new = f"{clause.label} {new}"
    return Edit(start, end, new, base.text[start:end], new)


def _is_counted(target: Target) -> bool:
    return bool(target.units) and target.units[-1][0] in COUNTED


def _is_marked(words: str) -> bool:
    return bool(words) and match_mark(plain_of(words), 0, len(words)) is not None


def _below_stamp(act: Act, position: int, place: Place) -> tuple[int, int]:
    """The stretch of an approved text or annex below its stamp."""
    below = position + 1
    if (
        below < len(act.clauses)
        and act.clauses[below].role is ClauseRole.SIGNATURE
        and act.clauses[below].start == place.start
    ):
        start = act.clauses[below].end
        return start + len(act.text[start : place.end]) - len(act.text[start : place.end].lstrip()), place.end
    return place.start, place.end


def _without_stamp(amending: Act, instruction: Instruction) -> str:
    start, end = instruction.wording or (0, 0)
    position = next(
        (at for at, c in enumerate(amending.clauses) if c.start == start and c.end == end and c.kind in COMPONENTS),
        None,
    )
    if position is None:
        return amending.text[start:end].strip()
    return amending.text[slice(*_below_stamp(amending, position, Place(start, end, position)))].strip()


def _insert(instruction: Instruction, amending: Act, places: Places) -> Edit:
    *above, unit = instruction.target.units
    holder = places.find(Target(tuple(above), instruction.target.where, instruction.target.title))
    place = places.behind(holder, unit)
    new = wording_of(instruction, amending)
    text = _set_apart(places.act.text, place, new)
    return Edit(place.start, place.end, text, None, new)


def _set_apart(text: str, place: Place, new: str) -> str:
    """The new words with blank lines round them, as far as the text has none there."""
    before, after = text[: place.start], text[place.end :]
    above = "" if not before.strip() or before.endswith(GAP) else "\n" if before.endswith("\n") else GAP
    below = "" if not after.strip() or after.startswith(GAP) else "\n" if after.startswith("\n") else GAP
    return above + new + below


def _remove(instruction: Instruction, amender: Amender, base: Act, place: Place) -> Edit:
    clause = base.clauses[place.clause] if place.clause is not None else None
    before = base.text[place.start : place.end]
    if clause is None or _is_counted(instruction.target) or instruction.part is not Part.WHOLE or not clause.label:
        return Edit(place.start, place.end, "", before, None)
    start, end = _below_stamp(base, place.clause or 0, place)
    label = "" if start != place.start or clause.kind in COMPONENTS else f"{clause.label} "
    note = read_lexicon("amendments")["removed"][clause.language][str(instruction.action)]
    return Edit(start, end, label + note.format(by=name_amender(amender, clause.language)), before, None)


def name_amender(amender: Amender, language: str) -> str:
    """«2016 жылғы 21 қаңтардағы № 56 бұйрықпен», «приказом от 21 января 2016 года № 56»."""
    words = read_lexicon("amendments")["by"][language]
    kind = words["kinds"].get(amender.kind, words["kinds"]["unknown"])
    if amender.date is None or amender.number is None:
        return f"{kind} {amender.path}"
    return str(words["dated"].format(date=print_date(amender.date, language), number=amender.number, kind=kind))


# -- single words


def _change_words(instruction: Instruction, places: Places) -> Iterator[Edit]:
    part = Part.WHOLE if instruction.part is Part.WORDS else instruction.part
    place = places.find(instruction.target, part)
    text = places.act.text
    for change in instruction.words:
        if change.old is None and change.anchor is None:
            end = place.start + len(text[place.start : place.end].rstrip(" .;:"))
            yield Edit(end, end, f" {change.new}", None, change.new)
            continue
        spans = list(find_words(text, place, change.old or change.anchor or ""))
        if not spans:
            done = change.new is not None and next(find_words(text, place, change.new), None) is not None
            raise NotFound(Reason.ALREADY if done else Reason.WORDS_NOT_FOUND)
        if len(spans) > 1 and not instruction.everywhere and (not instruction.target.units or _is_figure(change)):
            raise NotFound(Reason.AMBIGUOUS)
        for start, end in spans:
            yield _word_edit(text, start, end, change)


def _is_figure(change: WordChange) -> bool:
    """Of a sum that stands twice, one is meant, and nothing tells which."""
    return not any(letter.isalpha() for letter in change.old or change.anchor or "")


def _word_edit(text: str, start: int, end: int, change: WordChange) -> Edit:
    if change.anchor is not None:
        at = start if change.before else end
        new = (
            f"{change.new} "
            if change.before
            else f"{'' if (change.new or '').startswith((',', ';')) else ' '}{change.new}"
        )
        return Edit(at, at, new, None, change.new)
    if change.new is None:
        start = start - 1 if start and text[start - 1] == " " else start
        return Edit(start, end, "", text[start:end].strip(), None)
    return Edit(start, end, change.new, text[start:end], change.new)


def find_words(text: str, place: Place, words: str) -> Iterator[tuple[int, int]]:
    """Spans of the words within the place, as whole words."""
    folded = fold(text[place.start : place.end])
    sought = [re.escape(word) for word in fold(words).text.split()]
    if not sought:
        return
    left = r"(?<!\w)" if re.match(r"\w", words) else ""
    right = r"(?!\w)" if re.search(r"\w$", words) else ""
    for found in re.finditer(left + r"\s+".join(sought) + right, folded.text):
        start, end = folded.span(*found.span())
        yield place.start + start, place.start + end
