"""A finished run opened again gives back what it wrote, and says when its acts are no longer those."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sarapshy.batch.outputs import open_outputs
from sarapshy.batch.runner import run_batch
from sarapshy.batch.selection import Selection
from sarapshy.batch.work import Settings
from sarapshy.errors import InputError
from sarapshy.report.jsonl import finding_line

ACT = """Стипендия тағайындау қағидалары
1. Осы Қағидалар стипендия тағайындау тәртібін айқындайды.
2. Комиссия өтінішті өз қалауы бойынша қарайды және қажет болған жағдайда бас тартады.
"""


@pytest.fixture
def out(tmp_path: Path) -> Path:
    acts = tmp_path / "актілер"
    acts.mkdir()
    (acts / "ереже.txt").write_text(ACT, encoding="utf-8")
    (acts / "бос.txt").write_text("", encoding="utf-8")
    run_batch([acts], Settings(tmp_path / "out", "kk", Selection()), jobs=1)
    return tmp_path / "out"


def test_findings_read_back_give_the_lines_they_came_from(out: Path) -> None:
    lines = (out / "findings.jsonl").read_text(encoding="utf-8").splitlines()
    found = [finding for _, findings in open_outputs(out).findings() for finding in findings]
    assert lines and [finding_line(finding) for finding in found] == lines


def test_an_act_is_read_anew_and_its_findings_stand_in_its_text(out: Path) -> None:
    outputs = open_outputs(out)
    (record,) = outputs.read
    act = outputs.read_act(record)
    for _, findings in outputs.findings():
        for finding in findings:
            assert finding.start is None or act.text[finding.start : finding.end] == finding.quote


def test_an_act_that_changed_is_told(out: Path) -> None:
    (out.parent / "актілер" / "ереже.txt").write_text(ACT + "3. Қайта қаралды.\n", encoding="utf-8")
    outputs = open_outputs(out)
    with pytest.raises(InputError) as told:
        outputs.read_act(outputs.read[0])
    assert told.value.key == "report.source_changed"


def test_an_act_that_is_gone_is_told(out: Path) -> None:
    (out.parent / "актілер" / "ереже.txt").unlink()
    outputs = open_outputs(out)
    with pytest.raises(InputError) as told:
        outputs.read_act(outputs.read[0])
    assert told.value.key == "report.source_gone"


def test_a_folder_without_a_run_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError) as told:
        open_outputs(tmp_path)
    assert told.value.key == "report.no_run"


def test_a_line_that_is_no_finding_is_told_with_its_number(out: Path) -> None:
    path = out / "findings.jsonl"
    path.write_text(path.read_text(encoding="utf-8") + json.dumps({"id": "бөтен"}) + "\n", encoding="utf-8")
    with pytest.raises(InputError) as told:
        list(open_outputs(out).findings())
    assert told.value.key == "report.not_a_finding" and "бөтен" not in told.value.say("kk")
