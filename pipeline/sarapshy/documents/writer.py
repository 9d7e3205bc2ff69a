"""Parts of a document in one language, written with the words of a template: numbered headings, fields, tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sarapshy.documents.blocks import Align, Cell, Column, Paragraph, Run, Style, Table, Text, cell, plain
from sarapshy.documents.parties import Named, Parties
from sarapshy.documents.template import Template
from sarapshy.documents.words import form, print_date

LABEL, VALUE = 36, 64  # shares of a table of requisites


class Writer:
    """``heading`` numbers from 1; ``subheading`` within it: «4.2.»."""

    def __init__(self, template: Template, language: str, parties: Parties) -> None:
        self.template, self.language, self.parties = template, language, parties
        self._headings = self._subheadings = 0

    def write(self, key: str, **values: Any) -> Text:
        return self.template.write(key, self.language, **values)

    def say(self, key: str, **values: Any) -> str:
        return self.template.say(key, self.language, **values)

    def paragraph(self, key: str, style: Style = Style.BODY, /, **values: Any) -> Paragraph:
        return Paragraph(self.write(key, **values), style)

    def heading(self, key: str) -> Paragraph:
        self._headings, self._subheadings = self._headings + 1, 0
        return Paragraph((Run(f"{self._headings}. "), *self.write(key)), Style.HEADING)

    def subheading(self, text: Text) -> Paragraph:
        self._subheadings += 1
        return Paragraph((Run(f"{self._headings}.{self._subheadings}. "), *text), Style.SUBHEADING)

    def named(self, value: Named, spare: str = "fill_in") -> Text:
        """What is known of a party, else the marked place for it."""
        return plain(value[self.language]) if value else self.write(spare)

    def fields(self, rows: Iterable[tuple[str, str | Text]]) -> Table:
        """Label and value side by side; labels are keys of the template."""
        columns = (Column((), LABEL), Column((), VALUE))
        return Table(columns, tuple((cell(self.write(key)), cell(value)) for key, value in rows))

    def table(self, columns: Sequence[tuple[str, float, Align]], rows: Iterable[Sequence[Cell]]) -> Table:
        """``columns`` are (key of the title, share of the width, alignment)."""
        heads = tuple(Column(self.write(key), share, align) for key, share, align in columns)
        return Table(heads, tuple(tuple(row) for row in rows))

    def place_and_date(self) -> Table:
        """City at the left, number in the middle, date at the right."""
        parties = self.parties
        number = self.write("number", number=parties.number) if parties.number else self.write("no_number")
        columns = (Column((), 32), Column((), 24, Align.CENTER), Column((), 44, Align.RIGHT))
        city = self.named(parties.city, "no_city")
        return Table(columns, ((cell(city), cell(number), cell(self.date(parties.day))),), ruled=False)

    def date(self, day: date | None) -> Text:
        if day is None:
            return self.write("no_date", blank=form("blank_date", self.language))
        return plain(print_date(day, self.language))

    def signatures(self, role: Text, names: Sequence[str]) -> Table:
        """A line a person, with a place to sign above what it is for."""
        columns = (Column((), 40), Column((), 28, Align.CENTER), Column((), 32))
        rows = []
        for position, name in enumerate(names or ("",)):
            line = cell(self.write("line"), self.write("signed"))
            rows.append((cell(role) if position == 0 else (), line, cell(plain(name) or self.write("no_name"))))
        return Table(columns, tuple(rows), ruled=False)


def bold(text: str | Text) -> Text:
    runs = plain(text) if isinstance(text, str) else text
    return tuple(Run(run.text, True, run.italic, run.mark) for run in runs)


def italic(text: str | Text) -> Text:
    runs = plain(text) if isinstance(text, str) else text
    return tuple(Run(run.text, run.bold, True, run.mark) for run in runs)
