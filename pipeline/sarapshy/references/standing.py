"""What the acts of a run say of others that they cannot say of themselves: what an absent act is called, and who lost its
force by whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from functools import cache

from msgspec.structs import replace

from sarapshy.acts.kinds import read_known_acts
from sarapshy.acts.model import Status
from sarapshy.references.facts import Relation
from sarapshy.references.naming import is_approved
from sarapshy.references.registry import Edge, Entry


def choose_names(entries: list[Entry], edges: list[Edge]) -> None:
    """An act that is not here is called what most call it: some text gives a number the title of another act, many say
    «rules» of the order that approves them."""
    titles: dict[int, Counter[str]] = defaultdict(Counter)
    kinds: dict[int, Counter[str]] = defaultdict(Counter)
    for edge in edges:
        if edge.name.number and not edge.misdated and not entries[edge.target].is_here:
            titles[edge.target].update([edge.name.title] if edge.name.title else [])
            kinds[edge.target].update([edge.name.kind] if edge.name.kind and not is_approved(edge.name.kind) else [])
    for position in titles:
        name = entries[position].name
        title = next((each for each, _ in titles[position].most_common(1)), name.title)
        kind = next((each for each, _ in kinds[position].most_common(1)), name.kind)
        entries[position].name = name if name.key else replace(name, title=title, kind=kind)


def set_statuses(entries: list[Entry], edges: list[Edge]) -> None:
    for entry in entries:
        entry.status = entry.texts[0].identity.status if entry.texts else Status.UNKNOWN
        if entry.date and entry.name.key and entry.date < _last_adopted(entry.name.key):
            entry.status = Status.REPEALED  # adopted anew since
    for position, edge in enumerate(edges):
        source, target = entries[edge.source], entries[edge.target]
        later = source.date is None or target.date is None or source.date >= target.date
        if edge.relation is Relation.REPEALS and source.status is not Status.DRAFT and later:
            target.status, target.repealed_by = Status.REPEALED, position


@cache
def _last_adopted(key: str) -> date:
    return max(day for known in read_known_acts() if known.key == key for day, _ in known.acts)
