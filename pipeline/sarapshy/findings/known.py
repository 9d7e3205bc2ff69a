"""What a team knows already, from its baseline and its suppressions together: marked, never hidden."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from sarapshy.findings.baseline import Entry, Marked, mark_known, read_baseline
from sarapshy.findings.model import Finding
from sarapshy.findings.subjects import ByAct
from sarapshy.findings.suppressions import Suppression, suppress


class Known:
    """``today`` tells which suppressions still hold; ``fingerprint`` is of all that is known."""

    def __init__(self, entries: Sequence[Entry], suppressions: Sequence[Suppression], today: date) -> None:
        self.entries = ByAct(entries, lambda entry: entry.subject)
        self.suppressions = tuple(each for each in suppressions if each.until is None or each.until >= today)
        self.fingerprint = sha256(repr((self.entries.all, self.suppressions)).encode()).hexdigest()

    def name_of(self, path: str, place: str) -> str:
        """What a file given alone is called here: «ереже.docx» at «drafts/2026/ереже.docx» is «2026/ереже.docx» of the
        folder that was given when the baseline was written."""
        longer = [name for name in _ends(place) if name.endswith(f"/{path}")]
        return next((name for name in longer if self._names(name) and not self._names(path)), path)

    def _names(self, name: str) -> bool:
        return self.entries.knows(name) or any(each.act and each.is_about(None, name) for each in self.suppressions)

    def on(self, findings: Sequence[Finding], path: str) -> list[Entry]:
        """Entries about the act of the findings, which may have none."""
        return self.entries.on(findings[0].act.id if findings else None, path)

    def mark(self, findings: Sequence[Finding], path: str) -> Marked:
        """The findings of the act in their order; what is suppressed takes up no entry of the baseline."""
        settled = suppress(findings, self.suppressions)
        left = [at for at, each in enumerate(settled) if not each.known]
        marked = mark_known([settled[at] for at in left], self.on(findings, path))
        for at, finding in zip(left, marked.findings, strict=True):
            settled[at] = finding
        return Marked(settled, marked.stale)


def _ends(place: str) -> list[str]:
    """«drafts/2026/ереже.docx», «2026/ереже.docx», «ереже.docx»"""
    parts = place.split("/")
    return ["/".join(parts[at:]) for at in range(len(parts))]


@lru_cache(maxsize=1)
def _read(baseline: Path | None, changed: int, suppressions: tuple[Suppression, ...], today: date) -> Known:
    return Known(read_baseline(baseline) if baseline else (), suppressions, today)


def read_known(baseline: Path | None, suppressions: tuple[Suppression, ...], today: date) -> Known:
    """As the file stands now; a process asks for it with every act."""
    return _read(baseline, baseline.stat().st_mtime_ns if baseline else 0, suppressions, today)
