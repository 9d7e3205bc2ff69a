"""The comparative table: a row a unit, the wording in force beside the proposed one, and why.

The wordings are in the language of the act; headings and reasons may be in the other. What goes and what comes is in bold;
what the expert must confirm, complete or write is marked.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import shorten
from typing import Any

from sarapshy.acts.model import Act
from sarapshy.documents.blocks import (
    Align,
    Block,
    Cell,
    Document,
    Paragraph,
    Style,
    Table,
    Text,
    Turn,
    cell,
    plain,
    words_of,
)
from sarapshy.documents.draft import find_named, name_unit
from sarapshy.documents.formulas import mark_open, split_paragraphs
from sarapshy.documents.material import Examined, Material, print_bases
from sarapshy.documents.writer import Writer
from sarapshy.extras import want
from sarapshy.findings.model import Finding
from sarapshy.proposals.model import Action, Proposal, Wording
from sarapshy.proposals.remedies import remedy_of

COLUMNS = (("c_number", 4), ("c_unit", 12), ("c_before", 29), ("c_after", 29), ("c_why", 26))
LONG = 1200  # characters: of a longer unit the table shows what changes
GAP = plain("…")
WIDTH = 1.6  # characters of a sheet's column for each part of the page's width
LINE, TALLEST = 15, 409  # points: a line of a row, and the height that no row of a sheet exceeds
SIZE, SMALLEST = 11, 7  # points of the letters
LETTERS = 1.15  # of our font in the width of one digit, by which the width of a column is told
HEADER = 200  # characters of a printed header
MARKED = "FFF2B3"


def write_comparison(
    examined: Examined, act: Act, proposals: Sequence[Proposal], material: Material, language: str
) -> Document:
    writer = _Comparison(examined, act, proposals, material, language)
    return Document(f"{writer.say('title')}: {writer.subtitle()}", language, tuple(writer.blocks()))


class _Comparison(Writer):
    def __init__(
        self, examined: Examined, act: Act, proposals: Sequence[Proposal], material: Material, language: str
    ) -> None:
        super().__init__(material.template, language, material.parties)
        self.examined, self.act, self.proposals = examined, act, proposals

    def blocks(self) -> Iterator[Block]:
        yield Turn(landscape=True)
        for name in self.template.sections:
            if name == "title":
                yield self.paragraph("title", Style.TITLE)
                yield Paragraph(mark_open(self.subtitle()), Style.SUBTITLE)
            elif name == "notice":
                reviewed = self.examined.selected.reviewed
                yield self.paragraph("notice_reviewed" if reviewed else "notice", Style.NOTE)
            else:
                yield self.comparison()

    def subtitle(self) -> str:
        return self.say("subtitle", act=", ".join(find_named(self.act, self.examined, self.proposals)))

    def comparison(self) -> Table:
        columns = [(key, share, Align.CENTER if key == "c_number" else Align.LEFT) for key, share in COLUMNS]
        return self.table(columns, (self.row(number, each) for number, each in enumerate(self.proposals, 1)))

    def row(self, number: int, proposal: Proposal) -> Sequence[Cell]:
        unit = name_unit(proposal, self.examined, self.language) or self.say("whole_act")
        return (
            cell(str(number)),
            cell(unit),
            self._before(proposal),
            tuple(self._after(proposal)),
            tuple(line for finding in proposal.findings for line in self._reason(finding)),
        )

    def _before(self, proposal: Proposal) -> Cell:
        if proposal.before:
            return tuple(_show(proposal.before, proposal))
        quote = proposal.findings[0].quote if proposal.action is Action.OPEN else None
        return cell(plain(_lay_flat(quote))) if quote else cell(self.write("no_before"))

    def _after(self, proposal: Proposal) -> Iterator[Text]:
        if proposal.action is Action.DELETE:
            yield self.write("deleted")
        yield from _show(proposal.after, proposal)
        key = "to_write" if proposal.action is Action.OPEN else "to_complete"
        for finding in proposal.left:
            yield self.write(key, remedy=remedy_of(finding, self.language) or remedy_of(finding, self.act.language))

    def _reason(self, finding: Finding) -> Iterator[Text]:
        message, why = (texts[self.language].rstrip(".") for texts in (finding.message, finding.why))
        yield self.write("why", code=finding.code, message=message, why=f"{why}.")
        if bases := print_bases(finding, self.language):
            yield self.write("bases", bases=bases)


def _show(wording: Wording, proposal: Proposal) -> list[Text]:
    """Of a long unit the first paragraph and those that change; «…» stands for each stretch of others."""
    paragraphs = split_paragraphs(wording, show_new=True)
    if max(len(proposal.in_force), len(proposal.wording)) < LONG or not proposal.is_built:
        return paragraphs
    kept: list[Text] = []
    for number, text in enumerate(paragraphs):
        if number == 0 or _changes(text):
            kept.append(text)
        elif kept[-1] != GAP:
            kept.append(GAP)
    return kept


def _lay_flat(quote: str) -> str:
    """A row of a table without its bars."""
    return " ".join(quote.replace("|", " ").split())


def _changes(text: Text) -> bool:
    return any(run.bold or run.mark for run in text)


def write_sheet(
    examined: Examined, act: Act, proposals: Sequence[Proposal], material: Material, language: str, path: Path
) -> None:
    """The same table as a workbook; a row with something for the expert is coloured."""
    openpyxl = want("openpyxl", "documents", path.name)
    writer = _Comparison(examined, act, proposals, material, language)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = writer.say("sheet")
    table, font = writer.comparison(), material.template.page.font
    _append(sheet, [cell(column.title) for column in table.columns], font, head=True)
    for row in table.rows:
        _append(sheet, row, font)
    widths = [max(6, share * WIDTH) for _, share in COLUMNS]
    for letter, width in zip("ABCDE", widths, strict=True):
        sheet.column_dimensions[letter].width = width
    for row in sheet.iter_rows():
        _fit_height(sheet, row, widths)
    sheet.freeze_panes, sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "A2", "landscape", 0
    sheet.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    told = f"{writer.say('title')} {words_of(mark_open(writer.subtitle()))}"
    sheet.oddHeader.center.text = shorten(told.replace("&", "&&"), HEADER, placeholder=" …")
    sheet.oddFooter.center.text = "&P / &N"
    book.save(path)


def _fit_height(sheet: Any, row: Any, widths: Sequence[float]) -> None:
    """A row as high as its words; letters are smaller where a sheet allows no row so high."""
    from openpyxl.styles import Font

    lines = max(count_lines(str(each.value or ""), width) for each, width in zip(row, widths, strict=True))
    height = LINE * (lines + 0.5)
    sheet.row_dimensions[row[0].row].height = min(TALLEST, height)
    if height > TALLEST:
        for each in row:
            smaller = max(SMALLEST, int(SIZE * (TALLEST / height) ** 0.5))  # lines are lower, and hold more
            each.font = Font(name=each.font.name, bold=each.font.bold, size=smaller)


def count_lines(words: str, width: float) -> int:
    """Of a cell, by the characters that its column has room for; no program tells a row's height until it shows it."""
    return sum(max(1, math.ceil(len(line) / (width * LETTERS))) for line in words.split("\n"))


def _append(sheet: Any, row: Sequence[Cell], font: str, head: bool = False) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    from sarapshy.report.plain import fit_xml
    from sarapshy.report.table import LONGEST

    number, thin = sheet.max_row + (0 if head else 1), Side(style="thin", color="999999")
    for place, content in enumerate(row, 1):
        words = fit_xml("\n".join(words_of(text) for text in content))[:LONGEST]
        made = sheet.cell(number, place, words)
        made.data_type, made.quotePrefix = "s", True
        made.alignment = Alignment(wrap_text=True, vertical="center" if head else "top")
        made.border = Border(left=thin, right=thin, top=thin, bottom=thin)
        made.font = Font(name=font, size=SIZE, bold=head)
        if any(run.mark for text in content for run in text):
            made.fill = PatternFill("solid", fgColor=MARKED)
