""".html as the state legal database publishes it, and as browsers save it.

The act stands in one block of the page (<article> in the database): headings, <p> for points, <table>, and the
publisher's notes «Ескерту.» / «Сноска.», each a line of its own. Around it stand menus, search forms, scripts and
counters. The title is often a heading above that block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lxml import html

from sarapshy.acts.encoding import Decoded, decode
from sarapshy.acts.model import Source
from sarapshy.acts.readers.formats import MHTML_START
from sarapshy.acts.readers.lines import clean, write_row
from sarapshy.acts.readers.plain import describe
from sarapshy.errors import InputError

Element = Any
DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
DROPPED = {"script", "style", "noscript", "template", "head", "nav", "header", "footer", "aside", "button", "select",
           "input", "textarea", "svg", "iframe", "object", "video", "audio", "canvas", "map"}  # fmt: skip
BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "table", "blockquote",
          "pre", "section", "article", "main", "center", "address", "figure", "figcaption", "hr", "body", "html",
          "caption", "form", "details", "summary", "fieldset", "legend"}  # fmt: skip
# Furniture of a page that is marked by name only, not by its tag.
FURNITURE = re.compile(r"(?:^|[\s_-])(?:menu|nav|navbar|navigation|breadcrumbs?|sidebar|footer|toolbar|share|cookie|"
                       r"banner)(?=$|[\s_-])", re.IGNORECASE)  # fmt: skip
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
SPACE = re.compile(r"\s+")
MAIN_SHARE = 0.5  # a block that holds this much of the page's text is the act


def read(data: bytes, name: str) -> tuple[str, Source]:
    decoded = _decode(_find_page(data) if MHTML_START.match(data) else data)
    if decoded is None:
        raise InputError("reading.mismatch", name, claimed="html", found="binary")
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    root = html.document_fromstring(decoded.text.encode("utf-8", errors="replace"), parser=parser)
    _drop_furniture(root)
    lines = [line for block in _find_act(root) for line in _blocks(block)]
    return "\n".join(lines), Source("html", encoding=decoded.encoding, notes=describe(decoded))


def _find_page(letter: bytes) -> bytes:
    """Of a page that was saved as a letter the part that is the page."""
    from email import message_from_bytes

    for part in message_from_bytes(letter).walk():
        if part.get_content_type() == "text/html" and isinstance(page := part.get_payload(decode=True), bytes):
            return page
    return b""


def _decode(data: bytes) -> Decoded | None:
    """What the bytes say of themselves goes before what the page declares; a page may lie after being saved again."""
    decoded = decode(data)
    declared = DECLARED.search(data[:4096])
    if decoded is None or not decoded.guessed or declared is None:
        return decoded
    try:
        return replace(decoded, text=data.decode(declared[1].decode("ascii")), encoding=declared[1].decode().lower())
    except (UnicodeDecodeError, LookupError):
        return decoded


def _drop_furniture(root: Element) -> None:
    heading = next(root.iter("h1"), None)
    for element in list(root.iter()):
        if element.getparent() is not None and _is_furniture(element) and not _holds(element, heading):
            element.drop_tree()


def _is_furniture(element: Element) -> bool:
    if element.tag in DROPPED:
        return True
    names = f"{element.get('class', '')} {element.get('id', '')}"
    hidden = element.get("hidden") is not None or HIDDEN.search(element.get("style", ""))
    return bool(hidden or FURNITURE.search(names)) and element.tag not in ("body", "html", "article", "main")


def _holds(element: Element, heading: Element | None) -> bool:
    """The page's <header> is where the title of the act may stand."""
    return element.tag == "header" and heading is not None and element in heading.iterancestors()


def _find_act(root: Element) -> list[Element]:
    """The block with the act, and the page's heading where it stands outside; the whole page where none is."""
    body = next(root.iter("body"), root)
    whole = len(body.text_content())
    for tag in ("article", "main"):
        largest = max(root.iter(tag), key=lambda block: len(block.text_content()), default=None)
        if largest is not None and len(largest.text_content()) >= MAIN_SHARE * whole:
            heading = next(root.iter("h1"), None)
            inside = heading is None or largest in heading.iterancestors()
            return [largest] if inside else [heading, largest]
    return [body]


def _blocks(block: Element) -> Iterator[str]:
    """The lines of a block: text between the tags that begin a new line."""
    words: list[str] = []
    for piece in _pieces(block):
        if piece is None:
            yield from _end_line(words)
        elif isinstance(piece, str):
            words.append(piece)
        else:
            yield from _end_line(words)
            yield from _rows(piece)
    yield from _end_line(words)


def _end_line(words: list[str]) -> Iterator[str]:
    line = clean(SPACE.sub(" ", "".join(words)))
    words.clear()
    if line:
        yield line


def _pieces(element: Element) -> Iterator[str | Element | None]:
    """In order: text, None where a new line begins, or a table, which is read by rows."""
    if element.tag == "table":
        yield element
        return
    breaks = element.tag in BLOCKS
    if element.tag == "br" or breaks:
        yield None
    if element.text:
        yield element.text
    for inner in element:
        yield from _pieces(inner)
        if inner.tail:
            yield inner.tail
    if breaks:
        yield None


def _rows(table: Element) -> Iterator[str]:
    """A row of one cell is what stands in the cell: pages are laid out with such tables."""
    for caption in table.iterchildren("caption"):
        yield from _blocks(caption)
    carried: dict[int, int] = {}  # column -> rows that a cell above still reaches into
    for row in _own_rows(table):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        if len(cells) == 1 and not carried:
            yield from _blocks(cells[0])
            continue
        line = write_row(_place(cells, carried))
        if line:
            yield line


def _own_rows(table: Element) -> Iterator[Element]:
    for element in table:
        if element.tag == "tr":
            yield element
        elif element.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in element if row.tag == "tr")


def _place(cells: list[Element], carried: dict[int, int]) -> list[str]:
    """Cells in their columns; where a cell from above reaches down, the place stays empty."""
    placed: list[str] = []
    for cell in cells:
        while carried.get(len(placed), 0) > 0:
            carried[len(placed)] -= 1
            placed.append("")
        reach, width = _span(cell, "rowspan") - 1, _span(cell, "colspan")
        for offset in range(width):
            if reach:
                carried[len(placed)] = reach
            placed.append(" ".join(_blocks(cell)) if offset == 0 else "")
    for column in [column for column, rows in carried.items() if column >= len(placed) and rows > 0]:
        carried[column] -= 1
        placed.append("")
    for column in [column for column, rows in carried.items() if rows <= 0]:
        del carried[column]
    return placed


def _span(cell: Element, name: str) -> int:
    value = cell.get(name, "1").strip()
    return min(max(int(value), 1), 64) if value.isdecimal() and len(value) < 6 else 1
