"""Paragraphs cut where quoted new wording begins and ends, each with the mark it opens with.

«5-тармақ мынадай редакцияда жазылсын:» / «"5. Кеңес …";» are two pieces, the second within new wording and without its
quotation marks; in a text of one line they are two pieces as well.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from sarapshy.acts.amendments import Wording
from sarapshy.acts.headings import Mark, find_glued_heading, match_mark
from sarapshy.acts.lines import Line

_SAYING = re.compile(r"\w")
_GLUED = 700  # longest title that a heading may be glued to


class Piece(NamedTuple):
    """A paragraph or a part of one, all within or all without quoted new wording (``wording`` is its position)."""

    start: int
    end: int
    gap: bool
    wording: int | None
    mark: Mark | None


def says_something(plain: str, start: int, end: int) -> bool:
    """Whether there is a letter, a digit or a blank to fill in; an empty row or a stray colon says nothing."""
    return _SAYING.search(plain, start, end) is not None


def cut_pieces(plain: str, lines: list[Line], wordings: list[Wording]) -> list[Piece]:
    """Paragraphs, cut where quoted new wording begins and ends; quotation marks stay out."""
    pieces: list[Piece] = []
    at = 0
    for line in lines:
        start = line.start
        while start < line.end:
            while at < len(wordings) and wordings[at].close <= start:
                at += 1
            current = wordings[at] if at < len(wordings) else None
            if current is None or current.open >= line.end:
                _cut(plain, pieces, start, line.end, line.gap, None)
                break
            if start < current.open:
                lead = max(start, current.lead)
                _cut(plain, pieces, start, lead, line.gap, None)
                _cut(plain, pieces, lead, current.open, line.gap, None)
                start = current.open
                continue
            _cut(plain, pieces, max(start, current.start), min(current.end, line.end), line.gap, at)
            start = max(start + 1, min(current.close, line.end)) if current.close <= line.end else line.end
    return pieces


def _cut(plain: str, pieces: list[Piece], start: int, end: int, gap: bool, wording: int | None) -> None:
    while start < end and (plain[start].isspace() or plain[start] in "\ufeff\u200b"):
        start += 1
    while end > start and plain[end - 1].isspace():
        end -= 1
    if start >= end:
        return
    mark = match_mark(plain, start, end)
    if mark is None and wording is None and end - start < _GLUED:
        glued = find_glued_heading(plain, start, end)
        if glued is not None:
            _cut(plain, pieces, start, glued.start, gap, None)
            pieces.append(Piece(glued.start, end, True, None, glued))
            return
    pieces.append(Piece(start, end, gap, wording, mark))
