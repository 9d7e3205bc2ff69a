"""The act in the other language, to be read beside its page: «18. Комиссия …» with its «18. Комиссия …» in Russian.

Points are aligned as for the comparison of the two texts; a finding in a subpoint leads to the point that holds it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from sarapshy.acts.model import Act
from sarapshy.acts.outline import Outline
from sarapshy.acts.stretches import Reading
from sarapshy.references.alignment import align, read_units
from sarapshy.report.marked_text import MarkedText

PREFIX = "o"  # of the other text's anchors
ONE_ACT = 0.3  # of the shorter text's points must have a partner: else these are two acts


@dataclass(frozen=True, slots=True)
class Twin:
    """``anchors`` lead from the position of a point of the act to where its partner begins in ``html``."""

    language: str
    html: Markup
    anchors: Mapping[int, str]

    def anchor_of(self, outline: Outline, position: int | None) -> str | None:
        return next((self.anchors[above] for above in outline.above(position) if above in self.anchors), None)


def lay_beside(act: Act, partner: Act | None) -> Twin | None:
    """None where there is no partner, or it is of the same language or another act."""
    if partner is None or partner.language == act.language:
        return None
    own, other = (read_units(Reading(each), each.language) for each in (act, partner))
    alignment = align(own, other)
    if alignment.share < ONE_ACT:
        return None
    text = MarkedText(partner, (), {}, PREFIX)
    places = text.anchors()
    pairs = {one.position: places[two.position] for one, two in alignment.pairs if two.position in places}
    return Twin(partner.language, text.html(), pairs)
