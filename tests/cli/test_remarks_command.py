"""``sarapshy remarks``: acts of a run, or drafts, given back with comments."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

docx = pytest.importorskip("docx")
Invoke = Callable[..., Result]


def test_a_draft_is_given_back_with_a_comment_for_each_finding(invoke: Invoke, faulty: Path, tmp_path: Path) -> None:
    result = invoke("remarks", faulty, "-o", tmp_path / "r", "--author", "Айгүл Сарапшы")
    assert result.exit_code == 0, result.output
    comments = list(docx.Document(str(tmp_path / "r" / f"{faulty.name}.docx")).comments)
    assert comments and {comment.author for comment in comments} == {"Айгүл Сарапшы"}
    assert str(len(comments)) in result.output


def test_a_rejected_finding_is_no_remark(invoke: Invoke, faulty: Path, tmp_path: Path) -> None:
    out, lines = tmp_path / "out", tmp_path / "out" / "findings.jsonl"
    invoke("run", faulty, "-o", out, "--quiet")
    findings = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
    findings[0]["decision"] = {"state": "rejected", "by": "А", "at": None, "comment": ""}
    lines.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in findings), encoding="utf-8")
    invoke("remarks", out, "-o", tmp_path / "r", "--ui-lang", "ru")
    path = tmp_path / "r" / f"{faulty.name}.docx"
    assert len(list(docx.Document(str(path)).comments) if path.exists() else []) == len(findings) - 1


def test_the_original_is_never_written_over(invoke: Invoke, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("1. Комиссия қажет болған жағдайда өз қалауы бойынша бас тартуға құқылы.")
    document.save(str(tmp_path / "ереже.docx"))
    before = (tmp_path / "ереже.docx").read_bytes()
    result = invoke("remarks", tmp_path / "ереже.docx", "-o", tmp_path)
    assert result.exit_code == 2
    assert (tmp_path / "ереже.docx").read_bytes() == before


def test_one_unreadable_file_costs_only_itself(invoke: Invoke, faulty: Path, tmp_path: Path) -> None:
    (tmp_path / "бос.txt").touch()
    result = invoke("remarks", tmp_path / "бос.txt", faulty, "-o", tmp_path / "r")
    assert result.exit_code == 2
    assert (tmp_path / "r" / f"{faulty.name}.docx").exists()
    assert "бос.txt" in result.stderr
