"""What a reader hands over: paragraphs as lines, rows of tables as lines, no empty ones.

A row «Атауы | Саны» of a table is the line "Атауы\\t|\\tСаны"; a cell of several paragraphs is one piece of that
line, an empty cell keeps its place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

CELL = "\t|\t"
SPACES = re.compile(r"[ \t\xa0\u2000-\u200a\u202f]{2,}")
# Zero-width marks that Word and browsers scatter, soft hyphens, and control characters that no act has.
INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff\xad\x00-\x08\x0e-\x1f\x7f]")
BREAKS = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029]+")


@dataclass(slots=True)
class Run:
    """The text of a paragraph, and the paragraphs that its notes and text boxes add after it."""

    text: str = ""
    after: list[str] = field(default_factory=list)


def write_lines(paragraphs: Iterable[str]) -> str:
    """One text; a paragraph with a break in it becomes several lines, a row stays as it is."""
    return "\n".join(line for paragraph in paragraphs for line in split_lines(paragraph))


def split_lines(paragraph: str) -> list[str]:
    if CELL in paragraph:
        return [paragraph]
    return [line for line in map(clean, BREAKS.split(paragraph)) if line]


def clean(line: str) -> str:
    line = unicodedata.normalize("NFC", INVISIBLE.sub("", line))
    return SPACES.sub(lambda gap: "\t" if "\t" in gap[0] else " ", line).strip()


def write_row(cells: Sequence[str]) -> str:
    """One line a row; a row of one cell is no row but what stands in the cell."""
    if len(cells) == 1:
        return cells[0]
    kept = [clean(BREAKS.sub(" ", cell).replace("\t", " ")) for cell in cells]
    return CELL.join(kept) if any(kept) else ""


def write_note(number: int, paragraphs: Iterable[str]) -> str:
    """A footnote in one line; notes of a document are numbered in the order of their references."""
    return f"[{number}] " + " ".join(" ".join(paragraphs).split())
