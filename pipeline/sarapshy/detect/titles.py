"""One document or service under two titles: «… қағидалары бекітілсін» in the order, «… ережелері» at the head of the text.

The title stands in the order that approves the text, over the text itself and in its first point («Осы … қағидалары (бұдан
әрі – Қағидалар)»); the name of a state service stands in every place that speaks of it. Whoever cites the act, or asks for
the service, cites one of them. Words are compared by their beginnings and against the letters of the other title, as texts
copied from tables lose spaces («жүзегеасыру»); a misprint is no other word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from sarapshy.acts.model import Clause, ClauseKind
from sarapshy.acts.stretches import Reading, Stretch
from sarapshy.detect.build import Evidence
from sarapshy.detect.rules import Rule
from sarapshy.language.letters import fold
from sarapshy.language.pattern import holds_any

WORD = re.compile(r"[^\W\d_]{4,}")
LETTERS = re.compile(r"[\W\d_]+")
CHAPTER = re.compile(r"\s+\d+\s*[.-]")
BRACKETED = re.compile(r"\([^()]*\)")
HEAD = 5  # letters that tell one word from another
STAMP = "№"  # what is printed over the title of a text, and not in it
MOST = 4  # words by which two titles of one document differ
FEWEST = 4  # words of a title that is compared
SHARED = 0.65  # of the words of two titles, from which they name one thing
MISPRINT = 0.72  # likeness of two words that are one, printed wrongly
OPENING = 8  # characters before «Осы», the number of the point
LONGEST = 500  # characters of a title
OFTEN = 2  # times that the main name of a service is used oftener than the other


@dataclass(frozen=True, slots=True)
class Title:
    """A title as it stands at a folded place; ``words`` are those that tell it from others."""

    start: int
    end: int
    words: tuple[str, ...]
    letters: str


def find_other_titles(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """What the first point, or else the order, calls the approved text, where its heading says another word.

    Lists: ``kind`` short names of such a text, ``own`` the word by which it speaks of itself, ``approves`` the verb of the
    order, ``idle`` words that tell no title from another.
    """
    for component in (clause for clause in reading.act.clauses if clause.kind is ClauseKind.APPROVED):
        headed = _read_heading(reading, rule, component)
        if headed is None:
            continue
        for titles in (_find_own(reading, rule, component), _find_approved(reading, rule, component.language)):
            told = [(title, _differ(headed, title)) for title in titles if _shares(headed, title)]
            if told and all(odd for _, odd in told):
                title, odd = told[0]
                values = {"other": reading.quote(headed.start, headed.end), "odd": odd}
                yield Evidence(title.start, title.end, values, related=((headed.start, headed.end),))
                break


def _read_heading(reading: Reading, rule: Rule, component: Clause) -> Title | None:
    """The title over the approved text, where it is printed; a heading of the first chapter that runs on is none of it."""
    printed = CHAPTER.split(fold((component.title or "")[:LONGEST]).text)[0]
    if not holds_any(rule.lists["kind"][component.language], printed) or STAMP in printed:
        return None
    start, end = reading.to_folded(component.start), reading.to_folded(component.end)
    at = reading.text.find(printed, start, min(end, start + 3 * LONGEST)) if printed else -1
    return None if at < 0 else _make(reading, rule, at, at + len(printed), component.language)


def _find_own(reading: Reading, rule: Rule, component: Clause) -> Iterator[Title]:
    """«Осы … қағидалары», of the sentence that goes on «(бұдан әрі – Қағидалар)»."""
    language = component.language
    for definition in reading.act.definitions:
        known = definition.short_name and component.start <= definition.start < component.end
        if not known or not holds_any(rule.lists["kind"][language], fold(definition.term).text):
            continue
        at = reading.to_folded(definition.start)
        first, opening = reading.sentence(at)[0], reading.text.rfind("(", 0, at)
        own = [place for p in rule.lists["own"][language] for place in reading.places(p, first, opening)]
        if own and own[0][0] - first < OPENING and opening - own[0][1] < LONGEST:
            yield _make(reading, rule, own[0][1] if language == "kk" else own[0][0], opening, language)
        return


def _find_approved(reading: Reading, rule: Rule, language: str) -> Iterator[Title]:
    """What the order says that it approves, one text in a sentence."""
    for hit in reading.find(rule.lists["approves"][language]):
        above = (reading.act.clauses[position] for position in reading.outline.above(hit.stretch.clause))
        if any(clause.kind in (ClauseKind.APPROVED, ClauseKind.SUBPOINT) for clause in above):
            continue  # an item is one of several texts, and whose title it is cannot be told
        first, last = reading.sentence(hit.start)
        span = (first, hit.start) if language == "kk" else (hit.end, last)
        if span[1] - span[0] < LONGEST:
            yield _make(reading, rule, *span, language)


def _make(reading: Reading, rule: Rule, start: int, end: int, language: str) -> Title:
    text = BRACKETED.sub(" ", reading.text[start:end])
    idle = rule.lists["idle"][language]
    words = tuple(word for word in WORD.findall(text) if not holds_any(idle, word))
    return Title(start, end, words, LETTERS.sub("", text))


def _shares(one: Title, other: Title) -> bool:
    """Whether most words of either title stand in the other: then they name one thing."""
    if min(len(one.words), len(other.words)) < FEWEST:
        return False
    return all(len(_list_odd(a, b)) <= (1 - SHARED) * len(a.words) for a, b in ((one, other), (other, one)))


def _differ(one: Title, other: Title) -> str:
    """The few words of either title that the other lacks; a misprint is no other word."""
    lost, added = _list_odd(one, other), _list_odd(other, one)
    odd = [word for word in lost if not _is_misprint(word, added)] + [w for w in added if not _is_misprint(w, lost)]
    return ", ".join(odd) if len(odd) <= MOST else ""


def _list_odd(title: Title, other: Title) -> list[str]:
    return [word for word in title.words if word[:HEAD] not in other.letters]


def _is_misprint(word: str, others: Iterable[str]) -> bool:
    return any(SequenceMatcher(None, word, other).ratio() >= MISPRINT for other in others)


def find_other_services(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """The service of the act under another name: in quotation marks before ``service``, fewer times than the main one."""
    for language in reading.languages:
        named = sorted(_find_services(reading, rule, language), key=lambda pair: pair[0].start)
        counts = Counter(title.letters for title, _ in named)
        if len(counts) < 2:
            continue
        main, often = counts.most_common(1)[0]
        first = next(title for title, _ in named if title.letters == main)
        for title, stretch in named:
            rare = counts[title.letters] * OFTEN <= often and reading.is_norm(stretch)
            odd = _differ(first, title) if rare and _shares(first, title) else ""
            if odd:
                values = {"other": reading.quote(first.start, first.end), "odd": odd}
                yield Evidence(title.start, title.end, values, related=((first.start, first.end),))
                break


def _find_services(reading: Reading, rule: Rule, language: str) -> Iterator[tuple[Title, Stretch]]:
    for hit in reading.find(rule.lists["service"][language]):
        if language == "kk":
            end = reading.text.rfind('"', hit.stretch.start, hit.start)
            start = reading.text.rfind('"', hit.stretch.start, end) if end > 0 and hit.start - end <= HEAD else -1
        else:
            start = reading.text.find('"', hit.end, min(hit.stretch.end, hit.end + HEAD))
            end = reading.text.find('"', start + 1, hit.stretch.end) if start >= 0 else -1
        cited = reading.holds(rule.lists["cited"][language], *reading.sentence(hit.start))
        if 0 <= start < end < start + LONGEST and not cited:
            yield _make(reading, rule, start + 1, end, language), hit.stretch
