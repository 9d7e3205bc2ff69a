"""What a norm does: binds («тиіс»), entitles («құқылы»), leaves free («мүмкін»), forbids («тыйым салынады»).

A norm without a modal word binds too: «Комиссия құжаттарды үш күнде қарайды» says what the commission does, that is,
has to do; it is INDICATIVE, and «бекітілсін» in an order is a DUTY. Words stand in ``rules/lexicons/modality.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.pattern import Pattern, compile_pattern


class ModalityKind(StrEnum):
    PROHIBITION = "prohibition"
    DUTY = "duty"
    RIGHT = "right"
    POWER = "power"
    INDICATIVE = "indicative"


@dataclass(frozen=True, slots=True)
class Modality:
    """``negated`` only of an indicative: «қабылданбайды», «не рассматривается»."""

    kind: ModalityKind
    start: int
    end: int
    negated: bool = False


def find_modalities(sentence_folded: str, language: str) -> list[Modality]:
    """In the order they stand; of those that share words the longer."""
    modal = find_modal_words(sentence_folded, language)
    return sorted([*modal, *_drop_overlaps(_find_plain(sentence_folded, language), modal)], key=lambda m: m.start)


def find_modal_words(sentence_folded: str, language: str) -> list[Modality]:
    """Those that a modal word tells, and no plain verb: «тиіс», «вправе»."""
    modal = [m for m in _find_modal(sentence_folded, language) if _closes_clause(sentence_folded, m, language)]
    return sorted(_drop_overlaps(sorted(modal, key=lambda m: m.start - m.end), []), key=lambda m: m.start)


def _drop_overlaps(found: Iterable[Modality], before: Iterable[Modality]) -> list[Modality]:
    """Those that share no words with one already kept."""
    kept = list(before)
    dropped = len(kept)
    for one in found:
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    return kept[dropped:]


def _find_modal(text: str, language: str) -> Iterator[Modality]:
    for kind, pattern in _patterns(language):
        for start, end in pattern.find(text):
            yield Modality(kind, start, end)


def _closes_clause(text: str, modality: Modality, language: str) -> bool:
    """«міндетті зейнетақы», «қажет болған жағдайда» say nothing of who must what."""
    words = text[modality.start : modality.end].split()
    if language == "kk" and words[-1] in read_lexicon("modality")["can"]["kk"]:
        return _is_converb(words[0])
    if language != "kk" or text[modality.start : modality.end] not in read_lexicon("modality")["at_end"]:
        return True
    return _ends_clause(text, modality.end)


def _is_converb(word: str) -> bool:
    lexicon = read_lexicon("modality")
    return word in lexicon["converb"]["kk"] or not word.endswith(tuple(lexicon["no_converb"]["kk"]))


def _ends_clause(text: str, end: int) -> bool:
    rest = text[end:].lstrip()
    following = re.match(r"\w+", rest)
    return following is None or following.group() in read_lexicon("modality")["clause_goes_on"]


def _find_plain(text: str, language: str) -> Iterator[Modality]:
    lexicon = read_lexicon("modality")
    for match in _compile_plain(language).finditer(text):
        word = match.group()
        if word in lexicon["copula"][language] or not _is_verb(text, match, language):
            continue
        order = word.endswith(tuple(lexicon["endings"]["order"][language])) if language == "kk" else False
        kind = ModalityKind.DUTY if order else ModalityKind.INDICATIVE
        yield Modality(kind, *match.span(), negated=_is_negated(text, match, language))


def _is_verb(text: str, match: re.Match[str], language: str) -> bool:
    word = match.group()
    if language == "ru":
        from sarapshy.language.russian import part_of_speech

        return part_of_speech(word) == "VERB"
    if word.endswith(tuple(read_lexicon("modality")["endings"]["order"]["kk"])):
        # «бекітілсін», unlike «комиссиясын»: the possessive accusative has a vowel before it.
        return word[-4] not in "аәеиоөуұүыіэюя" and _ends_clause(text, match.end())
    return True


def _is_negated(text: str, match: re.Match[str], language: str) -> bool:
    negation = tuple(read_lexicon("modality")["negation"][language])
    if language == "kk":
        return match.group().endswith(negation)
    before = re.search(r"(\w+)\s+\Z", text[: match.start()])
    return before is not None and before.group(1) in negation


@cache
def _compile_plain(language: str) -> re.Pattern[str]:
    endings = read_lexicon("modality")["endings"]
    tails = "|".join([*endings["indicative"][language], *endings["order"][language]])
    return re.compile(rf"(?<![\w-])\w{{2,}}(?:{tails})(?!\w)")


@cache
def _patterns(language: str) -> tuple[tuple[ModalityKind, Pattern], ...]:
    lexicon = read_lexicon("modality")[language]
    return tuple((kind, compile_pattern(source, language)) for kind in ModalityKind for source in lexicon.get(kind, ()))
