"""findings.jsonl and acts.jsonl: the contract other programs read."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files

import pytest

from sarapshy.acts.model import Act
from sarapshy.errors import InputError
from sarapshy.findings.model import Finding
from sarapshy.report.jsonl import act_record, failure_record, finding_line, finding_record, line

jsonschema = pytest.importorskip("jsonschema")
KEYS = [
    *("id", "act", "code", "slot", "family", "clause", "quote", "start", "end", "severity", "confidence", "rank"),
    *("detector", "rule", "message", "why", "remedy", "legal_basis", "related", "measures", "decision"),
]


@pytest.fixture(scope="module")
def schema() -> dict[str, object]:
    read: dict[str, object] = json.loads(files("sarapshy.reports").joinpath("findings.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(read)
    return read


def test_every_line_fits_the_schema(rules_findings: list[Finding], schema: dict[str, object]) -> None:
    for finding in rules_findings:
        jsonschema.validate(json.loads(finding_line(finding)), schema)


@pytest.mark.parametrize("change", [{"severity": "dire"}, {"code": "X9"}, {"start": -1}, {"detector": "oracle"}])
def test_the_schema_refuses_what_is_no_finding(
    change: dict[str, object], rules_findings: list[Finding], schema: dict[str, object]
) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**finding_record(rules_findings[0]), **change}, schema)


def test_keys_stand_in_the_order_of_the_contract(rules_findings: list[Finding], schema: dict[str, object]) -> None:
    assert list(json.loads(finding_line(rules_findings[0]))) == KEYS == schema["required"]


def test_letters_stand_as_letters_on_one_line(rules_findings: list[Finding]) -> None:
    written = finding_line(rules_findings[0])
    assert "құқылы" in written and "\\u" not in written and "\n" not in written


def test_equal_findings_give_equal_bytes_whatever_the_order_of_their_texts(rules_findings: list[Finding]) -> None:
    finding = rules_findings[0]
    turned = replace(finding, message=dict(reversed(finding.message.items())))
    assert finding_line(turned) == finding_line(finding)


def test_the_offsets_lead_to_the_quote(rules: Act, rules_findings: list[Finding]) -> None:
    for record in map(finding_record, rules_findings):
        if record["quote"]:
            assert rules.text[record["start"] : record["end"]] == record["quote"]


def test_an_act_record_tells_what_was_read_checked_and_found(rules: Act, rules_findings: list[Finding]) -> None:
    record = act_record(rules, rules_findings, 0.9312, ["rule", "checklist"], ["I3"], "acts/x.html")
    assert json.loads(line(record)) == record
    assert (record["date"], record["coverage"], record["clauses"]) == ("2017-03-01", 0.931, len(rules.clauses))
    assert record["source"] == {"format": "pdf", "encoding": "utf-8", "pages": 2, "ocr": 78.4, "notes": []}
    assert record["findings"]["severities"] == {"high": 2, "medium": 4, "low": 1}
    assert record["findings"]["codes"]["D2"] == 1 and record["findings"]["total"] == 7
    assert record["error"] is None and record["unchecked"] == ["I3"]


def test_a_fault_of_the_program_is_told_in_three_languages() -> None:
    record = failure_record("бұйрық.pdf", ValueError("бүлінген"))
    assert record["error"]["key"] == "report.fault"
    assert all("бұйрық.pdf" in record["error"]["message"][each] for each in ("kk", "ru", "en"))


def test_a_fault_of_the_input_keeps_its_own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(InputError, "say", lambda self, language: f"{language}: {self.path}")
    record = failure_record("приказ.doc", InputError("reading.encrypted", "приказ.doc"))
    assert record == {
        "path": "приказ.doc",
        "error": {
            "key": "reading.encrypted",
            "message": {"kk": "kk: приказ.doc", "ru": "ru: приказ.doc", "en": "en: приказ.doc"},
        },
    }
