"""A text becomes a tree of clauses.

«БҰЙЫРАМЫН: / 1. Қоса беріліп отырған Қағидалар бекітілсін. / … бұйрығымен бекітілген / Қағидалар / 1-тарау. Жалпы
ережелер / 1. Осы Қағидалар … / 2. Комиссия: / 1) …;» gives a preamble, point 1 of the order, then the approved text with
chapter 1, points 1 and 2, subpoint 1. The same words may stand in one line: then a number is a mark if it is the next one.
Nothing is refused: what has no number becomes a part, an indent, a row, a heading; what cannot be told stays a part.
"""

from __future__ import annotations

from sarapshy.acts.components import open_block, open_component, restarts
from sarapshy.acts.draft import Draft
from sarapshy.acts.headings import match_mark
from sarapshy.acts.model import Clause, ClauseKind, ClauseRole
from sarapshy.acts.numbered import accepts, add_marked
from sarapshy.acts.order import (
    add_head,
    enact_again,
    end_of_table,
    is_head,
    is_last_line,
    is_signed_row,
    mark_boilerplate,
)
from sarapshy.acts.pieces import Piece, says_something
from sarapshy.acts.roles import is_form_heading, is_note, is_row
from sarapshy.acts.stamps import content_of
from sarapshy.acts.unnumbered import (
    add_explanation,
    add_heading,
    add_history,
    add_leaf,
    add_note,
    add_part,
    add_rows,
    continues_heading,
    explains,
    extend_heading,
    is_heading,
    is_publishers,
)


def parse_clauses(text: str) -> tuple[Clause, ...]:
    """Clauses in document order, a parent before its children; any text, never an error."""
    draft = Draft(text)
    position, wording = 0, None
    while position < len(draft.pieces):
        piece = draft.pieces[position]
        if piece.wording != wording:
            _cross(draft, piece.wording, wording)
            wording = piece.wording
        position = _add(draft, position, piece)
    mark_boilerplate(draft)
    return draft.tree.finish()


def _cross(draft: Draft, entered: int | None, left: int | None) -> None:
    """Into quoted new wording, out of it, or from one straight into the next."""
    if left is not None:
        draft.tree.drop_barrier()
    if entered is not None:
        draft.tree.raise_barrier()
    draft.above_end = "."


def _add(draft: Draft, position: int, piece: Piece) -> int:
    """Take in the piece, or a whole stamp with the title below it; give the position of the next."""
    if position in draft.stamps:
        return open_component(draft, draft.stamps[position])
    if not says_something(draft.plain, piece.start, piece.end):
        return position + 1
    if is_row(draft.plain, piece.start, piece.end) and not is_signed_row(draft, piece):
        return _add_table(draft, position)
    if restarts(draft, position):
        return open_block(draft, position)
    _add_paragraph(draft, position, piece)
    if draft.editorial and draft.tree.nodes and draft.tree.nodes[-1].role is not ClauseRole.EDITORIAL:
        draft.editorial = ""
    draft.above_end = draft.plain[piece.end - 1]
    return position + 1


def _add_table(draft: Draft, position: int) -> int:
    """Take in the rows that stand one under another: acts have more of them than of anything else."""
    below = end_of_table(draft, position)
    rows = [row for row in draft.pieces[position:below] if says_something(draft.plain, row.start, row.end)]
    add_rows(draft, rows)
    draft.editorial = ""
    draft.above_end = draft.plain[rows[-1].end - 1]
    return below


def _add_paragraph(draft: Draft, position: int, piece: Piece) -> None:
    plain, start, end = draft.plain, piece.start, piece.end
    if is_row(plain, start, end) and not is_signed_row(draft, piece):
        add_rows(draft, [piece])
    elif is_note(plain, content_of(plain, start, end), end):
        add_note(draft, piece)
    elif is_publishers(draft, piece):
        add_history(draft, position, piece)
    elif position in draft.contents:
        add_leaf(draft, ClauseKind.HEADING, piece, ClauseRole.TITLE)
    elif piece.mark is not None and accepts(draft, piece.mark):
        add_marked(draft, position, piece, piece.mark)
    elif draft.in_body(piece):
        _add_to_body(draft, position, piece)
    else:
        _add_unmarked(draft, position, piece)


def _add_to_body(draft: Draft, position: int, piece: Piece) -> None:
    """A paragraph of the order itself: its head, its signature, or anything else."""
    enact_again(draft, piece)
    if is_head(draft, position, piece):
        rest = add_head(draft, piece)
        if rest < piece.end:
            below = piece._replace(start=rest, mark=match_mark(draft.plain, rest, piece.end))
            _add_paragraph(draft, position, below)
    elif is_last_line(draft, piece):
        add_leaf(draft, ClauseKind.PART, piece, ClauseRole.SIGNATURE)
    else:
        _add_unmarked(draft, position, piece)


def _add_unmarked(draft: Draft, position: int, piece: Piece) -> None:
    if is_form_heading(draft.plain, content_of(draft.plain, piece.start, piece.end), piece.end):
        draft.form = draft.component() is not None
        add_leaf(draft, ClauseKind.HEADING, piece, ClauseRole.TITLE)
    elif draft.is_blank(piece):
        add_leaf(draft, ClauseKind.PART, piece, ClauseRole.FORM)
    elif continues_heading(draft, piece):
        extend_heading(draft, piece)
    elif explains(draft, piece):
        add_explanation(draft, piece)
    elif is_heading(draft, position, piece):
        add_heading(draft, piece)
    else:
        add_part(draft, position, piece)
