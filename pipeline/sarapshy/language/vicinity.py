"""Where in a text without an index of words a pattern may stand: about the rarest word that every match of it holds.

«қажет болған жағдай~» is sought by «жағдай»: only a few words on either side of the places with these letters are then
put in order. So a title, or an act of which few patterns are asked, is gone through by the search of strings alone.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sarapshy.language.heads import find_heads
from sarapshy.language.items import Sequence as Items
from sarapshy.language.items import count_letters, count_most, list_anchors, list_openings
from sarapshy.language.words import WORD

LETTERS = 12  # of a word, with what parts it from the next, to begin with


@dataclass(frozen=True, slots=True)
class Landmark:
    """The word that a pattern is sought by: what one of its forms begins with; at most how many words a match has before
    and after it; and what words of the others begin with."""

    openings: tuple[str, ...]
    before: int
    after: int
    others: tuple[tuple[str, ...], ...]


def choose_landmark(items: Items) -> Landmark | None:
    """The word with the most letters to seek; none where each of them may begin with any."""
    anchors = dict(list_anchors(items))
    at = max(anchors, key=lambda position: count_letters(anchors[position]), default=None)
    if at is None or not count_letters(anchors[at]):
        return None
    others = (list_openings(words) for position, words in anchors.items() if position != at and count_letters(words))
    before, after = count_most(items[: at + 1]) - 1, count_most(items[at:]) - 1
    return Landmark(list_openings(anchors[at]), before, after, tuple(others))


def find_vicinities(
    text: str, landmark: Landmark, start: int = 0, stop: int = sys.maxsize
) -> Iterator[tuple[int, int]]:
    """Offsets of pieces that hold all matches whose words begin from ``start`` to ``stop``, each of them whole; the pieces
    share nothing and rise."""
    begin = end = 0
    for at in _find_openings(text, landmark.openings, start, stop):
        first, last = _widen_back(text, at, landmark.before), _widen(text, at, landmark.after + 1)
        if not _holds(text[first:last], landmark.others):
            continue
        if first > end:
            if end:
                yield begin, end
            begin = first
        end = max(end, last)
    if end:
        yield begin, end


def _find_openings(text: str, openings: Sequence[str], start: int, stop: int) -> list[int]:
    """Where a word begins with one of these letters, rising."""
    places = find_heads(text, openings, start, stop)
    return [at for at in places if not at or not text[at].isalnum() or not _is_inside(text[at - 1])]


def _is_inside(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _holds(piece: str, others: Sequence[Sequence[str]]) -> bool:
    return all(any(map(piece.__contains__, openings)) for openings in others)


def _widen_back(text: str, at: int, count: int) -> int:
    """An offset with that many whole words between it and the place, or the beginning."""
    size = LETTERS * count
    while count and size < at and len(WORD.findall(text, at - size, at)) <= count:
        size *= 2
    return max(at - size, 0)


def _widen(text: str, at: int, count: int) -> int:
    """The same beyond the place, or the end."""
    size = LETTERS * count
    while at + size < len(text) and len(WORD.findall(text, at, at + size)) <= count:
        size *= 2
    return min(at + size, len(text))
