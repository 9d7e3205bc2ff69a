"""A folded text as words with their places, and which of them a word of a pattern fits.

«Комиссия құжаттарды қарайды.» is three words. Two words are neighbours where only spaces, commas, colons, brackets,
quotes or dashes stand between them; a full stop or a semicolon parts them, but not the one in «т.б.». A hyphen divides
words, so that «12-тармақ» holds тармақ.

Each act has some thousand different words, and a corpus has mostly the same ones: which words of patterns a word fits is
found once by its beginnings and remembered, and an act only puts its places under them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import chain

from sarapshy.language.suffixes import harmony_of, spell_class, spell_stem

WORD = re.compile(r"\w+|[%№]")
_LOOSE = re.compile(r"[\s,:()\"/-]+")  # what may stand between neighbours
_DASH = re.compile(r"(?<!\S)-(?=\s|[\w%№]|$)")  # «термин - мағынасы», no hyphen
_ABBREVIATED = 2  # letters before a full stop that parts nothing: «т.б.», «и т.д.»
LAST = "\U0010ffff"  # after every letter
MOST_WORDS = 200_000  # remembered; a corpus has more, and an act some thousand


@dataclass(frozen=True, eq=False)
class Matcher:
    """A word of a pattern: one of ``prefixes`` and then ``rest``, or, with none, any word that ``rest`` matches.

    The same word of two patterns is one matcher (see ``read_matcher``), so that its places are looked up once.
    """

    source: str
    prefixes: tuple[str, ...]
    rest: re.Pattern[str]
    number: int  # of matchers made before

    def fits(self, word: str) -> bool:
        return self.source == "~" or self in MATCHERS.of(word)

    def fits_anew(self, word: str) -> bool:
        if not self.prefixes:
            return self.rest.fullmatch(word) is not None
        return any(word.startswith(p) and self.rest.fullmatch(word, len(p)) for p in self.prefixes)


class Matchers:
    """All matchers there are, by the beginnings of the words they fit; and the words asked of, with what fits them.

    «~», which fits every word, is none of them."""

    def __init__(self) -> None:
        self._by_prefix: dict[str, list[Matcher]] = {}
        self._others: list[Matcher] = []
        self._lengths: list[int] = []
        self._known: dict[str, frozenset[Matcher]] = {}
        self.count = 0

    def add(self, matcher: Matcher) -> None:
        self.count += 1
        self._known.clear()
        if matcher.source == "~":
            return
        if not matcher.prefixes:
            self._others.append(matcher)
        for prefix in matcher.prefixes:
            self._by_prefix.setdefault(prefix, []).append(matcher)
            if len(prefix) not in self._lengths:
                self._lengths = sorted([*self._lengths, len(prefix)])

    def of(self, word: str) -> frozenset[Matcher]:
        """Those that fit the word."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= MOST_WORDS:
                self._known.clear()
            found = self._known[word] = frozenset(self._fitting(word))
        return found

    def _fitting(self, word: str) -> Iterator[Matcher]:
        yield from (matcher for matcher in self._others if matcher.fits_anew(word))
        for length in self._lengths:
            if length > len(word):
                return
            for matcher in self._by_prefix.get(word[:length], ()):
                if matcher.rest.fullmatch(word, length):
                    yield matcher


MATCHERS = Matchers()


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
    matcher = Matcher(word, *_spell_matcher(word), MATCHERS.count)
    MATCHERS.add(matcher)
    return matcher


def _spell_matcher(word: str) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """The beginnings, and what must stand after one of them."""
    if word in ("#", "~"):
        return (), _DIGITS if word == "#" else _ANY
    if "+" in word[1:]:
        stem, _, name = word.partition("+")
        forms = spell_stem(stem)
        prefixes = (stem,) if not forms.endswith("]") else tuple(stem[:-1] + letter for letter in forms[-3:-1])
        return prefixes, _class_pattern(name, harmony_of(stem))
    if word.startswith("~"):
        return (), re.compile(".*" + re.escape(word.strip("~")) + (".*" if word.endswith("~") else ""))
    return (word.rstrip("~"),), _ANY if word.endswith("~") else _NONE


class Words:
    """The words of a folded text. ``joined[i]`` tells whether word i is a neighbour of word i + 1, ``dashed[i]`` whether
    a dash stands after it."""

    def __init__(self, text: str) -> None:
        spans = [match.span() for match in WORD.finditer(text)]
        self.texts: list[str] = WORD.findall(text)
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.joined = [
            (text[end] == " " if start - end == 1 else start == end) or self._joins(text, i, end, start)
            for i, (end, start) in enumerate(zip(self.ends, self.starts[1:], strict=False))
        ]
        self.dashed = [False] * len(self.texts)
        for match in _DASH.finditer(text):
            if (before := bisect_right(self.starts, match.start()) - 1) >= 0:
                self.dashed[before] = True
        self._places: dict[Matcher | Group, tuple[int, ...]] = {}

    def _joins(self, text: str, index: int, end: int, start: int) -> bool:
        if start - end == 1:
            return text[end] in '\n\t,:()"/-' or (text[end] == "." and len(self.texts[index]) <= _ABBREVIATED)
        return _LOOSE.fullmatch(text, end, start) is not None

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def _vocabulary(self) -> dict[str, list[int]]:
        """Where each different word stands, in the order of the words, so that those with one beginning are together."""
        vocabulary: dict[str, list[int]] = {}
        for position, word in enumerate(self.texts):
            vocabulary.setdefault(word, []).append(position)
        return {word: vocabulary[word] for word in sorted(vocabulary)}

    @cached_property
    def _sorted(self) -> list[str]:
        return list(self._vocabulary)

    @cached_property
    def _indexed(self) -> int:
        """How many matchers have the places of their words put under them, those that there were at the first question."""
        places: dict[Matcher, list[int]] = {}
        for word, positions in self._vocabulary.items():
            for matcher in MATCHERS.of(word):
                places.setdefault(matcher, []).extend(positions)
        self._places.update((matcher, tuple(sorted(found))) for matcher, found in places.items())
        return MATCHERS.count

    def _look_up(self, matcher: Matcher) -> tuple[int, ...]:
        """The same for a matcher made since: a rule is read when it is first asked of."""
        words = chain.from_iterable(map(self._list_beginning, matcher.prefixes or ("",)))
        return tuple(sorted(at for word in words if matcher.fits_anew(word) for at in self._vocabulary[word]))

    def _list_beginning(self, prefix: str) -> list[str]:
        first = bisect_left(self._sorted, prefix)
        return self._sorted[first : bisect_left(self._sorted, prefix + LAST, first)]

    def places(self, matcher: Matcher) -> tuple[int, ...]:
        """Positions of the words that fit, rising."""
        if matcher.source == "~":
            return tuple(range(len(self.texts)))
        if matcher.number < self._indexed:
            return self._places.get(matcher, ())
        found = self._places.get(matcher)
        if found is None:
            found = self._places[matcher] = self._look_up(matcher)
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
