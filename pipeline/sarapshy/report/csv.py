"""findings.csv: RFC 4180 with a mark of UTF-8, so that spreadsheets show «қ», «ғ» and «ү»."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from sarapshy.findings.model import Finding
from sarapshy.report.table import COLUMNS, guard, make_row

ENCODING = "utf-8-sig"


def write_csv(findings: Iterable[Finding], file: TextIO, language: str) -> None:
    """Row by row; the file is opened with ``newline=""`` and ENCODING."""
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for finding in findings:
        writer.writerow([guard(cell) for cell in make_row(finding, language)])
