"""Kazakh nouns without their suffixes: «комиссияның», «комиссияларға», «комиссиясы» are «комиссия».

For comparing words and no more: what is left is the same for the forms of one noun, and is not always a word («тәртіб»
becomes «тәртіп», but «халқы» does not become «халық»).
"""

from __future__ import annotations

import re
from functools import lru_cache

from sarapshy.language.suffixes import is_suffix

_SHORTEST = 3
_UNVOICED = {"б": "п", "ғ": "қ", "г": "к"}
_VOWELS = "аәеиоөуұүыіэюя"
_VOICELESS = "бвгдкқпстфхцчшщ"  # as they end a word
# After a possessive the accusative is н, the dative на, the locative нда; after a bare stem ны, ға, да. The first sound
# of a suffix follows the last of the stem, which keeps «қызметі» whole: its -ті follows a vowel and is no accusative.
_CASE = re.compile(
    rf"(?:(?<=[ыі])(?:н|н[ае]|нд[ае]|н[ае]н)|(?<=[{_VOICELESS}])(?:т[ыі]ң?|қа|ке|т[ае]н?|пен)"
    rf"|(?<=[{_VOWELS}])(?:н[ыі]ң?|ға|ге|д[ае]н?|мен)|(?<=[жзйлмнңр])(?:[дн][ыі]ң|д[ыі]|ға|ге|д[ае]н?|н[ае]н|[мб]ен))\Z"
)
# «төрағасы» is төраға and сы, «жұмысы» жұмыс and ы: before сы stands no ы.
_POSSESSIVE = re.compile(r"(?:(?<=[аәеиоөуүэюя])с[ыі]|(?<=ш[ыі])с[ыі]|(?<=[бвгғджзйкқлмнңпрстфхцчшщ])[ыі])\Z")
_PLURAL = re.compile(r"[лдт](?:ар|ер)\Z")
_CASES = ("nom", "gen", "acc", "dat", "loc", "abl", "ins")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The word, folded, less its case, possessive and plural."""
    for tail in (_CASE, _POSSESSIVE, _PLURAL):
        match = tail.search(word)
        if match is None or not _holds_syllable(word[: match.start()]):
            continue
        word = word[: match.start()]
        if tail is _POSSESSIVE:
            word = word[:-1] + _UNVOICED.get(word[-1], word[-1])
    return word


def without_case(word: str) -> str:
    """«комиссиясының» is «комиссиясы», which may be put into another case."""
    match = _CASE.search(word.lower())
    return word[: match.start()] if match and _holds_syllable(word[: match.start()].lower()) else word


def _holds_syllable(left: str) -> bool:
    return len(left) >= _SHORTEST and any(letter in _VOWELS for letter in left)


@lru_cache(maxsize=10_000)
def case_of(suffix: str, harmony: tuple[str, ...]) -> str | None:
    """The case of a noun by all that follows its stem: "nom" for none; None where that is no suffix of a noun."""
    for name in _CASES:
        if is_suffix(suffix, name, harmony):
            return name
    return None
