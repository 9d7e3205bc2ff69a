"""A folded text as words with their places, and which of them a word of a pattern fits.

«Комиссия құжаттарды қарайды.» is three words. Two words are neighbours where only spaces, commas, colons, brackets,
quotes or dashes stand between them; a full stop or a semicolon parts them, but not the one in «т.б.». A hyphen divides
words, so that «12-тармақ» holds тармақ.

Each act has some thousand different words, and a corpus has mostly the same ones: which words of patterns a word fits is
found once by its beginnings and remembered, and an act only puts its places under them.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import accumulate, chain

from sarapshy.language.suffixes import Suffixes, harmony_of, spell_stem

WORD = re.compile(r"\w+|[%№]")
_WORD_BETWEEN = re.compile(rf"({WORD.pattern})")
_LOOSE = re.compile(r"[\s,:()\"/-]+")  # what may stand between neighbours
_DASH = re.compile(r"-(?<!\S-)(?=\s|[\w%№]|$)")  # «термин - мағынасы», no hyphen
_NEIGHBOURLY = frozenset('\n\t,:()"/-')
_ABBREVIATED = 2  # letters before a full stop that parts nothing: «т.б.», «и т.д.»
LAST = "\U0010ffff"  # after every letter
MOST_WORDS = 400_000  # remembered; a corpus has more, and an act some thousand
LATER = sys.maxsize
HEAD = 3  # letters by which prefixes are told apart: few are shorter, and few begin with the same three


@dataclass(frozen=True, eq=False)
class Matcher:
    """A word of a pattern: one of ``prefixes`` and then ``rest``, or, with none, any word that ``rest`` matches.

    The same word of two patterns is one matcher (see ``read_matcher``), so that its places are looked up once.
    """

    source: str
    prefixes: tuple[str, ...]
    rest: re.Pattern[str] | Suffixes
    number: int  # of matchers made before

    @property
    def is_whole(self) -> bool:
        """Whether it is a word as it stands, with no sign."""
        return self.prefixes == (self.source,)

    def fits(self, word: str) -> bool:
        if self.source == "~":
            return True
        known = MATCHERS.known.get(word)
        return self.fits_anew(word) if known is None else self in known

    def fits_anew(self, word: str) -> bool:
        if not self.prefixes:
            return bool(self.rest.fullmatch(word))
        return any(word.startswith(p) and self.rest.fullmatch(word, len(p)) for p in self.prefixes)


class Matchers:
    """All matchers there are, by the beginnings of the words they fit; and the words asked of, with what fits them.

    «~», which fits every word, is none of them."""

    def __init__(self) -> None:
        self._whole: dict[str, list[Matcher]] = {}
        self._by_prefix: dict[str, list[Matcher]] = {}
        self._lengths: dict[str, list[int]] = {}  # of the prefixes that begin with HEAD letters, or are shorter
        self._numbers: list[Matcher] = []
        self._by_ending: dict[str, list[Matcher]] = {}
        self._ending_lengths: set[int] = set()
        self._holding: list[tuple[str, Matcher]] = []
        self.known: dict[str, frozenset[Matcher]] = {}
        self._known_with: dict[str, list[str]] = {}  # by their first HEAD letters
        self._alike: dict[frozenset[Matcher], frozenset[Matcher]] = {}
        self._groups_with: dict[Matcher, list[Group]] = {}
        self._everywhere: list[Group] = []  # «~» is one of its words
        self.count = 0
        self.groups = 0

    def add(self, matcher: Matcher) -> None:
        self.count += 1
        self._forget(matcher.prefixes)
        part = matcher.source.strip("~")
        if matcher.is_whole:
            self._whole.setdefault(part, []).append(matcher)
            return
        if matcher.source == "#":
            self._numbers.append(matcher)
        elif part and matcher.source.startswith("~") and matcher.source.endswith("~"):
            self._holding.append((part, matcher))
        elif part and matcher.source.startswith("~"):
            self._by_ending.setdefault(part, []).append(matcher)
            self._ending_lengths.add(len(part))
        for prefix in matcher.prefixes:
            self._by_prefix.setdefault(prefix, []).append(matcher)
            lengths = self._lengths.setdefault(prefix[:HEAD], [])
            if len(prefix) not in lengths:
                lengths.append(len(prefix))

    def _forget(self, prefixes: tuple[str, ...]) -> None:
        """The words that a new matcher may fit are asked of anew, the thousands of others are not."""
        if not prefixes or min(map(len, prefixes)) < HEAD:
            self.known.clear()
            self._known_with.clear()
        for prefix in prefixes:
            for word in self._known_with.pop(prefix[:HEAD], ()):
                self.known.pop(word, None)

    def unite(self, group: Group) -> None:
        """From now on ``groups_of`` tells of the group too."""
        self.groups += 1
        if group.last == LATER:
            self._everywhere.append(group)
        for matcher in group.members:
            self._groups_with.setdefault(matcher, []).append(group)

    def groups_of(self, held: Set[Matcher]) -> set[Group]:
        """Those with one of these words."""
        return set(self._everywhere).union(*(self._groups_with[each] for each in self._groups_with.keys() & held))

    def of(self, word: str) -> frozenset[Matcher]:
        """Those that fit the word."""
        found = self.known.get(word)
        if found is None:
            if len(self.known) >= MOST_WORDS:
                self._forget(())
            found = frozenset(self._fitting(word))
            self._known_with.setdefault(word[:HEAD], []).append(word)
            found = self.known[word] = self._alike.setdefault(found, found)  # most rare words fit nothing
        return found

    def _fitting(self, word: str) -> Iterator[Matcher]:
        if word.isdecimal():
            yield from self._numbers
        yield from self._whole.get(word, ())
        for length in self._ending_lengths:
            yield from self._by_ending.get(word[-length:], ())
        for part, matcher in self._holding:
            if part in word:
                yield matcher
        for head in range(1, HEAD + 1):
            for length in self._lengths.get(word[:head], ()):
                for matcher in self._by_prefix.get(word[:length], ()):
                    if matcher.rest is _ANY or matcher.rest.fullmatch(word, length):
                        yield matcher


MATCHERS = Matchers()


@dataclass(frozen=True, eq=False)
class Group:
    """Words of a pattern any of which will do; the same words are one group (see ``read_group``)."""

    matchers: tuple[Matcher, ...]
    number: int  # of groups made before

    @cached_property
    def openings(self) -> tuple[str, ...]:
        """What one of the words begins with."""
        return tuple(prefix for matcher in self.matchers for prefix in matcher.prefixes or ("",))

    @cached_property
    def members(self) -> frozenset[Matcher]:
        return frozenset(self.matchers)

    @cached_property
    def last(self) -> int:
        """The number of the one made last; of «~», which is looked up nowhere, none is known before."""
        return max((LATER if each.source == "~" else each.number for each in self.matchers), default=0)


@cache
def read_group(matchers: tuple[Matcher, ...]) -> Group:
    group = Group(matchers, MATCHERS.groups)
    MATCHERS.unite(group)
    return group


_ANY, _NONE, _DIGITS = re.compile(r".*"), re.compile(""), re.compile(r"\d+")


@cache
def read_matcher(word: str) -> Matcher:
    """``слово``, ``слов~``, ``~слово``, ``тәртіп+ins``, ``#``, ``~`` for any word."""
    matcher = Matcher(word, _spell_prefixes(word), _spell_rest(word), MATCHERS.count)
    MATCHERS.add(matcher)
    return matcher


