"""Where the work of a run is done: in this process, in processes of this machine, or on a Dask cluster.

Whatever it is, it takes chunks of items and gives an answer an item, in order, and only a few chunks are under way at a
time. ``--engine dask --scheduler tcp://10.0.0.7:8786`` uses a cluster that is there already; its workers see the acts
and OUT under the same paths (a shared disk) and have this very version of the program and its rules.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from sarapshy.batch.fingerprints import fingerprint_pages, hash_rules
from sarapshy.batch.limits import make_expendable
from sarapshy.batch.pool import IN_HAND, Lost, spread, work_chunk
from sarapshy.batch.store import digest
from sarapshy.errors import InputError

if TYPE_CHECKING:
    from distributed import Client, Future

Item = TypeVar("Item")
Answer = TypeVar("Answer")


class Engine(Protocol):
    """``jobs`` is how many items are at work at once."""

    @property
    def jobs(self) -> int: ...

    def spread(
        self, work: Callable[[Item], Answer], chunks: Iterable[Sequence[Item]]
    ) -> Iterator[Answer | Lost[Item]]: ...


@dataclass(frozen=True, slots=True)
class Here:
    """In this process: nothing to start, and nothing to hold a file that runs wild."""

    jobs: int = 1

    def spread(self, work: Callable[[Item], Answer], chunks: Iterable[Sequence[Item]]) -> Iterator[Answer | Lost[Item]]:
        return (work(item) for chunk in chunks for item in chunk)


@dataclass(frozen=True, slots=True)
class Processes:
    """``memory`` is the most that a process may hold, in bytes; the file that wants more is named."""

    jobs: int
    memory: int | None = None

    def spread(self, work: Callable[[Item], Answer], chunks: Iterable[Sequence[Item]]) -> Iterator[Answer | Lost[Item]]:
        return spread(work, chunks, self.jobs, self.memory)


@dataclass(frozen=True, slots=True)
class Cluster:
    """``threads`` are those of all workers together. A worker that dies gives its chunks back to the others."""

    client: Client
    jobs: int

    def spread(self, work: Callable[[Item], Answer], chunks: Iterable[Sequence[Item]]) -> Iterator[Answer | Lost[Item]]:
        waiting = iter(chunks)
        under_way: deque[tuple[Sequence[Item], Future]] = deque()
        while True:
            for chunk in islice(waiting, max(self.jobs * IN_HAND - len(under_way), 0)):
                under_way.append((chunk, self._submit(work, chunk)))
            if not under_way:
                return
            yield from self._gather(work, *under_way.popleft())

    def _submit(self, work: Callable[[Item], Answer], chunk: Sequence[Item]) -> Future:
        return self.client.submit(_work_chunk, work, list(chunk), pure=False)

    def _gather(
        self, work: Callable[[Item], Answer], chunk: Sequence[Item], future: Future
    ) -> Iterator[Answer | Lost[Item]]:
        """The answers of a chunk; where several workers have died of it, each of its items is tried alone."""
        from distributed import KilledWorker

        try:
            yield from future.result()
        except KilledWorker:
            if len(chunk) == 1:
                yield Lost(chunk[0])
                return
            for item in chunk:
                yield from self._gather(work, [item], self._submit(work, [item]))


@contextmanager
def open_cluster(address: str) -> Iterator[Cluster]:
    """InputError where there is none, it has no workers, or they have another version of the program or its rules."""
    try:
        from distributed import Client
    except ImportError as error:
        raise InputError("batch.no_dask", address) from error
    try:
        client = Client(address, timeout=10)
    except (OSError, ValueError) as error:
        raise InputError("batch.no_scheduler", address, detail=str(error)) from error
    with client:
        versions: dict[str, str] = client.run(tell_version)
        if not versions:
            raise InputError("batch.no_workers", address)
        for worker, version in sorted(versions.items()):
            if version != tell_version():
                raise InputError("batch.other_version", worker)
        yield Cluster(client, sum(client.nthreads().values()))


def tell_version() -> str:
    """Of all code, rules and templates: machines that tell the same give the same answers."""
    return digest(fingerprint_pages(), hash_rules())


def _work_chunk(work: Callable[[Any], Any], chunk: Sequence[Any]) -> list[Any]:
    if multiprocessing.current_process().name != "MainProcess":
        make_expendable()
    return work_chunk(work, chunk)
