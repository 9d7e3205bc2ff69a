"""Remarks in a .pdf: the words are highlighted, the remark is the note of the highlight.

The text of a PDF is put together from lines (``layout.py``), so words are looked for anew on their page, without spaces
and without the hyphens of line ends. Where they cannot be found (a scan, a table that was turned into rows) a note with
the words stands in the margin of the page. pdfium adds to the file and rewrites nothing of it.
"""

from __future__ import annotations

import ctypes
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from sarapshy.acts.readers.layout import HYPHENS
from sarapshy.acts.readers.lines import INVISIBLE
from sarapshy.acts.readers.pdf_letters import UNREAD, Printed, read_printed
from sarapshy.report.remarks import Author, Remark

YELLOW = (255, 236, 150)
MARGIN, STEP, SIZE = 12.0, 26.0, 20.0  # points: where notes stand, one below the other
Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(frozen=True, slots=True)
class _Letters:
    """The letters of a page as they are read, without spaces and hyphens: of each its number on the page and its line."""

    text: str
    places: tuple[int, ...]
    lines: tuple[Printed, ...]

    def find(self, words: str, near: float) -> range | None:
        """Which letters the words are: of several places, those nearest to a share of the page."""
        found, at = [], self.text.find(words) if words else -1
        while at >= 0:
            found.append(at)
            at = self.text.find(words, at + 1)
        if not found:
            return None
        best = min(found, key=lambda each: abs(each - near * len(self.text)))
        return range(best, best + len(words))


def note_pdf(data: bytes, text: str, pages: Sequence[int], remarks: Sequence[Remark], author: Author) -> bytes:
    """The file with the remarks; ``pages`` are the offsets at which its pages begin in ``text``."""
    document = pdfium.PdfDocument(data)
    try:
        for number, own in _group(text, pages, remarks).items():
            _note_page(document[number], own, author)
        packed = BytesIO()
        document.save(packed, flags=raw.FPDF_INCREMENTAL)
        return packed.getvalue()
    finally:
        document.close()


@dataclass(frozen=True, slots=True)
class _Part:
    """What of a remark's words stands on one page; ``near`` is about how far down."""

    remark: Remark
    words: str
    near: float
    goes_on: bool


def _group(text: str, pages: Sequence[int], remarks: Sequence[Remark]) -> dict[int, list[_Part]]:
    """The parts by page: words that run over a page's end are in two."""
    starts = list(pages) or [0]
    ends = [*starts[1:], len(text)]
    found: dict[int, list[_Part]] = {}
    for remark in remarks:
        first = max(0, bisect_right(starts, remark.start) - 1)
        for number in range(first, len(starts)):
            start, end = max(remark.start, starts[number]), min(remark.end, ends[number])
            if number > first and start >= end:
                break
            near = (start - starts[number]) / max(1, ends[number] - starts[number])
            found.setdefault(number, []).append(_Part(remark, squeeze(text[start:end]), near, number > first))
    return found


def squeeze(text: str) -> str:
    return "".join(letter for letter in text if _counts(letter))


def _counts(letter: str) -> bool:
    return not letter.isspace() and letter not in HYPHENS and letter not in f"{UNREAD}|" and not INVISIBLE.match(letter)


def _note_page(page: Any, parts: Sequence[_Part], author: Author) -> None:
    characters = page.get_textpage()
    try:
        letters = _read_letters(characters)
        beside = 0
        for part in parts:
            found = letters.find(part.words, part.near)
            if found:
                _highlight(page, list(_boxes(characters, letters, found)), part.remark, author)
            elif not part.goes_on:
                _put_note(page, beside, part.remark, author)
                beside += 1
    finally:
        characters.close()
        page.close()


def _read_letters(characters: Any) -> _Letters:
    kept = [
        (letter, place, line)
        for line in read_printed(characters)
        for letter, place in zip(line.text, line.places, strict=True)
        if _counts(letter)
    ]
    letters, places, lines = zip(*kept, strict=True) if kept else ((), (), ())
    return _Letters("".join(letters), places, lines)


def _boxes(characters: Any, letters: _Letters, found: range) -> Iterator[Box]:
    """A box a line, as high as the line."""
    for _, group in groupby(found, key=lambda at: id(letters.lines[at])):
        own = list(group)
        words = list(_find_boxes(characters, [letters.places[at] for at in own]))
        if words:
            left, _, right, _ = _around(words)
            _, bottom, _, top = _around(list(_find_boxes(characters, letters.lines[own[0]].places)))
            yield left, bottom, right, top


def _find_boxes(characters: Any, places: Iterable[int]) -> Iterator[Box]:
    """Of letters of one line; those that follow each other in the file are asked for at once."""
    for _, group in groupby(enumerate(sorted(set(places))), key=lambda numbered: numbered[1] - numbered[0]):
        stretch = [place for _, place in group]
        for number in range(characters.count_rects(stretch[0], len(stretch))):
            yield characters.get_rect(number)


def _highlight(page: Any, boxes: Sequence[Box], remark: Remark, author: Author) -> None:
    note = _add(page, raw.FPDF_ANNOT_HIGHLIGHT, _around(boxes), remark, author)
    for left, bottom, right, top in boxes:
        quad = raw.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
        raw.FPDFAnnot_AppendAttachmentPoints(note, quad)
    raw.FPDFPage_CloseAnnot(note)


def _put_note(page: Any, number: int, remark: Remark, author: Author) -> None:
    top = page.get_height() - MARGIN - number * STEP % max(STEP, page.get_height() - 2 * MARGIN)
    raw.FPDFPage_CloseAnnot(_add(page, raw.FPDF_ANNOT_TEXT, (MARGIN, top - SIZE, MARGIN + SIZE, top), remark, author))


def _add(page: Any, kind: int, box: Box, remark: Remark, author: Author) -> Any:
    note = raw.FPDFPage_CreateAnnot(page.raw, kind)
    left, bottom, right, top = box
    raw.FPDFAnnot_SetRect(note, raw.FS_RECTF(left, top, right, bottom))
    raw.FPDFAnnot_SetColor(note, raw.FPDFANNOT_COLORTYPE_Color, *YELLOW, 255)
    raw.FPDFAnnot_SetFlags(note, raw.FPDF_ANNOT_FLAG_PRINT)
    _say(note, b"Contents", "\n".join(remark.paragraphs))
    _say(note, b"T", author.name)
    _say(note, b"M", author.at.strftime("D:%Y%m%d%H%M%SZ"))
    return note


def _say(note: Any, key: bytes, text: str) -> None:
    encoded = (text + "\0").encode("utf-16-le", errors="replace")
    raw.FPDFAnnot_SetStringValue(
        note, key, ctypes.cast(ctypes.create_string_buffer(encoded), ctypes.POINTER(raw.FPDF_WCHAR))
    )


def _around(boxes: Sequence[Box]) -> Box:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)
