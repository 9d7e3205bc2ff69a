"""``sarapshy plan OUT`` over a run made for it."""

from __future__ import annotations

import json
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


def test_a_run_ties_findings_to_the_plan_and_its_index_leads_there(out: Path) -> None:
    lines = [json.loads(line) for line in (out / "findings.jsonl").read_text(encoding="utf-8").splitlines()]
    assert lines and all("4.1.2" in line["measures"] for line in lines)
    assert 'href="plan.html"' in (out / "index.html").read_text(encoding="utf-8")
    assert (out / "plan.html").is_file()


def test_a_run_under_a_plan_of_ones_own_ties_to_its_measures(faulty: Path, tmp_path: Path, invoke: Invoke) -> None:
    table = "Направление 7. Наука\n№|Мероприятие|Срок|Форма завершения\n3|анализ актов|2020 год|справка\n"
    (tmp_path / "план.txt").write_text(table, encoding="utf-8")
    invoke("run", faulty, "-o", tmp_path / "out", "--plan", tmp_path / "план.txt", "--quiet")
    first = json.loads((tmp_path / "out" / "findings.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert first["measures"] == ["7.3"]
