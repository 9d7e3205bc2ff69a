"""What a sentence of a norm shows of itself, besides its words: who acts, how firmly, what is done, within what term.

«Комиссия құжаттарды қарайды» shows ``doer:commission``, ``force:indicative``, ``deed:examine`` and ``no:deadline``; the
same with «үш күн ішінде» shows ``deadline`` instead. The signs come from the lighter reading of ``procedure``, so the
classifier sees what the rules see, and need not learn from a thousand clauses which words are a commission.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from sarapshy.acts.model import ClauseKind
from sarapshy.acts.stretches import Reading, Stretch
from sarapshy.language.actors import find_mentions
from sarapshy.language.modality import find_modal_words
from sarapshy.language.time import find_terms
from sarapshy.procedure.norms import Norm, read_norms

NO_NORM = "no:norm"
SHORTEST = 15  # characters; less is a number, a heading or a blank
LONG = (60, 120, 200, 320, 500)  # characters that part short sentences from long ones


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a norm. ``start`` and ``end`` are folded offsets, ``signs`` are sorted and each stands once."""

    text: str
    language: str
    start: int
    end: int
    stretch: Stretch
    signs: tuple[str, ...]


def read_sentences(reading: Reading) -> list[Sentence]:
    """Every sentence of every norm of the act, in document order."""
    norms = sorted(read_norms(reading), key=lambda norm: norm.start)
    starts = [norm.start for norm in norms]
    found = []
    for stretch in filter(reading.is_norm, reading.stretches):
        for start, end in reading.sentences(stretch):
            if len(reading.text[start:end].strip()) < SHORTEST:
                continue
            first, last = reading.to_source(start, end)
            own = norms[bisect_left(starts, first) : bisect_left(starts, last)]
            found.append(_read_sentence(reading, stretch, start, end, own))
    return found


def _read_sentence(reading: Reading, stretch: Stretch, start: int, end: int, norms: list[Norm]) -> Sentence:
    text, language = reading.text[start:end], reading.clause(stretch).language
    signs = {
        *_signs_of_words(text, language),
        *(sign for norm in norms for sign in _signs_of_norm(norm)),
        *_signs_of_place(reading, stretch, start),
    }
    if not norms:
        signs.add(NO_NORM)
    return Sentence(text, language, start, end, stretch, tuple(sorted(signs)))


def _signs_of_norm(norm: Norm) -> Iterator[str]:
    doer = norm.doer.kind.value if norm.doer else "nobody"
    yield f"doer:{doer}"
    yield f"force:{norm.modality.value}"
    yield f"who:{doer}:{norm.modality.value}"
    for deed in norm.deeds:
        yield f"deed:{deed}"
        yield f"does:{doer}:{deed}"
        yield f"within:{deed}:{bool(norm.deadlines)}"
    for slot in ("deadlines", "grounds", "documents", "outcomes", "cites", "addressee", "object"):
        yield slot if getattr(norm, slot) else f"no:{slot}"
    if norm.negated:
        yield "negated"


def _signs_of_words(text: str, language: str) -> Iterator[str]:
    yield f"language:{language}"
    yield from (f"actor:{mention.actor.kind.value}:{mention.case}" for mention in find_mentions(text, language))
    yield from (f"modal:{modality.kind.value}" for modality in find_modal_words(text, language))
    yield "term" if find_terms(text, language) else "no:term"
    yield f"length:{sum(len(text) > each for each in LONG)}"
    yield "digits" if any(map(str.isdigit, text)) else "no:digits"
    if text.rstrip().endswith(":"):
        yield "opens-list"


def _signs_of_place(reading: Reading, stretch: Stretch, start: int) -> Iterator[str]:
    clause = reading.clause(stretch)
    if clause.kind in (ClauseKind.SUBPOINT, ClauseKind.INDENT, ClauseKind.ROW):
        yield f"kind:{clause.kind.value}"
    if start > stretch.start:
        yield "not-first"
