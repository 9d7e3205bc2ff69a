"""Which findings a document takes up, and how far the review of an act has come.

Where reviewers have decided on an act, only what they accepted goes in. Before that all that is sure enough goes in, and
the document says that no expert has looked at it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sarapshy.documents.units import Units
from sarapshy.findings.model import Finding

THRESHOLD = 0.5


@dataclass(frozen=True, slots=True)
class Selected:
    """``remarks`` stand in the order of the act; ``weak`` are not taken up: too unsure, or not decided yet."""

    remarks: tuple[Finding, ...]
    weak: tuple[Finding, ...]
    reviewed: bool
    accepted: int = 0
    rejected: int = 0

    @property
    def undecided(self) -> int:
        return len(self.remarks) + len(self.weak) - self.accepted if self.reviewed else 0


def select(findings: Sequence[Finding], threshold: float = THRESHOLD, units: Units | None = None) -> Selected:
    """``units`` of the act give the order of clauses; without them it is that of the ranks."""
    states = [finding.decision["state"] if finding.decision else None for finding in findings]
    accepted = [finding for finding, state in zip(findings, states, strict=True) if state == "accepted"]
    rejected = states.count("rejected")
    reviewed = bool(accepted or rejected)
    if reviewed:
        taken = accepted
        left = [
            finding for finding, state in zip(findings, states, strict=True) if state not in ("accepted", "rejected")
        ]
    else:
        taken = [finding for finding in findings if finding.confidence >= threshold]
        left = [finding for finding in findings if finding.confidence < threshold]
    ordered = sorted(taken, key=lambda finding: _place(finding, units))
    return Selected(tuple(ordered), tuple(left), reviewed, len(accepted), rejected)


def remedy_of(finding: Finding, language: str) -> str:
    """The wording as the reviewer put it, else the proposed one; "" where there is none in the language."""
    decided = (finding.decision or {}).get("remedy") or {}
    return str(decided.get(language) or finding.remedy.get(language, "")).strip()


def _place(finding: Finding, units: Units | None) -> tuple[int, int]:
    if units is None:
        return (finding.rank, 0)
    start = finding.start
    if start is None:
        start = units.place(finding.clause.id) if finding.clause else len(units.act.text)
    return (start, finding.rank)
