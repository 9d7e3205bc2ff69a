"""A finding goes into the note on acts of its level, and into the amendments where there is something to amend."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sarapshy.acts.model import Identity, Status
from sarapshy.findings.model import ActRef, Finding
from sarapshy.plan.assign import assign
from sarapshy.plan.model import month
from sarapshy.plan.progress import Stage, measure_progress, read_lines, stage_of
from sarapshy.plan.reading import read_plan
from sarapshy.report.jsonl import finding_line


def find(remedy: str = "міндетті", state: str | None = None) -> Finding:
    act = ActRef("ереже.txt", None, "rules", None, None, None, "kk", "0" * 64)
    texts = {"kk": "", "ru": "", "en": ""}
    return Finding(
        "1", act, "D2", "discretion", None, None, None, None, "high", 0.9, "rule", "D2-can", texts, texts,
        {"kk": remedy, "ru": remedy} if remedy else {}, decision={"state": state} if state else None,
    )  # fmt: skip


def record(kind: str, rank: int, status: str = "in_force", path: str = "ереже.txt") -> dict[str, object]:
    return {"path": path, "kind": kind, "rank": rank, "body": None, "status": status}


@pytest.mark.parametrize(
    ("kind", "rank", "status", "measures"),
    [
        ("law", 4, "in_force", ("4.1.1", "4.2")),
        ("code", 3, "in_force", ("4.1.1", "4.2")),
        ("order", 7, "in_force", ("4.1.2", "4.2")),
        ("rules", 9, "unknown", ("4.1.2", "4.2")),
        ("unknown", 0, "unknown", ("4.1.2", "4.2")),
        ("law", 4, "draft", ("4.1.1",)),
        ("order", 7, "repealed", ("4.1.2",)),
        ("treaty", 0, "in_force", ()),
    ],
)
def test_the_level_and_the_status_of_the_act_decide(
    kind: str, rank: int, status: str, measures: tuple[str, ...]
) -> None:
    assert assign([find()], record(kind, rank, status), read_plan())[0].measures == measures


def test_a_finding_without_a_wording_is_for_the_note_only() -> None:
    assert assign([find(remedy="")], record("law", 4), read_plan())[0].measures == ("4.1.1",)


def test_an_identity_does_as_well_as_a_record() -> None:
    act = Identity("code", rank=3, status=Status.IN_FORCE)
    assert assign([find()], act, read_plan())[0].measures == ("4.1.1", "4.2")


def test_progress_counts_what_is_examined_decided_and_left() -> None:
    findings = [find(state="accepted"), find(state="rejected"), find(), find(remedy="", state="accepted")]
    acts = [record("order", 7), record("order", 7, path="екінші.txt"), record("law", 4, path="заң.txt")]
    tied = assign(findings, acts[0], read_plan())
    notes, bylaws, amendments = measure_progress(read_plan(), acts, [("ереже.txt", tied)])
    assert (notes.acts, notes.findings, notes.left) == (1, 0, 0)
    assert (bylaws.acts, bylaws.acts_with_findings, bylaws.findings) == (2, 1, 4)
    assert (bylaws.accepted, bylaws.rejected, bylaws.proposals, bylaws.left) == (2, 1, 1, 1)
    assert (amendments.acts, amendments.findings, amendments.accepted) == (3, 3, 1)


@pytest.mark.parametrize(
    ("day", "stage"),
    [(date(2018, 3, 1), Stage.AHEAD), (date(2018, 4, 30), Stage.RUNNING), (date(2018, 5, 1), Stage.OVER)],
)
def test_a_term_is_ahead_running_or_over(day: date, stage: Stage) -> None:
    measure = replace(read_plan().measures[0], term=month(2018, 4))
    assert stage_of(measure, day) is stage
    assert stage_of(replace(measure, term=None), day) is Stage.UNKNOWN


def test_lines_of_a_run_are_counted_as_findings_are(tmp_path: Path) -> None:
    tied = assign([find(state="accepted"), find()], record("order", 7), read_plan())
    (tmp_path / "findings.jsonl").write_text("".join(finding_line(each) + "\n" for each in tied), encoding="utf-8")
    acts = [record("order", 7)]
    counted = measure_progress(read_plan(), acts, read_lines(tmp_path / "findings.jsonl"))
    assert counted == measure_progress(read_plan(), acts, [("ереже.txt", tied)])
    assert counted[1].accepted == 1
