"""Terms of time: how long, in what units, and how the number binds.

«10 (он) жұмыс күні ішінде» is within 10 working days, «не позднее 3 дней» at most 3 days, «жыл сайын 1 қазанға дейін»
every year and by a date. Words that only promise speed («дереу», «в разумный срок») are elastic terms. Found from the
unit outwards: a number to its left, what says how it binds on both sides. Units and bounds stand in
``rules/lexicons/time.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from sarapshy.language.actors import SENTENCES
from sarapshy.language.kazakh import case_of
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.numbers import read_number, spell_numbers
from sarapshy.language.pattern import Pattern, compile_pattern
from sarapshy.language.suffixes import harmony_of

_REACH = 90  # characters to the left of a unit where its number and bound stand
_YEAR = 1900  # «2012 жылы» names a year, no term
_PAREN = r"\s*(?:\([^()]{1,40}\)\s*)?"
_NO_NUMBER = ("within", "every", "for")  # bounds that make a term of a bare unit: «жұмыс күні ішінде», «ай сайын»


@dataclass(frozen=True, slots=True)
class Term:
    """``number`` is None where one is meant and not said («жұмыс күні ішінде»), ``upper`` the end of a range.

    ``unit`` is a key of the lexicon's units, or "date" (``number`` a day, ``month`` 1..12). ``bound`` is one of within,
    at_most, at_least, exact, before, after, every, for, range, by_date, same_day, next_day.
    """

    number: int | None
    unit: str
    bound: str
    start: int
    end: int
    upper: int | None = None
    month: int | None = None


@dataclass(frozen=True, slots=True)
class ElasticTerm:
    text: str
    start: int
    end: int


@lru_cache(maxsize=SENTENCES)
def find_terms(text_folded: str, language: str) -> list[Term]:
    found = [
        *_find_counted(text_folded, language),
        *(_find_compound(text_folded) if language == "ru" else ()),
        *_find_dates(text_folded, language),
        *_find_phrases(text_folded, language),
    ]
    return _drop_overlaps(found)


def find_elastic_terms(text_folded: str, language: str) -> list[ElasticTerm]:
    """Those that are no part of a term: «үш күннен кешіктірмей» is one, «кешіктірмей» alone is elastic."""
    spans = sorted({span for pattern in _patterns("elastic", language) for span in pattern.find(text_folded)})
    if not spans:
        return []
    terms = find_terms(text_folded, language)
    free = [span for span in spans if not any(t.start < span[1] and span[0] < t.end for t in terms)]
    kept = [s for s in free if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in free)]
    return [ElasticTerm(text_folded[start:end], start, end) for start, end in kept]


def _find_counted(text: str, language: str) -> Iterator[Term]:
    expression, units = _compile_units(language)
    for match in expression.finditer(text):
        word = match.group(1)
        unit = units[word]
        if language == "kk" and not _is_unit_form(word, match.group()[len(word) :]):
            continue
        left = _compile_left(language).search(text, max(0, match.start() - _REACH), match.start())
        right = _compile_right(language).match(text, match.end())
        if any(text.startswith(word, match.end() + 1) for word in read_lexicon("time")["no_term_before"][language]):
            continue
        term = _read_term(unit, match, left, right, language)
        if term is not None:
            yield term


def _find_compound(text: str) -> Iterator[Term]:
    """«в трехдневный срок», «не позднее 10-дневного срока», «в месячный срок»."""
    lexicon = read_lexicon("time")["compound"]["ru"]
    for match in _compile_compound().finditer(text):
        digits, words, unit = match["digits"], match["words"], match["unit"]
        if not digits and not words and unit not in lexicon["whole"]:
            continue
        counted = " ".join(_compile_words().findall(words or ""))
        number = int(digits) if digits else read_number(counted, "ru") if counted else 1
        before = " ".join((match["before"] or "").split())
        bound = _bounds("before", "ru").get(before, "within")
        yield Term(number, lexicon["units"][unit], bound, *match.span())


@cache
def _compile_compound() -> re.Pattern[str]:
    lexicon = read_lexicon("time")["compound"]["ru"]
    before, units, nouns = (
        _alternation(each) for each in (_bounds("before", "ru"), lexicon["units"], lexicon["nouns"])
    )
    endings = _alternation(lexicon["endings"])
    number = rf"(?:(?P<digits>\d{{1,3}})\s?-?\s?(?:(?:{endings})\s?-?\s?)?|(?P<words>(?:{_compile_words().pattern})+))?"
    return re.compile(
        rf"(?<![\w-])(?:(?P<before>{before})\s+)?{number}{_PAREN}(?:-\s?)?(?P<unit>{units})[а-я]{{2,3}}\s+(?:{nouns})(?!\w)"
    )


@cache
def _compile_words() -> re.Pattern[str]:
    """Numbers as they stand in one word with a unit: «десяти» in «десятидневный»."""
    words = {word for forms in read_lexicon("numbers")["ru"].values() for word in forms}
    return re.compile(_alternation(word for word in words if word.endswith(("и", "х", "а", "о", "ста"))))


def _read_term(
    unit: str, match: re.Match[str], left: re.Match[str] | None, right: re.Match[str] | None, language: str
) -> Term | None:
    number = read_number(left.group("number"), language) if left and left.group("number") else None
    bound = _bind(left, right, language)
    bare = left is not None and left.group("bare") is not None  # «через месяц», «в течение рабочего дня»
    if (number is not None and number >= _YEAR) or (number is None and bound not in _NO_NUMBER and not bare):
        return None
    start = left.start() if left else match.start()
    end = right.end() if right and bound == _right_bound(right, language) else match.end()
    term = Term(number, unit, bound, start, end)
    return term if left is None else _refine(term, left, language)


def _refine(term: Term, left: re.Match[str], language: str) -> Term | None:
    """What stands with the number: the unit («күнтізбелік он күн»), a lower end, an ordinal («5-күніне дейін»)."""
    if left.group("unit"):
        term = replace(term, unit=read_lexicon("time")["left_units"][language][left.group("unit")])
    if left.group("low"):
        bound = "range" if term.bound in ("exact", "at_most") else term.bound
        return replace(term, bound=bound, number=read_number(left.group("low"), language), upper=term.number)
    if left.group("ordinal"):
        return None if term.bound == "exact" else replace(term, bound="by_date")
    return term


def _bind(left: re.Match[str] | None, right: re.Match[str] | None, language: str) -> str:
    before = (left.group("before") or left.group("bare")) if left else None
    after = _right_bound(right, language) if right else None
    if after == "before" and language == "ru":
        after = "before" if before in read_lexicon("time")["before_with"]["ru"] else None
    if before is not None and after in (None, "within"):
        return _bounds("before", language)[" ".join(before.split())]
    return after or "exact"


def _right_bound(right: re.Match[str], language: str) -> str:
    return _bounds("after", language)[" ".join(right.group("after").split())]


def _is_unit_form(stem: str, suffix: str) -> bool:
    adjective = suffix.startswith(tuple(read_lexicon("time")["adjective"]["kk"]))
    return adjective or case_of(suffix, harmony_of(stem)) is not None


def _find_dates(text: str, language: str) -> Iterator[Term]:
    months = read_lexicon("time")["months"][language]
    for match in _compile_dates(language).finditer(text):
        stem = match.group("month")
        if language == "ru" or case_of(match.group("suffix"), harmony_of(stem)) is not None:
            yield Term(int(match.group("day")), "date", "by_date", *match.span(), month=months.index(stem) + 1)


def _find_phrases(text: str, language: str) -> Iterator[Term]:
    for bound in ("same_day", "next_day"):
        for pattern in _patterns(bound, language):
            for start, end in pattern.find(text):
                yield Term(0 if bound == "same_day" else 1, "day", bound, start, end)
    units = read_lexicon("time")["every_unit"][language]
    for pattern in _patterns("every", language):
        for start, end in pattern.find(text):
            unit = next(unit for head, unit in units.items() if text.startswith(head, start))
            yield Term(None, unit, "every", start, end)


def _drop_overlaps(terms: list[Term]) -> list[Term]:
    """Of terms that share words the longer one; with a number before without."""
    kept: list[Term] = []
    for term in sorted(terms, key=lambda t: (t.number is None, t.start - t.end, t.start)):
        if not any(term.start < other.end and other.start < term.end for other in kept):
            kept.append(term)
    return sorted(kept, key=lambda t: t.start)


@cache
def _compile_units(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    units = {word: unit for unit, words in read_lexicon("time")["units"][language].items() for word in words}
    tail = r"\w*" if language == "kk" else r"(?!\w)"
    return re.compile(rf"(?<!\w)({_alternation(units)}){tail}"), units


@cache
def _compile_left(language: str) -> re.Pattern[str]:
    number, before = spell_numbers(language), _alternation(_bounds("before", language))
    long = _alternation(phrase for phrase in _bounds("before", language) if len(phrase) > 2)
    low = rf"(?:(?P<low>{number}){_PAREN}(?:-|до\s|-?[дтн][ае]н\s)\s*)?"
    unit = _alternation(read_lexicon("time")["left_units"][language])
    endings = _alternation(read_lexicon("time")["compound"].get(language, {}).get("endings", ()))
    grown = rf"(?:-(?:{endings})(?!\w))?" if endings else ""  # «3-х рабочих дней»
    counted = (
        rf"(?:(?P<before>{before})\s+)?(?:(?P<unit>{unit})\s+)?{low}(?P<number>{number}){grown}"
        rf"(?P<ordinal>-ші|-шы|-)?{_PAREN}"
    )
    bare = rf"(?P<bare>{long if language == 'ru' else '(?!)'})\s+"
    return re.compile(rf"(?<![\w.,/-])(?:{counted}|{bare})\Z")


@cache
def _compile_right(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s*\)?\s+(?P<after>{_alternation(_bounds('after', language))})(?!\w)")


@cache
def _compile_dates(language: str) -> re.Pattern[str]:
    lexicon = read_lexicon("time")
    months = _alternation(lexicon["months"][language])
    if language == "ru":
        before = _alternation(lexicon["date_before"]["ru"])
        return re.compile(rf"(?<!\w)(?:{before})\s+(?P<day>\d{{1,2}})\s+(?P<month>{months})(?P<suffix>)(?!\w)")
    after = _alternation(lexicon["date_after"]["kk"])
    return re.compile(
        rf"(?<![\w.])(?P<day>\d{{1,2}})(?:-ші|-шы)?\s+(?P<month>{months})(?P<suffix>\w*)\s+(?:{after})(?!\w)"
    )


@cache
def _bounds(side: str, language: str) -> dict[str, str]:
    table = read_lexicon("time")[side][language]
    return {phrase: bound for bound, phrases in table.items() for phrase in phrases}


@cache
def _patterns(name: str, language: str) -> tuple[Pattern, ...]:
    lexicon = read_lexicon("time")
    sources = lexicon["elastic"][language] if name == "elastic" else lexicon["phrases"][language][name]
    return tuple(compile_pattern(source, language) for source in sources)


def _alternation(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in sorted(phrases, key=len, reverse=True))
