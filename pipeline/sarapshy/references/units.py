"""Mentions of units: «1), 2) және 3) тармақшаларында», «3-тармақтың екінші бөлігі», «пунктами 5 - 8», «части второй».

A Kazakh number stands before its noun, a Russian one after it; so the noun is looked for, and the list of numbers is
read from it backwards or forwards. Offsets are those of the folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from string import digits, whitespace
from typing import Any

import msgspec

from sarapshy.acts.model import ClauseKind
from sarapshy.language.heads import choose_heads, find_heads
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.suffixes import list_forms, spell_stem

WINDOW = 400  # how far before a Kazakh noun its numbers may begin
LONGEST_RANGE = 300
COUNTED = (ClauseKind.PART, ClauseKind.INDENT, ClauseKind.POINT)  # these may be cited by an ordinal: «екінші бөлігі»
DIGIT = re.compile(r"\d")
WORDS = read_lexicon("references")
FEW = 3  # letters of an abbreviation, which may be glued by chance
REACH = 8  # characters after a noun in which «аралығы» begins
NUMBER_GOES_ON = (
    # possessive: in «1-2-3-4» a dash is of the number or of the list, and trying both is endless; it looks ahead, since before
    # Python 3.11.5 a possessive group that fails half way keeps what it has read
    r"\d*+(?:(?=[.-]\d)[.-]\d++)*+"
)
NUMBER = rf"\d{NUMBER_GOES_ON}"
BEGINS = r"\d(?<![\d./-]\d)"  # a number; the figure stands first, so that a search skips to it
GLUED = "|".join(
    stem for stems in WORDS["units"]["ru"].values() for stem in stems if stem.isalpha() and len(stem) > FEW
)
NO_FURTHER = rf"(?:(?!\w)|(?={GLUED}))"  # «1-1статьи 52»
ITEM_GOES_ON = rf"{NUMBER_GOES_ON}(?:\s?\))?(?:-?(?:{'|'.join(WORDS['ordinal_endings'])}))?{NO_FURTHER}-?"
ITEM = rf"\d{ITEM_GOES_ON}"
# What a Kazakh list of numbers is written with: it begins no farther from the noun than they reach.
LISTED = "".join({*digits, *whitespace, *"(),.-", *"".join((*WORDS["between"]["kk"], *WORDS["ordinal_endings"]))})
GAZETTE = re.compile(r"№\s*\d[\w, -]{0,20},\s*$")  # «2015 г., № 14, ст. 72»: of the issue in which a law was published
DEPTH = {
    kind: depth
    for depth, kind in enumerate(
        (
            ClauseKind.ANNEX,
            ClauseKind.SECTION,
            ClauseKind.CHAPTER,
            ClauseKind.PARAGRAPH,
            ClauseKind.ARTICLE,
            ClauseKind.POINT,
            ClauseKind.PART,
            ClauseKind.SUBPOINT,
            ClauseKind.INDENT,
        )
    )
}


class Unit(msgspec.Struct, frozen=True, gc=False):
    """``numbers`` are bare, in order; none for «осы тармақ» (``this``) and for an only annex. ``ending`` is what
    follows the stem of the noun; ``tied`` tells that a hyphen, a bracket or an ordinal ties the number to the noun."""

    start: int
    end: int
    kind: ClauseKind
    numbers: tuple[str, ...]
    this: bool
    ending: str
    tied: bool


@dataclass(frozen=True, slots=True)
class _Words:
    """The grammar of one language, compiled."""

    heads: tuple[str, ...]  # where a noun may begin
    nouns: re.Pattern[str]  # tells whether one does, and its kind
    kinds: tuple[ClauseKind, ...]
    numbers: re.Pattern[str]
    ordinals: re.Pattern[str]
    ordinal_values: dict[str, int]
    ordinal_ends: tuple[str, ...]
    ordinal: re.Pattern[str]
    this: re.Pattern[str]
    singular: re.Pattern[str] | None
    plural: re.Pattern[str] | None


def spell_between(language: str) -> str:
    """What joins the members of a list: a comma, «және», «или»."""
    return rf"(?:,?\s*(?<!\w)(?:{'|'.join(read_lexicon('references')['between'][language])})(?!\w)|,)"


@cache
def _words(language: str) -> _Words:
    lexicon = read_lexicon("references")
    ordinals = dict(sorted(lexicon["ordinals"][language].items(), key=lambda item: -len(item[0])))
    joint = rf"\s*(?:{spell_between(language)}|-)\s*"
    ordinal = rf"(?:{'|'.join(ordinals)})" + ("" if language == "kk" else r"\w*")
    this = "|".join(lexicon["this"][language])
    more, words = rf"(?:{joint}{ITEM})*", rf"{ordinal}(?:{joint}{ordinal})*"
    kk = language == "kk"
    return _Words(
        heads=choose_heads(
            form
            for stems in lexicon["units"][language].values()
            for stem in stems
            for form in (list_forms(stem) if kk else (stem,))
        ),
        nouns=re.compile("|".join(_spell_nouns(lexicon, language))),
        kinds=tuple(ClauseKind(kind) for kind in lexicon["units"][language]),
        numbers=re.compile(
            rf"(?P<list>{BEGINS}{ITEM_GOES_ON}{more})\s*-?\s*$" if kk else rf"\s*+(?:№\s*+)?(?P<list>{ITEM}{more})"
        ),
        ordinals=re.compile(rf"(?<!\w)(?P<list>{words})\s+$" if kk else rf"\s+(?P<list>{words})(?!\w)"),
        ordinal_values=ordinals,
        ordinal_ends=tuple(ordinals),
        ordinal=re.compile("|".join(ordinals)),
        this=re.compile(rf"(?<!\w)(?:{this}){'' if kk else r'[а-я]+'}\s+$"),
        singular=None if kk else re.compile("|".join(f"(?:{form})" for form in lexicon["singular"]["ru"])),
        plural=re.compile("|".join(lexicon["plural"]["kk"])) if kk else None,
    )


def _spell_nouns(lexicon: dict[str, Any], language: str) -> Iterator[str]:
    """One group a kind, the stem alone in it: ``(тарма[қғ]ша)(?!…)\\w*``."""
    spell = spell_stem if language == "kk" else re.escape
    for stems in lexicon["units"][language].values():
        guarded = []
        for stem in stems:
            others = lexicon["not_units"][language].get(stem)
            guarded.append(spell(stem) + (f"(?!{'|'.join(others)})" if others else ""))
        yield rf"({'|'.join(guarded)})\w*"


def find_units(text: str, language: str) -> Iterator[Unit]:
    """Every unit that has a number, is «this» one, or is an annex without a number, in order."""
    words = _words(language)
    read = _read_before if language == "kk" else _read_after
    reached = 0
    for place in find_heads(text, words.heads):
        noun = words.nouns.match(text, place) if place >= reached else None
        if noun is None or noun.lastindex is None:
            continue
        reached = noun.end(noun.lastindex)
        if not text[max(place - 1, 0) : place].isalpha() and (unit := read(text, noun, words)) is not None:
            yield unit


def _read_before(text: str, noun: re.Match[str], words: _Words) -> Unit | None:
    assert noun.lastindex is not None
    kind, ending = words.kinds[noun.lastindex - 1], text[noun.end(noun.lastindex) : noun.end()]
    window = text[max(0, noun.start() - WINDOW) : noun.start()]
    shift = noun.start() - len(window)
    many = words.plural is not None and words.plural.match(ending) is not None
    if window[-1:].isspace() or window[-1:] in "-)" or window[-1:].isdigit():
        found = (
            words.numbers.search(window, len(window.rstrip(LISTED))) if DIGIT.search(window, len(window) - 12) else None
        )
        if found is not None and not (kind is ClauseKind.ANNEX and ")" in found["list"]):
            numbered = window[: found.start()].rstrip().endswith("№")
            many = many or text[noun.end() : noun.end() + REACH].lstrip(" ").startswith(WORDS["ranging"])
            numbers, offset = _read_numbers(found["list"], many)
            if numbered and kind is not ClauseKind.ANNEX:
                numbers = numbers[1:]
            tied = numbered or window.rstrip()[-1] in "-)" or ")" in found["list"]
            if numbers:
                return Unit(shift + found.start("list") + offset, noun.end(), kind, numbers, False, ending, tied)
        ordinal = window.rstrip().endswith(words.ordinal_ends)  # asked of each noun, and seldom so
        found = words.ordinals.search(window, max(0, len(window) - 120)) if ordinal else None
        if found is not None:
            numbers = _read_ordinals(found["list"], words)
            return Unit(shift + found.start("list"), noun.end(), kind, numbers, False, ending, kind in COUNTED)
        found = words.this.search(window, max(0, len(window) - 12))
        if found is not None:
            return Unit(shift + found.start(), noun.end(), kind, (), True, ending, True)
    if kind is ClauseKind.ANNEX and ending:
        return Unit(noun.start(), noun.end(), kind, (), False, ending, False)
    return None


def _read_after(text: str, noun: re.Match[str], words: _Words) -> Unit | None:
    assert noun.lastindex is not None and words.singular is not None
    kind, ending = words.kinds[noun.lastindex - 1], text[noun.end(noun.lastindex) : noun.end()]
    if kind is ClauseKind.ARTICLE and GAZETTE.search(text, max(0, noun.start() - 40), noun.start()):
        return None
    found = words.numbers.match(text, noun.end())
    if found is not None:
        alone = words.singular.fullmatch(noun.group()) is not None
        numbers, end = _read_first(found["list"], alone)
        return Unit(noun.start(), found.start("list") + end, kind, numbers, False, ending, True)
    found = words.ordinals.match(text, noun.end()) if kind in (ClauseKind.PART, ClauseKind.INDENT) else None
    if found is not None:
        return Unit(noun.start(), found.end("list"), kind, _read_ordinals(found["list"], words), False, ending, True)
    window = text[max(0, noun.start() - 20) : noun.start()]
    found = words.this.search(window)
    if found is not None:
        return Unit(noun.start() - len(window) + found.start(), noun.end(), kind, (), True, ending, True)
    return Unit(noun.start(), noun.end(), kind, (), False, ending, False) if kind is ClauseKind.ANNEX else None


def _read_first(listed: str, alone: bool) -> tuple[tuple[str, ...], int]:
    """Numbers of a Russian list and where they end. «пункта 5, 10 рабочих дней»: of a noun in the singular only the
    first is meant, unless brackets mark all."""
    if alone and listed.count(")") < 2:
        first = re.match(rf"{NUMBER}(?:\s?\))?", listed)
        assert first is not None
        return (_bare(first.group()),), first.end()
    return _read_numbers(listed.rstrip("- "), True)[0], len(listed.rstrip("- "))


def _read_numbers(listed: str, many: bool) -> tuple[tuple[str, ...], int]:
    """The numbers of a list, ranges spelled out, and where the first of them stands.

    Only the rising end of a list is one: in «2012 жылғы 21, 5 және 6-тармақтар» 21 is of something else.
    """
    items = list(re.finditer(NUMBER, listed))
    first = len(items) - 1
    while first and _rank(items[first - 1].group()) < _rank(items[first].group()):
        first -= 1
    heads = [item.group().partition("-")[0] for item in items[first:] if "-" in item.group()]
    many = many and len(set(heads)) == len(heads)  # «1-7, 1-8 және 1-9» are three points, each inserted behind point 1
    numbers: list[str] = []
    for before, item in zip([None, *items[first:]], items[first:], strict=False):
        number = item.group()
        if before is not None and listed[before.end() : item.start()].strip(" )") == "-":
            numbers += _spell_range(before.group(), number)[1:]
        else:
            numbers += _split_range(number) if many else [number]
    return tuple(numbers), items[first].start()


def _split_range(number: str) -> list[str]:
    """«5-8» of several points is four; «7-1» is one, as the second part is no greater."""
    head, dash, tail = number.partition("-")
    if dash and head.isdigit() and tail.isdigit() and int(tail) > int(head):
        return _spell_range(head, tail)
    return [number]


def _spell_range(first: str, last: str) -> list[str]:
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) <= LONGEST_RANGE:
        return [str(number) for number in range(int(first), int(last) + 1)]
    return [first, last]


def _rank(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.split(r"[.-]", number))


def _bare(number: str) -> str:
    return number.rstrip(" )")


def _read_ordinals(listed: str, words: _Words) -> tuple[str, ...]:
    return tuple(str(words.ordinal_values[word.group()]) for word in words.ordinal.finditer(listed))
