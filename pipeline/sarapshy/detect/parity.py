"""Where the Kazakh and the Russian text of one act say different things.

«Комиссия … беруге міндетті» stands beside «Комиссия вправе выдать …», «5 (бес) жұмыс күні» beside «10 (десяти) рабочих
дней». The texts are laid side by side point by point; a difference counts only where it is one word or one figure for
another, so that two ways of saying the same thing are left alone. The two texts may be one file or two.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from sarapshy.acts.stretches import Reading, Stretch
from sarapshy.detect.build import Evidence, relate
from sarapshy.detect.rules import Rule
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.modality import Modality, ModalityKind, find_modal_words
from sarapshy.language.pattern import compile_all
from sarapshy.language.time import find_terms
from sarapshy.references.alignment import Alignment, Unit, align, likeness_of, read_units
from sarapshy.references.figures import Figure, FigureKind, find_figures

CHECKS = tuple(
    f"parity_{what}" for what in ("modality", "number", "term", "one_term", "reference", "body", "list", "missing")
)
ONE_ACT = 0.6  # share of points with a partner: with less the texts are two acts
DIFFERENT_ACT = 0.3  # share of points that differ in a figure: with more the texts are two acts, or two editions
SEVERAL = 5  # differences that any pair of texts may have
WHOLE = 0.8  # share of points with a partner from which a point without one is missing
SHORTEST_ITEM = 12  # characters by which a list grows with a subpoint, at least
FEWEST_ITEMS = 3
ENDS = ";.,:"  # of a subpoint that another follows
SHORT_SENTENCE = 240  # characters of a sentence with one verb or two
SHORT = 60  # characters: a shorter point may be a heading or a line of a table
FREE_TO = frozenset((ModalityKind.RIGHT, ModalityKind.POWER))
BOUND_TO = frozenset((ModalityKind.DUTY, ModalityKind.PROHIBITION))
UNITS = {  # what a unit is, in units that stand for the same length whatever the month
    "hour": ("hour", 1),
    "day": ("hour", 24),
    "week": ("hour", 168),
    "month": ("month", 1),
    "quarter": ("month", 3),
    "half_year": ("month", 6),
    "year": ("month", 12),
}
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Divergence:
    """``own`` and ``other`` are folded places of the two readings; an empty one names only the clause it begins."""

    check: str
    reading: Reading
    own: Place
    other_reading: Reading
    other: Place
    languages: tuple[str, str]
    values: dict[str, str] = field(default_factory=dict)

    def turn(self) -> Divergence:
        """The same from the other text."""
        languages = self.languages[1], self.languages[0]
        return replace(
            self,
            reading=self.other_reading,
            own=self.other,
            other_reading=self.reading,
            other=self.own,
            languages=languages,
        )


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a point that answer each other: a subpoint, or what stands round the subpoints."""

    own: Unit
    other: Unit
    stretches: tuple[Stretch, ...]
    others: tuple[Stretch, ...]


