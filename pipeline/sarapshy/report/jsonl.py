"""The machine outputs of one run: a line a finding, a line an act.

A finding in point 29 of some rules reads
``{"id": "…", "act": {"path": "ереже.docx", …}, "code": "D2", …, "quote": "құқылы", "start": 412, "end": 418, …}``.
Other programs read these lines: the names and their order are the contract that ``reports/findings.schema.json``
states, letters stand as letters (no ``\\u04b1``), and equal findings give equal bytes.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from sarapshy.acts.identity import address
from sarapshy.acts.model import Act, Source
from sarapshy.errors import InputError
from sarapshy.findings.model import SEVERITIES, ActRef, ClauseRef, Finding, LegalBasis, Related
from sarapshy.messages import LANGUAGES, say

Record = dict[str, Any]
WRITER = json.JSONEncoder(ensure_ascii=False, separators=(", ", ": "))
TEXT_LANGUAGES = {"message": LANGUAGES, "why": LANGUAGES, "remedy": ("kk", "ru")}


def finding_record(finding: Finding) -> Record:
    """The contract of findings.jsonl; every key is there, an unknown value is null or empty; only "known" and
    "values" are left out where there is nothing to tell."""
    return {
        "id": finding.id,
        "act": _plain(finding.act),
        "code": finding.code,
        "slot": finding.slot,
        "family": finding.family,
        "clause": _plain(finding.clause) if finding.clause else None,
        "quote": finding.quote,
        "start": finding.start,
        "end": finding.end,
        "severity": finding.severity,
        "confidence": round(finding.confidence, 3),
        "rank": finding.rank,
        "detector": finding.detector,
        "rule": finding.rule,
        **{name: _ordered(getattr(finding, name), languages) for name, languages in TEXT_LANGUAGES.items()},
        "legal_basis": [_plain(basis) for basis in finding.legal_basis],
        "related": [_plain(place) for place in finding.related],
        "measures": list(finding.measures),
        "decision": finding.decision,
        **({"known": finding.known} if finding.known else {}),
        **({"values": finding.values} if finding.values else {}),
    }


def finding_line(finding: Finding) -> str:
    return line(finding_record(finding))


def act_record(
    act: Act,
    findings: Sequence[Finding],
    coverage: float,
    checked: Sequence[str],
    unchecked: Sequence[str] = (),
    page: str | None = None,
) -> Record:
    """One act read: ``checked`` are detectors that ran, ``unchecked`` the factor codes left to the expert,
    ``page`` the act's page relative to the index."""
    identity = act.identity
    return {
        "path": act.path,
        "id": address(identity, act.language),
        "kind": identity.kind,
        "rank": identity.rank,
        "number": identity.number,
        "date": identity.date.isoformat() if identity.date else None,
        "title": identity.title,
        "body": identity.body,
        "registration": identity.registration,
        "edition": identity.edition.isoformat() if identity.edition else None,
        "status": identity.status.value,
        "language": act.language,
        "languages": list(act.languages),
        "sha256": act.sha256,
        "characters": len(act.text),
        "clauses": len(act.clauses),
        "coverage": round(coverage, 3),
        "source": _source_record(act.source),
        "checked": list(checked),
        "unchecked": list(unchecked),
        "findings": _counts(findings),
        "page": page,
        "error": None,
    }


def failure_record(name: str, error: Exception) -> Record:
    """A file that gave no act. What is no ``InputError`` is a fault of ours and says so."""
    if isinstance(error, InputError):
        return {"path": name, "error": {"key": error.key, "message": {each: error.say(each) for each in LANGUAGES}}}
    fault = f"{type(error).__name__}: {error}"
    message = {each: say("report.fault", each, path=name, fault=fault) for each in LANGUAGES}
    return {"path": name, "error": {"key": "report.fault", "message": message}}


def line(record: Mapping[str, Any]) -> str:
    """A record as one line of UTF-8, without its line end."""
    return WRITER.encode(record)


def _plain(value: ActRef | ClauseRef | LegalBasis | Related) -> Record:
    return {field.name: getattr(value, field.name) for field in fields(value)}


def _ordered(texts: Mapping[str, str], languages: Sequence[str]) -> dict[str, str]:
    return {language: texts[language] for language in languages if language in texts}


def _source_record(source: Source) -> Record:
    notes = [{"key": key, "values": dict(values)} for key, values in source.notes]
    return {
        "format": source.format,
        "encoding": source.encoding,
        "pages": len(source.pages),
        "ocr": None if source.ocr is None else round(source.ocr, 1),
        "notes": notes,
    }


def _counts(findings: Sequence[Finding]) -> Record:
    codes = Counter(finding.code for finding in findings)
    severities = Counter(finding.severity for finding in findings)
    return {
        "total": len(findings),
        "codes": dict(sorted(codes.items())),
        "severities": {severity: severities[severity] for severity in SEVERITIES},
    }
