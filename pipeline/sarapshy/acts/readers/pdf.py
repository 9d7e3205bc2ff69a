""".pdf: the text layer by pypdfium2, ruled tables by pdfplumber, pages that are pictures by recognition.

pdfplumber is fifty times slower than pdfium, so only pages with ruled lines are shown to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from sarapshy.acts.model import Source
from sarapshy.acts.readers import limits
from sarapshy.acts.readers.layout import Line, compose, merge_fragments, tidy
from sarapshy.acts.readers.lines import write_row
from sarapshy.acts.readers.pdf_letters import Printed, read_printed
from sarapshy.acts.readers.scan import Recognised, is_there, recognise_picture
from sarapshy.errors import InputError

BOLD = 600
RULES = 6  # ruled lines or boxes that may make a table; underlines are fewer or are not long
DPI = 250
PASSWORD_ERROR = 4
NO_PAGES = re.compile(rb"/Kids\s*\[\s*\]")
MIN_TEXT = 16  # characters; a stamp over a scanned page is less


def read(data: bytes, name: str) -> tuple[str, Source]:
    document = _open(data, name)
    try:
        if len(document) > limits.MAX_PAGES:
            raise InputError("reading.too_many_pages", name, limit=str(limits.MAX_PAGES))
        return _read_pages(document, data, name)
    finally:
        document.close()


def _open(data: bytes, name: str) -> Any:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if NO_PAGES.search(data):  # PDFium names then the error of the file before
            raise InputError("reading.no_pages", name) from error
        if getattr(error, "err_code", None) == PASSWORD_ERROR or "password" in str(error).lower():
            raise InputError("reading.password", name) from error
        raise


@dataclass(slots=True)
class Pages:
    """What came of each page. ``recognised`` holds the confidence of pages that are pictures."""

    lines: list[list[Line]] = field(default_factory=list)
    recognised: list[float] = field(default_factory=list)
    pictures_unread: list[int] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)

    def confidence(self) -> float | None:
        return round(sum(self.recognised) / len(self.recognised), 1) if self.recognised else None

    def notes(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        notes: list[tuple[str, tuple[tuple[str, str], ...]]] = []
        if self.recognised:
            parameters = (("pages", str(len(self.recognised))), ("confidence", f"{self.confidence():.0f}"))
            notes.append(("reading.note_ocr", parameters))
        if self.pictures_unread:
            notes.append(("reading.note_pages_unread", (("pages", _list_pages(self.pictures_unread)),)))
        if self.damaged:
            notes.append(("reading.note_pages_damaged", (("pages", _list_pages(self.damaged)),)))
        return tuple(notes)


def _read_pages(document: Any, data: bytes, name: str) -> tuple[str, Source]:
    tables, pages = Tables(data), Pages()
    for number in range(len(document)):
        try:
            page = document[number]
        except pdfium.PdfiumError:
            if len(document) == 1:
                raise
            pages.damaged.append(number)
            pages.lines.append([])
            continue
        pages.lines.append(_read_page(page, number, tables, pages, name))
        page.close()
    if pages.pictures_unread and not any(pages.lines):
        recognise_picture(b"", name)  # tells which program or language is missing
    text, starts = compose(pages.lines)
    return text, Source("pdf", pages=starts, ocr=pages.confidence(), notes=pages.notes())


def _read_page(page: Any, number: int, tables: Tables, pages: Pages, name: str) -> list[Line]:
    lines = list(merge_fragments(_read_lines(page)))
    if _is_picture(page, lines):
        if not is_there():
            pages.pictures_unread.append(number)
            return lines
        lines, confidence = _recognise(page, name)
        pages.recognised.append(confidence or 0.0)
        return lines
    return tables.place(number, lines, page.get_height()) if _has_rules(page) else lines


def _list_pages(numbers: list[int]) -> str:
    return ", ".join(str(number + 1) for number in numbers)


def _read_lines(page: Any) -> Iterator[Line]:
    """The lines of the text layer with their places; empty ones and those of no width are left out."""
    characters = page.get_textpage()
    try:
        for printed in read_printed(characters):
            if printed.text.strip():
                yield _place(characters, printed)
    finally:
        characters.close()


def _place(characters: Any, printed: Printed) -> Line:
    text = printed.text
    first = printed.places[len(text) - len(text.lstrip())]
    last = printed.places[len(text.rstrip()) - 1]
    left, bottom, _, top = characters.get_charbox(first, loose=True)
    _, _, right, _ = characters.get_charbox(last, loose=True)
    bold = (
        raw.FPDFText_GetFontWeight(characters.raw, first) >= BOLD
        and raw.FPDFText_GetFontWeight(characters.raw, last) >= BOLD
    )
    hyphen = "-" if printed.hyphen else ""
    return Line(tidy(text) + hyphen, left, max(right, left), bottom, max(top, bottom + 1), bold)


def _is_picture(page: Any, lines: list[Line]) -> bool:
    """A page with next to no text and a picture over most of it."""
    if sum(len(line.text) for line in lines) >= MIN_TEXT:
        return False
    area = page.get_width() * page.get_height()
    for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = picture.get_bounds()
        if (right - left) * (top - bottom) > 0.3 * area:
            return True
    return False


def _recognise(page: Any, name: str) -> tuple[list[Line], float | None]:
    picture = BytesIO()
    scale = min(DPI / 72, 6000 / max(page.get_width(), page.get_height(), 1))
    page.render(scale=scale, grayscale=True).to_pil().save(picture, "PNG")
    found: Recognised = recognise_picture(picture.getvalue(), name)
    return [_scale(line, 1 / scale) for lines in found.pages for line in lines], found.confidence


def _scale(line: Line, factor: float) -> Line:
    """Pixels of the picture to points of the page, so that the document has one pair of margins."""
    left, right, bottom, top = (measure * factor for measure in (line.left, line.right, line.bottom, line.top))
    return Line(line.text, left, right, bottom, top)


def _has_rules(page: Any) -> bool:
    paths = page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=2)
    return sum(1 for _ in paths) >= RULES


class Tables:
    """The ruled tables of a file; pdfplumber opens it when the first page with rules comes."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._file: Any = None

    def place(self, number: int, lines: list[Line], height: float) -> list[Line]:
        """The lines of a page with those inside a table replaced by its rows."""
        for table in self._find(number):
            left, top, right, bottom = table.bbox
            inside = [line for line in lines if left - 2 <= line.left and line.right <= right + 2
                      and height - bottom - 2 <= (line.bottom + line.top) / 2 <= height - top + 2]  # fmt: skip
            if not inside:
                continue
            rows = [row for row in map(_write_cells, table.extract()) if row]
            at = lines.index(inside[0])
            lines = [line for line in lines if line not in inside]
            lines[at:at] = [Line(row, left, right, height - bottom, height - top, whole=True) for row in rows]
        return lines

    def _find(self, number: int) -> list[Any]:
        import pdfplumber

        if self._file is None:
            self._file = pdfplumber.open(BytesIO(self._data))
        page = self._file.pages[number]
        tables = [table for table in page.find_tables() if max(len(row.cells) for row in table.rows) > 1]
        page.flush_cache()
        return tables


def _write_cells(cells: list[str | None]) -> str:
    """None stands where a cell spreads; what spreads over the whole row is no row but a line of text."""
    while len(cells) > 1 and cells[-1] is None:
        cells = cells[:-1]
    texts = [_join_cell(cell or "") for cell in cells]
    return write_row(texts) if len(texts) > 1 else tidy(texts[0])


def _join_cell(cell: str) -> str:
    """Lines of a narrow cell; a hyphen at the end of one is as a rule a real one there."""
    joined = ""
    for line in cell.split("\n"):
        joined += line if not joined or joined.endswith("-") or line.startswith("-") else f" {line}"
    return joined
