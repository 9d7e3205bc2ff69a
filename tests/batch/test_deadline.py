"""A file that takes for ever is stopped, whatever it is busy with."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sarapshy.acts.readers import Input
from sarapshy.acts.stretches import Reading
from sarapshy.batch.deadline import OutOfTime, deadline
from sarapshy.batch.examine import examine
from sarapshy.batch.inputs import Task
from sarapshy.batch.selection import Selection
from sarapshy.batch.work import Answer, Settings
from sarapshy.findings.model import Finding

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="the system has no alarm")


def loop() -> None:
    while True:
        time.sleep(0.01)


def match_for_ever() -> None:
    re.fullmatch(r"(?:-+)+/", "-" * 60)


def wait_for_a_program() -> None:
    subprocess.run([sys.executable, "-c", "import time; time.sleep(60)"], check=True)


@pytest.mark.parametrize("busy", [loop, match_for_ever, wait_for_a_program])
def test_the_alarm_reaches_what_is_at_work(busy: object) -> None:
    assert callable(busy)
    with pytest.raises(OutOfTime), deadline(0.2):
        busy()


def test_work_that_ends_in_time_is_left_alone() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with deadline(600):
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 0
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0) and signal.getsignal(signal.SIGALRM) is before


def test_a_file_out_of_time_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def find_by_rule(reading: Reading, rules: object) -> dict[str, list[Finding]]:
        loop()
        return {}

    monkeypatch.setattr("sarapshy.batch.examine.find_by_rule", find_by_rule)
    path = tmp_path / "ұзақ.txt"
    path.write_text("1. Кітапхана кітап береді.\n", encoding="utf-8")
    answer = examine(Settings(tmp_path, "kk", Selection(), seconds=0.2), Task(Input(path.name, path), None))
    assert isinstance(answer, Answer)
    assert answer.act["error"]["key"] == "cli.out_of_time"
    assert path.name in answer.act["error"]["message"]["kk"]