@cache
def spell_openings(word: str) -> tuple[str, ...]:
    """What a word of a text begins with that this word of a pattern fits: «тәртіп+ins» with «тәртіп» or «тәртіб»."""
    return _spell_prefixes(word) or ("",)


def _spell_prefixes(word: str) -> tuple[str, ...]:
    if word == "#" or word.startswith("~"):
        return ()
    if "+" not in word[1:]:
        return (word.rstrip("~"),)
    stem = word.partition("+")[0]
    forms = spell_stem(stem)
    return tuple(stem[:-1] + letter for letter in forms[-3:-1]) if forms.endswith("]") else (stem,)


def _spell_rest(word: str) -> re.Pattern[str] | Suffixes:
    """What must stand after one of the beginnings."""
    if word in ("#", "~"):
        return _DIGITS if word == "#" else _ANY
    if "+" in word[1:]:
        stem, _, name = word.partition("+")
        return Suffixes(name, harmony_of(stem))
    if word.startswith("~"):
        return re.compile(".*" + re.escape(word.strip("~")) + (".*" if word.endswith("~") else ""))
    return _ANY if word.endswith("~") else _NONE


@lru_cache(maxsize=1024)
def _is_loose(gap: str) -> bool:
    """Whether what stands between two words makes them neighbours."""
    return gap in _NEIGHBOURLY if len(gap) == 1 else not gap or _LOOSE.fullmatch(gap) is not None


