"""What the classifier says of the clauses in which the rules have found something: whether they look like such clauses.

The rule sees a word, the classifier the whole sentence: of «қажет болған жағдайда» in «қажет болған жағдайда орындық қойылады»
it says 0.2 for discretion, in «қажет болған жағдайда комиссия бас тартады» 0.7. Readers agree with it often enough to order by.
"""

from __future__ import annotations

from collections.abc import Sequence

from sarapshy.acts.stretches import Reading
from sarapshy.classify.model import Weights
from sarapshy.classify.signs import Sentence, read_sentences
from sarapshy.findings.model import Finding


def weigh_clauses(reading: Reading, findings: Sequence[Finding], weights: Weights) -> dict[str, float]:
    """By the finding's id, how likely its family is in the likeliest sentence that its words touch, 0..1. A finding without
    words, or of a family that one clause does not show, is not among them."""
    sentences = read_sentences(reading)
    spans = [reading.to_source(each.start, each.end) for each in sentences]
    told: dict[str, float] = {}
    for finding in findings:
        start, end = finding.start, finding.end
        if start is None or end is None or finding.family not in weights.families:
            continue
        met = [each for each, (left, right) in zip(sentences, spans, strict=True) if left < end and start < right]
        if met:
            told[finding.id] = _likeliest(met, finding.family, weights)
    return told


def _likeliest(sentences: Sequence[Sentence], family: str, weights: Weights) -> float:
    column = weights.families.index(family)
    return max(row[column] for row in weights.score(sentences))
