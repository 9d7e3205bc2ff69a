"""Citations as links of an Akoma Ntoso document: «осы Қағидалардың 12-тармағы» leads to ``#act_1__chp_2__para_12``,
«Еңбек кодексінің 139-бабы» to ``/akn/kz/act/2015-11-23/414-v#art_139``.

Of a list («2 және 3-тармақтары») each number is a link of its own, where it is printed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from sarapshy.acts.model import Act, ClauseKind
from sarapshy.references.citations import find_citations
from sarapshy.references.externals import Reason
from sarapshy.references.resolve import Resolution, resolve

WRONG = (Reason.MISSING_CLAUSE, Reason.MISSING_ANNEX, Reason.UNNAMED_ACT)
PREFIXES = {ClauseKind.POINT: "para", ClauseKind.SUBPOINT: "point", ClauseKind.PART: "al"}


class Links:
    """``ids``: the eId of each clause by its position."""

    def __init__(self, act: Act, ids: dict[int, str]) -> None:
        self.act = act
        self.citations = find_citations(act)
        self._ids = {clause.id: ids[position] for position, clause in enumerate(act.clauses)}
        self._spans = list(self._place(resolve(act, self.citations)))

    def cut(self, start: int, end: int) -> Iterator[tuple[str, str | None]]:
        """The words from ``start`` to ``end`` in pieces, each with where it leads."""
        reached, text = start, self.act.text
        for first, last, href in self._within(start, end):
            yield text[reached:first], None
            yield text[first:last], href
            reached = last
        yield text[reached:end], None

    def _within(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        reached = start
        for first, last, href in self._spans[bisect_left(self._spans, start, key=itemgetter(0)) :]:
            if first >= end:
                return
            if first >= reached and last <= end:
                yield first, last, href
                reached = last

    def _place(self, found: Sequence[Resolution]) -> Iterator[tuple[int, int, str]]:
        reached = 0
        for (start, end), group in groupby(found, lambda one: (one.citation.start, one.citation.end)):
            leading = [(one, href) for one in group if (href := self._href(one)) is not None]
            if leading and start >= reached:
                yield from self._split(start, end, leading)
                reached = end

    def _split(self, start: int, end: int, leading: Sequence[tuple[Resolution, str]]) -> Iterator[tuple[int, int, str]]:
        """Each number of a list by itself; the whole mention for one target, or where the numbers are not printed."""
        spans: list[tuple[int, int, str]] = []
        reached = start
        for one, href in leading if len(leading) > 1 else ():
            number = one.citation.units[-1][1] if one.citation.units else None
            printed = re.compile(rf"(?<![\w-]){re.escape(number or '?')}(?!\d|-\d)").search(self.act.text, reached, end)
            if printed is None:
                break
            spans.append((*printed.span(), href))
            reached = printed.end()
        yield from spans if len(spans) == len(leading) > 1 else [(start, end, leading[0][1])]

    def _href(self, one: Resolution) -> str | None:
        if one.reason in WRONG:
            return None
        if one.clauses:
            return "#" + self._ids[one.clauses[0]]
        if one.external is None or one.external.address is None:
            return None
        work = one.external.address.rpartition("/")[0]
        units = [f"{PREFIXES.get(kind, kind.value)}_{number}" for kind, number in one.citation.units if number]
        return work + ("#" + "__".join(units) if units else "")
