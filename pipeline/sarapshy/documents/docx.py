"""A document as DOCX: Word's own styles, so that the expert edits it like any other.

Headings of tables repeat on each page, a row is not broken between pages unless it is longer than one, pages are
numbered, and one font is named for all scripts. Times New Roman of Word has every Kazakh letter; the Liberation Serif that
Debian shows in its place has not ә, ғ, қ, ң, ө, ұ, ү, һ, and LibreOffice borrows them: from Tinos, of the same drawing, where
the package fonts-croscore is installed, else from a font that does not match. ``w:altName`` changes nothing there.
"""

from __future__ import annotations

import math
from io import BytesIO
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt, RGBColor

from sarapshy.documents.blocks import (
    Align,
    Block,
    Cell,
    Chart,
    Column,
    Document,
    Paragraph,
    Style,
    Table,
    Text,
    Turn,
    words_of,
)
from sarapshy.documents.charts import add_chart
from sarapshy.documents.template import Page
from sarapshy.report.word_text import drop_effects

A4 = (Mm(210), Mm(297))
LANGUAGES = {"kk": "kk-KZ", "ru": "ru-RU", "both": "kk-KZ"}
TALL_ROW = 24  # lines: a row that takes more than half a page that lies across may break
LETTER = 0.5  # width of a letter, of its size
KEPT_ROWS = 7
HEAD_FILL = "E8ECF1"
STYLES = {
    Style.STAMP: "Document stamp",
    Style.TITLE: "Title",
    Style.SUBTITLE: "Subtitle",
    Style.HEADING: "Heading 1",
    Style.SUBHEADING: "Heading 2",
    Style.CAPTION: "Document caption",
    Style.BODY: "Body Text",
    Style.ITEM: "Document item",
    Style.NOTE: "Document note",
}
NO_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF])  # signs XML has not
CELL_STYLE, FIELD_STYLE, SPACE_STYLE = "Document cell", "Document field", "Document space"
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
            self._set_styles()
            self._set_page()
        self._add_missing_styles()
        self._set_properties()

    def write(self) -> bytes:
        self._clear()
        for block in self.document.blocks:
            self._add(block)
        target = BytesIO()
        self.file.save(target)
        return target.getvalue()

    def _add(self, block: Block) -> None:
        if isinstance(block, Paragraph):
            self._write(self.file.add_paragraph(style=STYLES[block.style]), block.text)
        elif isinstance(block, Table):
            self._add_table(block)
        elif isinstance(block, Chart):
            self.charts += 1
            add_chart(self.file, block, self._width(), self.charts, self.page.font)
        else:
            self._turn(block)

    def _write(self, paragraph: Any, text: Text) -> None:
        for run in text:
            written = paragraph.add_run(run.text.translate(NO_XML))
            written.bold, written.italic = run.bold or None, run.italic or None
            if run.mark:
                written.font.highlight_color = WD_COLOR_INDEX.YELLOW

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
        if len(table.rows) <= KEPT_ROWS and lines < TALL_ROW:
            _keep_together(made)
        if not table.ruled:
            _move_down(made)
        self.file.add_paragraph(style=SPACE_STYLE)

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
                self._write(paragraph, text)
                if head:
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
        """A new section; its headers and footers go on from the one before."""
        section = self.file.add_section() if len(self.file.element.body) > 1 else self.file.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE if turn.landscape else WD_ORIENT.PORTRAIT
        sides = sorted((section.page_width, section.page_height), reverse=turn.landscape)
        section.page_width, section.page_height = sides

    def _clear(self) -> None:
        """A user's styles.docx may hold words that show the styles; its last section stays."""
        body = self.file.element.body
        for element in list(body):
            if element.tag != qn("w:sectPr"):
                body.remove(element)

    def _set_page(self) -> None:
        section = self.file.sections[0]
        section.page_width, section.page_height = A4
        top, right, bottom, left = (Mm(margin) for margin in self.page.margins)
        section.top_margin, section.right_margin = top, right
        section.bottom_margin, section.left_margin = bottom, left
        section.header_distance = section.footer_distance = Mm(10)
        section.different_first_page_header_footer = True
        paragraph = section.header.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _add_field(paragraph, "PAGE")

    def _set_styles(self) -> None:
        styles, size = self.file.styles, self.page.size
        self._set_style(styles["Normal"], size)
        self._set_style(styles["Body Text"], size, align=WD_ALIGN_PARAGRAPH.JUSTIFY, after=6, indent=12.5)
        self._set_style(styles["Title"], size + 1, bold=True, align=WD_ALIGN_PARAGRAPH.CENTER, before=12, after=6)
        self._set_style(styles["Subtitle"], size, bold=True, align=WD_ALIGN_PARAGRAPH.CENTER, after=6)
        self._set_style(styles["Heading 1"], size, bold=True, before=12, after=6, keep=True)
        self._set_style(styles["Heading 2"], size, bold=True, before=8, after=4, keep=True)
        for name in ("Title", "Subtitle", "Heading 1", "Heading 2"):
            _remove_ornament(styles[name])

    def _add_missing_styles(self) -> None:
        """Styles of ours that a user's file may lack; those that it has stay as they are."""
        size, small = self.page.size, self.page.table_size
        own: dict[str, dict[str, Any]] = {
            STYLES[Style.STAMP]: {"size": size, "align": WD_ALIGN_PARAGRAPH.LEFT, "after": 3, "left": 90},
            STYLES[Style.ITEM]: {"size": size, "align": WD_ALIGN_PARAGRAPH.JUSTIFY, "after": 3, "indent": 12.5},
            STYLES[Style.NOTE]: {"size": size - 1, "align": WD_ALIGN_PARAGRAPH.JUSTIFY, "before": 6, "after": 6},
            STYLES[Style.CAPTION]: {"size": size, "bold": True, "before": 8, "after": 4, "keep": True},
            CELL_STYLE: {"size": small, "align": WD_ALIGN_PARAGRAPH.LEFT, "after": 2},
            FIELD_STYLE: {"size": size - 1, "align": WD_ALIGN_PARAGRAPH.LEFT, "after": 2},
            SPACE_STYLE: {"size": 6},
        }
        known = {style.name for style in self.file.styles}
        for name, look in own.items():
            if name not in known:
                style = self.file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
                style.base_style = self.file.styles["Normal"]
                self._set_style(style, **look)
        if "Normal Table" not in known:
            self.file.styles.add_style("Normal Table", WD_STYLE_TYPE.TABLE)

    def _set_style(
        self,
        style: Any,
        size: float,
        bold: bool = False,
        align: Any = None,
        before: float = 0,
        after: float = 0,
        indent: float = 0,
        left: float = 0,
        keep: bool = False,
    ) -> None:
        font, form = style.font, style.paragraph_format
        font.size, font.bold, font.italic, font.color.rgb = Pt(size), bold, False, RGBColor(0, 0, 0)
        _set_fonts(style, self.page.font)
        form.alignment = align
        form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), 1.0
        form.first_line_indent, form.left_indent = Mm(indent), Mm(left)
        form.keep_with_next, form.widow_control = keep, True

    def _set_properties(self) -> None:
        core = self.file.core_properties
        core.title, core.language = self.document.title.translate(NO_XML)[:250], LANGUAGES[self.document.language]
        core.author = core.comments = core.keywords = ""
        defaults = self.file.styles.element.find(qn("w:docDefaults"))
        for language in defaults.iter(qn("w:lang")) if defaults is not None else ():
            language.set(qn("w:val"), LANGUAGES[self.document.language])


def _set_fonts(style: Any, font: str) -> None:
    """One font for Latin, Cyrillic and the rest; a theme's font would win over it and has no say any more."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), font)


def _remove_ornament(style: Any) -> None:
    """The line under a title and the spaced letters of Word's own styles."""
    for parent, name in ((style.element.get_or_add_pPr(), "w:pBdr"), (style.element.get_or_add_rPr(), "w:spacing")):
        for ornament in parent.findall(qn(name)):
            parent.remove(ornament)


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


def _add_field(paragraph: Any, instruction: str) -> None:
    run = paragraph.add_run()
    for kind, text in (("begin", None), (None, instruction), ("end", None)):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.set(qn("xml:space"), "preserve")
            element.text = text
        run._r.append(element)
