"""What a model makes of an act's findings: its proposals beside them, and, of decisions, their order and how sure they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from sarapshy.acts.model import Act
from sarapshy.acts.stretches import Reading
from sarapshy.classify.acceptance import CLASSIFIER, SHOWN, reorder
from sarapshy.classify.files import load_once
from sarapshy.classify.likely import order_likely, weigh_clauses, weigh_places
from sarapshy.classify.model import Weights
from sarapshy.classify.propose import add_proposals, fill_up, suppose
from sarapshy.findings.model import Finding


def adjust(path: Path, act: Act, findings: Sequence[Finding]) -> list[Finding]:
    """The findings of an act by rank, proposals among them, as the decisions say that the model has learnt from. InputError
    where the file is no model."""
    return _adjust(load_once(path), Reading(act), findings)


def apply_model(
    path: Path, reading: Reading, findings: Sequence[Finding], allows: Callable[[str, str], bool], own: bool
) -> list[Finding]:
    """The findings of the rules by rank, those first whose clauses look like it to the model, and below them what it supposes,
    of the factors and rules that are wanted; where it is the user's ``own``, as his decisions order them."""
    weights = load_once(path)
    supposed = suppose(reading, weights, len(findings)) if len(findings) < SHOWN else ()
    wanted = [each for each in supposed if allows(each.code, each.rule)]
    if own:
        return _adjust(weights, reading, fill_up(findings, wanted))
    return fill_up(order_likely(findings, weigh_places(reading, findings, weights)), wanted)


def apply_weights(weights: Weights, reading: Reading, findings: Sequence[Finding]) -> list[Finding]:
    """The findings of the rules by rank, and what the model adds and adjusts."""
    return _adjust(weights, reading, add_proposals(reading, findings, weights))


def _adjust(weights: Weights, reading: Reading, findings: Sequence[Finding]) -> list[Finding]:
    ruled = [each for each in findings if each.detector != CLASSIFIER]
    return reorder(findings, weights.acceptance, weigh_clauses(reading, ruled, weights))
