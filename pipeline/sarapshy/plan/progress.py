"""How far the work on each measure has come.

«4.1.2 заңға тәуелді актілер: 212 acts examined, 1 804 findings, 640 accepted, 402 rejected, 762 left; the term has ended.»
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sarapshy.findings.model import Finding
from sarapshy.plan.assign import assign, concerns, scope_of
from sarapshy.plan.model import Measure, Plan, Result


class Stage(StrEnum):
    """Where a day stands to the term of a measure."""

    AHEAD = "ahead"
    RUNNING = "running"
    OVER = "over"
    UNKNOWN = "unknown"


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

    def add(self, findings: Sequence[Finding]) -> None:
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
    plan: Plan, acts: Iterable[Mapping[str, Any]], findings: Iterable[tuple[str, Sequence[Finding]]]
) -> list[Progress]:
    """``acts`` are the records of the acts that were read, ``findings`` those of each act by its path."""
    progress = [Progress(measure) for measure in plan.measures if measure.result is not Result.OTHER]
    records = {act["path"]: act for act in acts}
    for path, found in findings:
        if path in records:
            _count(progress, records.pop(path), found, plan)
    for record in records.values():  # in these nothing was found
        _count(progress, record, (), plan)
    return progress


def stage_of(measure: Measure, today: date) -> Stage:
    if measure.term is None:
        return Stage.UNKNOWN
    if today < measure.term.begin:
        return Stage.AHEAD
    return Stage.RUNNING if today <= measure.term.end else Stage.OVER


def _count(progress: Iterable[Progress], record: Mapping[str, Any], found: Sequence[Finding], plan: Plan) -> None:
    scope, assigned = scope_of(record), assign(found, record, plan)
    for each in progress:
        if concerns(each.measure, scope):
            each.add([finding for finding in assigned if each.measure.id in finding.measures])
