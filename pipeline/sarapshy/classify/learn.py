"""Training: from labelled clauses, the examples of the rules, and decisions, to a model.

Whether the order of findings follows what was learnt is decided by the decisions themselves: acts are held out in turn,
and only where the first ten of the held-out acts get better is the order changed. The decisions that come with the program
do not change it: an order learnt from them has as many of the first ten right, but fewer of those that every reader sees.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sarapshy.classify.acceptance import (
    SHOWN,
    Acceptance,
    Case,
    fit_acceptance,
    read_cases,
    read_reviewed,
    share_of_first,
)
from sarapshy.classify.annotated import Annotated, describe_annotated
from sarapshy.classify.fit import fit
from sarapshy.classify.labelled import Labelled, describe, read_decided, read_examples, read_training
from sarapshy.classify.model import Weights
from sarapshy.detect.rules import read_rules
from sarapshy.findings.model import Finding

FOLDS = 5
FEWEST = 100  # decisions of the user's own before their order is trusted
DECIDED = ("accepted", "rejected")


@dataclass(frozen=True, slots=True)
class Decided:
    """The findings of one act by rank, and what a model that has not learnt from them says of their clauses, by id."""

    findings: Sequence[Finding]
    likely: Mapping[str, float]


def train(runs: Iterable[Decided] = (), annotated: Iterable[Annotated] = ()) -> Weights:
    """A model of what the program ships, of the decided findings of ``runs`` and of annotated acts."""
    acts = list(runs)
    decided = [finding for act in acts for finding in act.findings if is_decided(finding)]
    own = [case for act in acts for case in _decided_cases(act)]
    clauses = list(describe([*read_training(), *read_examples(read_rules()), *read_decided(decided)]))
    sentences = [sentence for act in annotated for sentence in describe_annotated(act)]
    about = {"clauses": len(clauses), "decisions": len(own), "sentences": len(sentences)}
    return fit([*clauses, *sentences], learn_acceptance(own), about)


def learn_acceptance(own: Sequence[Case]) -> Acceptance | None:
    """From the decisions of the user and those that come with the program."""
    cases = [*read_reviewed(), *own]
    acceptance = fit_acceptance(cases)
    if acceptance is None or len(own) < FEWEST:
        return acceptance
    return replace(acceptance, reorders=_order_helps(own, cases))


def is_decided(finding: Finding) -> bool:
    return (finding.decision or {}).get("state") in DECIDED


def _decided_cases(act: Decided) -> Iterator[Case]:
    for finding, case in zip(act.findings, read_cases(act.findings, act.likely), strict=True):
        if is_decided(finding):
            yield case


def _order_helps(judged: Sequence[Case], cases: Sequence[Case]) -> bool:
    """Whether, on acts held out, the first ten by expectation are accepted more often than the first ten by rank."""
    shown = [case for case in judged if not case.proposed and case.rank < SHOWN]
    expected = [pair for fold in range(FOLDS) for pair in _expect_held_out(shown, cases, fold)]
    return share_of_first(expected) > share_of_first((-case.rank, case) for case in shown)


def _expect_held_out(judged: Sequence[Case], cases: Sequence[Case], fold: int) -> Iterator[tuple[float, Case]]:
    names = sorted({case.act for case in judged})
    held = {name for at, name in enumerate(names) if at % FOLDS == fold}
    acceptance = fit_acceptance([case for case in cases if case.act not in held])
    for case in judged:
        if case.act in held and acceptance is not None:
            yield acceptance.expect(case), case


def count_labels(clauses: Iterable[Labelled]) -> Counter[tuple[str, str]]:
    """Clauses by family and language; those that show nothing under the family whose file they stand in, with a dash."""
    counts: Counter[tuple[str, str]] = Counter()
    for clause in clauses:
        counts.update((family, clause.language) for family in clause.families or {f"-{clause.about}"})
    return counts
