"""A document before it is DOCX or HTML: paragraphs, tables, charts, in their order.

The table of remarks of a conclusion is ``Table(columns, rows)``: a cell holds paragraphs, a paragraph is runs of words,
and a run may be marked, which says that the expert has still to fill in or to confirm it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Run:
    text: str
    bold: bool = False
    italic: bool = False
    mark: bool = False


Text = tuple[Run, ...]


class Style(StrEnum):
    """What a paragraph is; how it looks is for the writer and for the user's styles."""

    STAMP = "stamp"  # «БЕКІТЕМІН», the addressee: at the right, above the title
    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    SUBHEADING = "subheading"
    CAPTION = "caption"  # what the table below it is about
    BODY = "body"
    ITEM = "item"
    NOTE = "note"


class Align(StrEnum):
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``keep``: the end of a page does not part it from what follows."""

    text: Text
    style: Style = Style.BODY
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """``share`` is its part of the width, in any unit."""

    title: Text
    share: float
    align: Align = Align.LEFT


Cell = tuple[Text, ...]
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table without ``ruled`` lines lays things side by side; one whose columns have no titles has no heading."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    ruled: bool = True

    @property
    def headed(self) -> bool:
        return any(column.title for column in self.columns)


@dataclass(frozen=True, slots=True)
class Bar:
    label: str
    value: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Horizontal bars, the first on top."""

    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Paragraphs of two languages side by side; None where one of them has none."""

    rows: tuple[tuple[Paragraph | None, Paragraph | None], ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """From here on pages lie across, or stand again."""

    landscape: bool


Block = Paragraph | Table | Chart | Beside | Turn


@dataclass(frozen=True, slots=True)
class Document:
    """``language`` is "kk", "ru", or "both" where the two stand side by side."""

    title: str
    language: str
    blocks: tuple[Block, ...] = field(default=())


def plain(text: str) -> Text:
    """Words as they stand, whatever signs they hold."""
    return (Run(text),) if text else ()


def cell(*texts: str | Text) -> Cell:
    return tuple(plain(text) if isinstance(text, str) else text for text in texts if text)


def words_of(text: Iterable[Run]) -> str:
    return "".join(run.text for run in text)
