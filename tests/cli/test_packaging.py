"""What a fresh machine gets: every package is named, every dependency is locked, the lock holds no address."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
EXTRAS = PROJECT["project"]["optional-dependencies"].values()
DEPENDENCIES = [*PROJECT["project"]["dependencies"], *(each for extra in EXTRAS for each in extra)]


def name(requirement: str) -> str:
    return re.split(r"[^A-Za-z0-9._-]", requirement)[0].lower().replace("_", "-").replace(".", "-")


def test_every_package_is_shipped() -> None:
    source = ROOT / "pipeline"
    found = {".".join(path.parent.relative_to(source).parts) for path in source.rglob("__init__.py")}
    assert found <= set(PROJECT["tool"]["setuptools"]["packages"])


@pytest.mark.parametrize("dependency", sorted(set(DEPENDENCIES)))
def test_every_dependency_is_locked(dependency: str) -> None:
    assert name(dependency) in {name(line) for line in LOCK.splitlines()}


def test_the_lock_holds_versions_only() -> None:
    lines = [line for line in LOCK.splitlines() if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[a-z0-9-]+==[\w.]+( ; .+)?", line) for line in lines)
    assert "://" not in LOCK
