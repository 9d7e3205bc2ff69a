"""The made acts as fixtures; ``tests/browser`` uses the same builders."""

from __future__ import annotations

import pytest
from made_acts import kazakh_act, kazakh_findings, russian_act, russian_findings

from sarapshy.acts.model import Act
from sarapshy.findings.model import Finding


@pytest.fixture
def rules() -> Act:
    return kazakh_act()


@pytest.fixture
def rules_findings(rules: Act) -> list[Finding]:
    return kazakh_findings(rules)


@pytest.fixture
def hostile() -> Act:
    return russian_act()


@pytest.fixture
def hostile_findings(hostile: Act) -> list[Finding]:
    return russian_findings(hostile)
