r"""The paragraphs and tables of an .rtf as they come to an end: \par, \cell, \row, and \nestcell, \nestrow in a cell.

A story is a text of its own: the body, a footnote, a text box. A row tells the right edge of each cell (\cellx900), so
which cells are wide follows from the edges of the other rows, and a table is written when it is over.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from sarapshy.acts.readers.lines import write_row
from sarapshy.acts.readers.numbering import BULLET, PRIVATE_USE

WIDEST = 64


@dataclass(frozen=True, slots=True)
class Edge:
    """The right edge of a cell, in twentieths of a point; ``continues``: its text stands in the cell above or before."""

    right: int
    continues: bool


@dataclass(slots=True)
class Depth:
    """What is open at a depth of tables: 0 is the body, 1 a cell, 2 a cell of a table in a cell."""

    paragraphs: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    rows: list[tuple[list[str], list[Edge]]] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    continues: bool = False


class Story:
    """``label`` and ``words`` are of the paragraph that is open, ``after`` what notes and text boxes add to it."""

    def __init__(self) -> None:
        self.label = ""
        self.words: list[str] = []
        self.after: list[str] = []
        self._depths = [Depth()]

    def end_paragraph(self, depth: int) -> None:
        text, self.words = "".join(self.words), []
        label, self.label = self.label, ""
        self._close(depth)
        open_depth = self._open(depth)
        open_depth.paragraphs.append(_write_label(label) + text if text.strip() else text)
        open_depth.paragraphs.extend(self.after)
        self.after = []

    def end_cell(self, depth: int) -> None:
        self.end_paragraph(depth)
        found = self._open(depth)
        found.cells.append("\n".join(found.paragraphs))
        found.paragraphs = []

    def end_row(self, depth: int) -> None:
        self._close(depth)
        found = self._open(depth)
        if found.cells:
            found.rows.append((found.cells, found.edges))
        found.cells = []

    def begin_row(self, depth: int) -> None:
        found = self._open(depth)
        found.edges, found.continues = [], False

    def continue_cell(self, depth: int) -> None:
        self._open(depth).continues = True

    def add_edge(self, depth: int, right: int) -> None:
        found = self._open(depth)
        found.edges.append(Edge(right, found.continues))
        found.continues = False

    def finish(self) -> list[str]:
        """All paragraphs, those included that nothing has ended."""
        if self.words or self.after:
            self.end_paragraph(len(self._depths) - 1)
        self._close(0)
        return self._depths[0].paragraphs

    def _open(self, depth: int) -> Depth:
        while len(self._depths) <= depth:
            self._depths.append(Depth())
        return self._depths[depth]

    def _close(self, depth: int) -> None:
        """Tables deeper than this are over; what they hold stands in the cell around them."""
        while len(self._depths) > depth + 1:
            inner = self._depths.pop()
            if inner.paragraphs:
                inner.cells.append("\n".join(inner.paragraphs))
            if inner.cells:
                inner.rows.append((inner.cells, inner.edges))
            self._depths[-1].paragraphs.extend(_write_rows(inner.rows))


def _write_label(label: str) -> str:
    """«12.» with one space where any stood behind it."""
    number = PRIVATE_USE.sub(BULLET, label.strip())
    return number + " " if number and label[-1].isspace() else number


def _write_rows(rows: list[tuple[list[str], list[Edge]]]) -> Iterator[str]:
    lines = sorted({edge.right for _, edges in rows for edge in edges})
    for cells, edges in rows:
        yield cells[0] if len(cells) == 1 else write_row(_place(cells, edges, lines))


def _place(cells: list[str], edges: list[Edge], lines: list[int]) -> list[str]:
    """Cells in their columns; a cell over several columns keeps their places."""
    placed: list[str] = []
    left = 0
    for at, cell in enumerate(cells):
        edge = edges[at] if at < len(edges) else None
        placed.append("" if edge is not None and edge.continues else cell)
        if edge is not None:
            columns = (
                bisect_left(lines, edge.right) - bisect_right(lines, left) if at else bisect_left(lines, edge.right)
            )
            placed.extend([""] * min(max(columns, 0), WIDEST))
            left = edge.right
    return placed
