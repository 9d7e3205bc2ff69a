"""What a pattern is made of, and what can be told of it before any text is seen.

``қажет болған <3> (жағдай~|кез~)`` is two words, a gap and a choice: every match has «қажет» and «болған», and a word of
the choice at most five words after the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sarapshy.language.words import Matcher


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


def list_anchors(items: Sequence) -> Iterator[tuple[int, tuple[Matcher, ...]]]:
    """The position of each item that every match holds, and the words one of which stands there."""
    for position, item in enumerate(items):
        if isinstance(item, Matcher):
            yield position, (item,)
        elif isinstance(item, Choice) and not item.optional:
            held = [[words for _, words in list_anchors(each)] for each in item.alternatives]
            groups = [max(words, key=count_letters, default=()) for words in held]
            if all(groups):
                yield position, tuple(dict.fromkeys(matcher for group in groups for matcher in group))


def count_letters(group: tuple[Matcher, ...]) -> int:
    """That the words begin with: of «жыл сайын» the second word is in fewer texts."""
    return min(map(len, list_openings(group)))


def list_openings(group: tuple[Matcher, ...]) -> tuple[str, ...]:
    """What one of the words begins with."""
    return tuple(prefix for matcher in group for prefix in matcher.prefixes or ("",))


def list_matchers(items: Sequence) -> Iterator[Matcher]:
    """All words, those of every alternative too."""
    for item in items:
        if isinstance(item, Matcher):
            yield item
        elif isinstance(item, Choice):
            for alternative in item.alternatives:
                yield from list_matchers(alternative)


def list_heads(items: Sequence) -> Iterator[Matcher]:
    """The words that a match may begin with."""
    for item in items:
        if isinstance(item, Matcher):
            yield item
            return
        if isinstance(item, Choice):
            for alternative in item.alternatives:
                yield from list_heads(alternative)
            if not item.optional and all(map(needs_words, item.alternatives)):
                return


def count_most(items: Sequence) -> int:
    """The most words that a match can have."""
    return sum(
        item.most
        if isinstance(item, Gap)
        else max(map(count_most, item.alternatives))
        if isinstance(item, Choice)
        else isinstance(item, Matcher)
        for item in items
    )


def needs_words(items: Sequence) -> bool:
    """Whether every match holds a word of the pattern: told without gathering which."""
    return any(map(_needs_word, items))


def _needs_word(item: Item) -> bool:
    if isinstance(item, Choice):
        return not item.optional and all(map(needs_words, item.alternatives))
    return isinstance(item, Matcher)
