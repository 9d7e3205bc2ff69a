"""The acts of a note, laws before by-laws, each with the remarks that it prints and the numbers of what is recommended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sarapshy.documents.material import Examined, Record
from sarapshy.findings.model import Finding
from sarapshy.plan.assign import scope_of
from sarapshy.plan.model import Scope

SCOPES = (Scope.LAWS, Scope.BYLAWS)


@dataclass(frozen=True, slots=True)
class Listed:
    """An act of the note: ``shown`` are the remarks that it prints, with the numbers of their recommendations."""

    examined: Examined
    scope: Scope
    shown: tuple[tuple[int, Finding], ...]

    @property
    def record(self) -> Record:
        return self.examined.record

    @property
    def remarks(self) -> tuple[Finding, ...]:
        return self.examined.selected.remarks


def list_acts(acts: Iterable[Examined], top: int) -> list[Listed]:
    """Laws before by-laws; of each act its strongest ``top`` remarks, or all that an expert accepted."""
    listed: list[Listed] = []
    number = 0
    for scope in SCOPES:
        for examined in acts:
            if scope_of(examined.record) is not scope:
                continue
            remarks = examined.selected.remarks
            if not examined.selected.reviewed:
                strongest = sorted(remarks, key=lambda finding: finding.rank)[:top]
                remarks = tuple(finding for finding in remarks if finding in strongest)
            listed.append(Listed(examined, scope, tuple(enumerate(remarks, number + 1))))
            number += len(remarks)
    return listed
