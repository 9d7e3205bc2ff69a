"""``sarapshy graph`` answers questions on a finished run, in three languages, for a person and for a program."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from shutil import copy
from typing import Any

import networkx as nx
import pytest
from click.testing import CliRunner, Result

from sarapshy.cli.main import build_commands

SAMPLES = ("school-heads", "labour-139", "qualification")


@pytest.fixture(scope="module")
def run_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    acts, out = tmp_path_factory.mktemp("acts"), tmp_path_factory.mktemp("out")
    samples = Path(__file__).resolve().parents[2] / "corpora" / "acts"
    for name in SAMPLES:
        for language in ("kk", "ru"):
            copy(samples / f"{name}.{language}.txt", acts)
    assert call("run", str(acts), "-o", str(out), "--jobs", "1", "--quiet").exit_code == 0
    return out


def call(*arguments: str, language: str = "ru") -> Result:
    return CliRunner().invoke(build_commands(language), list(arguments))


def ask(folder: Path, *arguments: str) -> Any:
    answer = call("graph", *arguments, "--run", str(folder), "--format", "json")
    assert answer.exit_code == 0, answer.output
    return json.loads(answer.output)


def test_an_act_is_asked_for_by_number_file_or_name(run_folder: Path) -> None:
    for name in ("318", "№ 318", "school-heads.kk.txt"):
        assert ask(run_folder, "cites", name)[0]["id"].startswith("/akn/kz/act/2007-07-27/319")
    assert ask(run_folder, "cited-by", "Еңбек кодексі") == []


def test_who_cites_a_law_is_told_with_places_and_clauses(run_folder: Path) -> None:
    rows = ask(run_folder, "cited-by", "Закон об образовании")
    based = [row for row in rows if row["relation"] == "based_on"]
    assert {row["path"] for row in based} == {"school-heads.ru.txt", "qualification.ru.txt"}
    assert all("art 5" in row["clauses"] for row in based)


def test_norms_of_two_acts_on_one_matter_stand_side_by_side(run_folder: Path) -> None:
    (row,) = ask(run_folder, "compare", "318", "42")
    assert (row["matter"], row["first"]["value"], row["second"]["value"], row["agree"]) == (
        "requirement",
        "5",
        "3",
        False,
    )
    assert [each["matter"] for each in ask(run_folder, "compare", "318", "414-V")] == ["opposed"]


def test_a_path_leads_through_the_law_that_both_rest_on(run_folder: Path) -> None:
    chain = ask(run_folder, "path", "318", "42")
    assert [row["here"] for row in chain] == [True, False, True]


def test_acts_that_are_cited_and_not_here_dangle_and_are_hubs(run_folder: Path) -> None:
    assert [row["texts"] for row in ask(run_folder, "dangling")] == [4]
    assert ask(run_folder, "hubs") == ask(run_folder, "dangling")


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("query", ["dangling", "hubs", "blanket", "repealed-but-cited", "cites 318", "compare 318 42"])
def test_every_answer_is_said_in_every_language(run_folder: Path, language: str, query: str) -> None:
    answer = call("graph", *query.split(), "--run", str(run_folder), "--ui-lang", language, language=language)
    assert answer.exit_code == 0
    assert answer.output.strip()


def test_an_unknown_act_and_a_folder_without_a_run_are_told(run_folder: Path, tmp_path: Path) -> None:
    unknown = call("graph", "cites", "999", "--run", str(run_folder))
    assert (unknown.exit_code, "999" in unknown.output) == (2, True)
    assert call("graph", "hubs", "--run", str(tmp_path)).exit_code == 2


@pytest.mark.parametrize(("name", "read"), [("g.graphml", nx.read_graphml), ("g.gexf", nx.read_gexf)])
def test_the_graph_is_read_back_by_those_who_draw(run_folder: Path, tmp_path: Path, name: str, read: Any) -> None:
    assert call("graph", "export", str(tmp_path / name), "--run", str(run_folder)).exit_code == 0
    graph = read(tmp_path / name)
    kinds = {data["relation"] for _, _, data in graph.edges(data=True)}
    assert {"contains", "based_on", "approves", "same_procedure", "contradicts"} <= kinds
    assert {data["type"] for _, data in graph.nodes(data=True)} >= {"act", "clause"}


def test_the_graph_as_json_has_nodes_and_edges(run_folder: Path, tmp_path: Path) -> None:
    assert call("graph", "export", str(tmp_path / "g.json"), "--run", str(run_folder)).exit_code == 0
    data = json.loads((tmp_path / "g.json").read_text(encoding="utf-8"))
    assert {"nodes", "edges"} <= data.keys()


def test_a_run_leaves_the_graph_beside_its_results(run_folder: Path, tmp_path: Path) -> None:
    kept = nx.read_graphml(run_folder / "graph.graphml")
    assert call("graph", "export", str(tmp_path / "g.graphml"), "--run", str(run_folder)).exit_code == 0
    exported = nx.read_graphml(tmp_path / "g.graphml")
    assert (set(kept.nodes), set(kept.edges)) == (set(exported.nodes), set(exported.edges))


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_graph_built_without_a_run_rests_on_the_same_facts(run_folder: Path, tmp_path: Path, jobs: str) -> None:
    acts = json.loads((run_folder / "run.json").read_text(encoding="utf-8"))["inputs"]
    built = call("graph", "build", *acts, "-o", str(tmp_path / "out"), "--jobs", jobs)
    assert built.exit_code == 0, built.output
    facts = [gzip.decompress((folder / "facts.jsonl.gz").read_bytes()) for folder in (run_folder, tmp_path / "out")]
    assert facts[0] == facts[1]
    assert ask(tmp_path / "out", "hubs") == ask(run_folder, "hubs")
    assert (tmp_path / "out" / "graph.graphml").is_file()


def test_a_file_that_cannot_be_read_costs_the_graph_itself_only(tmp_path: Path) -> None:
    acts = tmp_path / "acts"
    acts.mkdir()
    copy(Path(__file__).resolve().parents[2] / "corpora" / "acts" / "school-heads.kk.txt", acts)
    (acts / "broken.docx").write_bytes(b"PK no archive")
    built = call("graph", "build", str(acts), "-o", str(tmp_path / "out"), "--jobs", "1")
    assert (built.exit_code, "broken.docx" in built.output) == (2, True)
    assert ask(tmp_path / "out", "cites", "318")


def test_acts_that_fill_the_same_slots_are_compared_by_their_norms_only(tmp_path: Path, sample_acts: Path) -> None:
    for name in ("one", "other"):
        copy(sample_acts / "school-heads.kk.txt", tmp_path / f"{name}.kk.txt")
    assert call("run", str(tmp_path), "-o", str(tmp_path / "out"), "--quiet", "--jobs", "1").exit_code == 0
    rows = ask(tmp_path / "out", "compare", "one.kk.txt", "other.kk.txt")
    assert {row["matter"] for row in rows} <= {"opposed", "requirement", "step", "service"}
    assert call("graph", "compare", "one.kk.txt", "other.kk.txt", "--run", str(tmp_path / "out")).exit_code == 0
