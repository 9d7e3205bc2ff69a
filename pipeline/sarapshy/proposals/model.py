"""A proposal for one unit of an act: how it reads, how it would read, and on account of which findings.

«12-тармақтың 7) тармақшасы» with «(бар болса)» taken out is a ``Proposal`` of action CHANGE, and so is a long point with a
part more; a short point 6 in new words is one of REPLACE; a new point 6-1 one of INSERT. A piece that is not ``sure`` is for
the expert to confirm or to fill in.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sarapshy.acts.model import ClauseKind
from sarapshy.findings.model import Finding


class Action(StrEnum):
    REPLACE = "replace"  # the unit in new wording
    INSERT = "insert"  # a unit that was not there
    DELETE = "delete"  # the unit goes
    CHANGE = "change"  # single words or parts of it go, come, or read anew
    OPEN = "open"  # nothing could be built: the expert writes


@dataclass(frozen=True, slots=True)
class Piece:
    """``new`` tells a wording that comes, or, in the wording in force, one that goes."""

    text: str
    sure: bool = True
    new: bool = False


Wording = tuple[Piece, ...]
Unit = tuple[ClauseKind, str]
WORDED = (
    ClauseKind.PREAMBLE,
    ClauseKind.APPROVED,
    ClauseKind.ANNEX,
)  # nothing but words can be changed in them as a whole
UNITS = (ClauseKind.ARTICLE, ClauseKind.POINT, ClauseKind.SUBPOINT)  # what a command of an amending act can name


def words_of(wording: Wording) -> str:
    return "".join(piece.text for piece in wording)


@dataclass(frozen=True, slots=True)
class WordChange:
    """``new`` takes the place of ``old``, or stands ``after`` it; none: the words go. ``within`` leads from the unit to the
    part or paragraph that holds the words."""

    old: str
    new: Wording = ()
    after: bool = False
    within: tuple[Unit, ...] = ()


@dataclass(frozen=True, slots=True)
class PartChange:
    """A part or paragraph that reads anew, or that is put ``behind`` the last; ``within`` leads to it from the unit."""

    within: tuple[Unit, ...]
    wording: Wording
    behind: bool = False


Change = WordChange | PartChange


@dataclass(frozen=True, slots=True)
class Proposal:
    """``path`` leads to the unit, point first, and is empty for what has no number; ``before`` is the wording in force, none
    for a unit that was not there; ``clause`` is the id of the unit, or of that after which it is put, ``part`` that of the
    annex or approved text it stands in. ``amends`` names the act that an amending act quotes the unit for. ``left`` are the
    findings, among ``findings``, that nothing was built for."""

    action: Action
    clause: str
    path: tuple[Unit, ...]
    before: Wording
    after: Wording
    findings: tuple[Finding, ...]
    part: str | None = None
    amends: str | None = None
    left: tuple[Finding, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def in_force(self) -> str:
        return words_of(self.before)

    @property
    def wording(self) -> str:
        return words_of(self.after)

    @property
    def is_built(self) -> bool:
        return self.action is not Action.OPEN
