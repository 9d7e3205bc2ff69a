"""Paragraphs of a text, as spans.

«1. Комиссия құрылады.» and the next line are two paragraphs where the reader gave a paragraph a line. Old acts and the
text layer of a PDF are broken at the width of a page instead: there «…в порядке, установленном статьей» and «8 настоящего
Закона» are one paragraph, told by how the lines end, how they begin and whether they are set in.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from sarapshy.acts.headings import begins_unit

_LINE = re.compile(r"[^\s\ufeff\u200b](?:[^\n]*[^\s\ufeff\u200b])?")
_PLAIN = {"i": "і", "I": "І", "\xa0": " ", "\u202f": " ", "\u2011": "-", "\u2010": "-"}
_ENDS = frozenset('.;:!?»”"')
_SAMPLE = 400  # lines that tell how a text is broken
_WIDE = 170
_NARROW = 40  # mean length below which lines are items of a list, not broken paragraphs


class Line(NamedTuple):
    """``gap``: a blank line stands above it, or nothing does."""

    start: int
    end: int
    gap: bool


def plain_of(text: str) -> str:
    """The text with Latin i made Cyrillic and odd spaces and hyphens made plain; no offset moves."""
    for letter, plain in _PLAIN.items():
        if letter in text:
            text = text.replace(letter, plain)
    return text


def cut_lines(plain: str) -> list[Line]:
    lines, done = [], 0
    for match in _LINE.finditer(plain):
        start, end = match.span()
        lines.append(Line(start, end, plain.count("\n", done, start) > 1 or not done))
        done = end
    return _join(plain, lines) if _is_broken(plain, lines) else lines


def _is_broken(plain: str, lines: list[Line]) -> bool:
    """Whether lines end where the page did: many go on in small letters after no stop."""
    sample = [line for line in lines[: 4 * _SAMPLE] if plain[line.start] != "|"][:_SAMPLE]
    if len(sample) < 8 or sum(line.end - line.start for line in sample) < _NARROW * len(sample):
        return False
    if sum(line.end - line.start > _WIDE for line in sample) > 0.02 * len(sample):
        return False
    runs = sum(
        plain[above.end - 1] not in _ENDS and plain[above.end - 1] != "," and plain[line.start].islower()
        for above, line in pairwise(sample)
    )
    return runs > 0.2 * len(sample)


def _join(plain: str, lines: list[Line]) -> list[Line]:
    set_in = sum(_is_set_in(plain, line) for line in lines)
    indented = 0.04 * len(lines) < set_in < 0.8 * len(lines)
    joined: list[Line] = []
    for line in lines:
        if joined and not _opens(plain, joined[-1], line, indented):
            joined[-1] = Line(joined[-1].start, line.end, joined[-1].gap)
        else:
            joined.append(line)
    return joined


def _is_set_in(plain: str, line: Line) -> bool:
    return line.start > 0 and plain[line.start - 1] in " \t"


def _opens(plain: str, above: Line, line: Line, indented: bool) -> bool:
    """Whether the line begins a paragraph of its own."""
    if line.gap or "|" in (plain[line.start], plain[above.start]):
        return True
    if plain[line.start].islower():
        return False
    if begins_unit(plain, line.start, line.end):
        return True
    if indented:
        return (
            _is_set_in(plain, line)
            or plain[above.start : above.end].isupper() != plain[line.start : line.end].isupper()
        )
    return plain[above.end - 1] in _ENDS
