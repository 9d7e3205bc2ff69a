"""Slips of the pen: a number whose words are another number, an act that is cited with two dates.

«10 (он бес) күн» is ten days or fifteen; an order of «2015 жылғы 14 наурыздағы № 30» stands a page on with another day
under the same number. Whoever applies the act chooses which one holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from sarapshy.acts.requisites import NUMBER, date_pattern, read_date
from sarapshy.acts.stretches import Reading
from sarapshy.detect.build import Evidence
from sarapshy.detect.rules import Rule
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.likeness import word_heads
from sarapshy.language.numbers import read_number, spell_numbers

ISSUER = 60  # characters before a date that name who issued the act
NEWSPAPER = re.compile(r'",\s*$')  # «"Дидар", 2015 жылғы 14 наурыздағы № 30»


def find_misspelt_numbers(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """Digits whose words in the bracket are another number: «10 (он бес)»."""
    for match in _spelled().finditer(reading.text):
        stretch = reading.stretch_at(match.start())
        if stretch is None:
            continue
        language = reading.clause(stretch).language
        said = _read_words(match[2], language)
        written = int(match[1].replace(" ", ""))
        if said is not None and written not in (said, said * 1000):  # «25 000 (жиырма бес)» мың
            yield Evidence(match.start(), match.end(), {"digits": match[1], "spelt": match[2].strip()})


@cache
def _spelled() -> re.Pattern[str]:
    """«10 (он)», digits and a bracket without digits; no «10 (он) мың», whose words go on."""
    goes_on = "|".join(word for words in read_lexicon("slips")["multiples"].values() for word in words)
    return re.compile(
        # the first digit stands before what is asked of the signs before it, so that the search skips to digits
        r"(\d(?<![\w.,/:№-]\d)(?<!№ \d)(?<!\d \d)\d{0,2}(?: \d{3})*) ?\(([^()\d]{2,60})\)" + f"(?! ?(?:{goes_on}))"
    )


def _read_words(words: str, language: str) -> int | None:
    """The number that the words are, all of them: «он бес», not «он екі айдан кейін»."""
    plain = " ".join(words.replace("-", " ").split())
    number = re.fullmatch(spell_numbers(language), plain)
    return read_number(plain, language) if number else None


@dataclass(frozen=True, slots=True)
class Dated:
    """An act cited by date and number, with folded offsets of both and the word heads of who issued it."""

    start: int
    end: int
    day: date
    number: str
    issuer: frozenset[str]


def find_two_dates(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """An act whose number stands elsewhere with another day of the same year, or the same day of another year, the same
    issuer before both."""
    for language in reading.languages:
        known: dict[tuple[int, int, str], Dated] = {}
        for dated in _read_dated(reading.text, language):
            for key in ((dated.day.year, 0, dated.number), (dated.day.month, dated.day.day, dated.number)):
                first = known.setdefault(key, dated)
                if first.day != dated.day and _is_slip(first, dated):
                    stretch = reading.stretch_at(dated.start)
                    if stretch is not None and reading.clause(stretch).language == language:
                        values = {"other": reading.quote(first.start, first.end)}
                        yield Evidence(dated.start, dated.end, values, related=((first.start, first.end),))
                        known[key] = dated


def _is_slip(one: Dated, other: Dated) -> bool:
    """Whether one issuer stands before both and the day or the month agrees, as with a slip of the pen."""
    near = one.day.day == other.day.day or one.day.month == other.day.month
    return near and len(one.issuer & other.issuer) >= 2


def _read_dated(text: str, language: str) -> Iterator[Dated]:
    for match in date_pattern(language).finditer(text):
        number = NUMBER.match(text, match.end() + (1 if text[match.end() : match.end() + 1] == " " else 0))
        day = read_date(match, language)
        if number is not None and day is not None:
            before = text[max(0, match.start() - ISSUER) : match.start()]
            if not NEWSPAPER.search(before):
                yield Dated(match.start(), number.end(), day, number["number"], word_heads(before))
