"""A remark as the documents tell it: the words, why they are a risk and on what that rests, the factor, the cure.

The cure is what to do and, where it can be built, the command of an amending act that does it: «2-тармақта «құқылы» деген сөз
«міндетті» деген сөзбен ауыстырылсын». It is written in the language of the document round words of the act.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from sarapshy.documents.blocks import Cell, Run, Text, cell, words_of
from sarapshy.documents.formulas import write_commands
from sarapshy.documents.material import Examined, class_of, name_class, name_factor, print_bases, severity_name
from sarapshy.documents.selection import remedy_of
from sarapshy.documents.words import print_date, quote
from sarapshy.documents.writer import Writer, bold, italic
from sarapshy.findings.model import Finding
from sarapshy.proposals.model import Proposal

PLACES = 3  # further places of a remark that are named
LONG = 900  # characters: of a longer wording the comparative table tells the rest
Cures = Mapping[str, Sequence[Proposal]]  # by the id of a finding


def write_remark(writer: Writer, number: int, finding: Finding, examined: Examined, cures: Cures) -> list[Cell]:
    """A row of the table of remarks."""
    return [
        cell(str(number)),
        cell(name_place(writer, finding, examined)),
        quote_places(writer, finding),
        explain(writer, finding),
        describe_factor(writer, finding),
        tell_cure(writer, finding, cures.get(finding.id, ())),
    ]


def name_place(writer: Writer, finding: Finding, examined: Examined) -> str:
    """The unit, whose numbers no end of a line parts from their words; the act as a whole where there is none."""
    unit = examined.unit_of(finding, writer.language) or writer.say("whole_act")
    return re.sub(r"(?<=\w) (?=\d)", "\u00a0", unit)


def quote_places(writer: Writer, finding: Finding) -> Cell:
    if finding.quote is None:
        return cell(italic(writer.write("absent")))
    places = [place for place in finding.related if place.quote][:PLACES]
    told = "; ".join(dict.fromkeys(quote(place.quote or "") for place in places))
    return cell(quote(finding.quote), writer.write("also", places=told) if told else ())


def explain(writer: Writer, finding: Finding) -> Cell:
    """What is remarked, why it is a risk here, and on what that rests."""
    bases = print_bases(finding, writer.language)
    return cell(
        bold(finding.message[writer.language]),
        finding.why[writer.language],
        italic(writer.write("basis_of", bases=bases)) if bases else (),
    )


def describe_factor(writer: Writer, finding: Finding) -> Cell:
    """Our code and name, the class of the Kazakh methodology beside it, and how grave the risk is."""
    language, number = writer.language, class_of(finding.code)
    named = (
        writer.write("class", number=number, name=name_class(number, language)) if number else writer.write("no_class")
    )
    severity = severity_name(finding.severity, language)
    return cell(
        (Run(f"{finding.code}. ", bold=True), Run(name_factor(finding.code, language))),
        italic(named),
        writer.write("risk", severity=severity),
    )


def tell_cure(writer: Writer, finding: Finding, proposals: Sequence[Proposal]) -> Cell:
    """What to do, and the command that does it."""
    remedy = remedy_of(finding, writer.language)
    lines = [line for proposal in proposals for line in _tell_proposal(writer, proposal)]
    return cell(remedy or (() if lines else writer.write("no_remedy")), *lines)


def _tell_proposal(writer: Writer, proposal: Proposal) -> Iterator[Text]:
    for command in write_commands(proposal, writer.language):
        first, *rest = command
        whole = sum(len(words_of(text)) for text in command) <= LONG
        yield (*italic(writer.write("wording")), *first)
        yield from rest if whole else [writer.write("wording_long")]


def write_decision(writer: Writer, number: int, finding: Finding) -> list[Cell]:
    """What the expert decided on a remark, with a place for the drafter's answer."""
    decision = finding.decision or {}
    told = [writer.say("accepted"), *(str(decision[name]) for name in ("by",) if decision.get(name))]
    if decision.get("at"):
        told.append(print_date(datetime.fromisoformat(decision["at"]).date(), writer.language))
    return [cell(str(number)), cell(", ".join(told)), cell(decision.get("comment") or "–"), ()]
