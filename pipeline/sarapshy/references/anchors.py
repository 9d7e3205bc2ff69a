"""Mentions of acts: «Білім туралы» Заңы, «… министрінің 2012 жылғы 21 ақпандағы № 57 бұйрығы», «осы Қағидалар»,
«Трудовой кодекс», «приказ Министра … от 21 февраля 2012 года № 57», «көрсетілген бұйрық», a short name.

The noun of a kind of act is the anchor; what stands round it tells which act it is. Offsets are those of the folded text.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec

from sarapshy.acts.kinds import KnownAct


class Scope(StrEnum):
    """How a citation says in which act its target stands."""

    THIS = "this"  # «осы Қағидалардың», or the title or short name of this very act
    BARE = "bare"  # «12-тармақта»: no act is named
    NAMED = "named"  # requisites, a well-known name or a short name
    ANAPHORA = "anaphora"  # «көрсетілген бұйрық»
    UNNAMED = "unnamed"  # some act, and nothing tells which: «Заңның 5-бабы»


class Anchor(msgspec.Struct, frozen=True, gc=False):
    """``title`` is a span of folded text; ``known`` the well-known act it is. Each noun of a kind of act makes one or more: a
    struct is made and changed several times as fast as a dataclass."""

    start: int
    end: int
    noun: int  # where the noun of the kind begins
    kind: str
    scope: Scope
    number: tuple[int, int] | None = None
    date: date | None = None
    title: tuple[int, int] | None = None
    known: KnownAct | None = None

    @property
    def told(self) -> bool:
        return bool(self.number or self.date or self.title or self.known)
