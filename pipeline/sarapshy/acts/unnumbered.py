"""Clauses that carry no number: parts, indents, rows, notes, title lines.

«Комиссия төрағасы сайланады.» below point 6 is a part of the point, though subpoints stand between; «көшірмесі;» below
«2) … мыналар:» is an indent of the subpoint; «Ескертпе: …» is a note, and what it lists is its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from sarapshy.acts.draft import SCOPES, Draft
from sarapshy.acts.headings import BULLETS, Rank
from sarapshy.acts.model import ClauseKind, ClauseRole
from sarapshy.acts.numbered import split_inside
from sarapshy.acts.pieces import Piece
from sarapshy.acts.roles import CELL, calls_for_more, is_editorial, is_explanation, is_history, is_title_like
from sarapshy.acts.stamps import content_of
from sarapshy.acts.tree import Level, Node

_TITLE = 300


def add_rows(draft: Draft, rows: Sequence[Piece]) -> None:
    """Rows of one table, all within or all without new wording; an act may have thousands."""
    tree, amends = draft.tree, draft.amends(rows[0])
    tree.close(Rank.LEAF)
    above = tree.levels[-1].node
    for row in rows:
        role = ClauseRole.FORM if draft.form or draft.is_blank(row) else ClauseRole.NORM
        label = _number_row(draft.plain, row)
        tree.nodes.append(Node(ClauseKind.ROW, None, label, row.start, row.end, above, role, None, amends))
    tree.levels.append(Level(Rank.LEAF, len(tree.nodes) - 1))


def _number_row(plain: str, row: Piece) -> str:
    """What its first cell says, if that is a number of some figures."""
    end = plain.find(CELL, row.start, row.end)
    first = plain[row.start : row.end if end < 0 else end].strip()
    return first if first.rstrip(".)").isdigit() and len(first) < 7 else ""


def add_note(draft: Draft, piece: Piece) -> None:
    start = content_of(draft.plain, piece.start, piece.end)
    editorial = is_editorial(draft.plain, start, piece.end)
    if editorial:
        add_leaf(draft, ClauseKind.NOTE, piece, ClauseRole.EDITORIAL, Rank.SUBPOINT)
        unfinished = "" if draft.plain[piece.end - 1] in ".;)" else "rest"
        draft.editorial = "more" if calls_for_more(draft.plain, start, piece.end) else unfinished
        return
    in_article = draft.tree.scope(*SCOPES).rank == Rank.ARTICLE
    draft.tree.close(Rank.POINT if in_article else Rank.SUBPOINT)
    draft.tree.open(ClauseKind.NOTE, Rank.NOTE, piece.start, piece.end, amends=draft.amends(piece))


def add_part(draft: Draft, position: int, piece: Piece) -> None:
    first = draft.plain[piece.start]
    listed = first in BULLETS or first.islower() or draft.above_end in ":;" or draft.plain[piece.end - 1] == ";"
    kind = ClauseKind.INDENT if listed else ClauseKind.PART
    if kind is ClauseKind.PART and _noted(draft):
        draft.tree.close(Rank.LEAF)
    else:
        draft.tree.close(Rank.LEAF if listed else Rank.SUBPOINT)
    role = ClauseRole.FORM if draft.form and not _numbered(draft) and not _noted(draft) else ClauseRole.NORM
    node = draft.tree.open(kind, Rank.LEAF, piece.start, piece.end, role=role, amends=draft.amends(piece))
    split_inside(draft, position, piece, piece.start, node)


def add_leaf(draft: Draft, kind: ClauseKind, piece: Piece, role: ClauseRole, closes: int = Rank.LEAF) -> Node:
    if kind is ClauseKind.HEADING:
        closes = Rank.SUBPOINT
    if closes < Rank.LEAF:  # which closes what it stands beside
        draft.tree.close(closes)
    return draft.tree.open(kind, Rank.LEAF, piece.start, piece.end, role=role, amends=draft.amends(piece))


def _numbered(draft: Draft) -> bool:
    return any(level.rank >= Rank.ARTICLE and level.rank < Rank.NOTE for level in draft.tree.levels)


def _noted(draft: Draft) -> bool:
    return any(level.rank == Rank.NOTE for level in draft.tree.levels)


def is_heading(draft: Draft, position: int, piece: Piece) -> bool:
    """A title line: all in capitals, or short and followed by the first of something numbered."""
    below = draft.pieces[position + 1] if position + 1 < len(draft.pieces) else None
    if not is_title_like(draft.plain, piece.start, piece.end) or (below is not None and below.wording is not None):
        return False
    if draft.plain[piece.start : piece.end].isupper() and piece.end - piece.start > 5:
        return True
    opens = below is not None and below.mark is not None and below.mark.rank <= Rank.POINT + 1
    return opens and draft.above_end in '.;»"”!' and piece.end - piece.start < 200 and below is not None and below.gap


def continues_heading(draft: Draft, piece: Piece) -> bool:
    """«Глава 2. Порядок хранения» / «и захоронения отходов»: the heading was broken in two."""
    level = draft.tree.levels[-1]
    node = draft.tree.nodes[-1] if draft.tree.nodes else None
    if node is None or node.end - node.start > 2 * _TITLE:
        return False
    if not Rank.SECTION <= level.rank <= Rank.PARAGRAPH or level.node != len(draft.tree.nodes) - 1:
        return False
    begins = draft.plain[piece.start : piece.end].lstrip("(")[:1]
    if not begins.islower() or draft.above_end in ".:;" or draft.plain[piece.end - 1] in ":;":
        return False
    return piece.end - piece.start < (_TITLE // 2 if piece.gap else _TITLE)


def extend_heading(draft: Draft, piece: Piece) -> None:
    node = draft.tree.nodes[-1]
    node.end = piece.end
    node.title = " ".join(f"{node.title or ''} {draft.text[piece.start : piece.end]}".split())


def explains(draft: Draft, piece: Piece) -> bool:
    """«Пояснение по заполнению формы» within a form: what follows are norms again."""
    return (
        draft.form
        and is_title_like(draft.plain, piece.start, piece.end)
        and is_explanation(draft.plain, piece.start, piece.end)
    )


def add_explanation(draft: Draft, piece: Piece) -> None:
    draft.form = False
    title = draft.text[piece.start : piece.end]
    draft.tree.open(ClauseKind.HEADING, Rank.BLOCK, piece.start, piece.end, title=title)
    draft.tree.open(ClauseKind.HEADING, Rank.LEAF, piece.start, piece.end, role=ClauseRole.TITLE)


def add_heading(draft: Draft, piece: Piece) -> None:
    draft.tree.close(Rank.POINT)
    add_leaf(draft, ClauseKind.HEADING, piece, ClauseRole.TITLE)


def is_publishers(draft: Draft, piece: Piece) -> bool:
    """Whether a paragraph tells of amendments, or goes on with a note that does."""
    if is_history(draft.plain, piece.start, piece.end):
        return True
    first = draft.plain[piece.start]
    return piece.mark is None and (
        draft.editorial == "more" or (draft.editorial == "rest" and (first.islower() or first.isdigit()))
    )


def add_history(draft: Draft, position: int, piece: Piece) -> None:
    """A line in which the publisher tells what was amended, or the rest of his note; before a subpoint it ends no point."""
    below = draft.pieces[position + 1] if position + 1 < len(draft.pieces) else None
    within = below is not None and below.mark is not None and below.mark.kind is ClauseKind.SUBPOINT
    closes = Rank.SUBPOINT if draft.editorial or within else Rank.POINT
    add_leaf(draft, ClauseKind.NOTE, piece, ClauseRole.EDITORIAL, closes)
    draft.editorial = "rest" if draft.editorial and draft.plain[piece.end - 1] not in ".;)" else ""
