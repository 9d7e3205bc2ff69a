"""What the classifier says of the clauses in which the rules have found something: whether they look like such clauses.

The rule sees a word, the classifier the whole sentence: of «қажет болған жағдайда» in «қажет болған жағдайда орындық қойылады»
it says 0.2 for discretion, in «қажет болған жағдайда комиссия бас тартады» 0.7. Readers agree with it often enough to order by.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from sarapshy.acts.stretches import Reading
from sarapshy.classify.model import Weights
from sarapshy.classify.signs import Sentence, list_places, read_sentence
from sarapshy.findings.model import Finding
from sarapshy.language.lexicon import read_lexicon

FIRST = 10  # findings that a reader looks at first
UNTOLD = 0.25  # of a finding without words, or of a family that one clause does not show
STEP = 0.02  # of likelihood, what a place in the order of the rules is worth; 0.01 and 0.03 do alike
Place = tuple[str, int]  # a family, and where the words begin
Likely = dict[Place, float]


class Weighed(dict[int, tuple[Sentence, list[float]]]):
    """The sentences of an act by their place in ``list_places``, each with its scores, made when it is first asked for."""

    def __init__(self, reading: Reading, weights: Weights) -> None:
        super().__init__()
        self._reading, self._weights = reading, weights

    def __missing__(self, at: int) -> tuple[Sentence, list[float]]:
        sentence = read_sentence(self._reading, at)
        self[at] = found = (sentence, self._weights.score([sentence])[0])
        return found


@lru_cache(maxsize=2)  # asked of one act by findings and for suppositions
def weigh_sentences(reading: Reading, weights: Weights) -> Weighed:
    return Weighed(reading, weights)


def weigh_places(reading: Reading, findings: Iterable[Finding], weights: Weights) -> Likely:
    """How likely the family of each finding is in the likeliest sentence that its words touch, 0..1. A finding without
    words, or of a family that one clause does not show, is not among them."""
    spans = [reading.to_source(start, end) for _, start, end in list_places(reading)]
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    weighed = weigh_sentences(reading, weights)
    told: Likely = {}
    for finding in findings:
        if finding.start is None or finding.end is None or finding.family not in weights.families:
            continue
        met = range(bisect_right(ends, finding.start), bisect_left(starts, finding.end))
        if met:
            column = weights.families.index(finding.family)
            told[finding.family, finding.start] = max(weighed[at][1][column] for at in met)
    return told


def weigh_clauses(reading: Reading, findings: Sequence[Finding], weights: Weights) -> dict[str, float]:
    """The same by the finding's id."""
    told = weigh_places(reading, findings, weights)
    return {each.id: told[place] for each in findings if (place := _place(each)) in told}


def order_likely(findings: Sequence[Finding], likely: Mapping[Place, float]) -> list[Finding]:
    """The findings of one act, which stand by rank, ranked anew where there are more than a reader looks at first: ahead
    those whose clauses look like it, though each place further down weighs against. What weighs most by the rules stays, in
    each language as many as ``rules/lexicons/learnt.yaml`` keeps."""
    if len(findings) <= FIRST:
        return [*findings]
    left: int = read_lexicon("learnt")["kept"][findings[0].act.language]
    worth = [likely.get(_place(each), UNTOLD) - STEP * at for at, each in enumerate(findings)]
    order = sorted(range(left, len(findings)), key=lambda at: (-worth[at], at))
    return [replace(findings[at], rank=rank) for rank, at in enumerate([*range(left), *order], 1)]


def _place(finding: Finding) -> Place:
    return finding.family, -1 if finding.start is None else finding.start
