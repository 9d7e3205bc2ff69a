"""Acts and clauses as one graph: for paths and hubs, and for programs that draw (Gephi reads GEXF and GraphML).

An act is a node ``a12``, a clause that cites or is cited ``a12#art 139 pt 2``, a term that several acts define ``t:…``.
Edges are typed: contains, cites, amends, repeals, based_on (the act implements that norm), approves, defines,
translates, same_procedure (acts on one state service or post) and contradicts. Clauses that nobody names are left out:
the whole of a country's acts has a hundred thousand references and five million clauses.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx

from sarapshy.references.facts import Facts
from sarapshy.references.registry import Edge, Entry, Registry

SHARED = 40  # acts that define one term; more say nothing of each other

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
        _clause(graph, edge.source, place.path, place.number),
        _clause(graph, edge.target, edge.mention.address, edge.mention.address),
    )


def _clause(graph: nx.MultiDiGraph, position: int, address: str, label: str | None) -> str:
    """The node of a clause, made with its place in the act; the act itself where there is no address."""
    node = node_of(position, address)
    if address and node not in graph:
        graph.add_node(node, label=label or address, type="clause")
        graph.add_edge(node_of(position), node, key="contains", relation="contains", weight=1)
    return node


def _join(graph: nx.MultiDiGraph, source: str, target: str, kind: str) -> None:
    if graph.has_edge(source, target, key=kind):
        graph[source][target][kind]["weight"] += 1
    else:
        graph.add_edge(source, target, key=kind, relation=kind, weight=1)


def _add_texts(graph: nx.MultiDiGraph, entry: Entry) -> None:
    """What it approves, and that it stands in both languages."""
    for text in entry.texts[:1]:
        for title in text.approves:
            node = node_of(entry.position, f"approved: {title[:80]}")
            graph.add_node(node, label=title[:120], type="approved")
            graph.add_edge(node_of(entry.position), node, key="approves", relation="approves", weight=1)
    if len({text.language for text in entry.texts}) > 1:
        here = node_of(entry.position)
        graph.add_edge(here, here, key="translates", relation="translates", weight=1)


def _add_shared(graph: nx.MultiDiGraph, registry: Registry) -> None:
    """Terms that several acts define, and acts on one service or post."""
    terms: dict[str, set[int]] = defaultdict(set)
    matters: dict[str, set[int]] = defaultdict(set)
    for text, position in _texts(registry):
        for term in text.terms:
            terms[term].add(position)
        for side in text.sides:
            if side.matter in ("service", "requirement"):
                matters[side.subject].add(position)
    for term, positions in terms.items():
        if 1 < len(positions) <= SHARED:
            graph.add_node(f"t:{term}", label=term, type="term")
            for position in positions:
                graph.add_edge(node_of(position), f"t:{term}", key="defines", relation="defines", weight=1)
    for positions in matters.values():
        if 1 < len(positions) <= SHARED:
            first, *others = sorted(positions)
            for other in others:
                graph.add_edge(
                    node_of(other), node_of(first), key="same_procedure", relation="same_procedure", weight=1
                )


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


def export(graph: nx.MultiDiGraph, path: Path, kind: str) -> None:
    """``kind`` is one of FORMATS. OSError where the file cannot be written."""
    if kind == "graphml":
        nx.write_graphml(graph, path, named_key_ids=True)
    elif kind == "gexf":
        nx.write_gexf(graph, path)
    else:
        data = nx.node_link_data(graph, edges="edges")
        path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
