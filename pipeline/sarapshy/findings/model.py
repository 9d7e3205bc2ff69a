"""A finding is what an expert would write into the conclusion: the exact words, why they are a risk, on what legal
basis, and a wording that cures them.

One finding is one line of ``findings.jsonl``; other programs read it, so the names below are a contract. Texts are kept
by language: ``{"kk": …, "ru": …, "en": …}``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Texts = dict[str, str]
SEVERITIES = ("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class ActRef:
    path: str
    id: str | None
    kind: str
    number: str | None
    date: str | None
    title: str | None
    language: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ClauseRef:
    """``number`` is the point's or article's, also for a finding in its subpoint; None for a table row of an annex."""

    id: str
    number: str | None
    label: str
    path: str


@dataclass(frozen=True, slots=True)
class LegalBasis:
    act: str
    clause: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """The other side of a contradiction, or a further place of the same defect."""

    act: str
    clause: str | None
    quote: str | None
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Finding:
    id: str
    act: ActRef
    code: str
    family: str
    clause: ClauseRef | None
    quote: str | None
    start: int | None
    end: int | None
    severity: str
    confidence: float
    detector: str
    rule: str
    message: Texts
    why: Texts
    remedy: Texts
    slot: str | None = None
    rank: int = 0
    legal_basis: tuple[LegalBasis, ...] = ()
    related: tuple[Related, ...] = ()
    measures: tuple[str, ...] = ()
    decision: dict[str, Any] | None = None
    known: dict[str, str] | None = None  # by a baseline or a suppression: {"by", "reason", "author", "date"}
    values: dict[str, str] | None = None  # what the rule's texts were filled with: {"words": "при необходимости"}
