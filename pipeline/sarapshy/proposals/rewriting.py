"""A unit's words with the edits of its findings: as they would read, and as they read now with what goes told apart.

«5. Шағым заңнамада белгіленген тәртіппен беріледі.» with one sentence more is the same words and a piece that is new.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sarapshy.acts.model import Act, Clause, ClauseRole
from sarapshy.language.lexicon import read_lexicon
from sarapshy.proposals.edits import Edit
from sarapshy.proposals.model import Piece, Wording, words_of


def words_in_force(act: Act, clause: Clause) -> str:
    return _in_force(act, clause.start, clause.end).rstrip()


def rewrite(act: Act, start: int, end: int, edits: Sequence[Edit], apart: bool = False) -> Wording:
    """The text with the edits; behind a list, or where it is ``apart``, what is added is a paragraph of its own."""
    pieces, done = [], start
    for edit in edits:
        pieces.append(Piece(_in_force(act, done, min(edit.start, end))))
        if edit.addition:
            closed = _in_force(act, done, end).rstrip().endswith((".", "!", "?")) or done >= end
            pieces.append(Piece("\n" if apart else " " if closed else ". "))
            apart = False
        pieces += edit.pieces
        done = max(done, edit.end)
    pieces.append(Piece(_in_force(act, done, end)))
    return tuple(piece for piece in pieces if piece.text)


def mark_gone(act: Act, clause: Clause, edits: Sequence[Edit]) -> Wording:
    """The wording in force, with what goes told apart."""
    pieces, done, end = [], clause.start, end_of(act, clause)
    for edit in edits:
        pieces.append(Piece(_in_force(act, done, min(edit.start, end))))
        pieces.append(Piece(act.text[edit.start : min(edit.end, end)], new=True))
        done = max(done, edit.end)
    pieces.append(Piece(_in_force(act, done, end)))
    return tuple(piece for piece in pieces if piece.text)


def widen(act: Act, clause: Clause, edit: Edit) -> Edit:
    """An item that goes whole takes its line with it; the last of a list leaves its full stop to the one before."""
    if (edit.start, edit.end) != (clause.start, end_of(act, clause)):
        return edit
    before = len(act.text[: edit.start].rstrip())
    final = act.text[before - 1] == ";" and act.text[edit.end - 1] == "."
    return replace(edit, start=before - 1, pieces=(Piece(".", new=True),)) if final else replace(edit, start=before)


def has_words(wording: Wording, clause: Clause) -> bool:
    """Whether more than the number of the unit is left."""
    rest = words_of(wording).removeprefix(clause.label)
    return any(letter.isalnum() for letter in rest)


def end_of(act: Act, clause: Clause) -> int:
    """Where its last word ends."""
    return clause.start + len(act.text[clause.start : clause.end].rstrip())


def _in_force(act: Act, start: int, end: int) -> str:
    """The words without the publisher's notes between them: «Подпункт 3 изложен в редакции …» is no norm to be proposed."""
    words, done = [], start
    for clause in act.clauses:
        if clause.role is ClauseRole.EDITORIAL and start < clause.start and clause.end <= end:
            words.append(act.text[done : clause.start].rstrip())
            done = max(done, clause.end)
    return re.sub(read_lexicon("remedies")["published"][act.language], "", "".join((*words, act.text[done:end])))
