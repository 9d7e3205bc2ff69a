"""Rules of a state service against the standard in their own annex: the term, the grounds of refusal, who serves.

«59. Сертификатты 5 жұмыс күні ішінде қайта ресімдейді» over a row «Мемлекеттік қызмет көрсету мерзімі | Қайта ресімдеу – 2
жұмыс күні»: a step cannot last longer than the service. Seven grounds of refusal in a point and eight in the standard:
whoever refuses picks the list. «Толық автоматтандырылған» says the standard, and an official examines. A point refuses
incomplete papers, and the closed list of grounds has none such. An act with several standards is left alone, for no one
row speaks of all its points; two rows are held against each other within each of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from operator import attrgetter

from sarapshy.acts.model import ClauseKind
from sarapshy.acts.stretches import Hit, Reading
from sarapshy.detect.build import Evidence
from sarapshy.detect.rules import Rule
from sarapshy.detect.standard import Row, find_rows
from sarapshy.language.letters import fold
from sarapshy.language.likeness import share, word_heads
from sarapshy.language.time import Term, find_terms

FIRST = re.compile(r"(?:^|[\s;:.])1\)")
ITEM = re.compile(r"(?:^|[\s;:.])\d+\)\s*")
WORD = re.compile(r"[^\W\d_]{3,}")
GLUED = re.compile(r"(?<=[а-яәғқңөұүһі])(?=[А-ЯӘҒҚҢӨҰҮҺІ][а-яәғқңөұүһі])")  # «2 жұмыс күніҚайта ресімдеу»
NAMED = 2  # words of a row's item at least, to know it again: «қайта ресімдеу»
OPENING = 120  # characters from «бас тарту негіздері» to the colon of its list
HELD = 0.5  # share of the words of a ground that the other list holds in one item
ALIKE = 0.6  # share of the grounds of a list that the other has: then both are of one kind
DAYS = ("working_day", "calendar_day", "day")
SLOW = 3  # days that an information system needs for no answer
SHOWN = 120  # characters of a row that are shown


Told = tuple[Term, frozenset[str]]  # a term of a row, and the words that say of what


def find_against_own_standard(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """What points of the act say otherwise than the one standard in its annex."""
    rows = list(find_rows(reading, rule))
    if len(rows) == 1:
        yield from OWN_STANDARD[rule.check or ""](reading, rule, rows[0])


def _read_value(reading: Reading, row: Row) -> str:
    """What the row says, with its lines apart that the table has stuck together."""
    printed = reading.act.text[slice(*reading.to_source(row.value, row.end))]
    return fold(GLUED.sub(";\n", printed)).text


def _find_said(reading: Reading, rule: Rule, row: Row) -> Iterator[Hit]:
    """Places of points, in the language of the row and outside tables, where the act speaks of the same."""
    for hit in reading.find(rule.lists["said"][row.language]):
        tabled = any(reading.act.clauses[p].kind is ClauseKind.ROW for p in reading.outline.above(hit.stretch.clause))
        if not tabled and reading.is_norm(hit.stretch) and reading.clause(hit.stretch).language == row.language:
            yield hit


# -- terms


def _find_other_terms(reading: Reading, rule: Rule, row: Row) -> Iterator[Evidence]:
    """Terms of the whole service that the row does not tell, and steps longer than any that it tells."""
    label = word_heads(reading.text[row.label : row.value])
    told = [(term, item - label) for term, item in _count_days(_read_value(reading, row), row.language)]
    if not told or len({term.unit for term, _ in told}) > 1:
        return
    seen: set[int] = set()
    for hit in _find_said(reading, rule, row):
        start, end = reading.sentence(hit.start)
        if start in seen or reading.holds(rule.lists["apart"][row.language], start, end):
            continue
        seen.add(start)
        whole = reading.holds(rule.lists["whole"][row.language], start, end)
        for term in _find_other(reading.text[start:end], row.language, told, whole):
            yield Evidence(start + term.start, start + term.end, related=((row.value, row.end),))


def _count_days(text: str, language: str) -> list[Told]:
    """Each counted term of days with the words before it, back to the term before: what it is the term of."""
    found, reached = [], 0
    for term in find_terms(text, language):
        if term.number and term.upper is None and term.unit in DAYS:
            found.append((term, word_heads(text[reached : term.start])))
        reached = term.end
    return found


def _find_other(text: str, language: str, told: list[Told], whole: bool) -> Iterator[Term]:
    """The terms of a sentence that the row contradicts. ``whole``: the sentence tells the term of the service itself."""
    heads, days = word_heads(text), [int(term.number or 0) for term, _ in told]
    named = any(len(item) >= NAMED and item <= heads for _, item in told)
    for term, _ in _count_days(text, language):
        longer = int(term.number or 0) > max(days) and term.bound in ("within", "at_most", "exact")
        if term.unit == told[0][0].unit and ((whole and term.number not in days) or (longer and named)):
            yield term


# -- grounds of refusal


def _find_other_grounds(reading: Reading, rule: Rule, row: Row) -> Iterator[Evidence]:
    """A list of grounds in a point that lacks one of the row's, or has one that the row lacks."""
    value = _read_value(reading, row)
    if len(FIRST.findall(value)) > 1:
        return  # «лицензия алу кезінде: 1) …; қайта ресімдеу кезінде: 1) …» is of several cases
    standard = _list_items(value)
    for hit in _find_said(reading, rule, row):
        end = reading.point_span(hit.stretch)[1]
        opening = reading.text.find(":", hit.end, end)
        own = _list_items(reading.text[opening:end]) if 0 <= opening - hit.end < OPENING else []
        odd = _find_odd(own, standard)
        if odd:
            yield Evidence(hit.start, hit.end, {"ground": odd}, ((row.value, row.end),))


