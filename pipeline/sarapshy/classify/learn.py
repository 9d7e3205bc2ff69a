"""Training: from labelled clauses, the examples of the rules, and decisions, to a model.

From a hundred decisions of the user's own the order of findings is adjusted by what was learnt from them and from those that
come with the program, unless the user's acts say otherwise: they are held out in turn, and where their first ten get clearly
worse the order of the rules stays. The decisions that come with the program do not change the order by themselves: fewer of
the findings that every reader sees would be among the first ten.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import mean, stdev

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


def adjust(shipped: Weights, runs: Iterable[Decided]) -> Weights:
    """The model that ships, with what the decisions of ``runs`` say of its findings. What it says of clauses stays: it has
    learnt that from acts annotated whole, beside which some hundred decided clauses weigh nothing."""
    own = [case for act in runs for case in _decided_cases(act)]
    about = {**shipped.about, "decisions": len(own)}
    return replace(shipped, acceptance=learn_acceptance(own), about=about)


def train(runs: Iterable[Decided] = (), annotated: Iterable[Annotated] = ()) -> Weights:
    """A model learnt anew: of what the program ships, of the decided findings of ``runs`` and of annotated acts."""
    acts = list(runs)
    decided = [finding for act in acts for finding in act.findings if is_decided(finding)]
    own = [case for act in acts for case in _decided_cases(act)]
    clauses = list(describe([*read_training(), *read_examples(read_rules()), *read_decided(decided)]))
    sentences = [sentence for act in annotated for sentence in describe_annotated(act)]
    about = {"clauses": len(clauses), "decisions": len(own), "sentences": len(sentences)}
    return fit([*clauses, *sentences], learn_acceptance(own), about)


def learn_acceptance(own: Sequence[Case], others: Sequence[Case] | None = None) -> Acceptance | None:
    """From the decisions of the user and those of others, by default the ones that come with the program."""
    cases = [*(read_reviewed() if others is None else others), *own]
    acceptance = fit_acceptance(cases)
    if acceptance is None or len(own) < FEWEST:
        return acceptance
    return replace(acceptance, reorders=not _order_harms(own, cases))


def is_decided(finding: Finding) -> bool:
    return (finding.decision or {}).get("state") in DECIDED


def _decided_cases(act: Decided) -> Iterator[Case]:
    for finding, case in zip(act.findings, read_cases(act.findings, act.likely), strict=True):
        if is_decided(finding):
            yield case


def _order_harms(judged: Sequence[Case], cases: Sequence[Case]) -> bool:
    """Whether on acts held out the first ten by weight are accepted less often than the first ten by rank, by more than the
    standard error over the acts: the first hundred decisions are on four or five acts, whose mean is mostly chance."""
    shown = [case for case in judged if not case.proposed and case.rank < SHOWN]
    gains = [gain for fold in range(FOLDS) for gain in _gain_held_out(shown, cases, fold)]
    return len(gains) > 1 and mean(gains) + stdev(gains) / math.sqrt(len(gains)) < 0


def _gain_held_out(judged: Sequence[Case], cases: Sequence[Case], fold: int) -> Iterator[float]:
    """Of each act of the fold, by how much the share of accepted among its first ten grows."""
    held = {name for at, name in enumerate(sorted({case.act for case in judged})) if at % FOLDS == fold}
    acceptance = fit_acceptance([case for case in cases if case.act not in held])
    if acceptance is None:
        return
    for name in sorted(held):
        own = [case for case in judged if case.act == name]
        by_weight = share_of_first((acceptance.weigh(case), case) for case in own)
        yield by_weight - share_of_first((-case.rank, case) for case in own)


def count_labels(clauses: Iterable[Labelled]) -> Counter[tuple[str, str]]:
    """Clauses by family and language; those that show nothing under the family whose file they stand in, with a dash."""
    counts: Counter[tuple[str, str]] = Counter()
    for clause in clauses:
        counts.update((family, clause.language) for family in clause.families or {f"-{clause.about}"})
    return counts
