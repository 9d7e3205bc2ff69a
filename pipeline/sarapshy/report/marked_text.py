"""An act's text as HTML with its structure, and the evidence marked in place.

Findings overlap: in «комиссия шешімі бойынша бас тартуға құқылы» one finding may hold the whole and another only the
last word. HTML elements cannot overlap, so the text is cut wherever a mark begins or ends, and every piece says which
findings hold it: ``<mark data-f="1">комиссия … бас тартуға </mark><mark data-f="1 4">құқылы</mark>``.
A block is a line of the act, or the part of a line that opens a new clause (amending acts run on in one long line);
lines with cells become rows of a table.

A table of a budget has ten thousand cells: the pieces are plain strings of HTML, in which every word of the act has been
through ``_words`` and every value of a mark through ``escape``, and only the whole becomes ``Markup``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise
from typing import NamedTuple

from markupsafe import Markup, escape

from sarapshy.acts.model import Act, ClauseKind, ClauseRole
from sarapshy.acts.outline import Outline
from sarapshy.findings.model import SEVERITIES

CELL, BETWEEN_CELLS = "\t|\t", "</td><td>"
HEADINGS = {
    ClauseKind.APPROVED: "h2",
    ClauseKind.ANNEX: "h2",
    ClauseKind.SECTION: "h3",
    ClauseKind.CHAPTER: "h3",
    ClauseKind.PARAGRAPH: "h4",
    ClauseKind.HEADING: "h4",
    ClauseKind.ARTICLE: "h4",
}
LONGEST_HEADING = 300  # a chapter that runs on in one line with its points is no heading
INDENTED = (ClauseKind.POINT, ClauseKind.SUBPOINT, ClauseKind.INDENT)
DEEPEST = 4
BLOCKS_IN_LEAF = 40  # the browser lays out a leaf only when it comes near the screen
# Control characters have no place in HTML; one for one, so that nothing shifts.
CONTROL = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]")
SPECIAL = re.compile("[&<>'\"]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to be marked: the evidence of finding ``number``, or, with ``other``, a related place of it."""

    start: int
    end: int
    anchor: str
    number: int
    code: str
    family: str
    severity: str
    other: bool = False

    @property
    def weight(self) -> tuple[bool, int, int]:
        """The lightest value wins the colour of a piece that several findings hold."""
        return (self.other, SEVERITIES.index(self.severity), self.number)


@dataclass(frozen=True, slots=True)
class Piece:
    start: int
    end: int
    marks: tuple[Mark, ...]


class Block(NamedTuple):
    """``opens`` are the clauses that begin here, ``clause`` the deepest that holds the block's first letter."""

    start: int
    end: int
    clause: int | None
    opens: Sequence[int]
    row: bool


def cut(marks: Sequence[Mark]) -> list[Piece]:
    """The marked stretches of the text, cut at every beginning and end of a mark."""
    bounds = sorted({mark.start for mark in marks} | {mark.end for mark in marks})
    waiting = sorted(marks, key=lambda mark: mark.start, reverse=True)
    pieces, held = [], list[Mark]()
    for start, end in pairwise(bounds):
        while waiting and waiting[-1].start <= start:
            held.append(waiting.pop())
        held = [mark for mark in held if mark.end > start]
        if held:
            pieces.append(Piece(start, end, tuple(sorted(held, key=lambda mark: mark.weight))))
    return pieces


def find_blocks(outline: Outline) -> Iterator[Block]:
    """The act's lines, cut where a clause begins inside one; a row of a table stays whole."""
    starts = [clause.start for clause in outline.act.clauses]
    offset, before = 0, 0  # of the line, and how many clauses begin above it
    for line in outline.act.text.split("\n"):
        start, end = offset, offset + len(line)
        offset = end + 1
        if not line or line.isspace():
            continue
        before = bisect_left(starts, start, before)
        until = bisect_left(starts, end, before)
        row = CELL in line
        if row or until == before or starts[until - 1] == start:
            yield _make_block(outline, line, start, range(before, until), row)
            continue
        for a, b in pairwise([start, *sorted(set(starts[bisect_right(starts, start, before) : until])), end]):
            stretch = line[a - start : b - start]
            if stretch and not stretch.isspace():
                opens = range(bisect_left(starts, a, before), bisect_left(starts, b, before))
                yield _make_block(outline, stretch, a, opens, False)


