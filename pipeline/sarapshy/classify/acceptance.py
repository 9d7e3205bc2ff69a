"""How often an expert accepts a finding, by what it is: how sure its rule is, whether the clause looks like one of its family
to the model that has learnt from labelled clauses, how high it ranks, how many of its like stand before it.

A rule says of itself how sure it is (``confidence: 0.55``), which is a guess until reviewers have decided. What they
accept and reject turns it into a share: of findings told with 0.7, seven in ten are accepted. Learnt from
``corpora/training/reviewed.jsonl``, decisions on findings in 98 acts without any word of these, and from the user's own.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from sarapshy.detect.rules import read_rules
from sarapshy.findings.model import Finding
from sarapshy.findings.rank import SEVERITY

PENALTY = 0.01  # inverse of its strength: chosen by cross-validation over acts
OWN = 0.3  # what the code and the rule weigh beside what all rules share: few decisions say little of one rule
PLACE = 0.25  # what the rules' own place weighs beside what was learnt; 0.1 to 0.5 do alike
MANY = 30  # findings an act, beyond which one more says nothing
NARROWEST = 0.02  # nothing is certain: shares are kept this far from 0 and 1
NEUTRAL = 0.5  # of a finding whose clause the classifier does not weigh
SHOWN = 25  # findings an act that a careful reader takes in
CLASSIFIER = "classifier"
Traits = dict[str, float]


@dataclass(frozen=True, slots=True)
class Case:
    """A finding that somebody decided on. ``prior`` is what its rule, or the classifier, says of itself, ``likely`` what the
    classifier says of its clause (0.5 where it says nothing); ``like`` counts the findings of its code that rank above it,
    ``same`` those of its rule, ``of`` all of the act."""

    act: str
    rule: str
    code: str
    family: str
    severity: str
    prior: float
    likely: float
    rank: int
    like: int
    same: int
    of: int
    accepted: bool = False

    @property
    def proposed(self) -> bool:
        return self.rule.endswith(CLASSIFIER)

    @property
    def traits(self) -> Traits:
        shared = {f"code {self.code}": OWN, "like": math.log1p(self.like), "of": min(self.of, MANY) / MANY}
        if self.proposed:
            return {**shared, "proposed": 1.0, "score": logit(self.prior)}
        told = {"prior": logit(self.prior), "likely": logit(self.likely), "severity": SEVERITY[self.severity]}
        place = {"rank": (self.rank + 1) / MANY, "same": math.log1p(self.same)}
        return {**shared, **told, **place, f"family {self.family}": 1.0, f"rule {self.rule}": OWN}


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A number a trait; ``reorders`` tells that findings are to stand in the order of ``weigh``."""

    traits: dict[str, float]
    bias: float
    reorders: bool = False

    def expect(self, case: Case) -> float:
        """The share of such findings that is accepted."""
        return min(max(1 / (1 + math.exp(-self._sum(case))), NARROWEST), 1 - NARROWEST)

    def weigh(self, case: Case) -> float:
        """What findings are ordered by, the greatest first: decisions adjust the place that the rules gave and do not
        replace it. By what was learnt alone, the first ten would be right less often."""
        return self._sum(case) - PLACE * math.log1p(case.rank)

    def _sum(self, case: Case) -> float:
        return self.bias + sum(self.traits.get(name, 0.0) * value for name, value in case.traits.items())


def read_cases(findings: Sequence[Finding], likely: Mapping[str, float]) -> list[Case]:
    """Those of one act, which stand by rank. ``likely`` gives what the classifier says of their clauses, by id."""
    priors, like = _priors(), Counter[str]()
    same = Counter(each.rule for each in findings)
    cases = []
    for at, each in enumerate(findings):
        told = (priors.get(each.rule, each.confidence), likely.get(each.id, NEUTRAL))
        place = (at, like[each.code], same[each.rule], len(findings))
        known = (each.act.path, each.rule, each.code, each.family, each.severity)
        cases.append(Case(*known, *told, *place, (each.decision or {}).get("state") == "accepted"))
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


def calibrate(
    findings: Sequence[Finding], acceptance: Acceptance | None, likely: Mapping[str, float] = MappingProxyType({})
) -> list[Finding]:
    """The findings of one act in their order, each with the share of its like that is accepted for its confidence. What the
    classifier proposes keeps its own: it has learnt from whole acts how often such sentences are at fault."""
    if acceptance is None:
        return [*findings]
    cases = read_cases(findings, likely)
    return [
        finding if case.proposed else replace(finding, confidence=round(acceptance.expect(case), 3))
        for finding, case in zip(findings, cases, strict=True)
    ]


def reorder(
    findings: Sequence[Finding], acceptance: Acceptance | None, likely: Mapping[str, float] = MappingProxyType({})
) -> list[Finding]:
    """The findings of one act, those of its first twenty-five that the rules told by how likely they are accepted: which
    stand among them is for the rules to say, so nothing is lost that a reader would have met."""
    ready = calibrate(findings, acceptance, likely)
    if acceptance is None or not acceptance.reorders:
        return ready
    ruled = [each for each in ready if each.detector != CLASSIFIER]
    weights = {each.id: acceptance.weigh(case) for each, case in zip(ready, read_cases(findings, likely), strict=True)}
    shown = sorted(ruled[:SHOWN], key=lambda each: (-weights[each.id], each.rank))
    proposed = [each for each in ready if each.detector == CLASSIFIER]
    return [replace(each, rank=at) for at, each in enumerate([*shown, *ruled[SHOWN:], *proposed], 1)]


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
