"""The last step with an act's findings where a model is asked for: its proposals, their order, and how sure they are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sarapshy.acts.model import Act
from sarapshy.acts.stretches import Reading
from sarapshy.classify.acceptance import reorder
from sarapshy.classify.files import load_once
from sarapshy.classify.likely import weigh_clauses
from sarapshy.classify.model import Weights
from sarapshy.classify.propose import add_proposals
from sarapshy.findings.model import Finding


def apply_model(path: Path, act: Act, findings: list[Finding]) -> list[Finding]:
    """The findings of an act by rank, and what the model adds. InputError where the file is no model."""
    return apply_weights(load_once(path), Reading(act), findings)


def apply_weights(weights: Weights, reading: Reading, findings: Sequence[Finding]) -> list[Finding]:
    likely = weigh_clauses(reading, findings, weights)
    return reorder(add_proposals(reading, findings, weights), weights.acceptance, likely)
