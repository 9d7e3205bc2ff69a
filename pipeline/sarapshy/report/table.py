"""Findings as rows, for CSV and for a workbook: a finding a row, a column a field.

A cell that begins with «=», «+», «-» or «@» is a formula to a spreadsheet, and the text of an act is a stranger's text:
``guard`` puts an apostrophe before it, which is the mark of plain text there.
"""

from __future__ import annotations

from typing import Any

from sarapshy.findings.factors import read_factors, read_names
from sarapshy.findings.model import Finding
from sarapshy.messages import say
from sarapshy.report.plain import choose_text, print_bases, print_related

Cell = str | int | float
COLUMNS = (
    *("path", "act", "kind", "number", "date", "title", "language", "clause", "quote", "start", "end"),
    *("code", "factor", "slot", "family", "severity", "confidence", "rank", "rule", "message", "why", "remedy"),
    *("legal_basis", "related", "measures", "decision", "decided_by", "decided_at", "comment", "known", "id"),
)  # names of the CSV: programs read them, so they are the same in every language
LONGEST = 32_000  # characters a cell of a workbook holds, and a little to spare
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def make_row(finding: Finding, language: str) -> list[Cell]:
    """The cells of COLUMNS; what is not known is an empty cell."""
    act, clause, decision = finding.act, finding.clause, finding.decision or {}
    own = act.language
    texts = (choose_text(each, language, own) for each in (finding.message, finding.why, finding.remedy))
    row: tuple[Any, ...] = (
        *(act.path, act.id, act.kind, act.number, act.date, act.title, act.language),
        *(clause.path or clause.label if clause else None, finding.quote, finding.start, finding.end),
        *(finding.code, read_factors()[finding.code].name[language], finding.slot),
        *(read_names("families")[finding.family][language], say(f"report.severity_{finding.severity}", language)),
        *(finding.confidence, finding.rank, finding.rule, *texts),
        "; ".join(print_bases(finding, language)),
        "; ".join(print_related(place, finding) for place in finding.related),
        ", ".join(finding.measures),
        *(decision.get("state"), decision.get("by"), decision.get("at"), decision.get("comment")),
        *((finding.known or {}).get("reason"), finding.id),
    )
    return ["" if each is None else each for each in row]


def guard(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
