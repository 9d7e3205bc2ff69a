"""Programs of the system that read what no library here does: antiword, LibreOffice, tesseract.

Each runs with a time limit, in a process group of its own, so that nothing of it is left behind; a file it chokes on
costs an InputError that says what to install or what it said.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

from sarapshy.errors import InputError

PACKAGES = {
    "antiword": "antiword",
    "soffice": "libreoffice-writer",
    "tesseract": "tesseract-ocr tesseract-ocr-kaz tesseract-ocr-rus",
}


def find_program(*names: str) -> str | None:
    """Where the first of the programs is, None where none is installed."""
    return next(filter(None, map(shutil.which, names)), None)


def missing(name: str, *programs: str) -> InputError:
    packages = " / ".join(PACKAGES[program] for program in programs)
    return InputError("reading.program_missing", name, program=" / ".join(programs), packages=packages)


def run(command: Sequence[str | Path], name: str, seconds: int) -> bytes:
    """What the program prints; it is killed with all its children when the time is over."""
    program = Path(command[0]).name
    with subprocess.Popen(
        [str(word) for word in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        env={**os.environ, "LC_ALL": "C.UTF-8", "OMP_THREAD_LIMIT": "1"},
    ) as process:
        try:
            output, errors = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise InputError("reading.program_timeout", name, program=program, seconds=str(seconds)) from error
        finally:
            _end(process)
    if process.returncode != 0:
        raise InputError("reading.program_failed", name, program=program, detail=_last_line(errors))
    return output


def _end(process: subprocess.Popen[bytes]) -> None:
    """LibreOffice starts a process of its own, which outlives the one that was started."""
    try:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    except ProcessLookupError:
        pass


def _last_line(errors: bytes) -> str:
    lines = errors.decode("utf-8", errors="replace").strip().splitlines()
    return lines[-1] if lines else "-"
