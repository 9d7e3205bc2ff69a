"""Dates and numbers of acts as they are printed: «2012 жылғы 21 ақпандағы № 57», «от 21 февраля 2012 года № 57».

Old files say N for №, put the day in quotation marks or leave a form blank; numbers carry letters: «№ ҚР ДСМ-90»,
«№ 414-V ЗРК», «№ 4-3». All over folded text.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.suffixes import spell_stem

NUMBER = re.compile(
    r"(?:№|n(?<!\wn)(?=[ \d]))[ №]{0,20}+"
    r"(?P<number>қр[ ]?дсм[ ]?-?[ ]?\d+(?:/\d+)?|[a-zа-яәғқңөұүһі]{0,4}-?\d[\w/.-]*?(?:-[a-zіхv]+)?)"
    r"(?=[\s,;:)\"|]|\.(?:\s|$)|$|бұйр|бірлес|шеш|қаул|жарл|(?<=\d)[а-яәғқңөұүһі]{4})(?:[ ]?зрк|[ ]қрз)?"
)


@cache
def _months(language: str) -> re.Pattern[str]:
    return re.compile("|".join(f"({month})" for month in _spell_months(language)))


def _spell_months(language: str) -> list[str]:
    """«қыркүйек» is «қыркүйегіндегі» in a date; a Russian month is its stem."""
    stems = read_lexicon("references")["months"][language]
    return [spell_stem(stem) for stem in stems] if language == "kk" else stems


@cache
def date_pattern(language: str) -> re.Pattern[str]:
    """A full date: groups ``year``, ``month``, ``day``; for Russian also «21.02.2012»."""
    months = "|".join(_spell_months(language))
    if language == "kk":
        return re.compile(
            rf"(?P<year>(?:19|20)\d\d)\s*(?:жыл(?:ғы|дың|ы)?|ж\.?)\s*\"?(?P<day>\d{{1,2}})\"?\s*-?\s*(?P<month>{months})\w*"
        )
    return re.compile(
        rf"\"?(?P<day>\d{{1,2}})\"?\s+(?P<month>{months})\w*\s+(?P<year>(?:19|20)\d\d)(?:\s*(?:года?|г\.?)(?!\w))?"
        r"|(?P<day2>\d\d)\.(?P<month2>\d\d)\.(?P<year2>(?:19|20)\d\d|\d\d(?!\d))(?:\s*(?:года?|г\.?)(?!\w))?"
    )


def read_date(match: re.Match[str], language: str) -> date | None:
    """The date of a match of ``date_pattern``; None where there is no such day."""
    groups = match.groupdict()
    if groups.get("year"):
        month = _months(language).match(groups["month"])
        year, day, number = groups["year"], groups["day"], month.lastindex if month else None
    else:
        year, day, number = groups["year2"], groups["day2"], int(groups["month2"])
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), number or 0, int(day))
    except ValueError:
        return None


def print_number(number: str) -> str:
    """Roman figures and letters of a number are printed in capitals: 414-V, ҚР ДСМ-90."""
    return number.upper().replace("І", "I")


def same_number(one: str | None, other: str | None) -> bool:
    """«480-V ЗРК», «480-v» and «480-V» are one number; so is «480», which leaves the convocation out."""
    if one is None or other is None:
        return False
    a, b = _plain(one), _plain(other)
    return a == b or (a.split("-")[0] == b.split("-")[0] and (a.isdigit() or b.isdigit()) and "-" in a + b)


def _plain(number: str) -> str:
    plain = number.lower().replace("і", "i").replace("х", "x").removesuffix("зрк").removesuffix("қрз")
    return re.sub(r"\s+", "", plain)
