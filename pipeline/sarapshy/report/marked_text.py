"""An act's text as HTML with its structure, and the evidence marked in place.

Findings overlap: in «комиссия шешімі бойынша бас тартуға құқылы» one finding may hold the whole and another only the
last word. HTML elements cannot overlap, so the text is cut wherever a mark begins or ends, and every piece says which
findings hold it: ``<mark data-f="1">комиссия … бас тартуға </mark><mark data-f="1 4">құқылы</mark>``.
A block is a line of the act, or the part of a line that opens a new clause (amending acts run on in one long line);
lines with cells become rows of a table.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from markupsafe import Markup, escape

from sarapshy.acts.model import Act, ClauseKind, ClauseRole
from sarapshy.acts.outline import Outline
from sarapshy.findings.model import SEVERITIES

CELL = "\t|\t"
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
CONTROL = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127), "\ufffd")


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


@dataclass(frozen=True, slots=True)
class Block:
    """``opens`` are the clauses that begin here, ``clause`` the deepest that holds the block's first letter."""

    start: int
    end: int
    clause: int | None
    opens: tuple[int, ...]
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
    text = outline.act.text
    starts = [clause.start for clause in outline.act.clauses]
    offset = 0
    for line in text.split("\n"):
        start, end = offset, offset + len(line)
        offset = end + 1
        inside = starts[bisect_right(starts, start) : bisect_left(starts, end)]
        row = CELL in line
        bounds = [start, *([] if row else sorted(set(inside))), end]
        for a, b in pairwise(bounds):
            stretch = text[a:b]
            if stretch.strip():
                first = a + len(stretch) - len(stretch.lstrip())
                opens = tuple(range(bisect_left(starts, a), bisect_left(starts, b)))
                clause = outline.at(first)
                is_row = row or (clause is not None and outline.clause(clause).kind is ClauseKind.ROW)
                bounds_of_words = (a, b) if row else (first, a + len(stretch.rstrip()))  # an empty cell is a cell
                yield Block(*bounds_of_words, clause, opens, is_row)


