"""Existence: a wording that should not stand there, with guards on what stands around it.

«Комиссия қалауы бойынша …» is found by its words; the guards of the rule say when the same words are harmless.
"""

from __future__ import annotations

from collections.abc import Iterator

from sarapshy.acts.stretches import Reading
from sarapshy.detect.build import Evidence
from sarapshy.detect.guards import passes
from sarapshy.detect.rules import Rule


def find_existence(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """Each hit of the rule's patterns in a norm that no guard excuses; one a sentence. A title in
    quotation marks is no norm."""
    seen: set[tuple[int, int]] = set()
    for language in reading.languages:
        for hit in reading.find(rule.match[language]):
            if reading.clause(hit.stretch).language != language or not reading.is_norm(hit.stretch):
                continue
            sentence = reading.sentence(hit.start)
            if sentence in seen or reading.is_quoted(hit.start, hit.end):
                continue
            if passes(reading, rule, hit):
                seen.add(sentence)
                yield Evidence(hit.start, hit.end)
