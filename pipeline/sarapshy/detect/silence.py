"""What a whole act is silent about: appeal, publication, control, answerability.

An act in which bodies decide on persons («Комиссия өтінімдерді қарайды және шешім қабылдайды») and no norm says where the
decision is appealed or published leaves a hole wherever one looks; the finding stands at the step on which a person
depends most. Where an appeal is named, it may still leave out the one who decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from sarapshy.acts.model import ClauseKind, Status
from sarapshy.acts.regulation import read_patterns
from sarapshy.acts.stretches import Hit, Reading
from sarapshy.detect.build import Evidence
from sarapshy.detect.guards import allows
from sarapshy.detect.procedure import ACTING, weigh_wait
from sarapshy.detect.rules import TEXT_LANGUAGES, Rule
from sarapshy.language.actors import ActorKind
from sarapshy.language.likeness import word_heads
from sarapshy.language.pattern import Pattern
from sarapshy.procedure.steps import Step, read_steps

DECIDING = ("decide", "examine", "approve", "accept", "issue", "pay")
DECISIONS = 2  # sentences that decide on a person: an act with fewer is hardly more than one step
STEPS = 3  # sentences in which bodies do anything that a person depends on, where none decides
POINTS = 8  # points of an amending act, with those of its order: fewer tell nothing of what they are silent about
ELSEWHERE = ("P6", "P7")  # control and answerability: in points that the amending act leaves as they are
IMPERSONAL = 0.7  # of the confidence where no sentence that decides names a person
LOOSE = 0.75  # of the confidence where few sentences decide


def find_silent_acts(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """The weightiest step on which a person depends, in an act that decides or has several, and whose norms say nothing of
    what the rule wants said; what an order says of its own publication is no norm."""
    if _is_fragment(reading):
        return
    steps = _list_concerning(reading, *(rule.lists["waits"].get(language, ()) for language in TEXT_LANGUAGES))
    deciding = [step for step in steps if step.action in DECIDING]
    decides = len({step.sentence for step in deciding}) >= DECISIONS
    if not steps or (not deciding and len({step.sentence for step in steps}) < STEPS and not _is_done(reading)):
        return
    step = _choose_step(reading, rule, deciding or steps)
    if rule.factor in ELSEWHERE and reading.is_new_wording(step.stretch):
        return
    if not _is_told(reading, rule, reading.clause(step.stretch).language):
        share = (1 if decides else LOOSE) * (1 if _is_on_person(reading, deciding or steps) else IMPERSONAL)
        yield Evidence(step.start, step.end, confidence=rule.confidence * share)


def _choose_step(reading: Reading, rule: Rule, steps: list[Step]) -> Step:
    """The weightiest that the guards of the rule let stand, or else of all: in rules of a contest one sentence speaks of the
    party to a contract, and the next decides on it."""
    weightiest = sorted(steps, key=lambda s: (-weigh_wait(reading, rule, s), s.start))
    return next((step for step in weightiest if allows(reading, rule, step.start, step.end)), weightiest[0])


def _is_told(reading: Reading, rule: Rule, language: str) -> bool:
    """Whether a norm says what the rule wants said. A sentence of ``other`` says another thing in the same words: «үлгерімді
    ағымдағы бақылау» is a mark at school and no control of the body."""
    other = rule.lists.get("other", {}).get(language, ())
    hits = (hit for hit in reading.find(rule.lists["filled"][language]) if reading.is_norm(hit.stretch))
    return any(not other or not reading.holds(other, *reading.sentence(hit.start)) for hit in hits)


def _is_on_person(reading: Reading, deciding: list[Step]) -> bool:
    """Whether any sentence that decides names a person: papers between bodies, works and accounts concern nobody."""
    return any(
        reading.holds(read_patterns("decided_on", reading.clause(step.stretch).language), *step.sentence)
        for step in deciding
    )


def _is_fragment(reading: Reading) -> bool:
    """Whether the act only changes a few points of another, which may say elsewhere what these do not."""
    if reading.act.identity.status is not Status.AMENDING:
        return False
    points = sum(clause.kind in (ClauseKind.POINT, ClauseKind.ARTICLE) for clause in reading.act.clauses)
    return points < POINTS


def _is_done(reading: Reading) -> bool:
    """Whether the act holds enough of what bodies do to be a procedure, though few of its sentences name a person."""
    done = (step for step in read_steps(reading) if step.actor is not None and step.actor.kind in ACTING)
    return len({reading.point_span(step.stretch) for step in done}) >= STEPS


@lru_cache(maxsize=2)  # several rules wait for the same
def _list_concerning(reading: Reading, *waits: tuple[Pattern, ...]) -> list[Step]:
    """The steps on which a person depends; ``waits`` are the words that tell it in each language of a rule."""
    told = dict(zip(TEXT_LANGUAGES, waits, strict=True))
    return [
        step
        for step in _list_of_bodies(reading)
        if reading.holds(told[reading.clause(step.stretch).language], *step.sentence)
    ]


@lru_cache(maxsize=2)  # rules that wait for different things ask of one act in turn
def _list_of_bodies(reading: Reading) -> tuple[Step, ...]:
    return tuple(step for step in read_steps(reading) if _is_of_body(reading, step))


def _is_of_body(reading: Reading, step: Step) -> bool:
    if step.actor is not None and step.actor.kind not in ACTING:
        return False
    return not reading.is_function(step.stretch) and not reading.is_intent(step.stretch)


def find_unappealed_deciders(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """The first decision of a commission that no sentence on appeals speaks of, where others' decisions are appealed.

    Lists: ``appeal`` what opens an appeal, ``whose`` what in such a sentence covers any decision.
    """
    for language in reading.languages:
        appeals = _appeals_of(reading, rule, language)
        covers = rule.lists["whose"][language]
        if not appeals or any(reading.holds(covers, *sentence) for sentence in appeals):
            continue
        told = frozenset[str]().union(*(word_heads(reading.text[slice(*sentence)]) for sentence in appeals))
        for step in read_steps(reading):
            if _is_left_out(reading, step, told, language):
                yield Evidence(step.start, step.end)
                break


def _appeals_of(reading: Reading, rule: Rule, language: str) -> set[tuple[int, int]]:
    hits: Iterator[Hit] = reading.find(rule.lists["appeal"][language])
    return {reading.sentence(h.start) for h in hits if reading.clause(h.stretch).language == language}


def _is_left_out(reading: Reading, step: Step, told: frozenset[str], language: str) -> bool:
    actor = step.actor
    if actor is None or actor.kind is not ActorKind.COMMISSION or step.action != "decide":
        return False
    if reading.clause(step.stretch).language != language or reading.is_function(step.stretch):
        return False
    return not word_heads(actor.text) & told
