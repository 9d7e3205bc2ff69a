"""What the rules on two acts share: the run looked at as a whole, a clash of two places, and who of two acts yields.

Order 318 and the Labour Code: the order is at fault, as the lower of the two; of two orders, the one that refers to the other,
else the later. Texts of acts that lost their force, drafts and amendments are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from sarapshy.acts.model import Status
from sarapshy.findings.model import Related
from sarapshy.references.citing import cite, cite_place
from sarapshy.references.facts import Facts, Place, Relation, Side
from sarapshy.references.naming import title_heads
from sarapshy.references.registry import Edge, Entry, Registry

CHANGING = (Relation.AMENDS, Relation.REPEALS)
LIVE = (Status.IN_FORCE, Status.UNKNOWN)
Values = Callable[[str], Mapping[str, str]]  # by language
Told = tuple[Entry, Facts, Side]  # what a text of an act says


@dataclass(frozen=True, slots=True)
class Clash:
    """A place of one text that is at fault, the places of others that show it, and the words that fill the rule."""

    text: Facts
    place: Place
    values: Values
    others: tuple[tuple[Facts, Place], ...] = ()
    confidence: float | None = None


@dataclass
class Run:
    """The registry with sides by matter; texts of acts that lost their force, drafts and amendments are left out."""

    registry: Registry
    sides: dict[str, list[Told]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for entry in self.registry.entries:
            for text in entry.texts if entry.status in LIVE else ():
                for side in text.sides:
                    self.sides[side.matter].append((entry, text, side))

    def between(self, one: Entry, other: Entry) -> Iterator[Edge]:
        for here, there in ((one, other), (other, one)):
            yield from (e for e in self.registry.outgoing.get(here.position, ()) if e.target == there.position)

    def are_linked(self, one: Entry, other: Entry) -> bool:
        """Whether one names the other."""
        return any(True for _ in self.between(one, other))

    def are_versions(self, one: Entry, other: Entry) -> bool:
        """Whether one changes, repeals or replaces the other: then the later speaks, and they do not clash."""
        return any(edge.relation in CHANGING for edge in self.between(one, other)) or _are_called_alike(one, other)


def _are_called_alike(one: Entry, other: Entry) -> bool:
    titles = [title_heads(entry.name.title or "") for entry in (one, other)]
    return bool(titles[0]) and titles[0] == titles[1]


def against(entry: Entry, place: Place, **more: str) -> Values:
    """Values that name the other act and its clause, with what it says."""
    return lambda language: {
        "act": cite(entry, language),
        "other": cite_place(entry, place.path, language),
        "other_words": place.quote,
        **more,
    }


def naming(entry: Entry, **more: str) -> Values:
    return lambda language: {"act": cite(entry, language), **more}


def cited_pairs(registry: Registry) -> Iterator[tuple[Entry, Entry, list[Edge]]]:
    """Who rests on whom, and where."""
    groups: dict[tuple[int, int], list[Edge]] = defaultdict(list)
    for edge in registry.edges:
        if edge.relation in (Relation.CITES, Relation.BASED_ON):
            groups[edge.source, edge.target].append(edge)
    for (source, target), edges in groups.items():
        yield registry.entries[source], registry.entries[target], edges


def who_yields(first: Told, second: Told, run: Run) -> tuple[Told, Told]:
    """(at fault, the other): the lower in rank; of equals the one that refers to the other, else the later."""
    one, other = first[0], second[0]
    if one.rank != other.rank:
        return (first, second) if one.rank > other.rank else (second, first)
    refers = [
        any(edge.target == b.position for edge in run.registry.outgoing.get(a.position, ()))
        for a, b in ((one, other), (other, one))
    ]
    if refers[0] != refers[1]:
        return (first, second) if refers[0] else (second, first)
    return (first, second) if (one.name.date or "") >= (other.name.date or "") else (second, first)


def relate_place(text: Facts, place: Place) -> Related:
    """A place of a text as a finding shows it beside its own; without words it names the text only."""
    quoted = bool(place.quote)
    return Related(
        text.path,
        place.path or None,
        place.quote or None,
        place.start if quoted else None,
        place.end if quoted else None,
    )
