"""Files made for the tests: small documents of every format, in our own words."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

OFFICE_FILES = Path(__file__).parent / "office"  # as LibreOffice 7.4 makes them of ``rules``
FONTS = Path("/usr/share/fonts/truetype")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = f'xmlns:w="{W}" xmlns:mc="{MC}" xmlns:m="{M}"'


def docx(body: str, **parts: str) -> bytes:
    """A .docx whose body is the XML given; ``numbering``, ``styles``, ``footnotes`` are the insides of those parts."""
    types = "".join(
        f'<Override PartName="/word/{stem}.xml" ContentType="{WORD_TYPE}.{kind}+xml"/>'
        for stem, kind in (("document", "document.main"), *((part, part) for part in parts))
    )
    members: dict[str, bytes | str] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/_rels/document.xml.rels": relations(**{stem: f"{stem}.xml" for stem in parts}),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
    }
    for stem, inner in parts.items():
        members[f"word/{stem}.xml"] = f"<w:{stem} {NAMESPACES}>{inner}</w:{stem}>"
    return archive_of(members)


def relations(**targets: str) -> str:
    inner = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text: str = "", number: tuple[int, int] | None = None, style: str = "", inner: str = "") -> str:
    """``number`` is (list, level); ``inner`` is XML after the text."""
    place = f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>' if number else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{place}</w:pPr>{run(text) if text else ''}{inner}</w:p>"


def level(index: int, form: str, template: str, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{template}"/></w:lvl>'
    )


def numbering(levels: str, *lists: str) -> str:
    """One description with its levels, and lists of it: the insides of w:num from number 1 on."""
    numbers = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/>{inner}</w:num>' for n, inner in enumerate(lists or ("",), 1)
    )
    return f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{numbers}'


def pdf(pages: list[list[tuple[float, float, str]]], font: str = "dejavu/DejaVuSerif.ttf", size: int = 12) -> bytes:
    """Pages of (x, y, text) lines on A4."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont("act", str(FONTS / font)))
    made = BytesIO()
    canvas = Canvas(made, pagesize=(595, 842))
    for page in pages:
        canvas.setFont("act", size)
        for x, y, text in page:
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def archive_of(members: dict[str, bytes | str]) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return packed.getvalue()


WORDS = {
    "kk": {
        "title": "Жатақханаға орналастыру қағидалары", "first": "Өтініш берілген күні тіркеледі", "second": "өтініш",
        "third": "анықтама", "fourth": "Комиссия бес жұмыс күні ішінде шешім қабылдайды", "kept": "Комиссия ",
        "hidden": "жасырын сөз ", "deleted": "он күнде ", "inserted": "он бес күнде ", "end": "жауап береді.",
        "noted": "Төлем қайтарылмайды", "note": "Мерзім демалыс күнінен кейін басталады.",
        "cells": ("Атауы", "Саны", "Бөлме", "2", "3", "Барлығы: бес"),
    },
    "ru": {
        "title": "Правила заселения в общежитие", "first": "Заявление регистрируется в день подачи", "second": "заявление",
        "third": "справка", "fourth": "Комиссия принимает решение в течение пяти рабочих дней", "kept": "Комиссия ",
        "hidden": "скрытое слово ", "deleted": "в десять дней ", "inserted": "в пятнадцать дней ", "end": "даёт ответ.",
        "noted": "Плата не возвращается", "note": "Срок начинается после выходного дня.",
        "cells": ("Название", "Число", "Комната", "2", "3", "Всего: пять"),
    },
}  # fmt: skip
BY = 'w:author="a" w:date="2024-01-01T00:00:00Z"'


def rules(language: str) -> bytes:
    """A .docx with what office programs do: lists, hidden and deleted words, a note and merged cells."""
    words = WORDS[language]
    levels = level(0, "decimal", "%1.") + level(1, "russianLower", "%2)")
    listed = (("first", 0), ("second", 1), ("third", 1), ("fourth", 0))
    body = paragraph(words["title"]) + "".join(paragraph(words[key], number=(1, depth)) for key, depth in listed)
    body += paragraph(inner=_changed(words)) + _noted(words["noted"]) + _table(words["cells"])
    numbers = numbering(levels)
    return docx(body + paragraph(words["end"]), numbering=numbers, footnotes=_note(words["note"]))


def _changed(words: dict[str, Any]) -> str:
    deleted = f'<w:del w:id="1" {BY}><w:r><w:delText xml:space="preserve">{words["deleted"]}</w:delText></w:r></w:del>'
    inserted = f'<w:ins w:id="2" {BY}>{run(words["inserted"])}</w:ins>'
    return run(words["kept"]) + run(words["hidden"], "<w:vanish/>") + deleted + inserted + run(words["end"])


def _noted(text: str) -> str:
    return paragraph(inner=f'{run(text)}<w:r><w:footnoteReference w:id="2"/></w:r>{run(".")}')


def _note(text: str) -> str:
    marks = (("separator", 0), ("continuationSeparator", 1))
    lines = "".join(f'<w:footnote w:id="{n}" w:type="{kind}"><w:p/></w:footnote>' for kind, n in marks)
    return f'{lines}<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>{run(text)}</w:p></w:footnote>'


def _table(cells: tuple[str, ...]) -> str:
    """A cell over two rows, one over two columns, and a row of one cell."""
    name, count, room, two, three, total = cells
    grid = "<w:tblGrid>" + '<w:gridCol w:w="1800"/>' * 3 + "</w:tblGrid>"
    rows = (
        _cell(name, '<w:vMerge w:val="restart"/>') + _cell(count, '<w:gridSpan w:val="2"/>'),
        _cell("", "<w:vMerge/>") + _cell(two) + _cell(three),
        _cell(room) + _cell("") + _cell(two),
        _cell(total, '<w:gridSpan w:val="3"/>'),
    )
    return f"<w:tbl>{grid}{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def _cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"
