"""References to acts that are no more, or are others, or have not the clause: what a single act cannot know of itself.

«№ 88 бұйрығына сәйкес» is sound until order 15 of the run repeals order 88.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sarapshy.detect.clashes import CHANGING, LIVE, Clash, Run, Values, cited_pairs, naming
from sarapshy.detect.rules import Rule
from sarapshy.references.citing import cite, cite_address
from sarapshy.references.facts import Facts, Place
from sarapshy.references.registry import Edge, Entry, Registry

CITED = ("art", "pt")  # units that an act numbers throughout


def find_lost_acts(run: Run, rule: Rule) -> Iterator[Clash]:
    """Places that rest on an act which another act of the run repealed. Of norms that leave a matter to it, by the rule
    on blanket norms; of the others, by that on broken references."""
    blanket = rule.factor == "N1"
    for source, target, edges in cited_pairs(run.registry):
        lost = target.repealed_by
        if lost is None or target.name.key or not target.name.date or _changes(run.registry, source, target):
            continue
        cut = run.registry.edges[lost]
        live = [edge for edge in edges if source.status in LIVE or edge.mention.carried]
        speaking = [edge for edge in live if edge.mention.place.quote and not edge.misdated]
        if speaking and blanket == any(edge.mention.delegates for edge in speaking):
            yield _lost(run.registry, speaking, cut, rule)


def _lost(registry: Registry, edges: list[Edge], cut: Edge, rule: Rule) -> Clash:
    target, ender = registry.entries[cut.target], registry.entries[cut.source]
    first = next((edge for edge in edges if edge.mention.delegates), edges[0])
    source = registry.entries[first.source]
    late = source.date is not None and ender.date is not None and source.date > ender.date
    others = [(edge.text, edge.mention.place) for edge in edges if edge is not first and edge.text is first.text]

    def values(language: str) -> Mapping[str, str]:
        return {"act": cite(target, language), "other": cite(ender, language)}

    confidence = min(rule.confidence + 0.15, 0.9) if late else rule.confidence
    return Clash(first.text, first.mention.place, values, ((cut.text, cut.mention.place), *others[:5]), confidence)


def _changes(registry: Registry, source: Entry, target: Entry) -> bool:
    return any(
        edge.target == target.position and edge.relation in CHANGING
        for edge in registry.outgoing.get(source.position, ())
    )


def find_misdated(run: Run, rule: Rule) -> Iterator[Clash]:
    """Acts named by a date that is not theirs, once a pair."""
    seen: set[tuple[str, int]] = set()
    for edge in run.registry.edges:
        key = (edge.text.path, edge.target)
        if edge.misdated and edge.name.date and edge.mention.place.quote and key not in seen:
            seen.add(key)
            target = run.registry.entries[edge.target]
            said = ".".join(reversed(edge.name.date.split("-")))
            text = target.text(edge.text.language)
            others = ((text, Place(0, 0)),) if text else ()
            yield Clash(edge.text, edge.mention.place, naming(target, said=said), others)


def find_lacking_clauses(run: Run, rule: Rule) -> Iterator[Clash]:
    """Articles and points that an act of the run has not, where its text is of a day on which the citing act stood. What
    leaves a matter to them is told by the rule on blanket norms."""
    blanket = rule.factor == "N1"
    for source, target, edges in cited_pairs(run.registry):
        speaking = [edge for edge in edges if edge.mention.delegates == blanket]
        for edge in speaking if target.is_here and source.status in LIVE else ():
            text, unit = target.text(edge.text.language), " ".join(edge.mention.address.split()[:2])
            if (
                text is not None
                and _lacks(text, unit)
                and edge.mention.place.quote
                and _is_of_later_day(text, edge.text)
            ):
                yield Clash(edge.text, edge.mention.place, _lacking(target, unit), ((text, Place(0, 0)),))


def _lacks(text: Facts, unit: str) -> bool:
    """Whether the text has units of that kind and not this one: «pt 9» of an act with points 1 and 2."""
    kind = unit.partition(" ")[0]
    return kind in CITED and unit not in text.clauses and any(known.startswith(f"{kind} ") for known in text.clauses)


def _lacking(target: Entry, unit: str) -> Values:
    return lambda language: {"act": cite(target, language), "clause": cite_address(unit, language)}


def _is_of_later_day(law: Facts, text: Facts) -> bool:
    day = text.identity.edition or text.identity.date
    return law.identity.edition is not None and day is not None and day <= law.identity.edition
