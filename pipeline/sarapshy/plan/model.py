"""A plan is directions with measures; a measure is what is handed in, in which form, by whom, until when.

The charter asks working group 4 for an analytical note on laws in quarters 2-3 of 2018, measure 4.1.1, on by-laws in
quarters 3-4, measure 4.1.2, and for draft amending acts in quarters 3-4, measure 4.2.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sarapshy.findings.model import Texts


class Result(StrEnum):
    """The form of completion, as far as findings are concerned."""

    NOTE = "note"
    AMENDMENT = "amendment"
    OTHER = "other"


class Scope(StrEnum):
    """Which acts a measure is about. Laws are the Constitution, codes and laws; by-laws all acts below."""

    LAWS = "laws"
    BYLAWS = "bylaws"
    ACTS = "acts"


@dataclass(frozen=True, slots=True)
class Term:
    """Both days belong to it."""

    begin: date
    end: date

    @property
    def quarters(self) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """(year, quarter) of its begin and end, where it is whole quarters."""
        first, last = (self.begin.month - 1) // 3 + 1, (self.end.month - 1) // 3 + 1
        whole = self == Term(quarter(self.begin.year, first).begin, quarter(self.end.year, last).end)
        return ((self.begin.year, first), (self.end.year, last)) if whole else None

    @property
    def months(self) -> bool:
        return self == Term(month(self.begin.year, self.begin.month).begin, month(self.end.year, self.end.month).end)


def quarter(year: int, number: int) -> Term:
    return Term(month(year, 3 * number - 2).begin, month(year, 3 * number).end)


def month(year: int, number: int) -> Term:
    return Term(date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]))


@dataclass(frozen=True, slots=True)
class Measure:
    """``id`` is what a finding names it by, "4.1.2"; ``part`` is the name of a part, «заңға тәуелді актілер»."""

    id: str
    direction: str
    number: str
    name: Texts = field(hash=False)
    result: Result
    form: Texts = field(hash=False)
    group: Texts = field(hash=False)
    scope: Scope = Scope.ACTS
    part: Texts | None = field(default=None, hash=False)
    term: Term | None = None


@dataclass(frozen=True, slots=True)
class Direction:
    number: str
    name: Texts = field(hash=False)
    aim: Texts | None = field(default=None, hash=False)


@dataclass(frozen=True, slots=True)
class Plan:
    """``source`` is the file a user gave, None for the charter's. Texts are left out of the hash: they are dicts."""

    title: Texts = field(hash=False)
    directions: tuple[Direction, ...]
    measures: tuple[Measure, ...]
    source: str | None = None

    def find(self, identifier: str) -> Measure | None:
        return next((measure for measure in self.measures if measure.id == identifier), None)
