"""What a team already knew when it began to check its drafts: ``sarapshy-baseline.json``.

    {"path": "ереже.docx", "rule": "D2-decides", "code": "D2", "clause": "29", "quote": "өз қалауы бойынша", "count": 2,
     "reason": "2025 жылғы редакцияда түзетіледі", "author": "Айгүл", "date": "2026-03-01", …}

A finding that the baseline knows is marked and still shown, but no longer breaks a build. ``count`` says how many findings
of that rule in those words the point has: a third one is new. An entry that meets no finding is stale and is told.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sarapshy.errors import InputError
from sarapshy.findings.model import Finding
from sarapshy.findings.subjects import Subject, match, read_subject, subject_of

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding known; two in the same words are two entries. ``date`` is ISO."""

    subject: Subject
    reason: str
    author: str
    date: str

    def known(self) -> dict[str, str]:
        return {"by": "baseline", "reason": self.reason, "author": self.author, "date": self.date}


@dataclass(frozen=True, slots=True)
class Marked:
    """``stale`` are entries on the act that met no finding: it was mended, or its words have changed."""

    findings: list[Finding]
    stale: tuple[Entry, ...]


def mark_known(findings: Sequence[Finding], entries: Sequence[Entry]) -> Marked:
    """The findings of one act, those that the entries on that act know marked as such."""
    if not entries:
        return Marked(list(findings), ())
    met = match(findings, entries, lambda entry: entry.subject)
    marked = [replace(each, known=met.same[at].known()) if at in met.same else each for at, each in enumerate(findings)]
    return Marked(marked, (*met.changed.values(), *met.stale))


def enter(findings: Iterable[Finding], entries: Sequence[Entry], new: Entry) -> list[Entry]:
    """A baseline of what one act has now: known findings keep reason, author and date, others take those of ``new``;
    what is suppressed needs no entry."""
    findings = [each for each in findings if not each.known or each.known["by"] == "baseline"]
    met = match(findings, entries, lambda entry: entry.subject)
    return [replace(met.same.get(at, new), subject=subject_of(each)) for at, each in enumerate(findings)]


def read_baseline(path: Path) -> tuple[Entry, ...]:
    """InputError names the file, and the entry that is none."""
    try:
        record = json.loads(path.read_text(encoding="utf-8-sig"))
        entries = list(record["entries"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError("known.unreadable", str(path), detail=str(error)) from error
    return tuple(entry for number, each in enumerate(entries, 1) for entry in _read_entry(each, number, path))


def _read_entry(record: Any, number: int, path: Path) -> Iterator[Entry]:
    try:
        entry = Entry(read_subject(record), *(str(record.get(name) or "") for name in ("reason", "author", "date")))
        count = int(record.get("count", 1))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError("known.no_entry", str(path), number=str(number), detail=str(error)) from error
    yield from [entry] * count


def write_baseline(path: Path, entries: Iterable[Entry]) -> None:
    """Sorted, an entry a few lines: a baseline lives in version control and is read in its changes."""
    counts = Counter(entries)
    ordered = sorted(counts, key=lambda each: (each.subject.path, *map(str, each.subject.record().values()), each.date))
    record = {
        "format": "sarapshy-baseline",
        "version": FORMAT,
        "entries": [_write_entry(entry, counts[entry]) for entry in ordered],
    }
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def _write_entry(entry: Entry, count: int) -> Mapping[str, Any]:
    told = {"reason": entry.reason, "author": entry.author, "date": entry.date}
    return {**entry.subject.record(), "count": count, **told}
