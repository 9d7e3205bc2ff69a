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

from sarapshy.findings.model import SEVERITIES, Finding
from sarapshy.messages import say
from sarapshy.report.plain import choose_text, print_bases, print_related, shorten

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
    if finding.known:
        lines.append(_labelled(f"known.mark_{finding.known['by']}", finding.known["reason"], language))
    if finding.quote:
        lines.append(_wrap(f"«{shorten(finding.quote, LONGEST_QUOTE)}»"))
    own = finding.act.language  # a wording without a translation is shown in the language of the act
    for name, texts in (("why", finding.why), ("remedy", finding.remedy)):
        if text := choose_text(texts, language, own):
            lines.append(_labelled(f"report.line_{name}", text, language))
    if finding.legal_basis:
        basis = "; ".join(print_bases(finding, language))
        lines.append(_labelled("report.line_legal_basis", basis, language))
    places = (print_related(place, finding, LONGEST_QUOTE) for place in finding.related)
    lines += [_labelled("report.line_related", place, language) for place in places]
    return "\n".join(lines)


def summary_line(findings: Sequence[Finding], language: str) -> str:
    if not findings:
        return say("report.summary_none", language)
    counts = Counter(finding.severity for finding in findings)
    return say("report.summary", language, total=len(findings), **{each: counts[each] for each in SEVERITIES})


def _heading(finding: Finding, language: str) -> str:
    place = f"{finding.act.path}:{finding.clause.path or finding.clause.label}" if finding.clause else finding.act.path
    severity = click.style(say(f"report.severity_{finding.severity}", language), fg=COLOURS[finding.severity])
    message = choose_text(finding.message, language, finding.act.language)
    return f"{click.style(place, bold=True)}  {click.style(finding.code, bold=True)}  {severity}  {message}"


def _labelled(key: str, text: str, language: str) -> str:
    label = say(key, language) + ":"
    return _wrap(f"{label} {text}").replace(label, click.style(label, dim=True), 1)


def _wrap(text: str) -> str:
    return fill(text, WIDTH, initial_indent=INDENT, subsequent_indent=INDENT, break_long_words=False)
