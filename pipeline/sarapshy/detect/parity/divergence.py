"""A difference between the two texts of an act, and the pieces of them that are held side by side.

Subpoint 2) of point 5 answers to subpoint 2) of point 5; where the two points have not the same subpoints, they are compared
whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sarapshy.acts.stretches import Reading, Stretch
from sarapshy.language.modality import Modality
from sarapshy.references.alignment import Unit
from sarapshy.references.figures import Figure

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


def diverge(own: Unit, other: Unit, check: str, place: Place, place_there: Place, **values: str) -> Divergence:
    """One that the check names, at the folded places of the two units' readings."""
    languages = own.language, other.language
    return Divergence(check, own.reading, place, other.reading, place_there, languages, values)


def opening(stretches: Sequence[Stretch]) -> Place:
    """The empty place at which they begin."""
    return stretches[0].start, stretches[0].start


def shift(found: Modality | Figure, by: int) -> Place:
    """Where it stands in a text of which it was found ``by`` letters after the beginning."""
    return found.start + by, found.end + by
