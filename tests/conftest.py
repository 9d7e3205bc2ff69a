"""Fixtures that every test may use."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """Real acts beside the repository; a test that reads them skips where they are absent."""
    folder = ROOT.parent / "shared"
    if not (folder / "data").is_dir():
        pytest.skip("no real acts beside the repository (../shared)")
    return folder


@pytest.fixture(scope="session")
def sample_acts() -> Path:
    return ROOT / "corpora" / "acts"
