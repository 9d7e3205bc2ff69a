"""Marks that open a numbered unit: where one begins, its kind and its number.

«2-тарау. Комиссия» and «Глава 2. Комиссия» are chapter 2, «IV бөлім» is section 4, «15-1. Өтініш …» is point 15-1,
«6.3 Сотрудник …» is point 6.3 below 6, «3) көшірме;» and «в) копия;» are subpoints. «5-тармақ мынадай редакцияда
жазылсын:» opens nothing: it speaks of a unit. The mark is read from the folded text (see ``lines.plain_of``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import cache, lru_cache
from typing import Any, NamedTuple

from sarapshy.acts.model import ClauseKind
from sarapshy.language.lexicon import read_lexicon


class Rank(IntEnum):
    """How high a clause stands: a mark closes every open clause of its rank or below."""

    ROOT = -1
    APPROVED = 0
    ANNEX = 10
    BLOCK = 20  # a heading under which numbering begins anew
    SECTION = 30
    CHAPTER = 40
    PARAGRAPH = 50
    ARTICLE = 60
    POINT = 70  # 71 for «6.», 72 for «6.3», 73 for «6.3.1»
    LISTED = 78  # a numbered list inside a point
    SUBPOINT = 80
    LETTER = 85
    NOTE = 90
    LEAF = 95


class Mark(NamedTuple):
    """``label_end`` is where the words after the label begin; ``bare``: a roman number that stands without a word."""

    kind: ClauseKind
    number: str
    start: int
    label_end: int
    rank: int
    bare: bool = False


_RANKS = {
    ClauseKind.SECTION: Rank.SECTION,
    ClauseKind.CHAPTER: Rank.CHAPTER,
    ClauseKind.PARAGRAPH: Rank.PARAGRAPH,
    ClauseKind.ARTICLE: Rank.ARTICLE,
}
UPPER = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
_OPENING = f'[{UPPER}"«“„(\\d]'
_AFTER = rf"(?:\s*[.:]\s*|\s+(?={_OPENING})|\s*$)"
_NUMBER = r"\d{1,4}(?:[-–]\d{1,3})*"
_ROMAN = "[ІVXХL]{1,7}(?:-\\d{1,2})?"
_DATE = r"(?!\d{1,2}\s?\.\s?\d{1,2}\s?\.\s?\d{2,4}(?!\d))"
_VALUES = {"І": 1, "V": 5, "X": 10, "Х": 10, "L": 50}
_LETTERED = re.compile(r"([а-яёәғқңөұүһіa-z])\)\s*(?=\S)")
BULLETS = "-–—•·▪●*"


class _Grammar(NamedTuple):
    numbered: re.Pattern[str]
    worded: re.Pattern[str]
    inner: re.Pattern[str]
    before_inner: re.Pattern[str]
    first: re.Pattern[str]
    kinds: dict[str, ClauseKind]
    initials: frozenset[str]


@cache
def _grammar() -> _Grammar:
    lexicon: Any = read_lexicon("structure")
    kinds = {word: ClauseKind(key) for key, words in lexicon["units"].items() for word in words}
    units = "(?i:" + "|".join(sorted(kinds, key=len, reverse=True)) + ")"
    speaks_of = "(?:" + "|".join(lexicon["amending"]["reference_words"]) + ")"
    unit = rf"(?P<number>{_NUMBER})\s?-?\s?(?P<unit>{units}){_AFTER}"
    worded = rf"(?P<word>{units})\s*№?\s*(?P<worded>{_NUMBER}|{_ROMAN}){_AFTER}"
    subpoint = rf"\d{{1,3}}(?:[-–]\d{{1,3}})*\s?\)(?!\s*(?i:{speaks_of}))\s*(?=[^\s,;])"
    numbered = (
        unit
        + rf"|{_DATE}(?P<multi>\d{{1,3}}(?:\.\d{{1,3}}){{1,4}})(?:\.\s*|\s+)(?=[^\W\d_]|[\"«(])"
        + rf"|{_DATE}(?P<point>\d{{1,3}}(?:[-–]\d{{1,3}})*)\s?\.(?:\s+(?=\S)|(?=[^\W\d_]|[\"«]))"
        + rf"|(?P<sub>{subpoint})"
    )
    letters = (
        worded
        + rf"|(?P<roman>{_ROMAN})\s?-?\s?(?P<roman_unit>{units}){_AFTER}"
        + rf"|(?P<bare>{_ROMAN})\.\s*(?=[{UPPER}\"«])"
    )
    inner = (
        rf"(?<=\s)(?:(?P<point>\d{{1,3}}(?:-\d{{1,3}})*)\s?\.\s*(?=[{UPPER}\"«“„]|\d{{4}}\s)"
        + rf"|(?P<sub>{subpoint})|{unit}(?<=[.\s])(?=[{UPPER}])"
        + rf"|(?=[{UPPER}]){worded}(?<=[.\s])(?=[{UPPER}]))"
    )
    words = [word for word in kinds if not word.startswith("\\")]
    capitals = {word[0].upper() for word in words}
    initials = {word[0].lower() for word in words} | capitals | set("ІVXХL")
    opens = "".join(sorted(initials))
    before = rf"\s(?=[{''.join(sorted(capitals))}]|\d[\d–-]*+\s?-?\s?[.){opens}])"
    # A unit's word after the number, or a capital, before which the word stood.
    first = rf"[1І](?:\s?-?\s?[{opens}]|\s*[.:]?\s*[{UPPER}])"
    return _Grammar(
        re.compile(numbered),
        re.compile(letters),
        re.compile(inner),
        re.compile(before),
        re.compile(first),
        kinds,
        frozenset(initials),
    )


def match_mark(plain: str, start: int, end: int) -> Mark | None:
    """The mark that a paragraph begins with."""
    first = plain[start]
    grammar = _grammar()
    if first.isdigit():
        found = grammar.numbered.match(plain, start, end)
    elif first in grammar.initials:
        found = grammar.worded.match(plain, start, end)
    else:
        found = None
    if found is not None:
        return _to_mark(found)
    if start + 1 < end and plain[start + 1] == ")":
        lettered = _LETTERED.match(plain, start, end)
        if lettered:
            return Mark(ClauseKind.SUBPOINT, lettered[1], start, lettered.end(), Rank.LETTER)
    return None


def find_inner_marks(plain: str, start: int, end: int) -> list[Mark]:
    """What may be a mark inside a paragraph: «… анықтайды. 3. Комиссия …». Whether it is one, numbering tells."""
    return [_to_mark(found) for found in _find_inner(plain, start, end)]


def _find_inner(plain: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The space before a mark is sought first, which is twice as fast as the mark itself."""
    grammar, reached = _grammar(), start
    for space in grammar.before_inner.finditer(plain, max(start - 1, 0), end):
        at = space.end()
        if at >= reached and (found := grammar.inner.match(plain, at, end)) is not None:
            yield found
            reached = found.end()


