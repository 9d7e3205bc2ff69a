"""Work spread over processes, answers in the order of the questions.

A scanned PDF may take a minute and 4 GB; when the system kills its process, the whole pool breaks and takes with it
what the other processes had in hand. So only a few chunks are in hand at a time, and those of a broken pool are done
again item by item: the one that kills its process a second time, alone, is answered by ``Lost``.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from itertools import islice
from multiprocessing.context import BaseContext
from typing import Generic, TypeVar

from sarapshy.batch.limits import begin_worker, stay

Item = TypeVar("Item")
Answer = TypeVar("Answer")
CLEAN = "forkserver"
IN_HAND = 3  # chunks a process: one at work, the next ones waiting


@dataclass(frozen=True, slots=True)
class Lost(Generic[Item]):
    """The item whose process died."""

    item: Item


def spread(
    work: Callable[[Item], Answer],
    chunks: Iterable[Sequence[Item]],
    jobs: int,
    memory: int | None = None,
    method: str = CLEAN,
) -> Iterator[Answer | Lost[Item]]:
    """One answer an item, in order. ``work`` is pickled; ``memory`` is the most a process may hold, in bytes; ``method`` is how
    a process begins: "fork" is for callers that have no threads, and saves reading the rules anew."""
    spreading = _Spreading(work, partial(_open_pool, memory, _context(method)), jobs)
    try:
        yield from spreading.answers(iter(chunks))
    finally:
        spreading.pool.shutdown(wait=True, cancel_futures=True)


class _Spreading(Generic[Item, Answer]):
    def __init__(
        self, work: Callable[[Item], Answer], open_pool: Callable[[int], ProcessPoolExecutor], jobs: int
    ) -> None:
        self.work, self.open_pool, self.jobs = work, open_pool, jobs
        self.pool = open_pool(jobs)
        self.in_hand: deque[tuple[Sequence[Item], Future[list[Answer]]]] = deque()

    def answers(self, chunks: Iterator[Sequence[Item]]) -> Iterator[Answer | Lost[Item]]:
        self._fill(chunks)
        while self.in_hand:
            try:
                found = self.in_hand[0][1].result()
            except BrokenProcessPool:
                yield from self._redo()
            else:
                self.in_hand.popleft()
                yield from found
            self._fill(chunks)

    def _fill(self, chunks: Iterator[Sequence[Item]]) -> None:
        for chunk in islice(chunks, self.jobs * IN_HAND - len(self.in_hand)):
            try:
                future = self.pool.submit(work_chunk, self.work, chunk)
            except BrokenProcessPool as broken:
                future = Future()
                future.set_exception(broken)
            self.in_hand.append((chunk, future))

    def _redo(self) -> Iterator[Answer | Lost[Item]]:
        """What was in hand when the pool broke: finished chunks are kept, the others are done item by item."""
        self.pool.shutdown(wait=True, cancel_futures=True)
        self.pool = self.open_pool(1)
        while self.in_hand:
            chunk, future = self.in_hand.popleft()
            if future.done() and not future.cancelled() and future.exception() is None:
                yield from future.result()
            else:
                yield from map(self._redo_one, chunk)
        self.pool.shutdown(wait=True)
        self.pool = self.open_pool(self.jobs)

    def _redo_one(self, item: Item) -> Answer | Lost[Item]:
        try:
            return self.pool.submit(work_chunk, self.work, [item]).result()[0]
        except BrokenProcessPool:
            self.pool.shutdown(wait=True)
            self.pool = self.open_pool(1)
            return Lost(item)


def work_chunk(work: Callable[[Item], Answer], chunk: Sequence[Item]) -> list[Answer]:
    """What a process does."""
    try:
        return [work(item) for item in chunk]
    finally:
        stay()


def _open_pool(memory: int | None, context: BaseContext, jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, context, begin_worker, (memory,))


def _context(method: str) -> BaseContext:
    """Processes forked from a clean server, if nothing else is asked for: a fork of this one could copy a lock held by the
    progress bar's thread."""
    there = method if method in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(there)
    if there == CLEAN:
        context.set_forkserver_preload(["sarapshy.batch.warm"])
    return context
