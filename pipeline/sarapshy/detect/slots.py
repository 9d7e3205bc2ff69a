"""Slots of a checklist that another act fills: what the rules of a commission leave out may stand in an act that they cite.

«Комиссия отырысын № 12 бұйрықпен бекітілген Қағидаларға сәйкес өткізеді»: where order 12 is in the run and says how many
members make a sitting valid, the quorum is not missing, it stands elsewhere. The reader is shown where, and the finding counts
for less, as it takes a person to tell whether it is the same commission. Laws are left aside: a law speaks of many.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sarapshy.acts.stretches import Reading
from sarapshy.detect.checklist import find_filled_slots
from sarapshy.detect.clashes import LIVE, relate_place
from sarapshy.detect.rules import Rule
from sarapshy.findings.model import Finding, Related
from sarapshy.references.facts import Facts, Relation, Side, make_place
from sarapshy.references.registry import Edge, Registry

SLOT = "slot"  # the matter of a side: its role is the code of the rule that asks for the slot
LAWS = 4  # the lowest rank of a law
ELSEWHERE = 0.5  # of the confidence
RESTING = (Relation.CITES, Relation.BASED_ON)

Answers = Mapping[str, Related]  # by the code of a rule: where an act that is cited fills its slot


def read_slots(reading: Reading, rule: Rule) -> Iterator[Side]:
    """The first place where the act fills the slot of a checklist of a procedure that it opens itself."""
    if not reading.has_norms:
        return
    for start, end in find_filled_slots(reading, rule):
        yield Side(SLOT, rule.code, make_place(reading, start, end))
        return


def find_answers(registry: Registry) -> dict[str, Answers]:
    """What acts that are cited say for those that cite them, by the path of the citing text."""
    found: dict[str, dict[str, Related]] = {}
    for edge in registry.edges:
        for text, side in _filled_by(registry, edge):
            found.setdefault(edge.text.path, {}).setdefault(side.role, relate_place(text, side.place))
    return dict(found)


def _filled_by(registry: Registry, edge: Edge) -> Iterator[tuple[Facts, Side]]:
    target = registry.entries[edge.target]
    text = target.text(edge.text.language) if edge.relation in RESTING and target.status in LIVE else None
    if text is not None and target.rank > LAWS and text.language == edge.text.language:
        yield from ((text, side) for side in text.sides if side.matter == SLOT)


def weigh_slot(finding: Finding, answers: Answers) -> Finding:
    """The finding as it is, or with the place of a cited act that fills its slot and the less confidence."""
    answer = answers.get(finding.rule) if finding.detector == "checklist" else None
    if answer is None:
        return finding
    confidence = round(finding.confidence * ELSEWHERE, 3)
    return replace(finding, confidence=confidence, related=(*finding.related, answer))
