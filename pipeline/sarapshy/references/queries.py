"""Questions to a registry, as rows that a person or a program reads.

``find_acts(registry, "57")`` are the acts of that number; ``list_cited_by`` tells who refers to one, where and how;
``compare`` lays the norms of two acts on one matter side by side.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sarapshy.acts.model import Status
from sarapshy.language.letters import fold
from sarapshy.language.likeness import likeness, word_heads
from sarapshy.references.citing import cite
from sarapshy.references.facts import Facts, Relation, Side
from sarapshy.references.naming import plain_number
from sarapshy.references.registry import Edge, Entry, Registry

Row = dict[str, Any]
ALIKE = 0.35  # two sentences this alike speak of one matter
NAMED = ("requirement", "service")  # matters of which two norms speak where role and subject are the same
CHANGING = (Relation.AMENDS, Relation.REPEALS)
TITLED = 2  # words a query needs to be sought in titles


def find_acts(registry: Registry, query: str) -> list[Entry]:
    """By path, position (``a12``), number, address, well-known name or words of the title; those of the run first."""
    plain = query.strip()
    ways = (_by_path, _by_number, _by_name, _by_words)
    for way in ways:
        found = list(way(registry, plain))
        if found:
            weight = Counter(edge.target for edge in registry.edges)
            return sorted(found, key=lambda entry: (not entry.is_here, -weight[entry.position]))
    return []


def _by_path(registry: Registry, query: str) -> Iterator[Entry]:
    if query in registry.of_path:
        yield registry.entries[registry.of_path[query]]
        return
    yield from (e for e in registry.entries if e.id == query or f"a{e.position}" == query)


def _by_number(registry: Registry, query: str) -> Iterator[Entry]:
    number = query.lstrip("№").strip()
    for entry in registry.entries if any(letter.isdigit() for letter in number) else ():
        name = entry.name
        if name.number and plain_number(number, name.kind) == plain_number(name.number, name.kind):
            yield entry


def _by_name(registry: Registry, query: str) -> Iterator[Entry]:
    wanted = word_heads(fold(query).text)
    for entry in registry.entries:
        if entry.name.key and any(word_heads(fold(cite(entry, each)).text) == wanted for each in ("kk", "ru")):
            yield entry


def _by_words(registry: Registry, query: str) -> Iterator[Entry]:
    wanted = word_heads(fold(query).text)
    for entry in registry.entries if len(wanted) >= TITLED else ():
        titles = {entry.name.title, *(text.identity.title for text in entry.texts)}
        if any(title and wanted <= word_heads(fold(title).text) for title in titles):
            yield entry


# -- references


def list_cites(registry: Registry, entry: Entry, language: str) -> list[Row]:
    """What the act refers to: an act a row, with the places."""
    return _by_act(registry, registry.outgoing.get(entry.position, ()), language, far="target")


def list_cited_by(registry: Registry, entry: Entry, language: str) -> list[Row]:
    return _by_act(registry, registry.incoming.get(entry.position, ()), language, far="source")


def _by_act(registry: Registry, edges: Iterable[Edge], language: str, far: str) -> list[Row]:
    groups: dict[tuple[int, Relation], list[Edge]] = defaultdict(list)
    for edge in edges:
        groups[getattr(edge, far), edge.relation].append(edge)
    rows = [
        {
            **tell(registry.entries[position], language),
            "relation": relation.value,
            "times": len(group),
            "places": list(dict.fromkeys(edge.mention.place.path for edge in group if edge.mention.place.path)),
            "clauses": list(dict.fromkeys(edge.mention.address for edge in group if edge.mention.address)),
            "misdated": any(edge.misdated for edge in group),
        }
        for (position, relation), group in groups.items()
    ]
    return sorted(rows, key=lambda row: -row["times"])


def tell(entry: Entry, language: str) -> Row:
    """An act in a row."""
    return {
        "act": cite(entry, language),
        "id": entry.id,
        "path": entry.texts[0].path if entry.texts else None,
        "status": entry.status.value,
        "here": entry.is_here,
    }


def find_path(registry: Registry, first: Entry, last: Entry, language: str) -> list[Row]:
    """The shortest chain of references from one act to another, else against their direction; empty where there is none."""
    import networkx as nx

    from sarapshy.references.graph import acts_only

    graph = acts_only(registry)
    for sought in (graph, graph.to_undirected(as_view=True)):
        try:
            chain = nx.shortest_path(sought, first.position, last.position)
        except (nx.NetworkXNoPath, nx.NodeNotFound):
            continue
        return [_step(registry, at, chain, language) for at in range(len(chain))]
    return []


def _step(registry: Registry, at: int, chain: list[int], language: str) -> Row:
    row = tell(registry.entries[chain[at]], language)
    following = chain[at + 1] if at + 1 < len(chain) else None
    for near, far, forward in ((chain[at], following, True), (following, chain[at], False)):
        edges = [] if near is None or far is None else registry.outgoing.get(near, [])
        edge = next((each for each in edges if each.target == far), None)
        if edge is not None:
            return {**row, "relation": edge.relation.value, "forward": forward, "place": edge.mention.place.path}
    return {**row, "relation": None, "forward": True, "place": ""}


def list_dangling(registry: Registry, language: str) -> list[Row]:
    """Acts that are cited and are not in the run, the most cited first."""
    rows = [
        {**tell(entry, language), "texts": len({edge.text.path for edge in registry.incoming.get(entry.position, ())})}
        for entry in registry.entries
        if not entry.is_here and entry.position in registry.incoming
    ]
    return sorted(rows, key=lambda row: -row["texts"])


def list_lost(registry: Registry, language: str) -> list[Row]:
    """Acts that lost their force and that acts in force still rest on, with who cites and who repealed."""
    rows = []
    for entry in registry.entries:
        if entry.status is not Status.REPEALED:
            continue
        resting = [edge for edge in registry.incoming.get(entry.position, ()) if _rests(registry, edge)]
        if resting:
            cut = registry.edges[entry.repealed_by] if entry.repealed_by is not None else None
            ender = registry.entries[cut.source] if cut else None
            rows.append(
                {
                    **tell(entry, language),
                    "repealed_by": cite(ender, language) if ender else None,
                    "cited_by": list(dict.fromkeys(cite(registry.entries[e.source], language) for e in resting)),
                    "places": [f"{edge.text.path}: {edge.mention.place.path}" for edge in resting],
                }
            )
    return sorted(rows, key=lambda row: -len(row["cited_by"]))


def _rests(registry: Registry, edge: Edge) -> bool:
    """Whether an act in force, or what an amending act brings in, rests on the other there; and does not take its force."""
    if any(each.target == edge.target and each.relation in CHANGING for each in registry.outgoing[edge.source]):
        return False
    live = edge.mention.carried or registry.entries[edge.source].status is Status.IN_FORCE
    return live and edge.relation in (Relation.CITES, Relation.BASED_ON) and bool(edge.mention.place.quote)


def list_blanket(registry: Registry, language: str, entry: Entry | None = None) -> list[Row]:
    """Norms that leave a matter to an act they name, and whether that act is there and in force."""
    edges = registry.edges if entry is None else registry.outgoing.get(entry.position, [])
    rows = []
    for edge in edges:
        if edge.mention.delegates:
            target = registry.entries[edge.target]
            norm = {"norm": f"{edge.text.path}: {edge.mention.place.path}", "quote": edge.mention.place.quote}
            rows.append({**norm, **tell(target, language)})
    return sorted(rows, key=lambda row: (row["status"] != "repealed", row["here"]))


def list_hubs(registry: Registry, language: str) -> list[Row]:
    """The most cited acts, by how many texts cite them."""
    counts = Counter({at: len({edge.text.path for edge in edges}) for at, edges in registry.incoming.items()})
    return [{**tell(registry.entries[at], language), "texts": count} for at, count in counts.most_common()]


# -- norms side by side


def compare(registry: Registry, first: Entry, second: Entry, language: str) -> list[Row]:
    """Norms of two acts on one matter: what each says, and whether they agree. Those that clash come first."""
    texts = [first.text(language), second.text(language)]
    if texts[0] is None or texts[1] is None:
        return []
    rows = [_side_by_side(one, other) for one, other in _match(texts[0], texts[1])]
    return sorted(rows, key=lambda row: row["agree"] is not False)


def _match(one: Facts, other: Facts) -> Iterator[tuple[Side, Side]]:
    for side in one.sides:
        rivals = [each for each in other.sides if _is_on_one_matter(side, each)]
        best = max(rivals, key=lambda each: _likeness(side, each), default=None)
        if best is not None:
            yield side, best


def _is_on_one_matter(one: Side, other: Side) -> bool:
    if one.matter != other.matter:
        return False
    if one.matter.startswith("opposed"):
        return one.role != other.role
    if one.matter == "step":
        return one.role == other.role and _likeness(one, other) >= ALIKE
    return one.matter in NAMED and (one.role, one.subject) == (other.role, other.subject)


def _likeness(one: Side, other: Side) -> float:
    return likeness(frozenset(one.heads), frozenset(other.heads))


def _side_by_side(one: Side, other: Side) -> Row:
    told = bool(one.value or other.value)
    return {
        "matter": one.matter.partition(" ")[0],
        "first": {"place": one.place.path, "quote": one.place.quote, "value": one.value},
        "second": {"place": other.place.path, "quote": other.place.quote, "value": other.value},
        "agree": one.value == other.value if told else False if one.matter.startswith("opposed") else None,
    }
