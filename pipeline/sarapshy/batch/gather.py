"""Facts of acts and nothing else: the graph of a country's law in minutes, with no detector at work and no page written.

``gather([Path("acts")], settings, Processes(2))`` leaves the ``OUT/facts.jsonl.gz`` that a run would have left, byte for
byte, so that every question of ``sarapshy graph`` can be asked of the folder. Facts go to disk as they come: what is in
memory are the chunks under way.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from sarapshy.acts.reading import read_act
from sarapshy.acts.stretches import Reading
from sarapshy.batch.engines import Engine
from sarapshy.batch.inputs import Task, cut_chunks, find_tasks
from sarapshy.batch.pool import Lost
from sarapshy.batch.store import Unwritable
from sarapshy.batch.work import Answer, Settings, answer_fault, attempt, peak_memory
from sarapshy.detect.sides import read_sides
from sarapshy.errors import InputError
from sarapshy.references.facts import Facts, read_facts
from sarapshy.references.keeping import write_facts
from sarapshy.report.jsonl import Record


@dataclass(frozen=True, slots=True)
class Told:
    """What one act tells of others; ``memory`` is its process's highest, in bytes."""

    facts: Facts
    process: int
    memory: int


@dataclass(slots=True)
class Gathered:
    """``faults`` are the lines of acts.jsonl that a run would write for files that could not be read."""

    acts: int = 0
    faults: list[Record] = field(default_factory=list)
    _memory: dict[int, int] = field(default_factory=dict)

    def add(self, process: int, memory: int) -> None:
        self._memory[process] = max(memory, self._memory.get(process, 0))

    @property
    def peak(self) -> int:
        """Bytes held at most, by all processes together."""
        return sum({**self._memory, os.getpid(): peak_memory()}.values())


def gather(
    paths: Sequence[Path],
    settings: Settings,
    engine: Engine,
    watch: Callable[[str, int, int], None] = lambda phase, done, total: None,
) -> Gathered:
    """Unwritable where the disk takes no more; then the facts of an earlier run are still there."""
    tasks, gathered = find_tasks(paths, settings.out), Gathered()
    try:
        write_facts(settings.out, _read_all(tasks, settings, engine, gathered, watch))
    except OSError as error:
        raise Unwritable(str(settings.out), error.strerror or str(error)) from error
    return gathered


def _read_all(
    tasks: Sequence[Task | InputError],
    settings: Settings,
    engine: Engine,
    gathered: Gathered,
    watch: Callable[[str, int, int], None],
) -> Iterator[Facts]:
    chunks = cut_chunks((task for task in tasks if isinstance(task, Task)), lambda task: task)
    answers = engine.spread(partial(read_told, settings), chunks)
    for done, task in enumerate(tasks, start=1):
        answer = task if isinstance(task, InputError) else next(answers)
        if isinstance(answer, Told):
            gathered.acts += 1
            gathered.add(answer.process, answer.memory)
            yield answer.facts
        else:
            gathered.faults.append(_fault(answer).act)
        watch("gathering", done, len(tasks))
    next(answers, None)  # the processes go


def _fault(answer: Answer | Lost[Task] | InputError) -> Answer:
    if isinstance(answer, Lost):
        return answer_fault(InputError("cli.lost", answer.item.item.name))
    return answer if isinstance(answer, Answer) else answer_fault(answer)


def read_told(settings: Settings, task: Task) -> Told | Answer:
    """One file's share; an answer with the reason where it cannot be read."""
    return attempt(settings, task.item.name, lambda: _read(task))


def _read(task: Task) -> Told:
    reading = Reading(read_act(task.item, task.title))
    return Told(read_facts(reading.act, reading, read_sides(reading)), os.getpid(), peak_memory())
