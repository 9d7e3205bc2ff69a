"""A graph as GraphML, written as it is walked.

    <node id="a1">
      <data key="label">№ 139 Конкурс қағидаларын бекіту туралы</data>
      <data key="rank">8</data>
    </node>
    <edge source="a7#pt 2" target="a1" id="cites">

The bytes are those of networkx's ``write_graphml`` with ``named_key_ids``, which builds an element of each datum: over a
country's corpus, half a million nodes and edges, ten seconds of the processor, and this three.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import networkx as nx

HEAD = (
    "<?xml version='1.0' encoding='utf-8'?>\n"
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">'
)
TYPES = {str: "string", int: "long", float: "double", bool: "boolean"}
ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
IN_TEXT = re.compile("[&<>\r]")
IN_ATTRIBUTE = re.compile('[&<>"\t\n\r]')
CLEAN = re.compile('[^&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]*+').fullmatch
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML has no way to say these

Data = Mapping[str, Any]


def write_graphml(graph: nx.MultiDiGraph, path: Path) -> None:
    """``key`` of an edge is its id; values are text, numbers, true or false. OSError where the file cannot be written."""
    with path.open("w", encoding="utf-8", newline="\n") as target:
        target.write(HEAD)
        target.writelines(reversed(list(_list_keys(graph))))
        target.write('<graph edgedefault="directed">')
        target.writelines(_write_nodes(graph))
        target.writelines(_write_edges(graph))
        target.write("</graph></graphml>")


def _list_keys(graph: nx.MultiDiGraph) -> Iterator[str]:
    """The attributes that occur, as declared: once for each name and type, those of nodes before those of edges."""
    nodes, edges = (data for _, data in graph.nodes(data=True)), (data for *_, data in graph.edges(data=True))
    for scope, each in (("node", nodes), ("edge", edges)):
        for name, kind in dict.fromkeys((name, type(value)) for data in each for name, value in data.items()):
            yield f'<key id="{name}" for="{scope}" attr.name="{name}" attr.type="{TYPES[kind]}"/>\n'


def _write_nodes(graph: nx.MultiDiGraph) -> Iterator[str]:
    for node, data in graph.nodes(data=True):
        yield _write_element("node", f'id="{_quote(node)}"', data)


def _write_edges(graph: nx.MultiDiGraph) -> Iterator[str]:
    quoted = {node: _quote(node) for node in graph}
    for source, ends in graph.adjacency():
        for target, edges in ends.items():
            for key, data in edges.items():
                names = f'source="{quoted[source]}" target="{quoted[target]}" id="{_quote(key)}"'
                yield _write_element("edge", names, data)


def _write_element(kind: str, names: str, data: Data) -> str:
    if not data:
        return f"<{kind} {names}/>\n"
    values = [f'  <data key="{name}">{_tell(value)}</data>\n' for name, value in data.items()]
    return f"<{kind} {names}>\n{''.join(values)}</{kind}>\n"


def _tell(value: Any) -> str:
    text = value if isinstance(value, str) else str(value)
    return text if CLEAN(text) else _escape(text, IN_TEXT)


def _quote(text: str) -> str:
    return text if CLEAN(text) else _escape(text, IN_ATTRIBUTE)


def _escape(text: str, marks: re.Pattern[str]) -> str:
    return marks.sub(lambda mark: ESCAPED[mark[0]], FORBIDDEN.sub("\ufffd", text))
