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
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from sarapshy.knowledge import open_shelf
from sarapshy.language.letters import fold
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.suffixes import is_class
from sarapshy.language.words import Group, Matcher, Words, read_group, read_matcher, read_words

AFTER_BRACKET = re.compile(r"[)\]][+~]")
TOKEN = re.compile(r"<\d+>|@\w+|[()|\[\]]|[^\s()|\[\]]+")


class PatternError(ValueError):
    """The pattern cannot be read; the message says what is wrong in it."""


@dataclass(frozen=True, slots=True)
class Gap:
    most: int


@dataclass(frozen=True, slots=True)
class Dash:
    """Takes no word: it stands between two."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the alternatives; with ``optional``, or none."""

    alternatives: tuple[Sequence, ...]
    optional: bool = False


Item = Matcher | Gap | Dash | Choice
Sequence = tuple["Item", ...]


@dataclass(frozen=True)
class Pattern:
    """``source`` is as written in the rule, for acts in the language. It is read when it is first asked of."""

    source: str
    language: str

    @cached_property
    def items(self) -> Sequence:
        """What stands one after another. PatternError where the source cannot be read."""
        return _read_items(self.source, self.language)

    @cached_property
    def anchors(self) -> tuple[Group, ...]:
        """For each item that every match holds, the words one of which stands there."""
        return tuple(map(read_group, _list_anchors(self.items)))

    @cached_property
    def openings(self) -> tuple[tuple[str, ...], ...]:
        """What the words of each anchor begin with. Where an earlier start has told, the pattern is not read for it."""
        told = read_openings().get(f"{self.language} {self.source}")
        return tuple(group.openings for group in self.anchors) if told is None else unpack_openings(told)

    @cached_property
    def longest(self) -> int:
        """The most words that a match can have: no word that it must hold stands further away."""
        return _count_most(self.items)

    @cached_property
    def phrase(self) -> tuple[Matcher, ...]:
        """The words, where the pattern is nothing but words one after another, as most are; else none."""
        words = tuple(item for item in self.items if isinstance(item, Matcher))
        return words if len(words) == len(self.items) else ()

    @cached_property
    def heads(self) -> Group:
        """The words that a match may begin with."""
        return read_group(tuple(dict.fromkeys(_list_heads(self.items))))

    @cached_property
    def matchers(self) -> tuple[Matcher, ...]:
        """Its words, those of every alternative too."""
        return tuple(_list_matchers(self.items))

    def wants_whole(self, word: str, rest: str) -> bool:
        """Whether it wants the word as it stands, and not the compound that the word makes with the rest."""
        if any(matcher.fits(rest) for matcher in self.matchers):
            return False
        return any(matcher.is_whole and matcher.fits(word) for matcher in self.matchers)

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """Offsets of the matches within ``text[start:end]``."""
        if not self.may_stand(text):
            return iter(())
        words = read_words(text)
        first, last = words.range(start, len(text) if end is None else end)
        return self.find_words(words, first, last)

    def find_words(self, words: Words, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Offsets of the matches among the words ``first`` to ``last``, which is not one of them."""
        if not self.anchors:  # a dash by itself
            yield from ((words.starts[i], words.ends[i]) for i in range(first, last) if words.dashed[i])
        held = []
        for group in self.anchors:
            held.append(words.places_of(group))
            if not _stands(held[-1], first, last):
                return
        reached, places = first, words.places_of(self.heads)
        for position in places[bisect_left(places, first) : bisect_left(places, last)]:
            if position >= reached:
                end = self._match_at(words, position, last, held)
                if end > position:
                    yield words.starts[position], words.ends[end - 1]
                    reached = end

    def _match_at(self, words: Words, position: int, last: int, held: list[tuple[int, ...]]) -> int:
        """The end of the match that begins at a place of ``heads``; there where there is none."""
        if self.phrase:
            return _match_phrase(self.phrase, words, position, last)
        near = min(position + self.longest, last)
        if not all(_stands(each, position, near) for each in held):
            return position
        return next(_match(self.items, 0, words, position, position, last), position)

    def may_stand(self, text: str) -> bool:
        """Whether the text has the letters that the words which every match holds begin with: asked of a text that has
        no index of its words yet, and may not need one."""
        return all(any(map(text.__contains__, group)) for group in self.openings)

    def may_match(self, words: Words) -> bool:
        """Whether a word of each anchor is among the words. Of an act's patterns three in four fail by their openings, and
        are never read."""
        if "anchors" not in vars(self) and not all(any(map(words.begin_with, group)) for group in self.openings):
            return False
        return words.may_hold(self.anchors)


def _stands(places: tuple[int, ...], first: int, last: int) -> bool:
    at = bisect_left(places, first)
    return at < len(places) and places[at] < last


def _match_phrase(phrase: tuple[Matcher, ...], words: Words, position: int, last: int) -> int:
    """The end of the phrase whose first word stands at the position; the position where the others do not follow."""
    end = position + len(phrase)
    if end > last or not all(words.joined[position : end - 1]):
        return position
    others = zip(phrase[1:], words.texts[position + 1 : end], strict=True)
    return end if all(matcher.fits(word) for matcher, word in others) else position


def _match(items: Sequence, at: int, words: Words, begin: int, position: int, last: int) -> Iterator[int]:
    """Positions after a match of ``items[at:]`` from ``position``, the preferred first: short gaps, options taken."""
    if at == len(items):
        yield position
        return
    item = items[at]
    if isinstance(item, Matcher):
        if position < last and _follows(words, begin, position) and item.fits(words.texts[position]):
            yield from _match(items, at + 1, words, begin, position + 1, last)
    elif isinstance(item, Dash):
        if position > begin and words.dashed[position - 1]:
            yield from _match(items, at + 1, words, begin, position, last)
    elif isinstance(item, Gap):
        yield from _match(items, at + 1, words, begin, position, last)
        for skipped in range(position, min(position + item.most, last)):
            if not _follows(words, begin, skipped):
                return
            yield from _match(items, at + 1, words, begin, skipped + 1, last)
    else:
        for alternative in item.alternatives:
            for end in _match(alternative, 0, words, begin, position, last):
                yield from _match(items, at + 1, words, begin, end, last)
        if item.optional:
            yield from _match(items, at + 1, words, begin, position, last)


def _follows(words: Words, begin: int, position: int) -> bool:
    return position == begin or words.joined[position - 1]


def _list_anchors(items: Sequence) -> Iterator[tuple[Matcher, ...]]:
    for item in items:
        if isinstance(item, Matcher):
            yield (item,)
        elif isinstance(item, Choice) and not item.optional:
            groups = [max(_list_anchors(each), key=_count_letters, default=()) for each in item.alternatives]
            if all(groups):
                yield tuple(dict.fromkeys(matcher for group in groups for matcher in group))


def _list_matchers(items: Sequence) -> Iterator[Matcher]:
    for item in items:
        if isinstance(item, Matcher):
            yield item
        elif isinstance(item, Choice):
            for alternative in item.alternatives:
                yield from _list_matchers(alternative)


def _count_letters(group: tuple[Matcher, ...]) -> int:
    """That the words begin with: of «жыл сайын» the second word is in fewer texts."""
    return min(len(prefix) for matcher in group for prefix in matcher.prefixes or ("",))


def _list_heads(items: Sequence) -> Iterator[Matcher]:
    for item in items:
        if isinstance(item, Matcher):
            yield item
            return
        if isinstance(item, Choice):
            for alternative in item.alternatives:
                yield from _list_heads(alternative)
            if not item.optional and all(map(_needs_words, item.alternatives)):
                return


def _count_most(items: Sequence) -> int:
    return sum(
        item.most
        if isinstance(item, Gap)
        else max(map(_count_most, item.alternatives))
        if isinstance(item, Choice)
        else isinstance(item, Matcher)
        for item in items
    )


def _needs_words(items: Sequence) -> bool:
    return next(_list_anchors(items), None) is not None


@cache
def read_openings() -> dict[str, str]:
    """Those of the patterns of rules, packed, by language and source; empty where no earlier start has told them."""
    return open_shelf("sarapshy.rules").gist or {}


def pack_openings(patterns: Iterable[Pattern]) -> dict[str, str]:
    """«(жыл сайын|ай өткен соң) комиссия~» as «сайын|өткен комиссия»; an anchor that may be any word says nothing."""
    return {
        f"{pattern.language} {pattern.source}": " ".join(
            "|".join(group.openings) for group in pattern.anchors if all(group.openings)
        )
        for pattern in patterns
    }


def unpack_openings(packed: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(group.split("|")) for group in packed.split())


@cache
def name_pattern(source: str, language: str) -> Pattern:
    """A pattern that was read before and is known to have no fault."""
    return Pattern(source, language)


def compile_pattern(source: str, language: str) -> Pattern:
    """Read a pattern. PatternError where a suffix class or a list is unknown, a bracket is open, no word is left."""
    pattern = name_pattern(source, language)
    _ = pattern.items
    return pattern


def _read_items(source: str, language: str) -> Sequence:
    if AFTER_BRACKET.search(source):
        raise PatternError(f"«{source}»: «+» and «~» belong to a word, not to a bracket")
    tokens = TOKEN.findall(fold(source).text)
    items, rest = _read_sequence(tokens, 0, language)
    if rest != len(tokens):
        raise PatternError(f"«{source}»: unexpected «{tokens[rest]}»")
    if not _needs_words(items) and items != (Dash(),):
        raise PatternError(f"«{source}»: no word stands in every match")
    return items


@cache
def compile_all(sources: tuple[str, ...], language: str) -> tuple[Pattern, ...]:
    return tuple(compile_pattern(source, language) for source in sources)


def holds_any(patterns: Iterable[Pattern], text: str) -> bool:
    """Whether any of the patterns stands in the folded text."""
    return any(next(pattern.find(text), None) is not None for pattern in patterns)


def _read_sequence(tokens: list[str], at: int, language: str) -> tuple[Sequence, int]:
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
    alternatives: list[Sequence] = []
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
def _read_token(token: str, language: str) -> Sequence:
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
