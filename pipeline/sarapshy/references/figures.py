"""The figures of a passage, comparable across languages: «5 (бес) жұмыс күні» and «пяти рабочих дней» are both 5.

A figure in digits or words is FREE, or part of a term, a date or a citation. Words that only hold a number («бесеуі»,
«двухлетний», «екінші») answer to a figure of the other text and are none themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from sarapshy.acts.requisites import date_pattern, read_date
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.numbers import read_number, spell_numbers
from sarapshy.language.time import Term, find_terms
from sarapshy.references.units import find_units

DIGITS = re.compile(r"\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,]\d+)*")
DATE = re.compile(r"(?<![\d.])(\d\d)\.(\d\d)\.((?:19|20)\d\d)(?![\d.])")
GLUED = re.compile(r"[^\W\d_]{2}")  # «18жыл»; the house number «35а» is a figure
DEGREE = re.compile(r"[сc](?!\w)")  # «250С» are 25 °C
POWER = re.compile(r"(?<!\w)(?:м|мм|см|дм|км) ?[23](?!\w)")  # «10 м 2» are square metres
WORDS_FROM = 2  # «бір», «один» are as often an article as a number


class FigureKind(StrEnum):
    FREE = "free"
    TERM = "term"
    DATE = "date"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Figure:
    """``value`` compares: a number as «5» or «0.5», a date as «2012-02-21», a term's number with the unit beside it.

    ``start`` and ``end`` cover the words, folded; ``loose``: it may answer a figure but asks for none.
    """

    value: str
    kind: FigureKind
    start: int
    end: int
    unit: str = ""
    bound: str = ""
    loose: bool = False


def find_figures(text: str, start: int, end: int, language: str) -> list[Figure]:
    """Every figure of ``text[start:end]`` in order."""
    passage = text[start:end]
    found: list[Figure] = []
    for reader in (_read_dates, _read_terms, _read_references, _read_powers, _read_digits, _read_words, _read_loose):
        taken = [(figure.start, figure.end) for figure in found]
        found += [f for f in reader(passage, language) if not any(f.start < b and a < f.end for a, b in taken)]
    ordered = sorted(found, key=lambda figure: figure.start)
    return [replace(f, start=f.start + start, end=f.end + start) for f in _drop_repeated(passage, ordered)]


def _read_dates(text: str, language: str) -> Iterator[Figure]:
    for match in date_pattern(language).finditer(text):
        day = read_date(match, language)
        if day is not None:
            yield Figure(day.isoformat(), FigureKind.DATE, *match.span())
    if language == "kk":  # the Russian pattern holds this form already
        for match in DATE.finditer(text):
            yield Figure(f"{match[3]}-{match[2]}-{match[1]}", FigureKind.DATE, *match.span())


def _read_terms(text: str, language: str) -> Iterator[Figure]:
    for term in find_terms(text, language):
        if term.number and term.unit == "date":
            yield Figure(f"{term.number}.{term.month}", FigureKind.DATE, term.start, term.end)
        elif term.number and _numbers(language).search(text, term.start, term.end):
            yield from _read_term(term)


def _read_term(term: Term) -> Iterator[Figure]:
    numbers = [term.number, *([term.upper] if term.upper else [])]
    for number in numbers:
        yield Figure(str(number), FigureKind.TERM, term.start, term.end, term.unit, term.bound)


def _read_references(text: str, language: str) -> Iterator[Figure]:
    for unit in find_units(text, language):
        for number in unit.numbers:
            yield Figure(number, FigureKind.REFERENCE, unit.start, unit.end, unit.kind.value)


def _read_powers(text: str, language: str) -> Iterator[Figure]:
    for match in POWER.finditer(text):
        yield Figure(match.group()[-1], FigureKind.FREE, match.end() - 1, match.end(), loose=True)


def _read_digits(text: str, language: str) -> Iterator[Figure]:
    for match in DIGITS.finditer(text):
        if not text[match.start() - 1 : match.start()].isalpha() and not GLUED.match(text, match.end()):
            degrees = match.group()[-1] == "0" and DEGREE.match(text, match.end()) is not None
            value = match.group()[:-1] if degrees else match.group()
            yield Figure(_plain(value), FigureKind.FREE, *match.span(), loose=degrees)


def _plain(digits: str) -> str:
    """«0,50», «0.5» and «1 000» as one writes them once for both languages."""
    plain = digits.replace(" ", "").replace(",", ".")
    return plain.rstrip("0").rstrip(".") if plain.count(".") == 1 and len(plain.split(".")[1]) < 3 else plain


def _read_words(text: str, language: str) -> Iterator[Figure]:
    for match in _numbers(language).finditer(text):
        number = read_number(match.group(), language)
        if number is not None and not match.group()[0].isdigit():
            yield Figure(str(number), FigureKind.FREE, *match.span(), loose=number < WORDS_FROM)


def _read_loose(text: str, language: str) -> Iterator[Figure]:
    for value, pattern in _loose(language):
        for match in pattern.finditer(text):
            yield Figure(str(value), FigureKind.FREE, *match.span(), loose=True)


def _drop_repeated(text: str, figures: Sequence[Figure]) -> Iterator[Figure]:
    """«5 (бес)» is one figure."""
    before: Figure | None = None
    for figure in figures:
        between = text[before.end : figure.start] if before else ""
        if before and figure.value == before.value and between.strip() == "(" and figure.kind is FigureKind.FREE:
            continue
        yield figure
        before = figure


@cache
def _numbers(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){spell_numbers(language)}")


@cache
def _loose(language: str) -> tuple[tuple[int, re.Pattern[str]], ...]:
    """``перв~`` begins a word, ``оба`` is one."""
    return tuple(
        (int(value), re.compile("|".join(rf"(?<!\w){word}(?!\w)".replace("~", r"\w*") for word in words)))
        for value, words in read_lexicon("parity")["numbers_within"][language].items()
    )
