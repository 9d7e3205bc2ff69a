"""A file has so many seconds; then the run goes on without it.

A form of «______ / ------ / ______» may send a pattern round for hours, a scan of a thousand pages may take a night.
The alarm reaches a regular expression at work and a program waited for alike; what it does not reach, a library in C,
ends with its process (see ``limits``).
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from sarapshy.batch.limits import end_after

AGAIN = 5.0  # seconds; an exception raised within a callback of a C library is swallowed there


class OutOfTime(BaseException):
    """No ``Exception``: readers turn whatever a parser raises into a fault of the file."""


@contextmanager
def deadline(seconds: float | None) -> Iterator[None]:
    """Raises OutOfTime within the block once the seconds are over."""
    if seconds is None:
        yield
        return
    end_after(seconds)
    with _alarm(seconds):
        yield


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    if not hasattr(signal, "SIGALRM") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _raise)
    signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _raise(number: int, frame: FrameType | None) -> None:
    raise OutOfTime
