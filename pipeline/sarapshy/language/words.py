"""A folded text as words with their places, and which of them a word of a pattern fits.

«Комиссия құжаттарды қарайды.» is three words. Two words are neighbours where only spaces, commas, colons, brackets,
quotes or dashes stand between them; a full stop or a semicolon parts them, but not the one in «т.б.». A hyphen divides
words, so that «12-тармақ» holds тармақ.

Each act has some thousand different words: what a pattern's word fits is asked of them once, by their sorted list, and
not of the text again and again.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache

from sarapshy.language.suffixes import harmony_of, spell_class, spell_stem

WORD = re.compile(r"\w+|[%№]")
_LOOSE = re.compile(r"[\s,:()\"/-]+")  # what may stand between neighbours
_DASH = re.compile(r"(?<!\S)-(?!\S)")  # «термин - мағынасы», no hyphen
_ABBREVIATED = 2  # letters before a full stop that parts nothing: «т.б.», «и т.д.»
_AFTER = "\U0010ffff"


@dataclass(frozen=True, eq=False)
class Matcher:
    """A word of a pattern: one of ``prefixes`` and then ``rest``, or, with none, any word that ``rest`` matches.

    The same word of two patterns is one matcher (see ``read_matcher``), so that its places are looked up once.
    """

    source: str
    prefixes: tuple[str, ...]
    rest: re.Pattern[str]
    known: dict[str, bool] = field(default_factory=dict, repr=False)

    def fits(self, word: str) -> bool:
        found = self.known.get(word)
        if found is None:
            if len(self.known) > 50_000:  # a corpus has more words than an act
                self.known.clear()
            found = self.known[word] = self._fits(word)
        return found

    def _fits(self, word: str) -> bool:
        if not self.prefixes:
            return self.rest.fullmatch(word) is not None
        return any(word.startswith(p) and self.rest.fullmatch(word, len(p)) for p in self.prefixes)


@dataclass(frozen=True, eq=False)
class Group:
    """Words of a pattern any of which will do; the same words are one group (see ``read_group``)."""

    matchers: tuple[Matcher, ...]


@cache
def read_group(matchers: tuple[Matcher, ...]) -> Group:
    return Group(matchers)


_ANY, _NONE, _DIGITS = re.compile(r".*"), re.compile(""), re.compile(r"\d+")


@cache
def _class_pattern(name: str, harmony: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(spell_class(name, harmony))


@cache
def read_matcher(word: str) -> Matcher:
    """``слово``, ``слов~``, ``~слово``, ``тәртіп+ins``, ``#``, ``~`` for any word. KeyError for an unknown suffix class."""
    if word in ("#", "~"):
        return Matcher(word, (), _DIGITS if word == "#" else _ANY)
    if "+" in word[1:]:
        stem, _, name = word.partition("+")
        forms = spell_stem(stem)
        prefixes = (stem,) if not forms.endswith("]") else tuple(stem[:-1] + letter for letter in forms[-3:-1])
        return Matcher(word, prefixes, _class_pattern(name, harmony_of(stem)))
    if word.startswith("~"):
        return Matcher(word, (), re.compile(".*" + re.escape(word.strip("~")) + (".*" if word.endswith("~") else "")))
    return Matcher(word, (word.rstrip("~"),), _ANY if word.endswith("~") else _NONE)


class Words:
    """The words of a folded text. ``joined[i]`` tells whether word i is a neighbour of word i + 1, ``dashed[i]`` whether
    a dash stands after it."""

    def __init__(self, text: str) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.texts: list[str] = []
        for match in WORD.finditer(text):
            self.starts.append(match.start())
            self.ends.append(match.end())
            self.texts.append(match.group())
        self.joined = [self._joins(text, i) for i in range(len(self.texts) - 1)]
        nexts = [*self.starts[1:], len(text)]
        self.dashed = [bool(_DASH.search(text, a, b)) for a, b in zip(self.ends, nexts, strict=False)]
        self._places: dict[Matcher | Group, tuple[int, ...]] = {}

    def _joins(self, text: str, index: int) -> bool:
        end, start = self.ends[index], self.starts[index + 1]
        if start - end == 1:
            return text[end] in ' \n\t,:()"/-' or (text[end] == "." and len(self.texts[index]) <= _ABBREVIATED)
        return start == end or _LOOSE.fullmatch(text, end, start) is not None

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def _index(self) -> dict[str, list[int]]:
        index: dict[str, list[int]] = {}
        for position, word in enumerate(self.texts):
            index.setdefault(word, []).append(position)
        return index

    @cached_property
    def _vocabulary(self) -> list[str]:
        return sorted(self._index)

    def _candidates(self, matcher: Matcher) -> Iterator[str]:
        if not matcher.prefixes:
            yield from self._vocabulary
        for prefix in matcher.prefixes:
            first = bisect_left(self._vocabulary, prefix)
            yield from self._vocabulary[first : bisect_left(self._vocabulary, prefix + _AFTER)]

    def places(self, matcher: Matcher) -> tuple[int, ...]:
        """Positions of the words that fit, rising."""
        found = self._places.get(matcher)
        if found is None:
            fitting = {word for word in self._candidates(matcher) if matcher.fits(word)}
            found = tuple(sorted(position for word in fitting for position in self._index[word]))
            self._places[matcher] = found
        return found

    def places_of(self, group: Group) -> tuple[int, ...]:
        """Positions of the words that fit any of the group, rising."""
        if len(group.matchers) == 1:
            return self.places(group.matchers[0])
        found = self._places.get(group)
        if found is None:
            found = tuple(sorted({at for matcher in group.matchers for at in self.places(matcher)}))
            self._places[group] = found
        return found

    def range(self, start: int, end: int) -> tuple[int, int]:
        """The words that lie within the offsets: first, and one past the last."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)


@lru_cache(maxsize=64)
def read_words(text: str) -> Words:
    """The words of a text; several patterns ask of one text in turn."""
    return Words(text)