def find_divergences(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """Those of the rule's check, at the words of this text, with the other text's words beside them."""
    for found in _read_divergences(reading):
        if found.check == rule.check:
            if found.own[0] == found.own[1] and found.other_reading is reading:
                found = found.turn()
            values = {**_name_texts(found), "other": _quote(found.other_reading, found.other), **found.values}
            yield Evidence(*found.own, values, across=(relate(found.other_reading, *found.other),))


def _name_texts(found: Divergence) -> dict[str, str]:
    """``own_kk``, ``other_ru`` and so on: what a message calls each text; ``has`` is the one with words to quote."""
    lacks_own = found.own[0] == found.own[1]
    roles = {"own": found.languages[0], "other": found.languages[1]}
    roles |= {"has": roles["other" if lacks_own else "own"], "lacks": roles["own" if lacks_own else "other"]}
    tongues = read_lexicon("parity")["tongues"]
    return {f"{role}_{language}": name for role, tongue in roles.items() for language, name in tongues[tongue].items()}


def _quote(reading: Reading, place: Place) -> str:
    return reading.act.text[slice(*reading.to_source(*place))]


@lru_cache(maxsize=2)  # several rules ask of one act in turn
def _read_divergences(reading: Reading) -> tuple[Divergence, ...]:
    alignment = _align_texts(reading)
    if alignment is None or alignment.share < ONE_ACT:
        return ()
    pieces = [piece for pair in alignment.pairs for piece in cut_pieces(*pair)]
    found = [divergence for piece in pieces for divergence in compare(piece)]
    apart = {found_one.own for found_one in found if found_one.check not in ("parity_modality", "parity_body")}
    if len(apart) > max(SEVERAL, DIFFERENT_ACT * len(alignment.pairs)):
        return ()
    found += [divergence for pair in alignment.pairs for divergence in compare_lists(*pair)]
    return (*found, *find_missing(alignment, reading))


def _align_texts(reading: Reading) -> Alignment | None:
    """The text with its partner's; of a file in two languages the Kazakh text with the Russian."""
    if reading.partner is not None:
        own, other = reading.act, reading.partner.act
        if own.language == other.language or _are_apart(reading, reading.partner):
            return None
        return align(read_units(reading, own.language), read_units(reading.partner, other.language))
    if len(reading.languages) < 2:
        return None
    return align(read_units(reading, "kk"), read_units(reading, "ru"))


def _are_apart(first: Reading, second: Reading) -> bool:
    """Whether both tell their number and date, and those are of two acts."""
    one, other = first.act.identity, second.act.identity
    dated = one.date is not None and other.date is not None and one.date != other.date
    return dated and bool(one.number and other.number and one.number != other.number)


def cut_pieces(own: Unit, other: Unit) -> list[Piece]:
    """By subpoint where both points have the same, else the points whole."""
    if not own.items or own.items.keys() != other.items.keys():
        return [Piece(own, other, own.stretches, other.stretches)]
    parts, others = _group_by_item(own), _group_by_item(other)
    return [Piece(own, other, tuple(parts[n]), tuple(others[n])) for n in parts if others.get(n)]


def _group_by_item(unit: Unit) -> dict[str, list[Stretch]]:
    numbers = {position: number for number, position in unit.items.items()}
    groups: dict[str, list[Stretch]] = {}
    for stretch in unit.stretches:
        item = next((numbers[p] for p in unit.reading.outline.above(stretch.clause) if p in numbers), "")
        groups.setdefault(item, []).append(stretch)
    return groups


def compare(piece: Piece) -> Iterator[Divergence]:
    yield from _compare_sentences(piece)
    yield from _compare_figures(piece)


def _diverge(own: Unit, other: Unit, check: str, place: Place, place_there: Place, **values: str) -> Divergence:
    languages = own.language, other.language
    return Divergence(check, own.reading, place, other.reading, place_there, languages, values)


def _compare_sentences(piece: Piece) -> Iterator[Divergence]:
    """One by one, where both texts have as many."""
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
        places = _shift(own[0], sentence[0]), _shift(other[0], sentence_there[0])
        yield _diverge(piece.own, piece.other, "parity_modality", *places)
    elif own and not other and _is_lone_right(piece.own, own, sentence, sentence_there):
        yield _diverge(piece.own, piece.other, "parity_modality", _shift(own[0], sentence[0]), sentence_there)
    elif other and not own and _is_lone_right(piece.other, other, sentence_there, sentence):
        yield _diverge(piece.own, piece.other, "parity_modality", sentence, _shift(other[0], sentence_there[0]))


def _is_lone_right(unit: Unit, found: Sequence[Modality], sentence: Place, other: Place) -> bool:
    """«вправе» where the other text, in a short sentence, tells plainly what is done."""
    patterns = compile_all(tuple(read_lexicon("parity")["rights"][unit.language]), unit.language)
    words = unit.reading.text[slice(*_shift(found[0], sentence[0]))]
    plain = any(next(pattern.find(words), None) for pattern in patterns)
    return len(found) == 1 and plain and max(sentence[1] - sentence[0], other[1] - other[0]) < SHORT_SENTENCE


def _compare_bodies(piece: Piece, sentence: Place, sentence_there: Place) -> Iterator[Divergence]:
    """One body in the place of one other; what one text names besides may go without saying in the other."""
    own = _bodies_in(piece.own, sentence)
    other = _bodies_in(piece.other, sentence_there)
    left, right = own.keys() - other.keys(), other.keys() - own.keys()
    if len(left) == len(right) == 1:
        yield _diverge(piece.own, piece.other, "parity_body", own[left.pop()], other[right.pop()])


def _bodies_in(unit: Unit, sentence: Place) -> dict[str, Place]:
    found = _find_bodies(unit.reading, unit.language)
    first, last = (bisect_left(found, (offset,)) for offset in sentence)
    return {name: (start, end) for start, end, name in found[first:last]}


@lru_cache(maxsize=4)
def _find_bodies(reading: Reading, language: str) -> tuple[tuple[int, int, str], ...]:
    """Where the text names each body, in order."""
    return tuple(
        sorted(
            (hit.start, hit.end, name)
            for name, words in read_lexicon("parity")["bodies"].items()
            for hit in reading.find(compile_all(tuple(words[language]), language))
        )
    )


def _sentences(unit: Unit, stretches: Iterable[Stretch]) -> list[Place]:
    return [sentence for stretch in stretches for sentence in unit.reading.sentences(stretch)]


def _clash(bound: Sequence[Modality], free: Sequence[Modality]) -> bool:
    return {m.kind for m in bound} <= BOUND_TO and {m.kind for m in free} <= FREE_TO


def _shift(found: Modality | Figure, by: int) -> Place:
    return found.start + by, found.end + by


def _compare_figures(piece: Piece) -> Iterator[Divergence]:
    own, other = _figures(piece.own, piece.stretches), _figures(piece.other, piece.others)
    left, right = _leave(own, other), _leave(other, own)
    if len(left) == len(right) == 1:
        yield from _tell_figures(piece, left[0], right[0])
    elif len(left) == 1 and not right and _is_lone_term(left[0], piece.own):
        if not _has_open_term(piece.other, piece.others):
            yield _tell_lone(piece, (left[0].start, left[0].end), _opening(piece.others))
    elif len(right) == 1 and not left and _is_lone_term(right[0], piece.other):
        if not _has_open_term(piece.own, piece.stretches):
            yield _tell_lone(piece, _opening(piece.stretches), (right[0].start, right[0].end))
    elif not left and not right:
        yield from _compare_units(piece, own, other)


def _figures(unit: Unit, stretches: Iterable[Stretch]) -> list[Figure]:
    found = []
    for stretch in stretches:
        clause = unit.reading.clause(stretch)
        begins = unit.reading.to_source(stretch.start, stretch.end)[0] == clause.start
        start = stretch.start + (len(clause.label) if begins and clause.number else 0)
        found += find_figures(unit.reading.text, min(start, stretch.end), stretch.end, unit.language)
    return found


def _leave(own: Sequence[Figure], other: Sequence[Figure]) -> list[Figure]:
    """The figures that find no equal on the other side."""
    spare = Counter(figure.value for figure in other)
    left = []
    for figure in sorted(own, key=lambda f: f.loose):
        if spare[figure.value]:
            spare[figure.value] -= 1
        elif not figure.loose:
            left.append(figure)
    return left


def _tell_figures(piece: Piece, own: Figure, other: Figure) -> Iterator[Divergence]:
    kinds = {own.kind, other.kind}
    if (_last(own) is not None and _last(own) == _last(other)) or _is_split(own, piece.others, piece.other):
        return
    if _is_split(other, piece.stretches, piece.own):
        return
    check = "parity_number"
    if kinds == {FigureKind.TERM} or kinds == {FigureKind.TERM, FigureKind.FREE}:
        check = "parity_term"
    elif FigureKind.REFERENCE in kinds:
        check = "parity_reference"
    elif kinds == {FigureKind.DATE, FigureKind.FREE} or FigureKind.TERM in kinds:
        return
    yield _diverge(piece.own, piece.other, check, (own.start, own.end), (other.start, other.end))


def _is_split(figure: Figure, stretches: Iterable[Stretch], unit: Unit) -> bool:
    """«1,2» is printed «1, 2» in the other text."""
    whole, _, part = figure.value.partition(".")
    expression = rf"(?<!\d){re.escape(whole)}\s*[.,]\s*{re.escape(part)}"
    return bool(part) and any(re.search(expression, unit.reading.text[s.start : s.end]) for s in stretches)


def _last(figure: Figure) -> tuple[str, float] | None:
    """How long a term lasts, in units that «12 ай» and «один год» share."""
    unit, times = UNITS.get(figure.unit, ("", 0))
    return (unit, times * float(figure.value)) if unit and figure.kind is FigureKind.TERM else None


def _tell_lone(piece: Piece, own: Place, other: Place) -> Divergence:
    term = _quote(piece.own.reading, own) or _quote(piece.other.reading, other)
    return _diverge(piece.own, piece.other, "parity_one_term", own, other, term=term)


def _is_lone_term(figure: Figure, unit: Unit) -> bool:
    """A term of two or more, no «бірнеше жүз жыл»."""
    if figure.kind is not FigureKind.TERM:
        return False
    before = unit.reading.text[max(0, figure.start - 20) : figure.end]
    patterns = compile_all(tuple(read_lexicon("parity")["open_numbers"][unit.language]), unit.language)
    return float(figure.value) > 1 and not any(next(pattern.find(before), None) for pattern in patterns)


def _has_open_term(unit: Unit, stretches: Iterable[Stretch]) -> bool:
    """Whether a term stands there without a number, or with one in a word that says 1: «в течение года»."""
    text = unit.reading.text
    terms = (t for s in stretches for t in find_terms(text[s.start : s.end], unit.language))
    return any(term.number is None or term.number <= 1 for term in terms)


def _opening(stretches: Sequence[Stretch]) -> Place:
    return stretches[0].start, stretches[0].start


def _compare_units(piece: Piece, own: Sequence[Figure], other: Sequence[Figure]) -> Iterator[Divergence]:
    """«5 жұмыс күні» beside «5 дней»: one number, once in each text, and another unit."""
    for figure in own:
        same = [f for f in own if f.value == figure.value]
        others = [f for f in other if f.value == figure.value]
        if len(same) != 1 or len(others) != 1 or figure.kind != FigureKind.TERM or others[0].kind != figure.kind:
            continue
        if figure.unit != others[0].unit:
            yield _diverge(
                piece.own, piece.other, "parity_term", (figure.start, figure.end), (others[0].start, others[0].end)
            )


def compare_lists(own: Unit, other: Unit) -> Iterator[Divergence]:
    """One subpoint more on a side: which it is, and how many each text has."""
    more, fewer = (own, other) if len(own.items) > len(other.items) else (other, own)
    numbers = [str(number + 1) for number in range(len(more.items))]
    if list(more.items) != numbers or list(fewer.items) != numbers[:-1] or len(numbers) < FEWEST_ITEMS:
        return  # a number is misprinted, and with it the count
    longer, shorter = ([len(item) for item in _list_items(unit)] for unit in (more, fewer))
    if sum(longer) - sum(shorter) < SHORTEST_ITEM or any(item[-1] not in ENDS for item in _list_items(more)[:-1]):
        return  # the words are there, without a number of their own; or a number broke a line of a subpoint
    extra = _find_extra(more, longer, shorter) or more.reading.sentence(more.start)
    places = (extra, _opening(fewer.stretches)) if more is own else (_opening(fewer.stretches), extra)
    yield _diverge(own, other, "parity_list", *places, more=str(len(more.items)), fewer=str(len(fewer.items)))


def _list_items(unit: Unit) -> list[str]:
    """The first line of each subpoint: a table may follow the last."""
    spans = [unit.reading.span_of(position) for position in unit.items.values()]
    return [unit.reading.text[start:end].partition("\n")[0].rstrip() for start, end in spans]


def _find_extra(more: Unit, longer: list[int], shorter: list[int]) -> Place | None:
    """The subpoint without which the two lists are clearly most alike in length, item by item."""
    misfits = [
        sum(abs(a - b) for a, b in zip(longer[:k] + longer[k + 1 :], shorter, strict=True)) for k in range(len(longer))
    ]
    best, second = sorted(misfits)[:2]
    if best > second / 3:
        return None
    start, end = more.reading.span_of(list(more.items.values())[misfits.index(best)])
    return start, _trim(more.reading, start, end)


def _trim(reading: Reading, start: int, end: int) -> int:
    return start + len(reading.text[start:end].rstrip(" \n;,."))


def find_missing(alignment: Alignment, reading: Reading) -> Iterator[Divergence]:
    """Points that one text has and the other has not, in this text's order."""
    for side in (0, 1):
        sides = _Sides(alignment, side)
        for unit, before, after in alignment.alone(side):
            if sides.lack(unit, before, after):
                other = before[1 - side]
                here, there = (unit.start, _trim(unit.reading, unit.start, unit.end)), (other.start, other.start)
                if unit.reading is reading:
                    yield _diverge(unit, other, "parity_missing", here, there, number=unit.key[-1])
                else:
                    yield _diverge(other, unit, "parity_missing", there, here, number=unit.key[-1])


class _Sides:
    """A side of an alignment, 0 or 1, and what the other has in the place of its points without a partner."""

    def __init__(self, alignment: Alignment, side: int) -> None:
        self.side = side
        self.alone_there = [unit for unit, _, _ in alignment.alone(1 - side)]
        partners = {pair[side].position for pair in alignment.pairs}
        units = (alignment.first, alignment.second)[side]
        self.inside = Counter(unit.key[:-1] for unit in units)  # points of each annex
        self.paired = Counter(unit.key[:-1] for unit in units if unit.position in partners)

    def lack(self, unit: Unit, before: tuple[Unit, Unit], after: tuple[Unit, Unit] | None) -> bool:
        """Whether the other text lacks the point; not so where the neighbour holds its words, another such point may be
        its partner, or its annex has no partners."""
        annex = unit.key[:-1]
        if len(unit.text) < SHORT or before[self.side].key[:-1] != annex or after is None:
            return False
        if self.paired[annex] < WHOLE * (self.inside[annex] - 1):
            return False
        if len(before[1 - self.side].text) - len(before[self.side].text) > len(unit.text) / 2:
            return False
        return not any(u.key == unit.key or likeness_of(u, unit) > WHOLE / 4 for u in self.alone_there)
