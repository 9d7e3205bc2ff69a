"""What reviewers decided: ``decisions.json``, kept in the folder of a run.

    {"finding": "0f3a…", "state": "rejected", "by": "Айгүл", "at": "2026-03-01T10:15:00+05:00",
     "comment": "бұл азаматтың құқығы", "remedy": {},
     "subject": {"act": null, "path": "ереже.docx", "code": "D2", "rule": "D2-decides", "slot": null, "clause": "29",
                 "quote": "қажет болған жағдайда"}}

A list that only grows: a reviewer who thinks again adds a decision, and the latest of each counts. Lists of several
reviewers are joined by putting them together, in any order and as often as one likes, so nothing is ever overwritten.
Where two disagree the finding stays open and says so, until one thinks again or the lead reviewer has spoken.
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sarapshy.errors import InputError
from sarapshy.findings.model import Finding
from sarapshy.findings.subjects import ByAct, Matching, Subject, match, read_subject

NAME = "decisions.json"
FORMAT = 1
STATES = ("accepted", "rejected", "open")
JUDGED = STATES[:2]
REMEDY_LANGUAGES = ("kk", "ru")
LONGEST = 20_000  # characters of a comment or a wording: more is no comment


@dataclass(frozen=True, slots=True)
class Decision:
    """``open`` is a remark without a verdict, or a verdict taken back. ``remedy`` is the wording as the reviewer put it,
    by language; empty where the proposed one stands. ``by`` may be empty in a page's file, never in a run's folder."""

    finding: str
    state: str
    by: str
    at: datetime
    subject: Subject
    comment: str = ""
    remedy: Mapping[str, str] = field(default_factory=dict)

    def record(self) -> dict[str, Any]:
        return {"finding": self.finding, **self.review(), "subject": self.subject.record()}

    def review(self) -> dict[str, Any]:
        """What is told beside the finding itself."""
        return {
            "state": self.state,
            "by": self.by,
            "at": self.at.isoformat(timespec="milliseconds"),
            "comment": self.comment,
            "remedy": {each: self.remedy[each] for each in REMEDY_LANGUAGES if each in self.remedy},
        }


@dataclass(frozen=True, slots=True)
class Dossier:
    """The latest decision of each reviewer on one finding, in the order of their names."""

    decisions: tuple[Decision, ...]

    @property
    def latest(self) -> Decision:
        return max(self.decisions, key=lambda decision: decision.at)

    @property
    def subject(self) -> Subject:
        return self.latest.subject

    @property
    def finding(self) -> str:
        return self.latest.finding


@dataclass(frozen=True, slots=True)
class Applied:
    """``stale`` are the dossiers whose finding is no longer there."""

    findings: list[Finding]
    stale: tuple[Dossier, ...]


def apply_decisions(
    findings: Sequence[Finding], decisions: Iterable[Decision], lead: str | None = None
) -> list[Finding]:
    """The findings of one act, in their order, each with its ``decision``; decisions on other acts pass by."""
    return carry(findings, decisions, lead).findings


def carry(findings: Sequence[Finding], decisions: Iterable[Decision], lead: str | None = None) -> Applied:
    """As ``apply_decisions``, with what has become stale: for decisions on the act of the findings, which has some."""
    if not findings:
        return Applied([], tuple(open_dossiers(decisions)))
    act = findings[0].act
    own = ByAct(decisions, lambda each: each.subject).on(act.id, act.path)
    dossiers = list(open_dossiers(own))
    met = match(findings, dossiers, lambda each: each.subject, lambda each: each.finding)
    decided = [replace(finding, decision=_judge(at, met, lead)) for at, finding in enumerate(findings)]
    return Applied(decided, met.stale)


def open_dossiers(decisions: Iterable[Decision]) -> Iterator[Dossier]:
    """A dossier a finding, in the order in which the findings were first decided on."""
    latest: dict[str, dict[str, Decision]] = defaultdict(dict)
    for decision in sorted(decisions, key=_order):
        latest[decision.finding][decision.by] = decision
    for by_name in latest.values():
        yield Dossier(tuple(by_name[name] for name in sorted(by_name)))


def merge(*lists: Iterable[Decision]) -> tuple[Decision, ...]:
    """All decisions of the lists, each once, the oldest first."""
    unique = {json.dumps(each.record(), sort_keys=True): each for decisions in lists for each in decisions}
    return tuple(sorted(unique.values(), key=_order))


def judge(dossier: Dossier, lead: str | None = None) -> dict[str, Any]:
    """The ``decision`` of a line of findings.jsonl."""
    verdicts = [each for each in dossier.decisions if each.state in JUDGED]
    last_word = [each for each in verdicts if each.by == lead]
    conflict = len({each.state for each in verdicts}) > 1 and not last_word
    agreed = last_word or ([] if conflict else verdicts)
    spoken = max(agreed, key=lambda each: each.at, default=None)
    shown = spoken or dossier.latest
    decision = {**shown.review(), "state": spoken.state if spoken else "open"}
    decision["by"] = ", ".join(each.by for each in (agreed or dossier.decisions) if each.by)
    if not decision["remedy"]:
        decision["remedy"] = next((each.review()["remedy"] for each in agreed if each.remedy), {})
    if conflict:
        decision["conflict"] = True
    return {**decision, "reviews": [each.review() for each in dossier.decisions]}


def _judge(at: int, met: Matching[Dossier], lead: str | None) -> dict[str, Any] | None:
    if at in met.same:
        return judge(met.same[at], lead)
    if at not in met.changed:
        return None
    former = met.changed[at]
    return {**judge(former, lead), "state": "open", "changed": {"quote": former.subject.quote}}


def _order(decision: Decision) -> tuple[datetime, str, str, str]:
    return decision.at, decision.by, decision.finding, decision.state


def read_decisions(path: Path, must: bool = False) -> tuple[Decision, ...]:
    """The decisions of a file; none where there is no file, unless there must be one. InputError says what in it is no
    decision."""
    if not must and not path.exists():
        return ()
    try:
        record = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise InputError("review.unreadable", str(path), detail=str(error)) from error
    if not isinstance(record, dict) or not isinstance(record.get("decisions"), list):
        raise InputError("review.no_decisions", str(path))
    return tuple(_read_entry(entry, number, path) for number, entry in enumerate(record["decisions"], 1))


def _read_entry(entry: Any, number: int, path: Path) -> Decision:
    try:
        return make_decision(entry)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError("review.not_a_decision", str(path), number=str(number), detail=str(error)) from error


def make_decision(record: Mapping[str, Any]) -> Decision:
    """The decision of one record. KeyError, TypeError or ValueError says what is wrong with it."""
    state, comment, by = record["state"], record.get("comment") or "", record.get("by") or ""
    if state not in STATES:
        raise ValueError(f"state: {state!r}")
    remedy = {each: words for each in REMEDY_LANGUAGES if (words := (record.get("remedy") or {}).get(each))}
    for name, words in (("finding", record["finding"]), ("by", by), ("comment", comment), *remedy.items()):
        if not isinstance(words, str) or len(words) > LONGEST:
            raise ValueError(name)
    at = datetime.fromisoformat(record["at"])
    return Decision(
        finding=record["finding"],
        state=state,
        by=" ".join(by.split()),
        at=at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC),
        subject=read_subject(record["subject"]),
        comment=comment.strip(),
        remedy=remedy,
    )


def decisions_record(decisions: Iterable[Decision]) -> dict[str, Any]:
    """The whole file, as ``reports/decisions.schema.json`` describes it."""
    return {"format": "sarapshy-decisions", "version": FORMAT, "decisions": [each.record() for each in decisions]}


def write_decisions(path: Path, decisions: Iterable[Decision]) -> None:
    """At once or not at all: an interrupted program leaves the file that was there."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    text = json.dumps(decisions_record(decisions), ensure_ascii=False, indent=1)
    fresh.write_text(text + "\n", encoding="utf-8", errors="backslashreplace", newline="\n")
    fresh.replace(path)
