"""How an act speaks of itself: by another kind of document, or by a number that it gave twice.

«Осы Ереженің 5-тармағында» in an act that is called Қағидалар points at a document that does not exist; a list whose
items run 1), 2), 3), 2) has two grounds by one number.
"""

from __future__ import annotations

from collections.abc import Iterator

from sarapshy.acts.model import Clause, ClauseKind
from sarapshy.acts.stretches import Hit, Reading
from sarapshy.detect.build import Evidence
from sarapshy.detect.rules import Rule
from sarapshy.language.letters import fold
from sarapshy.language.pattern import Pattern

FIRST_WORDS = 2  # of a repeated item, for the quote: its number and what it opens with


def find_other_self(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """A kind of document that no title in the act bears, where another kind is borne and spoken of too.

    Lists: ``self`` and ``title``, one pattern a kind of document, the kinds in the same order; ``general`` headings such as
    «Жалпы ережелер», which are no title.
    """
    for position, start, end in reading.norm_components:
        for language in reading.languages:
            hits = [
                pair for pair in _list_selves(reading, rule, language, start, end) if _is_of(reading, pair, position)
            ]
            kinds = sorted({kind for kind, _ in hits})
            titled = [kind for kind in kinds if len(kinds) > 1 and _is_titled(reading, rule, language, kind)]
            if not titled:
                continue
            first = next(hit for kind, hit in hits if kind in titled)
            other = reading.quote(first.start, first.end)
            for kind in kinds:
                if kind not in titled:
                    hit = next(hit for each, hit in hits if each == kind)
                    yield Evidence(hit.start, hit.end, {"other": other}, related=((first.start, first.end),))


def _is_of(reading: Reading, pair: tuple[int, Hit], position: int | None) -> bool:
    """Whether the words stand in the text itself: a standard in its annex is another document and calls itself so."""
    component = reading.outline.component(pair[1].stretch.clause)
    return component == position or component is None or reading.act.clauses[component].kind is not ClauseKind.ANNEX


def _list_selves(reading: Reading, rule: Rule, language: str, start: int, end: int) -> list[tuple[int, Hit]]:
    """(kind, hit) of each place within the component where the act speaks of itself."""
    return [
        (kind, hit)
        for kind, pattern in enumerate(rule.lists["self"][language])
        for hit in reading.find((pattern,))
        if start <= hit.start < end and reading.is_norm(hit.stretch) and not reading.is_quoted(hit.start, hit.end)
        if _is_named(reading, hit)
    ]


def _is_named(reading: Reading, hit: Hit) -> bool:
    """«осы Ереже» with a capital, or with the number of a point: «осы ереже … қолданылады» may mean the norm itself."""
    named = reading.quote(hit.start, hit.end).split()[-1][0].isupper()
    return named or reading.text[hit.end : hit.end + 2].strip().isdigit()


def _is_titled(reading: Reading, rule: Rule, language: str, kind: int) -> bool:
    """Whether anything in the act bears such a title: an order may approve rules and a methodology together."""
    pattern = rule.lists["title"][language][kind]
    heads = (ClauseKind.APPROVED, ClauseKind.ANNEX, ClauseKind.HEADING)
    spans = [(c.start, min(c.end, c.start + 400)) for c in reading.act.clauses if c.kind in heads]
    titles = [reading.act.identity.title or "", *(c.title or "" for c in reading.act.clauses if c.kind in heads)]
    titles += [reading.act.text[start:end].partition("\n")[0] for start, end in spans]
    general = rule.lists["general"][language]
    folded = (fold(title).text for title in titles)
    return any(_holds(pattern, title) for title in folded if not any(_holds(other, title) for other in general))


def _holds(pattern: Pattern, text: str) -> bool:
    return next(pattern.find(text), None) is not None


def find_repeated_numbers(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """The second of two items of one list that bear one number, once a list.

    A list runs from 1) on without a gap; one that begins anew with 1) is another list. In a charter «2) Міндеттері:» is
    the next heading and no item.
    """
    if reading.nature.is_charter:
        return
    runs: dict[int | None, list[str]] = {}
    for clause in reading.act.clauses:
        if clause.kind is not ClauseKind.SUBPOINT or clause.number is None:
            continue
        run = runs.setdefault(clause.parent, [])
        if clause.number == "1":
            run.clear()
        elif clause.number in run and _is_whole(run) and (evidence := _point_out(reading, clause)):
            yield evidence
        run.append(clause.number)


def _is_whole(run: list[str]) -> bool:
    return run == [str(number) for number in range(1, len(run) + 1)]


def _point_out(reading: Reading, clause: Clause) -> Evidence | None:
    start = reading.to_folded(clause.start)
    stretch = reading.stretch_at(start)
    if stretch is None or not reading.is_norm(stretch):
        return None
    words = reading.text[start : stretch.end].split(maxsplit=FIRST_WORDS)
    length = reading.text[start : stretch.end].find(words[FIRST_WORDS - 1]) + len(words[FIRST_WORDS - 1])
    return Evidence(start, start + length, {"number": f"{clause.number})"})
