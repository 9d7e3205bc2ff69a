"""Checklists: an act that sets up a commission, a competition, a service must say certain things of it.

The type of procedure is recognised by the clause that opens it («комиссия құрылады»); each rule is one slot, filled by
any of its patterns anywhere in the same component or in its annexes. An empty slot is a finding at the opening clause, or
at the ``anchor``: the place where a reader would look for it, such as the sentence on votes for the form of voting.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from sarapshy.acts.stretches import Hit, Reading
from sarapshy.detect.build import Evidence
from sarapshy.detect.commissions import Commission, is_regulated_elsewhere, read_commissions
from sarapshy.detect.guards import bound_scope, passes
from sarapshy.detect.rules import ActType, Rule, read_types

EACH_SLOT = "selection"
OWN_SLOTS = ("term", "quorum", "voting", "tie")  # of the rest a sentence may speak with no commission named
OWN = 0.7  # of the confidence: a sentence on commissions in general may cover it
EACH = 0.75  # of the confidence: of a commission after the first whose members somebody picks
SPOKEN = 2  # paragraphs on a commission: one that is named in passing is regulated elsewhere


@lru_cache(maxsize=32)  # each slot of a checklist asks for its type of procedure, of one act in turn
def find_openings(reading: Reading, key: str) -> tuple[tuple[int | None, Hit], ...]:
    """The first opening of the type of procedure in each component that it is regulated in."""
    openings: dict[int | None, Hit] = {}
    act_type = read_types()[key]
    for language in reading.languages if reading.has_norms else ():
        for hit in sorted(reading.find(act_type.opens[language]), key=lambda h: h.start):
            if reading.clause(hit.stretch).language != language or not reading.is_norm(hit.stretch):
                continue
            component = reading.outline.component(hit.stretch.clause)
            if component not in openings and _is_regulated(reading, act_type, hit):
                openings[component] = hit
    return tuple(sorted(openings.items(), key=lambda pair: pair[1].start))


def _is_regulated(reading: Reading, act_type: ActType, hit: Hit) -> bool:
    start, end = bound_scope(reading, "component", hit)
    language = reading.clause(hit.stretch).language
    if not all(reading.holds(patterns.get(language, ()), start, end) for patterns in act_type.needs):
        return False
    return not reading.holds(act_type.unless.get(language, ()), start, end)


def find_empty_slots(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """One evidence for each component whose procedure leaves the slot empty."""
    for _, opening in find_openings(reading, rule.type or ""):
        language = reading.clause(opening.stretch).language
        start, end = bound_scope(reading, "component", opening)
        if rule.type == "commission" and rule.slot == EACH_SLOT:
            yield from _find_composed(reading, rule, language, start, end)
        if _is_filled(reading, rule, language, start, end):
            if rule.type == "commission" and rule.slot in OWN_SLOTS:
                yield from _find_left_out(reading, rule, language, start, end)
            continue
        if not passes(reading, rule, opening):
            continue
        place = _find_anchor(reading, rule, opening, start, end)
        yield Evidence(place.start, place.end)


def find_filled_slots(reading: Reading, rule: Rule) -> Iterator[tuple[int, int]]:
    """Folded offsets of what fills the slot, in each component that regulates the procedure."""
    for _, opening in find_openings(reading, rule.type or ""):
        language = reading.clause(opening.stretch).language
        start, end = bound_scope(reading, "component", opening)
        if _is_filled(reading, rule, language, start, end):
            hits = (hit for each in rule.lists["filled"].get(language, ()) for hit in reading.places(each, start, end))
            yield min(hits)


def _find_composed(reading: Reading, rule: Rule, language: str, start: int, end: int) -> Iterator[Evidence]:
    """Where it is told of whom a commission consists, and not by what they are picked: each commission by its name, for
    the members of one are not those of another."""
    anchors = rule.lists["anchor"].get(language, ())
    commissions = read_commissions(reading)
    named = {commission.name[1] for commission in commissions if commission.name[0]}
    for commission in commissions:
        if (not commission.name[0] and commission.name[1] in named) or is_regulated_elsewhere(commission, language):
            continue
        hits = [hit for hit in commission.hits if start <= hit.start < end and reading.is_norm(hit.stretch)]
        told = next((hit for hit in hits if reading.holds(anchors, *reading.sentence(hit.start))), None)
        if told is None or any(_is_filled(reading, rule, language, *reading.point_span(hit.stretch)) for hit in hits):
            continue
        yield Evidence(told.start, told.end, confidence=rule.confidence * EACH)


def _find_left_out(reading: Reading, rule: Rule, language: str, start: int, end: int) -> Iterator[Evidence]:
    """The commissions of a component of which their own paragraphs do not say what another's say: the quorum of the first
    commission is not that of the second."""
    named = [c for c in read_commissions(reading) if c.name[0] and start <= c.hits[0].start < end]
    if len(named) < 2:
        return
    for commission in named:
        if is_regulated_elsewhere(commission, language):
            continue
        spans = _own_spans(reading, commission, named, end)
        if len(spans) < SPOKEN or not any(_decides(reading, language, *span) for span in spans):
            continue
        if not any(_is_filled(reading, rule, language, *span) for span in spans):
            hit = next(hit for hit in commission.hits if reading.is_norm(hit.stretch))
            yield Evidence(hit.start, hit.end, confidence=rule.confidence * OWN)


def _own_spans(reading: Reading, commission: Commission, named: list[Commission], end: int) -> list[tuple[int, int]]:
    """Paragraphs of norms that speak of this commission before any other, with what follows up to the next that names
    one: «Отырыс … заңды болады» speaks of the commission of the paragraph before."""
    opened: dict[int, Commission] = {}
    for hit, other in sorted(((hit, c) for c in named for hit in c.hits), key=lambda pair: pair[0].start):
        opened.setdefault(hit.stretch.start, other)
    starts = sorted(opened)
    found = []
    for position, start in enumerate(starts):
        stretch = reading.stretch_at(start)
        if opened[start] is not commission or stretch is None or not reading.is_norm(stretch):
            continue
        after = starts[position + 1] if position + 1 < len(starts) else end
        found.append((start, max(stretch.end, after)))
    return found


def _decides(reading: Reading, language: str, start: int, end: int) -> bool:
    return reading.holds(read_types()["commission"].needs[1].get(language, ()), start, end)


def _is_filled(reading: Reading, rule: Rule, language: str, start: int, end: int) -> bool:
    """Whether anything fills the slot. A sentence of ``other`` speaks of another thing in the same words: «төрағаны ашық
    дауыспен сайлайды» says nothing of how the commission decides."""
    filled, other = rule.lists["filled"].get(language, ()), rule.lists.get("other", {}).get(language, ())
    if not other:
        return reading.holds(filled, start, end)
    hits = (at for pattern in filled for at, _ in pattern.find_words(reading.words, *reading.words.range(start, end)))
    return any(not reading.holds(other, *reading.sentence(at)) for at in hits)


def _find_anchor(reading: Reading, rule: Rule, opening: Hit, start: int, end: int) -> Hit:
    """The first place of the first anchor that stands in the component, in a point rather than in an annex."""
    for anchor in rule.lists.get("anchor", {}).get(reading.clause(opening.stretch).language, ()):
        hits = [hit for hit in reading.find((anchor,)) if start <= hit.start < end and reading.is_norm(hit.stretch)]
        if hits:
            return min(hits, key=lambda hit: (reading.outline.numbered(hit.stretch.clause) is None, hit.start))
    return opening