def _make_block(outline: Outline, stretch: str, start: int, opens: Sequence[int], row: bool) -> Block:
    """Of a stretch that has words; a row keeps its outer blanks, for an empty cell is a cell."""
    words = stretch.lstrip()
    first = start + len(stretch) - len(words)
    clause = outline.at(first)
    if row:
        return Block(start, start + len(stretch), clause, opens, True)
    is_row = clause is not None and outline.act.clauses[clause].kind is ClauseKind.ROW
    return Block(first, first + len(words.rstrip()), clause, opens, is_row)


class MarkedText:
    """Writes the act; ``notes`` are findings without a quote, by the position of their clause; ``prefix`` keeps its
    anchors apart from those of another text of the page."""

    def __init__(self, act: Act, marks: Sequence[Mark], notes: dict[int, list[Mark]], prefix: str = "c") -> None:
        self.act, self.notes, self.prefix = act, notes, prefix
        self.text = CONTROL.sub("\ufffd", act.text)
        self.outline = Outline(act)
        self.blocks = tuple(find_blocks(self.outline))
        self._names = _name_clauses(act)
        self.pieces = cut(marks)
        self._ends = [piece.end for piece in self.pieces]
        self._flagged: set[str] = set()  # anchors written: a mark over two lines is flagged once

    def html(self) -> Markup:
        parts = [self._group(is_row, list(blocks)) for is_row, blocks in groupby(self.blocks, _is_row)]
        units = [unit for part in parts for unit in part]
        leaves = ("\n".join(units[at : at + BLOCKS_IN_LEAF]) for at in range(0, len(units), BLOCKS_IN_LEAF))
        return Markup("\n".join(f'<div class="leaf">\n{leaf}\n</div>' for leaf in leaves))

    def contents(self) -> list[tuple[str, str, Markup]]:
        """Headings for the table of contents: level, anchor, words."""
        found = []
        for block in self.blocks:
            tag = self._tag(block)
            if tag in ("h2", "h3") and block.opens:
                words = Markup(_words(self.text[block.start : block.end]))
                found.append((tag, self._anchor(block.opens[-1]), words))
        return found

    def anchors(self) -> dict[int, str]:
        """Where each clause begins on the page."""
        return {position: self._anchor(block.opens[-1]) for block in self.blocks for position in block.opens}

    def _group(self, is_row: bool, blocks: list[Block]) -> list[str]:
        if not is_row:
            return [self._paragraph(block) for block in blocks]
        rows = "\n".join(map(self._row, blocks))
        return [f'<div class="table" tabindex="0"><table><tbody>\n{rows}\n</tbody></table></div>']

    def _paragraph(self, block: Block) -> str:
        tag = self._tag(block)
        return f"<{tag} {self._attributes(block)}>{self._notes(block)}{self._label(block)}</{tag}>"

    def _row(self, block: Block) -> str:
        return f"<tr {self._attributes(block)}><td>{self._notes(block)}{self._cells(block)}</td></tr>"

    def _cells(self, block: Block) -> str:
        if not self._is_marked(block.start, block.end):
            return _words(self.text[block.start : block.end]).replace(CELL, BETWEEN_CELLS)
        cells, start = [], block.start
        for cell in self.text[block.start : block.end].split(CELL):
            cells.append(self._stretch(start, start + len(cell)))
            start += len(cell) + len(CELL)
        return BETWEEN_CELLS.join(cells)

    def _is_marked(self, start: int, end: int) -> bool:
        number = bisect_right(self._ends, start)
        return number < len(self.pieces) and self.pieces[number].start < end

    def _label(self, block: Block) -> str:
        """The block's words, its printed number set apart where it stands at the clause's beginning."""
        label = self.outline.clause(block.opens[-1]).label.strip() if block.opens else ""
        if not label:
            return self._stretch(block.start, block.end)
        end = block.start + len(label)
        if not self.act.text.startswith(label, block.start) or end > block.end:
            return self._stretch(block.start, block.end)
        return f'<b class="label">{self._stretch(block.start, end)}</b>{self._stretch(end, block.end)}'

    def _stretch(self, start: int, end: int) -> str:
        """The text between two offsets with its marks."""
        if not self._is_marked(start, end):
            return _words(self.text[start:end])
        parts, at = [], start
        for number in range(bisect_right(self._ends, start), len(self.pieces)):
            piece = self.pieces[number]
            if piece.start >= end:
                break
            a, b = max(piece.start, start), min(piece.end, end)
            parts += [_words(self.text[at:a]), self._mark(piece, a, b)]
            at = b
        return "".join([*parts, _words(self.text[at:end])])

    def _mark(self, piece: Piece, start: int, end: int) -> str:
        opening = [mark for mark in piece.marks if mark.anchor not in self._flagged]
        self._flagged.update(mark.anchor for mark in opening)
        first = piece.marks[0]
        names = ["f-" + first.family, "s-" + first.severity]
        names += ["several"] * (len(piece.marks) > 1) + ["other"] * first.other
        numbers = " ".join(str(mark.number) for mark in piece.marks)
        flags = "".join(map(_flag, opening))
        words = _words(self.text[start:end])
        return f'<mark class="{escape(" ".join(names))}" data-f="{numbers}">{flags}{words}</mark>'

    def _notes(self, block: Block) -> str:
        if not self.notes:
            return ""
        return "".join(_flag(mark) for position in block.opens for mark in self.notes.get(position, ()))

    def _tag(self, block: Block) -> str:
        if not block.opens or block.end - block.start > LONGEST_HEADING:
            return "p"
        return HEADINGS.get(self.outline.clause(block.opens[-1]).kind, "p")

    def _attributes(self, block: Block) -> str:
        names, language = ("d0", "") if block.clause is None else self._names[block.clause]
        if self.notes and any(self.notes.get(position) for position in block.opens):
            names += " noted"
        anchor = f' id="{self.prefix}{block.opens[-1]}"' if block.opens else ""
        return f'class="{names}"{language}{anchor}'

    def _anchor(self, position: int) -> str:
        return f"{self.prefix}{position}"


