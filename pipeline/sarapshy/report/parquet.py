"""A run as two tables, for whoever asks questions of a country: ``findings.parquet`` and ``acts.parquet``.

    SELECT body, count(*) FROM 'findings.parquet' f JOIN 'acts.parquet' a ON f.path = a.path
    WHERE code = 'D2' GROUP BY body ORDER BY 2 DESC

is answered by DuckDB in a moment. A column has one type in every run, whether or not anything stands in it; texts in
several languages are columns with the language at the end, ``message_kk``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sarapshy.errors import InputError
from sarapshy.findings.model import Finding
from sarapshy.report.jsonl import TEXT_LANGUAGES, Record, finding_record

if TYPE_CHECKING:
    import pyarrow

ROWS = 20_000  # in memory at a time
FINDING = {
    "id": "string", "path": "string", "act": "string", "kind": "string", "number": "string", "date": "date32",
    "title": "string", "language": "string", "code": "string", "slot": "string", "family": "string", "rule": "string",
    "detector": "string", "clause": "string", "clause_number": "string", "clause_path": "string", "quote": "string",
    "start": "int64", "end": "int64", "severity": "string", "confidence": "float64", "rank": "int32",
    **{f"{name}_{language}": "string" for name, languages in TEXT_LANGUAGES.items() for language in languages},
    "legal_basis": "strings", "related": "strings", "measures": "strings", "decision": "string",
}  # fmt: skip
ACT = {
    "path": "string", "id": "string", "kind": "string", "rank": "int32", "number": "string", "date": "date32",
    "title": "string", "body": "string", "registration": "string", "edition": "date32", "status": "string",
    "language": "string", "sha256": "string", "characters": "int64", "clauses": "int64", "coverage": "float64",
    "findings": "int64", "high": "int64", "medium": "int64", "low": "int64", "page": "string", "error": "string",
}  # fmt: skip


def write_findings(findings: Iterable[Finding], target: Path) -> None:
    """InputError where the library is missing."""
    _write((_finding_row(finding_record(finding)) for finding in findings), FINDING, target)


def write_acts(acts: Iterable[Record], target: Path) -> None:
    """From the records of acts.jsonl; a file that could not be read is a row with its ``error``."""
    _write(map(_act_row, acts), ACT, target)


def _write(rows: Iterator[Record], columns: Mapping[str, str], target: Path) -> None:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise InputError("batch.no_pyarrow", target.name) from error
    schema = _read_schema(columns)
    with parquet.ParquetWriter(target, schema, compression="zstd") as writer:
        while batch := list(islice(rows, ROWS)):
            writer.write_table(pyarrow.Table.from_pylist(batch, schema))


def _read_schema(columns: Mapping[str, str]) -> pyarrow.Schema:
    import pyarrow

    types = {name: getattr(pyarrow, name)() for name in ("string", "int32", "int64", "float64", "date32")}
    types["strings"] = pyarrow.list_(pyarrow.string())
    return pyarrow.schema([(name, types[kind]) for name, kind in columns.items()])


def _finding_row(record: Record) -> Record:
    from datetime import date

    act, clause, decision = record["act"], record["clause"] or {}, record["decision"] or {}
    row: dict[str, Any] = {name: record.get(name) for name in FINDING}
    row |= {name: act[name] for name in ("path", "kind", "number", "title", "language")}
    row |= {"act": act["id"], "date": date.fromisoformat(act["date"]) if act["date"] else None}
    row |= {"clause": clause.get("id"), "clause_number": clause.get("number"), "clause_path": clause.get("path")}
    for name, languages in TEXT_LANGUAGES.items():
        row |= {f"{name}_{language}": record[name].get(language) for language in languages}
    row["legal_basis"] = [", ".join(filter(None, (each["act"], each["clause"]))) for each in record["legal_basis"]]
    row["related"] = [each["quote"] or each["clause"] or each["act"] for each in record["related"]]
    row["decision"] = decision.get("state")
    return row


def _act_row(record: Record) -> Record:
    from datetime import date

    row: dict[str, Any] = {name: record.get(name) for name in ACT}
    for name in ("date", "edition"):
        row[name] = date.fromisoformat(row[name]) if row[name] else None
    found = record.get("findings") or {"total": None, "severities": {}}
    row["findings"] = found["total"]
    row |= {severity: found["severities"].get(severity) for severity in ("high", "medium", "low")}
    row["error"] = record["error"]["key"] if record["error"] else None
    return row
