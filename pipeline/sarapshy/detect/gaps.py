"""What an act names and never comes back to: an annex, a list of criteria, a schedule, a body that decides.

«Тізбеге сараптама тобы баға береді» where no clause says who forms the group; «кестеге сәйкес жүргізіледі» where nobody
approves the schedule. A thing is regulated where one of its sentences says what the rule asks for: who makes it, of whom
it consists, what it holds; a sentence that sends the reader to another act or clause settles it too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sarapshy.acts.model import Clause, ClauseKind, ClauseRole
from sarapshy.acts.stretches import Hit, Reading
from sarapshy.detect.build import Evidence
from sarapshy.detect.guards import bound_scope, holds_in
from sarapshy.detect.rules import Rule
from sarapshy.language.letters import fold
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.pattern import Pattern
from sarapshy.references.resolve import read_references

OFTEN = 12  # what is spoken of more often is what the act is about
HEADS = (ClauseKind.HEADING, ClauseKind.CHAPTER, ClauseKind.PARAGRAPH, ClauseKind.SECTION, ClauseKind.ANNEX)


def find_uncited_annexes(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """An annex that no clause speaks of, in a text whose clauses do speak of another annex of the same parent."""
    annexes = [position for position, c in enumerate(reading.act.clauses) if c.kind is ClauseKind.ANNEX and c.number]
    if len(annexes) < 2 or any(clause.amends for clause in reading.act.clauses):
        return
    cited = _cited_numbers(reading)
    for position in annexes:
        clause = reading.act.clauses[position]
        siblings = {reading.act.clauses[p].number for p in annexes if reading.act.clauses[p].parent == clause.parent}
        if clause.number not in cited and siblings & cited:
            start = reading.to_folded(clause.start)
            yield Evidence(start, start + len(clause.label.strip()), {"annex": clause.number or ""})


@lru_cache(maxsize=2)
def _cited_numbers(reading: Reading) -> frozenset[str]:
    """Numbers of annexes that any citation or any mention in a norm names."""
    cited = {number for r in read_references(reading) for kind, number in r.citation.units if kind is ClauseKind.ANNEX}
    words = read_lexicon("references")["annex_mentions"]
    mentions = re.compile(words["numbered"])
    for stretch in reading.stretches:
        if not any(reading.text.find(noun, stretch.start, stretch.end) >= 0 for noun in words["nouns"]):
            continue
        if reading.clause(stretch).kind not in HEADS and reading.clause(stretch).role is not ClauseRole.TITLE:
            for match in mentions.finditer(reading.text, stretch.start, stretch.end):
                cited.add(match[1] or match[2])
    return frozenset(number for number in cited if number)


def find_unlisted(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """«Өлшемшарттарға сәйкес» where the act lists no such criteria: no list, table, heading or annex has the noun.

    Lists: ``named`` the reference, ``noun`` the thing by itself, ``listed`` wordings that say what it is.
    """
    for language, patterns in rule.lists["named"].items():
        seen: set[int | None] = set()
        for hit in sorted(reading.find(patterns), key=lambda h: h.start):
            place = reading.outline.component(hit.stretch.clause)
            if place in seen or not _may_lack(reading, rule, hit, language):
                continue
            if not _is_listed(reading, rule, hit, language):
                seen.add(place)
                yield Evidence(hit.start, hit.end)


def _may_lack(reading: Reading, rule: Rule, hit: Hit, language: str) -> bool:
    if reading.clause(hit.stretch).language != language or not reading.is_norm(hit.stretch):
        return False
    return not any(holds_in(reading, scope, patterns, hit) for scope, patterns in rule.unless.items())


def _is_listed(reading: Reading, rule: Rule, hit: Hit, language: str) -> bool:
    nouns = rule.lists["noun"][language]
    start, end = bound_scope(reading, "component", hit)
    if reading.holds(rule.lists["listed"][language], start, end):
        return True
    return any(_opens_list(reading, other, language) for other in reading.find(nouns) if other.start != hit.start)


def _opens_list(reading: Reading, hit: Hit, language: str) -> bool:
    clause = reading.clause(hit.stretch)
    if clause.language != language:
        return False
    opens = reading.text[hit.start : hit.stretch.end].rstrip().endswith(":")
    return opens or clause.kind in (*HEADS, ClauseKind.ROW) or clause.role is ClauseRole.TITLE


def find_unmade(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """A body or document with a part in a decision and no sentence on who makes it, of what, in what form.

    ``thing`` lists one pattern a thing, ``acts`` what gives it a part in a decision, ``made`` what regulates it.
    """
    for language, things in rule.lists["thing"].items():
        for thing in things:
            by_component: dict[int | None, list[Hit]] = {}
            for hit in sorted(reading.find((thing,)), key=lambda h: h.start):
                if reading.clause(hit.stretch).language == language:
                    by_component.setdefault(reading.outline.component(hit.stretch.clause), []).append(hit)
            for hits in by_component.values():
                deciding = _first_deciding(reading, rule, hits, language)
                if deciding and len(hits) <= OFTEN and not _is_made(reading, rule, thing, language, deciding):
                    yield Evidence(deciding.start, deciding.end)
                    break


def _first_deciding(reading: Reading, rule: Rule, hits: list[Hit], language: str) -> Hit | None:
    for hit in hits:
        in_table = reading.clause(hit.stretch).kind is ClauseKind.ROW
        decides = reading.holds(rule.lists["acts"][language], *reading.sentence(hit.start))
        if (
            decides
            and not in_table
            and not reading.is_function(hit.stretch)
            and _may_lack(reading, rule, hit, language)
        ):
            return hit
    return None


def _is_made(reading: Reading, rule: Rule, thing: Pattern, language: str, deciding: Hit) -> bool:
    """Whether any sentence of the act, norm or not, that speaks of the thing also says how it comes about. Other rules that
    one order approves beside these have their own bodies."""
    if any(next(thing.find(fold(d.term).text), None) for d in reading.act.definitions):
        return True
    made = rule.lists["made"][language]
    for hit in reading.find((thing,)):
        clause: Clause = reading.clause(hit.stretch)
        if len({_approved(reading, hit), _approved(reading, deciding)} - {None}) > 1:
            continue
        if clause.kind in HEADS or clause.role is ClauseRole.TITLE or reading.holds(made, *reading.sentence(hit.start)):
            return True
    return False


def _approved(reading: Reading, hit: Hit) -> int | None:
    """The approved text that the words belong to, with its annexes."""
    above = reading.outline.above(hit.stretch.clause)
    return next((position for position in above if reading.act.clauses[position].kind is ClauseKind.APPROVED), None)
