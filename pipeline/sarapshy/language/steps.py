"""A pattern as steps from word to word: each tries its item and hands the next place on to the step after it.

The first way that leads to the end is taken, and the preferred is tried first: the alternatives as they are written, an
option taken, a gap as short as can be.
"""

from __future__ import annotations

from collections.abc import Callable

from sarapshy.language.items import Choice, Dash, Gap, Item, Sequence
from sarapshy.language.words import MATCHERS, Matcher, Words

Step = Callable[[Words, int, int, int], int]
"""(words, first of the match, position, one past the last that may be taken) -> the position after the match."""

NOWHERE = -1


def build_steps(items: Sequence) -> Step:
    """The step of a whole pattern."""
    return _chain(items, _arrive)


def _arrive(words: Words, begin: int, position: int, last: int) -> int:
    return position


def _chain(items: Sequence, then: Step) -> Step:
    for item in reversed(items):
        then = _build(item, then)
    return then


def _build(item: Item, then: Step) -> Step:
    if isinstance(item, Matcher):
        return _build_any(then) if item.source == "~" else _build_word(item, then)
    if isinstance(item, Gap):
        return _build_gap(item.most, then)
    return _build_dash(then) if isinstance(item, Dash) else _build_choice(item, then)


def _build_word(matcher: Matcher, then: Step) -> Step:
    known, fitting = MATCHERS.known, MATCHERS.of

    def take(words: Words, begin: int, position: int, last: int) -> int:
        if position >= last or (position != begin and not words.joined[position - 1]):
            return NOWHERE
        word = words.texts[position]
        fits = known[word] if word in known else fitting(word)
        return then(words, begin, position + 1, last) if matcher in fits else NOWHERE

    return take


def _build_any(then: Step) -> Step:
    def take(words: Words, begin: int, position: int, last: int) -> int:
        if position >= last or (position != begin and not words.joined[position - 1]):
            return NOWHERE
        return then(words, begin, position + 1, last)

    return take


def _build_dash(then: Step) -> Step:
    def pass_over(words: Words, begin: int, position: int, last: int) -> int:
        if position <= begin or not words.dashed[position - 1]:
            return NOWHERE
        return then(words, begin, position, last)

    return pass_over


def _build_gap(most: int, then: Step) -> Step:
    def skip(words: Words, begin: int, position: int, last: int) -> int:
        joined = words.joined
        for skipped in range(position, min(position + most, last)):
            end = then(words, begin, skipped, last)
            if end >= 0:
                return end
            if skipped != begin and not joined[skipped - 1]:
                return NOWHERE
        return then(words, begin, min(position + most, last), last)

    return skip


def _build_choice(choice: Choice, then: Step) -> Step:
    ways = tuple(_chain(alternative, then) for alternative in choice.alternatives)
    ways += (then,) if choice.optional else ()

    def choose(words: Words, begin: int, position: int, last: int) -> int:
        for way in ways:
            end = way(words, begin, position, last)
            if end >= 0:
                return end
        return NOWHERE

    heads = [next(iter(alternative), None) for alternative in choice.alternatives]
    if not all(isinstance(head, Matcher) and head.source != "~" for head in heads):
        return choose
    return _look_ahead(frozenset(heads), choose, then if choice.optional else _fail)


def _look_ahead(heads: frozenset[Item | None], choose: Step, otherwise: Step) -> Step:
    """One look at the word tells whether any of the alternatives, of which there may be forty, begins with it."""
    known, fitting = MATCHERS.known, MATCHERS.of

    def choose_if(words: Words, begin: int, position: int, last: int) -> int:
        if position >= last:
            return otherwise(words, begin, position, last)
        word = words.texts[position]
        fits = known[word] if word in known else fitting(word)
        return (otherwise if heads.isdisjoint(fits) else choose)(words, begin, position, last)

    return choose_if


def _fail(words: Words, begin: int, position: int, last: int) -> int:
    return NOWHERE
