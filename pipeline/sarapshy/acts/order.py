"""The head and the foot of an order: title, preamble, signature, boilerplate.

«… 5-бабына сәйкес БҰЙЫРАМЫН:» ends the preamble, often with point 1 in the same paragraph; «Министр | А. Б.» ends the
order; its points on registration, publication, control and entry into force are boilerplate.
"""

from __future__ import annotations

from collections.abc import Set

from sarapshy.acts.amendments import name_amended
from sarapshy.acts.draft import HEAD, PREAMBLE, SCOPES, Draft
from sarapshy.acts.headings import Rank
from sarapshy.acts.model import ClauseKind, ClauseRole
from sarapshy.acts.pieces import Piece
from sarapshy.acts.roles import find_enacting, is_closing, is_row, is_signature, is_title_like, names_official
from sarapshy.acts.tree import Node
from sarapshy.acts.unnumbered import add_leaf

_SIGNATURE = 200
_NUMBERED = (ClauseKind.POINT, ClauseKind.ARTICLE)
_CLOSERS = (*_NUMBERED, ClauseKind.SUBPOINT, ClauseKind.PART)


def enact_again(draft: Draft, piece: Piece) -> None:
    """Below the signature of a resolution that submits a draft decree, the decree has a head of its own."""
    if not draft.signed:
        return
    found = find_enacting(
        draft.plain, piece.start, draft.first_point(piece.start, min(piece.end, piece.start + PREAMBLE))
    )
    if found is not None:
        draft.signed, draft.enacted = False, found
        draft.tree.close(Rank.APPROVED)
        draft.tree.levels[0].last.clear()


def is_head(draft: Draft, position: int, piece: Piece) -> bool:
    if draft.enacted is not None:
        return piece.start < draft.enacted
    if (
        _orders_change(draft, position, piece)
        or draft.tree.scope(*SCOPES).last
        or any(level.rank > Rank.ROOT and level.rank < Rank.LEAF for level in draft.tree.levels)
    ):
        return False
    return position < HEAD and draft.numbering.opens_soon(position)


def _orders_change(draft: Draft, position: int, piece: Piece) -> bool:
    """Whether it begins or follows new wording, or names the act that takes some."""
    near = draft.pieces[max(0, position - 1) : position + 2]
    return any(other.wording is not None for other in near) or (
        bool(draft.wordings) and name_amended(draft.plain, piece.start, piece.end) is not None
    )


def add_head(draft: Draft, piece: Piece) -> int:
    """Title lines, then the preamble, which may run into the first point in the same paragraph; where that rest begins."""
    first = draft.first_point(piece.start + 1, piece.end)
    bound = min(piece.end, first, draft.enacted if draft.enacted and draft.enacted > piece.start else piece.end)
    bound = draft.trim(bound, piece.start)
    above = draft.tree.nodes[-1] if draft.tree.nodes else None
    if above is not None and above.kind is ClauseKind.PREAMBLE:
        above.end = bound
    elif bound == piece.end and _is_title(draft, piece):
        add_leaf(draft, ClauseKind.HEADING, piece, ClauseRole.TITLE)
    else:
        draft.tree.open(ClauseKind.PREAMBLE, Rank.LEAF, piece.start, bound)
    while bound < piece.end and (draft.plain[bound].isspace() or draft.plain[bound] in ":.,"):
        bound += 1
    return bound


def _is_title(draft: Draft, piece: Piece) -> bool:
    return is_title_like(draft.plain, piece.start, piece.end) and (draft.enacted is None or draft.enacted > piece.end)


def is_signed_row(draft: Draft, piece: Piece) -> bool:
    return draft.in_body(piece) and is_signature(draft.plain, piece.start, piece.end)


def end_of_table(draft: Draft, position: int) -> int:
    """The position below a row and those under it: to another row that signs the order, a stamp, or new wording."""
    first = draft.pieces[position]
    plain, wording, in_body = draft.plain, first.wording, draft.in_body(first)
    for below in range(position + 1, len(draft.pieces)):
        piece = draft.pieces[below]
        start, end = piece.start, piece.end
        if piece.wording != wording or below in draft.stamps or not is_row(plain, start, end):
            return below
        if in_body and is_signature(plain, start, end):
            return below
    return len(draft.pieces)


def is_last_line(draft: Draft, piece: Piece) -> bool:
    """Whether the paragraph signs the order, or stands below a signature and is as short as one."""
    draft.signed = piece.end - piece.start < _SIGNATURE if draft.signed else _signs(draft, piece)
    return draft.signed


def _signs(draft: Draft, piece: Piece) -> bool:
    if is_signature(draft.plain, piece.start, piece.end):
        return True
    return (
        bool(draft.tree.scope(*SCOPES).last)
        and draft.above_end == "."
        and is_title_like(draft.plain, piece.start, piece.end)
        and names_official(draft.plain, piece.start, piece.end)
    )


def mark_boilerplate(draft: Draft) -> None:
    """Boilerplate of the order: its points (or a law's articles) on registration, control, entry into force."""
    nodes = draft.tree.nodes
    holding = {node.parent for node in nodes if node.amends is not None}
    points: Set[int | None] = {at for at, node in enumerate(nodes) if node.parent is None and node.kind in _NUMBERED}
    _close_by_parts(draft, points - holding)
    closing: set[int | None] = set()
    for position, node in enumerate(nodes):
        if node.parent in closing or node.role is ClauseRole.CLOSING:
            closing.add(position)
            continue
        root = node.parent is None or node.parent in points
        if not root or node.kind not in _CLOSERS or node.role is not ClauseRole.NORM or position in holding:
            continue
        if is_closing(draft.plain, node.start, node.end):
            node.role = ClauseRole.CLOSING
            closing.add(position)


def _close_by_parts(draft: Draft, points: Set[int | None]) -> None:
    """«2. Департамент белгіленген тәртіппен: 1) … тіркелуін; 2) … жариялауды»: the whole point is boilerplate."""
    parts: dict[int, list[Node]] = {}
    for node in draft.tree.nodes:
        if node.parent in points and node.parent is not None and node.kind is ClauseKind.SUBPOINT:
            parts.setdefault(node.parent, []).append(node)
    for position, children in parts.items():
        told = sum(is_closing(draft.plain, child.start, child.end) for child in children)
        if 3 * told >= 2 * len(children):
            draft.tree.nodes[position].role = ClauseRole.CLOSING
