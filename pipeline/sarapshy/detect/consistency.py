"""One thing told in two ways in one act: a number and its words, a date, a name, who pays, who decides.

«10 (он бес) күн» is ten days or fifteen; a grant paid «республикалық бюджет есебінен» in one point and «жергілікті бюджет
есебінен» in the next has two payers. What the two sides are stands in the rule; that they speak of the same thing is
shown by the words both sentences share. Each comparison looks only at places that one list found, so that the cost
follows the number of hits and not the square of the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from sarapshy.acts.model import ClauseKind, Definition
from sarapshy.acts.requisites import NUMBER, date_pattern, read_date
from sarapshy.acts.stretches import Hit, Reading
from sarapshy.detect.build import Evidence
from sarapshy.detect.rules import Patterns, Rule
from sarapshy.language.letters import fold
from sarapshy.language.likeness import likeness, share, word_heads
from sarapshy.language.numbers import read_number, spell_numbers
from sarapshy.language.time import find_terms
from sarapshy.references.resolve import read_references

SPELLED = re.compile(
    # the first digit stands before what is asked of the signs before it, so that the search skips to digits
    r"(\d(?<![\w.,/:№-]\d)(?<!№ \d)(?<!\d \d)\d{0,2}(?: \d{3})*) ?\(([^()\d]{2,60})\)(?! ?(?:жүз|мың|мил|тыс|сот|ста))"
)
ISSUER = 60  # characters before a date that name who issued the act
NEWSPAPER = re.compile(r'",\s*$')  # «"Дидар", 2015 жылғы 14 наурыздағы № 30»
SHORTEST = 5  # letters of a name; fewer are an abbreviation
NAME_TAIL = 6  # of the words before «(бұдан әрі – Комиссия)» the last say what is shortened
SIDES = 200  # hits of one side that are compared; more are a subject of the act
REPORTED = 3  # places of one clash
SAME = 0.34  # share of words from which two long forms of a name are one
WITHIN = re.compile(r"[\w,;] \Z")  # a capital after a word or a comma is a name, after a stop it may be none
MEASURE = re.compile(r"(\d+(?:[,.-]\d+)*)\D*\Z")
LONGEST = 12  # characters of a number before the last part of it
TOLD = 3  # words that tell what a number is of
ALIKE = 0.6  # two sentences this alike speak of one quantity
PERSONS = 3  # words that begin a line on who reports
MENTIONED = 8  # mentions that make a name the act's own


def find_misspelt_numbers(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """Digits whose words in the bracket are another number: «10 (он бес)»."""
    for match in SPELLED.finditer(reading.text):
        stretch = reading.stretch_at(match.start())
        if stretch is None:
            continue
        language = reading.clause(stretch).language
        said = _read_words(match[2], language)
        written = int(match[1].replace(" ", ""))
        if said is not None and written not in (said, said * 1000):  # «25 000 (жиырма бес)» мың
            yield Evidence(match.start(), match.end(), {"digits": match[1], "spelt": match[2].strip()})


def _read_words(words: str, language: str) -> int | None:
    """The number that the words are, all of them: «он бес», not «он екі айдан кейін»."""
    plain = " ".join(words.replace("-", " ").split())
    number = re.fullmatch(spell_numbers(language), plain)
    return read_number(plain, language) if number else None


@dataclass(frozen=True, slots=True)
class Dated:
    """An act cited by date and number, with folded offsets of both and the word heads of who issued it."""

    start: int
    end: int
    day: date
    number: str
    issuer: frozenset[str]


def find_two_dates(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """An act whose number stands elsewhere with another day of the same year, or the same day of another year, the same
    issuer before both."""
    for language in reading.languages:
        known: dict[tuple[int, int, str], Dated] = {}
        for dated in _read_dated(reading.text, language):
            for key in ((dated.day.year, 0, dated.number), (dated.day.month, dated.day.day, dated.number)):
                first = known.setdefault(key, dated)
                if first.day != dated.day and _is_slip(first, dated):
                    stretch = reading.stretch_at(dated.start)
                    if stretch is not None and reading.clause(stretch).language == language:
                        values = {"other": _words(reading, first.start, first.end)}
                        yield Evidence(dated.start, dated.end, values, related=((first.start, first.end),))
                        known[key] = dated


def _is_slip(one: Dated, other: Dated) -> bool:
    """Whether one issuer stands before both and the day or the month agrees, as with a slip of the pen."""
    near = one.day.day == other.day.day or one.day.month == other.day.month
    return near and len(one.issuer & other.issuer) >= 2


def _read_dated(text: str, language: str) -> Iterator[Dated]:
    for match in date_pattern(language).finditer(text):
        number = NUMBER.match(text, match.end() + (1 if text[match.end() : match.end() + 1] == " " else 0))
        day = read_date(match, language)
        if number is not None and day is not None:
            before = text[max(0, match.start() - ISSUER) : match.start()]
            if not NEWSPAPER.search(before):
                yield Dated(match.start(), number.end(), day, number["number"], word_heads(before))


def _words(reading: Reading, start: int, end: int) -> str:
    return reading.act.text[slice(*reading.to_source(start, end))]


def find_two_sides(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """A place of the list ``second`` against a place of the list ``first`` about the same subject.

    ``subject`` names what both sentences must hold, by one and the same pattern; a rule about names has none. A sentence
    with both sides, or with a pattern of ``both``, chooses between them itself.
    """
    for language in reading.languages:
        first = _find_side(reading, rule, "first", rule.lists.get("both", {}), language)
        second = _find_side(reading, rule, "second", rule.lists["first"], language) if first else []
        pairs = ((_find_partner(reading, rule, first, hit, language), hit) for hit in second)
        for partner, hit in islice(((one, hit) for one, hit in pairs if one is not None), REPORTED):
            values = {"other": _words(reading, partner.start, partner.end), "place": _number(reading, partner)}
            yield Evidence(hit.start, hit.end, values, related=((partner.start, partner.end),))


def _find_side(reading: Reading, rule: Rule, name: str, opposite: Patterns, language: str) -> list[Hit]:
    """Hits of one side in norms, whose sentence neither holds the other side nor is excused."""
    excused = (*opposite.get(language, ()), *rule.lists.get("both", {}).get(language, ()))
    found = []
    for hit in islice(reading.find(rule.lists[name][language]), SIDES):
        if reading.clause(hit.stretch).language != language or not reading.is_norm(hit.stretch):
            continue
        if not reading.holds(excused, *reading.sentence(hit.start)):
            found.append(hit)
    return sorted(found, key=lambda hit: hit.start)


def _find_partner(reading: Reading, rule: Rule, first: list[Hit], hit: Hit, language: str) -> Hit | None:
    return next((one for one in first if _is_same_matter(reading, rule, one, hit, language)), None)


def _is_same_matter(reading: Reading, rule: Rule, one: Hit, other: Hit, language: str) -> bool:
    if reading.outline.component(one.stretch.clause) != reading.outline.component(other.stretch.clause):
        return False
    a, b = reading.sentence(one.start), reading.sentence(other.start)
    if "subject" not in rule.lists:
        return a != b
    return a != b and any(reading.holds((s,), *a) and reading.holds((s,), *b) for s in rule.lists["subject"][language])


def _number(reading: Reading, hit: Hit) -> str:
    point = reading.outline.numbered(hit.stretch.clause)
    return (reading.act.clauses[point].number if point is not None else None) or "-"


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
    return any(next(pattern.find(name), None) for patterns in rule.lists["usual"].values() for pattern in patterns)


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
                values = {"own": _words(reading, *places[own][0]), "count": str(count)}
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
    return any(next(pattern.find(fold(d.term).text), None) for d in reading.act.definitions)


def find_two_approvers(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """«Кеңеспен келісілген бағдарлама» in one place, «уәкілетті органмен келісілген бағдарлама» in another.

    ``agreed`` finds body and document together, one pattern a document; ``body`` cuts the body out of the hit.
    """
    for language in reading.languages:
        for pattern in rule.lists["agreed"][language]:
            known: dict[int | None, tuple[Hit, tuple[int, int]]] = {}
            for hit in sorted(reading.find((pattern,)), key=lambda h: h.start):
                body = next(
                    (s for b in rule.lists["body"][language] for s in reading.places(b, hit.start, hit.end)), None
                )
                if body is None or reading.clause(hit.stretch).language != language or not reading.is_norm(hit.stretch):
                    continue
                first, other = known.setdefault(reading.outline.component(hit.stretch.clause), (hit, body))
                if not _heads(reading, other) & _heads(reading, body):
                    values = {
                        "body": _words(reading, *body),
                        "other": _words(reading, *other),
                        "place": _number(reading, first),
                    }
                    yield Evidence(hit.start, hit.end, values, related=((first.start, first.end),))
                    break


def _heads(reading: Reading, span: tuple[int, int]) -> frozenset[str]:
    return word_heads(reading.text[slice(*span)])


def find_form_against_clause(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """What the head of a form says of who hands it in or by when, against the clause that cites the form."""
    differs = {"circle": _is_other_circle, "deadline": _is_other_date}
    lines = [
        (name, hit, language)
        for language in reading.languages
        for name in differs
        for hit in reading.find(rule.lists[name][language])
        if _annex_of(reading, hit) is not None
    ]
    citing = _citing_points(reading) if lines else {}
    for name, hit, language in lines:
        spans, line = citing.get(_annex_of(reading, hit) or ""), _line_after(reading, hit)
        if spans and line[1] - line[0] >= SHORTEST and differs[name](reading, line, spans, language):
            said = _words(reading, *line).rpartition(":")[2].strip()
            yield Evidence(hit.start, line[1], {"said": said, "place": _point_number(reading, spans[0])}, (spans[0],))


def _annex_of(reading: Reading, hit: Hit) -> str | None:
    component = reading.outline.component(hit.stretch.clause)
    return None if component is None else reading.act.clauses[component].id


def _line_after(reading: Reading, hit: Hit) -> tuple[int, int]:
    end = reading.text.find("\n", hit.end)
    return hit.end, min(len(reading.text) if end < 0 else end, hit.end + 240)


def _citing_points(reading: Reading) -> dict[str, list[tuple[int, int]]]:
    """For each annex the points of the rules that cite it, in folded offsets."""
    found: dict[str, list[tuple[int, int]]] = {}
    for resolution in read_references(reading):
        if not any(kind is ClauseKind.ANNEX for kind, _ in resolution.citation.units):
            continue
        stretch = reading.stretch_at(reading.to_folded(resolution.citation.start))
        if stretch is not None and reading.is_norm(stretch):
            for clause in resolution.clauses:
                found.setdefault(clause, []).append(reading.point_span(stretch))
    return found


def _is_other_circle(reading: Reading, line: tuple[int, int], spans: list[tuple[int, int]], language: str) -> bool:
    """Whether none of the first words after the colon, which name the persons, stands in a point that cites the form."""
    named = word_heads(" ".join(reading.text[slice(*line)].rpartition(":")[2].split()[:PERSONS]))
    return len(named) >= 2 and not any(named & _heads(reading, span) for span in spans)


def _is_other_date(reading: Reading, line: tuple[int, int], spans: list[tuple[int, int]], language: str) -> bool:
    said = _dates(reading, line, language)
    told = [dates for span in spans if (dates := _dates(reading, span, language))]
    return bool(said) and bool(told) and not any(said & dates for dates in told)


def _dates(reading: Reading, span: tuple[int, int], language: str) -> set[tuple[int | None, int | None]]:
    """(day, month) of each date by which something is due."""
    terms = find_terms(reading.text[slice(*span)], language)
    return {(term.number, term.month) for term in terms if term.unit == "date"}


def _point_number(reading: Reading, span: tuple[int, int]) -> str:
    stretch = reading.stretch_at(span[0])
    point = reading.outline.numbered(stretch.clause) if stretch else None
    return (reading.act.clauses[point].number if point is not None else None) or "-"


@dataclass(frozen=True, slots=True)
class Quantity:
    """«кемінде бес мүшеден» as it stands in a sentence; ``heads`` are the words of the sentence without its numbers."""

    hit: Hit
    number: int
    heads: frozenset[str]
    point: tuple[int, int]
    place: int | None


def find_two_quantities(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """One quantity with two numbers in two points of a chapter, in sentences alike in all else.

    ``quantity`` is one pattern a unit, which begins with the number.
    """
    for language in reading.languages:
        for pattern in rule.lists["quantity"][language]:
            found: list[Quantity] = []
            for hit in islice(sorted(reading.find((pattern,)), key=lambda h: h.start), SIDES):
                quantity = _read_quantity(reading, rule, hit, language)
                if quantity is None:
                    continue
                clash = next((one for one in found if _is_other_number(one, quantity)), None)
                if clash is not None:
                    other = (clash.hit.start, clash.hit.end)
                    values = {"other": _words(reading, *other), "place": _number(reading, clash.hit)}
                    yield Evidence(hit.start, hit.end, values, related=(other,))
                found.append(quantity)


def find_two_measures(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """One thing measured by different numbers in two points: a penalty of «0,03%» and of «0,1%» for the same delay.

    The lists ``thing`` and ``measure`` are pairs: what a sentence must name, and how its number is written."""
    for language in reading.languages:
        for thing, measure in zip(rule.lists["thing"][language], rule.lists["measure"][language], strict=True):
            found: list[tuple[Hit, frozenset[str]]] = []
            for hit in islice(sorted(reading.find((measure,)), key=lambda h: h.start), SIDES):
                in_norm = reading.is_norm(hit.stretch) and reading.clause(hit.stretch).language == language
                if not in_norm or not reading.holds((thing,), *reading.sentence(hit.start)):
                    continue
                numbers = _read_measure(reading.text, hit)
                clash = next(
                    (one for one, said in found if not said & numbers and _in_other_point(reading, one, hit)), None
                )
                if clash is not None:
                    place = (clash.start, clash.end)
                    values = {"other": _words(reading, *place), "place": _number(reading, clash)}
                    yield Evidence(hit.start, hit.end, values, related=(place,))
                    break
                found.append((hit, numbers))


def _read_measure(text: str, hit: Hit) -> frozenset[str]:
    """The numbers at the hit's beginning: of «0,03 %» the pattern has seen «03 %», of «25-30 адам» the second."""
    match = MEASURE.search(text, max(0, hit.start - LONGEST), hit.end)
    return frozenset(match[1].split("-")) if match else frozenset()


