"""Findings as they stand in ``findings.jsonl``, made findings again.

A line is the contract of ``reports/findings.schema.json``, so what was written is read back whole: the finding of a line
gives that line again. Whatever works on a finished run (documents, review, plan, statistics) starts here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sarapshy.errors import InputError
from sarapshy.findings.model import ActRef, ClauseRef, Finding, LegalBasis, Related


def read_findings(path: Path) -> Iterator[Finding]:
    """The findings of a file of lines, in its order. InputError names the file and the line that is none."""
    try:
        with path.open(encoding="utf-8") as lines:
            for number, each in enumerate(lines, 1):
                if each.strip():
                    yield _read_line(each, path, number)
    except OSError as error:
        raise InputError("reading.unreadable", str(path), detail=error.strerror or str(error)) from error


def make_finding(record: Mapping[str, Any]) -> Finding:
    """The finding of one record of the contract. KeyError or TypeError where it is none."""
    values = dict(record)
    values["act"] = ActRef(**values["act"])
    values["clause"] = ClauseRef(**values["clause"]) if values["clause"] else None
    values["legal_basis"] = tuple(LegalBasis(**basis) for basis in values["legal_basis"])
    values["related"] = tuple(Related(**place) for place in values["related"])
    values["measures"] = tuple(values["measures"])
    return Finding(**values)


def _read_line(line: str, path: Path, number: int) -> Finding:
    try:
        return make_finding(json.loads(line))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError("report.not_a_finding", str(path), line=str(number)) from error
