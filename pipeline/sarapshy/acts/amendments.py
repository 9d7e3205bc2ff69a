"""New wording that an amending act quotes, to be read as clauses of the act it goes into.

«13-тармақ мынадай редакцияда жазылсын: «13. Кеңес … тағайындайды.»;» holds point 13 of another act between its quotation
marks; «дополнить пунктом 15-1 следующего содержания: "15-1. …"» likewise. Marks nest («… «Білім туралы» Заң …») and are often
left open, so the closing one is told by depth where that works out, and by what follows it where it does not.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from sarapshy.language.lexicon import read_lexicon

_QUOTE = re.compile('["«»“”„]')
_OPENING, _CLOSING = frozenset("«„"), frozenset("»”")
_BOILERPLATE = 500  # characters that a closing point may take
_LEAD = 400  # characters that the order to change may take
_NEXT = re.compile(r"\s*(\d{1,3})\.\s")
_NAME = 700  # characters that the printed name of an amended act may take


class Wording(NamedTuple):
    """``start`` and ``end`` lie within the quotation marks, ``open`` and ``close`` take them in; «5-тармақ мынадай
    редакцияда жазылсын:», which orders it, begins at ``lead``."""

    lead: int
    open: int
    start: int
    end: int
    close: int


class _Grammar(NamedTuple):
    triggers: tuple[re.Pattern[str], ...]
    after: re.Pattern[str]
    instruction: re.Pattern[str]
    boilerplate: re.Pattern[str]
    more: re.Pattern[str]
    change_hints: tuple[str, ...]
    change: re.Pattern[str]
    into_kk: re.Pattern[str]
    into_ru: re.Pattern[str]
    hints: tuple[str, ...]


@cache
def _grammar() -> _Grammar:
    words: Any = read_lexicon("structure")["amending"]
    mark = r"\s?\d{1,3}(?:-\d+)?\s?(?:[.)]\s|-\s?[а-яөұү]{3,8}\.\s)"
    return _Grammar(
        (
            *[re.compile(rf'{said}(?:\s*[:\-–]\s*|\s+(?=["«“„]{mark}))(["«“„])') for said in words["wording"]],
            re.compile(rf':\s*(["«“„])(?={mark})'),
        ),
        re.compile(rf"\s*(?:$|{words['instruction']}|\d{{1,3}}(?:-\d+)?[.)]\s)", re.IGNORECASE),
        re.compile(words["instruction"], re.IGNORECASE),
        re.compile(rf"\d(?<=[\s\"«“]\d)\d?\.\s+(?:{words['boilerplate']})"),
        re.compile(rf'\s*(["«“„])(?={mark})'),
        tuple(words["change_hints"]),
        re.compile(words["change"], re.IGNORECASE),
        re.compile(rf"\b(?:{words['into_kk']})", re.IGNORECASE),
        re.compile(rf"{words['into_ru']}(.{{10,{_NAME}}}?){words['into_ru_end']}", re.IGNORECASE | re.DOTALL),
        tuple(words["hints"]),
    )


def find_wordings(plain: str) -> list[Wording]:
    """In order, none within another."""
    grammar = _grammar()
    if not any(hint in plain for hint in grammar.hints):
        return []
    triggers = list(_find_triggers(plain, grammar.triggers))
    boilerplate = [match.start() for match in grammar.boilerplate.finditer(plain)] if triggers else []
    found: list[Wording] = []
    for at, trigger in enumerate(triggers):
        opening = trigger.start(1)
        if found and opening < found[-1].close:
            continue
        bound = triggers[at + 1].start() if at + 1 < len(triggers) else len(plain)
        bound = min(bound, _bound_by_boilerplate(plain, opening, boilerplate))
        lead = _find_lead(plain, found[-1].close if found else 0, trigger.start())
        lead = opening if lead is None else lead
        close = _find_close(plain, opening, bound, _numbers_in(plain, lead, opening))
        found.append(Wording(lead, opening, opening + 1, close, _skip_stops(plain, min(close + 1, bound))))
        found += _find_more(plain, found[-1].close, bound)
    return found


def _find_triggers(plain: str, expressions: Iterable[re.Pattern[str]]) -> Iterator[re.Match[str]]:
    """In order, none within another: «… редакцияда жазылсын: "» has a colon with a quotation of its own."""
    found = [match for expression in expressions for match in expression.finditer(plain)]
    reached = 0
    for match in sorted(found, key=lambda match: match.start()):
        if match.start() >= reached:
            yield match
            reached = match.end()


def _find_more(plain: str, start: int, bound: int) -> Iterator[Wording]:
    """«"19-бап. …"; "23-бап. …";»: clauses of one command, each quoted by itself."""
    while (opening := _grammar().more.match(plain, start, bound)) is not None:
        at = opening.start(1)
        close = _find_close(plain, at, bound, frozenset())
        start = _skip_stops(plain, min(close + 1, bound))
        yield Wording(at, at, at + 1, close, start)


