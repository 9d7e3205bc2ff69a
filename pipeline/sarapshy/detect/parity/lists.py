"""What one text has and the other has not: a subpoint more in a list, a point without a partner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sarapshy.acts.stretches import Reading
from sarapshy.detect.parity.divergence import Divergence, Place, diverge, opening
from sarapshy.references.alignment import Alignment, Unit, likeness_of

WHOLE = 0.8  # share of points with a partner from which a point without one is missing
SHORTEST_ITEM = 12  # characters by which a list grows with a subpoint, at least
FEWEST_ITEMS = 3
ENDS = ";.,:"  # of a subpoint that another follows
SHORT = 60  # characters: a shorter point may be a heading or a line of a table


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
    places = (extra, opening(fewer.stretches)) if more is own else (opening(fewer.stretches), extra)
    yield diverge(own, other, "parity_list", *places, more=str(len(more.items)), fewer=str(len(fewer.items)))


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
                    yield diverge(unit, other, "parity_missing", here, there, number=unit.key[-1])
                else:
                    yield diverge(other, unit, "parity_missing", there, here, number=unit.key[-1])


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
