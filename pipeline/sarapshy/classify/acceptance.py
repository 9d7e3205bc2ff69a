"""How often an expert accepts a finding, by what it is: its rule, factor, severity, and how many of its like stand before.

A rule says of itself how sure it is (``confidence: 0.55``), which is a guess until reviewers have decided. What they
accept and reject turns it into a share: of findings told with 0.7, seven in ten are accepted. Learnt from
``corpora/training/reviewed.jsonl``, decisions on findings in thirty acts without any word of these, and from the user's own.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from sarapshy.detect.rules import read_rules
from sarapshy.findings.model import Finding
from sarapshy.findings.rank import rank

PENALTY = 0.3  # inverse of its strength: chosen by cross-validation over acts
MANY = 30  # findings an act, beyond which one more says nothing
NARROWEST = 0.02  # nothing is certain: shares are kept this far from 0 and 1
CLASSIFIER = "classifier"
Traits = dict[str, float]


@dataclass(frozen=True, slots=True)
class Case:
    """A finding that somebody decided on. ``prior`` is what its rule, or the classifier, says of itself; ``like`` counts
    the findings of its code that rank above it, ``of`` all of the act."""

    act: str
    rule: str
    code: str
    family: str
    slot: str | None
    severity: str
    prior: float
    rank: int
    like: int
    of: int
    accepted: bool = False

    @property
    def proposed(self) -> bool:
        return self.rule.endswith(CLASSIFIER)

    @property
    def traits(self) -> Traits:
        told = logit(self.prior)
        shared = {f"code {self.code}": 1.0, "like": math.log1p(self.like), "of": min(self.of, MANY) / MANY}
        if self.proposed:
            return {**shared, "proposed": 1.0, "score": told, f"proposed {self.family}": 1.0}
        own = {f"rule {self.rule}": 1.0, f"severity {self.severity}": 1.0, "prior": told, "rank": self.rank / MANY}
        return {**shared, **own, **({f"slot {self.slot}": 1.0} if self.slot else {})}


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A number a trait; ``reorders`` tells that by it the first ten of an act got better on the decisions."""

    traits: dict[str, float]
    bias: float
    reorders: bool = False

    def expect(self, case: Case) -> float:
        """The share of such findings that is accepted."""
        total = self.bias + sum(self.traits.get(name, 0.0) * value for name, value in case.traits.items())
        return min(max(1 / (1 + math.exp(-total)), NARROWEST), 1 - NARROWEST)


def read_cases(findings: Sequence[Finding], prior: dict[str, float] | None = None) -> list[Case]:
    """Those of one act, which stand by rank. ``prior`` gives scores of proposals by id; their confidence where it does not."""
    priors, like = _priors(), Counter[str]()
    cases = []
    for at, each in enumerate(findings):
        told = (
            priors.get(each.rule, each.confidence) if prior is None else prior.get(each.id, priors.get(each.rule, 0.5))
        )
        state = (each.decision or {}).get("state")
        known = (each.rule, each.code, each.family, each.slot, each.severity)
        cases.append(Case(each.act.path, *known, told, at, like[each.code], len(findings), state == "accepted"))
        like[each.code] += 1
    return cases


def read_reviewed() -> list[Case]:
    """The decisions that come with the program."""
    source = files("sarapshy.corpora").joinpath("training", "decisions", "reviewed.jsonl")
    return [Case(**json.loads(line)) for line in source.read_text(encoding="utf-8").splitlines()]


def fit_acceptance(cases: Sequence[Case]) -> Acceptance | None:
    """None where all decisions are alike, or there are none."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    if len({case.accepted for case in cases}) < 2:
        return None
    columns = DictVectorizer()
    table: Any = columns.fit_transform([case.traits for case in cases])
    fitted = LogisticRegression(C=PENALTY, max_iter=2000).fit(table, [case.accepted for case in cases])
    numbers = zip(columns.feature_names_, fitted.coef_[0], strict=True)
    return Acceptance({name: round(float(number), 4) for name, number in numbers}, float(fitted.intercept_[0]))


def calibrate(findings: Sequence[Finding], acceptance: Acceptance | None) -> list[Finding]:
    """The findings of one act in their order, each with the share of its like that is accepted for its confidence."""
    if acceptance is None:
        return [*findings]
    cases = read_cases(findings)
    return [
        replace(finding, confidence=round(acceptance.expect(case), 3))
        for finding, case in zip(findings, cases, strict=True)
    ]


def reorder(findings: Sequence[Finding], acceptance: Acceptance | None) -> list[Finding]:
    """The findings of one act by how likely they are accepted, those of the rules before those of the classifier."""
    ready = calibrate(findings, acceptance)
    if acceptance is None or not acceptance.reorders:
        return ready
    ruled = rank(each for each in ready if each.detector != CLASSIFIER)
    proposed = [each for each in ready if each.detector == CLASSIFIER]
    return [*ruled, *(replace(each, rank=len(ruled) + at) for at, each in enumerate(proposed, 1))]


def share_of_first(cases: Iterable[tuple[float, Case]], first: int = 10) -> float:
    """The share of accepted among the first of each act, by the number given with each case, the greatest first."""
    by_act: dict[str, list[tuple[float, Case]]] = {}
    for weight, case in cases:
        by_act.setdefault(case.act, []).append((weight, case))
    tops = [sorted(each, key=lambda pair: (-pair[0], pair[1].rank))[:first] for each in by_act.values()]
    shown = [case for top in tops for _, case in top]
    return sum(case.accepted for case in shown) / len(shown) if shown else math.nan


def logit(share: float) -> float:
    kept = min(max(share, NARROWEST), 1 - NARROWEST)
    return math.log(kept / (1 - kept))


@cache
def _priors() -> dict[str, float]:
    """How sure each rule says it is. A proposal has its own score, which no rule file holds."""
    return {rule.code: rule.confidence for rule in read_rules()}
