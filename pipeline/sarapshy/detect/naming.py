"""Names that do not say one thing: a short name given to the wrong words or given twice, a term spelt in two ways, an
organisation under two names.

«… білім беру (бұдан әрі – медициналық ұйымдар)» names an education and speaks of organisations; «консорциялық келісім» and
«консорциалдық келісім» are one paper or two. Whoever applies the act chooses what is meant. What counts as a name stands
in the lists of each rule.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, islice

from sarapshy.acts.model import Definition
from sarapshy.acts.stretches import Hit, Reading
from sarapshy.detect.build import Evidence
from sarapshy.detect.rules import Rule
from sarapshy.language.kazakh import stem
from sarapshy.language.letters import fold
from sarapshy.language.likeness import share, word_heads
from sarapshy.language.pattern import Pattern

WORD = re.compile(r"[^\W\d_]+")
TAIL = 12  # words before the bracket that a short name may stand for
ROOT = 6  # letters that two spellings of one term share
DERIVED = 7  # letters by which they differ at most
VARIANTS = 3  # findings of one kind in an act
SHORTEST = 5  # letters of a name; fewer are an abbreviation
NAME_TAIL = 6  # of the words before «(бұдан әрі – Комиссия)» the last say what is shortened
SAME = 0.34  # share of words from which two long forms of a name are one
WITHIN = re.compile(r"[\w,;] \Z")  # a capital after a word or a comma is a name, after a stop it may be none
MENTIONED = 8  # mentions that make a name the act's own


def find_misattached_names(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """A short name of an organisation or paper after words that name something else.

    Lists: ``name`` heads of short names that are looked at, one pattern a kind; ``holder`` heads of a person, such as
    «төраға», after which the body's own name is no short name of him.
    """
    for definition in reading.act.definitions:
        if not definition.short_name:
            continue
        start, end = reading.to_folded(definition.start), reading.to_folded(definition.end)
        stretch = reading.stretch_at(start)
        if stretch is None or not reading.is_norm(stretch):
            continue
        language = reading.clause(stretch).language
        if _is_misattached(rule, definition, language):
            long = " ".join(definition.meaning.split()[-TAIL // 2 :])
            yield Evidence(start, end, {"long": long})


def _is_misattached(rule: Rule, definition: Definition, language: str) -> bool:
    name, meaning = fold(definition.term).text, fold(definition.meaning).text
    kinds = [pattern for pattern in rule.lists["name"][language] if _holds(pattern, name)]
    words = meaning.split()[-TAIL:]
    if not kinds or not words or any(chr(34) in word for word in words):  # «"Спорт" МКҚК»
        return False
    if not any(_holds(kind, meaning) for kind in kinds):
        return not any(_holds(pattern, " ".join(words)) for pattern in rule.lists["like"][language])
    return language == "kk" and any(_holds(pattern, words[-1]) for pattern in rule.lists["holder"][language])


def _holds(pattern: Pattern, text: str) -> bool:
    return next(pattern.find(text), None) is not None


def find_term_variants(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """Two spellings of one attribute before the same noun.

    Lists: ``term`` an attribute with its noun, ``apart`` attributes of one root that mean different things.
    """
    for language in reading.languages:
        by_noun: dict[str, dict[str, Hit]] = {}
        for hit in reading.find(rule.lists["term"][language]):
            words = WORD.findall(reading.text, hit.start, hit.end)
            if len(words) > 1 and reading.clause(hit.stretch).language == language:
                attribute, noun = words[0], words[-1]
                by_noun.setdefault(_root(noun, language), {}).setdefault(attribute, hit)
        pairs = (pair for words in by_noun.values() for pair in combinations(words.items(), 2))
        yield from islice(_tell_variants(reading, rule, pairs, language), VARIANTS)


def _tell_variants(
    reading: Reading, rule: Rule, pairs: Iterator[tuple[tuple[str, Hit], tuple[str, Hit]]], language: str
) -> Iterator[Evidence]:
    for (one, first), (other, second) in pairs:
        if not _is_one_term(one, other) or _root(one, language) == _root(other, language):
            continue
        if any(_holds(pattern, word) for pattern in rule.lists["apart"][language] for word in (one, other)):
            continue
        values = {"other": reading.quote(first.start, first.end)}
        yield Evidence(second.start, second.end, values, related=((first.start, first.end),))


def _is_one_term(one: str, other: str) -> bool:
    """Whether the words share their beginning and differ in how they are derived from it."""
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    differ = max(len(one), len(other)) - shared
    return shared >= ROOT and 1 < differ <= DERIVED and not _is_slip(one, other)


def _is_slip(one: str, other: str) -> bool:
    """Whether one word is the other with a letter left out: a misprint, and no other name."""
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) == 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _root(word: str, language: str) -> str:
    if language == "kk":
        return stem(word)
    from sarapshy.language.russian import lemma

    return lemma(word)


def find_doubled_names(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """A short name given twice in one text to things that share no word: «(бұдан әрі – Комиссия)» for two commissions."""
    known: dict[tuple[int | None, str], Definition] = {}
    for definition in reading.act.definitions:
        if not definition.short_name:
            continue
        name = " ".join(fold(definition.term).text.split())
        place = reading.outline.at(definition.start)
        if place is None or len(name) < SHORTEST or _is_usual(rule, name):
            continue
        first = known.setdefault((reading.outline.component(place), name), definition)
        if first is not definition and not _is_same_name(first, definition):
            start, end = reading.to_folded(definition.start), reading.to_folded(definition.end)
            stretch = reading.stretch_at(start)
            if stretch is not None and reading.is_norm(stretch):
                values = {"first": _tail(first.meaning), "second": _tail(definition.meaning)}
                other = (reading.to_folded(first.start), reading.to_folded(first.end))
                yield Evidence(start, end, values, related=(other,))


def _is_usual(rule: Rule, name: str) -> bool:
    return any(_holds(pattern, name) for patterns in rule.lists["usual"].values() for pattern in patterns)


def _tail(meaning: str) -> str:
    return " ".join(meaning.split()[-NAME_TAIL:])


def _is_same_name(one: Definition, other: Definition) -> bool:
    a, b = (word_heads(fold(" ".join(d.meaning.split()[-2 * NAME_TAIL :])).text) for d in (one, other))
    return not a or not b or max(share(a, b), share(b, a)) >= SAME


def find_other_names(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """An organisation that the act calls «Кәсіпорын» throughout and «Қоғам» in some places.

    ``name`` lists what organisations call themselves, one pattern a kind; only capitals within a sentence count.
    """
    for language in reading.languages:
        counts: Counter[int] = Counter()
        places: dict[int, list[tuple[int, int]]] = {}
        for start, end, kind in _find_names(reading, rule, language):
            counts[kind] += 1
            places.setdefault(kind, []).append((start, end))
        if len(counts) < 2:
            continue
        (own, most), *others = counts.most_common()
        for kind, count in others:
            if most >= MENTIONED and 2 <= count * 2 <= most and not _is_introduced(reading, rule, kind, language):
                start, end = places[kind][0]
                values = {"own": reading.quote(*places[own][0]), "count": str(count)}
                yield Evidence(start, end, values, related=(places[own][0],))


def _find_names(reading: Reading, rule: Rule, language: str) -> Iterator[tuple[int, int, int]]:
    for kind, pattern in enumerate(rule.lists["name"][language]):
        for hit in reading.find((pattern,)):
            start, _ = reading.to_source(hit.start, hit.end)
            named = reading.act.text[start].isupper() and not reading.act.text[start + 1].isupper()
            if not named or not WITHIN.search(reading.act.text, max(0, start - 2), start):
                continue
            if reading.clause(hit.stretch).language == language and not _is_proper(reading, rule, hit, language):
                yield hit.start, hit.end, kind


def _is_proper(reading: Reading, rule: Rule, hit: Hit, language: str) -> bool:
    """Whether the word is a part of a longer name: «"Парасат" Қоғамы», «Общество с ограниченной …»."""
    around = reading.text[max(0, hit.start - 2) : hit.start] + reading.text[hit.end : hit.end + 2]
    return '"' in around or reading.holds(rule.lists["longer"][language], max(0, hit.start - 30), hit.end + 30)


def _is_introduced(reading: Reading, rule: Rule, kind: int, language: str) -> bool:
    pattern = rule.lists["name"][language][kind]
    return any(_holds(pattern, fold(d.term).text) for d in reading.act.definitions)
