"""An act among the acts it cites and those that cite it, drawn in two columns beside it.

On the left who cites it, on the right what it cites; laws above orders. Each neighbour is a box with its name, its
relation and the clauses meant; one that lost its force is struck through, one that clashes is red. At most some fourteen
a side are drawn, the most spoken of, and all stand in the list below the picture, so that two hundred are as readable as
five. It is plain SVG: no script draws it, and it prints.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from textwrap import wrap

from sarapshy.findings.model import Finding
from sarapshy.messages import LANGUAGES
from sarapshy.references.citing import cite
from sarapshy.references.registry import Edge, Entry, Registry

DRAWN = 14  # neighbours of one side in the picture
LISTED = 300
LETTERS, LINES = 32, 2  # letters of a line of a box, lines of its name
BOX, HEIGHT, GAP = 252, 52, 10
MIDDLE = 200  # the width of the act's own box
SPACE = 96  # between the columns and the act
EDGE = 8

Texts = dict[str, str]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """``page`` is relative to the act's page; ``relations`` are keys of graph.yaml; ``clash``: a finding shows one."""

    names: Texts
    relations: tuple[str, ...]
    times: int
    rank: int
    lost: bool
    here: bool
    clash: bool
    page: str | None = None


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    cited_by: tuple[Neighbour, ...] = ()
    cites: tuple[Neighbour, ...] = ()

    @property
    def count(self) -> int:
        return len(self.cited_by) + len(self.cites)


@dataclass(frozen=True, slots=True)
class Box:
    """``lines`` are those of its name, each in all languages; a blank where one language has fewer."""

    neighbour: Neighbour
    x: int
    y: int
    lines: tuple[Texts, ...]
    path: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels. ``left`` and ``right`` tell how many neighbours of a side are not drawn."""

    width: int
    height: int
    middle: tuple[int, int, int]  # x, y and width of the act's own box
    boxes: tuple[Box, ...]
    left: int
    right: int


def find_neighbours(
    registry: Registry, others: Mapping[str, Sequence[Finding]], pages: Mapping[str, str]
) -> dict[str, Neighbourhood]:
    """The neighbourhood of each text of the run that has one, by its path; ``pages`` are the pages by path."""
    clashing = _find_clashing(registry, others)
    found = {}
    for entry in registry.entries:
        if not entry.texts:
            continue
        sides = [
            tuple(_meet(registry, entry, edges, far, clashing, pages))
            for edges, far in (
                (registry.incoming.get(entry.position, ()), "source"),
                (registry.outgoing.get(entry.position, ()), "target"),
            )
        ]
        missing = clashing.get(entry.position, set()) - {e.target for e in registry.outgoing.get(entry.position, ())}
        sides[1] += tuple(_only_clashing(registry, missing, pages))
        if sides[0] or sides[1]:
            for text in entry.texts:
                found[text.path] = Neighbourhood(sides[0][:LISTED], sides[1][:LISTED])
    return found


def _find_clashing(registry: Registry, others: Mapping[str, Sequence[Finding]]) -> dict[int, set[int]]:
    """Which acts stand on the other side of an act's contradictions."""
    found: dict[int, set[int]] = defaultdict(set)
    for path, findings in others.items():
        for finding in findings:
            here = registry.of_path.get(path)
            for place in finding.related[:1] if finding.code.startswith("K") else ():
                there = registry.of_path.get(place.act)
                if here is not None and there is not None and here != there:
                    found[here].add(there)
                    found[there].add(here)
    return found


def _meet(
    registry: Registry,
    entry: Entry,
    edges: Iterable[Edge],
    far: str,
    clashing: Mapping[int, set[int]],
    pages: Mapping[str, str],
) -> list[Neighbour]:
    groups: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        groups[getattr(edge, far)].append(edge)
    met = [
        _tell(
            registry.entries[position],
            tuple(sorted({edge.relation.value for edge in group})),
            len(group),
            position in clashing.get(entry.position, ()),
            pages,
        )
        for position, group in groups.items()
    ]
    return sorted(met, key=lambda each: (not each.clash, not each.lost, -each.times, each.rank or 99))


def _only_clashing(registry: Registry, positions: Iterable[int], pages: Mapping[str, str]) -> list[Neighbour]:
    return [_tell(registry.entries[position], (), 0, True, pages) for position in sorted(positions)]


def _tell(entry: Entry, relations: tuple[str, ...], times: int, clash: bool, pages: Mapping[str, str]) -> Neighbour:
    page = next((pages[text.path] for text in entry.texts if text.path in pages), None)
    return Neighbour(
        {language: cite(entry, language) for language in LANGUAGES},
        relations,
        times,
        entry.rank,
        entry.status.value == "repealed",
        entry.is_here,
        clash,
        page.rpartition("/")[2] if page else None,
    )


def draw(around: Neighbourhood) -> Picture:
    """Where each box stands; the act in the middle of the taller column."""
    sides = [_in_order(around.cited_by[:DRAWN]), _in_order(around.cites[:DRAWN])]
    rows = max(len(sides[0]), len(sides[1]), 2)
    height = rows * (HEIGHT + GAP) - GAP + 2 * EDGE
    left = BOX + SPACE if sides[0] else 0
    middle = (EDGE + left, height // 2 - 30, MIDDLE)
    width = EDGE * 2 + left + MIDDLE + (BOX + SPACE if sides[1] else 0)
    boxes = [
        *_column(sides[0], EDGE, height, (middle[0], height // 2), False),
        *_column(sides[1], middle[0] + MIDDLE + SPACE, height, (middle[0] + MIDDLE, height // 2), True),
    ]
    hidden = (len(around.cited_by) - len(sides[0]), len(around.cites) - len(sides[1]))
    return Picture(width, height, middle, tuple(boxes), *hidden)


def _in_order(side: Sequence[Neighbour]) -> list[Neighbour]:
    """Laws above orders, what is not known last."""
    return sorted(side, key=lambda each: each.rank or 99)


def _column(side: Sequence[Neighbour], x: int, height: int, middle: tuple[int, int], outward: bool) -> list[Box]:
    top = (height - len(side) * (HEIGHT + GAP) + GAP) // 2
    boxes = []
    for at, neighbour in enumerate(side):
        y = top + at * (HEIGHT + GAP)
        here, there = middle, (x if outward else x + BOX, y + HEIGHT // 2)
        first, last = (here, there) if outward else (there, here)
        bend = (first[0] + last[0]) // 2
        path = f"M{first[0]} {first[1]}C{bend} {first[1]} {bend} {last[1]} {last[0]} {last[1]}"
        boxes.append(Box(neighbour, x, y, _cut_lines(neighbour.names), path))
    return boxes


def _cut_lines(names: Texts) -> tuple[Texts, ...]:
    lines = {language: shorten_lines(names[language]) for language in LANGUAGES}
    return tuple({each: cut[at] if at < len(cut) else " " for each, cut in lines.items()} for at in range(LINES))


@lru_cache(maxsize=4096)  # a country's acts cite the same few laws
def shorten_lines(words: str, letters: int = LETTERS, lines: int = LINES) -> tuple[str, ...]:
    """At most so many lines of so many letters, the mark of what was cut among them."""
    return tuple(wrap(words, letters, max_lines=lines, placeholder=" …")) or ("",)
