"""SARIF, JUnit, GitHub's commands, CSV and the workbook: valid, complete, and safe to open."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from sarapshy.acts.model import Act
from sarapshy.detect.rules import read_rules
from sarapshy.errors import InputError
from sarapshy.findings.factors import legal_basis
from sarapshy.findings.model import Finding
from sarapshy.messages import LANGUAGES
from sarapshy.report.checked import Checked
from sarapshy.report.csv import write_csv
from sarapshy.report.github import write_commands
from sarapshy.report.junit import write_junit
from sarapshy.report.places import Lines
from sarapshy.report.plain import print_bases
from sarapshy.report.sarif import build_sarif
from sarapshy.report.table import COLUMNS
from sarapshy.report.xlsx import write_xlsx

jsonschema = pytest.importorskip("jsonschema")
openpyxl = pytest.importorskip("openpyxl")
SCHEMA = Path(__file__).parent / "schemas" / "sarif-2.1.0.json"
MULTITOOL = shutil.which("Sarif.Multitool")


@pytest.fixture
def checked(rules: Act, rules_findings: list[Finding], hostile: Act, hostile_findings: list[Finding]) -> list[Checked]:
    return [
        Checked(rules.path, f"жобалар/{rules.path}", rules.text, rules_findings, sha256=rules.sha256),
        Checked(hostile.path, f"/tmp/{hostile.path}", hostile.text, hostile_findings),
        Checked("таза.txt", "жобалар/таза.txt"),
        Checked("бос.txt", "жобалар/бос.txt", fault=InputError("reading.empty", "бос.txt")),
    ]


@pytest.fixture
def log(checked: Sequence[Checked]) -> dict[str, Any]:
    return build_sarif(checked, read_rules(), "ru")


@pytest.mark.parametrize("language", LANGUAGES)
def test_sarif_fits_the_schema_in_each_language(checked: Sequence[Checked], language: str) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.validate(build_sarif(checked, read_rules(), language), schema)


@pytest.mark.skipif(MULTITOOL is None, reason="no Sarif.Multitool on the path (npm: @microsoft/sarif-multitool-linux)")
def test_the_official_validator_has_no_error_and_no_warning(log: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "findings.sarif"
    path.write_text(json.dumps(log, ensure_ascii=False), encoding="utf-8")
    told = subprocess.run(
        [str(MULTITOOL), "validate", path, "--level", "Error;Warning"],
        capture_output=True, text=True, check=False, env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
    )  # fmt: skip
    faults = [line for line in told.stdout.splitlines() if (": warning " in line or ": error " in line)]
    assert [line for line in faults if "informationUri" not in line] == []  # the package names no page of its own
    assert "Analysis completed successfully" in told.stdout


def test_the_programs_page_is_told_if_the_team_has_one(checked: Sequence[Checked]) -> None:
    def driver(page: str | None) -> dict[str, Any]:
        return dict(build_sarif(checked, (), "kk", page)["runs"][0]["tool"]["driver"])

    assert driver("https://example.kz/sarapshy")["informationUri"] == "https://example.kz/sarapshy"
    assert "informationUri" not in driver(None) and "informationUri" not in driver("javascript:alert(1)")


def test_a_region_is_the_quote(log: dict[str, Any], rules: Act) -> None:
    lines = rules.text.split("\n")
    quoted = [r for r in log["runs"][0]["results"] if r["locations"][0]["physicalLocation"]["region"].get("snippet")]
    for result in (
        each for each in quoted if each["locations"][0]["physicalLocation"]["artifactLocation"]["index"] == 0
    ):
        region = result["locations"][0]["physicalLocation"]["region"]
        words = region["snippet"]["text"]
        assert rules.text[region["charOffset"] :][: region["charLength"]] == words
        assert region["startLine"] == region["endLine"]
        assert lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1] == words


def test_a_result_keeps_its_fingerprint_and_its_rule(log: dict[str, Any], rules_findings: list[Finding]) -> None:
    run = log["runs"][0]
    first = run["results"][0]
    assert first["partialFingerprints"] == {"finding/v1": rules_findings[0].id}
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"]


def test_a_file_elsewhere_has_its_full_address_and_odd_letters_are_escaped(log: dict[str, Any]) -> None:
    near, far, *_ = (each["location"] for each in log["runs"][0]["artifacts"])
    assert near["uriBaseId"] and near["uri"].isascii()
    assert far["uri"].startswith("file:///tmp/") and "<" not in far["uri"]


def test_what_the_expert_rejected_is_suppressed_with_his_words(rules: Act, rules_findings: list[Finding]) -> None:
    decision = {"state": "rejected", "by": "А. Сарапшы", "at": None, "comment": "басқа актіде реттелген"}
    findings = [replace(rules_findings[0], decision=decision)]
    (result,) = build_sarif([Checked(rules.path, rules.path, rules.text, findings)], (), "kk")["runs"][0]["results"]
    assert result["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "басқа актіде реттелген"}
    ]


def test_against_a_baseline_a_result_is_new_or_unchanged(rules: Act, rules_findings: list[Finding]) -> None:
    known = {"by": "baseline", "reason": "түзетіледі", "author": "А", "date": "2026-03-01"}
    findings = [replace(rules_findings[0], known=known), rules_findings[1]]
    results = build_sarif([Checked(rules.path, rules.path, rules.text, findings)], (), "kk")["runs"][0]["results"]
    assert [result["baselineState"] for result in results] == ["unchanged", "new"]


def test_a_file_that_was_not_read_is_told(log: dict[str, Any]) -> None:
    (invocation,) = log["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    assert "бос.txt" in invocation["toolExecutionNotifications"][0]["message"]["text"]


def test_junit_counts_every_file(checked: Sequence[Checked]) -> None:
    root = etree.fromstring(write_junit(checked, "kk"))
    failures = sum(len(each.findings) for each in checked)
    assert (root.get("failures"), root.get("errors")) == (str(failures), "1")
    assert root.get("tests") == str(len(root.findall(".//testcase"))) == str(failures + 2)


def test_junit_takes_what_xml_does_not(hostile: Act, hostile_findings: list[Finding]) -> None:
    message = {"kk": "а\x00б", "ru": "а\x0bб", "en": "x\ufffey"}
    findings = [replace(hostile_findings[0], message=message)]
    etree.fromstring(write_junit([Checked(hostile.path, hostile.path, hostile.text, findings)], "ru"))


def test_a_command_of_github_is_one_line_with_its_place(checked: Sequence[Checked], rules: Act) -> None:
    commands = list(write_commands(checked, "ru"))
    assert len(commands) == sum(len(each.findings) for each in checked) + 1
    assert all("\n" not in each and each.startswith("::") for each in commands)
    assert commands[0].startswith(
        f"::error file=жобалар/{rules.path},line=4,endLine=4,col=53,endColumn=89,title=D2%3A "
    )


def test_a_cell_is_never_a_formula(rules_findings: list[Finding], tmp_path: Path) -> None:
    words = ["=cmd|' /C calc'!A0", "+7 727", "-1", "@SUM(A1)", "\tx", "а\x07б"]
    findings = [replace(rules_findings[0], quote=each) for each in words]
    file = StringIO()
    write_csv(findings, file, "kk")
    at = COLUMNS.index("quote")
    assert all(not row[at].startswith(("=", "+", "-", "@", "\t")) for row in csv.reader(StringIO(file.getvalue())))
    write_xlsx(findings, tmp_path / "x.xlsx", "kk")
    cells = [row[at] for row in openpyxl.load_workbook(tmp_path / "x.xlsx").active.iter_rows(min_row=2)]
    assert [cell.value for cell in cells][:5] == words[:5]
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in cells)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workbook_has_headings_in_each_language(
    rules_findings: list[Finding], tmp_path: Path, language: str
) -> None:
    write_xlsx(rules_findings, tmp_path / "x.xlsx", language)
    sheet = openpyxl.load_workbook(tmp_path / "x.xlsx").active
    assert len({cell.value for cell in sheet[1]}) == len(COLUMNS)
    assert (sheet.max_row, sheet.auto_filter.ref) == (len(rules_findings) + 1, "A1:AE8")


def test_lines_count_from_one_and_letters_as_a_person_does() -> None:
    lines = Lines("бір\nекі 😀 үш\n")
    assert [lines.place(offset) for offset in (0, 3, 4, 10)] == [(1, 1), (1, 4), (2, 1), (2, 7)]


def test_the_typologys_basis_is_cited_in_the_language_asked_for(rules_findings: list[Finding]) -> None:
    finding = replace(rules_findings[0], code="D2", slot=None, legal_basis=legal_basis("D2", "kk"))
    russian = print_bases(finding, "ru")
    assert russian != print_bases(finding, "kk")
    assert "статьи" in russian[0]
