"""GraphML as we write it: the bytes of networkx's own writer, whatever the words are."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from sarapshy.references.graphml import write_graphml

LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cn")) | st.sampled_from("\t\n\r&<>\"'әі№")
WORDS = st.text(LETTERS, max_size=8)
VALUES = WORDS | st.integers() | st.booleans() | st.floats(allow_nan=False)
DATA = st.dictionaries(st.sampled_from(("label", "rank", "here")), VALUES, max_size=3)


@st.composite
def graphs(draw: st.DrawFn) -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    nodes = draw(st.lists(WORDS, min_size=1, max_size=5, unique=True))
    for node in nodes:
        graph.add_node(node, **draw(DATA))
    for _ in range(draw(st.integers(0, 5))):
        ends = (draw(st.sampled_from(nodes)) for _ in range(2))
        graph.add_edge(*ends, key=draw(WORDS), **draw(DATA))
    return graph


def written_by_networkx(graph: nx.MultiDiGraph, path: Path) -> bytes:
    nx.write_graphml(graph, path, named_key_ids=True)
    return path.read_bytes()


@given(graphs())
def test_every_byte_is_that_of_networkx(tmp_path_factory: object, graph: nx.MultiDiGraph) -> None:
    folder = tmp_path_factory.mktemp("graph")  # type: ignore[attr-defined]
    write_graphml(graph, folder / "ours.graphml")
    assert (folder / "ours.graphml").read_bytes() == written_by_networkx(graph, folder / "theirs.graphml")


def test_an_act_its_clause_and_the_reference_between_them_are_read_back_as_they_were(tmp_path: Path) -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("a0", label="№ 57 «Өтініш & шағым» <қағидалары>", rank=8, here=True)
    graph.add_node("a1#art 9 pt 2", label="статья 9, пункт 2", type="clause")
    graph.add_edge("a0", "a1#art 9 pt 2", key="cites", relation="cites", weight=3)
    write_graphml(graph, tmp_path / "graph.graphml")
    read = nx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    assert dict(read.nodes(data=True)) == dict(graph.nodes(data=True))
    assert list(read.edges(keys=True)) == list(graph.edges(keys=True))
    assert read["a0"]["a1#art 9 pt 2"]["cites"]["weight"] == 3


def test_signs_that_xml_cannot_say_do_not_spoil_the_file(tmp_path: Path) -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("a0", label="бұйрық\x0b\ud800 № 5")
    write_graphml(graph, tmp_path / "graph.graphml")
    assert nx.read_graphml(tmp_path / "graph.graphml").nodes["a0"]["label"] == "бұйрық\ufffd\ufffd № 5"
