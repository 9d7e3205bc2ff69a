"""What a sentence of a norm shows of itself, besides its words: who acts, how firmly, what is done, within what term.

«Комиссия құжаттарды қарайды» shows ``doer:commission``, ``force:indicative``, ``deed:examine`` and ``no:deadlines``; the
same with «үш күн ішінде» shows ``deadlines`` instead. These signs come from the lighter reading of ``procedure``, so the
classifier sees what the rules see, and need not learn from a thousand clauses which words are a commission. Of its words it
shows those that stand side by side («комис құжат»), and of its place the titles above it: the same words say another thing
under «Грант тағайындау» and under «Терминдер».
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from sarapshy.acts.model import Clause, ClauseKind
from sarapshy.acts.stretches import Reading, Stretch
from sarapshy.language.letters import fold
from sarapshy.procedure.norms import Norm, read_norms

NO_NORM = "no:norm"
SHORTEST = 15  # characters; less is a number, a heading or a blank
IN_ACT = "in:"  # what a sign of the place within an act begins with: a clause by itself has none
STEM = 5  # letters by which words are told apart where two of them, or a title's, count
PARTS = 5  # of an act, from the first sentence to the last
TITLED = (
    ClauseKind.APPROVED,
    ClauseKind.ANNEX,
    ClauseKind.SECTION,
    ClauseKind.CHAPTER,
    ClauseKind.PARAGRAPH,
    ClauseKind.ARTICLE,
)
_WORD = re.compile(r"\w\w\w+")
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
    return [read_sentence(reading, at) for at in range(len(list_places(reading)))]


def read_sentence(reading: Reading, at: int) -> Sentence:
    """The one at that place of ``list_places``."""
    places = list_places(reading)
    stretch, start, end = places[at]
    signs = {*_signs_of_norms(_list_norms(reading, start, end))}
    signs.update(_signs_of_place(reading, stretch, start), _signs_of_act(at, len(places)))
    signs.update(_signs_of_words(reading.text[start:end], reading.clause(stretch).language))
    return _make(reading, stretch, start, end, signs)


@lru_cache(maxsize=2)  # asked of one act by sentences and by findings
def list_places(reading: Reading) -> tuple[tuple[Stretch, int, int], ...]:
    """The sentences of norms in document order: each with its stretch, where it starts and ends, in folded offsets."""
    return tuple(
        (stretch, start, end)
        for stretch in filter(reading.is_norm, reading.stretches)
        for start, end in reading.sentences(stretch)
        if len(reading.text[start:end].strip()) >= SHORTEST
    )


def tells_norm(reading: Reading, start: int, end: int) -> bool:
    """Whether a sentence, of folded offsets, says what somebody does; one that does not shows ``NO_NORM``."""
    return bool(_list_norms(reading, start, end))


def _list_norms(reading: Reading, start: int, end: int) -> list[Norm]:
    """Those that begin between two folded offsets."""
    norms, starts = _sort_norms(reading)
    first, last = reading.to_source(start, end)
    return norms[bisect_left(starts, first) : bisect_left(starts, last)]


@lru_cache(maxsize=2)
def _sort_norms(reading: Reading) -> tuple[list[Norm], list[int]]:
    norms = sorted(read_norms(reading), key=lambda norm: norm.start)
    return norms, [norm.start for norm in norms]


def _make(reading: Reading, stretch: Stretch, start: int, end: int, signs: set[str]) -> Sentence:
    language = reading.clause(stretch).language
    return Sentence(reading.text[start:end], language, start, end, stretch, tuple(sorted(signs)))


def _signs_of_norms(norms: list[Norm]) -> Iterator[str]:
    if not norms:
        yield NO_NORM
    for norm in norms:
        yield from _signs_of_norm(norm)


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
    yield f"length:{bisect_left(LONG, len(text))}"
    yield "digits" if any(map(str.isdigit, {*text})) else "no:digits"
    if text.rstrip().endswith(":"):
        yield "opens-list"
    yield from (f"{one} {other}" for one, other in pairwise(_cut_stems(text)))


def _signs_of_place(reading: Reading, stretch: Stretch, start: int) -> Iterator[str]:
    clause = reading.clause(stretch)
    if clause.kind in (ClauseKind.SUBPOINT, ClauseKind.INDENT, ClauseKind.ROW):
        yield f"kind:{clause.kind.value}"
    if start > stretch.start:
        yield "not-first"
    titled = next((at for at in reading.outline.above(stretch.clause) if _is_titled(reading.act.clauses[at])), None)
    signs = _keep_titles(reading)
    if titled not in signs:
        signs[titled] = frozenset(_signs_of_titles(reading, titled))
    yield from signs[titled]


@lru_cache(maxsize=2)
def _keep_titles(_: Reading) -> dict[int | None, frozenset[str]]:
    """What the titles show, by the position of the nearest: many sentences stand under one."""
    return {}


def _signs_of_titles(reading: Reading, titled: int | None) -> Iterator[str]:
    """The nearest title first."""
    above = (reading.act.clauses[at] for at in reading.outline.above(titled))
    for at, clause in enumerate(filter(_is_titled, above)):
        stems = _cut_stems(fold(clause.title or "").text)
        yield from (f"{IN_ACT}{'above' if at else 'title'}:{stem}" for stem in stems)


def _is_titled(clause: Clause) -> bool:
    return bool(clause.title) and clause.kind in TITLED


def _signs_of_act(at: int, count: int) -> Iterator[str]:
    """How far in the act the sentence stands, and how long the act is."""
    yield f"{IN_ACT}part:{at * PARTS // count}"
    yield f"{IN_ACT}sentences:{count.bit_length()}"


def _cut_stems(text: str) -> list[str]:
    return [word[:STEM] for word in _WORD.findall(text)]
