"""Kazakh and Russian side by side: the two documents are laid into one, paragraph beside paragraph, cell within cell.

Both are written from one template over one act, so they have the same parts; a table keeps its columns, and each cell
holds the Kazakh words and then the Russian ones, once where they are the same. Two columns ask for a page that lies across.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, zip_longest

from sarapshy.documents.blocks import Beside, Block, Cell, Chart, Document, Paragraph, Row, Run, Table, Text, Turn


def pair(kazakh: Document, russian: Document) -> Document:
    """One document of the two."""
    both = zip_longest(*([block for block in each.blocks if not isinstance(block, Turn)] for each in (kazakh, russian)))
    blocks: list[Block] = [Turn(landscape=True)]
    for words, group in groupby(both, key=lambda pair: isinstance(pair[0], Paragraph)):
        if words:
            blocks.append(Beside(tuple((_paragraph(left), _paragraph(right)) for left, right in group)))
        else:
            blocks += [_join(left, right) for left, right in group]
    return Document(f"{kazakh.title} / {russian.title}", "both", tuple(blocks))


def _paragraph(block: Block | None) -> Paragraph | None:
    return block if isinstance(block, Paragraph) else None


def _join(left: Block | None, right: Block | None) -> Block:
    if isinstance(left, Table) and isinstance(right, Table):
        columns = tuple(
            replace(one, title=_join_titles(one.title, other.title))
            for one, other in zip(left.columns, right.columns, strict=True)
        )
        return Table(columns, tuple(_join_rows(left.rows, right.rows)), left.ruled)
    if isinstance(left, Chart) and isinstance(right, Chart):
        bars = tuple(
            replace(one, label=one.label if one.label == other.label else f"{one.label} / {other.label}")
            for one, other in zip(left.bars, right.bars, strict=True)
        )
        return Chart(f"{left.title} / {right.title}", bars)
    assert left is not None
    return left


def _join_rows(left: tuple[Row, ...], right: tuple[Row, ...]) -> Iterator[Row]:
    for one, other in zip_longest(left, right, fillvalue=()):
        yield tuple(_join_cells(a, b) for a, b in zip_longest(one, other, fillvalue=()))


def _join_cells(one: Cell, other: Cell) -> Cell:
    return one if one == other else (*one, *(text for text in other if text not in one))


def _join_titles(one: Text, other: Text) -> Text:
    return one if one == other else (*one, Run(" / "), *other)
