""".docx: the paragraphs, rows and notes of ``word/document.xml``, as the page shows them.

What a reader of the page does not see is not read: deleted and moved-away text, hidden text, field codes, headers and
footers. What he sees and the XML does not hold as text is put in: automatic numbers («12.», «б)»), footnotes after
their paragraph. A text box stands in the XML twice, once for new Word and once for old; it is read once.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from sarapshy.acts.model import Source
from sarapshy.acts.readers.archive import Parts, read_parts
from sarapshy.acts.readers.lines import Run, write_lines, write_note, write_row
from sarapshy.acts.readers.numbering import BULLET, Numbering
from sarapshy.acts.readers.xml import Element, attribute, child, is_on, local, parse_xml
from sarapshy.errors import InputError

DROPPED = {"del", "moveFrom", "pPr", "rPr", "instrText", "delText", "delInstrText", "sdtPr", "sdtEndPr", "tblPr",
           "tblGrid", "trPr", "tcPr", "annotationRef", "rt"}  # fmt: skip
SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
PRIVATE_USE = range(0xE000, 0xF900)


def read(data: bytes, name: str) -> tuple[str, Source]:
    return write_lines(Document(read_parts(data, name), name).paragraphs()), Source("docx")


class Document:
    """A document being read from top to bottom: numbers and notes depend on what has come before."""

    def __init__(self, parts: Parts, name: str) -> None:
        self._parts, self._name = parts, name
        self.main = self._find_main()
        self.root = self._open_part(self.main)
        self._numbering = Numbering(self._open("numbering"), self._open("styles"))
        self._notes: dict[str, dict[str, Element]] = {}
        self._noted = 0

    def paragraphs(self) -> Iterator[str]:
        body = child(self.root, "body")
        if body is None:
            raise InputError("reading.damaged", self._name, format="docx", detail=f"{self.main}: no w:body")
        yield from self._blocks(body)

    def _find_main(self) -> str:
        """The relations of the package name the main part; nearly always ``word/document.xml``."""
        relations = self._parts.read("_rels/.rels")
        for relation in parse_xml(relations, self._name) if relations else ():
            if (attribute(relation, "Type") or "").endswith("/officeDocument"):
                return (attribute(relation, "Target") or "").lstrip("/")
        return "word/document.xml"

    def _open(self, stem: str) -> Element | None:
        part = posixpath.join(posixpath.dirname(self.main), f"{stem}.xml")
        data = self._parts.read(part)
        return parse_xml(data, self._name) if data else None

    def _open_part(self, part: str) -> Element:
        data = self._parts.read(part)
        if not data:
            raise InputError("reading.damaged", self._name, format="docx", detail=f"{part}: missing")
        return parse_xml(data, self._name)

    def _blocks(self, parent: Element) -> Iterator[str]:
        """Paragraphs and rows of the body, of a cell, of a text box or of a note."""
        held = ""  # a paragraph whose mark is deleted runs on into the next
        for element in _unwrap(parent):
            kind = local(element)
            if kind == "p":
                run = Run()
                self._read_inline(element, run)
                label = "" if held else self._number(element, run.text)
                held += label + run.text
                if not _is_deleted(child(element, "pPr", "rPr")):
                    yield held
                    held = ""
                yield from run.after
            elif kind == "tbl":
                yield from self._rows(element)
        if held:
            yield held

    def _number(self, paragraph: Element, text: str) -> str:
        """Word numbers an empty paragraph too, and the next one counts on."""
        label = self._numbering.label(paragraph)
        return label if text.strip() else ""

    def _rows(self, table: Element) -> Iterator[str]:
        for row in _unwrap(table):
            if local(row) == "tr" and not _is_deleted(child(row, "trPr")):
                yield from self._row(row)

    def _row(self, row: Element) -> Iterator[str]:
        cells = [cell for cell in _unwrap(row) if local(cell) == "tc"]
        texts = ["\n".join(self._blocks(cell)) for cell in cells]
        placed: list[str] = []
        for cell, text in zip(cells, texts, strict=True):
            placed.append("" if _continues(cell) else text)
            placed.extend([""] * (_span(cell) - 1))
        if len(cells) == 1:
            yield texts[0]
        else:
            yield write_row(placed)

    def _read_inline(self, parent: Element, run: Run) -> None:
        for element in parent:
            kind = local(element)
            if kind in DROPPED or (kind == "r" and _is_hidden(element)):
                continue
            if kind == "t":
                run.text += self.words(element)
            elif kind in SIGNS:
                run.text += SIGNS[kind] if attribute(element, "type") not in ("page", "column") else "\n"
            elif kind == "sym":
                run.text += _symbol(element)
            elif kind in NOTES:
                run.after.append(self._note(NOTES[kind], attribute(element, "id")))
            elif kind == "txbxContent":
                run.after.extend(self._blocks(element))
            elif kind == "AlternateContent":
                self._read_alternate(element, run)
            else:
                self._read_inline(element, run)

    def words(self, element: Element) -> str:
        """What an element ``w:t`` adds to its paragraph."""
        return element.text or ""

    def _read_alternate(self, element: Element, run: Run) -> None:
        """The first choice that holds any text; the fallback says the same for older programs."""
        for choice in element:
            tried = Run()
            self._read_inline(choice, tried)
            if tried.text.strip() or tried.after:
                run.text += tried.text
                run.after.extend(tried.after)
                return

    def _note(self, stem: str, identifier: str | None) -> str:
        if stem not in self._notes:
            root = self._open(stem)
            self._notes[stem] = {attribute(note, "id") or "": note for note in root} if root is not None else {}
        note = self._notes[stem].get(identifier or "")
        if note is None:
            return ""
        self._noted += 1
        return write_note(self._noted, self._blocks(note))


def _unwrap(parent: Element) -> Iterator[Element]:
    """The blocks of a parent, out of content controls, custom XML and accepted insertions."""
    for element in parent:
        kind = local(element)
        if kind in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"):
            yield from _unwrap(element)
        elif kind == "AlternateContent":
            chosen = child(element, "Choice")
            yield from _unwrap(chosen if chosen is not None else element)
        elif kind not in DROPPED:
            yield element


def _is_deleted(properties: Element | None) -> bool:
    return child(properties, "del") is not None or child(properties, "moveFrom") is not None


def _is_hidden(run: Element) -> bool:
    return is_on(child(run, "rPr", "vanish"))


def _continues(cell: Element) -> bool:
    """A cell merged with the one above: its text is there already."""
    merged = child(cell, "tcPr", "vMerge")
    return merged is not None and attribute(merged, "val") != "restart"


def _span(cell: Element) -> int:
    value = attribute(child(cell, "tcPr", "gridSpan"), "val") or "1"
    return min(max(int(value), 1), 64) if value.isdecimal() else 1


def _symbol(element: Element) -> str:
    """A sign by its code in a font; Symbol and Wingdings have theirs in the private area."""
    code = int(attribute(element, "char") or "2022", 16)
    return BULLET if code in PRIVATE_USE or not 0x20 <= code < 0x110000 else chr(code)
