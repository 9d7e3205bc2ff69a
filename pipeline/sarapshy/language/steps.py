"""A pattern as steps from word to word: each tries its item and hands the next place on to the step after it.

The first way that leads to the end is taken, and the preferred is tried first: the alternatives as they are written, an
option taken, a gap as short as can be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

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
        return _build_any(then) if item.source == "~" else _build_words(frozenset((item,)), then)
    if isinstance(item, Gap):
        return _build_gap(item.most, then)
    return _build_dash(then) if isinstance(item, Dash) else _build_choice(item, then)


def _build_words(matchers: frozenset[Matcher], then: Step) -> Step:
    """Any of some words, of which there may be forty, by one look at the word that stands there."""
    known, fitting = MATCHERS.known, MATCHERS.of

    def take(words: Words, begin: int, position: int, last: int) -> int:
        if position >= last or (position != begin and not words.joined[position - 1]):
            return NOWHERE
        word = words.texts[position]
        fits = known[word] if word in known else fitting(word)
        return NOWHERE if matchers.isdisjoint(fits) else then(words, begin, position + 1, last)

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
    ways = tuple(_build_ways(choice, then))
    ways += (then,) if choice.optional else ()
    if len(ways) == 1:
        return ways[0]

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


def _build_ways(choice: Choice, then: Step) -> Iterator[Step]:
    """The alternatives in their order; of words by themselves those that stand together are one way."""
    for word, alternatives in groupby(choice.alternatives, _is_word):
        if word:
            yield _build_words(frozenset(matcher for (matcher,) in alternatives if isinstance(matcher, Matcher)), then)
        else:
            yield from (_chain(alternative, then) for alternative in alternatives)


def _is_word(alternative: Sequence) -> bool:
    return len(alternative) == 1 and isinstance(alternative[0], Matcher) and alternative[0].source != "~"


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
