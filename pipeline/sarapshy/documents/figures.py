"""The figures of a note: how many remarks, of which factors and in which acts, as charts and tables; topics, found or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from sarapshy.documents.blocks import Align, Bar, Block, Cell, Chart, Paragraph, Run, Style, cell
from sarapshy.documents.listed import Listed
from sarapshy.documents.material import class_of, name_class, name_factor, order_codes
from sarapshy.documents.words import Count, capital, cite_briefly
from sarapshy.documents.writer import Writer
from sarapshy.findings.model import SEVERITIES, Finding

LEFT, CENTER = Align.LEFT, Align.CENTER
CHARTED = 15  # bars of a chart


def write_figures(writer: Writer, acts: Sequence[Listed]) -> Iterator[Block]:
    findings = [finding for act in acts for finding in act.remarks]
    severities = Counter(finding.severity for finding in findings)
    counts = {"acts": len(acts), "with_remarks": sum(bool(act.remarks) for act in acts), "findings": len(findings)}
    counts |= {severity: severities[severity] for severity in SEVERITIES}
    yield writer.subheading(writer.write("figures"))
    yield writer.paragraph("figures_text", Style.BODY, **{name: Count(value) for name, value in counts.items()})
    if findings:
        yield from _charts(writer, acts, findings)
    yield from _topics(writer, findings)


def _charts(writer: Writer, acts: Sequence[Listed], findings: Sequence[Finding]) -> Iterator[Block]:
    codes = Counter(finding.code for finding in findings)
    ordered = sorted(codes, key=lambda code: (-codes[code], order_codes(codes).index(code)))
    bars = [Bar(f"{code} {name_factor(code, writer.language)}", codes[code]) for code in ordered[:CHARTED]]
    yield Chart(writer.say("chart_factors"), tuple(bars))
    most = sorted((act for act in acts if act.remarks), key=lambda act: -len(act.remarks))[:CHARTED]
    if len(most) > 1:
        named = [Bar(capital(cite_briefly(act.record, writer.language)), len(act.remarks)) for act in most]
        yield Chart(writer.say("chart_acts"), tuple(named))
    yield writer.subheading(writer.write("by_factor"))
    columns = (("c_factor", 42, LEFT), ("c_class", 32, LEFT), ("c_remarks", 14, CENTER), ("c_acts", 12, CENTER))
    yield writer.table(columns, [_factor_row(writer, acts, code, codes[code]) for code in ordered])


def _factor_row(writer: Writer, acts: Sequence[Listed], code: str, count: int) -> list[Cell]:
    number = class_of(code)
    named = f"{number}. {name_class(number, writer.language)}" if number else "–"
    held = sum(any(finding.code == code for finding in act.remarks) for act in acts)
    return [cell(f"{code}. {name_factor(code, writer.language)}"), cell(named), cell(str(count)), cell(str(held))]


def _topics(writer: Writer, findings: Sequence[Finding]) -> Iterator[Block]:
    """Each topic is told, found or not: a reader must not guess whether it was looked at."""
    yield writer.subheading(writer.write("by_topic"))
    topics = writer.template.topics
    for number, (topic, codes) in enumerate(topics.items(), 1):
        count = sum(finding.code in codes for finding in findings)
        told = writer.write("topic_found" if count else "topic_none", topic=writer.say(topic), count=Count(count))
        yield Paragraph((Run("– "), *told, Run("." if number == len(topics) else ";")), Style.ITEM)
