"""Titles of acts kept beside their texts: ``index.tsv`` with the columns ``file`` and ``title``.

Texts published in bulk lose their heading; «… бекіту туралы  Қазақстан Республикасы … министрінің 2012 жылғы …» stands
only in the index, cut at some 200 characters.
"""

from __future__ import annotations

import csv
from pathlib import Path

NAME = "index.tsv"


def read_titles(folder: Path) -> dict[str, str]:
    """Title by file name; empty where there is no index or it has other columns."""
    path = folder / NAME
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        if not {"file", "title"} <= set(rows.fieldnames or ()):
            return {}
        return {row["file"]: row["title"].strip() for row in rows if row["file"] and row["title"]}
