"""A draft with a defect, a draft without, and a way to call the commands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sarapshy.cli.main import build_commands
from sarapshy.detect.examples import MARK, test_examples
from sarapshy.detect.rules import Rule, read_rules

CLEAN = """Мұрағат қорын сақтау қағидалары
1. Осы Қағидалар мұрағат қорын сақтау тәртібін белгілейді.
2. Қордың құжаттары 18 градус температурада сақталады.
"""
Invoke = Callable[..., Result]


@pytest.fixture(scope="session")
def wording_rule() -> Rule:
    """A rule of wording that holds."""
    return next(rule for rule in read_rules() if rule.kind == "existence" and not test_examples([rule]))


@pytest.fixture
def faulty(tmp_path: Path, wording_rule: Rule) -> Path:
    """An act in which that rule must find something, for the rule itself says so."""
    path = tmp_path / "жоба.txt"
    path.write_text(MARK.sub(r"\1", wording_rule.examples["kk"].bad[0]), encoding="utf-8")
    return path


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    path = tmp_path / "таза.txt"
    path.write_text(CLEAN, encoding="utf-8")
    return path


@pytest.fixture
def invoke(monkeypatch: pytest.MonkeyPatch) -> Invoke:
    monkeypatch.delenv("SARAPSHY_LANG", raising=False)

    def call(*arguments: object, language: str = "en") -> Result:
        return CliRunner().invoke(build_commands(language), [str(argument) for argument in arguments])

    return call
