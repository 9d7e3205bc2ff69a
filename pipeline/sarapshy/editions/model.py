"""What an amending act orders, and the edition of an act that comes of it.

«15-тармақтың 3) тармақшасы мынадай редакцияда жазылсын: «3) …»» is an instruction: REPLACE, its target subpoint 3 of point 15,
its wording the words within the quotation marks. An edition is the act as it then reads, with the changes that made it and
with what could not be done, and why.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sarapshy.acts.model import Act, ClauseKind


class Action(StrEnum):
    REPLACE = "replace"  # мынадай редакцияда жазылсын / изложить в следующей редакции
    INSERT = "insert"  # толықтырылсын / дополнить
    DELETE = "delete"  # алып тасталсын / исключить
    REPEAL = "repeal"  # күші жойылды деп танылсын / признать утратившим силу
    SUBSTITUTE = "substitute"  # сөздермен ауыстырылсын / слова … заменить словами …


class Part(StrEnum):
    """What of the target is meant."""

    WHOLE = "whole"
    HEADING = "heading"  # тақырыбы / заголовок
    PREAMBLE = "preamble"  # кіріспесі / преамбула
    WORDS = "words"


class Where(StrEnum):
    """In which of the texts of the base act a target stands."""

    BODY = "body"  # «бұйрықтың 1-тармағы»
    APPROVED = "approved"  # «бекітілген Қағидаларда»
    ANYWHERE = "anywhere"  # not told


class Reason(StrEnum):
    """Why an instruction was not read, or could not be applied."""

    NO_COMMAND = "no_command"  # new wording that no command names
    NO_WORDING = "no_wording"  # «мынадай редакцияда жазылсын» and no words in quotation marks
    NO_TARGET = "no_target"  # nothing tells what is changed
    NO_WORDS = "no_words"  # «ауыстырылсын», and the words could not be told apart
    ALREADY = "already"  # the base has the clause or the words that are to be put in
    UNDATED = "undated"  # the amending act's date is not known, and an edition at a date is wanted
    NOT_FOUND = "not_found"  # the base has no such clause
    WORDS_NOT_FOUND = "words_not_found"
    AMBIGUOUS = "ambiguous"  # the base has several such clauses
    NOT_HERE = "not_here"  # without a base: the clause itself is not known
    OVERLAP = "overlap"  # another instruction of the same act has changed the place


Unit = tuple[ClauseKind, str | None]


@dataclass(frozen=True, slots=True)
class Target:
    """``units`` lead from the outermost to the innermost; none is the whole text. ``title`` names an approved text."""

    units: tuple[Unit, ...] = ()
    where: Where = Where.ANYWHERE
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """The act that is amended, as far as the amending act names it; ``title`` as printed."""

    kind: str | None = None
    number: str | None = None
    date: date | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class WordChange:
    """``old`` None: ``new`` is put beside ``anchor`` (after it unless ``before``), or at the end where there is no
    anchor; ``new`` None: ``old`` is taken out."""

    old: str | None
    new: str | None
    anchor: str | None = None
    before: bool = False


@dataclass(frozen=True, slots=True)
class Instruction:
    """One command for one target. ``start`` and ``end`` are offsets of the command in the amending act, ``wording`` of the
    new words there (without quotation marks)."""

    action: Action
    part: Part
    target: Target
    base: Named
    start: int
    end: int
    wording: tuple[int, int] | None = None
    words: tuple[WordChange, ...] = ()
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Unread:
    """A stretch of an amending act that orders something and was not understood."""

    start: int
    end: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class Instructions:
    read: tuple[Instruction, ...] = ()
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True)
class Amender:
    """The act by which a change was made."""

    path: str
    kind: str
    number: str | None
    date: date | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """``clause`` is the id of the changed clause in the edition, None where it is no longer there; ``target`` how a lawyer
    would cite it; ``before`` the words that stood there, ``after`` those that stand there now."""

    action: Action
    by: Amender
    target: Target
    command: str
    clause: str | None
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Unapplied:
    """``command`` are the words of the amending act."""

    by: Amender
    command: str
    reason: Reason
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """``act`` is the act as it reads at the date; ``partial``: there was no base, and only what amending acts quote is
    known; ``others`` counts instructions for other acts."""

    act: Act
    at: date | None
    changes: tuple[Change, ...]
    unapplied: tuple[Unapplied, ...]
    amenders: tuple[Amender, ...]
    partial: bool = False
    others: int = 0

    def history(self, clause: str) -> tuple[Change, ...]:
        """The changes of a clause of the edition and of all beneath it, the oldest first."""
        return tuple(
            c
            for c in self.changes
            if c.clause is not None and (c.clause == clause or c.clause.startswith(clause + "__"))
        )
