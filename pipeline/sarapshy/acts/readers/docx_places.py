"""Where the letters of an act's text stand in its .docx: the element ``w:t`` and the place within it.

The text is what ``docx.py`` reads, and it reads here once more with a mark before and behind the words of each element:
so the marks come out in the order of the text, wherever notes, rows and content controls have put the words. Automatic
numbers, bars between cells and breaks are letters of the text that no element holds. Spaces are not counted: reading
joins and trims them.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from sarapshy.acts.readers.archive import Parts
from sarapshy.acts.readers.docx import Document
from sarapshy.acts.readers.lines import INVISIBLE, write_lines
from sarapshy.acts.readers.xml import Element
from sarapshy.errors import InputError

FIRST, DIGIT = 0xF0000, 60_000  # private letters of plane 15: no text has them, and two of them write a number
OPEN, CLOSE = "\U0010fffc", "\U0010fffd"


class Place(NamedTuple):
    """A letter: the number of its element in ``Places.elements``, and where it and its accents stand there."""

    element: int
    start: int
    end: int


@dataclass(slots=True)
class Places:
    """``offsets`` are those of the text's letters that an element holds, in order, ``places`` theirs."""

    root: Element
    part: str
    elements: list[Element]
    offsets: list[int] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)

    def between(self, start: int, end: int) -> list[Place]:
        return self.places[bisect_left(self.offsets, start) : bisect_left(self.offsets, end)]


_BLANK_ROW = re.compile(r"^[^\S\n]*(?:\|[^\S\n]*)+$", re.MULTILINE)  # Word documents are read without them


class _Letter(NamedTuple):
    letter: str
    start: int
    end: int


def find_places(parts: Parts, name: str, text: str) -> Places:
    """``text`` is the act's, as read from the same file. InputError where it is of another."""
    document = _Traced(parts, name)
    traced = write_lines(document.paragraphs())
    found = Places(document.root, document.main, document.elements)
    ours, theirs = _letters(_BLANK_ROW.sub(lambda row: " " * len(row[0]), text)), _letters(traced)
    element, inside = -1, iter(list[_Letter]())
    for sign in theirs:
        if sign.letter == OPEN:
            element = _number(next(theirs).letter, next(theirs).letter)
            inside = _letters(found.elements[element].text or "")
        elif sign.letter == CLOSE:
            element = -1
        else:
            told = next(ours, None)
            if told is None or told.letter != sign.letter:
                raise InputError("report.source_changed", name)
            if element >= 0:
                _, start, end = next(inside)
                found.offsets.append(told.start)
                found.places.append(Place(element, start, end))
    return found


class _Traced(Document):
    """A document whose words come out with the number of their element; elements that were tried and left are numbered
    too."""

    def __init__(self, parts: Parts, name: str) -> None:
        super().__init__(parts, name)
        self.elements: list[Element] = []

    def words(self, element: Element) -> str:
        words = super().words(element)
        if not INVISIBLE.sub("", words).strip():
            return words  # a mark would make an empty paragraph a full one
        number = len(self.elements)
        self.elements.append(element)
        return f"{OPEN}{chr(FIRST + number // DIGIT)}{chr(FIRST + number % DIGIT)}{words}{CLOSE}"


def _number(high: str, low: str) -> int:
    return (ord(high) - FIRST) * DIGIT + ord(low) - FIRST


def _letters(text: str) -> Iterator[_Letter]:
    for at, letter in enumerate(text):
        for part in _parts(letter):
            yield _Letter(part, at, at + 1)


@cache
def _parts(letter: str) -> str:
    """«й» may be one letter or two, so it is taken apart; nothing of a space and of what reading drops."""
    return "" if letter.isspace() or INVISIBLE.match(letter) else unicodedata.normalize("NFD", letter)
