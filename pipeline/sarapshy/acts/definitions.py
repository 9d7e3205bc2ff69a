"""Terms that an act explains and names that it shortens.

«1) апелляция – шешімге шағым;» under «мынадай ұғымдар пайдаланылады:» gives the term «апелляция»; «Конкурстық комиссия (бұдан
әрі – Комиссия)» gives the short name «Комиссия», which stands for the words before the bracket.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from sarapshy.acts.lines import plain_of
from sarapshy.acts.model import Clause, ClauseKind, ClauseRole, Definition
from sarapshy.language.lexicon import read_lexicon

_TERM = 250
_LONG_FORM = 300
_LEADING = frozenset((ClauseKind.POINT, ClauseKind.ARTICLE, ClauseKind.PART, ClauseKind.INDENT, ClauseKind.SUBPOINT))
_ITEMS = frozenset((ClauseKind.SUBPOINT, ClauseKind.INDENT, ClauseKind.PART))
_DASH = re.compile(r"\s[-–—−]\s|\s[–—]|[–—]\s|(?<=\))-\s")
_BRACKET = re.compile(r"\([^()]*\)")
_BOUNDARY = re.compile(r"[.;:!?\n](?=\s|$)|\t\|\t")
_LABEL = re.compile(r"\s*(?:[\d.-]+\s?[.)]|[^\W\d_]\)|[-–—•])\s*")


@cache
def _grammar() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words: Any = read_lexicon("structure")["definitions"]
    lead = re.compile("|".join(words["lead"]), re.IGNORECASE)
    short = re.compile(
        rf"\(\s*{words['short']}\s*(?:[-–—−:,]\s*)?(?P<name>[^()\n]{{1,160}}(?:\([^()\n]*\)[^()\n]*)?)\)", re.IGNORECASE
    )
    return lead, short


def find_definitions(text: str, clauses: tuple[Clause, ...]) -> tuple[Definition, ...]:
    """In the order of the text."""
    plain = plain_of(text)
    found = [*_find_terms(text, plain, clauses), *_find_short_names(text, plain, clauses)]
    return tuple(sorted(found, key=lambda definition: (definition.start, definition.end)))


def _find_terms(text: str, plain: str, clauses: tuple[Clause, ...]) -> Iterator[Definition]:
    lead, _ = _grammar()
    opened: set[int | None] = set()  # clauses whose items explain terms
    leading: set[int | None] = set()  # and those beside an unnumbered paragraph that announces them
    for position, clause in enumerate(clauses):
        explains = clause.parent in opened or clause.parent in leading
        if clause.kind in _LEADING and clause.role is ClauseRole.NORM:
            head = plain[clause.start : _own_end(clauses, position)].rstrip()
            if head.endswith(":") and lead.search(head):
                opened.add(position)
                if clause.kind in _ITEMS:
                    leading.add(clause.parent)
                continue
        if explains and clause.kind in _ITEMS:
            found = _split_term(text, plain, clause, _own_end(clauses, position))
            if found is not None:
                yield found


def _own_end(clauses: tuple[Clause, ...], position: int) -> int:
    """Where the clause's own words end: at its first child."""
    after = position + 1
    if after < len(clauses) and clauses[after].parent == position:
        return clauses[after].start
    return clauses[position].end


def _split_term(text: str, plain: str, clause: Clause, end: int) -> Definition | None:
    label = _LABEL.match(plain, clause.start, end)
    start = label.end() if label else clause.start
    # A bracket may hold a dash of its own: «комиссия (бұдан әрі – Комиссия) – алқалы орган».
    masked = _BRACKET.sub(lambda bracket: " " * len(bracket[0]), plain[start : min(end, start + _TERM + 20)])
    dash = _DASH.search(masked)
    if dash is None or not 0 < dash.start() <= _TERM:
        return None
    term_end = start + len(masked[: dash.start()].rstrip(" ,\n\t"))
    meaning = " ".join(text[start + dash.end() : end].split()).rstrip(";. ")
    if term_end <= start or not meaning:
        return None
    return Definition(text[start:term_end], meaning, start, term_end, short_name=False)


def _find_short_names(text: str, plain: str, clauses: tuple[Clause, ...]) -> Iterator[Definition]:
    _, short = _grammar()
    starts = iter(sorted({clause.start for clause in clauses}))
    clause_start, following = 0, next(starts, len(text))
    for found in short.finditer(plain):
        while following <= found.start():
            clause_start, following = following, next(starts, len(text))
        start, end = found.span("name")
        while end > start and text[end - 1].isspace():
            end -= 1
        meaning = _long_form(text, plain, clause_start, found.start())
        if meaning and end > start:
            yield Definition(text[start:end], meaning, start, end, short_name=True)


def _long_form(text: str, plain: str, floor: int, end: int) -> str:
    """The words before the bracket, back to the beginning of the sentence or clause."""
    floor = max(floor, end - _LONG_FORM)
    start = floor
    for boundary in _BOUNDARY.finditer(plain, floor, end):
        start = boundary.end()
    label = _LABEL.match(plain, start, end)
    words = text[label.end() if label else start : end].strip()
    return words if start > end - _LONG_FORM else words.partition(" ")[2]
