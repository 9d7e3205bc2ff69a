"""Laws and the acts that rest on them: what a law orders and nobody adopted, what a by-law rests on that speaks of
something else, what a by-law lays down though it may only list or draw up a form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sarapshy.detect.clashes import LIVE, Clash, Run, Values, against, cited_pairs
from sarapshy.detect.rules import Rule
from sarapshy.detect.sides import POWER
from sarapshy.language.letters import fold
from sarapshy.language.likeness import share
from sarapshy.language.pattern import Pattern, holds_any
from sarapshy.references.citing import cite
from sarapshy.references.facts import Facts, Relation, Side
from sarapshy.references.naming import title_heads
from sarapshy.references.registry import Edge, Entry

BYLAWS = 3  # acts of the run based on a law, below which the run knows nothing of its by-laws
ANSWERED = 0.5  # share of the words of what a law orders that the title of an act holds
LONG = 4  # words of a title that says what the act is about
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
    for resting in _find_resting(run):
        if len(resting.title) >= LONG and share(resting.title, frozenset(resting.power.heads)) < FOREIGN:
            yield resting.clash()


def find_beyond_powers(run: Run, rule: Rule) -> Iterator[Clash]:
    """Acts that lay down rules where the norm on which they are based lets a list, a form or the like be approved."""
    for resting in _find_resting(run):
        language, text = resting.law.language, resting.edge.text
        granted = resting.power.place.quote
        called = " ".join((text.identity.title or "", *text.approves))
        lesser = _says(rule.lists["lesser"][language], granted) and not _says(rule.lists["rules"][language], granted)
        if (
            lesser
            and _says(rule.lists["rules"][language], called)
            and not _says(rule.lists["lesser"][language], called)
        ):
            yield resting.clash()


@dataclass(frozen=True, slots=True)
class _Resting:
    """An act that says it is based on a norm of a law of the run, by which something may be adopted."""

    edge: Edge
    target: Entry
    law: Facts
    power: Side

    @property
    def title(self) -> frozenset[str]:
        return frozenset(title_heads(self.edge.text.identity.title or ""))

    def clash(self) -> Clash:
        place = self.power.place
        return Clash(self.edge.text, self.edge.mention.place, against(self.target, place), ((self.law, place),))


def _find_resting(run: Run) -> Iterator[_Resting]:
    powers = {(text.path, side.subject): side for _, text, side in run.sides[POWER]}
    for source, target, edges in cited_pairs(run.registry):
        for edge in edges if source.status in LIVE else ():
            law = target.text(edge.text.language)
            power = powers.get((law.path, edge.mention.address)) if law else None
            if law and power and edge.relation is Relation.BASED_ON and law.language == edge.text.language:
                yield _Resting(edge, target, law, power)


def _says(patterns: Iterable[Pattern], words: str) -> bool:
    return holds_any(patterns, fold(words).text)
