"""findings.xlsx: one sheet with a filter over each column, headings in the language of the person.

Every text is written as text, so that no cell is a formula whatever the act says; XML has no place for most control
characters, and a cell none for more than 32,767 letters.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sarapshy.extras import want
from sarapshy.findings.model import Finding
from sarapshy.messages import say
from sarapshy.report.plain import fit_xml
from sarapshy.report.table import COLUMNS, LONGEST, Cell, make_row

WIDTHS = {"path": 26, "title": 40, "clause": 28, "quote": 60, "factor": 34, "message": 44, "why": 60, "remedy": 60,
          "legal_basis": 44, "related": 44, "comment": 30}  # fmt: skip
WIDTH = 13  # characters of the other columns


def write_xlsx(findings: Iterable[Finding], path: Path, language: str) -> None:
    openpyxl = want("openpyxl", "documents", path.name)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(say("machine.sheet", language))
    for letter, name in zip(_letters(len(COLUMNS)), COLUMNS, strict=True):
        sheet.column_dimensions[letter].width = WIDTHS.get(name, WIDTH)
    sheet.freeze_panes = "B2"
    sheet.append([_write_head(sheet, say(f"machine.column_{name}", language)) for name in COLUMNS])
    rows = [make_row(finding, language) for finding in findings]
    for row in rows:
        sheet.append([write_cell(sheet, cell) for cell in row])
    sheet.auto_filter.ref = f"A1:{_letters(len(COLUMNS))[-1]}{len(rows) + 1}"
    book.save(path)


def write_cell(sheet: Any, value: Cell) -> Any:
    """A text is a text, with Excel's own mark that it is none of a formula."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment

    cell = WriteOnlyCell(sheet, value if not isinstance(value, str) else fit_xml(value)[:LONGEST])
    if isinstance(value, str):
        cell.data_type = "s"
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.quotePrefix = True
    return cell


def _write_head(sheet: Any, text: str) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font, PatternFill

    cell = WriteOnlyCell(sheet, text)
    cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="DDE5EE")
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    return cell


def _letters(count: int) -> list[str]:
    from openpyxl.utils import get_column_letter

    return [get_column_letter(number) for number in range(1, count + 1)]
