"""A remark: what is put beside the words of an act, in its Word document or PDF.

«D4, жоғары: Комиссия өз тәртібін өзі айқындайды» and, a paragraph each, why it is a risk, what is proposed and on what
basis. It is tied to the words that the finding quotes; to the first line of its clause where the finding is of what is
not there; to the first line of the act where it is of the act as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sarapshy.acts.model import Act
from sarapshy.findings.model import Finding
from sarapshy.messages import say
from sarapshy.report.plain import choose_text, print_bases, print_related


@dataclass(frozen=True, slots=True)
class Remark:
    """``start`` and ``end`` in the act's text; the first of ``paragraphs`` is the heading."""

    start: int
    end: int
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Author:
    """Who remarks, and when; ``language`` is that of the remarks."""

    name: str
    at: datetime
    language: str

    @property
    def initials(self) -> str:
        return "".join(word[0] for word in self.name.split())[:3].upper()


def make_remarks(act: Act, findings: Iterable[Finding], language: str) -> list[Remark]:
    """In the order of the text."""
    remarks = [Remark(*_span(act, finding), tuple(_write(finding, language))) for finding in findings]
    return sorted(remarks, key=lambda remark: (remark.start, remark.end))


def _span(act: Act, finding: Finding) -> tuple[int, int]:
    if finding.start is not None and finding.end is not None:
        return finding.start, finding.end
    clauses = (clause for clause in act.clauses if finding.clause and clause.id == finding.clause.id)
    start = next((clause.start for clause in clauses), len(act.text) - len(act.text.lstrip("\ufeff \t\n\xa0")))
    end = act.text.find("\n", start)
    return start, end if end > start else len(act.text)


def _write(finding: Finding, language: str) -> Iterator[str]:
    own = finding.act.language
    severity = say(f"report.severity_{finding.severity}", language)
    yield f"{finding.code}, {severity}: {choose_text(finding.message, language, own)}"
    yield choose_text(finding.why, language, own)
    decided = (finding.decision or {}).get("remedy") or finding.remedy
    if remedy := choose_text(decided, language, own):
        yield f"{say('report.remedy', language)}: {remedy}"
    if bases := print_bases(finding, language):
        yield f"{say('report.legal_basis', language)}: {'; '.join(bases)}"
    if places := [print_related(place, finding) for place in finding.related]:
        yield f"{say('report.related', language)}: {'; '.join(places)}"
    if comment := (finding.decision or {}).get("comment"):
        yield f"{say('remarks.comment', language)}: {comment}"
