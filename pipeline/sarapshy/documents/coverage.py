"""The account of every clause that a conclusion gives, and of every factor and heading: «табылмады» is said outright."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from sarapshy.documents.blocks import Align, Block, Cell, Paragraph, Run, Style, cell
from sarapshy.documents.material import Examined, heading_of, name_factor, order_codes
from sarapshy.documents.selection import Selected
from sarapshy.documents.units import Group, Outcome
from sarapshy.documents.words import capital, form, join_numbers
from sarapshy.documents.writer import Writer
from sarapshy.findings.factors import read_factors, read_names
from sarapshy.findings.model import Finding

COLUMNS = (("c_part", 26, Align.LEFT), ("c_units", 42, Align.LEFT), ("c_result", 32, Align.LEFT))


def write_coverage(writer: Writer, examined: Examined, remarks: Sequence[tuple[int, Finding]]) -> Iterator[Block]:
    selected = examined.selected
    yield writer.heading("h_coverage")
    yield writer.paragraph("coverage_intro")
    if examined.units:
        yield writer.table(COLUMNS, list(_account(writer, examined, remarks)))
    found = {finding.code for finding in selected.remarks} | set(examined.record["unchecked"])
    weak = {finding.code for finding in selected.weak} - found
    for key, codes in (("weak_factors", weak), ("clear_factors", set(read_factors()) - found - weak)):
        if codes:
            named = "; ".join(f"{code} ({name_factor(code, writer.language)})" for code in order_codes(codes))
            yield writer.paragraph(key, factors=named)


def _account(writer: Writer, examined: Examined, remarks: Sequence[tuple[int, Finding]]) -> Iterator[list[Cell]]:
    for group in _groups(writer, examined, remarks):
        reviewed = group.outcome is Outcome.WEAK and examined.selected.reviewed
        places = "; ".join(_place(writer, unit, numbers) for unit, numbers in group.remarks)
        outcome = writer.write(f"outcome_{group.outcome}{'_reviewed' if reviewed else ''}", places=places)
        yield [cell(capital(group.part)), cell(group.units), cell(outcome)]


def _groups(writer: Writer, examined: Examined, remarks: Sequence[tuple[int, Finding]]) -> list[Group]:
    assert examined.units is not None
    placed = {number: finding.clause.id if finding.clause else "" for number, finding in remarks}
    weak = [finding.clause.id for finding in examined.selected.weak if finding.clause]
    return examined.units[writer.language].account(placed, weak)


def _place(writer: Writer, unit: str, numbers: tuple[int, ...]) -> str:
    named = unit or form("none_numbered", writer.language)
    return writer.say("outcome_place", unit=named, numbers=join_numbers(numbers))


def tell_headings(writer: Writer, selected: Selected) -> Iterator[Paragraph]:
    """How many remarks there are under each of the mission's headings; none is said outright."""
    counts = Counter(heading_of(finding.code) for finding in selected.remarks)
    weak = Counter(heading_of(finding.code) for finding in selected.weak)
    for heading, names in read_names("headings").items():
        key = "by_heading" if counts[heading] else "by_heading_weak" if weak[heading] else "by_heading_none"
        values = {"heading": names[writer.language].lower(), "count": counts[heading], "weak": weak[heading]}
        end = Run(";" if heading != "other" else ".")
        yield Paragraph((Run("– "), *writer.write(key, **values), end), Style.ITEM)
