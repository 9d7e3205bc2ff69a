"""Clauses that carry a number: chapters, articles, points, subpoints.

A mark at the head of a paragraph opens a clause; one inside («… анықтайды. 3. Комиссия: 1) …; 2) …») does where it is the
next in its row and nothing below claims the number.
"""

from __future__ import annotations

import re

from sarapshy.acts.amendments import begins_boilerplate, name_amended
from sarapshy.acts.draft import COMPONENTS, SCOPES, Draft
from sarapshy.acts.headings import Mark, Rank, find_inner_marks, follows, order_of
from sarapshy.acts.model import ClauseKind, ClauseRole
from sarapshy.acts.pieces import Piece
from sarapshy.acts.roles import ends_unstopped
from sarapshy.acts.tree import Node

_SENTENCE = re.compile(r"[.;:](?:\s|$)")
_TITLE = 300
_WORTH = 40  # shortest paragraph that may hide a mark
_TITLED = (ClauseKind.SECTION, ClauseKind.CHAPTER, ClauseKind.PARAGRAPH, ClauseKind.ARTICLE)


def accepts(draft: Draft, mark: Mark) -> bool:
    """Whether the mark opens a clause here, or is an initial, a decimal, a stray letter."""
    if mark.bare:
        last = draft.tree.scope(*COMPONENTS).last.get("roman", ())
        return order_of(mark.number) == (last[0] + 1 if last else 1,)
    if mark.kind is ClauseKind.POINT and "." in mark.number:
        return _accepts_multi(draft, mark)
    if mark.rank == Rank.LETTER:
        return draft.tree.innermost(Rank.LETTER).rank >= Rank.ARTICLE
    return True


def _accepts_multi(draft: Draft, mark: Mark) -> bool:
    """«6.3 …» below an open «6», or next in its row; «2.5 млн теңге» is neither."""
    above, _, last = mark.number.rpartition(".")
    for level in reversed(draft.tree.levels):
        if level.node is not None and draft.tree.nodes[level.node].number == above:
            return draft.plain[mark.label_end].isupper() or draft.plain[mark.label_end] in '"«(' or last != "0"
    order, before = order_of(mark.number), draft.tree.scope(*SCOPES).last.get("multi", ())
    return order[-1] == 1 or (len(before) == len(order) and before[:-1] == order[:-1] and order[-1] == before[-1] + 1)


def add_marked(draft: Draft, position: int, piece: Piece, mark: Mark) -> None:
    node = _open_mark(draft, mark, piece.end, piece.wording, position)
    if mark.kind in (ClauseKind.POINT, ClauseKind.SUBPOINT) and draft.is_blank(piece):
        node.role = ClauseRole.FORM
    split_inside(draft, position, piece, mark.label_end, node)


def _open_mark(draft: Draft, mark: Mark, end: int, wording: int | None, position: int) -> Node:
    label = draft.text[mark.start : mark.label_end].strip()
    kind, rank = mark.kind, mark.rank
    if kind is ClauseKind.POINT:
        if position in draft.numbering.chapters and mark.start == draft.pieces[position].start:
            kind, rank = ClauseKind.CHAPTER, Rank.CHAPTER
        elif "." not in mark.number:
            rank = _place_point(draft, mark)
    elif kind is ClauseKind.SUBPOINT and rank == Rank.SUBPOINT:
        draft.tree.innermost(Rank.SUBPOINT).last["sp"] = order_of(mark.number)
    node = draft.tree.open(
        kind, rank, mark.start, end, mark.number, label, amends=draft.amended if wording is not None else None
    )
    _count(draft, mark, kind)
    return node


def _count(draft: Draft, mark: Mark, kind: ClauseKind) -> None:
    if "." in mark.number:
        draft.tree.scope(*SCOPES).last["multi"] = order_of(mark.number)
    elif mark.bare:
        draft.tree.scope(*COMPONENTS).last["roman"] = order_of(mark.number)
    elif kind not in (ClauseKind.POINT, ClauseKind.SUBPOINT):
        draft.tree.scope(*COMPONENTS).last[kind.value] = order_of(mark.number)


