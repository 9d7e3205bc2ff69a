"""A finished run, opened again: ``OUT/run.json``, ``OUT/acts.jsonl``, ``OUT/findings.jsonl``, and the acts themselves.

An act is not kept in OUT: it is read anew from where the run read it (``inputs`` of run.json), and held against the
``sha256`` of its line, since offsets of findings are good for those bytes only.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from sarapshy.acts.model import Act
from sarapshy.acts.reading import read_act
from sarapshy.batch.inputs import Task, find_tasks
from sarapshy.errors import InputError
from sarapshy.findings.model import Finding
from sarapshy.findings.reading import read_findings
from sarapshy.report.jsonl import Record


@dataclass(slots=True)
class Outputs:
    """``acts`` are the records of acts.jsonl, those of failed files among them."""

    folder: Path
    run: Record
    acts: tuple[Record, ...]
    _tasks: dict[str, Task] = field(default_factory=dict)

    @property
    def read(self) -> tuple[Record, ...]:
        """The records of the acts that were read."""
        return tuple(act for act in self.acts if act["error"] is None)

    def findings(self) -> Iterator[tuple[str, list[Finding]]]:
        """(act's path, its findings by rank) for each act that has some, in the order of the run."""
        found = read_findings(self.folder / "findings.jsonl")
        for path, each in groupby(found, key=lambda finding: finding.act.path):
            yield path, list(each)

    def read_act(self, record: Record) -> Act:
        """The act of a record, from its file. InputError where the file is gone or is no longer the one analysed."""
        task = self.task(record)
        act = read_act(task.item, task.title)
        if act.sha256 != record["sha256"]:
            raise InputError("report.source_changed", record["path"])
        return act

    def task(self, record: Record) -> Task:
        """The file of a record, as the run found it. InputError where it is gone."""
        if not self._tasks:
            paths = [Path(each) for each in self.run.get("inputs", ())]
            self._tasks = {task.item.name: task for task in find_tasks(paths, self.folder) if isinstance(task, Task)}
        task = self._tasks.get(record["path"])
        if task is None:
            raise InputError("report.source_gone", record["path"])
        return task


def open_outputs(folder: Path) -> Outputs:
    """The run that left ``folder``. InputError where there is none, or it did not end."""
    try:
        run = json.loads((folder / "run.json").read_text(encoding="utf-8"))
        acts = _read_records((folder / "acts.jsonl").read_text(encoding="utf-8").splitlines())
    except (OSError, ValueError) as error:
        raise InputError("report.no_run", str(folder)) from error
    return Outputs(folder, run, acts)


def _read_records(lines: Sequence[str]) -> tuple[Record, ...]:
    return tuple(json.loads(each) for each in lines if each.strip())
