"""The records of ``corpora/training``, read as they stand."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

pytest.importorskip("sklearn")
pytest.importorskip("skops")


@pytest.fixture(scope="session")
def training_records() -> list[dict[str, object]]:
    folder = files("sarapshy.corpora").joinpath("training")
    entries = [entry for entry in folder.iterdir() if entry.name.endswith(".jsonl")]
    return [
        {"family": entry.name.removesuffix(".jsonl"), **json.loads(line)}
        for entry in entries
        for line in entry.read_text(encoding="utf-8").splitlines()
    ]
