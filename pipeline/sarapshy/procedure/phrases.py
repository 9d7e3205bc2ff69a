"""Phrases round a verb: what is done upon («құжаттарды қарайды»), on what ground, from when a term runs.

Kazakh objects stand before the verb in the accusative, or bare beside it («шағым береді»); Russian ones follow it
(«рассматривает заявление»), or open a passive clause («решение принимается»). Offsets are folded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from sarapshy.acts.stretches import Reading
from sarapshy.language.kazakh_subjects import is_passive
from sarapshy.language.lexicon import read_lexicon
from sarapshy.procedure.deeds import Deed
from sarapshy.procedure.topics import Topics

Span = tuple[int, int]
REACH = 7  # words from a verb to its object
LONGEST = 6  # words of an object
FAR = 90  # characters from a verb to what a passive clause is about
GAP = 22  # characters between an object and its verb that are shown; more are left out
SINCE = 3  # words before «күннен бастап» that tell from what day
LABEL = 4  # words beside a verb that has no object, so that a reader sees what it is about
_ACCUSATIVE = re.compile(r"(?:[бвгғджзйлмнңр]|[аәеиоөуүыіяюэ]|[кқпстфхцчшщ])(?:[нд][ыі]|т[ыі])\Z|[ыі]н\Z")
_NO_ACCUSATIVE = re.compile(r"(?:[аеий]д[ыі]|[аейи]т[ыі]н|л[дт][ыі]|с[ыі]нд[ыі]|л[ыі]қт[ыі]|лікті)\Z")
_CASED = re.compile(r"(?:[ндт][ыі]ң?|[ыі]н|[ғг][ае]|[қк][ае]|[ыі]н[ае]|[дт][ае]н?|н[ае]н|[мбп]ен|[ыі]п|[аеий])\Z")
_CASED_AWAY = re.compile(r"(?:[ғг][ае]|[қк][ае]|н[ае]|[дт][ае]н?|н[ае]н|[мбп]ен)\Z")
_ADJECTIVE = re.compile(r"[лдт][ыі][қк]\Z")  # «мемлекеттік»
_GENITIVE = re.compile(r"[ндт][ыі]ң\Z")
_WORD = re.compile(r"[\w-]+")
_REFLEXIVE = re.compile(r"(?:тся|ться)\Z")


def find_object(
    reading: Reading, deed: Deed, bounds: Span, taken: list[Span], topics: Topics, language: str
) -> Span | None:
    """``taken`` are spans that tell something else: terms, grounds, and last the subject."""
    find = _find_kazakh_object if language == "kk" else _find_russian_object
    return find(reading, deed, bounds, taken, topics)


def _words(reading: Reading, start: int, end: int) -> list[Span]:
    return [match.span() for match in _WORD.finditer(reading.text, start, end)]


def _overlaps(span: Span, others: Sequence[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _find_kazakh_object(reading: Reading, deed: Deed, bounds: Span, taken: list[Span], topics: Topics) -> Span | None:
    if is_passive(reading.text[deed.start : deed.end].split()[-1]):
        named = topics.bare_document(max(bounds[0], deed.start - FAR), deed.start)
        beside = reading.text[named[1] : deed.start].split() if named else []
        here = named and not _overlaps(named, taken) and not set("()") & set(reading.text[named[0] : deed.start])
        here = here and not (beside and beside[0] in _not_objects())
        return named if here else _theme(reading, bounds[0], deed.start, taken)
    words = _words(reading, bounds[0], deed.start)[-REACH:]
    for at in range(len(words) - 1, -1, -1):
        word = reading.text[slice(*words[at])]
        if _overlaps(words[at], taken) or word in _not_objects():
            continue
        if len(word) > 3 and _is_accusative(word):
            return _with_attributes(reading, words[: at + 1], taken)
    if words and words[-1][1] == deed.start - 1 and topics.bare_document(*words[-1]):
        return words[-1]
    return None


def _is_accusative(word: str) -> bool:
    if not _ACCUSATIVE.search(word):
        return False
    return not _NO_ACCUSATIVE.search(word) or word.endswith(tuple(read_lexicon("norms")["objects_all_the_same"]))


def _theme(reading: Reading, floor: int, start: int, taken: list[Span]) -> Span | None:
    """What a passive clause opens with: «Конкурс … жарияланады», «Плагиатқа тексеру … жүргізіледі»."""
    first = strip_label(reading, max(floor, reading.text.rfind(",", floor, start) + 1), start)
    opening = [*_words(reading, first, start)[:4], (start, start)]
    for span, beside in pairwise(opening[:3]):
        word, following = reading.text[slice(*span)], reading.text[slice(*beside)]
        if _overlaps(span, taken) or word in _not_objects() or following in _not_objects():
            return None
        if len(word) > 3 and not word.isdigit() and not _CASED.search(word):
            closed = not following or _CASED_AWAY.search(following) or following in _openers() or following.isdigit()
            taken_next = _overlaps(beside, taken)
            return (opening[0][0], span[1]) if (closed or taken_next) and not _ADJECTIVE.search(word) else None
    return None


def _with_attributes(reading: Reading, words: list[Span], taken: list[Span]) -> Span:
    """«кандидаттардың білім деңгейін», «Комиссияның құрамын»: genitives and one bare word before the head."""
    start, end = words[-1]
    owned = reading.text[start:end].endswith(("ын", "ін", "уды", "уді"))  # «бас тартуды» too
    verbal = False  # «білім беру бағдарламаларын»: a verbal noun has an object of its own
    for count, (a, b) in enumerate(reversed(words[:-1][-LONGEST:])):
        word = reading.text[a:b]
        if reading.text[b:start] != " " or _overlaps((a, b), taken) or word in _not_objects():
            break
        if not (_GENITIVE.search(word) or (owned and count == 0) or verbal):
            break
        start, verbal = a, word.endswith("у") and count == 0
    return start, end


def _find_russian_object(reading: Reading, deed: Deed, bounds: Span, taken: list[Span], topics: Topics) -> Span | None:
    passive = _REFLEXIVE.search(reading.text[deed.start : deed.end]) is not None
    found = _after_verb(reading, deed.end, bounds[1], taken)
    if found and (not passive or topics.documents_in(*found)):
        return found
    if found := _before_verb(reading, deed.start, bounds[0], taken):
        return found
    named = topics.bare_document(bounds[0], deed.start)
    return named if named and not _overlaps(named, taken) and not _after_preposition(reading, named[0]) else None


def _before_verb(reading: Reading, start: int, floor: int, taken: list[Span]) -> Span | None:
    """«Заседание созывает председатель», «Итоги доводятся»: nothing but the object stands before the verb."""
    cut = max(reading.text.rfind(sign, floor, start) + 1 for sign in ",;:")
    first = strip_label(reading, max(floor, cut), start)
    words = _words(reading, first, start)
    if not 0 < len(words) <= LONGEST or _overlaps((first, start), taken):
        return None
    if any(reading.text[a:b] in _object_ends() or (reading.text[a:b] == "и" and a == first) for a, b in words):
        return None
    return first, words[-1][1]


def _after_verb(reading: Reading, start: int, end: int, taken: list[Span]) -> Span | None:
    """The words after the verb, up to a comma, a preposition, a term."""
    first, last = None, start
    for a, b in _words(reading, start, end)[:LONGEST]:
        if first is not None and _overlaps((a, b), taken):
            return None if reading.text[last:a] == " " and (a, b)[0] in {t[0] for t in taken[-1:]} else (first, last)
        if reading.text[last:a].strip(' "') or reading.text[a:b] in _object_ends() or _overlaps((a, b), taken):
            break
        first, last = (a if first is None else first), b
    if first is None:
        return None
    if reading.text[first:last].endswith(" и"):
        last -= 2
    return (first, last) if last - first > 3 else None


def _after_preposition(reading: Reading, start: int) -> bool:
    before = _WORD.findall(reading.text, max(0, start - 30), start)
    return bool(before) and before[-1] in _object_ends()


@cache
def _not_objects() -> frozenset[str]:
    return frozenset(read_lexicon("norms")["not_objects"])


@cache
def _openers() -> frozenset[str]:
    return frozenset(read_lexicon("norms")["after_theme"])


@cache
def _object_ends() -> frozenset[str]:
    return frozenset(read_lexicon("norms")["object_ends"])


def find_grounds(reading: Reading, bounds: Span, subject: Span | None, verb: Span, language: str) -> list[Span]:
    find = _kazakh_ground if language == "kk" else _russian_ground
    longest = read_lexicon("norms")["grounds"]["longest"]
    found: list[Span] = []
    for match in _ground_marks(language).finditer(reading.text, *bounds):
        start, end = find(reading, match.span(), bounds, subject, verb)
        start = _shorten(reading, start, match.start(), end, longest) if language == "kk" else start
        end = min(end, start + longest) if language == "ru" else end
        if end - start > 8 and not _overlaps((start, end), [*found, verb]):
            found.append((start, end))
    return found


def _kazakh_ground(reading: Reading, mark: Span, bounds: Span, subject: Span | None, verb: Span) -> Span:
    """From the comma, the subject or the verb before it to the mark."""
    start = max(bounds[0], reading.text.rfind(",", bounds[0], mark[0]) + 1)
    if subject and start <= subject[1] <= mark[0]:
        start = subject[1]
    if verb[1] <= mark[0]:
        start = max(start, verb[1])
    return strip_label(reading, start, mark[0]), mark[1]


def _russian_ground(reading: Reading, mark: Span, bounds: Span, subject: Span | None, verb: Span) -> Span:
    ends = [at for at in (reading.text.find(sign, mark[1], bounds[1]) for sign in ",;:") if at >= 0]
    ends += [span[0] for span in (verb, subject) if span and span[0] > mark[1]]
    end = min([*ends, bounds[1]])
    return mark[0], mark[0] + len(reading.text[mark[0] : end].rstrip(" .;,:"))


def strip_label(reading: Reading, start: int, end: int) -> int:
    """Past spaces and the printed number of the clause."""
    match = re.compile(r"\s*(?:[\d.-]+\s?[.)]|[^\W\d_]\))?[\s\"]*").match(reading.text, start, end)
    return match.end() if match else start


def _shorten(reading: Reading, start: int, mark: int, end: int, longest: int) -> int:
    if end - start <= longest:
        return start
    cut = reading.text.find(" ", end - longest, mark)
    return cut + 1 if cut >= 0 else mark


def find_since(reading: Reading, bounds: Span, deed: Deed, subject: Span | None, language: str) -> Span | None:
    match = _since_mark(language).search(reading.text, *bounds)
    if match is None:
        return None
    start, end = match.span()
    if language == "kk":
        start = _back(reading.text, start, bounds[0])
        start = max(start, reading.text.rfind(",", start, end) + 1)
        if subject and subject[0] < end and start < subject[1] < end:
            start = subject[1]
    else:
        stops = [span for span in (deed.start, subject[0] if subject else -1) if start < span < end]
        opening = _words(reading, start, end)
        stops += [a for a, b in opening[2:] if reading.text[a:b] in _object_ends()]
        end = min([end, *stops])
    for word in read_lexicon("norms")["since_opens_after"][language]:
        if (at := reading.text.rfind(f" {word} ", start, end)) >= 0:
            start = at + len(word) + 2
    text = reading.text[start:end]
    return start + len(text) - len(text.lstrip()), start + len(text.rstrip())


def _back(text: str, start: int, floor: int) -> int:
    """The beginning of the third word before: «құжаттарды қабылдау аяқталған күннен бастап»."""
    words = list(_WORD.finditer(text, max(floor, start - 90), start))
    for count, word in enumerate(reversed(words[-SINCE - 1 :])):
        if count and text[word.end() : start] != " ":
            break
        if count == SINCE + (word.end() == start):
            break
        start = word.start()
    return start


def label_of(
    reading: Reading, deeds: list[Deed], thing: Span | None, bounds: Span, taken: Sequence[Span], language: str
) -> list[Span]:
    """The verb with its object; where it has none, with some words beside it that tell nothing else of the step."""
    first = (deeds[0].start, deeds[0].end)
    if thing is not None:
        before, after = sorted([thing, first])
        return [(before[0], max(before[1], after[1]))] if after[0] - before[1] < GAP else [before, after]
    if language == "ru":
        following = _words(reading, first[1], bounds[1])[:LABEL]
        kept = [span for span in following if not _overlaps(span, taken)]
        if kept and kept == following[: len(kept)]:
            return [(first[0], kept[-1][1])]
    floor = max([bounds[0], *(end for _, end in taken if end <= first[0])])
    floor = max(floor, *(reading.text.rfind(sign, floor, first[0]) + 1 for sign in ",;()"))
    beside = _words(reading, strip_label(reading, floor, first[0]), first[0])[-LABEL:]
    if not beside:  # «… комиссия (бұдан әрі – Комиссия) құрылады»
        opening = reading.text.rfind("(", bounds[0], first[0])
        named = _words(reading, bounds[0], opening)[-2:] if opening > 0 else []
        return [(named[0][0], named[-1][1]), first] if named else [first]
    while len(beside) > 1 and reading.text[slice(*beside[0])] in _not_objects():
        beside = beside[1:]
    return [(beside[0][0], first[1])]


@cache
def _ground_marks(language: str) -> re.Pattern[str]:
    return re.compile(read_lexicon("norms")["grounds"][language])


@cache
def _since_mark(language: str) -> re.Pattern[str]:
    return re.compile(read_lexicon("norms")["since"][language])
