"""The order in which an expert would write the findings of one act, and what counts as one finding.

Fifty findings an act is noise. The same defect in the sentences of one point is one finding with several places; what is
left is ordered by weight, and each further finding of a code counts less, so that the first ten show what is wrong with
the act and not ten times the same thing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from sarapshy.findings.model import Finding, Related

SEVERITY = {"high": 1.0, "medium": 0.75, "low": 0.5}
REPEATED = 0.88  # what each further finding of a code in the act keeps of its weight


def weigh(finding: Finding) -> float:
    return SEVERITY[finding.severity] * finding.confidence


def merge_repeated(findings: Iterable[Finding]) -> list[Finding]:
    """Findings of one code at one place become the strongest of them; its further places are ``related``."""
    kept: dict[tuple[str, ...], Finding] = {}
    for finding in sorted(findings, key=lambda f: (-weigh(f), f.start or 0, f.rule)):
        number = finding.clause.number if finding.clause else None
        place = number if number is not None else (finding.clause.id if finding.clause else "")
        component = finding.clause.id.split("__")[0] if finding.clause else ""
        key = (finding.code, finding.slot or "", component, place)
        if key not in kept:
            kept[key] = finding
        elif finding.start != kept[key].start and finding.quote:
            kept[key] = replace(kept[key], related=(*kept[key].related, _relate(finding)))
    return sorted(kept.values(), key=lambda f: (f.start if f.start is not None else -1, f.rule))


def _relate(finding: Finding) -> Related:
    path = finding.clause.path if finding.clause else None
    return Related(finding.act.path, path, finding.quote, finding.start, finding.end)


def rank(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, strongest first, ``rank`` 1..n."""
    seen: Counter[str] = Counter()
    left, ordered = list(findings), []
    while left:
        best = max(left, key=lambda f: (weigh(f) * REPEATED ** seen[f.code], -(f.start or 0), f.rule))
        left.remove(best)
        seen[best.code] += 1
        ordered.append(replace(best, rank=len(ordered) + 1))
    return ordered
