"""``sarapshy plan OUT`` over a run made for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Invoke = Callable[..., Result]


@pytest.fixture
def out(faulty: Path, tmp_path: Path, invoke: Invoke) -> Path:
    invoke("run", faulty, "-o", tmp_path / "нәтиже", "--quiet")
    return tmp_path / "нәтиже"


@pytest.mark.parametrize(("language", "words"), [("kk", "заңға тәуелді"), ("ru", "подзаконные"), ("en", "by-laws")])
def test_the_measures_are_shown_and_the_page_is_written(
    out: Path, tmp_path: Path, invoke: Invoke, language: str, words: str
) -> None:
    shown = invoke("plan", out, language=language)
    assert shown.exit_code == 0
    assert words in " ".join(shown.output.split())
    assert (out / "plan.html").is_file()


def test_the_plan_of_the_settings_is_used(out: Path, tmp_path: Path, invoke: Invoke) -> None:
    table = "№|Іс-шара|Мерзімі|Қорытынды\n1|бұйрықтарды талдау|2020 жыл|анықтама\n"
    (tmp_path / "жоспар.txt").write_text(table, encoding="utf-8")
    (tmp_path / "sarapshy.toml").write_text('[plan]\nfile = "жоспар.txt"\n', encoding="utf-8")
    shown = invoke("plan", out, "--config", tmp_path / "sarapshy.toml", language="kk")
    assert "бұйрықтарды" in shown.output


def test_a_folder_without_a_run_is_told(tmp_path: Path, invoke: Invoke) -> None:
    shown = invoke("plan", tmp_path)
    assert shown.exit_code == 2
