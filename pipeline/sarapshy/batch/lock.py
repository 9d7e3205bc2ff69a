"""One run at a time writes into a folder of results.

    OUT/.lock   held by the run that writes there, and empty

The system gives the lock back when the process ends, however it ends: a run that was killed stands in nobody's way. It is
a record lock of POSIX, on Windows a locked byte. A disk of the network that keeps no locks holds nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from sarapshy.errors import InputError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK = ".lock"


@contextmanager
def hold_folder(out: Path) -> Iterator[None]:
    """The folder is ours within the block; InputError where another run has it."""
    with (out / LOCK).open("a") as held:
        try:
            _take(held)
        except (BlockingIOError, PermissionError) as error:
            raise InputError("batch.out_busy", str(out)) from error
        except OSError:  # a disk of the network that keeps no locks
            pass
        yield


def _take(held: IO[str]) -> None:
    """PermissionError or BlockingIOError where another process has it. The lock is of this process alone: one that is
    forked from it would outlive it and keep a flock."""
    if sys.platform == "win32":
        msvcrt.locking(held.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.lockf(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
