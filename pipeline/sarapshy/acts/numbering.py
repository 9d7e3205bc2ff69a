"""What numbering tells ahead of time.

Where «1. Жалпы ережелер» is followed by «1. Осы Қағидалар …», or «6 Раскрытие сведений» by «6.1 …», the first is a chapter's
heading. Where the next paragraph begins with «8. …», an «8. …» inside this one is no mark.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import Protocol

from sarapshy.acts.headings import UPPER, Mark, Rank, order_of
from sarapshy.acts.model import ClauseKind
from sarapshy.acts.roles import is_closing

_CONTENTS = 6  # headings in a row that make a table of contents
_STOPPED = 60  # a heading seldom ends with a full stop, and then is short
_HEADING = 330
_WORDS = 25  # shortest paragraph that is the words of a clause and no cell
_LOOSE = re.compile(rf"(\d{{1,3}})\s+(?=[{UPPER}])")
_ALONE = re.compile(r"(\d{1,3}(?:-\d{1,2})?)\s?[.)]")
_SOON = 12


class Piece(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def wording(self) -> int | None: ...
    @property
    def mark(self) -> Mark | None: ...


def find_loose_marks(plain: str, pieces: Sequence[Piece]) -> Iterator[tuple[int, Mark]]:
    """Numbers that only their neighbours make marks: «6 Раскрытие сведений» above «6.1 Общество …», «25 Кеңес …» between
    24 and 26, «2.» alone in its line above the words of point 2."""
    points = [
        (position, piece.mark.number)
        for position, piece in enumerate(pieces)
        if piece.mark is not None and piece.mark.kind is ClauseKind.POINT and piece.wording is None
    ]
    at = 0
    for position, piece in enumerate(pieces[:-1]):
        if piece.mark is not None or piece.wording is not None or not plain[piece.start].isdigit():
            continue
        while at < len(points) and points[at][0] <= position:
            at += 1
        before = points[at - 1][1] if at else ""
        mark = _loose_mark(plain, piece, pieces[position + 1], before, points[at] if at < len(points) else (0, ""))
        if mark is not None:
            yield position, mark


def find_contents(pieces: Sequence[Piece]) -> set[int]:
    """Positions of a table of contents: headings one under another with nothing between, that come again below."""
    units = [position for position, piece in enumerate(pieces) if piece.mark is not None and _is_unit(piece)]
    if len(units) <= _CONTENTS:
        return set()
    last = {mark[:2]: position for position in units if (mark := pieces[position].mark) is not None}
    found: set[int] = set()
    start = 0
    while start < len(pieces):
        first, end = pieces[start].mark, start
        while (
            end < len(pieces) and _is_unit(pieces[end]) and not (end > start and _is_same(pieces[end], pieces[start]))
        ):
            end += 1
        if end - start >= _CONTENTS and first is not None and last[first[:2]] >= end:
            found.update(range(start, end))
        start = max(end, start + 1)
    return found


def _is_same(one: Piece, other: Piece) -> bool:
    return one.mark is not None and other.mark is not None and one.mark[:2] == other.mark[:2]


def _is_unit(piece: Piece) -> bool:
    return piece.wording is None and piece.mark is not None and piece.mark.rank < Rank.POINT


def _loose_mark(plain: str, piece: Piece, below: Piece, before: str, after: tuple[int, str]) -> Mark | None:
    alone = _ALONE.fullmatch(plain, piece.start, piece.end)
    if alone:
        if below.mark is not None or below.wording is not None or below.end - below.start < _WORDS:
            return None
        is_point = plain[piece.end - 1] == "."
        if is_point and order_of(alone[1]) != (order_of(before or "0")[0] + 1,):
            return None
        kind, rank = (ClauseKind.POINT, Rank.POINT + 1) if is_point else (ClauseKind.SUBPOINT, Rank.SUBPOINT)
        return Mark(kind, alone[1], piece.start, piece.end, rank)
    found = _LOOSE.match(plain, piece.start, piece.end)
    if not found or not found[1]:
        return None
    number = found[1]
    if after[1] == number + ".1" and piece.end - piece.start <= _HEADING:
        return Mark(ClauseKind.CHAPTER, number, piece.start, found.end(), Rank.CHAPTER)
    if before.isdigit() and after[1].isdigit() and int(before) + 1 == int(number) == int(after[1]) - 1:
        return Mark(ClauseKind.POINT, number, piece.start, found.end(), Rank.POINT + 1)
    return None


class Numbering:
    """``chapters``: positions of pieces whose number is a chapter's though it looks like a point's; ``stamps``: those at
    which another text begins, whose numbers are its own."""

    def __init__(self, plain: str, pieces: Sequence[Piece], stamps: Container[int] = ()) -> None:
        self._plain = plain
        self._pieces = pieces
        self._stamps = stamps
        self.chapters = self._find_chapters()
        self._next_point = self._look_ahead(ClauseKind.POINT)
        self._next_mark = self._look_ahead(None)

    def allows(self, position: int, mark: Mark) -> bool:
        """Whether a mark inside the piece can be one, given the number that the next paragraphs begin with."""
        ahead = self._next_point if mark.kind is ClauseKind.POINT else self._next_mark
        following = ahead[position]
        if following is None or following.kind is not mark.kind:
            return True
        order, next_order = order_of(mark.number), order_of(following.number)
        return next_order > order or next_order == (1,)

    def counts_on(self, position: int, mark: Mark) -> bool:
        """Whether the next paragraphs begin with the number after the mark's."""
        following = self._next_point[position]
        return following is not None and order_of(following.number) == (order_of(mark.number)[0] + 1,)

    def opens_soon(self, position: int) -> bool:
        """Whether something numbered follows within a few paragraphs."""
        return any(
            piece.mark is not None and piece.mark.rank <= Rank.POINT + 1
            for piece in self._pieces[position + 1 : position + _SOON]
        )

    def _look_ahead(self, kind: ClauseKind | None) -> list[Mark | None]:
        ahead: list[Mark | None] = [None] * len(self._pieces)
        following: Mark | None = None
        wording: int | None = None
        for position in range(len(self._pieces) - 1, -1, -1):
            piece = self._pieces[position]
            if piece.wording != wording:
                following, wording = None, piece.wording
            ahead[position] = following
            if position in self._stamps:
                following = None
            if piece.mark is not None and position not in self.chapters and kind in (None, piece.mark.kind):
                following = piece.mark
        return ahead

    def _find_chapters(self) -> set[int]:
        chapters: set[int] = set()
        points = [
            (position, piece.mark.number)
            for position, piece in enumerate(self._pieces)
            if piece.mark is not None and piece.mark.kind is ClauseKind.POINT and piece.wording is None
        ]
        last, chapter = 0, 0
        for (position, number), (_, below) in zip(points, [*points[1:], (0, "")], strict=False):
            if "." in number or "-" in number:
                continue
            own = int(number)
            if self._is_heading(position) and _is_chapter(own, below, last, chapter, self._is_stopped(position)):
                chapters.add(position)
                chapter = own
                last = 0 if below == "1" else last
            else:
                last = own
        return chapters

    def _is_stopped(self, position: int) -> bool:
        return self._plain[self._pieces[position].end - 1] == "."

    def _is_heading(self, position: int) -> bool:
        piece = self._pieces[position]
        last = self._plain[piece.end - 1]
        if piece.end - piece.start > (_STOPPED if last == "." else _HEADING) or last in ";:,":
            return False
        return not is_closing(self._plain, piece.start, piece.end)


def _is_chapter(own: int, below: str, last: int, chapter: int, stopped: bool) -> bool:
    """``below`` is the next number: 6.1 under 6, or the number that would have come after ``last`` anyway, or at least
    none that comes after this one, where this one comes after the last chapter."""
    if "." in below:
        return below.split(".")[0] == str(own)
    if not below.isdigit():
        return False
    following = int(below)
    if own == following == 1:
        return True
    if own == following and stopped:
        return False
    if chapter and own == chapter + 1 and following > own + 1:
        return True
    return following == last + 1 and (own != last + 1 or following == own)
