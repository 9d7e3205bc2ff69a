"""``sarapshy stats``: the figures on the terminal, for programs, and on a page."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from sarapshy.messages import LANGUAGES, read_translations, say

Invoke = Callable[..., Result]


@pytest.fixture
def out(invoke: Invoke, faulty: Path, tmp_path: Path) -> Path:
    acts = tmp_path / "acts"
    acts.mkdir()
    faulty.rename(acts / "ереже.txt")
    assert invoke("run", acts, "-o", tmp_path / "out", "--jobs", 1).exit_code == 0
    return tmp_path / "out"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_figures_are_told_and_stand_on_a_page(invoke: Invoke, out: Path, language: str) -> None:
    result = invoke("stats", out, "--ui-lang", language)
    assert result.exit_code == 0, result.output
    assert say("stats.by_factor", language) in result.output and "100%" in result.output
    page = (out / "stats.html").read_text(encoding="utf-8")
    assert f'<html lang="{language}">' in page and say("stats.efficiency", language) in page
    assert 'href="stats.html"' in (out / "index.html").read_text(encoding="utf-8")


def test_programs_get_json(invoke: Invoke, out: Path) -> None:
    figures = json.loads(invoke("stats", out, "--format", "json").stdout)
    lines = (out / "findings.jsonl").read_text(encoding="utf-8").splitlines()
    assert figures["findings"] == len(lines) == sum(each["count"] for each in figures["factors"])


def test_a_run_writes_the_page_itself(out: Path) -> None:
    assert (out / "stats.html").exists()


def test_every_text_stands_in_three_languages() -> None:
    for key, texts in read_translations("stats").items():
        assert sorted(texts) == sorted(LANGUAGES) and all(texts.values()), key
