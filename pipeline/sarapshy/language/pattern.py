"""Patterns that a lawyer can read, over the words of a folded text.

``белгілен+participle тәртіп+ins`` finds «белгіленген тәртіппен», «белгіленетін тәртіппен»; ``установленн~ порядк~``
finds «в установленном порядке». The signs:

====================  ====================================================================
``слово``             the word as it stands
``слов~``             the word begins so
``~слово``            the word ends so
``тәртіп+ins``        a Kazakh stem with a suffix class of ``rules/lexicons/suffixes.yaml``
``(а|б в)``           one of these
``[а]``               may be absent
``<3>``               up to three words between (no full stop, no semicolon)
``#``                 a number in digits
``~``                 any word
``-``                 a dash with space round it, as in «термин – мағынасы»
``@body``             one of a list of ``rules/lexicons/terms.yaml`` in the rule's language
====================  ====================================================================

Words are matched whole, by their own small tests, and not by one regular expression: sixty patterns that hold
«комиссия+noun» look it up once an act, and no text can make a pattern run away.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain

from sarapshy.knowledge import open_shelf
from sarapshy.language.items import Choice, Dash, Gap, Item, list_anchors, list_heads, list_matchers, needs_words
from sarapshy.language.items import Sequence as Items
from sarapshy.language.letters import fold
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.steps import Step, build_steps
from sarapshy.language.suffixes import is_class
from sarapshy.language.vicinity import Landmark, choose_landmark, find_vicinities
from sarapshy.language.words import Group, Matcher, Words, read_group, read_matcher, spell_openings

AFTER_BRACKET = re.compile(r"[)\]][+~]")
TOKEN = re.compile(r"<\d+>|@\w+|[()|\[\]]|[^\s()|\[\]]+")


@dataclass(frozen=True, slots=True)
class Vicinity:
    """A piece of a text, ``start`` to ``end``, and its words."""

    start: int
    end: int
    words: Words


class PatternError(ValueError):
    """The pattern cannot be read; the message says what is wrong in it."""


@dataclass(frozen=True, eq=False)
class Pattern:
    """``source`` is as written in the rule, for acts in the language. It is read when it is first asked of.

    The same source is one pattern (see ``name_pattern``), so that they are told apart without a look at it."""

    source: str
    language: str

    @cached_property
    def items(self) -> Items:
        """What stands one after another. PatternError where the source cannot be read."""
        return _read_items(self.source, self.language)

    @cached_property
    def anchors(self) -> tuple[Group, ...]:
        """For each item that every match holds, the words one of which stands there. Where an earlier start has told, the
        pattern is not read for it."""
        if self._told is None:
            return tuple(read_group(words) for _, words in list_anchors(self.items))
        return tuple(read_group(tuple(map(read_matcher, words))) for words in self._told)

    @cached_property
    def openings(self) -> tuple[tuple[str, ...], ...]:
        """What the words of each anchor begin with, those left out of which one may begin with anything."""
        if self._told is None:
            return tuple(group.openings for group in self.anchors if all(group.openings))
        groups = (tuple(chain.from_iterable(map(spell_openings, words))) for words in self._told)
        return tuple(group for group in groups if all(group))

    @cached_property
    def _told(self) -> tuple[tuple[str, ...], ...] | None:
        told = read_anchors().get(f"{self.language} {self.source}")
        return None if told is None else tuple(tuple(group.split("|")) for group in told.split())

    @cached_property
    def heads(self) -> Group:
        """The words that a match may begin with."""
        return read_group(tuple(dict.fromkeys(list_heads(self.items))))

    @cached_property
    def matchers(self) -> tuple[Matcher, ...]:
        """Its words, those of every alternative too."""
        return tuple(list_matchers(self.items))

    @cached_property
    def _step(self) -> Step:
        return build_steps(self.items)

    @cached_property
    def _landmark(self) -> Landmark | None:
        return choose_landmark(self.items)

    def wants_whole(self, word: str, rest: str) -> bool:
        """Whether it wants the word as it stands, and not the compound that the word makes with the rest."""
        if any(matcher.fits(rest) for matcher in self.matchers):
            return False
        return any(matcher.is_whole and matcher.fits(word) for matcher in self.matchers)

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """Offsets of the matches within ``text[start:end]``: where few patterns are asked of a text; see ``Words``."""
        end = len(text) if end is None else end
        for vicinity in self.list_vicinities(text, start, end) if self.may_stand(text.__contains__) else ():
            yield from self.find_near(vicinity, start, end)

    def list_vicinities(self, text: str, start: int, end: int) -> Iterator[Vicinity]:
        """The pieces of a text that hold all matches within ``text[start:end]``, rising."""
        spans = ((0, len(text)),) if self._landmark is None else find_vicinities(text, self._landmark, start, end)
        return (Vicinity(begin, stop, Words(text[begin:stop])) for begin, stop in spans)

    def find_near(self, vicinity: Vicinity, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Offsets in the text of the matches that lie in the vicinity and within these offsets of the text."""
        words, begin = vicinity.words, vicinity.start
        first, last = words.range(start - begin, end - begin)
        near = self._landmark is not None
        found = self.walk(words, range(first, last), last) if near else self.find_words(words, first, last)
        return ((begin + a, begin + b) for a, b in found)

    def find_words(self, words: Words, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Offsets of the matches among the words ``first`` to ``last``, which is not one of them."""
        return self.find_in(words, first, last) if self._has_anchors(words, first, last) else iter(())

    def stands_in(self, words: Words, first: int, last: int) -> bool:
        """Whether there is one."""
        return self._has_anchors(words, first, last) and next(self.find_in(words, first, last), None) is not None

    def _has_anchors(self, words: Words, first: int, last: int) -> bool:
        """Whether a word of each anchor is among them."""
        for group in self.anchors:
            places = words.places_of(group)
            at = bisect_left(places, first)
            if at == len(places) or places[at] >= last:
                return False
        return True

    def find_in(self, words: Words, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The same among words that are known to hold one of each anchor."""
        if not self.anchors:  # a dash by itself
            return ((words.starts[i], words.ends[i]) for i in range(first, last) if words.dashed[i])
        places = words.places_of(self.heads)
        return self.walk(words, places[bisect_left(places, first) : bisect_left(places, last)], last)

    def walk(self, words: Words, places: Sequence[int], last: int) -> Iterator[tuple[int, int]]:
        """Offsets of the matches that begin at these words, rising, and end before the last."""
        step, reached = self._step, 0
        for position in places:
            if position >= reached:
                end = step(words, position, position, last)
                if end > position:
                    yield words.starts[position], words.ends[end - 1]
                    reached = end

    def may_stand(self, stands: Callable[[str], bool]) -> bool:
        """Whether a text has the letters that the words which every match holds begin with: asked of a text that has
        no index of its words yet, and may not need one. ``stands`` tells of letters whether they are in it."""
        return all(any(map(stands, group)) for group in self.openings)

    def may_match(self, words: Words) -> bool:
        """Whether a word of each anchor is among the words. Of an act's patterns three in four fail by their openings, and
        are never read."""
        if "anchors" not in vars(self) and not all(any(map(words.begin_with, group)) for group in self.openings):
            return False
        return words.may_hold(self.anchors)


@cache
def read_anchors() -> dict[str, str]:
    """Those of the patterns of rules, packed, by language and source; empty where no earlier start has told them."""
    return open_shelf("sarapshy.rules").gist or {}


def pack_anchors(patterns: Iterable[Pattern]) -> dict[str, str]:
    """«(жыл сайын|ай өткен соң) комиссия~» as «сайын|өткен комиссия~»."""
    return {
        f"{pattern.language} {pattern.source}": " ".join(
            "|".join(matcher.source for matcher in group.matchers) for group in pattern.anchors
        )
        for pattern in patterns
    }


@cache
def name_pattern(source: str, language: str) -> Pattern:
    """A pattern that was read before and is known to have no fault."""
    return Pattern(source, language)


def compile_pattern(source: str, language: str) -> Pattern:
    """Read a pattern. PatternError where a suffix class or a list is unknown, a bracket is open, no word is left."""
    pattern = name_pattern(source, language)
    _ = pattern.items
    return pattern


def _read_items(source: str, language: str) -> Items:
    if AFTER_BRACKET.search(source):
        raise PatternError(f"«{source}»: «+» and «~» belong to a word, not to a bracket")
    tokens = TOKEN.findall(fold(source).text)
    items, rest = _read_sequence(tokens, 0, language)
    if rest != len(tokens):
        raise PatternError(f"«{source}»: unexpected «{tokens[rest]}»")
    if not needs_words(items) and items != (Dash(),):
        raise PatternError(f"«{source}»: no word stands in every match")
    return items


@cache
def compile_all(sources: tuple[str, ...], language: str) -> tuple[Pattern, ...]:
    return tuple(compile_pattern(source, language) for source in sources)


def holds_any(patterns: Iterable[Pattern], text: str) -> bool:
    """Whether any of the patterns stands in the folded text."""
    return any(next(pattern.find(text), None) is not None for pattern in patterns)


def _read_sequence(tokens: list[str], at: int, language: str) -> tuple[Items, int]:
    items: list[Item] = []
    while at < len(tokens) and tokens[at] not in ")|]":
        token = tokens[at]
        if token in "([":
            choice, at = _read_choice(tokens, at + 1, language, ")" if token == "(" else "]")
            items.append(choice)
            continue
        items += _read_token(token, language)
        at += 1
    return tuple(items), at


def _read_choice(tokens: list[str], at: int, language: str, close: str) -> tuple[Choice, int]:
    alternatives: list[Items] = []
    while True:
        items, at = _read_sequence(tokens, at, language)
        alternatives.append(items)
        if at >= len(tokens):
            raise PatternError(f"«{' '.join(tokens)}»: «{close}» is missing")
        if tokens[at] == close:
            return Choice(tuple(alternatives), close == "]"), at + 1
        if tokens[at] != "|":
            raise PatternError(f"«{' '.join(tokens)}»: unexpected «{tokens[at]}»")
        at += 1


@cache
def _read_token(token: str, language: str) -> Items:
    if token[0] == "<":
        return (Gap(int(token[1:-1])),)
    if token == "-":
        return (Dash(),)
    if token[0] == "@":
        return (_read_list(token[1:], language),)
    _, plus, name = token.partition("+")
    if plus and not is_class(name):
        raise PatternError(f"«{token}»: there is no suffix class «{name}»")
    return tuple(read_matcher(word) for word in _split_word(token))


def _split_word(token: str) -> list[str]:
    """«ата-ана+noun» is two words, as in a text: only the last of them is inflected."""
    parts = re.findall(r"~?\w+(?:~|\+\w+)?|[%№#]|^~$", token)
    if not parts:
        raise PatternError(f"«{token}»: no word")
    return parts


@cache
def _read_list(name: str, language: str) -> Choice:
    lists = read_lexicon("terms")
    if name not in lists or language not in lists[name]:
        raise PatternError(f"«@{name}»: rules/lexicons/terms.yaml has no such list for {language}")
    return Choice(tuple(_read_sequence(TOKEN.findall(entry), 0, language)[0] for entry in lists[name][language]))
