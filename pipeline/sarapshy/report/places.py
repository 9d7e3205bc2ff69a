"""Lines and columns of an act's text, for programs that count so.

«2. Комиссия … құқылы.» at offset 412 is line 9, column 4: both count from 1, a column counts Unicode characters. In a
text file these are the lines an editor shows; of a .docx or .pdf they are lines of the text as read.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple


class Place(NamedTuple):
    line: int
    column: int


class Lines:
    """The line starts of one text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(at + 1 for at, letter in enumerate(text) if letter == "\n")]

    def place(self, offset: int) -> Place:
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)
