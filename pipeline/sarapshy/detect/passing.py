"""Institutes that an act names on its way to something else and sets up nowhere: an extension, a suspension, a rating.

«Тоқтата тұру туралы шешім сайтқа орналастырылады» tells where the decision is put, and no sentence says who suspends, upon
what and for how long. An institute stands on its own where a sentence does it («тоқтатыла тұрады», «әкімші тізілімнен
шығарады»), where a heading or an annex bears its name, or where the sentence that names it sends the reader elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from sarapshy.acts.model import ClauseKind, ClauseRole
from sarapshy.acts.stretches import Hit, Reading
from sarapshy.detect.build import Evidence
from sarapshy.detect.gaps import HEADS
from sarapshy.detect.rules import Rule
from sarapshy.language.letters import fold
from sarapshy.language.pattern import Pattern

MENTIONS = 4  # sentences: what is spoken of more often is what the act is about
MOST = 3  # institutes of one act


def find_named_in_passing(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """The first mention of each institute, at most ``MOST`` of an act.

    Lists: ``named`` one pattern an institute, ``done`` in the same order what sets it up, ``settled`` what in the
    sentence of the mention tells where it is regulated.
    """
    yield from islice(_find_unregulated(reading, rule), MOST)


def _find_unregulated(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    for language in reading.languages:
        for named, done in zip(rule.lists["named"][language], rule.lists["done"][language], strict=True):
            hits = [hit for hit in reading.find((named,)) if reading.clause(hit.stretch).language == language]
            first = _first_mention(reading, rule, hits, language)
            if first is not None and not _is_set_up(reading, named, done, hits):
                yield Evidence(first.start, first.end)


def _first_mention(reading: Reading, rule: Rule, hits: list[Hit], language: str) -> Hit | None:
    """The first norm that names it, where few do and none of them says where it is regulated."""
    norms = sorted((hit for hit in hits if _is_told(reading, hit)), key=lambda hit: hit.start)
    sentences = {reading.sentence(hit.start) for hit in norms}
    if not norms or len(sentences) > MENTIONS:
        return None
    settled = rule.lists["settled"][language]
    return None if any(reading.holds(settled, *sentence) for sentence in sentences) else norms[0]


def _is_told(reading: Reading, hit: Hit) -> bool:
    if reading.clause(hit.stretch).kind is ClauseKind.ROW or reading.outline.numbered(hit.stretch.clause) is None:
        return False
    return reading.is_norm(hit.stretch) and not reading.is_quoted(hit.start, hit.end)


def _is_set_up(reading: Reading, named: Pattern, done: Pattern, hits: list[Hit]) -> bool:
    """Whether a sentence of the act does it, a heading, a title or a form is of it, or a definition explains it."""
    if any(_is_headed(reading, hit) for hit in hits) or reading.holds((done,)):
        return True
    told = (definition.term for definition in reading.act.definitions if not definition.short_name)
    return any(next(named.find(fold(term).text), None) is not None for term in told)


def _is_headed(reading: Reading, hit: Hit) -> bool:
    clause = reading.clause(hit.stretch)
    return clause.kind in HEADS or clause.role in (ClauseRole.TITLE, ClauseRole.FORM)
