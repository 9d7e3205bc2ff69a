"""A document as DOCX, in Word's own styles.

Headings of tables repeat on each page and are not parted from their tables, a short row is not broken between pages, pages are
numbered, and two languages side by side are rows of a table that shows no lines.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from io import BytesIO
from itertools import zip_longest
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt

from sarapshy.documents.blocks import (
    Align,
    Beside,
    Block,
    Cell,
    Chart,
    Column,
    Document,
    Paragraph,
    Run,
    Style,
    Table,
    Text,
    Turn,
    words_of,
)
from sarapshy.documents.charts import add_chart
from sarapshy.documents.styles import (
    CELL_STYLE,
    FIELD_STYLE,
    SPACE_STYLE,
    STYLES,
    add_missing_styles,
    set_page,
    set_styles,
)
from sarapshy.documents.template import Page
from sarapshy.report.word_text import drop_effects

LANGUAGES = {"kk": "kk-KZ", "ru": "ru-RU", "both": "kk-KZ"}
TALL_ROW = 14  # lines: a taller row may break, for a page would be left empty in front of it
KEPT_LINES = 10
LETTER = 0.5  # width of a letter, of its size
KEPT_ROWS = 5
HEAD_FILL = "E8ECF1"
HEADINGS = (Style.HEADING, Style.SUBHEADING, Style.CAPTION)
NO_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF])  # signs XML has not
OF_A_UNIT = re.compile(r"(?<=\d)-(?=[^\W\d_]{2})")
Pair = tuple[Paragraph | None, Paragraph | None]
ALIGNED = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.CENTER: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
}


def write_docx(document: Document, page: Page) -> bytes:
    """The bytes of the file. Two equal documents give equal parts."""
    return _Writer(document, page).write()


def write_styles(page: Page) -> bytes:
    """An empty document with our styles, for a user to change in Word and to put beside the templates."""
    return _Writer(Document("", "kk"), page).write()


class _Writer:
    def __init__(self, document: Document, page: Page) -> None:
        self.document, self.page = document, page
        self.file: Any = docx.Document(str(page.styles)) if page.styles else docx.Document()
        self.charts = 0
        drop_effects(self.file)
        if page.styles is None:
            set_styles(self.file, page)
            set_page(self.file, page)
        add_missing_styles(self.file, page)
        self._set_properties()

    def write(self) -> bytes:
        self._clear()
        blocks = self.document.blocks
        for block, following in zip_longest(blocks, blocks[1:]):
            self._add(block, following)
        target = BytesIO()
        self.file.save(target)
        return target.getvalue()

    def _add(self, block: Block, following: Block | None) -> None:
        """What leads to a table, a chart or a signature stands on its page."""
        leads = isinstance(following, Table | Chart)
        if isinstance(block, Paragraph):
            self._add_paragraph(self.file, block, leads or block.keep)
        elif isinstance(block, Beside):
            self._add_beside(block, leads)
        elif isinstance(block, Table):
            self._add_table(block)
        elif isinstance(block, Chart):
            self.charts += 1
            add_chart(self.file, block, self._width(), self.charts, self.page.font)
        else:
            self._turn(block)

    def _add_paragraph(self, holder: Any, block: Paragraph, keep: bool) -> Any:
        paragraph = holder.add_paragraph(style=STYLES[block.style])
        self._write(paragraph, block.text)
        if keep:
            paragraph.paragraph_format.keep_with_next = True
        return paragraph

    def _add_beside(self, block: Beside, leads: bool) -> None:
        """A heading begins a table of its own: LibreOffice keeps tables with what follows, and not rows."""
        for rows, kept in _split_beside(block.rows, leads):
            made = self.file.add_table(rows=0, cols=2)
            made.style, made.alignment, made.autofit = "Normal Table", WD_TABLE_ALIGNMENT.CENTER, False
            width = self._width() // 2
            for column in made.columns:
                column.width = width
            for pair in rows:
                for place, paragraph in zip(made.add_row().cells, pair, strict=True):
                    place.width = width
                    self._fill(place, paragraph, kept)
            self._add_space(kept)

    def _fill(self, place: Any, paragraph: Paragraph | None, kept: bool) -> None:
        if paragraph is None:
            return
        made = self._add_paragraph(place, paragraph, kept or paragraph.keep)
        place._tc.remove(place.paragraphs[0]._p)
        made.paragraph_format.first_line_indent = made.paragraph_format.left_indent = Mm(0)
        if paragraph.style in (Style.BODY, Style.NOTE):
            made.alignment = WD_ALIGN_PARAGRAPH.LEFT

    def _add_space(self, kept: bool = False) -> None:
        self.file.add_paragraph(style=SPACE_STYLE).paragraph_format.keep_with_next = kept or None

    def _write(self, paragraph: Any, text: Text, narrow: bool = False) -> None:
        """In a narrow column «1-тармағы» stays in one line: its hyphen is one at which no line is broken."""
        for run in text:
            words = run.text.translate(NO_XML)
            *pieces, last = OF_A_UNIT.split(words) if narrow else [words]
            for piece in pieces:
                self._write_run(paragraph, piece, run)._r.append(OxmlElement("w:noBreakHyphen"))
            self._write_run(paragraph, last, run)

    def _write_run(self, paragraph: Any, words: str, run: Run) -> Any:
        written = paragraph.add_run(words)
        written.bold, written.italic = run.bold or None, run.italic or None
        if run.mark:
            written.font.highlight_color = WD_COLOR_INDEX.YELLOW
        return written

    def _add_table(self, table: Table) -> None:
        made = self.file.add_table(rows=0, cols=len(table.columns))
        made.style = "Table Grid" if table.ruled else "Normal Table"
        made.alignment, made.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        widths, style = self._widths(table.columns), CELL_STYLE if table.headed else FIELD_STYLE
        for column, width in zip(made.columns, widths, strict=True):
            column.width = width
        if table.headed:
            heads = tuple((column.title,) for column in table.columns)
            row = self._add_row(made, table.columns, heads, widths, style, head=True)
            _set_flag(row, "w:tblHeader")
        for cells in table.rows:
            row = self._add_row(made, table.columns, cells, widths, style)
            if self._count_lines(cells, widths) < TALL_ROW:
                _set_flag(row, "w:cantSplit")
        lines = sum(self._count_lines(cells, widths) for cells in table.rows)
        if len(table.rows) <= KEPT_ROWS and lines < KEPT_LINES:
            _keep_together(made)
        if not table.ruled:
            _move_down(made)
        self._add_space()

    def _add_row(
        self,
        table: Any,
        columns: tuple[Column, ...],
        cells: tuple[Cell, ...],
        widths: list[int],
        style: str,
        head: bool = False,
    ) -> Any:
        row = table.add_row()
        for column, content, place, width in zip(columns, cells, row.cells, widths, strict=True):
            place.width = width
            for number, text in enumerate(content or ((),)):
                paragraph = place.paragraphs[0] if number == 0 else place.add_paragraph()
                paragraph.style = style
                paragraph.alignment = ALIGNED[Align.CENTER if head else column.align]
                self._write(paragraph, text, narrow=True)
                if head:
                    paragraph.paragraph_format.keep_with_next = True
                    for run in paragraph.runs:
                        run.bold = True
            if head:
                _shade(place)
        return row

    def _count_lines(self, cells: tuple[Cell, ...], widths: list[int]) -> int:
        """The lines of a row, as far as the mean width of a letter tells."""
        letters = [width / (Pt(self.page.table_size) * LETTER) for width in widths]
        return max(
            sum(math.ceil(len(words_of(text)) / room) for text in cell)
            for cell, room in zip(cells, letters, strict=True)
        )

    def _widths(self, columns: tuple[Column, ...]) -> list[int]:
        whole = sum(column.share for column in columns)
        return [Emu(int(self._width() * column.share / whole)) for column in columns]

    def _width(self) -> int:
        section = self.file.sections[-1]
        return int(section.page_width - section.left_margin - section.right_margin)

    def _turn(self, turn: Turn) -> None:
        """A new section unless pages lie so already; its headers and footers go on from the one before, its first page too."""
        wanted = WD_ORIENT.LANDSCAPE if turn.landscape else WD_ORIENT.PORTRAIT
        begins = len(self.file.element.body) == 1
        if self.file.sections[-1].orientation == wanted and not begins:
            return
        section = self.file.sections[0] if begins else self.file.add_section()
        section.different_first_page_header_footer = begins and section.different_first_page_header_footer
        section.orientation = wanted
        sides = sorted((section.page_width, section.page_height), reverse=turn.landscape)
        section.page_width, section.page_height = sides

    def _clear(self) -> None:
        """A user's styles.docx may hold words that show the styles; its last section stays."""
        body = self.file.element.body
        for element in list(body):
            if element.tag != qn("w:sectPr"):
                body.remove(element)

    def _set_properties(self) -> None:
        core = self.file.core_properties
        core.title, core.language = self.document.title.translate(NO_XML)[:250], LANGUAGES[self.document.language]
        core.author = core.comments = core.keywords = ""
        defaults = self.file.styles.element.find(qn("w:docDefaults"))
        for language in defaults.iter(qn("w:lang")) if defaults is not None else ():
            language.set(qn("w:val"), LANGUAGES[self.document.language])


