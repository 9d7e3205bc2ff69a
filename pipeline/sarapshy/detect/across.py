"""What only two acts together show: a by-law against its code, a standard against its rules, a norm that rests on an act
which lost its force.

Order 318 holds a competition for a school's head every five years; article 139 of the Labour Code lets only a body with a
vacant post hold one: the order is at fault, as the lower of the two, and both places are shown. Pairs are never sought
among all acts: they share a subject (a post, a service), a reference of one to the other, or the rule that sets their
norms against each other, and each of these is an index. Nothing is said of an act that is not in the run.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from sarapshy.acts.identity import address
from sarapshy.detect.build import keep_values
from sarapshy.detect.bylaws import find_beyond_powers, find_foreign_powers, find_unadopted
from sarapshy.detect.clashes import Clash, Run, relate_place
from sarapshy.detect.lost_acts import find_lacking_clauses, find_lost_acts, find_misdated
from sarapshy.detect.rivals import find_opposed_norms, find_other_requirements, find_other_service, find_other_terms
from sarapshy.detect.rules import Rule, read_rules
from sarapshy.findings.factors import legal_basis, read_factors
from sarapshy.findings.model import ActRef, ClauseRef, Finding
from sarapshy.messages import LANGUAGES
from sarapshy.references.facts import Facts
from sarapshy.references.registry import Registry

Check = Callable[[Run, Rule], Iterator[Clash]]


def find_across(registry: Registry, rules: Iterable[Rule] | None = None) -> dict[str, list[Finding]]:
    """Findings by the path of the text at fault; without ids and ranks, which are given with those of the text itself."""
    run = Run(registry)
    found: dict[str, list[Finding]] = defaultdict(list)
    for rule in read_rules() if rules is None else rules:
        if rule.check in CHECKS:
            for clash in CHECKS[rule.check](run, rule):
                found[clash.text.path].append(_make(clash, rule))
    return dict(found)


def _make(clash: Clash, rule: Rule) -> Finding:
    text, place = clash.text, clash.place
    values = {
        language: {"words": place.quote, "point": place.number or "", **clash.values(language)}
        for language in LANGUAGES
    }
    clause = ClauseRef(place.clause, place.number, place.label, place.path) if place.clause else None
    return Finding(
        id="",
        act=_ref(text),
        code=rule.factor,
        family=read_factors()[rule.factor].family,
        clause=clause,
        quote=place.quote or None,
        start=place.start if place.quote else None,
        end=place.end if place.quote else None,
        severity=rule.severity,
        confidence=round(rule.confidence if clash.confidence is None else clash.confidence, 3),
        detector=rule.kind,
        rule=rule.code,
        message={language: words.format_map(values[language]) for language, words in rule.name.items()},
        why={language: words.format_map(values[language]) for language, words in rule.why.items()},
        remedy={language: words.format_map(values[language]) for language, words in rule.remedy.items()},
        slot=rule.slot,
        legal_basis=legal_basis(rule.factor, text.language, rule.slot),
        related=tuple(relate_place(other, where) for other, where in clash.others),
        values=keep_values(values[text.language]),
    )


def _ref(text: Facts) -> ActRef:
    who = text.identity
    day = who.date.isoformat() if who.date else None
    return ActRef(
        text.path, address(who, text.language), who.kind, who.number, day, who.title, text.language, text.sha256
    )


CHECKS: dict[str, Check] = {
    "opposed_norms": find_opposed_norms,
    "other_requirement": find_other_requirements,
    "other_term": find_other_terms,
    "other_service": find_other_service,
    "lost_act": find_lost_acts,
    "misdated_act": find_misdated,
    "lacking_clause": find_lacking_clauses,
    "unadopted": find_unadopted,
    "foreign_power": find_foreign_powers,
    "beyond_power": find_beyond_powers,
}
