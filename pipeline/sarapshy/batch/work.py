"""What is the same for every file of a run, and how a file's work may end.

Nothing raised by a file leaves its process: one that fails is an answer like the others, a line of acts.jsonl with the
reason in place of findings. Only a disk that takes no more ends the run.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sarapshy.batch.deadline import OutOfTime, deadline
from sarapshy.batch.selection import Selection
from sarapshy.batch.store import Store, Unwritable
from sarapshy.classify.shipped import SHIPPED
from sarapshy.detect.rules import Rule
from sarapshy.errors import InputError
from sarapshy.findings.factors import read_families
from sarapshy.findings.suppressions import Suppression
from sarapshy.plan.model import Plan
from sarapshy.report.jsonl import Record, failure_record

Result = TypeVar("Result")
CACHE = ".cache"  # in OUT; a name that begins with a dot is no act


@dataclass(frozen=True, slots=True)
class Settings:
    """``language`` is that of the pages; ``seconds`` are for each file; ``cache`` None is a folder of OUT's own;
    ``baseline`` and ``suppressions`` are what the team knows already; ``plan`` is the one findings are tied to; ``classifier``
    tells whether it is wanted; what the user's ``own`` model has learnt from decisions says how sure findings are and in what
    order they stand."""

    out: Path
    language: str
    selection: Selection
    checked: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()
    seconds: float | None = None
    cache: Path | None = None
    baseline: Path | None = None
    suppressions: tuple[Suppression, ...] = ()
    plan: Plan | None = None
    classifier: bool = False
    own: Path | None = None

    @property
    def model(self) -> Path | None:
        """The model that ships lies where the program does that asks, which may be another machine's."""
        return (self.own or SHIPPED) if self.classifier else None

    @property
    def store(self) -> Store:
        return Store(self.cache or self.out / CACHE)


@dataclass(frozen=True, slots=True)
class Answer:
    """``act`` is the line of acts.jsonl, ``findings`` those of findings.jsonl; ``memory`` is the process's highest."""

    act: Record
    findings: tuple[str, ...] = ()
    process: int = 0
    memory: int = 0  # bytes


def answer_fault(error: InputError) -> Answer:
    """For a file that was not begun, or not ended."""
    return Answer(failure_record(error.path, error))


def name_checks(rules: Iterable[Rule]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The detectors that the rules call, and the factors that no rule looks for: those are left to the expert."""
    rules = tuple(rules)
    sought = {rule.factor for rule in rules}
    detectors = {"rule" if rule.kind == "existence" else rule.kind for rule in rules}
    return tuple(sorted(detectors)), tuple(code for code in read_families() if code not in sought)


def attempt(settings: Settings, name: str, do: Callable[[], Result]) -> Result | Answer:
    """What ``do`` gives, or the answer of a file with a fault. Unwritable alone is raised."""
    try:
        with deadline(settings.seconds):
            return do()
    except OutOfTime:
        fault: Exception = InputError("cli.out_of_time", name, seconds=f"{settings.seconds:g}")
    except MemoryError:
        fault = InputError("batch.out_of_memory", name)
    except Unwritable:
        raise
    except Exception as error:  # whatever it is, it costs this file alone and is named
        fault = error
    return Answer(failure_record(name, fault), process=os.getpid(), memory=peak_memory())


def peak_memory() -> int:
    """The most this process and the largest program it called have held, in bytes; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:  # Windows
        return 0
    highest = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return highest if os.uname().sysname == "Darwin" else highest * 1024
