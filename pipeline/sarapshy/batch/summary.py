"""What a run was: ``run.json``.

``{"version": "0.1.0", "rules": "9f2c…", "started": "2025-03-01T09:00:00+05:00", "seconds": 41.2, "jobs": 2,
"files": 2000, "acts": 1998, "failed": 2, "findings": {"total": 8123, …}, "megabytes": 66.0, …}``
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import perf_counter
from typing import Any

from sarapshy import __version__
from sarapshy.batch.examine import Examined
from sarapshy.batch.fingerprints import hash_rules
from sarapshy.batch.work import Answer, peak_memory
from sarapshy.findings.model import SEVERITIES

MB = 1_000_000
SLOWEST = 10
PHASES = ("examining", "comparing", "finishing")


@dataclass(slots=True)
class Summary:
    """Grows answer by answer. ``memory`` keeps each process's highest; a process that took a dead one's place counts
    too, so with deaths the sum is an upper bound."""

    jobs: int
    started: datetime
    inputs: tuple[str, ...] = ()
    acts: int = 0
    failed: int = 0
    size: int = 0
    seconds: float = 0.0
    timings: dict[str, float] = field(default_factory=dict)
    codes: Counter[str] = field(default_factory=Counter)
    severities: Counter[str] = field(default_factory=Counter)
    memory: dict[int, int] = field(default_factory=dict)
    reused: int = 0
    slowest: list[tuple[float, str]] = field(default_factory=list)

    @contextmanager
    def timed(self, phase: str) -> Iterator[None]:
        began = perf_counter()
        yield
        self.timings[phase] = perf_counter() - began

    def add_outcome(self, outcome: Examined | Answer) -> None:
        """Of the first phase."""
        self._add_memory(outcome.process, outcome.memory)
        if isinstance(outcome, Examined):
            self.size += outcome.size
            self.reused += outcome.reused
            took = (outcome.seconds, outcome.task.item.name)
            self.slowest = sorted([*self.slowest, took], reverse=True)[:SLOWEST]

    def add(self, answer: Answer) -> None:
        if answer.act["error"]:
            self.failed += 1
        else:
            self.acts += 1
            self.codes.update(answer.act["findings"]["codes"])
            self.severities.update(answer.act["findings"]["severities"])
        self._add_memory(answer.process, answer.memory)

    def _add_memory(self, process: int, memory: int) -> None:
        if memory:
            self.memory[process] = max(memory, self.memory.get(process, 0))

    @property
    def peak(self) -> int:
        """Bytes held at most, by all processes together."""
        return sum({**self.memory, os.getpid(): peak_memory()}.values())

    def record(self) -> dict[str, Any]:
        working = sum(self.timings.get(phase, 0.0) for phase in PHASES) or self.seconds or 1.0
        return {
            "version": __version__,
            "rules": hash_rules(),
            "started": self.started.isoformat(timespec="seconds"),
            "finished": (self.started + timedelta(seconds=self.seconds)).isoformat(timespec="seconds"),
            "seconds": round(self.seconds, 2),
            "timings": {stage: round(seconds, 2) for stage, seconds in self.timings.items()},
            "inputs": list(self.inputs),
            "jobs": self.jobs,
            "files": self.acts + self.failed,
            "acts": self.acts,
            "failed": self.failed,
            "findings": {
                "total": self.codes.total(),
                "codes": dict(sorted(self.codes.items())),
                "severities": {severity: self.severities[severity] for severity in SEVERITIES},
            },
            "megabytes": round(self.size / MB, 3),
            "megabytes_per_second": round(self.size / MB / working, 3),
            "acts_per_second": round(self.acts / working, 2),
            "peak_memory_megabytes": round(self.peak / MB, 1),
            "reused": self.reused,
            "slowest": [{"path": path, "seconds": round(seconds, 2)} for seconds, path in self.slowest],
        }
