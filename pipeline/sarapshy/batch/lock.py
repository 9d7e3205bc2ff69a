"""One run at a time writes into a folder of results.

    OUT/.lock   held by the run that writes there, and empty

The system gives the lock back when the process ends, however it ends: a run that was killed stands in nobody's way. Where
the system has no such locks (Windows), nothing is held.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sarapshy.errors import InputError

try:
    import fcntl
except ImportError:  # pragma: no cover
    fcntl = None  # type: ignore[assignment]

LOCK = ".lock"


@contextmanager
def hold_folder(out: Path) -> Iterator[None]:
    """The folder is ours within the block; InputError where another run has it."""
    with (out / LOCK).open("a") as held:
        if fcntl is not None:
            try:  # of this process alone: one that is forked from it would outlive it and keep a flock
                fcntl.lockf(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except (BlockingIOError, PermissionError) as error:
                raise InputError("batch.out_busy", str(out)) from error
            except OSError:  # a disk of the network that keeps no locks
                pass
        yield
