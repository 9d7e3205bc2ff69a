"""Numbers in words: «жиырма бес» is 25, «ста двадцати» is 120. Russian ones stand in any case, Kazakh ones bare."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from sarapshy.language.lexicon import read_lexicon


def read_number(text: str, language: str) -> int | None:
    """The value of a whole number in digits («1 500») or words; None where it is neither."""
    digits = re.sub(r"\s", "", text)
    if digits.isdecimal():
        return int(digits)
    values = [_values(language).get(word) for word in text.split()]
    if not values or None in values:
        return None
    return _add(value for value in values if value is not None)


def _add(values: Iterable[int]) -> int:
    total = current = 0
    for value in values:
        if value >= 1000:
            total, current = total + max(current, 1) * value, 0
        elif value == 100 and 0 < current < 10:
            current *= 100
        else:
            current += value
    return total + current


@cache
def spell_numbers(language: str) -> str:
    """A regular expression of a number in digits or words."""
    words = "|".join(sorted(_values(language), key=len, reverse=True))
    return rf"(?:\d{{1,3}}(?:\s\d{{3}})+|\d+|(?:(?:{words})\s+)*(?:{words}))(?!\w)"


@cache
def _values(language: str) -> dict[str, int]:
    return {word: int(value) for value, words in read_lexicon("numbers")[language].items() for word in words}
