"""Where an order ends and what it approves begins: stamps of approval and of annexes.

«… 2017 жылғы 13 желтоқсандағы № 619 бұйрығына 1-қосымша», «… бұйрығымен бекітілген», «Утверждены приказом …» and
«Приложение 1 к Правилам …» stand above a text, in one paragraph or in several. Stamps that follow one another open one
text: an annex of the amending order is at the same time annex 2 of the rules it amends, and that is what it is cited as.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from sarapshy.acts.pieces import Piece
from sarapshy.acts.roles import CELL, is_history, is_title_like
from sarapshy.language.lexicon import read_lexicon

_LONGEST = 700
_HEADING = 10  # characters of the heading of a form and the space before it
_RUN = 12  # paragraphs that a stamp may be broken into
_ALONE = 20  # characters of «Утверждены» in a line of its own
_APART = 6  # lines of a stamp that stand apart: who approves, of which state, by what and when
_LINES = 3  # lines that an instruction to change an annex may be broken into, besides its first
_NUMBER = re.compile(r"№\s*\d")  # «№ 104/15-VII» has no small letter and is no title
_MARK = re.compile(r"\d[\d.-]*[.)]\s")  # «1. Внести …» opens a point


class Stamp(NamedTuple):
    """``first`` and ``last`` are positions of lines, ``label`` a span; ``to_rules``: the annex
    belongs to the approved text (True) or to the order (False); None where the stamp does not tell."""

    first: int
    last: int
    number: str | None
    label: tuple[int, int]
    approved: bool
    to_rules: bool | None


class _Grammar(NamedTuple):
    annex_end: re.Pattern[str]
    headed: re.Pattern[str]
    glued: re.Pattern[str]
    annex_start: re.Pattern[str]
    approved_end: re.Pattern[str]
    approved_start: re.Pattern[str]
    word: re.Pattern[str]
    dated: re.Pattern[str]
    rules: re.Pattern[str]
    orders: re.Pattern[str]
    text_kk: re.Pattern[str]
    text_ru: re.Pattern[str]
    changed: re.Pattern[str]
    heads: tuple[str, ...]


@cache
def _grammar() -> _Grammar:
    words: Any = read_lexicon("structure")
    kk, ru, approved = words["annex"]["kk"], words["annex"]["ru"], words["approved"]
    insensitive = re.IGNORECASE
    return _Grammar(
        re.compile(rf"(?:№?\s?(\d{{1,3}}(?:-\d+)?)\s?-?\s?)?{kk}\s*$", insensitive),
        re.compile(rf"(?<=[а-я])\s+{words['form']['heading']}$", insensitive),
        re.compile(
            rf"\d\s?-\s?{kk}(?=\s*(?:{words['form']['heading']}(?:\s*$|(?-i:[A-ZА-ЯӘҒҚҢӨҰҮҺІ]))|_{{3}}))", insensitive
        ),
        re.compile(
            rf"(?:(?P<kk>\d{{1,3}}(?:-\d+)?)\s?-\s?{kk}(?=\s*$|[.:]?\s+(?-i:[A-ZА-ЯӘҒҚҢӨҰҮҺІ]))"
            rf"|{ru}(?:\s*№?\s*(?P<ru>\d{{1,3}}(?:-\d+)?))?(?=\s*$|[.:]|\s*к\s))",
            insensitive,
        ),
        re.compile(rf"(?:{approved['kk']}|{approved['word']})[.:]?\s*$", insensitive),
        re.compile(rf"[\"«]?(?:{approved['ru']}|{approved['word']})(?![а-яё])", insensitive),
        re.compile(rf"[\"«]?{approved['word']}", insensitive),
        re.compile(approved["dated"], insensitive),
        re.compile("|".join(words["rules_targets"]), insensitive),
        re.compile("|".join(words["order_targets"]), insensitive),
        re.compile(rf"\b(?:{'|'.join(words['texts_kk'])})\w*\W*(?:\d-\w+.*)?$", insensitive),
        re.compile(rf"(?:{'|'.join(words['texts_ru'])})\w*(?:\s|$)", insensitive),
        re.compile(words["annex"]["changed"], insensitive),
        tuple(approved["heads"]),
    )


def find_stamps(plain: str, lines: Sequence[Piece]) -> list[Stamp]:
    found: list[Stamp] = []
    for position, line in enumerate(lines):
        if found and position <= found[-1].last:
            continue
        start = content_of(plain, line.start, line.end)
        if not _is_stamp(plain, start, line, lines, position):
            continue
        # «Бекітемін» heads a policy; in a form it is one more blank.
        if (found or position > _RUN) and _grammar().word.match(plain, start, line.end):
            continue
        floor = found[-1].last + 1 if found else 0
        stamp = _read(plain, lines, _reach_back(plain, lines, position, floor), position)
        if found and found[-1].last + 1 == stamp.first:
            found[-1] = _merge(found[-1], stamp)
        else:
            found.append(stamp)
    return found


def content_of(plain: str, start: int, end: int) -> int:
    """Where the words of a line begin, past empty cells."""
    while start < end and plain[start] in "|\t ":
        start += 1
    return min(start, end - 1)


def is_text_of_norms(plain: str, start: int, end: int) -> bool:
    """Whether a title is that of rules, a regulation, a standard, a methodology."""
    return (
        _grammar().text_kk.search(plain, start, end) is not None
        or _grammar().text_ru.match(plain, start, end) is not None
    )


def _is_stamp(plain: str, start: int, line: Piece, lines: Sequence[Piece], position: int) -> bool:
    if plain.find(CELL, start, line.end) >= 0:
        return False
    end = _end_of(plain, line)
    if end - start > _LONGEST:
        return False
    grammar = _grammar()
    tail, head = plain[max(start, end - 12) : end].lower(), plain[start : start + 9].lower()
    apart = line.gap or plain[line.start] == "|" or end - start < 120
    ended = apart and tail.rstrip(" .:").endswith(grammar.heads) and _ends_stamp(plain, start, end)
    if ended and (end < line.end or not _goes_on(plain, lines, position)):
        return True
    if head.lstrip('"«').startswith(grammar.heads) or head[0].isdigit():
        begun = grammar.annex_start.match(plain, start, end) or grammar.approved_start.match(plain, start, end)
        if begun is None or end - start >= 300 or is_history(plain, start, end) or plain[end - 1] in ";,":
            return False
        return not _tells_change(plain, start, lines, position)
    return False


def _tells_change(plain: str, start: int, lines: Sequence[Piece], position: int) -> bool:
    """«Приложение 3 к Правилам изложить в новой редакции …»: what the order does with an annex opens none."""
    last = position
    while last + 1 < len(lines) and last < position + _LINES and _runs_on(plain, lines, last + 1):
        last += 1
    return _grammar().changed.search(plain, start, lines[last].end) is not None


def _runs_on(plain: str, lines: Sequence[Piece], position: int) -> bool:
    """Whether the line carries on the one above it: «приложение» / «13 указанного постановления …»."""
    line = lines[position]
    start = content_of(plain, line.start, line.end)
    counted = plain[start].isdigit() and _MARK.match(plain, start, line.end) is None
    return not line.gap and (plain[start].islower() or counted)


def _end_of(plain: str, line: Piece) -> int:
    """Where the stamp in a line ends: a cell may hold the form's heading or its first blanks too, «1-қосымшаНысан», and a
    line the heading, «2-қосымша нысан»."""
    headed = _grammar().headed.search(plain, max(line.start, line.end - _HEADING), line.end)
    if headed is not None:
        return headed.start()
    if plain[line.start] != "|" or plain.find(CELL, content_of(plain, line.start, line.end), line.end) >= 0:
        return line.end
    glued = _grammar().glued.search(plain, line.start, min(line.end, line.start + _LONGEST))
    return glued.end() if glued else line.end


def _goes_on(plain: str, lines: Sequence[Piece], position: int) -> bool:
    """Whether the sentence runs into the next line: «… бұйрығымен бекітілген» / «қағидаларға сәйкес»."""
    if position + 1 == len(lines):
        return False
    below = lines[position + 1]
    return not below.gap and plain[content_of(plain, below.start, below.end)].islower()


def _reach_back(plain: str, lines: Sequence[Piece], position: int, floor: int) -> int:
    """The first line of a stamp broken into paragraphs: «… мәслихатының / 2024 жылғы … / № 12/7 шешіміне 1-қосымша»."""
    first, is_cell = position, plain[lines[position].start] == "|"
    if not is_cell and not _ends_stamp(plain, lines[position].start, lines[position].end):
        return position
    while first > max(floor, position - _RUN):
        above = lines[first - 1]
        if is_cell:
            if plain[above.start] != "|" or plain.find(CELL, above.start + 1, above.end) >= 0:
                break
        elif (
            above.end - above.start > 90
            or not is_title_like(plain, above.start, above.end)
            or (
                lines[first].gap
                and (lines[position].end - lines[first].start > 160 or _names_order(plain, lines, first, position))
            )
        ):
            break
        first -= 1
    return first


def _ends_stamp(plain: str, start: int, end: int) -> bool:
    """Whether the line closes a stamp, as Kazakh ones are closed, and does not open it."""
    floor, grammar = max(start, end - 30), _grammar()
    return (
        grammar.annex_end.search(plain, floor, end) is not None
        or grammar.approved_end.search(plain, floor, end) is not None
    )


def _names_order(plain: str, lines: Sequence[Piece], first: int, position: int) -> bool:
    return _grammar().orders.search(plain, lines[first].start, lines[position].end) is not None


def _read(plain: str, lines: Sequence[Piece], first: int, last: int) -> Stamp:
    """Take in the lines below that still belong to it, and say what it opens."""
    grammar, start = _grammar(), content_of(plain, lines[last].start, lines[last].end)
    begun = grammar.annex_start.match(plain, start, lines[last].end)
    ended = grammar.annex_end.search(plain, start, _end_of(plain, lines[last]))
    opens_below = begun is not None or grammar.approved_start.match(plain, start, lines[last].end) is not None
    if opens_below and ended is None:
        last = _reach_down(plain, lines, last)
    number = (begun["kk"] or begun["ru"]) if begun else (ended[1] if ended else None)
    found = begun or ended
    label = found.span() if found else (start, start)
    whole = plain[lines[first].start : lines[last].end]
    approved = found is None
    return Stamp(first, last, number, label, approved, None if approved else _is_to_rules(whole))


def _reach_down(plain: str, lines: Sequence[Piece], last: int) -> int:
    """«Приложение 1» / «к Правилам организации сбора,» / «хранения отходов»: to the next blank line, or to the date and
    number of an order whose words stand a line apart each."""
    bound = min(len(lines), last + _RUN)
    at, dated = last, _find_dated(plain, lines, last, bound)
    while at + 1 < bound:
        below = lines[at + 1]
        start = content_of(plain, below.start, below.end)
        length = below.end - start
        if (below.gap and at >= dated) or length > 110 or plain.find(CELL, start, below.end) >= 0:
            break
        if plain[start : below.end].isupper() and not _NUMBER.match(plain, start, below.end):
            break
        if plain[start].isupper() and is_text_of_norms(plain, start, below.end):
            break
        at += 1
    return at


def _find_dated(plain: str, lines: Sequence[Piece], first: int, bound: int) -> int:
    """The line with the date and number of the order that approves, where nothing but the first words stands above it:
    «Утверждены» / «постановлением Правительства» / «от 16 января 2002 года N 53»; else the first."""
    if lines[first].end - lines[first].start > _ALONE:
        return first
    for at in range(first + 1, min(bound, first + 1 + _APART)):
        if _grammar().dated.match(plain, lines[at].start, lines[at].end):
            return at
    return first


def _is_to_rules(whole: str) -> bool | None:
    """By the last kind of act that the stamp names."""
    rules = [found.start() for found in _grammar().rules.finditer(whole)]
    orders = [found.start() for found in _grammar().orders.finditer(whole)]
    if not rules and not orders:
        return None
    return bool(rules) and (not orders or rules[-1] > orders[-1])


def _merge(above: Stamp, below: Stamp) -> Stamp:
    if below.approved:
        return Stamp(above.first, below.last, above.number, above.label, True, above.to_rules)
    return Stamp(above.first, below.last, below.number, below.label, above.approved, below.to_rules)
