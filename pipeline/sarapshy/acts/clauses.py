"""A text becomes a tree of clauses.

«БҰЙЫРАМЫН: / 1. Қоса беріліп отырған Қағидалар бекітілсін. / … бұйрығымен бекітілген / Қағидалар / 1-тарау. Жалпы ережелер /
1. Осы Қағидалар … / 2. Комиссия: / 1) …;» gives a preamble, point 1 of the order, then the approved text with chapter 1, points
1 and 2, subpoint 1. The same words may stand in one line without a break: then a number is a mark if it is the next one.
Nothing is refused: what has no number becomes a part, an indent, a row, a heading; what cannot be told stays a part.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from sarapshy.acts.amendments import Wording, find_wordings, name_amended
from sarapshy.acts.headings import (
    BULLETS,
    Mark,
    Rank,
    find_glued_heading,
    find_inner_marks,
    follows,
    match_mark,
    order_of,
)
from sarapshy.acts.lines import Line, cut_lines, plain_of
from sarapshy.acts.model import Clause, ClauseKind, ClauseRole
from sarapshy.acts.numbering import Numbering, find_contents, find_loose_marks
from sarapshy.acts.roles import (
    CELL,
    calls_for_more,
    find_blanks,
    find_enacting,
    is_closing,
    is_editorial,
    is_explanation,
    is_form_heading,
    is_form_title,
    is_history,
    is_note,
    is_row,
    is_signature,
    is_title_like,
    names_official,
)
from sarapshy.acts.stamps import Stamp, content_of, find_stamps, is_text_of_norms
from sarapshy.acts.tree import Level, Node, Tree

_SENTENCE = re.compile(r"[.;:](?:\s|$)")
_COMPONENTS = (Rank.APPROVED, Rank.ANNEX, Rank.BLOCK)
_SCOPES = (*_COMPONENTS, Rank.ARTICLE)
_TITLE = 300
_TITLE_LINES = 8
_HEAD = 40  # lines in which an order comes to what it orders
_GLUED = 700  # longest title that a heading may be glued to
_WORTH = 40  # shortest paragraph that may hide a mark


def parse_clauses(text: str) -> tuple[Clause, ...]:
    """Clauses in document order, a parent before its children; any text, never an error."""
    return _Parser(text).parse()


class Piece(NamedTuple):
    """A paragraph or a part of one, all within or all without quoted new wording (``wording`` is its position)."""

    start: int
    end: int
    gap: bool
    wording: int | None
    mark: Mark | None


class _Parser:
    def __init__(self, text: str) -> None:
        self.plain = plain_of(text)
        self.text = text
        self.tree = Tree(text)
        self.lines = cut_lines(self.plain)
        self.wordings = find_wordings(self.plain)
        self.blanks = find_blanks(self.plain)
        self.pieces = cut_pieces(self.plain, self.lines, self.wordings)
        for position, mark in list(find_loose_marks(self.plain, self.pieces)):
            self.pieces[position] = self.pieces[position]._replace(mark=mark)
        self.contents = find_contents(self.pieces)
        for position in self.contents:
            self.pieces[position] = self.pieces[position]._replace(mark=None)
        self.numbering = Numbering(self.plain, self.pieces)
        self.stamps = self._find_stamps()
        self.enacted = self._find_enacted()
        self.signed = False
        self.form = False
        self.editorial = False  # the next paragraph is the publisher's too
        self.amended: str | None = None
        self.above_end = "."  # last letter of the paragraph before

    def parse(self) -> tuple[Clause, ...]:
        position, wording = 0, None
        while position < len(self.pieces):
            piece = self.pieces[position]
            if piece.wording != wording:
                self._cross(piece.wording, wording)
                wording = piece.wording
            position = self._add(position, piece)
        self._close_orders()
        return self.tree.finish()

    # -- what the text is made of

    def _find_stamps(self) -> dict[int, Stamp]:
        outside = [piece for piece in self.pieces if piece.wording is None]
        positions = [at for at, piece in enumerate(self.pieces) if piece.wording is None]
        lines = [Line(piece.start, piece.end, piece.gap) for piece in outside]
        return {
            positions[stamp.first]: stamp._replace(first=positions[stamp.first], last=positions[stamp.last])
            for stamp in find_stamps(self.plain, lines)
        }

    def _find_enacted(self) -> int | None:
        """The end of «БҰЙЫРАМЫН:»; what stands before is the preamble."""
        for piece in self.pieces[:_HEAD]:
            if piece.mark is not None and piece.mark.kind is ClauseKind.POINT:
                return None
            if piece.wording is None:
                bound = min(piece.end, piece.start + 4000)
                found = find_enacting(self.plain, piece.start, self._first_point(piece.start, bound))
                if found is not None:
                    return found
        return None

    def _first_point(self, start: int, end: int) -> int:
        marks = find_inner_marks(self.plain, start, end)
        return next((mark.start for mark in marks if mark.kind is ClauseKind.POINT and mark.number == "1"), end)

    # -- one piece after another

    def _cross(self, entered: int | None, left: int | None) -> None:
        if left is not None:
            self.tree.drop_barrier()
        if entered is not None:
            self.tree.raise_barrier()
        self.above_end = "."

    def _add(self, position: int, piece: Piece) -> int:
        """Take in the piece, or a whole stamp with the title below it; give the position of the next."""
        if position in self.stamps:
            return self._open_component(self.stamps[position])
        start, end = piece.start, piece.end
        if not _says_something(self.plain, start, end):
            return position + 1
        if is_row(self.plain, start, end) and not self._is_signed_row(piece):
            self._add_row(piece)
        elif is_note(self.plain, content_of(self.plain, Line(start, end, False)), end):
            self._add_note(piece)
        elif (self.editorial and piece.mark is None) or is_history(self.plain, start, end):
            self._add_leaf(
                ClauseKind.NOTE, piece, ClauseRole.EDITORIAL, Rank.SUBPOINT if self.editorial else Rank.POINT
            )
            self.editorial = self.editorial and self.plain[end - 1] == ","
        elif position in self.contents:
            self._add_leaf(ClauseKind.HEADING, piece, ClauseRole.TITLE)
        elif self._restarts(position):
            return self._open_block(position)
        elif piece.mark is not None and self._accepts(position, piece, piece.mark):
            self._add_marked(position, piece, piece.mark)
        else:
            self._add_unmarked(position, piece)
        self.editorial = self.editorial and piece.mark is None
        self.above_end = self.plain[end - 1]
        return position + 1

    def _accepts(self, position: int, piece: Piece, mark: Mark) -> bool:
        if mark.bare:
            last = self.tree.scope(*_COMPONENTS).last.get("roman", ())
            return order_of(mark.number) == (last[0] + 1 if last else 1,)
        if mark.kind is ClauseKind.POINT and "." in mark.number:
            return self._accepts_multi(mark)
        if mark.rank == Rank.LETTER:
            return self.tree.innermost(Rank.LETTER).rank >= Rank.ARTICLE
        return True

    def _accepts_multi(self, mark: Mark) -> bool:
        """«6.3 …» below an open «6», or next in its row; «2.5 млн теңге» is neither."""
        above, _, last = mark.number.rpartition(".")
        for level in reversed(self.tree.levels):
            if level.node is not None and self.tree.nodes[level.node].number == above:
                return self.plain[mark.label_end].isupper() or self.plain[mark.label_end] in '"«(' or last != "0"
        order, before = order_of(mark.number), self.tree.scope(*_SCOPES).last.get("multi", ())
        return order[-1] == 1 or (
            len(before) == len(order) and before[:-1] == order[:-1] and order[-1] == before[-1] + 1
        )

    def _add_marked(self, position: int, piece: Piece, mark: Mark) -> None:
        node = self._open_mark(mark, piece.end, piece.wording, position)
        if mark.kind in (ClauseKind.POINT, ClauseKind.SUBPOINT) and self._is_blank(piece):
            node.role = ClauseRole.FORM
        self._split(position, piece, mark.label_end, node)

    def _open_mark(self, mark: Mark, end: int, wording: int | None, position: int) -> Node:
        label = self.text[mark.start : mark.label_end].strip()
        kind, rank = mark.kind, mark.rank
        if kind is ClauseKind.POINT:
            if position in self.numbering.chapters and mark.start == self.pieces[position].start:
                kind, rank = ClauseKind.CHAPTER, Rank.CHAPTER
            elif "." not in mark.number:
                rank = self._place_point(mark)
        elif kind is ClauseKind.SUBPOINT and rank == Rank.SUBPOINT:
            self.tree.innermost(Rank.SUBPOINT).last["sp"] = order_of(mark.number)
        node = self.tree.open(
            kind, rank, mark.start, end, mark.number, label, amends=self.amended if wording is not None else None
        )
        self._count(mark, kind)
        return node

    def _count(self, mark: Mark, kind: ClauseKind) -> None:
        if "." in mark.number:
            self.tree.scope(*_SCOPES).last["multi"] = order_of(mark.number)
        elif mark.bare:
            self.tree.scope(*_COMPONENTS).last["roman"] = order_of(mark.number)
        elif kind not in (ClauseKind.POINT, ClauseKind.SUBPOINT):
            self.tree.scope(*_COMPONENTS).last[kind.value] = order_of(mark.number)

    def _place_point(self, mark: Mark) -> int:
        """The rank of a point: its own, or that of a list that begins at 1 again inside an open point."""
        order = order_of(mark.number)
        scope = self.tree.scope(*_SCOPES)
        last = scope.last.get("pt", ())
        if scope.rank == Rank.BLOCK and not follows(mark.number, last):
            outer = next(level for level in reversed(self.tree.levels) if level.rank < Rank.BLOCK)
            if last and order and follows(mark.number, outer.last.get("pt", ())) and outer.last.get("pt"):
                self.tree.close(Rank.BLOCK)
                scope, last = outer, outer.last["pt"]
        holder = next((level for level in reversed(self.tree.levels) if level.rank <= Rank.POINT + 1), None)
        if holder is not None and holder.rank == Rank.POINT + 1 and last and not follows(mark.number, last):
            listed = holder.last.get("list", ())
            if order == (1,) or (listed and follows(mark.number, listed)):
                holder.last["list"] = order
                return Rank.LISTED
        scope.last["pt"] = order
        return Rank.POINT + 1

    # -- marks inside a paragraph

    def _split(self, position: int, piece: Piece, start: int, node: Node) -> None:
        """Find further marks in the paragraph: «… анықтайды. 3. Комиссия: 1) …; 2) …»."""
        marks = find_inner_marks(self.plain, start, piece.end) if piece.end - start > _WORTH else []
        opened = start
        for mark in marks:
            if mark.start < opened or not self._continues(position, mark, opened, node):
                continue
            node.end = self._trim(mark.start, node.start)
            self._title(node, opened)
            self._note_amended(node, opened)
            node = self._open_mark(mark, piece.end, piece.wording, position)
            opened = mark.label_end
        self._title(node, opened)
        self._note_amended(node, opened)

    def _continues(self, position: int, mark: Mark, opened: int, node: Node) -> bool:
        before = self.plain[self._trim(mark.start, opened) - 1]
        if mark.kind is ClauseKind.SUBPOINT:
            last = self.tree.innermost(Rank.SUBPOINT).last.get("sp", ())
            if order_of(mark.number) == (1,):
                return before in ":."
            return (
                bool(last)
                and follows(mark.number, last)
                and before in ';.:»)"'
                and self.numbering.allows(position, mark)
            )
        if mark.kind is ClauseKind.POINT:
            ends = before in '.;:»)"”!' or node.kind in (ClauseKind.CHAPTER, ClauseKind.ARTICLE, ClauseKind.PARAGRAPH)
            last = self.tree.scope(*_SCOPES).last.get("pt", ())
            ends = ends or (not last and self.numbering.counts_on(position, mark) and self._component() is not None)
            return ends and follows(mark.number, last) and self.numbering.allows(position, mark)
        last = self.tree.scope(*_COMPONENTS).last.get(mark.kind.value, ())
        return follows(mark.number, last) or (mark.kind is ClauseKind.PARAGRAPH and mark.number == "1")

    def _title(self, node: Node, start: int) -> None:
        if node.kind in (ClauseKind.SECTION, ClauseKind.CHAPTER, ClauseKind.PARAGRAPH, ClauseKind.ARTICLE):
            title = self.text[start : node.end].strip()
            if 0 < len(title) <= _TITLE and (node.kind is not ClauseKind.ARTICLE or not _SENTENCE.search(title)):
                node.title = " ".join(title.split())

    def _note_amended(self, node: Node, start: int) -> None:
        if not self.wordings or node.amends is not None:
            return
        found = name_amended(self.plain, start, node.end)
        if found is not None:
            self.amended = " ".join(self.text[found[0] : found[1]].split())

    def _trim(self, end: int, floor: int) -> int:
        while end > floor + 1 and self.plain[end - 1].isspace():
            end -= 1
        return end

    # -- what carries no number

    def _add_row(self, piece: Piece) -> None:
        role = ClauseRole.FORM if self.form or self._is_blank(piece) else ClauseRole.NORM
        node = self._add_leaf(ClauseKind.ROW, piece, role)
        first = self.plain[piece.start : piece.end].split(CELL, 1)[0].strip()
        if first.rstrip(".)").isdigit() and len(first) < 7:
            node.label = first

    def _add_note(self, piece: Piece) -> None:
        start = content_of(self.plain, Line(piece.start, piece.end, False))
        editorial = is_editorial(self.plain, start, piece.end)
        if editorial:
            self._add_leaf(ClauseKind.NOTE, piece, ClauseRole.EDITORIAL, Rank.SUBPOINT)
            self.editorial = calls_for_more(self.plain, start, piece.end) or self.plain[piece.end - 1] not in ".;)"
            return
        self.tree.close(Rank.SUBPOINT)
        self.tree.open(ClauseKind.NOTE, Rank.NOTE, piece.start, piece.end, amends=self._amends(piece))

    def _add_unmarked(self, position: int, piece: Piece) -> None:
        if self._in_body(piece):
            if self.signed:
                self._enact_again(piece)
            if self._is_head(position, piece):
                self._add_head(position, piece)
                return
            if self._is_signature(position, piece):
                self.signed = True
                self._add_leaf(ClauseKind.PART, piece, ClauseRole.SIGNATURE)
                return
        if is_form_heading(self.plain, content_of(self.plain, Line(piece.start, piece.end, False)), piece.end):
            self.form = self._component() is not None
            self._add_leaf(ClauseKind.HEADING, piece, ClauseRole.TITLE)
        elif self._is_blank(piece):
            self._add_leaf(ClauseKind.PART, piece, ClauseRole.FORM)
        elif self._continues_heading(piece):
            self._extend_heading(piece)
        elif self.form and self._explains(piece):
            self.form = False
            self.tree.open(
                ClauseKind.HEADING, Rank.BLOCK, piece.start, piece.end, title=self.text[piece.start : piece.end]
            )
            self.tree.open(ClauseKind.HEADING, Rank.LEAF, piece.start, piece.end, role=ClauseRole.TITLE)
        elif self._is_heading(position, piece):
            self.tree.close(Rank.POINT)
            self._add_leaf(ClauseKind.HEADING, piece, ClauseRole.TITLE)
        else:
            self._add_part(position, piece)

    def _add_part(self, position: int, piece: Piece) -> None:
        first = self.plain[piece.start]
        listed = first in BULLETS or first.islower() or self.above_end in ":;" or self.plain[piece.end - 1] == ";"
        kind = ClauseKind.INDENT if listed else ClauseKind.PART
        if kind is ClauseKind.PART and self._noted():
            self.tree.close(Rank.LEAF)
        else:
            self.tree.close(Rank.LEAF if listed else Rank.SUBPOINT)
        role = ClauseRole.FORM if self.form and not self._numbered() and not self._noted() else ClauseRole.NORM
        node = self.tree.open(kind, Rank.LEAF, piece.start, piece.end, role=role, amends=self._amends(piece))
        self._split(position, piece, piece.start, node)

    def _add_leaf(self, kind: ClauseKind, piece: Piece, role: ClauseRole, closes: int = Rank.LEAF) -> Node:
        self.tree.close(Rank.SUBPOINT if kind is ClauseKind.HEADING else closes)
        return self.tree.open(kind, Rank.LEAF, piece.start, piece.end, role=role, amends=self._amends(piece))

    def _amends(self, piece: Piece) -> str | None:
        return self.amended if piece.wording is not None else None

    def _is_blank(self, piece: Piece) -> bool:
        return piece.wording is None and self._has_blanks(piece.start, piece.end)

    def _has_blanks(self, start: int, end: int) -> bool:
        at = bisect_left(self.blanks, start)
        return at < len(self.blanks) and self.blanks[at] < end

    def _numbered(self) -> bool:
        return any(level.rank >= Rank.ARTICLE and level.rank < Rank.NOTE for level in self.tree.levels)

    def _noted(self) -> bool:
        return any(level.rank == Rank.NOTE for level in self.tree.levels)

    def _is_heading(self, position: int, piece: Piece) -> bool:
        """A title line: all in capitals, or short and followed by the first of something numbered."""
        below = self.pieces[position + 1] if position + 1 < len(self.pieces) else None
        if not is_title_like(self.plain, piece.start, piece.end) or (below is not None and below.wording is not None):
            return False
        if self.plain[piece.start : piece.end].isupper() and piece.end - piece.start > 5:
            return True
        opens = below is not None and below.mark is not None and below.mark.rank <= Rank.POINT + 1
        return (
            opens and self.above_end in '.;»"”!' and piece.end - piece.start < 200 and below is not None and below.gap
        )

    def _continues_heading(self, piece: Piece) -> bool:
        """«Глава 2. Порядок хранения» / «и захоронения отходов»: the heading was broken in two."""
        level = self.tree.levels[-1]
        if not Rank.SECTION <= level.rank <= Rank.PARAGRAPH or level.node != len(self.tree.nodes) - 1 or piece.gap:
            return False
        return self.plain[piece.start].islower() and self.above_end not in ".:;" and piece.end - piece.start < _TITLE

    def _extend_heading(self, piece: Piece) -> None:
        node = self.tree.nodes[-1]
        node.end = piece.end
        node.title = " ".join(f"{node.title or ''} {self.text[piece.start : piece.end]}".split())

    def _explains(self, piece: Piece) -> bool:
        return is_title_like(self.plain, piece.start, piece.end) and is_explanation(self.plain, piece.start, piece.end)

    # -- the order's own head and foot

    def _component(self) -> Level | None:
        level = self.tree.scope(*_COMPONENTS)
        return None if level.rank == Rank.ROOT else level

    def _in_body(self, piece: Piece) -> bool:
        return piece.wording is None and self._component() is None

    def _enact_again(self, piece: Piece) -> None:
        """Below the signature of a resolution that submits a draft decree, the decree has a head of its own."""
        found = find_enacting(
            self.plain, piece.start, self._first_point(piece.start, min(piece.end, piece.start + 4000))
        )
        if found is not None:
            self.signed, self.enacted = False, found
            self.tree.close(Rank.APPROVED)
            self.tree.levels[0].last.clear()

    def _is_head(self, position: int, piece: Piece) -> bool:
        if self.enacted is not None:
            return piece.start < self.enacted
        if (
            self._orders_change(position, piece)
            or self.tree.scope(*_SCOPES).last
            or any(level.rank > Rank.ROOT and level.rank < Rank.LEAF for level in self.tree.levels)
        ):
            return False
        return position < _HEAD and self.numbering.opens_soon(position)

    def _orders_change(self, position: int, piece: Piece) -> bool:
        """Whether it begins or follows new wording, or names the act that takes some."""
        near = self.pieces[max(0, position - 1) : position + 2]
        return any(other.wording is not None for other in near) or (
            bool(self.wordings) and name_amended(self.plain, piece.start, piece.end) is not None
        )

    def _add_head(self, position: int, piece: Piece) -> None:
        """Title lines, then the preamble, which may run into the first point in the same paragraph."""
        first = self._first_point(piece.start, piece.end)
        bound = min(piece.end, first, self.enacted if self.enacted and self.enacted > piece.start else piece.end)
        bound = self._trim(bound, piece.start)
        title = (
            bound == piece.end and (self.enacted or 0) < piece.end and is_title_like(self.plain, piece.start, piece.end)
        )
        above = self.tree.nodes[-1] if self.tree.nodes else None
        if title:
            self._add_leaf(ClauseKind.HEADING, piece, ClauseRole.TITLE)
        elif above is not None and above.kind is ClauseKind.PREAMBLE:
            above.end = bound
        else:
            self.tree.open(ClauseKind.PREAMBLE, Rank.LEAF, piece.start, bound)
        if bound < piece.end:
            self._add_rest(position, piece, bound)

    def _add_rest(self, position: int, piece: Piece, start: int) -> None:
        while start < piece.end and (self.plain[start].isspace() or self.plain[start] in ":.,"):
            start += 1
        if start < piece.end:
            rest = piece._replace(start=start, mark=match_mark(self.plain, start, piece.end))
            if rest.mark is not None and self._accepts(position, rest, rest.mark):
                self._add_marked(position, rest, rest.mark)
            else:
                self._add_unmarked(position, rest)

    def _is_signed_row(self, piece: Piece) -> bool:
        return self._in_body(piece) and is_signature(self.plain, piece.start, piece.end)

    def _is_signature(self, position: int, piece: Piece) -> bool:
        if self.signed:
            self.signed = piece.end - piece.start < 200
            return self.signed
        if is_signature(self.plain, piece.start, piece.end):
            return True
        return (
            bool(self.tree.scope(*_SCOPES).last)
            and self.above_end == "."
            and is_title_like(self.plain, piece.start, piece.end)
            and names_official(self.plain, piece.start, piece.end)
        )

    def _close_orders(self) -> None:
        """Boilerplate of the order: its points (or a law's articles) on registration, control, entry into force."""
        holding = {node.parent for node in self.tree.nodes if node.amends is not None}
        self._close_by_parts(holding)
        closing: set[int] = set()
        for position, node in enumerate(self.tree.nodes):
            if node.parent in closing or node.role is ClauseRole.CLOSING:
                closing.add(position)
                continue
            root = node.parent is None or self._is_of_order(node.parent)
            if not root or node.role is not ClauseRole.NORM or position in holding:
                continue
            if node.kind in (ClauseKind.POINT, ClauseKind.ARTICLE, ClauseKind.SUBPOINT, ClauseKind.PART):
                if is_closing(self.plain, node.start, node.end):
                    node.role = ClauseRole.CLOSING
                    closing.add(position)

    def _close_by_parts(self, holding: set[int | None]) -> None:
        """«2. Департамент заңнамада белгіленген тәртіппен: 1) … тіркелуін; 2) … жариялауды»: the point is all boilerplate."""
        parts: dict[int, list[Node]] = {}
        for node in self.tree.nodes:
            if node.parent is not None and self._is_of_order(node.parent):
                parts.setdefault(node.parent, []).append(node)
        for position, children in parts.items():
            points = [child for child in children if child.kind is ClauseKind.SUBPOINT]
            told = sum(is_closing(self.plain, child.start, child.end) for child in points)
            if points and position not in holding and 3 * told >= 2 * len(points):
                self.tree.nodes[position].role = ClauseRole.CLOSING

    def _is_of_order(self, position: int) -> bool:
        node = self.tree.nodes[position]
        return node.parent is None and node.kind in (ClauseKind.POINT, ClauseKind.ARTICLE)

    # -- approved texts and annexes

    def _open_component(self, stamp: Stamp) -> int:
        start, end = self.pieces[stamp.first].start, self.pieces[stamp.last].end
        below = self._below_form_heading(stamp.last + 1)
        first, last = self._title_lines(below)
        title = self._title_of(first, last) or self._glued_title(last)
        norms = title is not None and is_text_of_norms(title, 0, len(title))
        if stamp.approved or (norms and stamp.to_rules is not True):
            self._open(ClauseKind.APPROVED, Rank.APPROVED, start, end, stamp, title)
        else:
            if stamp.to_rules is False:
                self.tree.close(Rank.APPROVED)
            self._open(ClauseKind.ANNEX, Rank.ANNEX, start, end, stamp, title)
        self.tree.open(ClauseKind.HEADING, Rank.LEAF, start, end, role=ClauseRole.SIGNATURE)
        self.form = self._is_form(stamp.last + 1, title)
        for piece in self.pieces[stamp.last + 1 : below]:
            self.tree.open(ClauseKind.HEADING, Rank.LEAF, piece.start, piece.end, role=ClauseRole.TITLE)
        if first < last:
            begin, finish = self.pieces[first].start, self.pieces[last - 1].end
            self.tree.open(ClauseKind.HEADING, Rank.LEAF, begin, finish, role=ClauseRole.TITLE)
        self.above_end = "."
        return last

    def _below_form_heading(self, position: int) -> int:
        """Past «Нысан» and whom the form is addressed to, which stand between a stamp and the title."""
        below = position
        while below < len(self.pieces) and below < position + _TITLE_LINES and below not in self.stamps:
            piece = self.pieces[below]
            start = content_of(self.plain, Line(piece.start, piece.end, False))
            if piece.wording is not None or not (
                is_form_heading(self.plain, start, piece.end)
                or (self.plain[piece.start] == "|" and self.plain.find(CELL, start, piece.end) < 0)
            ):
                break
            below += 1
        return below

    def _open(self, kind: ClauseKind, rank: int, start: int, end: int, stamp: Stamp, title: str | None) -> None:
        label = self.text[slice(*stamp.label)].strip()
        self.tree.open(kind, rank, start, end, stamp.number, label, title=title)

    def _title_lines(self, position: int) -> tuple[int, int]:
        """The lines that name the text below a stamp."""
        last = position
        while last < len(self.pieces) and last < position + _TITLE_LINES and self._is_title_line(last, position):
            last += 1
        return position, last

    def _is_title_line(self, position: int, first: int) -> bool:
        piece = self.pieces[position]
        if piece.mark is not None or piece.wording is not None or position in self.stamps:
            return False
        start, end = piece.start, piece.end
        if end - start > 500 or is_row(self.plain, start, end) or self._has_blanks(start, end):
            return False
        if (
            is_form_heading(self.plain, start, end)
            or is_note(self.plain, start, end)
            or is_history(self.plain, start, end)
        ):
            return False
        if (
            self._glued_title(position)
            or self.plain[end - 1] in ":;"
            or (self.plain[end - 1] == "." and end - start > 150)
        ):
            return False
        return position == first or not piece.gap or self.plain[start:end].isupper()

    def _glued_title(self, position: int) -> str | None:
        """The title in «… өлшемшарттары 1. Жалпы ережелер», where point 2 begins a paragraph of its own."""
        if position >= len(self.pieces) or self.pieces[position].wording is not None or position in self.stamps:
            return None
        piece = self.pieces[position]
        first = self._first_point(piece.start, min(piece.end, piece.start + _TITLE))
        if piece.mark is not None or first - piece.start >= _TITLE or first == piece.end:
            return None
        mark = match_mark(self.plain, first, piece.end)
        if mark is None or not self.numbering.counts_on(position, mark):
            return None
        return " ".join(self.text[piece.start : first].split())

    def _title_of(self, first: int, last: int) -> str | None:
        if first >= last:
            return None
        return " ".join(self.text[self.pieces[first].start : self.pieces[last - 1].end].split())

    def _is_form(self, position: int, title: str | None) -> bool:
        """A template: it says so, it is called so, or it has blanks."""
        if title is not None and is_explanation(title, 0, len(title)):
            return False
        if title is not None and is_form_title(title, 0, len(title)):
            return True
        bound = min(len(self.pieces), position + 60)
        for at in range(position, bound):
            if at in self.stamps:
                return False
            piece = self.pieces[at]
            if piece.wording is not None:
                return False
            if is_form_heading(self.plain, piece.start, piece.end) or self._has_blanks(piece.start, piece.end):
                return True
        return False

    # -- numbering that begins anew under a title

    def _restarts(self, position: int) -> bool:
        """A title, and below it number 1 again, with no stamp: «Пояснение по заполнению формы» / «1. …»."""
        piece = self.pieces[position]
        if piece.wording is not None or piece.mark is not None or not is_title_like(self.plain, piece.start, piece.end):
            return False
        below = self._below_title(position)
        if below is None:
            return False
        mark = self.pieces[below].mark
        if mark is None or mark.number != "1" or mark.rank > Rank.POINT + 1 or mark.kind is ClauseKind.PARAGRAPH:
            return False
        if mark.kind is ClauseKind.POINT and below not in self.numbering.chapters:
            last = self.tree.scope(*_SCOPES).last.get("pt")
        else:
            reached = self.tree.scope(*_COMPONENTS).last
            last = reached.get("roman" if mark.bare else mark.kind.value) or reached.get("pt") or reached.get("chp")
        return bool(last)

    def _below_title(self, position: int) -> int | None:
        """The first numbered piece below a run of title lines."""
        for at in range(position + 1, min(len(self.pieces), position + _TITLE_LINES)):
            piece = self.pieces[at]
            if piece.wording is not None or at in self.stamps:
                return None
            if piece.mark is not None:
                return at
            if not is_title_like(self.plain, piece.start, piece.end) or is_row(self.plain, piece.start, piece.end):
                return None
        return None

    def _open_block(self, position: int) -> int:
        below = self._below_title(position) or position + 1
        start, end = self.pieces[position].start, self.pieces[below - 1].end
        title = self._title_of(position, below)
        outermost = self._component() is None
        if outermost and title is not None and is_text_of_norms(title, 0, len(title)):
            self.tree.open(ClauseKind.APPROVED, Rank.APPROVED, start, end, title=title)
        else:
            self.tree.open(ClauseKind.HEADING, Rank.BLOCK, start, end, title=title)
        if title is not None and is_explanation(title, 0, len(title)):
            self.form = False
        self.tree.open(ClauseKind.HEADING, Rank.LEAF, start, end, role=ClauseRole.TITLE)
        self.above_end = "."
        return below


def _says_something(plain: str, start: int, end: int) -> bool:
    """Whether there is a letter, a digit or a blank to fill in; an empty row or a stray colon says nothing."""
    return any(letter.isalnum() or letter == "_" for letter in plain[start:end])


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
