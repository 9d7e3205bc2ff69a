"""One shape for what one word is written as in many: «Iшкi», «ішкі» and «ІШКІ» are the same word.

Published Kazakh texts carry the Latin i inside Cyrillic words («бекiтiлген»), schwa for ә («жəне»), Macedonian letters
from old fonts («тұрѓын»), Latin C and Y at the head of a word («Yкімет»), no-break spaces, soft hyphens, and й in two
characters; old acts of both languages write «N 605» for «№ 605». ``fold`` removes all that and keeps the way back: offsets
of the folded text lead to offsets of the original. Almost every change is one character for one, so most texts need no
map; only what is dropped is remembered.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

# One character for one, anywhere in the text.
_PLAIN = {
    **dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008", " "),
    **dict.fromkeys("\u2009\u200a\u202f\u205f\u3000", " "),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("«»“”„‟″", '"'),
    "ё": "е", "Ё": "е", "İ": "i", "Ə": "ә", "ə": "ә", "Ѓ": "ғ", "ѓ": "ғ", "Ќ": "қ", "ќ": "қ", "Ӏ": "і", "ӏ": "і",
    "Ї": "і", "ї": "і", "Ӊ": "ң", "ӊ": "ң",
}  # fmt: skip
_DROPPED = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_BREVE, _DIAERESIS = "\u0306", "\u0308"
_ODD = re.compile("[" + re.escape("".join([*_PLAIN, *_DROPPED, _BREVE, _DIAERESIS])) + "]")
_SHORT_I = re.compile(f"[иИ](?=[{_DROPPED}]*{_BREVE})")
KEPT = 256  # whoever reads an act folds its whole text, and its title, again
# «N 605» of acts before the years of Unicode; a lone capital before digits.
_NUMERO = re.compile(r"N(?<![\w-]N)(?= ?\d)")
_LATIN_LETTERS = "ABCEHIKMOPTXYabcehikmoptxy"
# A whole run of Latin letters, each like a Cyrillic one; the first by itself: a text without is passed over twice as fast.
_LATIN = re.compile(f"[{_LATIN_LETTERS}](?<![A-Za-z].)[{_LATIN_LETTERS}]*+(?![A-Za-z])")
_LOOK_ALIKE = str.maketrans(_LATIN_LETTERS, "авсенікмортхуаьсеһікмортху")


@dataclass(frozen=True, slots=True)
class Folded:
    """``cuts`` are the places in ``text`` before which a character of the original was dropped, one entry each."""

    text: str
    cuts: tuple[int, ...] = ()

    def source(self, offset: int) -> int:
        """The offset in the original of the character at ``offset``; the end leads to the end."""
        return offset + bisect_right(self.cuts, offset) if self.cuts else offset

    def span(self, start: int, end: int) -> tuple[int, int]:
        return self.source(start), self.source(end)


@lru_cache(maxsize=KEPT)
def fold(text: str) -> Folded:
    cuts: tuple[int, ...] = ()
    if _ODD.search(text) is not None:  # in most sentences nothing is to be replaced
        text, cuts = _replace(text)
    if "N" in text:
        text = _NUMERO.sub("№", text)
    return Folded(_to_cyrillic(text).lower(), cuts)


def _replace(text: str) -> tuple[str, tuple[int, ...]]:
    for letter, plain in _PLAIN.items():
        if letter in text:
            text = text.replace(letter, plain)
    text = _join_marks(text)
    return _drop(text) if any(letter in text for letter in _DROPPED) else (text, ())


def _join_marks(text: str) -> str:
    """A letter and its combining mark become the letter and a character that will be dropped: the length stays."""
    if _BREVE in text:
        text = _SHORT_I.sub("й", text).replace(_BREVE, _DROPPED[0])
    return text.replace(_DIAERESIS, _DROPPED[0])


def _drop(text: str) -> tuple[str, tuple[int, ...]]:
    places = [match.start() for match in re.finditer(f"[{_DROPPED}]", text)]
    cuts = tuple(place - count for count, place in enumerate(places))
    for letter in _DROPPED:
        text = text.replace(letter, "")
    return text, cuts


def _to_cyrillic(text: str) -> str:
    """Latin letters within a Cyrillic word; a run with a letter of no Cyrillic look («деңгейHSK») is a Latin word."""
    pieces, done = [], 0
    for match in _LATIN.finditer(text):
        start, end = match.span()
        if _touches_cyrillic(text, start, end):
            pieces += [text[done:start], _look_alike(match.group())]
            done = end
    return "".join([*pieces, text[done:]]) if pieces else text


def _look_alike(run: str) -> str:
    # «Yкімет»: at the head of a Kazakh word the Latin capital stands for Ү, which Russian words do not begin with.
    return run.translate(_LOOK_ALIKE) if run != "Y" else "ү"


def _touches_cyrillic(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    if before in "/(" and text[start:end] == "i":  # «бұйрығы/i», a suffix in two forms
        before = text[start - 2] if start > 1 else " "
    return _is_cyrillic(before) or (end < len(text) and _is_cyrillic(text[end]))


def _is_cyrillic(letter: str) -> bool:
    return "\u0400" <= letter <= "\u04ff"
