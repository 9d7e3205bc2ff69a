"""A Dask cluster on loopback, with a real scheduler and two workers, gives what this machine gives; and so does one of
which a worker dies in the middle of the run."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from sarapshy.batch import engines
from sarapshy.batch.engines import open_cluster
from sarapshy.batch.pool import Lost
from sarapshy.batch.runner import run_batch
from sarapshy.batch.selection import Selection
from sarapshy.batch.work import Settings
from sarapshy.errors import InputError

distributed = pytest.importorskip("distributed")
ACTS = {
    "kk": "Стипендия қағидалары\n1. Комиссия өтінішті {n} күнде өз қалауы бойынша қарайды және бас тартуға құқылы.\n",
    "ru": "Правила стипендии\n1. Комиссия рассматривает заявление {n} дней по своему усмотрению и вправе отказать.\n",
}


def start(*arguments: object) -> subprocess.Popen[bytes]:
    """In a group of its own, for a worker is a nanny and its child; the functions below are there to be called."""
    command = [sys.executable, "-m", *map(str, arguments)]
    where = {**os.environ, "PYTHONPATH": str(Path(__file__).parent)}
    silent = subprocess.DEVNULL
    return subprocess.Popen(command, stdout=silent, stderr=silent, start_new_session=True, env=where)


def end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def wait_for_address(process: subprocess.Popen[bytes], told: Path) -> str:
    """What a scheduler writes once it listens, however long that takes."""
    while process.poll() is None:
        with suppress(OSError, ValueError):  # not there yet, or half written
            address: str = json.loads(told.read_text())["address"]
            return address
        time.sleep(0.1)
    raise AssertionError("the scheduler has ended")


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    told = tmp_path / "scheduler.json"
    process = start(
        "distributed.cli.dask_scheduler", "--port", 0, "--host", "127.0.0.1", "--no-dashboard", "--scheduler-file", told
    )
    try:
        yield wait_for_address(process, told)
    finally:
        end(process)


@pytest.fixture
def workers(scheduler: str, tmp_path: Path) -> Iterator[list[subprocess.Popen[bytes]]]:
    command = ("distributed.cli.dask_worker", scheduler, "--nthreads", 1, "--no-dashboard", "--local-directory")
    processes = [start(*command, tmp_path / f"worker-{number}") for number in range(2)]
    try:
        with distributed.Client(scheduler, timeout=600) as client:
            client.wait_for_workers(2, timeout=600)
        yield processes
    finally:
        for process in processes:
            end(process)


@pytest.fixture
def acts(tmp_path: Path) -> Path:
    folder = tmp_path / "актілер"
    folder.mkdir()
    for number in range(60):
        for language, text in ACTS.items():
            (folder / f"{number:03}.{language}.txt").write_text(text.format(n=number + 3), encoding="utf-8")
    return folder


def results(out: Path) -> dict[str, bytes]:
    pages = {path.name: path.read_bytes() for path in (out / "acts").iterdir()}
    return pages | {name: (out / name).read_bytes() for name in ("findings.jsonl", "acts.jsonl")}


def test_a_cluster_gives_what_this_machine_gives_though_a_worker_dies(
    scheduler: str, workers: list[subprocess.Popen[bytes]], acts: Path, tmp_path: Path
) -> None:
    here, there = (Settings(tmp_path / name, "kk", Selection()) for name in ("осында", "онда"))
    run_batch([acts], here, jobs=1)
    killed: list[int] = []

    def kill_one(phase: str, done: int, total: int) -> None:
        if done >= 20 and not killed:
            killed.append(done)
            end(workers[0])

    with open_cluster(scheduler) as cluster:
        assert cluster.jobs == 2
        run = run_batch([acts], there, watch=kill_one, engine=cluster)
    assert killed and workers[0].poll() is not None and workers[1].poll() is None
    assert not [act for act in run.acts if act["error"]]
    assert results(here.out) == results(there.out)


def die_of_three(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * 2


def test_an_item_that_kills_every_worker_is_lost_alone(scheduler: str, workers: list[subprocess.Popen[bytes]]) -> None:
    with open_cluster(scheduler) as cluster:
        cluster.client.run_on_scheduler(lambda dask_scheduler: setattr(dask_scheduler, "allowed_failures", 1))
        assert list(cluster.spread(die_of_three, [[1, 2], [3, 4]])) == [2, 4, Lost(3), 8]


def test_a_scheduler_without_workers_is_told(scheduler: str) -> None:
    with pytest.raises(InputError) as told, open_cluster(scheduler):
        pass
    assert told.value.key == "batch.no_workers"


def test_workers_of_another_version_are_refused(
    scheduler: str, workers: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "hash_rules", lambda: "other rules")
    with pytest.raises(InputError) as told, open_cluster(scheduler):
        pass
    assert told.value.key == "batch.other_version"


def test_an_address_where_nobody_answers_is_told() -> None:
    with pytest.raises(InputError) as told, open_cluster("tcp://127.0.0.1:9"):
        pass
    assert told.value.key == "batch.no_scheduler"
