"""Names and numbers that leave the reader guessing: a point that is lost, a paper with two names, a thing never explained.

«8, 9, 10, 12»: a point is lost, or the one that is cited is not the one that was meant. The form is an application and the
clause calls it a questionnaire: two papers or one. «Портал арқылы» in an act that names no portal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from sarapshy.acts.model import Clause, ClauseKind
from sarapshy.acts.stretches import Reading
from sarapshy.detect.build import Evidence
from sarapshy.detect.rules import Rule
from sarapshy.language.letters import fold
from sarapshy.language.pattern import Pattern, holds_any
from sarapshy.references.citations import Target
from sarapshy.references.resolve import read_references

AROUND = 220  # characters beside a citation that name the paper
QUOTE = 45  # characters of a point that are shown
LEAST = 6  # points of a text whose numbers are looked at
ENDS = (".", ":", ";", ",")
PRINTED = r"(?:^|\s)[«\"]?{number}\s*\.\s*\S"


def find_broken_numbering(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """The first point of each text whose number was had before, or comes after a gap that nothing fills."""
    if any(clause.amends for clause in reading.act.clauses):
        return
    for points in _read_runs(reading).values():
        numbers = [int(clause.number or 0) for clause in points]
        if len(points) < LEAST or numbers[0] != 1 or not reading.act.text[points[0].start :].lstrip()[:1].isdigit():
            continue
        for first, second in pairwise(points):
            step = int(second.number or 0) - int(first.number or 0)
            if step == 1:
                continue
            twice = step == 0 and second.number != "1"
            if not twice and (step != 2 or _is_printed(reading, first, second)):
                break
            start = reading.to_folded(second.start)
            stretch = reading.stretch_at(start)
            if stretch is not None and reading.is_norm(stretch) and _is_sentence(reading.text[start : stretch.end]):
                lost = str(int(second.number or 0) - (not twice))
                yield Evidence(start, min(stretch.end, start + QUOTE), {"number": lost})
            break


def _is_sentence(text: str) -> bool:
    """Whether the line ends as a sentence: «3. Комиссияның қызметін ұйымдастыру» is the heading of a chapter."""
    return text.strip().partition("\n")[0].rstrip().endswith(ENDS)


def _read_runs(reading: Reading) -> dict[int | None, list[Clause]]:
    """Points by the text they belong to, in order; with subpoint numbers such as «8-1» left out."""
    runs: dict[int | None, list[Clause]] = {}
    for position, clause in enumerate(reading.act.clauses):
        if clause.kind is ClauseKind.POINT and (clause.number or "").isdigit():
            runs.setdefault(reading.outline.component(position), []).append(clause)
    return {root: points for root, points in runs.items() if root is not None}


def _is_printed(reading: Reading, first: Clause, second: Clause) -> bool:
    """Whether the number stands between, in a line that was not cut or a note that the point was struck out."""
    number = int(first.number or 0) + 1
    between = reading.act.text[first.start : second.start]
    return re.search(PRINTED.format(number=number), between) is not None or f"{number}-" in between


def find_other_form(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """A clause that calls the paper of an annex otherwise than the annex is headed. ``paper``: a pattern a kind."""
    positions = {clause.id: position for position, clause in enumerate(reading.act.clauses)}
    seen: set[int] = set()
    for resolution in read_references(reading):
        citation = resolution.citation
        annex = positions.get(resolution.clauses[0]) if len(resolution.clauses) == 1 else None
        if annex is None or annex in seen or citation.target is not Target.ANNEX or resolution.reason:
            continue
        start, end = reading.to_folded(citation.start), reading.to_folded(citation.end)
        stretch, title = reading.stretch_at(start), reading.act.clauses[annex].title
        if stretch is None or title is None or not reading.is_norm(stretch):
            continue
        language = reading.clause(stretch).language
        papers = rule.lists["paper"][language]
        called = _name_paper(reading, papers, start, end, language, rule)
        headed = _kinds(papers, fold(title).text)
        if called is not None and headed and called not in headed:
            seen.add(annex)
            yield Evidence(start, reading.sentence(start)[1], {"title": title})


def _name_paper(
    reading: Reading, papers: tuple[Pattern, ...], start: int, end: int, language: str, rule: Rule
) -> int | None:
    """The one kind of paper that the words at the citation are about: after «нысан бойынша», before «по форме».

    None where a word names a paper that something is done with, or a person: «өтініш беруші», ``about``.
    """
    first, last = reading.sentence(start)
    words = (
        reading.text[end : min(last, end + AROUND)]
        if language == "kk"
        else reading.text[max(first, start - AROUND) : start]
    )
    forms, about = rule.lists["form"][language], rule.lists["about"][language]
    if not holds_any(forms, words) or holds_any(about, words):
        return None
    kinds = _kinds(papers, words)
    return next(iter(kinds)) if len(kinds) == 1 else None


def _kinds(papers: tuple[Pattern, ...], words: str) -> set[int]:
    return {kind for kind, pattern in enumerate(papers) if next(pattern.find(words), None) is not None}


def find_undefined(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """A thing spoken of in several sentences as if it were known. ``thing``: a pattern a thing; ``named``: what names one."""
    for language, things in rule.lists["thing"].items():
        if language not in reading.languages:
            continue
        for thing in things:
            hits = sorted(
                (h for h in reading.find((thing,)) if reading.clause(h.stretch).language == language),
                key=lambda h: h.start,
            )
            norms = [hit for hit in hits if reading.is_norm(hit.stretch)]
            if len({reading.sentence(hit.start) for hit in norms}) < 2:
                continue
            if any(next(thing.find(fold(d.term + " " + d.meaning).text), None) for d in reading.act.definitions):
                continue
            if not any(reading.holds(rule.lists["named"][language], *reading.sentence(hit.start)) for hit in hits):
                yield Evidence(norms[0].start, norms[0].end)
