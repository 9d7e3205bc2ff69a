"""How likely a sentence shows each family of factors: a linear model over pieces of words and signs.

A sentence is the sum of its words, and what a word brings to each family is reckoned once and kept, so that the hundred
sentences of a set of rules take some milliseconds and no library. Learning does need one (see ``fit``).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from sarapshy.classify.acceptance import Acceptance
from sarapshy.classify.features import cut_word, list_words, place_sign

WEIGHT = 1.0  # of signs against pieces: chosen by cross-validation
Scores = list[list[float]]  # a row a sentence, a column a family, 0..1
Brought = tuple[float, tuple[float, ...]]  # the square of its length, and what it adds to each family


class Seen(Protocol):
    """A sentence as the classifier sees it: folded text, and signs that stand once each."""

    @property
    def text(self) -> str: ...
    @property
    def signs(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class Table:
    """A row a column of ``features``, a number a family in it: ``numbers`` row after row, multiplied by the ``rarity``
    of the row already."""

    numbers: Sequence[float]
    rarity: Sequence[float]

    def bring(self, columns: Iterable[tuple[int, int]], families: int) -> Brought:
        square, total = 0.0, [0.0] * families
        for column, count in columns:
            square += (self.rarity[column] * count) ** 2
            row = self.numbers[column * families : (column + 1) * families]
            total = [sum_ + count * number for sum_, number in zip(total, row, strict=True)]
        return square, tuple(total)


@dataclass(frozen=True, slots=True)
class Weights:
    """``acceptance`` tells how often findings of a kind are accepted, None where nobody has decided; ``about`` are counts
    of what was learnt from."""

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
        words = _add(map(self._bring, list_words(sentence.text)), len(self.families))
        signs = self.signs.bring(((place_sign(sign), 1) for sign in sentence.signs), len(self.families))
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


def _add(parts: Iterable[Brought], families: int) -> Brought:
    square, total = 0.0, [0.0] * families
    for own, numbers in parts:
        square += own
        total = [sum_ + number for sum_, number in zip(total, numbers, strict=True)]
    return square, tuple(total)


def _shorten(brought: Brought) -> list[float]:
    """A long sentence weighs no more than a short one."""
    square, total = brought
    length = math.sqrt(square) or 1.0
    return [number / length for number in total]