def _place_point(draft: Draft, mark: Mark) -> int:
    """The rank of a point: its own, or that of a list that begins at 1 again inside an open point."""
    order = order_of(mark.number)
    scope = draft.tree.scope(*SCOPES)
    last = scope.last.get("pt", ())
    if scope.rank == Rank.BLOCK and not follows(mark.number, last):
        outer = next(level for level in reversed(draft.tree.levels) if level.rank < Rank.BLOCK)
        if last and order and follows(mark.number, outer.last.get("pt", ())) and outer.last.get("pt"):
            draft.tree.close(Rank.BLOCK)
            scope, last = outer, outer.last["pt"]
    holder = next((level for level in reversed(draft.tree.levels) if level.rank <= Rank.POINT + 1), None)
    if holder is not None and holder.rank == Rank.POINT + 1 and last and not follows(mark.number, last):
        listed = holder.last.get("list", ())
        if order == (1,) or (listed and follows(mark.number, listed)):
            holder.last["list"] = order
            return Rank.LISTED
    scope.last["pt"] = order
    return Rank.POINT + 1


def split_inside(draft: Draft, position: int, piece: Piece, start: int, node: Node) -> None:
    """Find further marks in the paragraph: «… анықтайды. 3. Комиссия: 1) …; 2) …»."""
    marks = find_inner_marks(draft.plain, start, piece.end) if piece.end - start > _WORTH else []
    opened = start
    for at, mark in enumerate(marks):
        begins = piece.wording is not None and _begins_row(mark, marks[at + 1 :])
        if mark.start < opened or not (begins or _continues(draft, position, mark, opened, node)):
            continue
        node.end = draft.trim(mark.start, node.start)
        _close_mark(draft, piece, node, opened)
        node = _open_mark(draft, mark, piece.end, piece.wording, position)
        opened = mark.label_end
    _close_mark(draft, piece, node, opened)


def _close_mark(draft: Draft, piece: Piece, node: Node, opened: int) -> None:
    """What is known of a clause once its end is: a line of a form is one wherever it stands in its paragraph."""
    _title(draft, node, opened)
    note_amended(draft, node, opened)
    in_form = draft.form and piece.wording is None and node.kind in (ClauseKind.POINT, ClauseKind.SUBPOINT)
    if in_form and draft.has_blanks(node.start, node.end):
        node.role = ClauseRole.FORM


def _begins_row(mark: Mark, after: list[Mark]) -> bool:
    """«4-1. Басшыны іріктеу тәртібі. 23-1. … 23-2. …»: a chapter that is put in begins with a point after another chapter's."""
    order = order_of(mark.number)
    points = (other for other in after if other.kind is ClauseKind.POINT)
    following = next(points, None)
    if mark.kind is not ClauseKind.POINT or len(order) != 2 or order[1] != 1 or following is None:
        return False
    return order_of(following.number) == (order[0], 2)


def _continues(draft: Draft, position: int, mark: Mark, opened: int, node: Node) -> bool:
    before = draft.plain[draft.trim(mark.start, opened) - 1]
    if mark.kind is ClauseKind.SUBPOINT:
        last = draft.tree.innermost(Rank.SUBPOINT).last.get("sp", ())
        if order_of(mark.number) == (1,):
            return before in ":."
        return (
            bool(last) and follows(mark.number, last) and before in ';.:»)"' and draft.numbering.allows(position, mark)
        )
    if mark.kind is ClauseKind.POINT:
        ends = before in '.;:»)"”!' or node.kind in (ClauseKind.CHAPTER, ClauseKind.ARTICLE, ClauseKind.PARAGRAPH)
        last = draft.tree.scope(*SCOPES).last.get("pt", ())
        ends = (
            ends
            or ends_unstopped(draft.plain, draft.trim(mark.start, opened))
            or (not last and draft.numbering.counts_on(position, mark) and draft.component() is not None)
        )
        # An order may skip a number («2. … 4. Осы бұйрық …»); how such a point begins tells that it is one.
        next_one = follows(mark.number, last) or (
            order_of(mark.number) > last and begins_boilerplate(draft.plain, mark.start)
        )
        return ends and next_one and draft.numbering.allows(position, mark)
    last = draft.tree.scope(*COMPONENTS).last.get(mark.kind.value, ())
    return follows(mark.number, last) or (mark.kind is ClauseKind.PARAGRAPH and mark.number == "1")


def _title(draft: Draft, node: Node, start: int) -> None:
    if node.kind in _TITLED:
        title = draft.text[start : node.end].strip()
        if 0 < len(title) <= _TITLE and (node.kind is not ClauseKind.ARTICLE or not _SENTENCE.search(title)):
            node.title = " ".join(title.split())


def note_amended(draft: Draft, node: Node, start: int) -> None:
    if not draft.wordings or node.amends is not None:
        return
    found = name_amended(draft.plain, start, node.end)
    if found is not None:
        draft.amended = " ".join(draft.text[found[0] : found[1]].split())
