"""Which act a draft amends, and in which of its texts: the words «… № 57 бұйрығына» and «бекітілген Қағидаларда:».

An amending act speaks of the act it amends: of order No 619, which gives the rules of order No 57 anew, the draft amends No 57,
and its own words tell how that is cited. A consolidated act is cited from its requisites.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sarapshy.acts.amendments import name_amended
from sarapshy.acts.formulas import read_stamp
from sarapshy.acts.lines import plain_of
from sarapshy.acts.model import Act, ClauseKind
from sarapshy.acts.outline import Outline
from sarapshy.documents.formulas import find_adopter, kind_word, name_adopting, name_approved, put_into, read_formulas
from sarapshy.documents.words import print_dated, quote
from sarapshy.language.declension import decline
from sarapshy.proposals.model import Proposal

BARE = ("rules", "policy", "unknown")
ADOPTING = ("decree", "order", "resolution", "direction", "decision")  # what may approve rules
LAWS = ("law", "code", "constitutional_law")
Record = Mapping[str, Any]
_PARENTHESES = re.compile(r"\s*\((?:[^()]|\([^()]*\))*\)\s*")
_NUMBER = re.compile(r"(?:№|\bN)\s?(?=\d)")
_QUOTED = re.compile(r'"([^"]*)"')


@dataclass(frozen=True, slots=True)
class Target:
    """One act that is amended: ``cited`` as the object of «енгізілсін» or «внести в», ``named`` so in the title of the draft,
    where a law has no date; ``kind`` is a key of rules/acts.yaml."""

    cited: str
    named: str
    kind: str
    registration: str | None
    proposals: tuple[Proposal, ...]
    bare: bool = False  # rules that no act is known to approve


def find_targets(act: Act, record: Record, proposals: Iterable[Proposal]) -> list[Target]:
    """The acts amended, in the order of their proposals."""
    record = name_adopter(act, record)
    grouped: dict[str | None, list[Proposal]] = {}
    for proposal in proposals:
        grouped.setdefault(proposal.amends, []).append(proposal)
    return [
        Target(*_cite(act, record, amends), tuple(each), bare=amends is None and is_bare(record))
        for amends, each in grouped.items()
    ]


def name_adopter(act: Act, record: Record) -> Record:
    """Of rules without the act that approves them, its kind, which their stamp tells: «… № 114 қаулысымен бекітілген»."""
    if record["kind"] in BARE and record["number"]:
        kind = read_stamp(act.text).kind
        record = {**record, "kind": kind if kind in ADOPTING else record["kind"]}
    whose = find_adopter(record["rank"]).get("of", {}).get(record["kind"])
    return {**record, "body": whose[act.language]} if whose and not record["body"] else record


def _cite(act: Act, record: Record, amends: str | None) -> tuple[str, str, str, str | None]:
    if amends is None and record["kind"] in LAWS:
        cited, named = (cite_law(record, act.language, dated) for dated in (True, False))
        return cited, named, record["kind"], None
    cited, kind, registration = _cite_order(act, record, amends)
    return cited, cited, kind, registration


def cite_law(record: Record, language: str, dated: bool) -> str:
    """«Кітапхана ісі туралы» 2014 жылғы 3 ақпандағы Қазақстан Республикасының Заңына; Садовый кодекс Республики Казахстан от ….
    A code bears its name as a title, «Садовый кодекс Республики Казахстан», or a title in quotes like a law."""
    title, into = record["title"], kind_word(record["kind"], "into", language)
    day = date.fromisoformat(record["date"]) if record["date"] else None
    said = (print_dated(day, language) if day else "[[…]]") if dated else ""
    if record["kind"] == "code" and title and not re.search(read_formulas()["adopting"][language], title):
        form, title = "code_cited", put_into(title, language)
    else:
        form, title = "law_cited", quote(title or "[[…]]")
    cited: str = read_formulas()[form][language].format(title=title, dated=said, into=into)
    return cited.replace("  ", " ").strip(" ")


def _cite_order(act: Act, record: Record, amends: str | None) -> tuple[str, str, str | None]:
    if amends is not None:
        return tidy_citation(amends), _kind_in(amends, act.language), None
    printed = _find_printed(act, record)
    if printed is not None:
        return tidy_citation(printed), record["kind"], record["registration"]
    if is_bare(record):
        unnamed = read_formulas()["unnamed"][act.language]
        return put_into(record["title"], act.language) if record["title"] else unnamed, record["kind"], None
    return _compose_citation(record, act.language), record["kind"], record["registration"]


def is_bare(record: Record) -> bool:
    """Whether rules or a policy stand by themselves, and no order that approves them is known."""
    return record["kind"] in BARE and not record["number"]


def tidy_citation(printed: str) -> str:
    """Without what stands in brackets (where it was registered and published), titles in «»."""
    bare = " ".join(_PARENTHESES.sub(" ", printed).split())
    return _NUMBER.sub("№\u00a0", _QUOTED.sub(r"«\1»", bare))


def _find_printed(act: Act, record: Record) -> str | None:
    """How the file itself names the act that it gives in a new edition."""
    if not record["number"]:
        return None
    plain, number = plain_of(act.text), re.compile(rf"№\s*{re.escape(record['number'])}(?!\w)")
    for clause in act.clauses:
        if clause.kind is ClauseKind.POINT and clause.amends is None:
            span = name_amended(plain, clause.start, clause.end)
            if span and number.search(plain, *span):
                return act.text[span[0] : span[1]].removeprefix(clause.label).strip()
    return None


def _kind_in(citation: str, language: str) -> str:
    """The kind that a citation in the case of «into» names: «… № 126 бұйрығына»."""
    lowered = citation.lower()
    kinds = read_formulas()["kinds"]
    found = (kind for kind in kinds if kind_word(kind, "into", language).lower() in lowered)
    return next(found, "order")


def _compose_citation(record: Record, language: str) -> str:
    """«Title» [[body]] 2012 жылғы 21 ақпандағы № 57 бұйрығына; what is not known is left to the expert."""
    into = kind_word(record["kind"], "into", language)
    adopts = record["kind"] in ADOPTING
    known = record["title"]
    title = quote(name_adopting(known, language) if adopts and known else known or "[[…]]")
    dated = print_dated(date.fromisoformat(record["date"]), language) if record["date"] else "[[…]]"
    number = f"№\u00a0{record['number']}" if record["number"] else "№ [[…]]"
    body = record["body"] or "[[…]]"
    if language == "kk" and record["body"] and not body.endswith(tuple(read_formulas()["possessor"])):
        body = decline(body, "gen", "kk")
    words = [title, body, dated, number, into] if language == "kk" else [into, body, dated, number, title]
    return " ".join(words)


def name_parts(act: Act, target: Target) -> Iterator[tuple[str | None, list[Proposal]]]:
    """The scene of each text of the act («… бекітілген Қағидаларда:»; None for the body) and the proposals in it."""
    grouped: dict[str | None, list[Proposal]] = {}
    for proposal in target.proposals:
        grouped.setdefault(proposal.part, []).append(proposal)
    titles = _read_titles(act) if any(proposal.amends for proposal in target.proposals) else {}
    for part, proposals in grouped.items():
        if proposals[0].amends is not None:
            yield _name_quoted(titles.get(proposals[0].clause), target, act.language), proposals
        else:
            yield (_name_part(act, part, target) if part else None), proposals


def _name_part(act: Act, part: str, target: Target) -> str | None:
    outline = Outline(act)
    position = next(at for at, clause in enumerate(act.clauses) if clause.id == part)
    clause = act.clauses[position]
    if clause.kind is ClauseKind.APPROVED:
        return None if target.bare else name_approved(clause.title or act.identity.title, target.kind, act.language)
    above = [act.clauses[at] for at in outline.above(clause.parent)]
    approved = next((each for each in above if each.kind is ClauseKind.APPROVED), None)
    form = read_formulas()["annex" if clause.number else "annex_only"][act.language]
    annex = str(form.format(number=clause.number))
    if approved is None or target.bare:
        return annex
    return f"{name_approved(approved.title or act.identity.title, target.kind, act.language)[:-1]} {annex}"


def _name_quoted(told: tuple[bool, str | None] | None, target: Target, language: str) -> str | None:
    """Of wording that an amending act quotes: it says of which text; where that cannot be read, the expert does."""
    if told is None:
        return name_approved(None, target.kind, language)
    approved, title = told
    return name_approved(title, target.kind, language) if approved else None


def _read_titles(act: Act) -> dict[str, tuple[bool, str | None]]:
    """For each clause of quoted wording: whether it is of an approved text, and that text's title."""
    from sarapshy.editions.instructions import read_instructions
    from sarapshy.editions.model import Where

    told: dict[str, tuple[bool, str | None]] = {}
    instructions = [each for each in read_instructions(act).read if each.wording]
    for clause in act.clauses:
        if clause.amends is None:
            continue
        for each in instructions:
            start, end = each.wording or (0, 0)
            if start <= clause.start < end:
                told[clause.id] = (each.target.where is Where.APPROVED, each.target.title)
    return told
