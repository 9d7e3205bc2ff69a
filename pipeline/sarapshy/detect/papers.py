"""One paper told of in two places: who agrees to it, who hands it in, by when.

«Кеңеспен келісілген бағдарлама» is «уәкілетті органмен келісілген» a page on; the head of a form names other persons, or
another day, than the point that cites the form.
"""

from __future__ import annotations

from collections.abc import Iterator

from sarapshy.acts.model import ClauseKind
from sarapshy.acts.stretches import Hit, Reading
from sarapshy.detect.build import Evidence
from sarapshy.detect.rules import Rule
from sarapshy.language.likeness import word_heads
from sarapshy.language.time import find_terms
from sarapshy.references.resolve import read_references

SHORTEST = 5  # letters of a line that says something
PERSONS = 3  # words that begin a line on who reports
LINE = 240  # characters of it that are read


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
                        "body": reading.quote(*body),
                        "other": reading.quote(*other),
                        "place": reading.point_number(first.start),
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
            said = reading.quote(*line).rpartition(":")[2].strip()
            yield Evidence(hit.start, line[1], {"said": said, "place": reading.point_number(spans[0][0])}, (spans[0],))


def _annex_of(reading: Reading, hit: Hit) -> str | None:
    component = reading.outline.component(hit.stretch.clause)
    return None if component is None else reading.act.clauses[component].id


def _line_after(reading: Reading, hit: Hit) -> tuple[int, int]:
    end = reading.text.find("\n", hit.end)
    return hit.end, min(len(reading.text) if end < 0 else end, hit.end + LINE)


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