def _set_flag(row: Any, name: str) -> None:
    properties = row._tr.get_or_add_trPr()
    if properties.find(qn(name)) is None:
        properties.append(OxmlElement(name))


def _keep_together(table: Any) -> None:
    """A small table is not parted by the end of a page."""
    for row in table.rows[:-1]:
        for place in row.cells:
            for paragraph in place.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def _move_down(table: Any) -> None:
    """Signatures and what else stands side by side keep away from the words above."""
    for place in table.rows[0].cells:
        place.paragraphs[0].paragraph_format.space_before = Pt(10)


def _shade(place: Any) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", HEAD_FILL)):
        shade.set(qn(f"w:{name}"), value)
    place._tc.get_or_add_tcPr().append(shade)


def _split_beside(rows: Sequence[Pair], leads: bool) -> list[tuple[list[Pair], bool]]:
    """Runs of rows, and whether each is kept with what follows: headings are, and what leads to a table."""
    runs: list[tuple[list[Pair], bool]] = []
    for row in rows:
        heads = any(paragraph is not None and paragraph.style in HEADINGS for paragraph in row)
        if runs and runs[-1][1] == heads:
            runs[-1][0].append(row)
        else:
            runs.append(([row], heads))
    return [*runs[:-1], (runs[-1][0], leads or runs[-1][1])]
