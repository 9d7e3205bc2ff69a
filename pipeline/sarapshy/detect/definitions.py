"""A term that the act defines and then never uses.

«арыз – … өтініш жасау» among the definitions, and «өтініш» in all points after it: either another word is meant there, and
the definition does not bind it, or the norm that the term was defined for is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sarapshy.acts.model import Definition
from sarapshy.acts.stretches import Reading, Stretch
from sarapshy.detect.build import Evidence
from sarapshy.detect.rules import Rule
from sarapshy.language.letters import fold
from sarapshy.language.pattern import holds_any

WORD = re.compile(r"[^\W\d_]+")
PLAIN = re.compile(r"[\w\s-]{4,45}")  # a term without a bracket, a slash or a comma
ROOT = 4  # letters of a short word, and
ENDING = 2  # letters of a longer one that its endings may change
LEAST = 3  # definitions of an act that defines its terms
LONGEST = 3  # words of a term that is repeated as it is


def find_unused_terms(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """The first defined term that stands nowhere but in its own definition, with the others of the kind beside it.

    List: ``kept`` terms that a title, a formula or a form speaks of by another word.
    """
    terms = [definition for definition in reading.act.definitions if not definition.short_name]
    if len(terms) < LEAST:
        return
    unused = [place for term in terms if (place := _find_unused(reading, rule, term)) is not None]
    if unused:
        first, *others = unused
        yield Evidence(*first, related=tuple(others[:LEAST]))


def _find_unused(reading: Reading, rule: Rule, definition: Definition) -> tuple[int, int] | None:
    start, end = reading.to_folded(definition.start), reading.to_folded(definition.end)
    stretch, term = reading.stretch_at(start), fold(definition.term).text
    words = WORD.findall(term)
    if stretch is None or not PLAIN.fullmatch(term) or not 0 < len(words) <= LONGEST:
        return None
    if not _is_whole_norm(reading, stretch) or _is_shortened(reading, stretch):
        return None
    kept = rule.lists["kept"][reading.clause(stretch).language]
    if holds_any(kept, term):
        return None
    first, last = reading.span_of(stretch.clause)
    hits = _in_any_form(words).finditer(reading.text)
    return None if any(not first <= hit.start() < last for hit in hits) else (start, end)


def _is_whole_norm(reading: Reading, stretch: Stretch) -> bool:
    """A norm, and not one of a few points whose act is elsewhere and may use the term."""
    amended = any(reading.act.clauses[above].amends for above in reading.outline.above(stretch.clause))
    return reading.is_norm(stretch) and not amended


def _is_shortened(reading: Reading, stretch: Stretch) -> bool:
    """«дербес деректер (бұдан әрі – деректер) – …»: the act goes on with the short name."""
    first, last = reading.span_of(stretch.clause)
    return any(d.short_name and first <= reading.to_folded(d.start) < last for d in reading.act.definitions)


def _in_any_form(words: list[str]) -> re.Pattern[str]:
    """The words in order, each with any ending; a search skips to the first letter."""
    roots = (word[: max(ROOT, len(word) - ENDING)] for word in words)
    return re.compile(r"\s+".join(rf"{root[0]}(?<!\w{root[0]}){root[1:]}\w*" for root in roots))
