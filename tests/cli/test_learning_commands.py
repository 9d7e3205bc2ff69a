"""``sarapshy train``, ``eval``, ``models`` and ``run --no-classifier``, as a person calls them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from sarapshy.cli.main import build_commands
from sarapshy.findings.reading import read_findings

pytest.importorskip("sklearn")
pytest.importorskip("skops")
ACT = "interest-policy.ru.html"  # the rules find more than ten, and fewer than a reader takes in


def call(*arguments: object, language: str = "en") -> tuple[int, str]:
    done = CliRunner().invoke(build_commands(language), [str(each) for each in arguments])
    return done.exit_code, done.output


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A sample act as the rules see it, and with the classifier."""
    acts = Path(__file__).resolve().parents[2] / "corpora" / "acts"
    folder = tmp_path_factory.mktemp("runs")
    for name, more in (("plain", ("--no-classifier",)), ("both", ())):
        code, output = call("run", acts / ACT, "-o", folder / name, "--quiet", "--jobs", 1, *more)
        assert code == 0, output
    return folder / "plain", folder / "both"


def test_the_classifier_adds_below_what_the_rules_found_and_loses_none_of_it(runs: tuple[Path, Path]) -> None:
    plain, both = (list(read_findings(run / "findings.jsonl")) for run in runs)
    ruled, added = both[: len(plain)], both[len(plain) :]
    assert {each.id for each in ruled} == {each.id for each in plain}  # in another order, perhaps
    assert [each.rank for each in both] == [*range(1, len(both) + 1)]
    assert added and {each.detector for each in added} == {"classifier"}


def test_the_page_says_that_a_model_supposes_it(runs: tuple[Path, Path]) -> None:
    page = next((runs[1] / "acts").glob("*.html")).read_text(encoding="utf-8")
    assert "The model supposes" in page


def test_decisions_of_a_run_are_learnt_from(runs: tuple[Path, Path], tmp_path: Path) -> None:
    from sarapshy.classify.files import load
    from sarapshy.classify.shipped import SHIPPED

    folder = tmp_path / "out"
    folder.mkdir()
    lines = [json.loads(each) for each in (runs[0] / "findings.jsonl").read_text(encoding="utf-8").splitlines()]
    for at, each in enumerate(lines):
        each["decision"] = {
            "state": "accepted" if at % 2 else "rejected",
            "by": "Айгүл",
            "at": "2026-03-01",
            "comment": "",
        }
    (folder / "findings.jsonl").write_text("".join(json.dumps(each) + "\n" for each in lines), encoding="utf-8")
    for name in ("run.json", "acts.jsonl"):
        (folder / name).write_bytes((runs[0] / name).read_bytes())
    code, output = call("train", "--decisions", folder, "-o", tmp_path / "own.skops")
    assert code == 0, output
    own, shipped = load(tmp_path / "own.skops"), load(SHIPPED)
    assert own.about["decisions"] == len(lines)
    assert (own.pieces, own.signs) == (shipped.pieces, shipped.signs)  # what is said of clauses stays
    assert own.acceptance != shipped.acceptance
    assert f"{len(lines)} decisions" in output


def test_a_folder_that_is_no_run_is_named(tmp_path: Path) -> None:
    code, output = call("train", "--decisions", tmp_path, "-o", tmp_path / "own.skops")
    assert code == 2
    assert str(tmp_path) in output


def test_a_model_that_is_none_costs_the_file_and_is_named(tmp_path: Path, sample_acts: Path) -> None:
    (tmp_path / "other.skops").write_text("no model", encoding="utf-8")
    code, output = call(
        "run", sample_acts / ACT, "-o", tmp_path / "out", "--jobs", 1, "--model", tmp_path / "other.skops"
    )
    assert code == 2
    assert "other.skops" in output


def test_annotated_acts_are_scored(runs: tuple[Path, Path], tmp_path: Path, sample_acts: Path) -> None:
    first = next(each for each in read_findings(runs[0] / "findings.jsonl") if each.quote)
    (tmp_path / "acts").mkdir()
    (tmp_path / "acts" / ACT).write_bytes((sample_acts / ACT).read_bytes())
    record = {"codes": [first.code], "slot": first.slot, "clauses": [], "quotes": [first.quote], "tier": "core"}
    (tmp_path / f"{Path(ACT).stem}.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    code, output = call("eval", tmp_path)
    assert code == 0, output
    assert "Rules alone" in output and "recall 1.000" in output


@pytest.mark.parametrize(("language", "word"), [("kk", "Орнату"), ("ru", "Установить"), ("en", "To install")])
def test_what_is_absent_is_told_with_the_way_to_get_it(
    language: str, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sarapshy.classify.installed._version", lambda name: None)
    monkeypatch.setenv("STANZA_RESOURCES_DIR", "/nowhere")
    code, output = call("models", language=language)
    assert code == 0
    assert output.count(word) == 4
    assert "stanza.download('kk')" in output and "stanza.download('ru')" in output
    assert "SARAPSHY_SPACY_KK" in output and "SARAPSHY_SPACY_RU=ru_core_news_md" in output


def test_without_scikit_learn_the_way_to_get_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sarapshy.cli.learning.NEEDED", ("no_such_library",))
    code, output = call("train", "-o", tmp_path / "own.skops")
    assert code == 2
    assert "sarapshy[learn]" in output


@pytest.mark.parametrize("asked", [(), ("--no-classifier",)])
def test_a_run_needs_no_library_that_learns(sample_acts: Path, tmp_path: Path, asked: tuple[str, ...]) -> None:
    arguments = ["run", str(sample_acts / ACT), "-o", str(tmp_path / "out"), "--quiet", "--jobs", "1", *asked]
    program = (
        "import sys; from sarapshy.cli.main import main\n"
        f"try: main({arguments!r})\n"
        "except SystemExit: pass\n"
        # networkx looks for numpy when it writes the graph
        "print([name for name in ('sklearn', 'scipy', 'skops', 'stanza', 'torch') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
