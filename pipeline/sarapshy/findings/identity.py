"""The id of a finding: the same in every run, and when the act is edited elsewhere.

It is made of the act's address, the rule, the number of the point, and the words, folded; where the same words offend
twice under one number, their order tells them apart. Chapter numbers and offsets are left out: they shift.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from sarapshy.findings.model import Finding
from sarapshy.findings.subjects import fold


def assign_ids(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, which stand in document order, with their ids."""
    seen: Counter[str] = Counter()
    named = []
    for finding in findings:
        number = finding.clause.number if finding.clause else None
        words = fold(finding.quote)
        act = finding.act.id or finding.act.path
        key = "|".join((act, finding.rule, finding.slot or "", number or "", words))
        seen[key] += 1
        digest = sha256(f"{key}|{seen[key]}".encode()).hexdigest()[:16]
        named.append(replace(finding, id=digest))
    return named
