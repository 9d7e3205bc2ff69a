"""From a hit to a finding: the words, the clause, and the rule's texts filled with the act's own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sarapshy.acts.identity import address
from sarapshy.acts.model import Act
from sarapshy.acts.quotes import cut_quote
from sarapshy.acts.stretches import Reading
from sarapshy.detect.rules import Rule
from sarapshy.findings.factors import legal_basis, read_factors
from sarapshy.findings.model import ActRef, ClauseRef, Finding, Related, Texts


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a detector saw something: folded offsets of the words, or of a clause only (``end`` = ``start``).

    ``values`` fill the rule's texts; ``related`` are further places, in folded offsets; ``across`` are places of another
    text.
    """

    start: int
    end: int
    values: Mapping[str, str] = field(default_factory=dict)
    related: tuple[tuple[int, int], ...] = ()
    across: tuple[Related, ...] = ()
    confidence: float | None = None
    severity: str | None = None
    slot: str | None = None


def make_act_ref(act: Act) -> ActRef:
    who = act.identity
    return ActRef(
        act.path,
        address(who, act.language),
        who.kind,
        who.number,
        who.date.isoformat() if who.date else None,
        who.title,
        act.language,
        act.sha256,
    )


def make_clause_ref(reading: Reading, offset: int) -> ClauseRef | None:
    """The clause at an offset of the act's text; its number is that of the point or article."""
    position = reading.outline.at(offset)
    if position is None:
        return None
    clause, point = reading.act.clauses[position], reading.outline.numbered(position)
    number = reading.act.clauses[point].number if point is not None else None
    return ClauseRef(clause.id, number, clause.label, reading.outline.path(position))


def fill(texts: Texts, values: Mapping[str, str]) -> Texts:
    """The texts with ``{name}`` filled in; a name that has no value is a defect of the rule and raises KeyError."""
    return {language: text.format_map(values) for language, text in texts.items()}


def make_finding(reading: Reading, rule: Rule, act: ActRef, evidence: Evidence) -> Finding:
    """One finding; its id and rank are given later, when all are known."""
    quoted = evidence.end > evidence.start
    span = cut_quote(reading, evidence.start, evidence.end) if quoted else None
    offset = reading.to_source(evidence.start, evidence.start)[0] if not quoted else span[0] if span else 0
    clause = make_clause_ref(reading, offset)
    words = reading.quote(evidence.start, evidence.end) if quoted else ""
    values = {"words": words, "point": (clause.number if clause else None) or "", **evidence.values}
    return Finding(
        id="",
        act=act,
        code=rule.factor,
        family=read_factors()[rule.factor].family,
        clause=clause,
        quote=reading.act.text[slice(*span)] if span else None,
        start=span[0] if span else None,
        end=span[1] if span else None,
        severity=evidence.severity or rule.severity,
        confidence=round(rule.confidence if evidence.confidence is None else evidence.confidence, 3),
        detector=rule.kind if rule.kind != "existence" else "rule",
        rule=rule.code,
        message=fill(rule.name, values),
        why=fill(rule.why, values),
        remedy=fill(rule.remedy, values),
        slot=evidence.slot or rule.slot,
        legal_basis=legal_basis(rule.factor, reading.act.language, evidence.slot or rule.slot),
        related=(*(relate(reading, *place) for place in evidence.related), *evidence.across),
        values=keep_values({"words": words, **evidence.values}),
    )


def keep_values(values: Mapping[str, str]) -> dict[str, str]:
    """What filled the texts, for whoever builds a wording of it; nothing of what is empty."""
    return {name: value for name, value in values.items() if value}


def relate(reading: Reading, start: int, end: int) -> Related:
    """A further place; an empty one names the clause and quotes nothing."""
    if start == end:
        clause = make_clause_ref(reading, reading.to_source(start, end)[0])
        return Related(reading.act.path, clause.path if clause else None, None, None, None)
    first, last = cut_quote(reading, start, end)
    clause = make_clause_ref(reading, first)
    return Related(reading.act.path, clause.path if clause else None, reading.act.text[first:last] or None, first, last)
