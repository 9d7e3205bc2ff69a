"""A term that runs from a step which has no term itself: «өтініш қаралғаннан кейін үш жұмыс күні ішінде хабарлайды».

The answer is bound to three days and the examination to none, so the whole may last as long as the body likes. The lists of
the rule come in pairs: ``examine`` is how a term runs from the step, ``examine_timed`` how the act sets the step's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from sarapshy.acts.stretches import Hit, Reading
from sarapshy.detect.build import Evidence
from sarapshy.detect.guards import bound_scope
from sarapshy.detect.rules import Rule

TIMED = "_timed"
MOST = 2  # of one act: the defect is of the procedure, not of the sentence


def find_terms_from_untimed(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """For each kind of step the first term that runs from it, where its component never says how long it takes."""
    found = [hit for name in rule.lists if name + TIMED in rule.lists for hit in _first_untimed(reading, rule, name)]
    for hit in sorted(found, key=lambda hit: hit.start)[:MOST]:
        yield Evidence(hit.start, hit.end)


def _first_untimed(reading: Reading, rule: Rule, name: str) -> list[Hit]:
    for language in reading.languages:
        timed = rule.lists[name + TIMED].get(language, ())
        for hit in reading.find(rule.lists[name].get(language, ())):
            if reading.clause(hit.stretch).language != language or not reading.is_norm(hit.stretch):
                continue
            if not reading.holds(timed, *bound_scope(reading, "component", hit)):
                return [hit]
    return []
