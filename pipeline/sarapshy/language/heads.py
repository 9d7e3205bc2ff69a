"""Where any of some hundred stems may begin in a long text.

«бұйры[қғ]|қаулы|шешім|…» as one expression is tried at every second letter of an act; Python's own search of strings passes
over the text once for each stem and is eight times as fast together. What stands at the places found is for an expression
to tell.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable


def choose_heads(stems: Iterable[str]) -> tuple[str, ...]:
    """The stems, without those that begin with another of them."""
    chosen: list[str] = []
    for stem in sorted(set(stems)):
        if not (chosen and stem.startswith(chosen[-1])):
            chosen.append(stem)
    return tuple(chosen)


def find_heads(text: str, heads: Iterable[str], start: int = 0, end: int = sys.maxsize) -> list[int]:
    """Every place from ``start`` to ``end`` where one of them begins, rising; within words and within one another too."""
    places: set[int] = set()
    for head in heads:
        bound = min(end, len(text)) + len(head) - 1
        place = text.find(head, start, bound)
        while place >= 0:
            places.add(place)
            place = text.find(head, place + 1, bound)
    return sorted(places)
