"""The acts of a run as a map: who adopted them, and when.

A row is a body: each central body has its own, maslikhats and akimats, of which there are hundreds, have one each. A
column is a year. A circle's area is the number of acts; its red sector the share of acts with many findings, its grey one
that of acts that lost their force. All numbers stand in a table below as well.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import sqrt
from typing import Any

from sarapshy.language.letters import fold
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.likeness import HEAD
from sarapshy.messages import LANGUAGES, say
from sarapshy.references.naming import body_heads
from sarapshy.report.html import render_page
from sarapshy.report.wording import Wording

ROWS = 24  # bodies with a row of their own
CELL, LINE = 30, 32  # pixels
NAMES, TOP = 330, 46
LARGEST = 14.0  # radius
MANY = 12  # findings of an act
NAME = 40  # letters of a body's name
COURSE = {"law": "parliament", "code": "parliament", "constitutional_law": "parliament", "decree": "president"}
OTHER, UNKNOWN = "other", "unknown"
LAST = (OTHER, UNKNOWN)
Texts = dict[str, str]


@dataclass(frozen=True, slots=True)
class Circle:
    x: int
    y: int
    radius: float
    acts: int
    findings: int
    heavy: float
    lost: float
    year: str


@dataclass(frozen=True, slots=True)
class Row:
    name: Texts
    y: int
    circles: tuple[Circle, ...]
    acts: int
    findings: int


@dataclass(slots=True)
class _Cell:
    acts: int = 0
    findings: int = 0
    heavy: int = 0
    lost: int = 0

    def add(self, act: Mapping[str, Any]) -> None:
        found = act["findings"]["total"]
        self.acts += 1
        self.findings += found
        self.heavy += found >= MANY
        self.lost += act["status"] == "repealed"

    def join(self, other: _Cell) -> None:
        self.acts, self.findings = self.acts + other.acts, self.findings + other.findings
        self.heavy, self.lost = self.heavy + other.heavy, self.lost + other.lost


def render_map(acts: Sequence[Mapping[str, Any]], language: str) -> str:
    """The page; ``acts`` are the records of acts.jsonl."""
    read = [act for act in acts if act["error"] is None]
    rows, years = lay_out_map(read)
    return render_page(
        "map.html",
        "map",
        Wording(language),
        title=say("neighbours.map_title", language),
        decisions="",
        rows=rows,
        years=[(NAMES + CELL * at + CELL // 2, year) for at, year in enumerate(years)],
        width=NAMES + CELL * len(years) + 20,
        height=TOP + LINE * len(rows) + 10,
        acts=read,
    )


def lay_out_map(acts: Iterable[Mapping[str, Any]]) -> tuple[list[Row], list[str]]:
    """Rows, those with most acts first, and the years that have acts; "" is for acts of no known year."""
    cells: dict[str, dict[str, _Cell]] = defaultdict(lambda: defaultdict(_Cell))
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for act in acts:
        key, printed = _body_of(act)
        names[key][printed] += 1
        cells[key][(act["date"] or "")[:4]].add(act)
    order = sorted(cells, key=lambda key: (key == UNKNOWN, -sum(cell.acts for cell in cells[key].values())))
    merged = _merge(cells, order)
    years = sorted({year for row in merged.values() for year in row}, key=lambda year: year or "9")
    known = [row for key, row in merged.items() if key not in LAST]
    most = max((cell.acts for row in known for year, cell in row.items() if year), default=1)
    rows = [_row(at, _name(key, names[key]), merged[key], years, most) for at, key in enumerate(merged)]
    return rows, years


def _body_of(act: Mapping[str, Any]) -> tuple[str, str]:
    """(key of the row, the body as printed)."""
    body = act["body"] or ""
    told = body or ("" if act["kind"] in COURSE else act["title"] or "")  # an amending act is of the body it amends
    folded = fold(told).text
    for key, stems in _stems():
        if any(stem in folded for stem in stems):
            return key, body
    if act["kind"] in COURSE:
        return COURSE[act["kind"]], body
    heads = body_heads(body) if body else frozenset()
    return " ".join(sorted(heads)) or UNKNOWN, body


@cache
def _stems() -> tuple[tuple[str, tuple[str, ...]], ...]:
    bodies = read_lexicon("across")["local_bodies"].items()
    return tuple((key, tuple(stem for each in stems.values() for stem in each)) for key, stems in bodies)


def _merge(cells: Mapping[str, Mapping[str, _Cell]], order: Sequence[str]) -> dict[str, Mapping[str, _Cell]]:
    """The first rows as they are, the others in one."""
    kept: dict[str, Mapping[str, _Cell]] = {key: cells[key] for key in order[:ROWS] if key != UNKNOWN}
    rest: dict[str, _Cell] = defaultdict(_Cell)
    for key in order:
        for year, cell in cells[key].items() if key not in kept and key != UNKNOWN else ():
            rest[year].join(cell)
    last = {OTHER: rest, UNKNOWN: cells.get(UNKNOWN, {})}
    return {**kept, **{key: row for key, row in last.items() if row}}


def _name(key: str, printed: Counter[str]) -> Texts:
    known = (*dict(_stems()), *LAST)
    if key in known:
        return {language: say(f"neighbours.map_{key}", language) for language in LANGUAGES}
    words = printed.most_common(1)[0][0].split()
    common = {word[:HEAD] for word in read_lexicon("across")["common_body"]}
    plain = " ".join(word for word in words if fold(word).text[:HEAD] not in common)
    plain = plain if len(plain) <= NAME else plain[:NAME].rpartition(" ")[0] + " …"
    return dict.fromkeys(LANGUAGES, plain)


def _row(at: int, name: Texts, cells: Mapping[str, _Cell], years: Sequence[str], most: int) -> Row:
    y = TOP + LINE * at + LINE // 2
    circles = tuple(
        Circle(
            NAMES + CELL * column + CELL // 2,
            y,
            round(min(LARGEST, max(2.0, LARGEST * sqrt(cells[year].acts / most))), 1),
            cells[year].acts,
            cells[year].findings,
            cells[year].heavy / cells[year].acts,
            cells[year].lost / cells[year].acts,
            year,
        )
        for column, year in enumerate(years)
        if year in cells
    )
    return Row(name, y, circles, sum(c.acts for c in circles), sum(c.findings for c in circles))
