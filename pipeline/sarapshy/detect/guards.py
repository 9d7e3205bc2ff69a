"""What keeps a hit from being a finding: who acts, what else the sentence, the point or the act says.

«Өтініш беруші шағымдануға құқылы» is a citizen's right and no discretion; «қажет болған жағдайда» is no vague wording
where the act says when it is needed. Rules name such guards under ``needs`` and ``unless``, by scope.
"""

from __future__ import annotations

from functools import lru_cache

from sarapshy.acts.model import ClauseKind
from sarapshy.acts.stretches import Hit, Reading
from sarapshy.detect.rules import SCOPES, Patterns, Rule
from sarapshy.language.actors import Actor, find_actor
from sarapshy.language.pattern import Pattern

WIDE = ("chapter", "component", "act")  # scopes that many hits have in common
BOUNDS = ";:\n"  # what parts the items of a list that is written in one line: «1) өтініш;2) дипломның көшірмесі»


def bound_scope(reading: Reading, scope: str, hit: Hit) -> tuple[int, int]:
    """The folded stretch of text that a scope means for this hit."""
    if scope == "act":
        return 0, len(reading.text)
    if scope == "component":
        component = reading.outline.component(hit.stretch.clause)
        return (0, len(reading.text)) if component is None else reading.span_of(component)
    if scope == "chapter":
        return _bound_chapter(reading, hit)
    if scope == "point":
        return reading.point_span(hit.stretch)
    if scope == "stretch":
        return hit.stretch.start, hit.stretch.end
    start, end = reading.sentence(hit.start)
    if scope == "item":
        return _bound_item(reading, start, max(end, hit.end), hit)
    if scope == "before":
        return start, hit.start
    return (hit.end, end) if scope == "after" else (start, max(end, hit.end))


def _bound_item(reading: Reading, start: int, end: int, hit: Hit) -> tuple[int, int]:
    """The item of a list within the sentence: a diploma that another item names tells nothing of this one."""
    first = max(reading.text.rfind(bound, start, hit.start) + 1 for bound in BOUNDS)
    lasts = (reading.text.find(bound, hit.end, end) for bound in BOUNDS)
    return max(first, start), min((last for last in lasts if last >= 0), default=end)


def _bound_chapter(reading: Reading, hit: Hit) -> tuple[int, int]:
    """The chapter that the hit stands in; of what is in none, the component."""
    for position in reading.outline.above(hit.stretch.clause):
        if reading.act.clauses[position].kind is ClauseKind.CHAPTER:
            return reading.span_of(position)
    return bound_scope(reading, "component", hit)


def holds_in(reading: Reading, scope: str, patterns: Patterns, hit: Hit) -> bool:
    start, end = bound_scope(reading, scope, hit)
    wanted = patterns.get(reading.clause(hit.stretch).language, ())
    return _holds_wide(reading, wanted, start, end) if scope in WIDE else reading.holds(wanted, start, end)


@lru_cache(maxsize=8)  # asked for one hit of a rule after another
def _holds_wide(reading: Reading, patterns: tuple[Pattern, ...], start: int, end: int) -> bool:
    return reading.holds(patterns, start, end)


def passes(reading: Reading, rule: Rule, hit: Hit) -> bool:
    """Whether nothing speaks against the hit; what looks at few words is asked first."""
    for scope in SCOPES:
        if scope in rule.needs and not holds_in(reading, scope, rule.needs[scope], hit):
            return False
        if scope in rule.unless and holds_in(reading, scope, rule.unless[scope], hit):
            return False
    return passes_actor(reading, rule, hit)


def allows(reading: Reading, rule: Rule, start: int, end: int) -> bool:
    """Whether the guards of a rule let evidence at these folded offsets stand."""
    stretch = reading.stretch_at(start)
    return stretch is None or passes(reading, rule, Hit(start, end, stretch))


def passes_actor(reading: Reading, rule: Rule, hit: Hit) -> bool:
    """Whether the one who acts is of the rule's kinds; who cannot be told passes only where any may act."""
    if not rule.actors and not rule.not_actors:
        return True
    start, end = reading.sentence(hit.start)
    language = reading.clause(hit.stretch).language
    actor = find_actor(reading.text[start:end], language, hit.start - start)
    if actor is None and rule.actors:
        actor = find_actor_above(reading, hit)
    kind = str(actor.kind) if actor else "none"
    return kind not in rule.not_actors and (not rule.actors or kind in rule.actors)


def find_actor_above(reading: Reading, hit: Hit) -> Actor | None:
    """Whom the line above a list names for its items: «Комиссия: 1) өтінімді қайтара алады»."""
    lead = reading.lead_of(hit.stretch)
    return find_actor(reading.text[lead.start : lead.end], reading.clause(hit.stretch).language) if lead else None
