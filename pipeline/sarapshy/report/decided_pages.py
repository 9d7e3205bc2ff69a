"""Decisions as a page holds them, and pages that are told newer ones.

They stand in a block of data of their own, ``<script type="application/json" id="decisions">``, which no script's hash
covers: a page learns what was decided after the run without being made anew, though its act be gone by then. The act's
page holds ``{"0f3a…": {"state": "accepted", …}}``; the index ``{"acts/ереже-1f0c.html": {"0f3a…": "accepted"}}``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup

from sarapshy.findings.model import Finding
from sarapshy.report.wording import script_json

BEGIN, END = '<script type="application/json" id="decisions">', "</script>"
DISPUTED = "disputed"


def decisions_on_act(findings: Iterable[Finding]) -> dict[str, Any]:
    return {finding.id: finding.decision for finding in findings if finding.decision}


def states_on_act(findings: Iterable[Finding]) -> dict[str, str]:
    """What the index tells of an act: the state of each finding that was looked at."""
    return {finding.id: tell_state(finding.decision) for finding in findings if finding.decision}


def write_block(decisions: Mapping[str, Any]) -> Markup:
    return Markup("{}{}{}").format(Markup(BEGIN), script_json(decisions), Markup(END))


def renew_page(path: Path, decisions: Mapping[str, Any]) -> bool:
    """Puts the decisions in place of those the page has; False where there is no such page or block."""
    try:
        before, found, rest = path.read_text(encoding="utf-8").partition(BEGIN)
    except OSError:
        return False
    if not found:
        return False
    after = rest.partition(END)[2]
    whole = f"{before}{write_block(decisions)}{after}"  # no sum: markup would escape what it is added to
    path.write_text(whole, encoding="utf-8", newline="\n")
    return True


def tell_state(decision: Mapping[str, Any]) -> str:
    return DISPUTED if decision.get("conflict") else str(decision["state"])
