"""An act that is no Word document, as one: a line is a paragraph, rows of a table are a table.

Remarks on a .txt, .html, .doc or .rtf are put into this: its text is that of the act, letter for letter.
"""

from __future__ import annotations

from io import BytesIO
from itertools import groupby
from typing import Any

from sarapshy.acts.readers.lines import CELL, split_lines
from sarapshy.extras import want
from sarapshy.report.plain import fit_xml

FONT, SIZE = "Times New Roman", 12  # the font of acts, which has all Kazakh letters in Word
MARGINS = (20, 15, 20, 30)  # millimetres: top, right, bottom, left


def write_text(text: str, name: str) -> bytes:
    """The .docx. InputError where python-docx is not installed."""
    document = want("docx", "documents", name).Document()
    drop_effects(document)
    _lay_out(document)
    rows = (line for line in text.split("\n"))
    for width, lines in groupby(rows, lambda line: line.count(CELL)):
        if width:
            _add_table(document, list(lines), width + 1)
        else:
            for line in lines:
                for part in split_lines(line):
                    document.add_paragraph(fit_xml(part))
    packed = BytesIO()
    document.save(packed)
    return packed.getvalue()


def _lay_out(document: Any) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(SIZE)
    style.element.rPr.rFonts.set(qn("w:cs"), FONT)
    style.paragraph_format.space_after = Pt(4)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    sides = ("top_margin", "right_margin", "bottom_margin", "left_margin")
    for side, width in zip(sides, MARGINS, strict=True):
        setattr(section, side, Mm(width))


def drop_effects(file: Any) -> None:
    """The styles a second time, as Word 2010 kept them: of python-docx's own styles, and Word repairs a file in which the
    two differ."""
    relations = file.part.rels
    for name in [name for name, relation in relations.items() if relation.reltype.endswith("/stylesWithEffects")]:
        del relations[name]


def _add_table(document: Any, rows: list[str], width: int) -> None:
    table = document.add_table(0, width, style="Table Grid")
    for row in rows:
        cells = table.add_row().cells
        for cell, words in zip(cells, row.split(CELL), strict=True):
            cell.text = fit_xml(words.strip())