def find_glued_heading(plain: str, start: int, end: int) -> Mark | None:
    """The first chapter, section or article where its heading was glued to the title: «… қағидалары 1-тарау. …». Before the
    marks of a paragraph are told there is a look for a number that may be such a one's."""
    if plain.find(" 1", start, end) < 0 or _grammar().first.search(plain, start, end) is None:
        return None
    marks = find_inner_marks(plain, start, end)
    return next((mark for mark in marks if mark.kind in _RANKS and mark.number == "1"), None)


def begins_unit(plain: str, start: int, end: int) -> bool:
    """Whether a line begins with a heading in words: «Глава 2. …», «5-бап. …»."""
    mark = match_mark(plain, start, end)
    return mark is not None and mark.kind in _RANKS and not mark.bare


def _to_mark(found: re.Match[str]) -> Mark:
    groups = {name: value for name, value in found.groupdict().items() if value is not None}
    start, end = found.span()
    if "point" in groups:
        return Mark(ClauseKind.POINT, _bare(groups["point"]), start, end, Rank.POINT + 1)
    if "sub" in groups:
        number = groups["sub"].split(")")[0].strip()
        return Mark(ClauseKind.SUBPOINT, _bare(number), start, end, Rank.SUBPOINT)
    if "multi" in groups:
        return Mark(ClauseKind.POINT, groups["multi"], start, end, Rank.POINT + 1 + groups["multi"].count("."))
    if "bare" in groups:
        return Mark(ClauseKind.CHAPTER, arabic_of(groups["bare"]), start, end, Rank.CHAPTER, bare=True)
    word = groups.get("unit") or groups.get("word") or groups["roman_unit"]
    number = groups.get("number") or groups.get("worded") or groups["roman"]
    kind = _kind_of(word)
    return Mark(kind, arabic_of(number), start, end, _RANKS[kind])


def _kind_of(word: str) -> ClauseKind:
    kinds, lowered = _grammar().kinds, " ".join(word.lower().split())
    return kinds.get(lowered) or next(kind for stem, kind in kinds.items() if re.fullmatch(stem, lowered))


def _bare(number: str) -> str:
    return number.replace("–", "-")


def arabic_of(number: str) -> str:
    """«IV» is 4; what is in figures stays."""
    if number[0].isdigit():
        return _bare(number)
    roman, _, suffix = number.partition("-")
    values = [_VALUES[letter] for letter in roman]
    total = sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
    return f"{total}-{suffix}" if suffix else str(total)


@lru_cache(maxsize=4096)
def order_of(number: str) -> tuple[int, ...]:
    """«15-1» as (15, 1), for telling what comes next; () for letters."""
    parts = re.split(r"[-.]", number)
    return tuple(int(part) for part in parts) if all(part.isdigit() for part in parts) else ()


def follows(number: str, last: tuple[int, ...]) -> bool:
    """Whether the number comes next: 4 or 3-1 after 3; 4 or 3-2 after 3-1."""
    order = order_of(number)
    if not last:
        return order == (1,)
    return order in ((last[0] + 1,), (*last, 1), (*last[:-1], last[-1] + 1))
