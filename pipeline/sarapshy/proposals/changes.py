"""A unit's edits as the least that an amending act has to say: words that change, a part that reads anew, one that comes.

«1. Айыппұл салынады: 1) …; 13) ….» with one sentence more is «екінші бөлікпен толықтырылсын», and not the list once more. Words
are told by themselves where they stand once in their part; where they stand twice, their neighbours are told with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from sarapshy.acts.model import Act, Clause, ClauseKind
from sarapshy.proposals.edits import Edit
from sarapshy.proposals.model import WORDED, Change, PartChange, Piece, Unit, WordChange, Wording, words_of
from sarapshy.proposals.rewriting import rewrite, words_in_force

if TYPE_CHECKING:
    from sarapshy.editions.places import Places

SHORT = 200  # characters: a unit that is no longer is written anew
LONG = 150  # words that go: more than that is no change of words
MOST = 3  # changes of words in one part
NEIGHBOURS = 4  # words told with those that change, to tell them from others
COUNTED = 20  # parts and paragraphs have a name up to the twentieth
SHARE = 0.6  # of a unit whose parts read anew: beyond it the whole does
QUOTES = '«»„“"\n'
_WORD = r"[\w-]+"


@dataclass(frozen=True, slots=True)
class _Stretch:
    """``within`` leads to it from the unit; () is the unit itself."""

    start: int
    end: int
    within: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """A change of words, and the words of the act that it tells."""

    start: int
    end: int
    change: WordChange


def find_changes(act: Act, places: Places, unit: int, edits: Sequence[Edit]) -> tuple[Change, ...]:
    """() where the unit had better be written anew."""
    clause = act.clauses[unit]
    words = words_in_force(act, clause)
    if (len(words) <= SHORT and clause.kind not in WORDED) or any(
        edit.start < clause.start + len(clause.label) for edit in edits
    ):
        return ()
    stretches = list(_stretches(act, places, unit))
    changes: list[Change] = []
    whole = _Stretch(clause.start, clause.end, ())
    for stretch, inside in _group(stretches, whole, [edit for edit in edits if not edit.addition]):
        told = _tell(act, clause, stretch, inside)
        if not told:
            return ()
        changes += told
    anew = sum(len(words_of(change.wording)) for change in changes if isinstance(change, PartChange))
    if anew > SHARE * len(words):
        return ()
    if added := [edit for edit in edits if edit.addition]:
        number = len({stretch.within[0] for stretch in stretches if stretch.within and _is_part(stretch)}) or 1
        changes.append(PartChange(((ClauseKind.PART, str(number + 1)),), _join(added), behind=True))
    named = all(int(number) <= COUNTED for change in changes for _, number in change.within)
    return tuple(changes) if named else ()


def _is_part(stretch: _Stretch) -> bool:
    return stretch.within[0][0] is ClauseKind.PART


def _join(added: Sequence[Edit]) -> Wording:
    pieces: list[Piece] = []
    for edit in added:
        pieces += [Piece(" ")] if pieces else []
        pieces += edit.pieces
    return tuple(pieces)


def _stretches(act: Act, places: Places, unit: int) -> Iterator[_Stretch]:
    """The parts of a unit; of a part that holds a list, its paragraphs."""
    from sarapshy.editions.places import Place

    clause = act.clauses[unit]
    if clause.kind in WORDED:
        yield _Stretch(clause.start, clause.end, ())
        return
    parts = list(places.pieces(Place(clause.start, clause.end, unit), ClauseKind.PART))
    children = [act.clauses[at] for at in places.outline.children.get(unit, ())]
    for number, (start, end) in enumerate(parts, 1):
        head: tuple[Unit, ...] = ((ClauseKind.PART, str(number)),) if len(parts) > 1 else ()
        if not any(start < child.start < end for child in children):
            yield _Stretch(start, end, head)
            continue
        paragraphs = places.pieces(Place(start, end, unit), ClauseKind.INDENT)
        for place, (begin, stop) in enumerate(paragraphs, 1):
            yield _Stretch(begin, stop, (*head, (ClauseKind.INDENT, str(place))))


def _group(
    stretches: Sequence[_Stretch], whole: _Stretch, edits: Sequence[Edit]
) -> Iterator[tuple[_Stretch, list[Edit]]]:
    """Edits by the stretch that holds them, ``whole`` for those that no one stretch does: in a note to an article."""
    held: dict[_Stretch, list[Edit]] = {}
    for edit in edits:
        holds = (each for each in stretches if each.start <= edit.start and edit.end <= each.end)
        held.setdefault(next(holds, whole), []).append(edit)
    yield from held.items()


def _tell(act: Act, clause: Clause, stretch: _Stretch, edits: Sequence[Edit]) -> tuple[Change, ...]:
    """Changes of words, else the stretch anew; () where that is the unit."""
    told = [_tell_words(act, clause, stretch, edit) for edit in edits]
    sure = [each for each in told if each is not None]
    apart = all(one.end <= other.start for one, other in pairwise(sure))
    if len(sure) == len(told) <= MOST and apart:
        return tuple(each.change for each in sure)
    if not stretch.within:
        return ()
    wording = rewrite(act, stretch.start, stretch.end, edits)
    return (PartChange(stretch.within, wording),)


def _tell_words(act: Act, clause: Clause, stretch: _Stretch, edit: Edit) -> _Told | None:
    """None where the words cannot be told from others, or hold quotation marks of their own."""
    text, floor = act.text, max(stretch.start, clause.start + len(clause.label))
    span = _find_anchor(text, edit)
    if span is None:
        return None
    start, end = span
    after = start < end == edit.start
    for _ in range(NEIGHBOURS):
        if _is_only(act, stretch, text[start:end]):
            break
        wider = _widen(text, start, end, floor, stretch.end, leftwards=after)
        if wider is None:
            return None
        start, end = wider
    else:
        return None
    old = text[start:end]
    new = _strip(edit.pieces if after else _fill(text, start, end, edit))
    if len(old) > LONG or any(sign in old + words_of(new) for sign in QUOTES):
        return None
    return _Told(start, end, WordChange(old, new, after, stretch.within))


def _find_anchor(text: str, edit: Edit) -> tuple[int, int] | None:
    """The words that go; of what is put in, the word before it or, where it is put before one, that word."""
    if edit.of_words:
        old = text[edit.start : edit.end]
        start = edit.start + len(old) - len(old.lstrip())
        return (start, start + len(old.strip())) if old.strip() else None
    if words_of(edit.pieces)[:1] == " ":
        before = re.search(rf"{_WORD}\Z", text[: edit.start][-LONG:])
        return (edit.start - len(before[0]), edit.start) if before else None
    following = re.compile(_WORD).match(text, edit.start)
    return following.span() if following else None


def _widen(text: str, start: int, end: int, floor: int, stop: int, leftwards: bool) -> tuple[int, int] | None:
    """With the next word, else with the one before; None at the ends of a sentence."""
    following = None if leftwards else re.compile(rf" {_WORD}").match(text, end, stop)
    if following:
        return start, following.end()
    before = re.search(rf"{_WORD} \Z", text[floor:start])
    return (start - len(before[0]), end) if before else None


def _is_only(act: Act, stretch: _Stretch, words: str) -> bool:
    """Whether consolidation would find the words once."""
    from sarapshy.editions.edits import find_words
    from sarapshy.editions.places import Place

    return len(list(find_words(act.text, Place(stretch.start, stretch.end, None), words))) == 1


def _fill(text: str, start: int, end: int, edit: Edit) -> Wording:
    """The new words with the neighbours that are told with the old."""
    around = Piece(text[start : edit.start]), Piece(text[edit.end : end])
    return tuple(piece for piece in (around[0], *edit.pieces, around[1]) if piece.text)


def _strip(wording: Wording) -> Wording:
    pieces = list(wording)
    if pieces:
        pieces[0] = replace(pieces[0], text=pieces[0].text.lstrip())
        pieces[-1] = replace(pieces[-1], text=pieces[-1].text.rstrip())
    return tuple(piece for piece in pieces if piece.text)
