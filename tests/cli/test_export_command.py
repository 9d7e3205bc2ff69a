"""``sarapshy export``: a finished run in the forms that other programs read; and those of ``check``."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
from click.testing import Result
from lxml import etree

from sarapshy.detect.rules import Rule
from sarapshy.messages import say

jsonschema = pytest.importorskip("jsonschema")
referencing = pytest.importorskip("referencing")
Invoke = Callable[..., Result]


@pytest.fixture
def run(invoke: Invoke, faulty: Path, clean: Path, tmp_path: Path) -> Path:
    (tmp_path / "бос.txt").touch()
    invoke("run", faulty, clean, tmp_path / "бос.txt", "-o", tmp_path / "out", "--quiet")
    return tmp_path / "out"


def test_each_format_is_written_beside_the_run_and_named(invoke: Invoke, run: Path) -> None:
    for form, suffix in {"sarif": "sarif", "json": "json", "csv": "csv", "xlsx": "xlsx", "junit": "xml"}.items():
        result = invoke("export", run, "--format", form)
        assert result.exit_code == 0, result.output
        assert (run / f"findings.{suffix}").stat().st_size > 100
        assert f"findings.{suffix}" in result.output


def test_sarif_places_a_finding_in_the_file(invoke: Invoke, run: Path, faulty: Path) -> None:
    invoke("export", run, "--format", "sarif", "--ui-lang", "kk")
    (log,) = json.loads((run / "findings.sarif").read_text(encoding="utf-8"))["runs"]
    region = next(
        place["region"]
        for result in log["results"]
        if "snippet" in (place := result["locations"][0]["physicalLocation"])["region"]
    )
    text = faulty.read_text(encoding="utf-8")
    assert text[region["charOffset"] :][: region["charLength"]] == region["snippet"]["text"]
    assert len(log["artifacts"]) == 3
    assert log["invocations"][0]["executionSuccessful"] is False


def test_an_act_that_has_changed_is_told_and_its_findings_are_kept(invoke: Invoke, run: Path, faulty: Path) -> None:
    faulty.write_text(faulty.read_text(encoding="utf-8") + " ", encoding="utf-8")
    result = invoke("export", run, "--format", "sarif")
    assert result.exit_code == 2
    assert say("report.source_changed", "en", path=faulty.name) in result.stderr
    assert json.loads((run / "findings.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]


def test_json_fits_its_published_schema(invoke: Invoke, run: Path) -> None:
    invoke("export", run, "--format", "json")
    schemas = {
        name: json.loads(files("sarapshy.reports").joinpath(name).read_text(encoding="utf-8"))
        for name in ("export.schema.json", "findings.schema.json")
    }
    findings = referencing.Resource.from_contents(schemas["findings.schema.json"])
    registry = referencing.Registry().with_resource("findings.schema.json", findings)
    document = json.loads((run / "findings.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schemas["export.schema.json"], registry=registry).validate(document)
    assert len(document["acts"]) == 3 and document["findings"]


def test_a_selection_holds_for_an_export_too(invoke: Invoke, run: Path, wording_rule: Rule, tmp_path: Path) -> None:
    target = tmp_path / "x.csv"
    invoke("export", run, "--format", "csv", "--select", wording_rule.code, "-o", target)
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["rule"] for row in rows} == {wording_rule.code}


def test_a_folder_that_holds_no_run_is_told(invoke: Invoke, tmp_path: Path) -> None:
    result = invoke("export", tmp_path, "--format", "csv", "--ui-lang", "ru")
    assert result.exit_code == 2
    assert "sarapshy run" in result.stderr


@pytest.mark.parametrize("form", ["sarif", "junit", "github"])
def test_check_speaks_to_build_servers(invoke: Invoke, faulty: Path, clean: Path, form: str) -> None:
    result = invoke("check", faulty, clean, "--format", form)
    assert result.exit_code == 1, result.output
    if form == "sarif":
        assert json.loads(result.stdout)["runs"][0]["results"]
    elif form == "junit":
        assert etree.fromstring(result.stdout.encode()).get("errors") == "0"
    else:
        assert all(line.startswith("::") for line in result.stdout.splitlines())


def test_duckdb_answers_from_the_tables_of_a_run(invoke: Invoke, run: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    pytest.importorskip("pyarrow")
    assert invoke("export", run, "--format", "parquet").exit_code == 0
    told = duckdb.connect()
    asked = "SELECT act, code, count(*) FROM '{0}/findings.parquet' JOIN '{0}/acts.parquet' USING (path) GROUP BY ALL ORDER BY ALL"
    lines = [json.loads(line) for line in (run / "findings.jsonl").read_text(encoding="utf-8").splitlines()]
    counted = Counter((line["act"]["id"], line["code"]) for line in lines)
    assert told.sql(asked.format(run)).fetchall() == [(*key, count) for key, count in sorted(counted.items())]
    failed = told.sql(f"SELECT path, error FROM '{run}/acts.parquet' WHERE error IS NOT NULL").fetchall()
    assert failed == [("бос.txt", "reading.empty")]
