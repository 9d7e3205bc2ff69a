"""How acts come into the registry: each text of a run, then each act that a text names, met again by what it is called.

A name with number and date is met by both («№ 57», 21.02.2012) among bodies that fit, one without by its title, a well-known
one by its key; what is met nowhere becomes an act that is known by name only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec.structs import replace

from sarapshy.references.facts import Facts, Name
from sarapshy.references.misdating import correct_dates
from sarapshy.references.naming import (
    can_be_known,
    fits,
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
from sarapshy.references.registry import Edge, Entry, Registry
from sarapshy.references.standing import choose_names, set_statuses

REGISTERED = 4  # digits at least of a number of the state register


def build_registry(facts: Iterable[Facts]) -> Registry:
    """Every act of the facts and every act they name; the order of the facts does not matter but for positions."""
    builder = _Builder()
    texts = list(facts)
    builder.add_texts(texts)
    edges = [edge for text in texts for edge in builder.read_edges(text)]
    edges = correct_dates(builder.entries, edges)
    choose_names(builder.entries, edges)
    set_statuses(builder.entries, edges)
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
        if registered is not None and self._may_be(registered, name):
            return registered
        if name.number and not name.title and not name.registration and len(name.number) >= REGISTERED:
            # «№ 6951 болып тіркелген Ереже»: the number is that of the register
            return self._registered.get(name.number)
        return self._meet_titled(name)

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
        dated = not name.date or not known.date or name.date == known.date
        return fits(known, name) and dated and _may_be_of_number(known, name)


def _may_be_of_number(known: Name, name: Name) -> bool:
    """Whether the numbers agree, as far as both are told: acts of one title follow each other, and each region has a
    register of its own."""
    told = known.number and name.number
    return not told or plain_number(str(known.number), known.kind) == plain_number(str(name.number), name.kind)


def _is_other_text(one: Facts, other: Facts) -> bool:
    """Whether two texts of one number and date are an act's: editions, translations, or of the same title."""
    titles = (one.identity.title, other.identity.title)
    edited = one.identity.edition or other.identity.edition
    return bool(edited) or one.language != other.language or None in titles or same_title(*titles)
