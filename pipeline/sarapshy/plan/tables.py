"""The rows of a plan's table in a text, whatever wrote it.

A reader of ours writes a row on a line, «1\\t|\\tзаңнаманы талдау\\t|\\t2 – 3 квартал 2018 жыл\\t|\\t…»; other programs put
each cell on a line that begins with a tab, and an empty line between rows. A table is a plan where its heading names
the measure, its term, and what comes of it or who answers: the words for these stand in ``rules/lexicons/plan.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sarapshy.language.lexicon import read_lexicon
from sarapshy.plan.model import Result, Scope, Term
from sarapshy.plan.terms import find_terms

NEEDED = ("name", "term")
BULLETS = ";:,. \u2022–-"


@dataclass(frozen=True, slots=True)
class Row:
    """A measure as printed; ``direction`` and ``title`` are of the heading above the table, "" where there is none."""

    direction: str
    title: str
    number: str
    name: str
    terms: tuple[Term, ...]
    form: str
    result: Result
    group: str


def find_rows(text: str) -> list[Row]:
    """The measures of all the tables of a text, in order."""
    found: list[Row] = []
    direction = title = ""
    columns: dict[str, int] = {}
    for block in cut_blocks(text):
        if isinstance(block, str):
            columns = {}
            direction, title = _read_heading(block) or (direction, title)
            continue
        columns = _read_columns(block) or columns
        row = _read_row(block, columns, direction, title, len(found)) if columns else None
        if row is not None:
            found.append(row)
    return found


def cut_blocks(text: str) -> Iterator[str | list[str]]:
    """Lines of prose, and rows as lists of their cells."""
    cells: list[str] = []
    for line in text.split("\n"):
        if "|" in line:
            yield [" ".join(cell.split()) for cell in line.strip().strip("|").split("|")]
        elif line.startswith("\t"):
            cells.append(line)
        elif cells and line:
            cells[-1] += f" {line}"
        elif cells:
            yield [" ".join(cell.split()) for cell in cells]
            cells = []
        elif line.strip():
            yield " ".join(line.split())
    if cells:
        yield [" ".join(cell.split()) for cell in cells]


def split_parts(row: Row) -> Iterator[tuple[str, str, str | None, Term | None]]:
    """(number of the part or "", name, name of the part, term); a row is one part unless it lists one for each term."""
    head, _, tail = row.name.partition(":")
    parts = [part.strip(BULLETS) for part in tail.split(";") if part.strip(BULLETS)]
    if len(parts) < 2 or len(parts) != len(row.terms):
        whole = Term(min(t.begin for t in row.terms), max(t.end for t in row.terms)) if row.terms else None
        yield "", row.name, None, whole
        return
    for number, (part, term) in enumerate(zip(parts, row.terms, strict=True), 1):
        yield str(number), head.strip(), part, term


def read_scope(text: str) -> Scope:
    """Which acts a measure's words are about."""
    kinds = [kind for kind, pattern in _patterns("scopes") if pattern.search(text.casefold())]
    if "bylaws" in kinds:  # «заңдар және заңға тәуелді актілер» is both
        return Scope.ACTS if "laws" in kinds else Scope.BYLAWS
    return Scope.LAWS if kinds else Scope.ACTS


def read_result(form: str, name: str) -> Result:
    """What the form of completion is to findings: «аналитикалық анықтама» on anything but acts is nothing to them."""
    found = (kind for kind, pattern in _patterns("results") if pattern.search(form.casefold()))
    about_acts = re.search("|".join(read_lexicon("plan")["legislation"]), f"{name} {form}".casefold())
    return Result(next(found, Result.OTHER)) if about_acts else Result.OTHER


def _read_heading(line: str) -> tuple[str, str] | None:
    for pattern in read_lexicon("plan")["direction"]:
        if found := re.match(pattern, line, re.IGNORECASE):
            return found["number"], line[found.end() :].strip(BULLETS)
    return None


def _read_columns(cells: Sequence[str]) -> dict[str, int]:
    """Where each column stands; empty where the cells are no heading."""
    columns: dict[str, int] = {}
    for position, cell in enumerate(cells):
        kinds = (kind for kind, pattern in _patterns("columns") if pattern.search(cell.casefold()))
        kind = next((kind for kind in kinds if kind not in columns), None)
        if kind is not None:
            columns[kind] = position
    named = all(kind in columns for kind in NEEDED) and ("result" in columns or "group" in columns)
    return columns if named and max(map(len, cells)) < 120 else {}


def _read_row(cells: Sequence[str], columns: dict[str, int], direction: str, title: str, before: int) -> Row | None:
    def cell(kind: str) -> str:
        return cells[columns[kind]] if kind in columns and columns[kind] < len(cells) else ""

    terms = tuple(find_terms(cell("term")))
    if not cell("name") or cell("name").isdigit() or _read_columns(cells) or not (terms or cell("result")):
        return None
    number = cell("number").strip(".) ") or str(before + 1)
    form = cell("result")
    return Row(direction, title, number, cell("name"), terms, form, read_result(form, cell("name")), cell("group"))


@cache
def _patterns(table: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile("|".join(each))) for kind, each in read_lexicon("plan")[table].items())
