"""The order in which an expert would write the findings of one act, and what counts as one finding.

Fifty findings an act is noise. The same defect in the sentences of one point is one finding with several places; what is
left is ordered by weight, and each further finding of a code counts less, so that the first ten show what is wrong with
the act and not ten times the same thing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from importlib.resources import files

import yaml

from sarapshy.findings.model import Finding, Related

SEVERITY = {"high": 1.0, "medium": 0.75, "low": 0.5}
REPEATED = 0.88  # what each further finding of a code in the act keeps of its weight


def weigh(finding: Finding) -> float:
    return SEVERITY[finding.severity] * finding.confidence


def merge_repeated(findings: Iterable[Finding]) -> list[Finding]:
    """One rule's findings in one point become the strongest of them, its further places ``related``; so do findings of
    one code, by any rule, in the same words."""
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda f: (-weigh(f), f.start or 0, f.rule)):
        position = next((i for i, other in enumerate(kept) if _repeats(finding, other)), None)
        if position is None:
            kept.append(finding)
        elif finding.start != kept[position].start and finding.quote:
            kept[position] = replace(kept[position], related=(*kept[position].related, _relate(finding)))
    told = [f for f in kept if not any(_is_told_by(f, other) for other in kept)]
    return sorted(told, key=lambda f: (f.start if f.start is not None else -1, f.rule))


@cache
def read_overlaps() -> frozenset[tuple[str, str]]:
    """(code or rule that is kept, code that it tells as well), from ``rules/overlaps.yaml``."""
    source = files("sarapshy.rules").joinpath("overlaps.yaml").read_text(encoding="utf-8")
    pairs = yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return frozenset((first, second) for first, second in pairs)


def _is_told_by(finding: Finding, other: Finding) -> bool:
    told = {(other.code, finding.code), (other.rule, finding.code)} & read_overlaps()
    return bool(told) and _overlaps(finding, other)


def _repeats(finding: Finding, other: Finding) -> bool:
    if finding.code != other.code or finding.slot != other.slot:
        return False
    return _overlaps(finding, other) or (finding.rule == other.rule and _place(finding) == _place(other))


def _overlaps(finding: Finding, other: Finding) -> bool:
    if finding.start is None or finding.end is None or other.start is None or other.end is None:
        return False
    return finding.start < other.end and other.start < finding.end


def _place(finding: Finding) -> tuple[str, str | None]:
    """The component and number that a reader would cite; a clause with no number is its own place."""
    if finding.clause is None:
        return "", None
    number = finding.clause.number
    return (finding.clause.id.split("__")[0], number) if number else (finding.clause.id, None)


def _relate(finding: Finding) -> Related:
    path = finding.clause.path if finding.clause else None
    return Related(finding.act.path, path, finding.quote, finding.start, finding.end)


def rank(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, strongest first, ``rank`` 1..n."""
    seen: Counter[str] = Counter()
    left = list(findings)
    ordered: list[Finding] = []
    while left:
        best = max(left, key=lambda f: (weigh(f) * REPEATED ** seen[f.code], -(f.start or 0), f.rule))
        left.remove(best)
        seen[best.code] += 1
        ordered.append(replace(best, rank=len(ordered) + 1))
    return ordered