def _in_other_point(reading: Reading, one: Hit, other: Hit) -> bool:
    """Another point of the same text: an order and the rules it approves may differ."""
    same_text = reading.outline.component(one.stretch.clause) == reading.outline.component(other.stretch.clause)
    return same_text and reading.point_span(one.stretch) != reading.point_span(other.stretch)


def _read_quantity(reading: Reading, rule: Rule, hit: Hit, language: str) -> Quantity | None:
    """None in a table or subpoint, whose cases differ on purpose, and where the sentence names several."""
    clause = reading.clause(hit.stretch)
    in_point = clause.kind in (ClauseKind.POINT, ClauseKind.PART, ClauseKind.ARTICLE)
    point = reading.outline.numbered(hit.stretch.clause)
    if clause.language != language or not in_point or point is None or not reading.is_norm(hit.stretch):
        return None
    start, end = reading.sentence(hit.start)
    number = re.match(spell_numbers(language), reading.text[hit.start : hit.end])
    value = read_number(number[0], language) if number else None
    several = any(
        a >= hit.end or b <= hit.start
        for p in rule.lists["quantity"][language]
        for a, b in reading.places(p, start, end)
    )
    if value is None or several:
        return None
    words = re.sub(spell_numbers(language), " ", reading.text[start : hit.start] + " " + reading.text[hit.end : end])
    return Quantity(hit, value, word_heads(words), reading.point_span(hit.stretch), reading.act.clauses[point].parent)


def _is_other_number(one: Quantity, other: Quantity) -> bool:
    if one.number == other.number or one.point == other.point or one.place != other.place:
        return False
    return min(len(one.heads), len(other.heads)) >= TOLD and likeness(one.heads, other.heads) >= ALIKE
