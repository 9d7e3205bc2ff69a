"""Questions about the clause tree: which clause holds an offset, what stands above it, how it is cited.

The deepest clause that holds an offset is found by bisect over the starts: clauses stand in document order and a child
lies within its parent, so the last clause that starts at or before the offset is the deepest one or a closed descendant
of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from sarapshy.acts.model import Act, Clause, ClauseKind
from sarapshy.language.lexicon import read_lexicon

NUMBERED = (ClauseKind.POINT, ClauseKind.ARTICLE)


def name_clause(clause: Clause) -> str:
    """«29-тармақ», «пункт 29»; the printed label where the clause has no number; nothing where it has neither."""
    names = read_lexicon("addresses").get(clause.kind.value)
    if clause.number is None or names is None:
        return clause.label.strip().rstrip(".")
    name: str = names[clause.language].format(number=clause.number)
    return name


class Outline:
    """An index over ``act.clauses``; clauses are named by their position there."""

    def __init__(self, act: Act) -> None:
        self.act = act
        self._starts = [clause.start for clause in act.clauses]

    @cached_property
    def children(self) -> dict[int | None, list[int]]:
        """Positions of the children of each clause; of the roots under None."""
        found: dict[int | None, list[int]] = {}
        for position, clause in enumerate(self.act.clauses):
            found.setdefault(clause.parent, []).append(position)
        return found

    def at(self, offset: int) -> int | None:
        """Position of the deepest clause that holds the offset, None where no clause does."""
        position: int | None = bisect_right(self._starts, offset) - 1
        if position == -1:
            return None
        while position is not None and self.act.clauses[position].end <= offset:
            position = self.act.clauses[position].parent
        return position

    def above(self, position: int | None) -> Iterator[int]:
        """The clause itself, then its parent, up to the root."""
        while position is not None:
            yield position
            position = self.act.clauses[position].parent

    def numbered(self, position: int | None) -> int | None:
        """The point or article a reader would cite for this place; None inside a table, a form, a title."""
        return None if position is None else self._cited[position]

    def component(self, position: int | None) -> int | None:
        """The annex or approved act that the clause stands in; None in the body of the act itself."""
        return None if position is None else self._components[position]

    @cached_property
    def _cited(self) -> list[int | None]:
        return self._nearest(NUMBERED)

    @cached_property
    def _components(self) -> list[int | None]:
        return self._nearest((ClauseKind.ANNEX, ClauseKind.APPROVED))

    def _nearest(self, kinds: tuple[ClauseKind, ...]) -> list[int | None]:
        """Of each clause itself or the first above it of these kinds; a parent stands before its children."""
        nearest: list[int | None] = []
        for position, clause in enumerate(self.act.clauses):
            above = None if clause.parent is None else nearest[clause.parent]
            nearest.append(position if clause.kind in kinds else above)
        return nearest

    def path(self, position: int | None) -> str:
        """The address from the top, as a lawyer cites it: «1-қосымша, 2-тарау, 29-тармақ, 3) тармақша»."""
        names = [name_clause(self.act.clauses[above]) for above in self.above(position)]
        return ", ".join(name for name in reversed(names) if name)

    def own_spans(self, position: int) -> list[tuple[int, int]]:
        """The stretches of the clause that belong to none of its children."""
        text, clauses, spans = self.act.text, self.act.clauses, []
        start = clauses[position].start
        for child in self.children.get(position, ()):
            spans.append((start, clauses[child].start))
            start = clauses[child].end
        spans.append((start, clauses[position].end))
        return [(a, b) for a, b in spans if a < b and not text[a:b].isspace()]

    def clause(self, position: int) -> Clause:
        return self.act.clauses[position]
