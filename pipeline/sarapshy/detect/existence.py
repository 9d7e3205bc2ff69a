"""Existence: a wording that should not stand there, with guards on what stands around it.

«Комиссия қалауы бойынша …» is found by its words; the guards of the rule say when the same words are harmless. A form that
an act approves is no norm, yet what is filled in there decides on people too: «(жақсы, қанағаттанарлық)» in an act of
inspection is a grade by nobody's measure. Rules for forms look there only.
"""

from __future__ import annotations

from collections.abc import Iterator

from sarapshy.acts.model import ClauseRole
from sarapshy.acts.stretches import Reading, Stretch
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


def find_in_forms(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """The first hit in each form, a text annexed to be filled in, that no guard excuses."""
    seen: set[int | None] = set()
    for language in reading.languages:
        for hit in sorted(reading.find(rule.match[language]), key=lambda h: h.start):
            form = reading.outline.component(hit.stretch.clause)
            of_form = reading.clause(hit.stretch).language == language and _is_of_form(reading, hit.stretch)
            if of_form and form not in seen and passes(reading, rule, hit):
                seen.add(form)
                yield Evidence(hit.start, hit.end)


def _is_of_form(reading: Reading, stretch: Stretch) -> bool:
    return reading.clause(stretch).role is ClauseRole.FORM
