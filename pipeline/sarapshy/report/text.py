"""Findings for the terminal, as ``sarapshy check`` prints them: one block a finding, then a line with the sum.

бұйрық.docx:2-тарау, 5-тармақ  D2  жоғары  Комиссияның өкілеттігі «құқылы» деген сөзбен берілген
    «қабылдауға құқылы»
    неге: …
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from textwrap import fill

import click

from sarapshy.findings.model import SEVERITIES, Finding, LegalBasis, Related, Texts
from sarapshy.messages import say

COLOURS = {"high": "red", "medium": "yellow", "low": "blue"}
WIDTH = 110
INDENT = "    "
LONGEST_QUOTE = 400  # a finding about a whole procedure may quote a page


def print_findings(findings: Sequence[Finding], language: str) -> None:
    """Blocks by rank and the sum; click drops the colours where the output is no terminal."""
    for finding in findings:
        click.echo(finding_block(finding, language) + "\n")
    click.echo(summary_line(findings, language))


def finding_block(finding: Finding, language: str) -> str:
    lines = [_heading(finding, language)]
    if finding.quote:
        lines.append(_wrap(f"«{_shorten(finding.quote)}»"))
    own = finding.act.language  # a wording without a translation is shown in the language of the act
    for name, text in (("why", _text(finding.why, language, own)), ("remedy", _text(finding.remedy, language, own))):
        if text:
            lines.append(_labelled(f"report.line_{name}", text, language))
    if finding.legal_basis:
        basis = "; ".join(_basis(each) for each in finding.legal_basis)
        lines.append(_labelled("report.line_legal_basis", basis, language))
    lines += [_labelled("report.line_related", _related(place, finding), language) for place in finding.related]
    return "\n".join(lines)


def summary_line(findings: Sequence[Finding], language: str) -> str:
    if not findings:
        return say("report.summary_none", language)
    counts = Counter(finding.severity for finding in findings)
    return say("report.summary", language, total=len(findings), **{each: counts[each] for each in SEVERITIES})


def _heading(finding: Finding, language: str) -> str:
    place = f"{finding.act.path}:{finding.clause.path or finding.clause.label}" if finding.clause else finding.act.path
    severity = click.style(say(f"report.severity_{finding.severity}", language), fg=COLOURS[finding.severity])
    message = _text(finding.message, language, finding.act.language)
    return f"{click.style(place, bold=True)}  {click.style(finding.code, bold=True)}  {severity}  {message}"


def _labelled(key: str, text: str, language: str) -> str:
    label = say(key, language) + ":"
    return _wrap(f"{label} {text}").replace(label, click.style(label, dim=True), 1)


def _text(texts: Texts, language: str, spare: str) -> str:
    return texts.get(language) or texts.get(spare) or next(iter(texts.values()), "")


def _basis(basis: LegalBasis) -> str:
    return ", ".join(part for part in (basis.act, basis.clause) if part)


def _related(place: Related, finding: Finding) -> str:
    here = place.act in (finding.act.path, finding.act.id, finding.act.title)
    parts = [None if here else place.act, place.clause, f"«{_shorten(place.quote)}»" if place.quote else None]
    return ", ".join(part for part in parts if part)


def _shorten(quote: str) -> str:
    return quote if len(quote) <= LONGEST_QUOTE else quote[:LONGEST_QUOTE].rstrip() + "…"


def _wrap(text: str) -> str:
    return fill(text, WIDTH, initial_indent=INDENT, subsequent_indent=INDENT, break_long_words=False)
