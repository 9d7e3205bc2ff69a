"""The last step with an act's findings where a model is asked for: proposals are added, and the confidence is set right."""

from __future__ import annotations

from pathlib import Path

from sarapshy.acts.model import Act
from sarapshy.acts.stretches import Reading
from sarapshy.classify.acceptance import reorder
from sarapshy.classify.files import load_once
from sarapshy.classify.propose import add_proposals
from sarapshy.findings.model import Finding


def apply_model(path: Path, act: Act, findings: list[Finding]) -> list[Finding]:
    """The findings of an act by rank, and what the model adds. InputError where the file is no model."""
    weights = load_once(path)
    return reorder(add_proposals(Reading(act), findings, weights), weights.acceptance)