def _list_items(text: str) -> list[str]:
    """Numbered items; a paragraph that follows the last is none of it."""
    items = [item.strip().partition("\n")[0] for item in ITEM.split(text)[1:]]
    return [item for item in items if len(WORD.findall(item)) > NAMED]


def _find_odd(own: list[str], standard: list[str]) -> str | None:
    """The first ground that only one of two lists has, where the lists are otherwise one."""
    if min(len(own), len(standard)) < 2:
        return None
    odd = [[item for item in here if not _is_held(item, there)] for here, there in ((own, standard), (standard, own))]
    like = 1 - len(odd[0]) / len(own)
    alone = [*odd[0], *odd[1]]
    return " ".join(alone[0].split()) if alone and like >= ALIKE else None


def _is_held(item: str, others: list[str]) -> bool:
    """Whether another list has the item; of one that cites an order in full, the words of the shorter count."""
    pairs = ((word_heads(item), word_heads(other)) for other in others)
    return any(share(*sorted(pair, key=len)) >= HELD for pair in pairs)


# -- who serves


def _find_people(reading: Reading, rule: Rule, row: Row) -> Iterator[Evidence]:
    """The words by which the row calls the service fully automated, where points tell what people do in it."""
    automated = _find_automated(reading, rule, row)
    said = min(_find_said(reading, rule, row), key=lambda hit: hit.start, default=None)
    if automated is not None and said is not None:
        values = {"other": reading.quote(said.start, said.end), "place": reading.point_number(said.start)}
        yield Evidence(*automated, values, related=((said.start, said.end),))


def _find_automated(reading: Reading, rule: Rule, row: Row) -> tuple[int, int] | None:
    """The words of the list ``automated`` in a row that names no form of the list ``other`` besides."""
    automated, other = (rule.lists[name][row.language] for name in ("automated", "other"))
    if reading.holds(other, row.value, row.end):
        return None
    places = (place for pattern in automated for place in reading.places(pattern, row.value, row.end))
    return next(places, None)


def find_slow_automation(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """The words by which the first such standard calls its service fully automated, where a row above gives it days: lists
    ``row`` and ``term`` are of the headings. What answers by itself needs no week."""
    terms = list(find_rows(reading, rule, "term"))
    for row in sorted(find_rows(reading, rule), key=attrgetter("start")):
        above = max((t for t in terms if _stand_together(reading, t, row)), key=attrgetter("start"), default=None)
        automated = _find_automated(reading, rule, row)
        if above is None or automated is None:
            continue
        days = [term for term, _ in _count_days(_read_value(reading, above), above.language)]
        if max((int(term.number or 0) for term in days), default=0) >= SLOW:
            said = " ".join(reading.quote(above.value, min(above.end, above.value + SHOWN)).split())
            yield Evidence(*automated, {"other": said}, related=((above.value, above.end),))
            return


def _stand_together(reading: Reading, term: Row, row: Row) -> bool:
    """Whether the term stands above the row, in the same standard."""
    components = {
        reading.outline.component(reading.outline.at(reading.to_source(r.start, r.end)[0])) for r in (term, row)
    }
    return term.start < row.start and term.language == row.language and len(components) == 1


# -- what the row leaves out


def _find_lacking(reading: Reading, rule: Rule, row: Row) -> Iterator[Evidence]:
    """The first place of a point that tells what the row says nothing of: a ground outside its closed list, a way of filing
    that it does not name."""
    if reading.holds(rule.lists["told"][row.language], row.value, row.end):
        return
    apart = rule.lists["apart"][row.language]
    said = (hit for hit in _find_said(reading, rule, row) if not reading.holds(apart, *reading.sentence(hit.start)))
    hit = min(said, key=lambda hit: hit.start, default=None)
    if hit is not None:
        yield Evidence(hit.start, hit.end, related=((row.value, row.end),))


OWN_STANDARD: dict[str, Callable[[Reading, Rule, Row], Iterator[Evidence]]] = {
    "own_term": _find_other_terms,
    "own_grounds": _find_other_grounds,
    "own_automated": _find_people,
    "own_lacking": _find_lacking,
}
