"""Findings that a team has settled for a clause, in ``sarapshy.toml``: in the text of an act there is no place for it.

    [[suppress]]
    act = "бұйрық-57*.docx"       # file, with * and ?, or the act's address; every act where it is left out
    clause = "19"                 # point or article
    rule = "D2-decides"           # rule, factor or family; every one where it is left out
    reason = "министрмен келісілген"
    author = "Айгүл"
    until = 2026-12-31            # from the next day on it holds no more

A suppressed finding is marked and still shown. One that holds nothing back is told, for it may be misspelt.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from sarapshy.errors import InputError
from sarapshy.findings.model import Finding


@dataclass(frozen=True, slots=True)
class Suppression:
    reason: str
    act: str | None = None
    clause: str | None = None
    rule: str | None = None
    quote: str | None = None
    author: str | None = None
    date: datetime.date | None = None
    until: datetime.date | None = None

    def is_about(self, act: str | None, path: str) -> bool:
        return self.act is None or self.act == act or fnmatchcase(path.casefold(), self.act.casefold())

    def holds(self, finding: Finding) -> bool:
        number = finding.clause.number if finding.clause else None
        names = {name.casefold() for name in (finding.rule, finding.code, finding.family)}
        return (
            self.is_about(finding.act.id, finding.act.path)
            and self.clause in (None, number)
            and (self.rule is None or self.rule.casefold() in names)
            and (self.quote is None or self.quote.casefold() in (finding.quote or "").casefold())
        )

    def known(self) -> dict[str, str]:
        said = {"reason": self.reason, "author": self.author or "", "date": self.date.isoformat() if self.date else ""}
        return {"by": "suppression", **said}


def read_suppressions(entries: Iterable[Mapping[str, Any]], path: Path | None) -> tuple[Suppression, ...]:
    """Of the tables [[suppress]] of a settings file. InputError names the file and the table that is amiss."""
    return tuple(_read_entry(entry, number, path) for number, entry in enumerate(entries, 1))


def _read_entry(entry: Mapping[str, Any], number: int, path: Path | None) -> Suppression:
    kinds = {field.name: datetime.date if field.name in ("date", "until") else str for field in fields(Suppression)}
    values: dict[str, Any] = {name: str(value) if name == "clause" else value for name, value in entry.items()}
    amiss = [name for name, value in values.items() if not isinstance(value, kinds.get(name, ()))]
    if amiss or not values.get("reason") or not (values.keys() & {"clause", "rule"}):
        told = ", ".join(amiss) or ("reason" if not values.get("reason") else "clause, rule")
        raise InputError("known.no_suppression", str(path), number=str(number), names=told, known=", ".join(kinds))
    return Suppression(**values)


def suppress(findings: Iterable[Finding], suppressions: Sequence[Suppression]) -> list[Finding]:
    """The findings of one act, those that are settled marked as such."""
    return [_mark(finding, suppressions) for finding in findings]


def _mark(finding: Finding, suppressions: Iterable[Suppression]) -> Finding:
    held = next((each for each in suppressions if each.holds(finding)), None)
    return replace(finding, known=held.known()) if held else finding


def find_idle(
    suppressions: Iterable[Suppression], acts: Iterable[tuple[str | None, str, Sequence[Finding]]]
) -> list[Suppression]:
    """Those that are about one of the acts (address, path, findings) and hold nothing of it back."""
    acts = list(acts)
    about = [each for each in suppressions if any(each.is_about(act, path) for act, path, _ in acts)]
    return [each for each in about if not any(each.holds(one) for _, _, findings in acts for one in findings)]
