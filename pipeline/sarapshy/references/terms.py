"""Where an act uses the terms that it explains: what else must be read when a definition is amended.

«апелляция – шешімге шағым;» explains a term; «Апелляцияны комиссия үш күнде қарайды» in point 7 uses it. The words of a
term stand as they are explained but for endings; in Kazakh only the last of them has any.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from sarapshy.acts.outline import Outline
from sarapshy.acts.stretches import Reading
from sarapshy.language.kazakh import stem
from sarapshy.language.words import WORD, Words

HEAD = 3  # letters by which the first word of a term is looked up
ENDING = 3  # letters a Russian ending has at most


def find_uses(reading: Reading, terms: Sequence[str]) -> Iterator[tuple[int, int]]:
    """(position of the term, position of the point or article that uses it), once each, in the order of the text; the
    clause that explains the term is none of them. ``terms`` are folded."""
    if not terms:
        return
    words, outline = reading.words, reading.outline
    explained = {outline.numbered(outline.at(d.start)) for d in reading.act.definitions if not d.short_name}
    seen: set[tuple[int, int]] = set()
    for term, at in _find_places(words, terms, reading.act.language):
        point = _point_at(reading, outline, words.starts[at])
        if point is not None and point not in explained and (term, point) not in seen:
            seen.add((term, point))
            yield term, point


def _point_at(reading: Reading, outline: Outline, offset: int) -> int | None:
    return outline.numbered(outline.at(reading.to_source(offset, offset)[0]))


def _find_places(words: Words, terms: Sequence[str], language: str) -> list[tuple[int, int]]:
    """(position of the term, position of its first word) wherever all its words follow each other, in the order of the text."""
    found: list[tuple[int, int]] = []
    for position, term in enumerate(map(WORD.findall, terms)):
        if term and len(term[0]) >= HEAD:
            firsts = _find_firsts(words, term, language)
            found += ((at, position) for at in firsts if _is_said(term, words.texts[at : at + len(term)], language))
    return [(position, at) for at, position in sorted(found)]


def _find_firsts(words: Words, term: list[str], language: str) -> Iterator[int]:
    """Where a word stands that may be the term's first: in Kazakh, of several, only that very word."""
    if language == "kk" and len(term) > 1:
        return iter(words.vocabulary.get(term[0], ()))
    said = (word for word in words.list_beginning(term[0][:HEAD]) if _is_said(term[:1], [word], language))
    return chain.from_iterable(map(words.vocabulary.__getitem__, said))


def _is_said(term: list[str], heard: list[str], language: str) -> bool:
    if len(term) != len(heard):
        return False
    if language == "kk":
        return term[:-1] == heard[:-1] and (term[-1] == heard[-1] or stem(heard[-1]) == stem(term[-1]))
    return all(map(_is_form, term, heard))


def _is_form(one: str, other: str) -> bool:
    """Whether two Russian words differ in their endings only: «комиссия», «комиссией»."""
    shared = min(len(one), len(other)) - (1 if len(one) < 2 * ENDING else 2)
    return one == other or (
        shared >= ENDING and one[:shared] == other[:shared] and max(len(one), len(other)) - shared <= ENDING
    )
