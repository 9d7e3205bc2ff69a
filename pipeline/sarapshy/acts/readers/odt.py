""".odt: the paragraphs, rows and notes of ``content.xml``, as the page shows them.

Deleted text stands apart from the text in ``text:tracked-changes`` and is not read; nor are hidden text, remarks, headers
and footers (these are in ``styles.xml``). Numbers of lists and headings are put in, footnotes and text boxes come after
their paragraph. Spaces of the XML count as one each; further ones are ``<text:s text:c="4"/>``. A formula is a part
of its own, of MathML.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from sarapshy.acts.model import Source
from sarapshy.acts.readers.archive import Parts, read_parts
from sarapshy.acts.readers.lines import Run, write_lines, write_note, write_row
from sarapshy.acts.readers.odt_lists import ListPlace, Lists
from sarapshy.acts.readers.xml import Element, attribute, child, local, parse_xml
from sarapshy.errors import InputError

DROPPED = {"tracked-changes", "annotation", "annotation-end", "note-citation", "ruby-text", "title", "desc", "script",
           "event-listeners", "forms", "binary-data", "sequence-decls", "variable-decls", "user-field-decls",
           "dde-connection-decls", "meta"}  # fmt: skip
WRAPPERS = {"section", "index-body", "index-title", "table-of-content", "illustration-index", "table-index",
            "object-index", "user-index", "alphabetical-index", "bibliography"}  # fmt: skip
ROW_GROUPS = {"table-header-rows", "table-rows", "table-row-group"}
SHAPES = {"text-box", "custom-shape", "rect", "ellipse", "line", "polygon", "path", "caption"}
SPACE = re.compile(r"[ \t\r\n]+")
WIDEST = 64  # repeated spaces and columns
REPEATED = 1000  # letters
NO_BREAK_HYPHEN = "\u2011"  # Word's own sign becomes "-" in a .docx


def read(data: bytes, name: str) -> tuple[str, Source]:
    parts = read_parts(data, name)
    if b"encryption-data" in (parts.read("META-INF/manifest.xml") or b""):
        raise InputError("reading.encrypted", name)
    return write_lines(Document(parts, name).paragraphs()), Source("odt")


class Document:
    """A document being read from top to bottom: numbers and notes depend on what has come before."""

    def __init__(self, parts: Parts, name: str) -> None:
        self._parts, self._name = parts, name
        content, styles = self._open("content.xml"), self._open("styles.xml")
        if content is None:
            raise InputError("reading.damaged", name, format="odt", detail="content.xml: missing")
        self._body = child(content, "body")
        roots = [root for root in (styles, content) if root is not None]
        self._lists, self._styles = Lists(roots), Styles(roots)
        self._noted = 0

    def paragraphs(self) -> Iterator[str]:
        text = child(self._body, "text")
        if text is None:
            kind = local(self._body[0]) if self._body is not None and len(self._body) else "odf"
            raise InputError("reading.unknown_format", self._name, found=kind)
        yield from self._blocks(text)

    def _open(self, part: str) -> Element | None:
        data = self._parts.read(part)
        return parse_xml(data, self._name) if data else None

    def _blocks(self, parent: Element) -> Iterator[str]:
        for element in parent:
            kind = local(element)
            if kind in ("p", "h"):
                yield from self._paragraph(element, self._label(element) if kind == "h" else "")
            elif kind == "list":
                yield from self._list(element, self._lists.begin(element))
            elif kind == "table":
                yield from self._rows(element)
            elif kind in WRAPPERS and not _is_undisplayed(element):
                yield from self._blocks(element)
            elif kind not in DROPPED:
                run = Run()
                self._read_shape(element, run)
                yield from run.after

    def _label(self, heading: Element) -> str:
        if self._styles.is_unnumbered(attribute(heading, "style-name")):
            return ""
        return self._lists.label_heading(heading)

    def _paragraph(self, element: Element, label: str) -> Iterator[str]:
        if self._is_hidden(element):
            return
        run = Run()
        self._read_inline(element, run)
        yield label + run.text.lstrip(" ") if run.text.strip() else run.text
        yield from run.after

    def _list(self, element: Element, place: ListPlace) -> Iterator[str]:
        """Of an item the first paragraph bears the number; an item that begins with a list has none of its own."""
        for item in element:
            numbered = local(item) == "list-item" and len(item) > 0 and local(item[0]) in ("p", "h")
            label = place.label(item) if numbered else ""
            for block in item:
                kind = local(block)
                if kind in ("p", "h"):
                    yield from self._paragraph(block, label)
                elif kind == "list":
                    yield from self._list(block, place.within(block))
                label = ""

    def _rows(self, table: Element) -> Iterator[str]:
        for row in table:
            kind = local(row)
            if kind in ROW_GROUPS:
                yield from self._rows(row)
            elif kind == "table-row":
                yield self._row(row)

    def _row(self, row: Element) -> str:
        """A cell that another covers keeps its place; one that covers the whole row is what stands in it."""
        cells = [cell for cell in row if local(cell) in ("table-cell", "covered-table-cell")]
        placed = [text for cell in cells for text in self._cell(cell)]
        widest = _span(cells[0], "number-columns-spanned") if cells else 0
        return placed[0] if len(placed) == widest else write_row(placed)

    def _cell(self, cell: Element) -> list[str]:
        """A cell may be said to stand several times over; a long one is not, for that would be a bomb."""
        text = "" if local(cell) == "covered-table-cell" else "\n".join(self._blocks(cell))
        times = _span(cell, "number-columns-repeated")
        return [text] * times if len(text) < REPEATED else [text]

    def _read_inline(self, parent: Element, run: Run) -> None:
        run.text += _words(parent.text)
        for element in parent:
            self._read_element(element, run)
            run.text += _words(element.tail)

    def _read_element(self, element: Element, run: Run) -> None:
        kind = local(element)
        if kind in DROPPED or self._is_hidden(element):
            return
        if kind == "s":
            run.text += " " * _span(element, "c")
        elif kind == "tab":
            run.text += "\t"
        elif kind == "line-break":
            run.text += "\n"
        elif kind == "note":
            run.after.append(self._note(element))
        elif kind == "frame" or kind in SHAPES:
            self._read_shape(element, run)
        else:
            self._read_inline(element, run)

    def _note(self, element: Element) -> str:
        self._noted += 1
        number, body = self._noted, child(element, "note-body")
        return write_note(number, self._blocks(body) if body is not None else ())

    def _read_shape(self, element: Element, run: Run) -> None:
        """A text box or the shape that holds text; of a frame with a formula its letters."""
        if local(element) in SHAPES:
            run.after.extend(self._blocks(element))
            return
        for inner in element:
            kind = local(inner)
            if kind == "object":
                run.text += self._formula(attribute(inner, "href") or "")
            elif kind not in DROPPED:
                self._read_shape(inner, run)

    def _formula(self, reference: str) -> str:
        root = self._open(posixpath.normpath(posixpath.join(reference, "content.xml")))
        if root is None or local(root) != "math":
            return ""
        return "".join((sign.text or "").strip() for sign in root.iter() if local(sign) in ("mi", "mn", "mo", "mtext"))

    def _is_hidden(self, element: Element) -> bool:
        return self._styles.is_hidden(attribute(element, "style-name")) or attribute(element, "is-hidden") == "true"


class Styles:
    """What a style, or one that it is based on, says of showing and of numbering."""

    def __init__(self, roots: list[Element]) -> None:
        self._above: dict[str, str | None] = {}
        self._display: dict[str, str] = {}
        self._lists: dict[str, str] = {}
        for style in (element for root in roots for element in root.iter() if local(element) == "style"):
            name = attribute(style, "name") or ""
            self._above[name] = attribute(style, "parent-style-name")
            _keep(self._display, name, attribute(child(style, "text-properties"), "display"))
            _keep(self._lists, name, attribute(style, "list-style-name"))

    def is_hidden(self, style: str | None) -> bool:
        return self._find(style, self._display) == "none"

    def is_unnumbered(self, style: str | None) -> bool:
        """A heading that says so: the name of its list is empty."""
        return self._find(style, self._lists) == ""

    def _find(self, style: str | None, told: dict[str, str]) -> str | None:
        seen: set[str] = set()
        while style is not None and style not in seen:
            if style in told:
                return told[style]
            seen.add(style)
            style = self._above.get(style)
        return None


def _keep(told: dict[str, str], name: str, value: str | None) -> None:
    if value is not None:
        told[name] = value


def _is_undisplayed(section: Element) -> bool:
    return attribute(section, "display") == "none"


def _words(text: str | None) -> str:
    return SPACE.sub(" ", text).replace(NO_BREAK_HYPHEN, "-") if text else ""


def _span(element: Element, name: str) -> int:
    value = attribute(element, name) or "1"
    return min(max(int(value), 1), WIDEST) if value.isdecimal() and len(value) < 7 else 1
