"""Who must, may or must not, in the two texts: «міндетті» beside «вправе», «әкімдік» beside «министерство».

Sentences are compared one by one, where both pieces have as many.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from sarapshy.acts.stretches import Reading, Stretch
from sarapshy.detect.parity.divergence import Divergence, Piece, Place, diverge, shift
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.modality import Modality, ModalityKind, find_modal_words
from sarapshy.language.pattern import compile_all, holds_any
from sarapshy.references.alignment import Unit

SHORT_SENTENCE = 240  # characters of a sentence with one verb or two
FREE_TO = frozenset((ModalityKind.RIGHT, ModalityKind.POWER))
BOUND_TO = frozenset((ModalityKind.DUTY, ModalityKind.PROHIBITION))


def compare_sentences(piece: Piece) -> Iterator[Divergence]:
    """Modality and bodies, sentence by sentence."""
    sentences, others = _sentences(piece.own, piece.stretches), _sentences(piece.other, piece.others)
    if len(sentences) == len(others):
        for own, other in zip(sentences, others, strict=True):
            yield from _compare_modality(piece, own, other)
            yield from _compare_bodies(piece, own, other)


def _compare_modality(piece: Piece, sentence: Place, sentence_there: Place) -> Iterator[Divergence]:
    """One text is bound and the other is free."""
    own = find_modal_words(piece.own.reading.text[slice(*sentence)], piece.own.language)
    other = find_modal_words(piece.other.reading.text[slice(*sentence_there)], piece.other.language)
    if own and other and (_clash(own, other) or _clash(other, own)):
        places = shift(own[0], sentence[0]), shift(other[0], sentence_there[0])
        yield diverge(piece.own, piece.other, "parity_modality", *places)
    elif own and not other and _is_lone_right(piece.own, own, sentence, sentence_there):
        yield diverge(piece.own, piece.other, "parity_modality", shift(own[0], sentence[0]), sentence_there)
    elif other and not own and _is_lone_right(piece.other, other, sentence_there, sentence):
        yield diverge(piece.own, piece.other, "parity_modality", sentence, shift(other[0], sentence_there[0]))


def _is_lone_right(unit: Unit, found: Sequence[Modality], sentence: Place, other: Place) -> bool:
    """«вправе» where the other text, in a short sentence, tells plainly what is done."""
    patterns = compile_all(tuple(read_lexicon("parity")["rights"][unit.language]), unit.language)
    words = unit.reading.text[slice(*shift(found[0], sentence[0]))]
    plain = holds_any(patterns, words)
    return len(found) == 1 and plain and max(sentence[1] - sentence[0], other[1] - other[0]) < SHORT_SENTENCE


def _compare_bodies(piece: Piece, sentence: Place, sentence_there: Place) -> Iterator[Divergence]:
    """One body in the place of one other; what one text names besides may go without saying in the other."""
    own = _bodies_in(piece.own, sentence)
    other = _bodies_in(piece.other, sentence_there)
    left, right = own.keys() - other.keys(), other.keys() - own.keys()
    if len(left) == len(right) == 1:
        yield diverge(piece.own, piece.other, "parity_body", own[left.pop()], other[right.pop()])


def _bodies_in(unit: Unit, sentence: Place) -> dict[str, Place]:
    found = _find_bodies(unit.reading, unit.language)
    first, last = (bisect_left(found, (offset,)) for offset in sentence)
    return {name: (start, end) for start, end, name in found[first:last]}


@lru_cache(maxsize=4)
def _find_bodies(reading: Reading, language: str) -> tuple[tuple[int, int, str], ...]:
    """Where the text names each body, in order; in «сот-сараптама», an expertise, no court is named."""
    return tuple(
        sorted(
            (hit.start, hit.end, name)
            for name, words in read_lexicon("parity")["bodies"].items()
            for hit in reading.find(compile_all(tuple(words[language]), language))
            if not reading.text.startswith("-", hit.end)
        )
    )


def _sentences(unit: Unit, stretches: Iterable[Stretch]) -> list[Place]:
    return [sentence for stretch in stretches for sentence in unit.reading.sentences(stretch)]


def _clash(bound: Sequence[Modality], free: Sequence[Modality]) -> bool:
    return {m.kind for m in bound} <= BOUND_TO and {m.kind for m in free} <= FREE_TO