class MarkedText:
    """Writes the act; ``notes`` are findings without a quote, by the position of their clause."""

    def __init__(self, act: Act, marks: Sequence[Mark], notes: dict[int, list[Mark]]) -> None:
        self.act, self.notes = act, notes
        self.outline = Outline(act)
        self.pieces = cut(marks)
        self._ends = [piece.end for piece in self.pieces]
        self._flagged: set[str] = set()  # anchors written: a mark over two lines is flagged once

    def html(self) -> Markup:
        parts = [self._group(is_row, list(blocks)) for is_row, blocks in groupby(find_blocks(self.outline), _is_row)]
        units = [unit for part in parts for unit in part]
        leaves = (units[at : at + BLOCKS_IN_LEAF] for at in range(0, len(units), BLOCKS_IN_LEAF))
        return Markup("\n").join(Markup('<div class="leaf">\n{}\n</div>').format(_join(leaf)) for leaf in leaves)

    def contents(self) -> list[tuple[str, str, Markup]]:
        """Headings for the table of contents: level, anchor, words."""
        found = []
        for block in find_blocks(self.outline):
            tag = self._tag(block)
            if tag in ("h2", "h3") and block.opens:
                words = escape(_clean(self.act.text[block.start : block.end]))
                found.append((tag, _anchor(block.opens[-1]), words))
        return found

    def anchors(self) -> dict[int, str]:
        """Where each clause begins on the page."""
        return {position: _anchor(block.opens[-1]) for block in find_blocks(self.outline) for position in block.opens}

    def _group(self, is_row: bool, blocks: list[Block]) -> list[Markup]:
        if not is_row:
            return [self._paragraph(block) for block in blocks]
        rows = Markup("\n").join(self._row(block) for block in blocks)
        return [Markup('<div class="table" tabindex="0"><table><tbody>\n{}\n</tbody></table></div>').format(rows)]

    def _paragraph(self, block: Block) -> Markup:
        inner = self._notes(block) + self._label(block)
        return Markup("<{} {}>{}</{}>").format(self._tag(block), self._attributes(block), inner, self._tag(block))

    def _row(self, block: Block) -> Markup:
        cells, start = [], block.start
        for cell in self.act.text[block.start : block.end].split(CELL):
            cells.append(Markup("<td>{}</td>").format(self._stretch(start, start + len(cell))))
            start += len(cell) + len(CELL)
        if cells and (notes := self._notes(block)):
            cells[0] = Markup("<td>{}").format(notes) + cells[0][len("<td>") :]
        return Markup("<tr {}>{}</tr>").format(self._attributes(block), _join(cells, ""))

    def _label(self, block: Block) -> Markup:
        """The block's words, its printed number set apart where it stands at the clause's beginning."""
        label = self.outline.clause(block.opens[-1]).label.strip() if block.opens else ""
        end = block.start + len(label)
        if not label or not self.act.text.startswith(label, block.start) or end > block.end:
            return self._stretch(block.start, block.end)
        number = Markup('<b class="label">{}</b>').format(self._stretch(block.start, end))
        return number + self._stretch(end, block.end)

    def _stretch(self, start: int, end: int) -> Markup:
        """The text between two offsets with its marks."""
        parts, at = [], start
        for number in range(bisect_right(self._ends, start), len(self.pieces)):
            piece = self.pieces[number]
            if piece.start >= end:
                break
            a, b = max(piece.start, start), min(piece.end, end)
            parts += [_words(self.act.text[at:a]), self._mark(piece, a, b)]
            at = b
        return _join([*parts, _words(self.act.text[at:end])], "")

    def _mark(self, piece: Piece, start: int, end: int) -> Markup:
        opening = [mark for mark in piece.marks if mark.anchor not in self._flagged]
        self._flagged.update(mark.anchor for mark in opening)
        first = piece.marks[0]
        names = ["f-" + first.family, "s-" + first.severity]
        names += ["several"] * (len(piece.marks) > 1) + ["other"] * first.other
        numbers = " ".join(str(mark.number) for mark in piece.marks)
        flags = _join([_flag(mark) for mark in opening], "")
        words = _words(self.act.text[start:end])
        return Markup('<mark class="{}" data-f="{}">{}{}</mark>').format(" ".join(names), numbers, flags, words)

    def _notes(self, block: Block) -> Markup:
        return _join([_flag(mark) for position in block.opens for mark in self.notes.get(position, ())], "")

    def _tag(self, block: Block) -> str:
        if not block.opens or block.end - block.start > LONGEST_HEADING:
            return "p"
        return HEADINGS.get(self.outline.clause(block.opens[-1]).kind, "p")

    def _attributes(self, block: Block) -> Markup:
        names = [f"d{self._depth(block.clause)}"]
        attributes = Markup("")
        if block.clause is not None:
            clause = self.outline.clause(block.clause)
            names.append(f"k-{clause.kind.value}")
            if clause.role is not ClauseRole.NORM:
                names.append(f"r-{clause.role.value}")
            if clause.language != self.act.language:
                attributes += Markup(' lang="{}"').format(clause.language)
        if any(self.notes.get(position) for position in block.opens):
            names.append("noted")
        if block.opens:
            attributes += Markup(' id="{}"').format(_anchor(block.opens[-1]))
        return Markup('class="{}"').format(" ".join(names)) + attributes

    def _depth(self, position: int | None) -> int:
        depth = sum(self.outline.clause(above).kind in INDENTED for above in self.outline.above(position))
        return min(max(depth - 1, 0), DEEPEST)


def _is_row(block: Block) -> bool:
    return block.row


def _anchor(position: int) -> str:
    return f"c{position}"


def _flag(mark: Mark) -> Markup:
    """A small flag before the words; its letters are drawn by the style sheet, so that copied text stays the act's."""
    name = "flag other" if mark.other else "flag"
    return Markup(
        '<a class="{} f-{} s-{}" id="{}" href="#f{}" data-n="{}" data-code="{}" aria-label="{}, № {}"></a>'
    ).format(name, mark.family, mark.severity, mark.anchor, mark.number, mark.number, mark.code, mark.code, mark.number)


def _clean(text: str) -> str:
    return text.translate(CONTROL)


def _words(text: str) -> Markup:
    return escape(_clean(text))


def _join(parts: Sequence[Markup], between: str = "\n") -> Markup:
    return Markup(between).join(parts)
