"""Holes in a procedure: a body must act and nobody said by when, a decision with no ground, outcomes with no criterion.

The steps are read by ``procedure.steps``; what counts as waiting, as a term given elsewhere, as a ground is in the
lists of each rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from sarapshy.acts.stretches import Reading
from sarapshy.detect.build import Evidence
from sarapshy.detect.rules import Rule
from sarapshy.language.actors import ActorKind
from sarapshy.language.lexicon import read_lexicon
from sarapshy.procedure.steps import Step, read_steps

ACTING = frozenset({ActorKind.BODY, ActorKind.OFFICIAL, ActorKind.COMMISSION})


def find_missing_term(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """The step of each point that a person waits for most, where neither its sentence nor its point sets a time."""
    strongest: dict[tuple[int, int], tuple[float, Step]] = {}
    for step in read_steps(reading):
        if not _is_awaited(reading, rule, step):
            continue
        place, weight = reading.point_span(step.stretch), _weigh(reading, rule, step)
        if place not in strongest or weight > strongest[place][0]:
            strongest[place] = (weight, step)
    for weight, step in strongest.values():
        yield Evidence(step.start, step.end, confidence=min(0.9, rule.confidence * weight))


def _is_awaited(reading: Reading, rule: Rule, step: Step) -> bool:
    if step.terms or (step.actor is not None and step.actor.kind not in ACTING):
        return False
    if reading.outline.numbered(step.stretch.clause) is None:
        return False
    return (
        _holds(reading, rule, "waits", step, step.sentence)
        and not _holds(reading, rule, "idle", step, step.sentence)
        and not _holds(reading, rule, "settled", step, reading.point_span(step.stretch))
    )


def _holds(reading: Reading, rule: Rule, name: str, step: Step, span: tuple[int, int]) -> bool:
    language = reading.clause(step.stretch).language
    return reading.holds(rule.lists[name].get(language, ()), *span)


def _weigh(reading: Reading, rule: Rule, step: Step) -> float:
    """How much a person waits: the kind of action, and whether it is known who must act."""
    weight = float(read_lexicon("actions")[step.action]["weight"])
    return weight * (1.2 if step.actor is not None else 1.0)
