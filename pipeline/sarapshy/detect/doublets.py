"""One thing under two words of the language: «үміткер» and «кандидат», «өлшемшарт» and «критерий», «работник» and «сотрудник».

Which words are doublets stands in the rule, pair by pair. One that is met in passing, beside a main word that the act
defines or uses all over, is the drafter's slip; a reader may take it for another thing. A title in quotation marks tells
nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from sarapshy.acts.stretches import Hit, Reading
from sarapshy.detect.build import Evidence
from sarapshy.detect.rules import Rule
from sarapshy.language.letters import fold
from sarapshy.language.pattern import Pattern

MAIN = 4  # sentences with the main word
PASSING = 0.5  # of them at most have the other
REPORTED = 2
COUNTED = 60  # hits of a word that are counted; more are the subject of the act


def find_doublets(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """The first place of the rarer word of a pair, in an act that uses the other throughout; the pairs whose main word
    is met oftenest.

    The lists ``one`` and ``other`` are pairs, in one order. A charter repeats tasks from many laws in the words of each.
    """
    if reading.nature.is_charter:
        return
    for language in reading.languages:
        pairs = zip(rule.lists["one"][language], rule.lists["other"][language], strict=True)
        found = [each for one, other in pairs if (each := _find_passing(reading, one, other, language)) is not None]
        for _, main, passing in sorted(found, key=lambda each: -each[0])[:REPORTED]:
            values = {"other": reading.quote(main.start, main.end)}
            yield Evidence(passing.start, passing.end, values, related=((main.start, main.end),))


def _find_passing(reading: Reading, one: Pattern, other: Pattern, language: str) -> tuple[int, Hit, Hit] | None:
    """(sentences with the main word, a place of it, a place of the one used in passing)."""
    first = _list_hits(reading, one, language)
    second = _list_hits(reading, other, language) if first else []
    if not second:
        return None
    defined = [_is_defined(reading, pattern) for pattern in (one, other)]
    leads = defined[0] if defined[0] != defined[1] else len(first) >= len(second)
    main, passing = (first, second) if leads else (second, first)
    if defined[0] == defined[1] and (len(main) < MAIN or len(passing) > PASSING * len(main)):
        return None
    beside = {reading.sentence(hit.start)[0] for hit in main}
    apart = [hit for hit in passing if reading.sentence(hit.start)[0] not in beside]
    return (len(main), main[0], apart[0]) if apart else None


def _is_defined(reading: Reading, pattern: Pattern) -> bool:
    """Whether the act says what the word means: the defined term is the word alone."""
    terms = (fold(definition.term).text for definition in reading.act.definitions)
    return any((0, len(term)) in pattern.find(term) for term in terms)


def _list_hits(reading: Reading, pattern: Pattern, language: str) -> list[Hit]:
    """One a sentence, in norms, in the order they stand."""
    seen: dict[int, Hit] = {}
    for hit in islice(reading.find((pattern,)), COUNTED):
        norm = reading.clause(hit.stretch).language == language and reading.is_norm(hit.stretch)
        if norm and not reading.is_quoted(hit.start, hit.end):
            seen.setdefault(reading.sentence(hit.start)[0], hit)
    return sorted(seen.values(), key=lambda hit: hit.start)
