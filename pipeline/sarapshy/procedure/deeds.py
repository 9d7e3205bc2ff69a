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
from functools import cache

from sarapshy.acts.stretches import Hit, Reading, Stretch
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.modality import ModalityKind
from sarapshy.language.pattern import Pattern, compile_pattern

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


def find_deeds(reading: Reading) -> list[Deed]:
    """Every deed of every norm in document order; of those that share words the longest."""
    found: list[Deed] = []
    norms: dict[int, bool] = {}
    for language in reading.act.languages:
        modals = _find_modals(reading, language)
        for kind, plain, loose in _patterns(language):
            for hit in _norm_hits(reading, plain, language, norms):
                if deed := _weigh_plain(reading, kind, hit, modals, language):
                    found.append(deed)
            for hit in _norm_hits(reading, loose, language, norms):
                if modal := _modal_of(reading, hit, modals, language):
                    start, end = min(hit.start, modal.start), max(hit.end, modal.end)
                    inside = start >= hit.stretch.start and end <= hit.stretch.end
                    place = (start, end) if inside and language == "kk" else (hit.start, hit.end)
                    found.append(Deed(kind, *place, hit.stretch, modal.kind))
    return _keep_longest(found)


def _norm_hits(reading: Reading, pattern: Pattern, language: str, norms: dict[int, bool]) -> Iterator[Hit]:
    """``norms`` keeps which stretches are norms: every pattern asks again."""
    for hit in reading.find((pattern,)):
        start = hit.stretch.start
        if start not in norms:
            norms[start] = reading.is_norm(hit.stretch)
        if norms[start] and reading.clause(hit.stretch).language == language:
            yield hit


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
    lead = lead_of(reading, hit.stretch)
    above = list(_between(modals, lead.start, lead.end)) if lead else []
    return above[-1] if above else None


def lead_of(reading: Reading, stretch: Stretch) -> Stretch | None:
    """The line above the list that the stretch is an item of: «Комиссия:»."""
    parent = reading.act.clauses[stretch.clause].parent
    if parent is None:
        return None
    above = reading.stretch_at(reading.to_folded(reading.act.clauses[parent].start))
    if above is None or above.clause != parent:
        return None
    ends = tuple(read_lexicon("norms")["lead_ends"])
    return above if reading.text[above.start : above.end].rstrip().endswith(ends) else None


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


@cache
def _patterns(language: str) -> tuple[tuple[str, Pattern, Pattern], ...]:
    """(kind, the verb by itself, its form that needs a modal word)."""
    deeds = read_lexicon("norms")["deeds"]
    spell = _spell_kazakh if language == "kk" else _spell_russian
    return tuple(
        (kind, compile_pattern(plain, language), compile_pattern(loose, language))
        for kind, entry in deeds.items()
        for verb in entry[language]
        for plain, loose in (spell(verb),)
    )


def _spell_kazakh(verb: str) -> tuple[str, str]:
    if "+" in verb:
        return verb, verb
    plain = f"({verb}+present|{verb}+order|{verb}+verbal жүзеге асыр+present|{verb}+converb (алады|алмайды))"
    return plain, f"{verb}+verbal"


def _spell_russian(entry: str) -> tuple[str, str]:
    """«рассматрива|рассмотреть|рассмотрен»; a pattern as it stands is its own loose form, which never needs one."""
    if " " in entry or "|" not in entry or entry.startswith("("):
        return entry, entry
    stem, *others = entry.split("|")
    forms = [*others[:1], f"{stem}ть", f"{stem}ить"]
    forms += [f"{form}ся" for form in forms]
    forms += [f"{participle}{ending}" for participle in others[1:] for ending in ("", "а", "о", "ы")]
    return f"{stem}+third", f"({'|'.join(forms)})"
