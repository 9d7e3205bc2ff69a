"""Acts and clauses as one graph: for paths and hubs, and for programs that draw (Gephi reads GEXF and GraphML).

An act is a node ``a12``; a clause that cites, is cited or uses a term ``a12#art 139 pt 2``; a text of an act that has
several, in two languages or editions, ``a12@order.kk.txt``; a term that acts explain ``t:апелляция``. Edges are typed:
contains, cites, amends, repeals, based_on (the act implements that norm), approves, defines, uses_term, parallel_text (the
Kazakh and the Russian text), same_procedure (acts on one state service or post) and contradicts. Clauses that take no
part are left out: the whole of a country's acts has a hundred thousand references and five million clauses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import networkx as nx

from sarapshy.references.facts import Facts
from sarapshy.references.registry import Edge, Entry, Registry

SHARED = 40  # acts on one service or post; more say nothing of each other
BODY = "body"  # of an order, beside the rules it approves: both have a point 1
COMPONENTS = ("act", "annex")  # as ids of clauses begin
ADDRESSED = ("art", "pt", "sp", "annex")  # units by which one act cites another

Pairs = Iterable[tuple[str, str, str]]  # (path at fault, path of the other, rule)


def node_of(position: int, address: str = "") -> str:
    return f"a{position}#{address}" if address else f"a{position}"


def build_graph(registry: Registry, contradictions: Pairs = ()) -> nx.MultiDiGraph:
    """Every act and every clause that takes part; several references of one clause to another are one edge with
    ``weight``. ``key`` of an edge is its type."""
    graph = nx.MultiDiGraph()
    for entry in registry.entries:
        graph.add_node(node_of(entry.position), **_describe(entry))
    for edge in registry.edges:
        _join(graph, *_ends(graph, edge), edge.relation.value)
    for entry in registry.entries:
        _add_texts(graph, entry)
    _add_pairs(graph, registry)
    _add_shared(graph, registry)
    for one, other, rule in contradictions:
        if one in registry.of_path and other in registry.of_path:
            ends = node_of(registry.of_path[one]), node_of(registry.of_path[other])
            graph.add_edge(*ends, key="contradicts", relation="contradicts", weight=1, rule=rule)
    return graph


def _describe(entry: Entry) -> dict[str, Any]:
    """Attributes of an act's node; no None, which GraphML has not."""
    text, name = (entry.texts[0] if entry.texts else None), entry.name
    title = (text.identity.title if text else None) or name.title or ""
    return {
        "label": " ".join(part for part in (f"№ {name.number}" if name.number else "", title) if part)[:120],
        "type": "act",
        "kind": name.kind or "unknown",
        "number": name.number or "",
        "date": name.date or "",
        "body": name.body or "",
        "rank": entry.rank,
        "status": entry.status.value,
        "here": entry.is_here,
        "path": text.path if text else "",
        "language": text.language if text else "",
    }


def _ends(graph: nx.MultiDiGraph, edge: Edge) -> tuple[str, str]:
    place = edge.mention.place
    return (
        _clause(graph, edge.source, address_of(place.clause or "", edge.text), place.path),
        _clause(graph, edge.target, edge.mention.address, edge.mention.address),
    )


def address_of(clause: str, text: Facts) -> str:
    """The id of a clause as other acts would cite it, in both languages alike: ``act_1__chp_2__pt_9__sp_3`` is
    «pt 9 sp 3», ``pt_1`` of an order that approves rules «body pt 1»."""
    units = [unit.partition("~")[0].partition("_") for unit in clause.split("__") if clause]
    named = [f"{kind} {number}" for kind, _, number in units if kind in ADDRESSED]
    own = bool(named) and bool(text.approves) and units[0][0] not in COMPONENTS
    return " ".join([BODY, *named] if own else named)


def _clause(graph: nx.MultiDiGraph, position: int, address: str, label: str | None) -> str:
    """The node of a clause, made with its place in the act; the act itself where there is no address."""
    node = node_of(position, address)
    if address and node not in graph:
        graph.add_node(node, label=label or address, type="clause")
        _join(graph, node_of(position), node, "contains")
    return node


def _join(graph: nx.MultiDiGraph, source: str, target: str, kind: str) -> None:
    if graph.has_edge(source, target, key=kind):
        graph[source][target][kind]["weight"] += 1
    else:
        graph.add_edge(source, target, key=kind, relation=kind, weight=1)


def _add_texts(graph: nx.MultiDiGraph, entry: Entry) -> None:
    """What the act approves; its texts, where it has several; the terms it explains, and where it uses them."""
    for title in entry.texts[0].approves if entry.texts else ():
        node = node_of(entry.position, f"approved: {title[:80]}")
        graph.add_node(node, label=title[:120], type="approved")
        _join(graph, node_of(entry.position), node, "approves")
    for text in entry.texts if len(entry.texts) > 1 else ():
        node, edition = _text(entry, text), text.identity.edition
        day = edition.isoformat() if edition else ""
        graph.add_node(node, label=text.path, type="text", language=text.language, edition=day)
        _join(graph, node_of(entry.position), node, "contains")
    for text in entry.texts:
        _add_terms(graph, entry, text)


def _text(entry: Entry, text: Facts) -> str:
    return f"a{entry.position}@{text.path}"


def _add_terms(graph: nx.MultiDiGraph, entry: Entry, text: Facts) -> None:
    for term in text.terms:
        graph.add_node(f"t:{term}", label=term, type="term")
        if not graph.has_edge(node_of(entry.position), f"t:{term}", key="defines"):
            _join(graph, node_of(entry.position), f"t:{term}", "defines")
    for use in text.uses:
        _join(graph, _clause(graph, entry.position, use.address, None), f"t:{text.terms[use.term]}", "uses_term")


def _add_pairs(graph: nx.MultiDiGraph, registry: Registry) -> None:
    for kazakh, russian in registry.pairs():
        entry = registry.of(kazakh)
        _join(graph, _text(entry, kazakh), _text(entry, russian), "parallel_text")


def _add_shared(graph: nx.MultiDiGraph, registry: Registry) -> None:
    """Acts on one service or post: each is tied to the first of them."""
    matters: dict[str, set[int]] = defaultdict(set)
    for text, position in _texts(registry):
        for side in text.sides:
            if side.matter in ("service", "requirement"):
                matters[side.subject].add(position)
    for positions in matters.values():
        if 1 < len(positions) <= SHARED:
            first, *others = sorted(positions)
            for other in others:
                _join(graph, node_of(other), node_of(first), "same_procedure")


def _texts(registry: Registry) -> Iterator[tuple[Facts, int]]:
    return ((text, entry.position) for entry in registry.entries for text in entry.texts)


def acts_only(registry: Registry) -> nx.DiGraph:
    """Who refers to whom, for paths and hubs; ``weight`` counts the places."""
    graph = nx.DiGraph()
    for edge in registry.edges:
        if graph.has_edge(edge.source, edge.target):
            graph[edge.source][edge.target]["weight"] += 1
        else:
            graph.add_edge(edge.source, edge.target, weight=1)
    return graph
