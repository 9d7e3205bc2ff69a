"""A graph of acts as a file that others read: Gephi and yEd take GraphML and GEXF, a program takes JSON.

A run leaves ``OUT/graph.graphml``; ``sarapshy graph export`` writes the others.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import networkx as nx

from sarapshy.references.graphml import write_graphml

KEPT = "graph.graphml"  # what a run leaves beside its results
PART = ".part"


def export(graph: nx.MultiDiGraph, path: Path, kind: str) -> None:
    """``kind`` is one of ``graph_formats.FORMATS``. OSError where the file cannot be written."""
    if kind == "graphml":
        write_graphml(graph, path)
    elif kind == "gexf":
        nx.write_gexf(graph, path)
    else:
        data = nx.node_link_data(graph, edges="edges")
        path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def keep_graph(graph: nx.MultiDiGraph, folder: Path) -> Path:
    """The run's own file, whole or what it was before. OSError where the disk takes no more."""
    path = folder / KEPT
    part = path.with_name(f"{KEPT}.{os.getpid()}{PART}")
    export(graph, part, "graphml")
    part.replace(path)
    return path