def _name_clauses(act: Act) -> list[tuple[str, str]]:
    """Of each clause: the names of its class («d1 k-sp r-form»), and its language as an attribute where it is not the
    act's."""
    found, indents = list[tuple[str, str]](), list[int]()  # of each clause and what it stands in
    for clause in act.clauses:
        indent = (0 if clause.parent is None else indents[clause.parent]) + (clause.kind in INDENTED)
        indents.append(indent)
        language = "" if clause.language == act.language else f' lang="{escape(clause.language)}"'
        found.append((_name_class(indent, clause.kind, clause.role), language))
    return found


@cache
def _name_class(indent: int, kind: ClauseKind, role: ClauseRole) -> str:
    names = f"d{min(max(indent - 1, 0), DEEPEST)} k-{kind}"
    return names if role is ClauseRole.NORM else f"{names} r-{role}"


def _is_row(block: Block) -> bool:
    return block.row


def _flag(mark: Mark) -> str:
    """A small flag before the words; its letters are drawn by the style sheet, so that copied text stays the act's."""
    name = "flag other" if mark.other else "flag"
    family, severity, anchor, code = map(escape, (mark.family, mark.severity, mark.anchor, mark.code))
    return (
        f'<a class="{name} f-{family} s-{severity}" id="{anchor}" href="#f{mark.number}" data-n="{mark.number}" '
        f'data-code="{code}" aria-label="{code}, № {mark.number}"></a>'
    )


def _words(text: str) -> str:
    return str(escape(text)) if SPECIAL.search(text) else text
