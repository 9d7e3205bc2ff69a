"""Whom a text names: those on whose right somebody could decide.

«Тұтқалар мен басқа да тетіктер жыл сайын боялады» names nobody, and «басқа да» in it opens no door; «өтініш берушіден
анықтама мен басқа да құжаттар алынады» names one who applies. Texts are told apart by component: approved rules, an annex,
the act's own body.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from sarapshy.acts.regulation import read_patterns

if TYPE_CHECKING:
    from sarapshy.acts.stretches import Reading, Stretch

ANY = 500  # characters of a text from which it tells something that they name no person
TELLING = 2000  # characters of a text from which it can be told how seldom it names one
RARE = 7000  # characters for one of those whose right is decided on: a text that names fewer is not about them
SELDOM = 500  # and for anybody
Component = int | None  # a clause of the act; None is its own body


def is_impersonal(reading: Reading, stretch: Stretch) -> bool:
    """Whether the text that the words belong to, the approved rules or the whole act, names no person on whom somebody
    could decide."""
    component = reading.outline.component(stretch.clause)
    start, end = _span_of(reading, component)
    return end - start >= ANY and component not in _find_personal(reading)


def is_remote(reading: Reading, stretch: Stretch) -> bool:
    """Whether the point names no person, and the text round it hardly any nor a party: of things, works and the dealings of
    bodies, where loose words decide on nobody's right."""
    if reading.outline.component(stretch.clause) not in _find_distant(reading):
        return False
    return not reading.holds(read_patterns("persons", reading.clause(stretch).language), *reading.point_span(stretch))


@lru_cache(maxsize=2)  # rules ask of one act in turn
def _find_personal(reading: Reading) -> frozenset[Component]:
    """The texts that name persons."""
    found = frozenset(_count_named(reading, "persons"))
    return found | {None} if found else found


@lru_cache(maxsize=2)
def _find_distant(reading: Reading) -> frozenset[Component]:
    """The texts that hardly name those on whom bodies decide."""
    rarest = {"deserving": RARE, "persons": SELDOM}
    counts = {entry: _count_named(reading, entry) for entry in rarest}
    components = {reading.outline.component(stretch.clause) for stretch in reading.stretches}
    spans = {each: _span_of(reading, each) for each in components}
    return frozenset(
        each
        for each, (start, end) in spans.items()
        if end - start >= TELLING and all(counts[entry][each] * apart < end - start for entry, apart in rarest.items())
    )


def _span_of(reading: Reading, component: Component) -> tuple[int, int]:
    return (0, len(reading.text)) if component is None else reading.span_of(component)


@lru_cache(maxsize=4)
def _count_named(reading: Reading, entry: str) -> Counter[Component]:
    """In how many places of each text a pattern of the lexicon stands."""
    hits = (hit for language in reading.languages for hit in reading.find(read_patterns(entry, language)))
    return Counter(reading.outline.component(hit.stretch.clause) for hit in hits)
