"""Papers, outcomes and cited points of an act, found once, so that each norm is asked which of them it holds.

«Хаттама негізінде бұйрық шығарады» needs the minutes that an earlier step makes and makes an order.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache

from sarapshy.acts.stretches import Reading
from sarapshy.language.kazakh import stem
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.pattern import Pattern, compile_pattern

Found = list[tuple[int, int, str]]
Span = tuple[int, int]
_CASED = re.compile(r"(?:[ндт][ыі]ң?|[ыі]н|[ғг][ае]|[қк][ае]|[ыі]н[ае]|[ыі]нд[ае]|[дт][ае]н?|н[ае]н|[мбп]ен)\Z")


class Topics:
    """Sorted places of each kind, in folded offsets."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._documents = self._find("documents")
        self._outcomes = self._find("outcomes")

    def _find(self, name: str) -> Found:
        found = [
            (hit.start, hit.end, kind)
            for language in self.reading.languages
            for kind, hit in self.reading.find_kinds(_patterns(name, language))
            if self.reading.clause(hit.stretch).language == language
        ]
        return sorted(found)

    def documents_in(self, start: int, end: int) -> tuple[str, ...]:
        return tuple(dict.fromkeys(kind for _, _, kind in _within(self._documents, start, end)))

    def outcomes_in(self, start: int, end: int) -> tuple[str, ...]:
        return tuple(dict.fromkeys(kind for _, _, kind in _within(self._outcomes, start, end)))

    def bare_document(self, start: int, end: int) -> Span | None:
        """The last paper named there whose words bear no case of Kazakh: «құжаттар тіркеледі»."""
        for a, b, _ in reversed(_within(self._documents, start, end)):
            word = self.reading.text[a:b].split()[-1]
            if not _CASED.search(word) or word == stem(word):
                return a, b
        return None

    def made_by(self, deeds: Iterable[str], objects: Iterable[Span]) -> frozenset[str]:
        lexicon = read_lexicon("norms")
        found = {"decision"} if "decide" in deeds else set()
        found |= {"announcement"} if "publish" in deeds else set()
        found |= {"minutes"} if "vote" in deeds else set()
        found |= {"complaint"} if "appeal" in deeds else set()
        if set(deeds) & set(lexicon["makes"]):
            found |= {kind for span in objects for kind in self.documents_in(*span)}
        return frozenset(found)

    def needed_by(self, deeds: Iterable[str], objects: Iterable[Span], told: Iterable[Span]) -> frozenset[str]:
        found = {kind for span in told for kind in self.documents_in(*span)}
        if set(deeds) & set(read_lexicon("norms")["uses"]):
            found |= {kind for span in objects for kind in self.documents_in(*span)}
        return frozenset(found)

    def points_in(self, start: int, end: int, language: str) -> frozenset[str]:
        return frozenset(match[1] for match in _point(language).finditer(self.reading.text, start, end))


def _within(found: Found, start: int, end: int) -> Found:
    first = bisect_left(found, start, key=lambda place: place[0])
    last = bisect_left(found, end, key=lambda place: place[0])
    return found[first:last]


@cache
def _patterns(name: str, language: str) -> tuple[tuple[str, Pattern], ...]:
    entries = read_lexicon("norms")[name].items()
    return tuple((kind, compile_pattern(source, language)) for kind, entry in entries for source in entry[language])


@cache
def _point(language: str) -> re.Pattern[str]:
    return re.compile(read_lexicon("norms")["point"][language])