def _bound_by_boilerplate(plain: str, opening: int, boilerplate: list[int]) -> int:
    """The order's own last points end new wording whose closing mark was forgotten; they may be new wording themselves,
    so that the bound lies behind the first of them."""
    at = bisect_left(boilerplate, opening)
    if at == len(boilerplate):
        return len(plain)
    return min(_paragraph_end(plain, boilerplate[at] + 1, len(plain)), boilerplate[at] + _BOILERPLATE)


def _find_lead(plain: str, floor: int, end: int) -> int | None:
    """Where the order to change begins, after «… ережеде:» or «…;»; None where that cannot be told."""
    floor = max(floor, end - _LEAD)
    stop = max(plain.rfind(mark, floor, end) for mark in (":", ";"))
    start = stop + 1
    while start < end and plain[start].isspace():
        start += 1
    return start if stop >= 0 and _grammar().instruction.match(plain, start, end) else None


def begins_boilerplate(plain: str, start: int) -> bool:
    """Whether «4. Осы бұйрық алғашқы ресми …» stands there: one of an order's own last points."""
    return _grammar().boilerplate.match(plain, start) is not None


def _numbers_in(plain: str, start: int, end: int) -> frozenset[int]:
    """The units that the order to change names: 11, 12 and 13 in «11 - 13-тармақтар»."""
    words = plain[start:end]
    found = {int(number) for number in re.findall(r"\d{1,4}", words)}
    for first, last in re.findall(r"(\d{1,3})\s?[-–]\s?(\d{1,3})", words):
        found.update(range(int(first), int(last)))
    return frozenset(found)


def _find_close(plain: str, opening: int, bound: int, numbers: frozenset[int]) -> int:
    """Offset of the closing mark; of the end of the paragraph where there is none."""
    depth, stops = 1, []
    for found in _QUOTE.finditer(plain, opening + 1, bound):
        at = found.start()
        if is_opening(plain, at):
            depth += 1
            continue
        final = _is_final(plain, at)
        if depth == 1 and final and not _goes_on(plain, at, numbers):
            return at
        depth = max(1, depth - 1)
        if final:
            stops.append(at)
    return _choose(plain, stops) if stops else _paragraph_end(plain, opening, bound)


def _goes_on(plain: str, at: int, numbers: frozenset[int]) -> bool:
    """Whether the next of the units named stands behind the mark: it closed something else."""
    following = _NEXT.match(plain, _skip_stops(plain, at + 1))
    return (
        following is not None and len(numbers) > 1 and int(following[1]) in numbers and int(following[1]) > min(numbers)
    )


def _choose(plain: str, stops: list[int]) -> int:
    """Nesting did not work out: the first mark after which the amending act itself goes on."""
    after = _grammar().after
    return next((at for at in stops if after.match(plain, _skip_stops(plain, at + 1))), stops[-1])


def is_opening(plain: str, at: int) -> bool:
    """Whether the quotation mark there opens; a straight one is told by what stands round it."""
    letter = plain[at]
    if letter in _OPENING or letter in _CLOSING:
        return letter in _OPENING
    before = plain[at - 1] if at else " "
    after = plain[at + 1] if at + 1 < len(plain) else " "
    return not after.isspace() and after not in ".;,:)" and (before.isspace() or before in '("«“„-–')


def _is_final(plain: str, at: int) -> bool:
    """Whether a sentence or paragraph ends with this mark: «…»; », «…". »."""
    after = _skip_stops(plain, at + 1)
    return after >= len(plain) or plain[after] == "\n" or (plain[after - 1] in ";." and plain[after].isspace())


def _skip_stops(plain: str, at: int) -> int:
    end = min(len(plain), at + 4)
    while at < end and (plain[at] in ".;," or (plain[at] == " " and at + 1 < end and plain[at + 1] in ".;,")):
        at += 1
    return at


def _paragraph_end(plain: str, opening: int, bound: int) -> int:
    end = plain.find("\n", opening, bound)
    return bound if end < 0 else end


def name_amended(plain: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of the name of the act that a clause amends, as printed: «… № 126 бұйрығына», «приказ … № 39»."""
    grammar, end = _grammar(), min(end, start + 4 * _NAME)
    lowered = plain[start:end].lower()
    if not any(hint in lowered for hint in grammar.change_hints) or not grammar.change.search(plain, start, end):
        return None
    russian = grammar.into_ru.search(plain, start, end)
    if russian:
        return russian.span(1)
    found = grammar.into_kk.search(plain, start, min(end, start + _NAME))
    return (start, found.end()) if found else None
