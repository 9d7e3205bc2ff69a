"""Terms of a plan as they are printed: «2 – 3 квартал 2018 жыл», «сәуір-маусым 2018 жыл», «IV квартал 2018 года»,
«2018-2019 оқу жылы», «до 15.09.2018». A term that names no date («тұрақты», «постоянно») is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from sarapshy.language.lexicon import read_lexicon
from sarapshy.plan.model import Term, month, quarter

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def find_terms(text: str) -> Iterator[Term]:
    """The terms of a cell in their order: of the most exact kind that it holds."""
    text = " ".join(text.casefold().split())
    for find in (_find_quarters, _find_days, _find_months, _find_school_years, _find_years):
        if found := list(find(text)):
            yield from found
            return


def _find_quarters(text: str) -> Iterator[Term]:
    """Where both orders of words could be read, the one that reads more terms is meant."""
    read = [list(pattern.finditer(text)) for pattern in _patterns("quarters")]
    for found in max(read, key=len):
        first = _number(found["first"])
        last = _number(found["last"] or found["first"])
        if first <= last:
            year = int(found["year"])
            yield Term(quarter(year, first).begin, quarter(year, last).end)


def _find_days(text: str) -> Iterator[Term]:
    days = []
    for found in (each for pattern in _patterns("days") for each in pattern.finditer(text)):
        try:
            days.append(date(int(found["year"]), int(found["month"]), int(found["day"])))
        except ValueError:
            continue
    if days:
        yield Term(min(days), max(days))


def _find_months(text: str) -> Iterator[Term]:
    """Months in one cell are one term: «сәуір – маусым 2018», «қазан 2018 – наурыз 2019»."""
    months = [(found.start(), number) for number, stem in _months() for found in stem.finditer(text)]
    years = [(found.start(), int(found.group())) for found in re.finditer(r"(?<!\d)\d{4}(?!\d)", text)]
    if not months or not years:
        return
    months.sort()
    first, last = months[0][1], months[-1][1]
    yield Term(month(years[0][1], first).begin, month(years[-1][1], last).end)


def _find_school_years(text: str) -> Iterator[Term]:
    for found in (each for pattern in _patterns("school_year") for each in pattern.finditer(text)):
        yield Term(date(int(found["first"]), 9, 1), date(int(found["last"]), 8, 31))


def _find_years(text: str) -> Iterator[Term]:
    years = [each for pattern in _patterns("years") for each in pattern.finditer(text)]
    if years:
        last = years[0].groupdict().get("last") or years[0]["first"]
        yield Term(date(int(years[0]["first"]), 1, 1), date(int(last), 12, 31))


def _number(text: str) -> int:
    return ROMAN.get(text) or int(text)


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?<!\w)(?:{pattern})") for pattern in read_lexicon("plan")["terms"][kind])


@cache
def _months() -> tuple[tuple[int, re.Pattern[str]], ...]:
    stems = read_lexicon("plan")["terms"]["months"]
    return tuple((number, re.compile(rf"(?<!\w)(?:{'|'.join(each)})")) for number, each in enumerate(stems, 1))
