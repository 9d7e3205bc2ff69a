"""What a sentence is made of for the classifier: pieces of its words, and signs, each a column of a table.

Kazakh builds a word of many suffixes, so words are taken in pieces of three to five letters: «комиссиясының» and
«комиссияға» share most of theirs. A piece and a sign (``deed:examine``, see ``signs``) are hashed into a fixed number of
columns, so no vocabulary is kept. A word counts once a sentence: what it brings is the same in every sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from zlib import crc32

PIECES = 2**15  # columns
SIGNS = 2**11
LETTERS = (3, 5)  # of a piece
_WORD = re.compile(r"\w\w+")
Columns = tuple[tuple[int, int], ...]  # a column, and how often


def list_words(text: str) -> list[str]:
    """Each word of a folded text once, in their order."""
    return list(dict.fromkeys(_WORD.findall(text)))


@lru_cache(maxsize=20_000)
def cut_word(word: str) -> Columns:
    """«еді» is « ед», «еді», «ді », « еді», «еді », « еді »: the blanks are its ends."""
    ends, (shortest, longest) = f" {word} ", LETTERS
    return tuple(
        Counter(
            _column(ends[at : at + length], PIECES)
            for length in range(shortest, longest + 1)
            for at in range(len(ends) - length + 1)
        ).items()
    )


@lru_cache(maxsize=5_000)
def place_sign(sign: str) -> int:
    return _column(sign, SIGNS)


def _column(name: str, width: int) -> int:
    return crc32(name.encode()) % width
