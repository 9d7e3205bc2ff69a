"""The clause tree while it grows: what is open, how far numbering has come, and how it all becomes clauses.

Opening «2-тарау» closes every open clause of its rank or below (points, subpoints, chapter 1) and hangs under what remains
(the approved text). New wording quoted by an amending act grows under a barrier: nothing in it closes what is outside.
A parent ends where its last child does; an address («act_1__chp_2__pt_29__sp_3») is made of what stands above.
"""

from __future__ import annotations

import msgspec

from sarapshy.acts.headings import Rank
from sarapshy.acts.model import Clause, ClauseKind, ClauseRole
from sarapshy.language.identify import language_of

_TOLD = 60  # characters that tell a language; below that a clause has its parent's
_LOOK = 300
_KAZAKH = "әғқңөұүһіi"
_SURE = 0.07  # share of Kazakh letters beyond which there is no need to ask further
_SPEAKING = frozenset(ClauseKind) - {ClauseKind.ROW, ClauseKind.SUBPOINT, ClauseKind.INDENT, ClauseKind.PART}


class Node(msgspec.Struct, gc=False):
    """A clause that may still grow."""

    kind: ClauseKind
    number: str | None
    label: str
    start: int
    end: int
    parent: int | None
    role: ClauseRole = ClauseRole.NORM
    title: str | None = None
    amends: str | None = None
    language: str = ""
    id: str = ""


class Level(msgspec.Struct, gc=False):
    """An open clause. ``last``: the number reached, by kind, of what is numbered within it."""

    rank: int
    node: int | None
    last: dict[str, tuple[int, ...]] = {}  # a struct has its own


class Tree:
    def __init__(self, text: str) -> None:
        self.text = text
        self.nodes: list[Node] = []
        self.levels: list[Level] = [Level(Rank.ROOT, None)]
        self._barriers: list[int] = []

    def open(
        self,
        kind: ClauseKind,
        rank: int,
        start: int,
        end: int,
        number: str | None = None,
        label: str = "",
        role: ClauseRole = ClauseRole.NORM,
        title: str | None = None,
        amends: str | None = None,
    ) -> Node:
        self.close(rank)
        node = Node(kind, number, label, start, end, self.levels[-1].node, role, title, amends)
        self.nodes.append(node)
        self.levels.append(Level(rank, len(self.nodes) - 1))
        return node

    def close(self, rank: int) -> None:
        """Close what stands at the rank or below, never past a barrier."""
        while self.levels[-1].rank >= rank:
            self.levels.pop()

    def raise_barrier(self) -> None:
        self._barriers.append(len(self.levels))
        self.levels.append(Level(Rank.ROOT, self.levels[-1].node))

    def drop_barrier(self) -> None:
        del self.levels[self._barriers.pop() :]

    def scope(self, *ranks: int) -> Level:
        """The innermost open level of one of the ranks; the root or barrier where there is none."""
        root = Rank.ROOT
        for level in reversed(self.levels):
            if level.rank in ranks or level.rank == root:
                return level
        return self.levels[0]

    def innermost(self, below: int) -> Level:
        """The innermost open level that stands above the rank."""
        return next(level for level in reversed(self.levels) if level.rank < below)

    def finish(self) -> tuple[Clause, ...]:
        self._settle_ends()
        self._settle_roles()
        self._settle_languages()
        self._settle_ids()
        return tuple(
            Clause(
                node.id, node.kind, node.number, node.label, node.start, node.end, node.parent, node.language, node.role,
                node.title, node.amends,
            )
            for node in self.nodes
        )  # fmt: skip

    def _settle_ends(self) -> None:
        for node in reversed(self.nodes):
            if node.parent is not None:
                parent = self.nodes[node.parent]
                parent.end = max(parent.end, node.end)

    def _settle_roles(self) -> None:
        """An annex in which nothing is a norm is a form; what is beneath boilerplate is boilerplate."""
        norms: set[int] = set()
        parents: set[int] = set()
        norm, closing, annex = ClauseRole.NORM, ClauseRole.CLOSING, ClauseKind.ANNEX
        for position in range(len(self.nodes) - 1, -1, -1):
            node = self.nodes[position]
            if node.parent is None:
                continue
            if node.role is norm and (position not in parents or position in norms):
                norms.add(node.parent)
            parents.add(node.parent)
        for position, node in enumerate(self.nodes):
            if node.kind is annex and position in parents and position not in norms:
                node.role = ClauseRole.FORM
            if node.parent is not None and node.role is norm and self.nodes[node.parent].role is closing:
                node.role = closing

    def _settle_languages(self) -> None:
        main = language_of(self.text[:4000], default="kk") if self.nodes else "kk"
        for node in self.nodes:
            inherited = main if node.parent is None else self.nodes[node.parent].language
            told = node.end - node.start >= _TOLD and (node.parent is None or node.kind in _SPEAKING)
            node.language = self._tell_language(node, inherited) if told else inherited
            main = node.language if node.parent is None else main

    def _tell_language(self, node: Node, inherited: str) -> str:
        words = self.text[node.start : min(node.end, node.start + _LOOK)]
        share = sum(map(words.count, _KAZAKH)) / len(words)
        if share > _SURE:
            return "kk"
        return "ru" if share == 0 and inherited == "ru" else language_of(words, inherited)

    def _settle_ids(self) -> None:
        taken: dict[str, int] = {}
        running: dict[tuple[int | None, ClauseKind], int] = {}
        for node in self.nodes:
            number = node.number
            if number is None:
                running[node.parent, node.kind] = running.get((node.parent, node.kind), 0) + 1
                number = str(running[node.parent, node.kind])
            above = "" if node.parent is None else self.nodes[node.parent].id + "__"
            address = above + node.kind + "_" + number
            taken[address] = count = taken.get(address, 0) + 1
            node.id = address if count == 1 else f"{address}~{count}"
