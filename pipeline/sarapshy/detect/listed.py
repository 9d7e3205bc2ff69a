"""Powers that a list gives: «Комиссия вправе: 1) отклонить заявку; …». The item names the deed; that it is a right stands
in the line above, in Kazakh also at the end of the last item: «Басқарма: 1) төлемді тоқтатуға; 2) мәлімет сұратуға құқылы»."""

from __future__ import annotations

from collections.abc import Iterator

from sarapshy.acts.stretches import Hit, Reading
from sarapshy.detect.build import Evidence
from sarapshy.detect.guards import holds_in
from sarapshy.detect.rules import Rule
from sarapshy.language.actors import find_actor

ENDS = " ;,.\n"


def find_listed(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """The first hit in each item of a list of rights, the line above which names a subject of the rule's kinds."""
    for language in reading.languages:
        hits = sorted(reading.find(rule.match[language]), key=lambda h: h.start)
        listed = [(hit, above.start) for hit in hits if (above := reading.lead_of(hit.stretch)) is not None]
        leads = set(_list_leads(reading, rule, language, {line for _, line in listed})) if listed else set[int]()
        seen: set[int] = set()
        for hit, line in listed:
            if line not in leads or hit.stretch.start in seen:
                continue
            if _stands(reading, rule, hit, language):
                seen.add(hit.stretch.start)
                yield Evidence(hit.start, hit.end)


def _list_leads(reading: Reading, rule: Rule, language: str, asked: set[int]) -> Iterator[int]:
    """Which of the lines that start there the words of the list ``right`` make a head of rights."""
    for hit in reading.find(rule.lists["right"][language]):
        last = language == "kk" and _is_last(reading, hit)
        lead = reading.lead_of(hit.stretch) if last else hit.stretch
        if lead is None or lead.start not in asked:
            continue
        actor = find_actor(reading.text[lead.start : lead.end], language, None if last else hit.start - lead.start)
        if actor is not None and str(actor.kind) in rule.actors:
            yield lead.start


def _is_last(reading: Reading, hit: Hit) -> bool:
    return not reading.text[hit.end : hit.stretch.end].strip(ENDS)


def _stands(reading: Reading, rule: Rule, hit: Hit, language: str) -> bool:
    """A Kazakh item that waits for its modal word ends with the deed."""
    if not reading.is_norm(hit.stretch) or (language == "kk" and not _is_last(reading, hit)):
        return False
    return not any(holds_in(reading, scope, patterns, hit) for scope, patterns in rule.unless.items())
