"""What a process of the batch may take: so much memory, and, beyond the alarm, so much time.

A file that wants more memory gets a MemoryError and is named. The alarm of ``deadline`` ends what Python does, but a
library in C that never comes back never hears it: then the process goes, and the run names the file and goes on.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import TextIO

YOUNG = 50_000  # new objects before the collector looks, in place of 700
GRACE = 15.0  # seconds that the alarm has to do its work before the process ends


class _Process:
    """Of this very process: whether its first file is begun, whether it may be lost, where what it says as it ends is
    thrown, and when it ends itself (0 is never)."""

    begun = False
    expendable = False
    nowhere: TextIO | None = None
    ends = 0.0


def begin_worker(memory: int | None) -> None:
    """The first thing a process of the pool does. Ctrl-C reaches every process of the terminal: this one goes at once
    and without a word; and it goes when the run that it works for has been killed."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    Thread(target=_go_with_parent, daemon=True).start()
    make_expendable()
    if memory is not None:
        limit_memory(memory)


def make_expendable() -> None:
    """This process may end itself where a file never ends; never to be said in that of the user."""
    if not _Process.expendable:
        _Process.nowhere = open(os.devnull, "w")  # noqa: SIM115, PTH123 - open as long as the process lives
        _Process.expendable = True


def collect_seldom() -> None:
    """Little of what an act makes goes in circles, and to look for those that do is a tenth of the work."""
    gc.set_threshold(YOUNG, *gc.get_threshold()[1:])


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Where much is made and nothing thrown away, as facts of all acts are, to look for what may go is an eighth of the
    work."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def what_is_made_first_stays() -> Iterator[None]:
    """With a process's first file rules, patterns and words are read that all others want: nothing of that is ever looked
    over, which is a sixth of a cold start."""
    if _Process.begun:
        yield
        return
    _Process.begun = True
    with collector_at_rest():
        yield
        gc.freeze()


def count_forks() -> int:
    """How many processes may share what this one has read and be at work at once. Elsewhere than on Linux a fork is not safe
    or not there; nor is it where another thread may hold a lock, which no one would give back."""
    threads = Path("/proc/self/task")
    alone = threads.is_dir() and len(list(threads.iterdir())) == 1
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" and alone else 1


def limit_memory(most: int) -> None:
    """In bytes, of what the process itself fills; programs that it calls have the same limit each."""
    try:
        import resource
    except ImportError:  # Windows
        return
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    resource.setrlimit(resource.RLIMIT_DATA, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def end_after(seconds: float) -> None:
    """An expendable process ends itself unless ``stay`` or this is called in time, which is that and at most as long again:
    what watches it is a thread, and to start and end one for each file was a hundredth of a run."""
    if not (_Process.expendable and _Process.nowhere):
        return
    now, left = monotonic(), seconds + GRACE
    if _Process.ends < now + left:
        faulthandler.dump_traceback_later(2 * left, exit=True, file=_Process.nowhere)
        _Process.ends = now + 2 * left


def stay() -> None:
    """To be said before the process waits for more work."""
    if _Process.ends:
        faulthandler.cancel_dump_traceback_later()
        _Process.ends = 0.0


def _go_with_parent() -> None:
    from multiprocessing import connection, parent_process  # `check` has limits and no processes

    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
