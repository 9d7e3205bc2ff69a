"""An act is one text with a tree of clauses laid over it.

«29. Комиссия әңгімелесу өткізу тәртібін өзі айқындайды.» is one clause: kind POINT, number "29", label "29.",
and a span of ``Act.text``. Every span in the program is an offset into ``Act.text``, the text as read; there is no
cleaned copy. Clauses stand in document order, a parent before its children, and a child's span lies within its
parent's. The order that approves some rules and the rules themselves are two branches of one tree: the approved text
is a clause of kind APPROVED. A citizen's file may hold the Kazakh text and then the Russian: each clause has its language.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from enum import StrEnum

import msgspec


class ClauseKind(StrEnum):
    """What a clause is called in the act; the value is the prefix of its address (``pt`` in ``chp_2__pt_29__sp_3``)."""

    PREAMBLE = "pre"
    APPROVED = "act"  # the rules, standard or regulation that an order approves
    ANNEX = "annex"  # numbering of points restarts in it
    SECTION = "sec"  # бөлім / раздел
    CHAPTER = "chp"  # тарау / глава
    PARAGRAPH = "par"  # параграф
    ARTICLE = "art"  # бап / статья
    POINT = "pt"  # тармақ / пункт
    SUBPOINT = "sp"  # тармақша / подпункт
    PART = "part"  # бөлік / часть: an unnumbered paragraph of a point or article
    INDENT = "ind"  # абзац: an unnumbered item of a list
    ROW = "row"  # a table row
    NOTE = "note"  # ескертпе / примечание
    HEADING = "head"  # a title line that opens no numbered unit


class ClauseRole(StrEnum):
    """What the words of a clause do. Only a NORM can carry a finding of wording."""

    NORM = "norm"
    CLOSING = "closing"  # registration, publication, control, entry into force: the boilerplate of an order
    FORM = "form"  # a template to fill in: blanks, «(қолы)», «Нысан»
    EDITORIAL = "editorial"  # «Ескерту.» / «Сноска.»: the publisher's note, no norm
    SIGNATURE = "signature"  # who signed, the approval stamp
    TITLE = "title"


class Status(StrEnum):
    DRAFT = "draft"
    IN_FORCE = "in_force"
    REPEALED = "repealed"
    AMENDING = "amending"
    UNKNOWN = "unknown"


class Clause(msgspec.Struct, frozen=True, gc=False):
    """A unit of an act. ``parent`` is its index in ``Act.clauses``; ``number`` is bare: "29", "7-1", "6.3", None. An act has
    hundreds: a struct is made, packed and unpacked several times as fast as a dataclass."""

    id: str
    kind: ClauseKind
    number: str | None
    label: str
    start: int
    end: int
    parent: int | None
    language: str
    role: ClauseRole = ClauseRole.NORM
    title: str | None = None
    amends: str | None = None  # for new wording quoted by an amending act: the act it goes into, as printed


@dataclass(frozen=True, slots=True)
class Definition:
    """«термин – мағынасы» or a short name, «(бұдан әрі – Комиссия)» / «(далее – Комиссия)».

    ``term`` is as printed, ``meaning`` is what it stands for (for a short name, the words before the bracket);
    ``start`` and ``end`` cover the term itself.
    """

    term: str
    meaning: str
    start: int
    end: int
    short_name: bool


@dataclass(frozen=True, slots=True)
class Identity:
    """Requisites. ``kind`` is a key of ``rules/acts.yaml``: constitution, code, law, decree, resolution, order, decision,
    rules, policy, unknown; ``rank`` counts down the hierarchy from 1 (Constitution); 0 is not known."""

    kind: str = "unknown"
    title: str | None = None
    body: str | None = None
    number: str | None = None
    date: datetime.date | None = None
    registration: str | None = None  # number in the state register of normative legal acts
    edition: datetime.date | None = None
    status: Status = Status.UNKNOWN
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """How the text was read. ``pages`` are the offsets where the pages of a PDF begin; ``ocr`` is the mean confidence
    (0..100) of recognised text, None where nothing was recognised; ``notes`` are (message key, parameters) for the report."""

    format: str
    encoding: str | None = None
    pages: tuple[int, ...] = ()
    ocr: float | None = None
    notes: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """``path`` is as given, relative to the input folder; ``language`` ("kk" or "ru") is that of most of the text."""

    path: str
    text: str
    sha256: str
    language: str
    identity: Identity
    clauses: tuple[Clause, ...]
    definitions: tuple[Definition, ...] = ()
    source: Source = field(default_factory=lambda: Source("txt"))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its clauses, the main one first."""
        others = {clause.language for clause in self.clauses} - {self.language}
        return (self.language, *sorted(others))
