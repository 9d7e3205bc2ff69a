"""Kazakh or Russian.

«Комиссия шешім қабылдайды» carries і and қ; Kazakh text has one of its own nine letters in every four or five, Russian
text only in names («Нұрсұлтан»). A whole text is told by its share of those letters; a title of three words, which may
have none («Жалпы ережелер» / «Общие положения»), by its function words and endings too.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sarapshy.language.lexicon import read_lexicon

_KAZAKH = "әғқңөұүһіəѓќ"
_RUSSIAN = "абвгдежзийклмнопрстуфхцчшщъыьэюяё"
_SHARE = 0.11  # of Kazakh letters, beyond which a long text is Kazakh
_BLOCK = 0x04  # the high byte of every Cyrillic letter
_OWN = frozenset(_KAZAKH)
_KAZAKH_WEIGHT = 2
_TELLING = 30  # letters: so many in Kazakh would hold one of its own
_SHORT = 400  # letters: beyond that the share of letters alone does not err
_LATIN_I = re.compile("i(?:(?<=[а-яё]i)|(?=[а-яё]))")
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str, default: str = "ru") -> str:
    """ "kk" or "ru"; of a text in both, the language of the larger part.

    ``default`` answers for what could be either: a number, a blank, «Телефон», «Функция».
    """
    small = sum(map(text.count, _KAZAKH))
    if small > _SHORT and (small > _SHARE * len(text) or small > _SHARE * _count_block(text)):
        return "kk"  # of a whole act: its capitals, and other letters, need no count
    lowered = text.lower()
    kazakh = sum(map(lowered.count, _KAZAKH))
    if kazakh > _SHORT and kazakh > _SHARE * _count_block(lowered):
        return "kk"
    total = kazakh + sum(map(lowered.count, _RUSSIAN))
    if "i" in lowered:
        kazakh += len(_LATIN_I.findall(lowered))
    if total > _SHORT:
        return "kk" if kazakh > _SHARE * total else "ru"
    lean = _KAZAKH_WEIGHT * kazakh + _lean(lowered)
    if lean == 0:
        return "ru" if kazakh == 0 and total >= _TELLING else default
    return "kk" if lean > 0 else "ru"


def _count_block(text: str) -> int:
    """Letters of the Cyrillic block, of whatever language: no fewer than Russian and Kazakh ones."""
    return text.encode("utf-16-le", "surrogatepass")[1::2].count(_BLOCK)


def _lean(lowered: str) -> int:
    """How far the words without Kazakh letters speak for Kazakh (above nothing) or Russian (below)."""
    return sum(map(_lean_of, _WORD.findall(lowered)))


@lru_cache(maxsize=50_000)  # a corpus has the same over and over
def _lean_of(word: str) -> int:
    if not _OWN.isdisjoint(word):
        return 0
    functions, endings = _marks()
    for language, sign in (("kk", 1), ("ru", -1)):
        if word in functions[language]:
            return 3 * sign
    for language, sign in (("kk", 1), ("ru", -1)):
        if len(word) > 3 and word.endswith(endings[language]):
            return 2 * sign
    return 0


@cache
def _marks() -> tuple[dict[str, frozenset[str]], dict[str, tuple[str, ...]]]:
    lexicon = read_lexicon("sentences")
    functions = {language: frozenset(words) for language, words in lexicon["function_words"].items()}
    endings = {language: tuple(ends) for language, ends in lexicon["endings"].items()}
    return functions, endings
