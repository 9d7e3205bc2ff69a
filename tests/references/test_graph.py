"""The graph of acts: what its nodes are and which edges join them, in both languages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import citing_acts
import networkx as nx
import pytest

from sarapshy.references.graph import address_of, build_graph
from sarapshy.references.graph_files import KEPT, keep_graph

TERMS = {
    "kk": """Апелляция қағидаларын бекіту туралы

Қазақстан Республикасы Мәдениет министрінің 2019 жылғы 3 мамырдағы № 64 бұйрығы

1. Қоса беріліп отырған Апелляция қағидалары бекітілсін.

Апелляция қағидалары

1. Осы Қағидаларда мынадай ұғымдар пайдаланылады:

1) апелляция – шешімге жазылған шағым;

2) апелляциялық алқа – шағымды қарайтын алқа.

2. Апелляцияны апелляциялық алқа үш жұмыс күнінде қарайды.

3. Алқаның отырысы ашық өтеді.
""",
    "ru": """Об утверждении Правил апелляции

Приказ Министра культуры Республики Казахстан от 3 мая 2019 года № 64

1. Утвердить прилагаемые Правила апелляции.

Правила апелляции

1. В настоящих Правилах используются следующие понятия:

1) апелляция – жалоба на решение;

2) апелляционная коллегия – коллегия, которая рассматривает жалобу.

2. Апелляцию рассматривает апелляционная коллегия за три рабочих дня.

3. Заседание коллегии открыто.
""",
}


def graph_of(*texts: str) -> nx.MultiDiGraph:
    return build_graph(citing_acts.register(*texts))


def edges(graph: nx.MultiDiGraph, kind: str) -> set[tuple[str, str]]:
    return {(source, target) for source, target, key in graph.edges(keys=True) if key == kind}


@pytest.mark.parametrize(
    ("language", "terms"), [("kk", {"апелляция", "апелляциялық алқа"}), ("ru", {"апелляция", "апелляционная коллегия"})]
)
def test_a_point_that_uses_a_term_leads_to_it_whatever_its_endings(language: str, terms: set[str]) -> None:
    graph = graph_of(TERMS[language])
    assert edges(graph, "defines") == {("a0", f"t:{term}") for term in terms}
    assert edges(graph, "uses_term") == {("a0#pt 2", f"t:{term}") for term in terms}


def test_the_two_texts_of_an_act_are_nodes_beside_it_and_parallel() -> None:
    graph = graph_of(TERMS["kk"], TERMS["ru"])
    assert edges(graph, "parallel_text") == {("a0@0.txt", "a0@1.txt")}
    assert {("a0", "a0@0.txt"), ("a0", "a0@1.txt")} <= edges(graph, "contains")
    assert [graph.nodes[f"a0@{name}"]["language"] for name in ("0.txt", "1.txt")] == ["kk", "ru"]


def test_a_text_alone_is_no_node() -> None:
    assert not [node for node, data in graph_of(TERMS["kk"]).nodes(data=True) if data["type"] == "text"]


def test_a_clause_is_one_node_whether_it_cites_or_is_cited_in_either_language() -> None:
    one = graph_of(citing_acts.RULES_KK, citing_acts.RULES_RU)
    (source,) = {source for source, _ in edges(one, "based_on")}
    assert source == "a0"  # a preamble has no number
    cited = graph_of(citing_acts.CITING_KK)
    assert any(target.endswith("#art 28") for _, target in edges(cited, "cites"))
    assert {source for source, _ in edges(cited, "cites")} == {"a0#pt 1", "a0#pt 2"}


def test_point_1_of_an_order_is_not_point_1_of_the_rules_it_approves() -> None:
    text = replace(citing_acts.read(TERMS["kk"]), approves=("Апелляция қағидалары",))
    assert address_of("pt_1", text) == "body pt 1"
    assert address_of("act_1__chp_2__pt_9__sp_3", text) == "pt 9 sp 3"
    assert address_of("annex_2__pt_3~2", text) == "annex 2 pt 3"


def test_the_kept_graph_is_read_back_whole(tmp_path: Path) -> None:
    graph = graph_of(TERMS["kk"], TERMS["ru"], citing_acts.CITING_KK)
    assert keep_graph(graph, tmp_path) == tmp_path / KEPT
    read = nx.read_graphml(tmp_path / KEPT, force_multigraph=True)
    assert (set(read), read.number_of_edges()) == (set(graph), graph.number_of_edges())
    assert [path.name for path in tmp_path.iterdir()] == [KEPT]
