"""The styles of a document and its page: Word's own, so that the expert edits it like any other.

One font is named for all scripts. Times New Roman of Word has every Kazakh letter; the Liberation Serif that Debian shows in
its place has not ә, ғ, қ, ң, ө, ұ, ү, һ, and LibreOffice borrows them: from Tinos, of the same drawing, where the package
fonts-croscore is installed, else from a font that does not match. ``w:altName`` changes nothing there.
"""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from sarapshy.documents.blocks import Style
from sarapshy.documents.template import Page

A4 = (Mm(210), Mm(297))
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
CELL_STYLE, FIELD_STYLE, SPACE_STYLE = "Document cell", "Document field", "Document space"


def set_page(file: Any, page: Page) -> None:
    """A4 with the margins of the template; pages are numbered from the second on."""
    section = file.sections[0]
    section.page_width, section.page_height = A4
    top, right, bottom, left = (Mm(margin) for margin in page.margins)
    section.top_margin, section.right_margin = top, right
    section.bottom_margin, section.left_margin = bottom, left
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _add_field(paragraph, "PAGE")


def set_styles(file: Any, page: Page) -> None:
    styles, size = file.styles, page.size
    looks: dict[str, dict[str, Any]] = {
        "Normal": {"size": size},
        "Body Text": {"size": size, "align": WD_ALIGN_PARAGRAPH.JUSTIFY, "after": 6, "indent": 12.5},
        "Title": {"size": size + 1, "bold": True, "align": WD_ALIGN_PARAGRAPH.CENTER, "before": 12, "after": 6},
        "Subtitle": {"size": size, "bold": True, "align": WD_ALIGN_PARAGRAPH.CENTER, "after": 6},
        "Heading 1": {"size": size, "bold": True, "before": 12, "after": 6, "keep": True},
        "Heading 2": {"size": size, "bold": True, "before": 8, "after": 4, "keep": True},
    }
    for name, look in looks.items():
        _set_style(styles[name], **look, family=page.font)
    for name in ("Title", "Subtitle", "Heading 1", "Heading 2"):
        _remove_ornament(styles[name])


def add_missing_styles(file: Any, page: Page) -> None:
    """Styles of ours that a user's file may lack; those that it has stay as they are."""
    size, small = page.size, page.table_size
    own: dict[str, dict[str, Any]] = {
        STYLES[Style.STAMP]: {"size": size, "align": WD_ALIGN_PARAGRAPH.LEFT, "after": 3, "left": 90},
        STYLES[Style.ITEM]: {"size": size, "align": WD_ALIGN_PARAGRAPH.LEFT, "after": 3, "indent": 12.5},
        STYLES[Style.NOTE]: {"size": size - 1, "align": WD_ALIGN_PARAGRAPH.JUSTIFY, "before": 6, "after": 6},
        STYLES[Style.CAPTION]: {"size": size, "bold": True, "before": 8, "after": 4, "keep": True},
        CELL_STYLE: {"size": small, "align": WD_ALIGN_PARAGRAPH.LEFT, "after": 2},
        FIELD_STYLE: {"size": size - 1, "align": WD_ALIGN_PARAGRAPH.LEFT, "after": 2},
        SPACE_STYLE: {"size": 6},
    }
    known = {style.name for style in file.styles}
    for name, look in own.items():
        if name not in known:
            style = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style = file.styles["Normal"]
            _set_style(style, **look, family=page.font)
    if "Normal Table" not in known:
        file.styles.add_style("Normal Table", WD_STYLE_TYPE.TABLE)


def _set_style(
    style: Any,
    size: float,
    bold: bool = False,
    align: Any = None,
    before: float = 0,
    after: float = 0,
    indent: float = 0,
    left: float = 0,
    keep: bool = False,
    *,
    family: str,
) -> None:
    font, form = style.font, style.paragraph_format
    font.size, font.bold, font.italic, font.color.rgb = Pt(size), bold, False, RGBColor(0, 0, 0)
    _set_fonts(style, family)
    form.alignment = align
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), 1.0
    form.first_line_indent, form.left_indent = Mm(indent), Mm(left)
    form.keep_with_next, form.widow_control = keep, True


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
