"""The risks of a note, act by act, and what is recommended: each remark names its recommendation by number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sarapshy.documents.blocks import Align, Block, Cell, Style, Table, Turn, cell, plain
from sarapshy.documents.listed import Listed
from sarapshy.documents.remarks import describe_factor, explain, name_place
from sarapshy.documents.selection import remedy_of
from sarapshy.documents.words import Count, capital, cite_act, cite_requisites, name_body, quote
from sarapshy.documents.writer import Writer, italic
from sarapshy.findings.model import Finding
from sarapshy.plan.model import Measure, Plan, Result, Scope
from sarapshy.report.plan import print_term

LEFT, CENTER = Align.LEFT, Align.CENTER
LISTED_CLEAR = 60  # acts without remarks that are named in one sentence
RISKS = (
    ("c_unit", 12, LEFT),
    ("c_text", 23, LEFT),
    ("c_risk", 35, LEFT),
    ("c_factors", 17, LEFT),
    ("c_recommendation", 13, CENTER),
)
RECOMMENDED = (
    ("c_number", 5, CENTER),
    ("c_action", 50, LEFT),
    ("c_owner", 18, LEFT),
    ("c_term", 14, LEFT),
    ("c_form", 13, LEFT),
)


def write_risks(writer: Writer, acts: Sequence[Listed], scope: Scope) -> Iterator[Block]:
    """Of laws, or of by-laws; from here on pages lie across."""
    clear = [act for act in acts if not act.remarks]
    if not acts:
        return
    yield Turn(landscape=True)
    yield writer.subheading(writer.write(f"risks_{scope}"))
    for act in acts:
        if not act.shown:
            continue
        yield writer.paragraph("act_heading", Style.CAPTION, act=capital(cite_act(act.record, writer.language)))
        yield _risk_table(writer, act)
        if left := len(act.remarks) - len(act.shown):
            yield writer.paragraph("more", count=Count(left))
    if clear:
        named = "; ".join(cite_act(act.record, writer.language) for act in clear[:LISTED_CLEAR])
        yield writer.paragraph("clear", acts=named + ("; …" if len(clear) > LISTED_CLEAR else ""))


def _risk_table(writer: Writer, act: Listed) -> Table:
    return writer.table(RISKS, [_risk(writer, number, finding, act) for number, finding in act.shown])


def _risk(writer: Writer, number: int, finding: Finding, act: Listed) -> list[Cell]:
    return [
        cell(name_place(writer, finding, act.examined)),
        cell(quote(finding.quote) if finding.quote else italic(writer.write("absent"))),
        explain(writer, finding),
        describe_factor(writer, finding),
        cell(str(number)),
    ]


def write_recommendations(writer: Writer, acts: Sequence[Listed], plan: Plan) -> Iterator[Block]:
    measure = next((each for each in plan.measures if each.result is Result.AMENDMENT), None)
    rows = [_recommend(writer, number, finding, act, measure) for act in acts for number, finding in act.shown]
    yield writer.heading("h_recommendations")
    yield writer.table(RECOMMENDED, rows) if rows else writer.paragraph("no_recommendations")


def _recommend(writer: Writer, number: int, finding: Finding, act: Listed, measure: Measure | None) -> list[Cell]:
    """Who has to act is the body that adopted the act; term and form are those of the plan's measure of amendments."""
    language, body = writer.language, act.record["body"]
    term = print_term(measure.term, language) if measure and measure.term else ""
    form = measure.form[language] if measure else ""
    unit = f"{capital(cite_requisites(act.record, language))}, {act.examined.unit_of(finding, language)}"
    remedy = remedy_of(finding, language)
    told = writer.write("action", unit=unit.removesuffix(", "), remedy=remedy) if remedy else writer.write("no_remedy")
    return [
        cell(str(number)),
        cell(told),
        cell(name_body(body, language) if body else writer.write("fill_in")),
        cell(plain(term) or writer.write("fill_in")),
        cell(plain(form) or writer.write("fill_in")),
    ]
