"""Dates as acts print them: «2016 жылғы 21 қаңтардағы», «21 января 2016 года»."""

from __future__ import annotations

from datetime import date

from sarapshy.language.lexicon import read_lexicon


def print_date(day: date, language: str) -> str:
    printed = read_lexicon("amendments")["dates"][language]
    return str(printed["form"].format(year=day.year, month=printed["months"][day.month - 1], day=day.day))
