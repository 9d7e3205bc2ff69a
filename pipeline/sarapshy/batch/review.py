"""Decisions laid over a finished run: ``OUT/decisions.json``, the lines of ``findings.jsonl``, pages and figures.

``OUT/decisions.json`` is the truth of review for that folder. A new run into the same folder keeps it and applies it; so
does ``review apply`` after it has added what reviewers saved from their pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sarapshy.batch.outputs import Outputs, open_outputs
from sarapshy.findings.decisions import (
    NAME,
    Decision,
    Dossier,
    carry,
    merge,
    open_dossiers,
    read_decisions,
    write_decisions,
)
from sarapshy.findings.figures import Figures, measure
from sarapshy.findings.model import Finding
from sarapshy.findings.subjects import ByAct
from sarapshy.report.decided_pages import decisions_on_act, renew_page, states_on_act
from sarapshy.report.jsonl import finding_line


@dataclass(slots=True)
class Review:
    """Where the review of a run stands. ``stale`` are dossiers whose finding is no longer there."""

    decisions: tuple[Decision, ...]
    acts: dict[str, list[Finding]] = field(default_factory=dict)
    stale: list[Dossier] = field(default_factory=list)
    touched: set[str] = field(default_factory=set)  # paths of acts of which more is decided than their lines say

    @property
    def findings(self) -> Iterator[Finding]:
        return (finding for each in self.acts.values() for finding in each)

    def having(self, mark: str) -> list[Finding]:
        """Findings whose decision has the mark, "conflict" or "changed"."""
        return [finding for finding in self.findings if finding.decision and mark in finding.decision]

    def count(self, state: str) -> int:
        return sum(1 for finding in self.findings if finding.decision and finding.decision["state"] == state)


def review_run(outputs: Outputs, decisions: Sequence[Decision], lead: str | None = None) -> Review:
    """The findings of a run with the decisions on them; nothing is written."""
    review = Review(merge(decisions))
    by_act = ByAct(review.decisions, lambda each: each.subject)
    for path, findings in outputs.findings():
        applied = carry(findings, by_act.on(findings[0].act.id, path), lead)
        review.acts[path] = applied.findings
        review.stale += applied.stale
        if applied.findings != findings:
            review.touched.add(path)
    review.stale += open_dossiers(by_act.unasked())
    return review


def apply_to_run(folder: Path, more: Iterable[Decision] = (), lead: str | None = None) -> tuple[Review, int]:
    """Adds decisions to the folder's own and tells lines and pages of them; how many were new."""
    outputs = open_outputs(folder)
    kept = read_decisions(folder / NAME)
    decisions = merge(kept, more)
    review = review_run(outputs, decisions, lead)
    if decisions:
        write_decisions(folder / NAME, decisions)
    _write_lines(folder / "findings.jsonl", review.findings)
    _renew_pages(outputs, review)
    return review, len(decisions) - len(merge(kept))


def write_figures(folder: Path, language: str) -> Figures:
    """``OUT/stats.html``, and what it says."""
    from sarapshy.report.figures import render_figures

    outputs = open_outputs(folder)
    found = (finding for _, findings in outputs.findings() for finding in findings if finding.decision)
    figures = measure(outputs.read, found if (folder / NAME).exists() else ())
    html = render_figures(figures, language)
    (folder / "stats.html").write_text(html, encoding="utf-8", errors="replace", newline="\n")
    return figures


def _write_lines(path: Path, findings: Iterable[Finding]) -> None:
    fresh = path.with_name(f".{path.name}")
    with fresh.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as lines:
        lines.writelines(finding_line(finding) + "\n" for finding in findings)
    fresh.replace(path)


def _renew_pages(outputs: Outputs, review: Review) -> None:
    states = {}
    for act in outputs.read:
        findings = review.acts.get(act["path"], [])
        if not act["page"] or not findings:
            continue
        if act["path"] in review.touched:
            renew_page(outputs.folder / act["page"], decisions_on_act(findings))
        if told := states_on_act(findings):
            states[act["page"]] = told
    renew_page(outputs.folder / "index.html", states)
