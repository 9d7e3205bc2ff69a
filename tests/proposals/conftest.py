"""The made acts as fixtures."""

from __future__ import annotations

import pytest
from proposed import KAZAKH, RUSSIAN, read_act

from sarapshy.acts.model import Act


@pytest.fixture(scope="module")
def kazakh() -> Act:
    return read_act(KAZAKH)


@pytest.fixture(scope="module")
def russian() -> Act:
    return read_act(RUSSIAN)


@pytest.fixture(scope="module")
def amending(request: pytest.FixtureRequest) -> Act:
    path = request.config.rootpath / "corpora" / "acts" / "amending.kk.txt"
    return read_act(path.read_text(encoding="utf-8"))
