"""Fixtures that every test may use."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]
# An example that takes long tells of the machine and of who else uses it.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


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
