"""What ends a process whose library never comes back is set once for many files, and lifted before it waits for more."""

from __future__ import annotations

import faulthandler
import gc

import pytest

from sarapshy.batch import limits, pool
from sarapshy.batch.deadline import deadline


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds for which the watch was set, 0 where it was lifted; of a process that may be lost."""
    told: list[float] = []
    monkeypatch.setattr(limits._Process, "expendable", False)
    monkeypatch.setattr(limits._Process, "nowhere", None)
    monkeypatch.setattr(limits._Process, "ends", 0.0)
    monkeypatch.setattr(faulthandler, "dump_traceback_later", lambda seconds, **_: told.append(seconds))
    monkeypatch.setattr(faulthandler, "cancel_dump_traceback_later", lambda: told.append(0))
    limits.make_expendable()
    return told


def work(seconds: float) -> float:
    with deadline(seconds):
        return seconds


def test_the_files_of_a_chunk_share_a_watch_and_it_is_lifted_at_the_end(watched: list[float]) -> None:
    assert pool.work_chunk(work, [600.0] * 5) == [600.0] * 5
    assert watched == [2 * (600 + limits.GRACE), 0]


def test_a_file_always_has_its_seconds_before_the_process_ends(
    watched: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1000.0
    monkeypatch.setattr(limits, "monotonic", lambda: now)
    for now in (1000.0, 1000.0 + 10 + limits.GRACE, 1000.0 + 11 + limits.GRACE):
        limits.end_after(10)
        assert now + 10 + limits.GRACE <= limits._Process.ends
    assert watched == [2 * (10 + limits.GRACE)] * 2


def test_the_watch_is_lifted_after_a_chunk_that_fails_too(watched: list[float]) -> None:
    def fail(seconds: float) -> float:
        with deadline(seconds):
            raise OSError

    with pytest.raises(OSError):
        pool.work_chunk(fail, [600.0])
    assert watched[-1] == 0


def test_the_process_of_the_user_is_not_watched(watched: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits._Process, "expendable", False)
    assert pool.work_chunk(work, [600.0]) == [600.0]
    assert not watched


def test_the_collector_rests_within_the_block_and_works_again_after_it_even_where_it_fails() -> None:
    with pytest.raises(ValueError, match="бұйрық"), limits.collector_at_rest():
        assert not gc.isenabled()
        raise ValueError("бұйрық")
    assert gc.isenabled()
