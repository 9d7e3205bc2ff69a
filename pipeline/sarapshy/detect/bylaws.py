"""Laws and the acts that rest on them: what a law orders and nobody adopted, what a by-law rests on that speaks of
something else.
"""

from __future__ import annotations

from collections.abc import Iterator

from sarapshy.detect.clashes import LIVE, Clash, Run, Values, against, cited_pairs
from sarapshy.detect.rules import Rule
from sarapshy.detect.sides import POWER
from sarapshy.language.likeness import share
from sarapshy.references.citing import cite
from sarapshy.references.facts import Relation
from sarapshy.references.naming import title_heads
from sarapshy.references.registry import Entry

BYLAWS = 3  # acts of the run based on a law, below which the run knows nothing of its by-laws
ANSWERED = 0.5  # share of the words of what a law orders that the title of an act holds
FOREIGN = 0.12  # share of the words of a title that the authorising norm holds, below which it speaks of something else


def find_unadopted(run: Run, rule: Rule) -> Iterator[Clash]:
    """What a law orders others to adopt, and no act that the run knows by name answers, though several rest on the law."""
    titles = [frozenset(title_heads(entry.name.title)) for entry in run.registry.entries if entry.name.title]
    for entry, text, side in run.sides[POWER]:
        incoming = run.registry.incoming.get(entry.position, ())
        resting = {edge.source for edge in incoming if edge.relation is Relation.BASED_ON}
        cited = any(edge.mention.address and side.subject.startswith(edge.mention.address) for edge in incoming)
        heads = frozenset(side.heads)
        if len(resting) >= BYLAWS and not cited and not any(share(heads, title) >= ANSWERED for title in titles):
            yield Clash(text, side.place, _counting(entry, len(resting)))


def _counting(entry: Entry, acts: int) -> Values:
    return lambda language: {"act": cite(entry, language), "acts": str(acts)}


def find_foreign_powers(run: Run, rule: Rule) -> Iterator[Clash]:
    """Acts whose title has next to nothing in common with the norm of the law on which they say they are based."""
    powers = {(text.path, side.subject): (text, side) for _, text, side in run.sides[POWER]}
    for source, target, edges in cited_pairs(run.registry):
        for edge in edges:
            law = target.text(edge.text.language)
            power = powers.get((law.path, edge.mention.address)) if law else None
            title = frozenset(title_heads(edge.text.identity.title or ""))
            if edge.relation is not Relation.BASED_ON or power is None or len(title) < 4 or source.status not in LIVE:
                continue
            if share(title, frozenset(power[1].heads)) < FOREIGN and power[0].language == edge.text.language:
                place = power[1].place
                yield Clash(edge.text, edge.mention.place, against(target, place), ((power[0], place),))
