"""The acts of a run and those they name, each once: who amends, repeals and authorises whom, and what is still in force.

«Еңбек кодексі», «2015 жылғы 23 қарашадағы Еңбек кодексі» and the file ``k1500000414…pdf`` are one entry; five editions of
order 57 and its Russian text are one entry with several texts. An act that is cited and is not in the run is an entry
too, without texts. Two local bodies may share a number and a date, so bodies are held against each other. An act is
repealed where its own title says so or another act of the run declares it; nothing else is known.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property

from sarapshy.acts.identity import address
from sarapshy.acts.kinds import read_known_acts
from sarapshy.acts.model import Identity, Status
from sarapshy.references.facts import Facts, Mention, Name, Relation
from sarapshy.references.naming import (
    can_be_known,
    fits,
    is_approved,
    is_same,
    is_whole_title,
    liken,
    name_of,
    plain_number,
    rank_named,
    same_title,
    title_heads,
)
from sarapshy.references.pairs import pair_names

REGISTERED = 4  # digits at least of a number of the state register
OFTEN = 3  # texts that cite one date and outweigh another


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


def build_registry(facts: Iterable[Facts]) -> Registry:
    """Every act of the facts and every act they name; the order of the facts does not matter but for positions."""
    builder = _Builder()
    texts = list(facts)
    builder.add_texts(texts)
    edges = [edge for text in texts for edge in builder.read_edges(text)]
    edges = _correct_dates(builder.entries, edges)
    _choose_names(builder.entries, edges)
    _set_statuses(builder.entries, edges)
    return Registry(builder.entries, edges, builder.of_path)


class _Builder:
    """Entries by all that may name them."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.of_path: dict[str, int] = {}
        self._dated: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._registered: dict[str, int] = {}
        self._titled: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._known: dict[str, list[int]] = defaultdict(list)
        self._adopted: dict[tuple[str | None, str], list[int]] = defaultdict(list)

    # -- texts

    def add_texts(self, texts: list[Facts]) -> None:
        """Texts with a name of their own first: a translation without one joins the text that its file name pairs it with."""
        pairs = {}
        for one, other in pair_names([text.path for text in texts]):
            pairs[one], pairs[other] = other, one
        for position, text in enumerate(texts):
            partner = texts[pairs[position]] if position in pairs else None
            self._add_text(text, partner)
        for entry in self.entries:
            entry.texts.sort(key=lambda text: (text.identity.edition or date.min, text.path), reverse=True)

    def _add_text(self, text: Facts, partner: Facts | None) -> None:
        name = name_of(text)
        position = self._meet_text(text, name)
        if position is None and partner is not None and partner.path in self.of_path:
            position = self.of_path[partner.path]
        if position is None:
            position = self._add(name, text.identity.rank or rank_named(name))
        entry = self.entries[position]
        entry.texts.append(text)
        entry.rank = entry.rank or text.identity.rank
        self.of_path[text.path] = position

    def _meet_text(self, text: Facts, name: Name) -> int | None:
        """The act of which the text is another edition or translation. A title alone proves nothing: it may have been
        cut, and amending acts share theirs."""
        if name.key or (name.number and name.date):
            position = self._meet_known(name) if name.key else self._meet_dated(name)
            if position is not None and all(_is_other_text(known, text) for known in self.entries[position].texts):
                return position
        return None

    def _add(self, name: Name, rank: int) -> int:
        entry = Entry(len(self.entries), name, rank)
        self.entries.append(entry)
        if name.number and name.date:
            self._dated[plain_number(name.number, name.kind), name.date].append(entry.position)
        if name.date:
            self._adopted[name.kind, name.date].append(entry.position)
        if name.registration:
            self._registered.setdefault(name.registration, entry.position)
        if name.key:
            self._known[name.key].append(entry.position)
        if name.title:
            self._titled[title_heads(name.title)].append(entry.position)
        return entry.position

    # -- names

    def read_edges(self, text: Facts) -> Iterator[Edge]:
        """An edge a mention; none where the text names itself or gives nothing to know the act by."""
        source = self.of_path[text.path]
        own = self.entries[source].name
        targets = [source if is_same(name, own) else self._find(name) for name in text.names]
        for mention in text.mentions:
            target = targets[mention.name]
            if target is not None and target != source:
                yield Edge(source, target, mention, text)

    def _find(self, name: Name) -> int | None:
        position = self._meet(name)
        if position is None and can_be_known(name):
            position = self._add(name, rank_named(name))
        return position

    def _meet(self, name: Name) -> int | None:
        """The entry of that name, if there is one."""
        if name.key:
            return self._meet_known(name)
        if name.number and name.date:
            return self._meet_dated(name)
        registered = self._registered.get(str(name.registration))
        if registered is not None and self._is_registered(registered, name):
            return registered
        if name.number and not name.title and not name.registration and len(name.number) >= REGISTERED:
            # «№ 6951 болып тіркелген Ереже»: the number is that of the register
            return self._registered.get(name.number)
        return self._meet_titled(name)

    def _is_registered(self, position: int, name: Name) -> bool:
        """Whether the act of that registration is the one named: each region has a register of its own."""
        known = self.entries[position].name
        same = not (known.number and name.number) or plain_number(known.number, known.kind) == plain_number(
            name.number, name.kind
        )
        return same and self._may_be(position, name)

    def _meet_known(self, name: Name) -> int | None:
        """A well-known act of that adoption; the only one of the run, or the latest, where the name tells no date."""
        found = self._known.get(str(name.key), [])
        dated = [at for at in found if self.entries[at].name.date == name.date]
        if dated or name.date:
            return dated[0] if dated else None
        here = [at for at in found if self.entries[at].is_here]
        return next(iter(here or found), None)

    def _meet_dated(self, name: Name) -> int | None:
        found = self._dated.get((plain_number(str(name.number), name.kind), str(name.date)), [])
        same = [at for at in found if fits(self.entries[at].name, name)]
        if same:
            return max(same, key=lambda at: liken(self.entries[at].name, name))
        cut = self._meet_titled(replace(name, number=None, date=None))
        if cut is not None and self.entries[cut].is_here and not self.entries[cut].name.date:
            self._tell(cut, name)
            return cut
        return None

    def _tell(self, position: int, name: Name) -> None:
        """Give an act whose own title was cut before its requisites those by which others cite it."""
        entry = self.entries[position]
        entry.name = replace(entry.name, number=name.number, date=name.date)
        self._dated[plain_number(str(name.number), name.kind), str(name.date)].append(position)

    def _meet_titled(self, name: Name) -> int | None:
        """The only act of that title, kind and date; of laws the latest that is here."""
        if not is_whole_title(name.title):
            return None
        found = [at for at in self._titled.get(title_heads(str(name.title)), ()) if self._may_be(at, name)]
        here = [at for at in found if self.entries[at].is_here]
        return found[0] if len(found) == 1 else here[0] if len(here) == 1 else None

    def _may_be(self, position: int, name: Name) -> bool:
        known = self.entries[position].name
        return fits(known, name) and (not name.date or not known.date or name.date == known.date)


def _is_other_text(one: Facts, other: Facts) -> bool:
    """Whether two texts of one number and date are an act's: editions, translations, or of the same title."""
    titles = (one.identity.title, other.identity.title)
    edited = one.identity.edition or other.identity.edition
    return bool(edited) or one.language != other.language or None in titles or same_title(*titles)


def _correct_dates(entries: list[Entry], edges: list[Edge]) -> list[Edge]:
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


def _choose_names(entries: list[Entry], edges: list[Edge]) -> None:
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


def _set_statuses(entries: list[Entry], edges: list[Edge]) -> None:
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
