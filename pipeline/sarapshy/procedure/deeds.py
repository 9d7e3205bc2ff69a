"""Which words of an act say that something is done, and how firmly: «қарайды», «қарауға тиіс», «вправе отказать».

A Kazakh stem is a deed as a finite verb («қаралады»), as a verbal noun before a modal word («қарауға құқылы») and as a
converb before алады («тағайындай алады»). A Russian verb is one in the third person, or as an infinitive or a short
participle after a modal word («должно быть рассмотрено»). Under «Комиссия құқылы:» the items of the list borrow the
modal word of the line above them. The verbs stand in ``rules/lexicons/norms.yaml``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from sarapshy.acts.stretches import Hit, Reading, Stretch
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.modality import ModalityKind
from sarapshy.language.pattern import Pattern, compile_pattern
from sarapshy.language.words import Matcher, read_matcher
from sarapshy.procedure.steps import measures

BEFORE = 110  # characters from a Russian modal word to its infinitive
OPENING = 45  # and from the beginning of a list item to the infinitive that it opens with


@dataclass(frozen=True, slots=True)
class Deed:
    """``start`` and ``end`` cover the verb with its modal word, in folded offsets."""

    kind: str
    start: int
    end: int
    stretch: Stretch
    modality: ModalityKind
    negated: bool = False


@dataclass(frozen=True, slots=True)
class _Modal:
    start: int
    end: int
    kind: ModalityKind


@dataclass(frozen=True, slots=True)
class _Verb:
    """«шешім қабылда»: the words before, the forms that stand by themselves, those that a modal word must hold."""

    kind: str
    before: tuple[str, ...]
    plain: tuple[Matcher, ...]
    loose: tuple[Matcher, ...]
    able: tuple[Matcher, ...] = ()  # the converb before алады


def find_deeds(reading: Reading) -> list[Deed]:
    """Every deed of every norm in document order; of those that share words the longest."""
    found: list[Deed] = []
    for language in reading.languages if reading.has_norms else ():
        modals = _find_modals(reading, language)
        for kind, hit, loose in _find_verbs(reading, language):
            if reading.clause(hit.stretch).language != language or not reading.is_norm(hit.stretch):
                continue
            if measures(reading, hit):
                continue
            read = _weigh_loose if loose else _weigh_plain
            if deed := read(reading, kind, hit, modals, language):
                found.append(deed)
    return _keep_longest(found)


def _find_verbs(reading: Reading, language: str) -> Iterator[tuple[str, Hit, bool]]:
    """(kind, place, whether a modal word must hold it)."""
    texts = reading.words.texts
    formed = {word: forms for word in reading.words.vocabulary if (forms := _forms_of(word, language))}
    for at in sorted(at for word in formed for at in reading.words.vocabulary[word]):
        for verb, form in formed[texts[at]]:
            first = at - len(verb.before)
            if first < 0 or tuple(texts[first:at]) != verb.before:
                continue
            last, loose = at, form == "loose"
            if form == "able":
                if at + 1 >= len(texts) or texts[at + 1] not in _able():
                    continue
                last = at + 1
            elif loose and texts[at + 1 : at + 2] == ["жүзеге"] and texts[at + 2 : at + 3]:
                last, loose = at + 2, False  # «тіркеуді жүзеге асырады»
            start, end = reading.words.starts[first], reading.words.ends[last]
            stretch = reading.stretch_at(start)
            if stretch is not None and end <= stretch.end:
                yield verb.kind, Hit(start, end, stretch), loose
    yield from ((kind, hit, False) for kind, hit in reading.find_kinds(_raw_patterns(language)))


def _weigh_loose(reading: Reading, kind: str, hit: Hit, modals: list[_Modal], language: str) -> Deed | None:
    modal = _modal_of(reading, hit, modals, language)
    if modal is None:
        return None
    beside = language == "kk" and hit.stretch.start <= modal.start and modal.end <= hit.stretch.end
    end = max(hit.end, modal.end) if beside else hit.end
    return Deed(kind, hit.start, end, hit.stretch, modal.kind)


def _keep_longest(found: list[Deed]) -> list[Deed]:
    kept: list[Deed] = []
    for deed in sorted(found, key=lambda d: (d.start, d.start - d.end)):
        if kept and deed.start < kept[-1].end:
            if deed.end - deed.start > kept[-1].end - kept[-1].start:
                kept[-1] = deed
            continue
        kept.append(deed)
    return kept


def _weigh_plain(reading: Reading, kind: str, hit: Hit, modals: list[_Modal], language: str) -> Deed | None:
    words = reading.text[hit.start : hit.end]
    lexicon = read_lexicon("modality")
    modal = next(
        (m for m in _between(modals, hit.start - 12, hit.end + 2) if m.start < hit.end and hit.start < m.end), None
    )
    if modal:  # «жол берілмейді» is a modal word and no deed of giving
        return None if modal.start < hit.start else Deed(kind, hit.start, hit.end, hit.stretch, modal.kind)
    if language == "kk":
        last = words.split()[-1]
        order = last.endswith(tuple(lexicon["endings"]["order"]["kk"]))
        negated = last.endswith(tuple(lexicon["negation"]["kk"]))
    else:
        order = False
        negated = reading.text[max(hit.stretch.start, hit.start - 3) : hit.start].strip() in lexicon["negation"]["ru"]
    modality = ModalityKind.DUTY if order else ModalityKind.INDICATIVE
    start = hit.start - 3 if negated and language == "ru" else hit.start
    return Deed(kind, start, hit.end, hit.stretch, modality, negated)


def _modal_of(reading: Reading, hit: Hit, modals: list[_Modal], language: str) -> _Modal | None:
    """The modal word that a verbal noun or infinitive hangs on: beside it, or in the line above its list."""
    if language == "kk":
        beside = next(iter(_between(modals, hit.end, hit.end + 2)), None)
        if beside:
            goes_on = reading.text.startswith(tuple(read_lexicon("norms")["no_modal_before"]), beside.end)
            return None if goes_on else beside
        if reading.text[hit.end : hit.stretch.end].strip(" ;,.\n"):  # the item of a list ends with its verb
            return None
    else:
        left = reading.sentence(hit.start)[0]
        near = list(_between(modals, max(left, hit.start - BEFORE), hit.start))
        if near:
            return near[-1]
        if hit.start - left > OPENING:
            return None
    lead = reading.lead_of(hit.stretch)
    above = list(_between(modals, lead.start, lead.end)) if lead else []
    return above[-1] if above else None


def _between(modals: list[_Modal], start: int, end: int) -> Iterator[_Modal]:
    for modal in modals[bisect_left(modals, start, key=lambda m: m.start) :]:
        if modal.start >= end:
            return
        yield modal


def _find_modals(reading: Reading, language: str) -> list[_Modal]:
    """In the order they stand; of those that share words the longer."""
    found = [
        _Modal(hit.start, hit.end, kind)
        for kind, pattern in _modal_patterns(language)
        for hit in reading.find((pattern,))
    ]
    kept: list[_Modal] = []
    for modal in sorted(found, key=lambda m: (m.start, -m.end)):
        if kept and modal.start < kept[-1].end:
            if modal.end > kept[-1].end:
                kept[-1] = modal
            continue
        kept.append(modal)
    return kept


@cache
def _modal_patterns(language: str) -> tuple[tuple[ModalityKind, Pattern], ...]:
    lexicon = read_lexicon("modality")[language]
    return tuple((kind, compile_pattern(source, language)) for kind in ModalityKind for source in lexicon.get(kind, ()))


@lru_cache(maxsize=100_000)  # a corpus has the same words over and over
def _forms_of(word: str, language: str) -> tuple[tuple[_Verb, str], ...]:
    """The verbs that a word is a form of, each with the form: plain, loose, able."""
    return tuple(
        (verb, form)
        for verb in _verbs(language).get(word[:2], ())
        for form in ("plain", "loose", "able")
        if any(matcher.fits(word) for matcher in getattr(verb, form))
    )


@cache
def _verbs(language: str) -> dict[str, list[_Verb]]:
    """By the first two letters of the word that bears the ending."""
    spell = _spell_kazakh if language == "kk" else _spell_russian
    index: dict[str, list[_Verb]] = {}
    for kind, entry in _entries(language):
        if not _is_raw(entry, language):
            verb = spell(kind, entry)
            for opening in {matcher.source[:2] for matcher in (*verb.plain, *verb.loose)}:
                index.setdefault(opening, []).append(verb)
    return index


@cache
def _raw_patterns(language: str) -> tuple[tuple[str, Pattern], ...]:
    return tuple(
        (kind, compile_pattern(entry, language)) for kind, entry in _entries(language) if _is_raw(entry, language)
    )


def _entries(language: str) -> Iterator[tuple[str, str]]:
    for kind, entry in read_lexicon("norms")["deeds"].items():
        yield from ((kind, verb) for verb in entry[language])


def _is_raw(entry: str, language: str) -> bool:
    """Whether the entry is a pattern as it stands, and no verb."""
    if language == "kk":
        return "+" in entry
    return " " in entry or "|" not in entry or entry.startswith("(")


def _spell_kazakh(kind: str, entry: str) -> _Verb:
    *before, stem = entry.split()
    plain = (read_matcher(f"{stem}+present"), read_matcher(f"{stem}+order"))
    return _Verb(kind, tuple(before), plain, (read_matcher(f"{stem}+verbal"),), (read_matcher(f"{stem}+converb"),))


def _spell_russian(kind: str, entry: str) -> _Verb:
    """«рассматрива|рассмотреть|рассмотрен»."""
    stem, *others = entry.split("|")
    forms = [*others[:1], f"{stem}ть", f"{stem}ить"]
    forms += [f"{form}ся" for form in forms]
    forms += [f"{participle}{ending}" for participle in others[1:] for ending in ("", "а", "о", "ы")]
    return _Verb(kind, (), (read_matcher(f"{stem}+third"),), tuple(read_matcher(form) for form in forms))


@cache
def _able() -> frozenset[str]:
    return frozenset(read_lexicon("modality")["can"]["kk"])
