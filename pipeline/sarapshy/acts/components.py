"""Approved texts, annexes, and whatever else numbers its points anew.

Below a stamp come perhaps «Нысан» and an addressee, then the title, in one line or several, then the text. Where there is
no stamp, a title above a second point 1 opens a text all the same: «Пояснение по заполнению формы» / «1. …».
"""

from __future__ import annotations

from sarapshy.acts.draft import COMPONENTS, SCOPES, Draft
from sarapshy.acts.headings import Rank, match_mark
from sarapshy.acts.lines import plain_of
from sarapshy.acts.model import ClauseKind, ClauseRole
from sarapshy.acts.roles import (
    CELL,
    is_explanation,
    is_form_heading,
    is_form_title,
    is_history,
    is_note,
    is_row,
    is_title_like,
)
from sarapshy.acts.stamps import Stamp, content_of, is_text_of_norms

_TITLE = 300
_TITLE_LINES = 8
_LONG, _LONGEST = 500, 1200  # characters of a line of a title; of one that opens with «Правила …»


def open_component(draft: Draft, stamp: Stamp) -> int:
    start, end = draft.pieces[stamp.first].start, draft.pieces[stamp.last].end
    below = _below_form_heading(draft, stamp.last + 1)
    first, last = _title_lines(draft, below)
    title = title_of(draft, first, last) or _glued_title(draft, last)
    norms = title is not None and is_text_of_norms(plain_of(title), 0, len(title))
    if stamp.approved or (norms and stamp.to_rules is not True):
        _open(draft, ClauseKind.APPROVED, Rank.APPROVED, start, end, stamp, title)
    else:
        if stamp.to_rules is False:
            draft.tree.close(Rank.APPROVED)
        _open(draft, ClauseKind.ANNEX, Rank.ANNEX, start, end, stamp, title)
    draft.tree.open(ClauseKind.HEADING, Rank.LEAF, start, end, role=ClauseRole.SIGNATURE)
    draft.form = _is_form(draft, stamp.last + 1, title)
    for piece in draft.pieces[stamp.last + 1 : below]:
        draft.tree.open(ClauseKind.HEADING, Rank.LEAF, piece.start, piece.end, role=ClauseRole.TITLE)
    if first < last:
        begin, finish = draft.pieces[first].start, draft.pieces[last - 1].end
        draft.tree.open(ClauseKind.HEADING, Rank.LEAF, begin, finish, role=ClauseRole.TITLE)
    draft.above_end = "."
    return last


def _below_form_heading(draft: Draft, position: int) -> int:
    """Past «Нысан» and whom the form is addressed to, which stand between a stamp and the title."""
    below = position
    while below < len(draft.pieces) and below < position + _TITLE_LINES and below not in draft.stamps:
        piece = draft.pieces[below]
        start = content_of(draft.plain, piece.start, piece.end)
        if piece.wording is not None or not (
            is_form_heading(draft.plain, start, piece.end)
            or (draft.plain[piece.start] == "|" and draft.plain.find(CELL, start, piece.end) < 0)
        ):
            break
        below += 1
    return below


def _open(draft: Draft, kind: ClauseKind, rank: int, start: int, end: int, stamp: Stamp, title: str | None) -> None:
    label = draft.text[slice(*stamp.label)].strip()
    draft.tree.open(kind, rank, start, end, stamp.number, label, title=title)


def _title_lines(draft: Draft, position: int) -> tuple[int, int]:
    """The lines that name the text below a stamp."""
    last = position
    while last < len(draft.pieces) and last < position + _TITLE_LINES and _is_title_line(draft, last, position):
        last += 1
    return position, last


def _is_title_line(draft: Draft, position: int, first: int) -> bool:
    piece = draft.pieces[position]
    if piece.mark is not None or piece.wording is not None or position in draft.stamps:
        return False
    start, end = piece.start, piece.end
    longest = _LONGEST if position == first and is_text_of_norms(draft.plain, start, end) else _LONG
    if end - start > longest or is_row(draft.plain, start, end) or draft.has_blanks(start, end):
        return False
    if (
        is_form_heading(draft.plain, start, end)
        or is_note(draft.plain, start, end)
        or is_history(draft.plain, start, end)
    ):
        return False
    if (
        _glued_title(draft, position)
        or draft.plain[end - 1] in ":;"
        or (draft.plain[end - 1] == "." and end - start > 150)
    ):
        return False
    return position == first or not piece.gap or draft.plain[start:end].isupper() or _runs_on(draft, position)


