"""The letters of a page of a PDF, line by line, in the order in which they are read.

pdfium tells them in the order of the file, with "\\r\\n" where a line ends and U+FFFE for a hyphen at the end of a line.
Where a font lacks Ұ, ғ or №, programs print these from another font after the rest of their line, and the file says
«Б ЙЫРАМЫН: Ұ». Letters of such a line are put in order by their places on the page.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2.raw as raw

LINE_END = "\r\n\ufffe\ufffd\x02"
UNREAD = "\ufffd"
SPACE = 0.15  # of the size of the print: a wider gap parts words
Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(frozen=True, slots=True)
class Printed:
    """A line of print; ``places[n]`` is the number on the page of ``text[n]``, of a space perhaps that of its neighbour."""

    text: str
    places: Sequence[int]
    hyphen: bool  # the line ends within a word


def read_printed(characters: Any) -> Iterator[Printed]:
    """The lines of a page's text, empty ones too."""
    text = _read_text(characters)
    in_disorder = _overlaps(characters)
    start = 0
    for end in [at for at, letter in enumerate(text) if letter in LINE_END] + [len(text)]:
        hyphen = end < len(text) and text[end] not in "\r\n"
        printed = Printed(text[start:end], range(start, end), hyphen)
        yield _put_in_order(characters, printed) if in_disorder else printed
        start = end + 1


def _read_text(characters: Any) -> str:
    text: str = characters.get_text_range()
    if len(text) == characters.count_chars():
        return text
    count = characters.count_chars()  # letters outside of the basic plane count twice there
    return "".join(characters.get_text_range(at, 1) or UNREAD for at in range(count))


def _overlaps(characters: Any) -> bool:
    """Whether some stretch of print goes back over the one before it on its line."""
    boxes: Iterator[Box] = (characters.get_rect(number) for number in range(characters.count_rects()))
    return any(_goes_back(before, box) for before, box in pairwise(boxes))


def _goes_back(before: Box, box: Box) -> bool:
    height = min(before[3] - before[1], box[3] - box[1])
    shared = min(before[3], box[3]) - max(before[1], box[1])
    return shared > 0.6 * height and box[0] < before[2] - 0.3 * height


def _put_in_order(characters: Any, line: Printed) -> Printed:
    """By what stands left of what; the spaces that pdfium supposed between letters far from each other are supposed anew."""
    kept = [at for at in line.places if not raw.FPDFText_IsGenerated(characters.raw, at)]
    lefts = {at: _find_left(characters, at) for at in kept}
    ordered = sorted(kept, key=lefts.__getitem__)
    if ordered == kept:
        return line
    letters = dict(zip(line.places, line.text, strict=True))
    text = ""
    places: list[int] = []
    edge = 0.0
    for at in ordered:
        gap = lefts[at] - edge
        if text and gap > SPACE * raw.FPDFText_GetFontSize(characters.raw, at) and not _is_space(text[-1], letters[at]):
            text += " "
            places.append(at)
        text += letters[at]
        places.append(at)
        edge = characters.get_charbox(at, loose=True)[2]
    return Printed(text, places, line.hyphen)


def _is_space(*letters: str) -> bool:
    return any(letter.isspace() for letter in letters)


def _find_left(characters: Any, at: int) -> float:
    left, foot = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(characters.raw, at, left, foot)
    return left.value
