"""How far the work on each measure has come.

«4.1.2 заңға тәуелді актілер: 212 acts examined, 1 804 findings, 640 accepted, 402 rejected, 762 left; the term has ended.»
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import Any, Protocol

import msgspec

from sarapshy.plan.assign import concerns, scope_of
from sarapshy.plan.model import Measure, Plan, Result


class Stage(StrEnum):
    """Where a day stands to the term of a measure."""

    AHEAD = "ahead"
    RUNNING = "running"
    OVER = "over"
    UNKNOWN = "unknown"


class Tied(Protocol):
    """A finding as progress sees it."""

    @property
    def measures(self) -> tuple[str, ...]: ...
    @property
    def remedy(self) -> dict[str, str]: ...
    @property
    def decision(self) -> dict[str, Any] | None: ...


class _Path(msgspec.Struct, frozen=True):
    path: str


class Line(msgspec.Struct, frozen=True):
    """Of a line of findings.jsonl."""

    act: _Path
    measures: tuple[str, ...]
    remedy: dict[str, str]
    decision: dict[str, Any] | None


@dataclass(slots=True)
class Progress:
    """Counts of one measure. ``proposals`` are accepted findings that have a wording; ``left`` are not decided yet."""

    measure: Measure
    acts: int = 0
    acts_with_findings: int = 0
    findings: int = 0
    accepted: int = 0
    rejected: int = 0
    proposals: int = 0

    @property
    def left(self) -> int:
        return self.findings - self.accepted - self.rejected

    def add(self, findings: Sequence[Tied]) -> None:
        """One act that the measure is about, with those of its findings that belong to the measure."""
        self.acts += 1
        self.acts_with_findings += bool(findings)
        self.findings += len(findings)
        for finding in findings:
            state = finding.decision["state"] if finding.decision else None
            self.rejected += state == "rejected"
            if state == "accepted":
                self.accepted += 1
                self.proposals += any(finding.remedy.values()) or bool(
                    finding.decision and finding.decision.get("remedy")
                )


def measure_progress(
    plan: Plan, acts: Iterable[Mapping[str, Any]], findings: Iterable[tuple[str, Sequence[Tied]]]
) -> list[Progress]:
    """``acts`` are the records of the acts that were read, ``findings`` those of each act by its path, tied to the plan."""
    progress = [Progress(measure) for measure in plan.measures if measure.result is not Result.OTHER]
    records = {act["path"]: act for act in acts}
    for path, found in findings:
        if path in records:
            _count(progress, records.pop(path), found)
    for record in records.values():  # in these nothing was found
        _count(progress, record, ())
    return progress


def read_lines(path: Path) -> Iterator[tuple[str, list[Line]]]:
    """The findings of a run by the path of their act, with what progress is measured by and no more: a run over ten
    thousand acts has a gigabyte of them."""
    read = msgspec.json.Decoder(Line).decode
    with path.open("rb") as lines:
        for act, found in groupby(map(read, lines), key=lambda line: line.act.path):
            yield act, list(found)


def stage_of(measure: Measure, today: date) -> Stage:
    if measure.term is None:
        return Stage.UNKNOWN
    if today < measure.term.begin:
        return Stage.AHEAD
    return Stage.RUNNING if today <= measure.term.end else Stage.OVER


def _count(progress: Iterable[Progress], record: Mapping[str, Any], found: Sequence[Tied]) -> None:
    scope = scope_of(record)
    for each in progress:
        if concerns(each.measure, scope):
            each.add([finding for finding in found if each.measure.id in finding.measures])
