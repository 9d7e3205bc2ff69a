"""Acts cited by a date that is not theirs: «№ 88 бұйрығы» of 14 April whose title is that of № 88 of the 4th.

Nothing is corrected but for a slip: the year, the month or the day alone is another, and number, kind and title are the same.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from sarapshy.references.naming import fits, is_whole_title, plain_number, title_heads
from sarapshy.references.registry import Edge, Entry

OFTEN = 3  # texts that cite one date and outweigh another


def correct_dates(entries: list[Entry], edges: list[Edge]) -> list[Edge]:
    """Edges to an act that is not here by the date given, but is by another: number, kind and title are the same."""
    told: dict[int, set[str]] = defaultdict(set)
    for edge in edges:
        told[edge.target].add(edge.text.path)
    alike: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.name.number and entry.name.date and is_whole_title(entry.name.title):
            alike[plain_number(entry.name.number, entry.name.kind)].append(entry)
    meant: dict[int, int] = {}
    for group in alike.values():
        for entry in group if len(group) > 1 else ():
            right = [other for other in group if _is_meant(entry, other, told)]
            if not entry.is_here and len(right) == 1:
                meant[entry.position] = right[0].position
    return [
        replace(edge, target=meant[edge.target], misdated=True)
        if meant.get(edge.target, edge.source) != edge.source
        else edge
        for edge in edges
    ]


def _is_meant(wrong: Entry, right: Entry, told: dict[int, set[str]]) -> bool:
    often = len(told[right.position]) >= OFTEN + len(told[wrong.position])
    return (
        wrong is not right
        and (right.is_here or often)
        and _is_slip(str(wrong.name.date), str(right.name.date))
        and fits(right.name, wrong.name)
        and title_heads(str(wrong.name.title)) == title_heads(str(right.name.title))
    )


def _is_slip(one: str, other: str) -> bool:
    """Whether two dates differ in the year, the month or the day alone."""
    return sum(a == b for a, b in zip(one.split("-"), other.split("-"), strict=True)) == 2
