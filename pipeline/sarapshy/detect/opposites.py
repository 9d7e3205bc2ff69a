"""Two sentences of one act that take opposite sides: who pays, who decides, how a vote is held.

A grant paid «республикалық бюджет есебінен» in one point and «жергілікті бюджет есебінен» in the next has two payers. What
the sides are stands in the rule; that both speak of the same thing is shown by a pattern that both sentences hold.
Only places that one list found are compared, so that the cost follows their number and not the square of the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from sarapshy.acts.stretches import Hit, Reading
from sarapshy.detect.build import Evidence
from sarapshy.detect.rules import Patterns, Rule

SIDES = 200  # hits of one side that are compared; more are a subject of the act
REPORTED = 3  # places of one clash


def find_two_sides(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """A place of the list ``second`` against a place of the list ``first`` about the same subject.

    ``subject`` names what both sentences must hold, by one and the same pattern; a rule about names has none. A sentence
    with both sides, or with a pattern of ``both``, chooses between them itself.
    """
    for language in reading.languages:
        first = _find_side(reading, rule, "first", rule.lists.get("both", {}), language)
        second = _find_side(reading, rule, "second", rule.lists["first"], language) if first else []
        pairs = ((_find_partner(reading, rule, first, hit, language), hit) for hit in second)
        for partner, hit in islice(((one, hit) for one, hit in pairs if one is not None), REPORTED):
            values = {"other": reading.quote(partner.start, partner.end), "place": reading.point_number(partner.start)}
            yield Evidence(hit.start, hit.end, values, related=((partner.start, partner.end),))


def _find_side(reading: Reading, rule: Rule, name: str, opposite: Patterns, language: str) -> list[Hit]:
    """Hits of one side in norms, whose sentence neither holds the other side nor is excused."""
    excused = (*opposite.get(language, ()), *rule.lists.get("both", {}).get(language, ()))
    found = []
    for hit in islice(reading.find(rule.lists[name][language]), SIDES):
        if reading.clause(hit.stretch).language != language or not reading.is_norm(hit.stretch):
            continue
        if not reading.holds(excused, *reading.sentence(hit.start)):
            found.append(hit)
    return sorted(found, key=lambda hit: hit.start)


def _find_partner(reading: Reading, rule: Rule, first: list[Hit], hit: Hit, language: str) -> Hit | None:
    return next((one for one in first if _is_same_matter(reading, rule, one, hit, language)), None)


def _is_same_matter(reading: Reading, rule: Rule, one: Hit, other: Hit, language: str) -> bool:
    if reading.outline.component(one.stretch.clause) != reading.outline.component(other.stretch.clause):
        return False
    a, b = reading.sentence(one.start), reading.sentence(other.start)
    if "subject" not in rule.lists:
        return a != b
    return a != b and any(reading.holds((s,), *a) and reading.holds((s,), *b) for s in rule.lists["subject"][language])