class Words:
    """The words of a folded text. ``joined[i]`` tells whether word i is a neighbour of word i + 1, ``dashed[i]`` whether
    a dash stands after it."""

    def __init__(self, text: str) -> None:
        pieces = _WORD_BETWEEN.split(text)  # a gap, a word, a gap, …, a gap
        ends = list(accumulate(map(len, pieces[:-1])))
        self.texts: list[str] = pieces[1::2]
        self.starts, self.ends = ends[::2], ends[1::2]
        self.joined = [
            gap == " " or _is_loose(gap) or (gap == "." and len(word) <= _ABBREVIATED)
            for word, gap in zip(self.texts, pieces[2:-1:2], strict=False)
        ]
        self.dashed = [False] * len(self.texts)
        for match in _DASH.finditer(text):
            if (before := bisect_right(self.starts, match.start()) - 1) >= 0:
                self.dashed[before] = True
        self._places: dict[Matcher | Group, tuple[int, ...]] = {}
        self._indexed = 0

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def vocabulary(self) -> dict[str, list[int]]:
        """Where each different word stands."""
        vocabulary: dict[str, list[int]] = {}
        for position, word in enumerate(self.texts):
            if word in vocabulary:
                vocabulary[word].append(position)
            else:
                vocabulary[word] = [position]
        return vocabulary

    @cached_property
    def _sorted(self) -> list[str]:
        """The different words in their order, so that those with one beginning are together."""
        return sorted(self.vocabulary)

    @cached_property
    def _fitted(self) -> dict[Matcher, list[list[int]]]:
        """Where the words stand that each matcher fits, word by word; of the matchers there were at the first question."""
        fitted: dict[Matcher, list[list[int]]] = {}
        known = MATCHERS.known
        for word, positions in self.vocabulary.items():
            for matcher in known[word] if word in known else MATCHERS.of(word):
                if matcher in fitted:
                    fitted[matcher].append(positions)
                else:
                    fitted[matcher] = [positions]
        self._indexed = MATCHERS.count
        return fitted

    @cached_property
    def _held(self) -> tuple[int, set[Group]]:
        """The groups with a word here, and how many there were of any."""
        return MATCHERS.groups, MATCHERS.groups_of(self._fitted.keys())

    @property
    def settled(self) -> set[Group] | None:
        """The groups with a word here; None where patterns were read after the act's words."""
        known, held = self._held
        return held if MATCHERS.groups == known and MATCHERS.count == self._indexed else None

    def may_hold(self, groups: Iterable[Group]) -> bool:
        """Asked of a whole act before each pattern: nine in ten have a word that the act has not. Those of patterns that
        were read after the act's words are looked up."""
        known, held = self._held
        if held.issuperset(groups):
            return True
        if MATCHERS.groups == known and MATCHERS.count == self._indexed:
            return False
        return all(group in held or (self._is_late(group, known) and self.places_of(group)) for group in groups)

    def _is_late(self, group: Group, known: int) -> bool:
        return group.number >= known or group.last >= self._indexed

    def _look_up(self, matcher: Matcher) -> Iterator[list[int]]:
        """The same for a matcher, whenever it was made: a rule is read when it is first asked of."""
        fitted = self._fitted
        if matcher.number < self._indexed:
            return iter(fitted.get(matcher, ()))
        words = chain.from_iterable(map(self.list_beginning, matcher.prefixes or ("",)))
        return (self.vocabulary[word] for word in words if matcher.fits_anew(word))

    def begin_with(self, prefix: str) -> bool:
        """Whether any word does."""
        at = bisect_left(self._sorted, prefix)
        return at < len(self._sorted) and self._sorted[at].startswith(prefix)

    def list_beginning(self, prefix: str) -> list[str]:
        """The different words that do, in their order."""
        first = bisect_left(self._sorted, prefix)
        return self._sorted[first : bisect_left(self._sorted, prefix + LAST, first)]

    def places(self, matcher: Matcher) -> tuple[int, ...]:
        """Positions of the words that fit, rising."""
        found = self._places.get(matcher)
        if found is None:
            every = matcher.source == "~"
            at = range(len(self.texts)) if every else sorted(chain.from_iterable(self._look_up(matcher)))
            found = self._places[matcher] = tuple(at)
        return found

    def places_of(self, group: Group) -> tuple[int, ...]:
        """Positions of the words that fit any of the group, rising."""
        found = self._places.get(group)
        if found is None:
            found = self._places[group] = self._gather(group)
        return found

    def _gather(self, group: Group) -> tuple[int, ...]:
        fitted = self._fitted
        if group.last >= self._indexed:
            return tuple(sorted(set(self.scatter(group))))
        held = [fitted[matcher] for matcher in fitted.keys() & group.members]
        if len(held) == 1 and len(held[0]) == 1:
            return tuple(held[0][0])
        places = chain.from_iterable(chain.from_iterable(held))
        return tuple(sorted(places if len(held) == 1 else set(places)))

    def scatter(self, group: Group) -> Iterable[int]:
        """The same in no order, and some more than once: for who only asks in which runs they are."""
        fitted = self._fitted
        if group in self._places:
            return self._places[group]
        if group.last >= self._indexed:
            return chain.from_iterable(map(self.places, group.matchers))
        return chain.from_iterable(chain.from_iterable(map(fitted.__getitem__, fitted.keys() & group.members)))

    def range(self, start: int, end: int) -> tuple[int, int]:
        """The words that lie within the offsets: first, and one past the last."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)
