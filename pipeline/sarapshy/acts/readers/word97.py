""".doc of Word 97 to 2003, through antiword, or LibreOffice where antiword is absent or not enough.

antiword has two outputs, and each lacks something. Its DocBook has tables by rows and cells, but glues the lines of a
paragraph («Бұйрық» / «бекітілсін» becomes «Бұйрықбекітілсін»); its plain text keeps the lines, but draws tables with
"|" and breaks the words of narrow cells. So paragraphs are taken from DocBook with their lines found in the text.
Neither gives automatic numbers: a file that has lists goes to LibreOffice, and without LibreOffice the report notes
that numbers may be missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree

from sarapshy.acts.model import Source
from sarapshy.acts.readers import docx, office
from sarapshy.acts.readers.lines import write_lines, write_row
from sarapshy.acts.readers.programs import find_program, missing, run
from sarapshy.acts.readers.xml import Element, local
from sarapshy.errors import InputError

SECONDS = 60
LISTS = {"orderedlist", "itemizedlist"}
PARAGRAPHS = {"para", "title"}
DROPPED = {"bookinfo"}
ENCRYPTED_FLAG = 0x01  # in the byte at 0x0B of the WordDocument stream


def read(data: bytes, name: str) -> tuple[str, Source]:
    if _is_encrypted(data):
        raise InputError("reading.encrypted", name)
    if find_program("antiword") is None:
        return _read_office(data, name)
    try:
        book, lines = _run_antiword(data, name)
    except InputError:
        if not office.is_there():
            raise
        return _read_office(data, name)
    numbered = any(local(element) in LISTS for element in book.iter())
    if numbered and office.is_there():
        return _read_office(data, name)
    notes = (("reading.note_numbers", ()),) if numbered else ()
    return write_lines(restore_lines(_paragraphs(book), lines)), Source("doc", notes=notes)


def _is_encrypted(data: bytes) -> bool:
    """The stream begins with EC A5 at a sector's start; its flags tell whether the rest is readable."""
    at = next((i for i in range(512, min(len(data), 1 << 20), 512) if data[i : i + 2] == b"\xec\xa5"), None)
    return at is not None and at + 11 < len(data) and bool(data[at + 11] & ENCRYPTED_FLAG)


def _read_office(data: bytes, name: str) -> tuple[str, Source]:
    if not office.is_there():
        raise missing(name, "antiword", "soffice")
    return docx.read(office.convert(data, name), name)[0], Source("doc")


def _run_antiword(data: bytes, name: str) -> tuple[Element, list[str]]:
    """The DocBook tree, and the lines of the plain text that are not drawn tables."""
    with TemporaryDirectory(prefix="sarapshy-") as folder:
        path = Path(folder, "act.doc")
        path.write_bytes(data)
        output = run(["antiword", "-x", "db", path], name, SECONDS)
        text = run(["antiword", "-m", "UTF-8.txt", "-w", "0", path], name, SECONDS).decode("utf-8", errors="replace")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    book = etree.fromstring(output, parser)
    if book is None:
        raise InputError("reading.damaged", name, format="doc", detail="antiword")
    return book, [line for line in text.split("\n") if line.strip() and not line.startswith("|")]


def restore_lines(paragraphs: Iterable[str], lines: Sequence[str]) -> Iterator[str]:
    """Each paragraph as the lines it has in the text; as it is where the text does not have it next."""
    at = 0
    for paragraph in paragraphs:
        wanted, taken = _squeeze(paragraph), at
        while wanted and taken < len(lines) and wanted.startswith(squeezed := _squeeze(lines[taken])):
            wanted, taken = wanted[len(squeezed) :], taken + 1
        if wanted or taken == at:
            yield paragraph
        else:
            yield "\n".join(lines[at:taken])
            at = taken


def _squeeze(text: str) -> str:
    return "".join(text.split())


def _paragraphs(parent: Element) -> Iterator[str]:
    for element in parent:
        kind = local(element)
        if kind in DROPPED or (kind == "title" and local(parent) == "book"):
            continue
        if kind in PARAGRAPHS:
            yield from _paragraph(element)
        elif kind == "row":
            yield write_row(["".join(entry.itertext()) for entry in element if local(entry) == "entry"])
        else:
            yield from _paragraphs(element)


def _paragraph(element: Element) -> Iterator[str]:
    """A table stands inside a paragraph of its own."""
    if any(local(inner) == "informaltable" for inner in element):
        yield from _paragraphs(element)
    else:
        yield "".join(element.itertext())
