"""References that lead to nothing: «осы Қағидалардың 9-тармағы» where there are eight points, «Заңның 5-бабы» in an act
that names no law so.

What is cited and where it leads is found by ``references``; here a citation with no target becomes evidence. What the
unseen base of an amending act may hold is not missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sarapshy.acts.model import ClauseKind, Status
from sarapshy.acts.stretches import Hit, Reading
from sarapshy.detect.build import Evidence
from sarapshy.detect.rules import Rule
from sarapshy.language.pattern import holds_any
from sarapshy.references.anchors import Scope
from sarapshy.references.externals import Reason
from sarapshy.references.resolve import Resolution, read_references

MISSING = (Reason.MISSING_CLAUSE, Reason.MISSING_ANNEX)
NAMED_ELSEWHERE = (ClauseKind.SECTION, ClauseKind.CHAPTER, ClauseKind.ARTICLE)
LAWS = ("law", "code", "constitution")
QUOTE = '"'
WITHOUT_ANNEXES = "medium"  # of a text that has none of its annexes: many a copy goes about without them
LINE_ENDS = ("", "\n", "|")
MISDATED = (Reason.WRONG_DATE, Reason.WRONG_NUMBER)


def find_missing_targets(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """Each place that cites a clause or annex of this act that is not there; of a copy that has no annexes at all, the
    first, with the others beside it.

    ``stamp`` is what stands over an annex: a number stamped at the end of a line is of an annex that was not told apart.
    """
    stamped: set[str] | None = None
    bare = all(clause.kind is not ClauseKind.ANNEX for clause in reading.act.clauses)
    lost: list[Evidence] = []
    for evidence in _find_by_reason(reading, MISSING):
        if _is_of_another(reading, evidence.start) or _is_title(reading, evidence):
            continue
        cited = {number for number, _ in _find_annexes(reading, rule, evidence.start, evidence.end)}
        if cited and stamped is None:
            stamped = _list_stamped(reading, rule)
        if not cited <= (stamped or set()):
            if bare:
                lost.append(evidence)
            else:
                yield evidence
        elif not cited:
            yield evidence
    if lost:
        others = tuple((evidence.start, evidence.end) for evidence in lost[1:])
        yield replace(lost[0], severity=WITHOUT_ANNEXES, related=others)


def _list_stamped(reading: Reading, rule: Rule) -> set[str]:
    """The numbers that stand over annexes."""
    annexes = _find_annexes(reading, rule, 0, len(reading.text))
    return {number for number, end in annexes if _ends_line(reading, end)}


def _is_of_another(reading: Reading, start: int) -> bool:
    """Whether what is cited is of the law that this one amends, or of what is named in quotation marks before it."""
    amends = reading.act.identity.status is Status.AMENDING and reading.act.identity.kind in LAWS
    return amends or reading.text[:start].endswith(QUOTE + " ")


def _is_title(reading: Reading, evidence: Evidence) -> bool:
    """Whether the words are a sentence by themselves: «3-тарау.» in a text whose lines are broken off opens a chapter."""
    start, end = reading.sentence(evidence.start)
    return reading.text[start:end].strip(". \t\n") == reading.text[evidence.start : evidence.end].strip(". ")


def _find_annexes(reading: Reading, rule: Rule, start: int, end: int) -> Iterator[tuple[str, int]]:
    """(number, where the words end) of each annex that is named within the place."""
    for patterns in rule.lists["stamp"].values():
        for first, last in (place for pattern in patterns for place in reading.places(pattern, start, end)):
            yield "".join(filter(str.isdigit, reading.text[first:last])), last


def _ends_line(reading: Reading, end: int) -> bool:
    return reading.text[end : end + 2].lstrip(" ")[:1] in LINE_ENDS


def find_wrong_requisites(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """Each place that cites a well-known act by a wrong date or number."""
    return _find_by_reason(reading, MISDATED)


def _find_by_reason(reading: Reading, reasons: tuple[Reason, ...]) -> Iterator[Evidence]:
    seen: set[tuple[int, int]] = set()
    if (
        reading.act.identity.kind == "treaty"
    ):  # its articles often stand without marks, and another state drafted it too
        return
    for resolution in read_references(reading):
        span = (resolution.citation.start, resolution.citation.end)
        if resolution.reason in reasons and span not in seen and _has_unit(reading, resolution):
            seen.add(span)
            start, end = (reading.to_folded(offset) for offset in span)
            stretch = reading.stretch_at(start)
            if stretch is not None and reading.is_norm(stretch):
                yield Evidence(start, end)


def find_unnamed_laws(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """The first citation of «Заң», with a capital, in an act that has no such short name; the base of an amendment may
    have it.

    Lists: ``law`` citations of it, ``named`` words that tell which law, before it in Kazakh and after it in Russian,
    ``short`` how a short name of a law is given.
    """
    amends = any(clause.amends for clause in reading.act.clauses)
    if amends or reading.act.identity.kind in LAWS or reading.act.identity.status is Status.AMENDING:
        return
    for language in reading.languages:
        hits = [hit for hit in reading.find(rule.lists["law"][language]) if _is_bare_law(reading, rule, hit, language)]
        if hits and not reading.holds(rule.lists["short"][language]):
            first = min(hits, key=lambda hit: hit.start)
            yield Evidence(first.start, first.end)


def _is_bare_law(reading: Reading, rule: Rule, hit: Hit, language: str) -> bool:
    """Whether the law stands with a capital inside a sentence, and no word beside it names it."""
    words = reading.quote(hit.start, hit.end).split()
    if not words[0 if language == "kk" else -1][0].isupper():
        return False
    if reading.clause(hit.stretch).language != language or not reading.is_norm(hit.stretch):
        return False
    first, last = reading.sentence(hit.start)
    before, after = reading.text[first : hit.start].split(), reading.text[hit.end : last].split()
    beside = before[-1:] if language == "kk" else after[:1]
    opens = not before or (not before[-1][-1:].isalpha() and language == "kk")
    return not opens and not any(QUOTE in word or holds_any(rule.lists["named"][language], word) for word in beside)


def _has_unit(reading: Reading, resolution: Resolution) -> bool:
    """Whether the act is divided as a citation that names no act says: «13-бөлім» where there are no sections is a part
    of a form, «73-бап» where there are no articles is one of a code named elsewhere."""
    citation = resolution.citation
    if citation.scope is not Scope.BARE or not citation.units or citation.units[0][0] not in NAMED_ELSEWHERE:
        return True
    return any(clause.kind is citation.units[0][0] for clause in reading.act.clauses)