def _runs_on(draft: Draft, position: int) -> bool:
    """«Правила» / / «лицензирования деятельности» / / «(временные)»: old files part the lines of a title."""
    piece, above = draft.pieces[position], draft.pieces[position - 1]
    begins = draft.plain[piece.start : piece.end].lstrip("(")[:1]
    return begins.islower() and piece.end - piece.start < _TITLE // 2 and draft.plain[above.end - 1] not in ".:;)"


def _glued_title(draft: Draft, position: int) -> str | None:
    """The title in «… өлшемшарттары 1. Жалпы ережелер», where point 2 begins a paragraph of its own."""
    if position >= len(draft.pieces) or draft.pieces[position].wording is not None or position in draft.stamps:
        return None
    piece = draft.pieces[position]
    first = draft.first_point(piece.start, min(piece.end, piece.start + _TITLE))
    if piece.mark is not None or first - piece.start >= _TITLE or first == piece.end:
        return None
    mark = match_mark(draft.plain, first, piece.end)
    if mark is None or not draft.numbering.counts_on(position, mark):
        return None
    return " ".join(draft.text[piece.start : first].split())


def title_of(draft: Draft, first: int, last: int) -> str | None:
    if first >= last:
        return None
    return " ".join(draft.text[draft.pieces[first].start : draft.pieces[last - 1].end].split())


def _is_form(draft: Draft, position: int, title: str | None) -> bool:
    """A template: it says so, it is called so, or it has blanks."""
    if title is not None and is_explanation(plain_of(title), 0, len(title)):
        return False
    if title is not None and is_form_title(plain_of(title), 0, len(title)):
        return True
    bound = min(len(draft.pieces), position + 60)
    for at in range(position, bound):
        if at in draft.stamps:
            return False
        piece = draft.pieces[at]
        if piece.wording is not None:
            return False
        if is_form_heading(draft.plain, piece.start, piece.end) or draft.has_blanks(piece.start, piece.end):
            return True
    return False


def restarts(draft: Draft, position: int) -> bool:
    """A title, and below it number 1 again, with no stamp: «Пояснение по заполнению формы» / «1. …»."""
    piece = draft.pieces[position]
    if (
        piece.wording is not None
        or piece.mark is not None
        or is_row(draft.plain, piece.start, piece.end)
        or not is_title_like(draft.plain, piece.start, piece.end)
    ):
        return False
    below = _below_title(draft, position)
    if below is None:
        return False
    mark = draft.pieces[below].mark
    if mark is None or mark.number != "1" or mark.rank > Rank.POINT + 1 or mark.kind is ClauseKind.PARAGRAPH:
        return False
    if mark.kind is ClauseKind.POINT and below not in draft.numbering.chapters:
        last = draft.tree.scope(*SCOPES).last.get("pt")
    else:
        reached = draft.tree.scope(*COMPONENTS).last
        last = reached.get("roman" if mark.bare else mark.kind.value) or reached.get("pt") or reached.get("chp")
    return bool(last)


def _below_title(draft: Draft, position: int) -> int | None:
    """The first numbered piece below a run of title lines."""
    for at in range(position + 1, min(len(draft.pieces), position + _TITLE_LINES)):
        piece = draft.pieces[at]
        if piece.wording is not None or at in draft.stamps:
            return None
        if piece.mark is not None:
            return at
        if not is_title_like(draft.plain, piece.start, piece.end) or is_row(draft.plain, piece.start, piece.end):
            return None
    return None


def open_block(draft: Draft, position: int) -> int:
    below = _below_title(draft, position) or position + 1
    first = _name_of_norms(draft, position, below)
    start, end = draft.pieces[position].start, draft.pieces[below - 1].end
    title = title_of(draft, first, below)
    outermost = draft.component() is None
    if outermost and title is not None and is_text_of_norms(plain_of(title), 0, len(title)):
        draft.tree.open(ClauseKind.APPROVED, Rank.APPROVED, start, end, title=title)
    else:
        draft.tree.open(ClauseKind.HEADING, Rank.BLOCK, start, end, title=title)
    if title is not None and is_explanation(plain_of(title), 0, len(title)):
        draft.form = False
    draft.tree.open(ClauseKind.HEADING, Rank.LEAF, start, end, role=ClauseRole.TITLE)
    draft.above_end = "."
    return below


def _name_of_norms(draft: Draft, first: int, below: int) -> int:
    """The line in which the name of a text of norms begins: above «Положение» may stand who signed, «Председатель коллегии»."""
    named = (at for at in range(first, below) if is_text_of_norms(draft.plain, *_bounds(draft, at)))
    return next(named, first)


def _bounds(draft: Draft, position: int) -> tuple[int, int]:
    return draft.pieces[position].start, draft.pieces[position].end
