"""How likely a sentence shows each family of factors: a linear model over pieces of words and signs.

A sentence is the sum of its words, and what a word brings to each family is reckoned once and kept, so that the hundred
sentences of a set of rules take some milliseconds and no library. Learning does need one (see ``fit``).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from struct import unpack_from
from typing import Protocol

from sarapshy.classify.acceptance import Acceptance
from sarapshy.classify.features import cut_word, list_words, place_sign

HALF = 2  # bytes of a half float
WEIGHT = 1.0  # of signs against pieces: chosen by cross-validation
Scores = list[list[float]]  # a row a sentence, a column a family, 0..1
Brought = tuple[float, ...]  # the square of its length, and then what it adds to each family


class Seen(Protocol):
    """A sentence as the classifier sees it: folded text, and signs that stand once each."""

    @property
    def text(self) -> str: ...
    @property
    def signs(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class Table:
    """By the number of a piece or sign its row; a row has a number a family, multiplied by the ``rarity`` of the row already.
    What has no row was too rare to learn from, and counts for nothing. ``numbers`` are half floats, row after row: of thirty
    thousand rows an act asks for two thousand, so each is unpacked when it is asked for."""

    keys: Sequence[int]
    rarity: Sequence[float]
    numbers: bytes
    _rows: dict[int, int] = field(default_factory=dict, repr=False, compare=False)
    _read: dict[int, Brought] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._rows.update(zip(self.keys, range(len(self.keys)), strict=True))

    def bring(self, pieces: Iterable[int], families: int) -> Brought:
        rows, read = self._rows, self._read
        return _add([read.get(piece) or self._read_row(piece, families) for piece in pieces if piece in rows], families)

    def _read_row(self, piece: int, families: int) -> Brought:
        at = self._rows[piece]
        numbers = unpack_from(f"<{families}e", self.numbers, at * families * HALF)
        row = self._read[piece] = self.rarity[at] ** 2, *numbers
        return row


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """Told apart by which object it is. ``acceptance`` tells how often findings of a kind are accepted, None where nobody has
    decided; ``about`` are counts of what was learnt from."""

    families: tuple[str, ...]
    pieces: Table
    signs: Table
    intercepts: tuple[float, ...]
    acceptance: Acceptance | None
    about: dict[str, int]
    _words: dict[str, Brought] = field(default_factory=dict, repr=False, compare=False)

    def score(self, sentences: Iterable[Seen]) -> Scores:
        return [self._score(sentence) for sentence in sentences]

    def _score(self, sentence: Seen) -> list[float]:
        words = _add([*map(self._bring, list_words(sentence.text))], len(self.families))
        signs = self.signs.bring(map(place_sign, sentence.signs), len(self.families))
        by_words, by_signs = _shorten(words), _shorten(signs)
        return [
            1 / (1 + math.exp(-(bias + word + WEIGHT * sign)))
            for bias, word, sign in zip(self.intercepts, by_words, by_signs, strict=True)
        ]

    def _bring(self, word: str) -> Brought:
        brought = self._words.get(word)
        if brought is None:
            brought = self._words[word] = self.pieces.bring(cut_word(word), len(self.families))
        return brought


def _add(parts: Sequence[Brought], families: int) -> Brought:
    """Sums without an error of rounding, so that they depend on no order."""
    return tuple(map(math.fsum, zip(*parts, strict=True))) if parts else (0.0,) * (families + 1)


def _shorten(brought: Brought) -> list[float]:
    """A long sentence weighs no more than a short one."""
    length = math.sqrt(brought[0]) or 1.0
    return [number / length for number in brought[1:]]
