"""Two runs into one folder: the second is told, and one that was killed is in nobody's way."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest

from sarapshy.batch import lock
from sarapshy.batch.lock import hold_folder
from sarapshy.errors import InputError
from sarapshy.messages import LANGUAGES

HOLD = """
import sys, time
from pathlib import Path
from sarapshy.batch.lock import hold_folder
with hold_folder(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the folder."""
    with subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout and other.stdout.readline() == "held\n"
        yield other
        other.kill()


def test_a_second_run_is_told_where_and_what_to_do(holder: subprocess.Popen[str], tmp_path: Path) -> None:
    with pytest.raises(InputError) as told, hold_folder(tmp_path):
        pass
    assert len({told.value.say(language) for language in LANGUAGES}) == 3
    assert all(str(tmp_path) in told.value.say(language) and "-o" in told.value.say(language) for language in LANGUAGES)


def test_a_run_that_was_killed_holds_nothing(holder: subprocess.Popen[str], tmp_path: Path) -> None:
    holder.kill()
    holder.wait()
    with hold_folder(tmp_path):
        pass


@pytest.mark.parametrize("taken", [False, True])
def test_windows_locks_a_byte(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, taken: bool) -> None:
    """As far as another system can show: what ``msvcrt.locking`` is asked, and what is made of its refusal."""
    asked: list[tuple[int, int]] = []

    def locking(number: int, mode: int, count: int) -> None:
        asked.append((mode, count))
        if taken:
            raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(lock, "msvcrt", SimpleNamespace(LK_NBLCK=2, locking=locking), raising=False)
    told = pytest.raises(InputError) if taken else nullcontext()
    with told, hold_folder(tmp_path):
        pass
    assert asked == [(2, 1)]


@pytest.mark.parametrize(
    ("language", "words"), [("kk", "басқа талдау"), ("ru", "другой запуск"), ("en", "another run")]
)
def test_the_command_ends_before_it_touches_the_folder(
    holder: subprocess.Popen[str], tmp_path: Path, language: str, words: str
) -> None:
    act = tmp_path.with_name(f"{tmp_path.name}.txt")
    act.write_text("1. Осы Қағидалар тәртіпті айқындайды.\n", encoding="utf-8")
    command = [sys.executable, "-m", "sarapshy", "run", str(act), "-o", str(tmp_path), "--ui-lang", language]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2 and words in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == [".lock"]
