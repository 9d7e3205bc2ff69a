"""What a sentence is made of for the classifier: beginnings and endings of its words, and signs.

Kazakh builds a word of many suffixes, so of «комиссиясының» there count «ком», «коми», «комис», «комисс», «комиссия», the
word itself and its endings «-ың», «-ның», «-ының»: with «комиссияға» it shares the beginnings. A piece and a sign
(``deed:examine``, see ``signs``) are known by a number of 32 bits, so no word stands in a model. A word counts once a
sentence: what it brings is the same in every sentence.
"""

from __future__ import annotations

import re
from functools import lru_cache
from zlib import crc32

BEGINNINGS = (3, 4, 5, 6, 8)  # letters; three to five of any place in the word do no better and are three times as many
ENDINGS = (2, 3, 4)
INFLECTED = 5  # letters; a shorter word is told whole
_WORD = re.compile(r"\w\w+")


def list_words(text: str) -> list[str]:
    """Each word of a folded text once, in their order."""
    return list(dict.fromkeys(_WORD.findall(text)))


@lru_cache(maxsize=20_000)
def cut_word(word: str) -> tuple[int, ...]:
    """The numbers of its pieces."""
    pieces = [word[:length] for length in BEGINNINGS if length < len(word)]
    pieces += [f"-{word[-length:]}" for length in ENDINGS if len(word) > INFLECTED]
    return tuple(map(_number, (*pieces, f"={word}")))


@lru_cache(maxsize=20_000)
def place_sign(sign: str) -> int:
    return _number(sign)


def _number(name: str) -> int:
    return crc32(name.encode())
