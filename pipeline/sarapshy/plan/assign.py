"""Which measures of the plan a finding is handed in under.

A finding in order No 57 belongs to the note on by-laws, «4.1.2»; as it has a remedy and the order is in force, it is
also a proposal to amend acts, «4.2».
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sarapshy.acts.kinds import rank_of
from sarapshy.acts.model import Identity
from sarapshy.findings.model import Finding
from sarapshy.plan.model import Measure, Plan, Result, Scope

Record = Mapping[str, Any]
LOWEST_LAW = 4  # ranks 1 to 4: Constitution, constitutional law, code, law
OUTSIDE = ("treaty",)  # no part of the legislation that a measure of a ministry or a maslikhat could change
NOT_IN_FORCE = ("draft", "repealed")


def assign(findings: Iterable[Finding], act: Identity | Record, plan: Plan) -> list[Finding]:
    """The findings with their ``measures``. The act is known by its identity, or by its record of acts.jsonl."""
    scope = scope_of(act)
    measures = [measure for measure in plan.measures if concerns(measure, scope)]
    changeable = _read(act, "status") not in NOT_IN_FORCE
    return [
        replace(finding, measures=tuple(each.id for each in measures if _is_due(each, finding, changeable)))
        for finding in findings
    ]


def scope_of(act: Identity | Record) -> Scope | None:
    """Whether the act is a law or a by-law; None for a treaty. What does not say that it is a law is a by-law."""
    kind = _read(act, "kind")
    if kind in OUTSIDE:
        return None
    rank = _read(act, "rank") or rank_of(kind, _read(act, "body"))
    return Scope.LAWS if 0 < rank <= LOWEST_LAW else Scope.BYLAWS


def concerns(measure: Measure, scope: Scope | None) -> bool:
    return scope is not None and measure.scope in (scope, Scope.ACTS)


def _is_due(measure: Measure, finding: Finding, changeable: bool) -> bool:
    """A note tells every finding; an amendment needs an act in force and a wording to put into it."""
    if measure.result is Result.NOTE:
        return True
    return measure.result is Result.AMENDMENT and changeable and any(finding.remedy.values())


def _read(act: Identity | Record, name: str) -> Any:
    return getattr(act, name) if isinstance(act, Identity) else act.get(name)
