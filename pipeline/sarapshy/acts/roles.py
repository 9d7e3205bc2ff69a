"""What the words of a line do, told by the line itself.

«Осы бұйрық … қолданысқа енгізіледі.» is boilerplate; «Ескерту. 5-тармақ жаңа редакцияда – …» and «Сноска. …» are the
publisher's; «Министр | А. Б.» is a signature; «Телефоны ______» is a blank to fill in; «Жалпы ережелер» is a title.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from sarapshy.language.lexicon import read_lexicon

CELL = "\t|\t"
_TITLE = 300
_SIGNATURE = 300
_LOOK = 600  # characters of a clause that tell its role
_GAP = r"(?:\t\|\t|\s{3,})"  # between an office and the name of who holds it
_NAME = rf"{_GAP}\s*\S{{0,25}}[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\S{{0,30}}(?:\s*\S{{1,30}}){{0,3}}\s*$"

_GAPS = re.compile(_GAP)


class _Grammar(NamedTuple):
    closing: re.Pattern[str]
    closing_hints: tuple[str, ...]
    note: re.Pattern[str]
    editors: re.Pattern[str]
    editorial: re.Pattern[str]
    history: re.Pattern[str]
    official: re.Pattern[str]
    official_hints: tuple[str, ...]
    named: re.Pattern[str]
    agreed: re.Pattern[str]
    form_heading: re.Pattern[str]
    blanks: re.Pattern[str]
    form_title: re.Pattern[str]
    norms_title: re.Pattern[str]
    explanation: re.Pattern[str]
    enacting: re.Pattern[str]
    verb_ends: tuple[str, ...]


@cache
def _grammar() -> _Grammar:
    words: Any = read_lexicon("structure")
    note, form, insensitive = words["note"], words["form"], re.IGNORECASE
    officials = "|".join(words["officials"])
    return _Grammar(
        closing=re.compile("|".join(words["closing"]), insensitive | re.DOTALL),
        closing_hints=tuple(words["closing_hints"]),
        note=re.compile(rf"\*?\s?{note['words']}(?=[\s.:!\d*])", insensitive),
        editors=re.compile(rf"(?:{note['words']}\s+)?{note['editors']}", insensitive),
        editorial=re.compile("|".join(note["editorial"]), insensitive),
        history=re.compile("|".join(words["history"]), insensitive),
        official=re.compile(rf"(?:{officials})", insensitive),
        official_hints=tuple(word.replace("\\.", ".").partition("\\")[0] for word in words["officials"]),
        named=re.compile(rf"(?:{officials})[^|]{{0,160}}?{_NAME}", insensitive),
        agreed=re.compile(rf'["«“]?\s?(?:{"|".join(words["agreed"])})', insensitive),
        form_heading=re.compile(rf"(?:\d+-)?{form['heading']}(?:\s*№?\s*\d+)?\s*$", insensitive),
        blanks=re.compile("|".join(form["blanks"])),
        form_title=re.compile("|".join(form["titles"]), insensitive),
        norms_title=re.compile("|".join(form["norms"]), insensitive),
        explanation=re.compile("|".join(words["explanation"]), insensitive),
        enacting=re.compile(rf"\b(?:{'|'.join(words['enacting'])})\w*\s*:?", insensitive),
        verb_ends=tuple(words["verb_ends"]),
    )


def is_row(plain: str, start: int, end: int) -> bool:
    """Cells side by side, of which all but one may be empty."""
    return plain[start] == "|" or plain.find("\t|", start, end) >= 0


def is_title_like(plain: str, start: int, end: int) -> bool:
    first, last = plain[start], plain[end - 1]
    return (
        end - start <= _TITLE
        and last not in ".;:,"
        and (first.isupper() or first in '"«“' or first.isdigit())
        and "__" not in plain[start:end]
    )


def ends_unstopped(plain: str, end: int) -> bool:
    """Whether a sentence may end here though its full stop was forgotten: «… ауыстырылсын 2. Көрсетілген …»."""
    return plain[max(0, end - 3) : end].lower().endswith(_grammar().verb_ends)


def is_closing(plain: str, start: int, end: int) -> bool:
    """Each of a hundred points is asked: a cheap look goes before the patterns."""
    grammar, look = _grammar(), min(end, start + _LOOK)
    lowered = plain[start:look].lower()
    return any(hint in lowered for hint in grammar.closing_hints) and (
        grammar.closing.search(plain, start, look) is not None
    )


def is_note(plain: str, start: int, end: int) -> bool:
    return plain[start] in "ЕеПпСсРЗ*(" and (
        _grammar().note.match(plain, start, end) is not None or _grammar().editors.match(plain, start, end) is not None
    )


def is_editorial(plain: str, start: int, end: int) -> bool:
    """Of a note: whether the publisher of the text wrote it."""
    look = min(end, start + _LOOK)
    return (
        _grammar().editors.match(plain, start, look) is not None
        or _grammar().editorial.search(plain, start, look) is not None
    )


def calls_for_more(plain: str, start: int, end: int) -> bool:
    """«Примечание ИЗПИ!» alone in its line: what follows is the note; «(Специалисты: …,» goes on to its bracket."""
    unclosed = plain[start] == "(" and plain[end - 1] != ")"
    return (unclosed or plain[end - 1] == "!") and _grammar().editors.match(plain, start, end) is not None


def is_history(plain: str, start: int, end: int) -> bool:
    return end - start < 500 and _grammar().history.match(plain, start, end) is not None


def is_signature(plain: str, start: int, end: int) -> bool:
    if end - start > _SIGNATURE:
        return False
    grammar = _grammar()
    lowered = plain[start:end].lower()  # of a row of a table, most of which name no office
    named = (
        any(hint in lowered for hint in grammar.official_hints)
        and _GAPS.search(plain, start, end) is not None
        and grammar.named.search(plain, start, end) is not None
    )
    return named or grammar.agreed.match(plain, start, end) is not None


def names_official(plain: str, start: int, end: int) -> bool:
    return end - start < _SIGNATURE // 2 and _grammar().official.search(plain, start, end) is not None


def is_form_heading(plain: str, start: int, end: int) -> bool:
    return end - start < 20 and _grammar().form_heading.match(plain, start, end) is not None


def find_blanks(plain: str) -> list[int]:
    """Where there is something to fill in or to sign: «____», «(қолы)», «М.О.»."""
    return [found.start() for found in _grammar().blanks.finditer(plain)]


def is_form_title(plain: str, start: int, end: int) -> bool:
    """Whether a paper to fill in is called so; «… куәлік беру» стандарты names one and is none."""
    title = plain[start:end]
    return _grammar().form_title.search(title) is not None and _grammar().norms_title.search(title) is None


def is_explanation(plain: str, start: int, end: int) -> bool:
    return _grammar().explanation.search(plain, start, end) is not None


def find_enacting(plain: str, start: int, end: int) -> int | None:
    """The end of «БҰЙЫРАМЫН:» / «ПРИКАЗЫВАЮ:», of the last where there are several."""
    ends = [found.end() for found in _grammar().enacting.finditer(plain, start, end)]
    return ends[-1] if ends else None
