"""Where a sentence of an act ends.

A line is at least one sentence. Within a line a full stop ends one unless it belongs to an abbreviation («2012 ж.»,
«т.б.», «п. 5»), an initial («Т. Рысқұлов»), a date («01.09.2012») or the number of a point («15. Комиссия …»). What
follows a colon or a semicolon on the same line is one sentence with what stands before it. Texts glued where a line
broke («болады.Комиссия») are cut there as well. A «sentence» of pages, which nobody speaks, a table or a list without
ends, is cut at a separator: what is asked of a sentence by each verb in it must not be asked of a whole act.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sarapshy.language.lexicon import read_lexicon

# A run of dots is gone through once, from its first: where no sentence follows it, none follows a part of it. The first
# sign stands by itself, so that a search skips to it.
_STOP = re.compile(r"[.!?…](?<![.!?…].)[.!?…]*+[)\"»”’]*+(?=\s+[^\s]|[А-ЯЁӘҒҚҢӨҰҮҺІI][а-яёәғқңөұүһіi])")
_NUMBER = re.compile(r"\d[\d.-]*\Z")
_WORD_BEFORE = re.compile(r"[^\W\d_]+(?:[.-][^\W\d_]+)*\Z")
_LINE = re.compile(r"[^\n]+")
LONGEST = 4000  # characters; 28 of 394,000 sentences of 310 acts, the 60 longest among them, are longer
_SEPARATORS = (";", ",", " ")


def split_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the sentences of ``text[start:end]``, without the white space around them."""
    spans: list[tuple[int, int]] = []
    for line in _LINE.finditer(text, start, end):
        begin = line.start()
        for stop in _STOP.finditer(text, line.start(), line.end()):
            if _ends(text, begin, stop, line.end()):
                spans.append((begin, stop.end()))
                begin = stop.end()
        spans.append((begin, line.end()))
    if any(b - a > LONGEST for a, b in spans):
        spans = [piece for a, b in spans for piece in _cut(text, a, b)]
    return [span for a, b in spans if (span := _strip(text, a, b))]


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence, or pieces of at most ``LONGEST`` that end with a separator where there is one."""
    while end - start > LONGEST:
        ends = (text.rfind(sign, start + LONGEST // 2, start + LONGEST) + 1 for sign in _SEPARATORS)
        cut = next(filter(None, ends), start + LONGEST)
        yield start, cut
        start = cut
    yield start, end


def _strip(text: str, start: int, end: int) -> tuple[int, int] | None:
    inner = text[start:end]
    stripped = inner.strip()
    if len(stripped) == end - start:
        return start, end
    if not stripped:
        return None
    start += len(inner) - len(inner.lstrip())
    return start, start + len(stripped)


def _ends(text: str, begin: int, stop: re.Match[str], line_end: int) -> bool:
    """Whether the sentence that began at ``begin`` ends with this stop."""
    following = text[stop.end() : min(stop.end() + 24, line_end)].lstrip('\u00a0 \t"«“(')
    if not following or following[0].islower() or following[0] in ",;:|)–—-":
        return False
    if stop.group()[0] != ".":
        return True
    before = text[max(begin, stop.start() - 24) : stop.start()]
    if _NUMBER.search(before):
        return bool(before.rstrip("0123456789.-").strip()) or stop.start() - begin > 24
    word = _WORD_BEFORE.search(before)
    return word is None or _word_ends(word.group(), following)


def _word_ends(word: str, following: str) -> bool:
    never, may = _abbreviations()
    lowered = word.lower()
    if all(len(part) == 1 and part.isupper() for part in word.split(".")):  # «С. Ә. Омаров»
        return False
    if lowered in may or lowered.rpartition(".")[2] in may:
        return following[0].isupper() or following[0].isdigit()
    return lowered not in never


@cache
def _abbreviations() -> tuple[frozenset[str], frozenset[str]]:
    lexicon = read_lexicon("sentences")
    return frozenset(lexicon["never_ends"]), frozenset(lexicon["may_end"])
