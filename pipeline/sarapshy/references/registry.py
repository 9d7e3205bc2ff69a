"""The acts of a run and those they name, each once: who amends, repeals and authorises whom, and what is still in force.

«Еңбек кодексі», «2015 жылғы 23 қарашадағы Еңбек кодексі» and the file ``k1500000414…pdf`` are one entry; five editions of
order 57 and its Russian text are one entry with several texts. An act that is cited and is not in the run is an entry
too, without texts. Two local bodies may share a number and a date, so bodies are held against each other. An act is
repealed where its own title says so or another act of the run declares it; nothing else is known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from sarapshy.acts.identity import address
from sarapshy.acts.model import Identity, Status
from sarapshy.references.facts import Facts, Mention, Name, Relation


@dataclass(slots=True)
class Entry:
    """An act: ``texts`` are those of the run, the latest edition first; without any it is known by name only.
    ``repeals`` is the position of the edge that says it lost its force."""

    position: int
    name: Name
    rank: int
    texts: list[Facts] = field(default_factory=list)
    status: Status = Status.UNKNOWN
    repealed_by: int | None = None

    @property
    def is_here(self) -> bool:
        return bool(self.texts)

    @property
    def is_local(self) -> bool:
        """Whether a maslikhat, an akim or an organisation adopted it, for its own place only."""
        return self.rank >= 8

    @property
    def date(self) -> date | None:
        return date.fromisoformat(self.name.date) if self.name.date else None

    @property
    def id(self) -> str:
        """The address without a language; where no date or number is known the key, the path or the title."""
        identity = Identity(kind=self.name.kind or "unknown", number=self.name.number, date=self.date)
        found = address(identity, "")
        if found:
            return found.rstrip("/")
        return self.name.key or (self.texts[0].path if self.texts else self.name.title or "?")

    def text(self, language: str) -> Facts | None:
        """Its latest text in a language, else in the other."""
        first = self.texts[0] if self.texts else None
        return next((text for text in self.texts if text.language == language), first)


@dataclass(frozen=True, slots=True)
class Edge:
    """``text`` is the one that speaks; ``misdated``: it gives the target a date that is not its own."""

    source: int
    target: int
    mention: Mention
    text: Facts
    misdated: bool = False

    @property
    def relation(self) -> Relation:
        return self.mention.relation

    @property
    def name(self) -> Name:
        """What the text calls the target."""
        return self.text.names[self.mention.name]


@dataclass
class Registry:
    """``of_path`` leads from the path of a text to the position of its entry."""

    entries: list[Entry]
    edges: list[Edge]
    of_path: dict[str, int]

    @cached_property
    def outgoing(self) -> dict[int, list[Edge]]:
        return _group(self.edges, lambda edge: edge.source)

    @cached_property
    def incoming(self) -> dict[int, list[Edge]]:
        return _group(self.edges, lambda edge: edge.target)

    def of(self, text: Facts) -> Entry:
        return self.entries[self.of_path[text.path]]

    def pairs(self) -> Iterator[tuple[Facts, Facts]]:
        """(Kazakh, Russian) of each act that the run has once in each language, of one edition."""
        for entry in self.entries:
            sides = [[text for text in entry.texts if text.language == language] for language in ("kk", "ru")]
            if all(len(side) == 1 for side in sides) and len({side[0].identity.edition for side in sides}) == 1:
                yield sides[0][0], sides[1][0]


def _group(edges: Iterable[Edge], end: Callable[[Edge], int]) -> dict[int, list[Edge]]:
    found: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        found[end(edge)].append(edge)
    return dict(found)
