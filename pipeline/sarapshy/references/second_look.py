"""A second look before a clause is called missing: its number may stand in a line that was not cut.

«… жүргізіледі. 4. Шешім …» has a point 4 in the middle of a paragraph, as bulk texts glue lines. How the numbers of each
kind are printed stands in ``rules/lexicons/references.yaml``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from sarapshy.acts.model import Act, ClauseKind
from sarapshy.language.letters import fold
from sarapshy.language.lexicon import read_lexicon
from sarapshy.references.clause_search import Unit

NUMBER_PART = re.compile(r"\d+|[^\W\d]+")
FIGURES = re.compile(r"\d\d*+")  # sought twice as fast as «\d+»
LETTERS = re.compile(r"[^\W\d]+")
BEFORE_NUMBER = 16  # characters that printed numbers open with: «приложение № 5»


class SecondLook:
    """The act's printed numbers."""

    def __init__(self, act: Act) -> None:
        self.act, self.text = act, fold(act.text).text
        self._seen: dict[tuple[int | None, Unit], bool] = {}

    def is_printed(self, root: int | None, unit: Unit) -> bool:
        """Whether «4. …» or «4) …» is printed in the clause ``root``, or anywhere in the act."""
        if (root, unit) not in self._seen:
            self._seen[root, unit] = self._look_again(root, *unit)
        return self._seen[root, unit]

    def _look_again(self, root: int | None, kind: ClauseKind, number: str | None) -> bool:
        spelled = read_lexicon("references")["printed"].get(kind.value)
        if spelled is None or number is None:
            return False
        start, end = (0, len(self.act.text))
        if root is not None:
            start, end = self.act.clauses[root].start, self.act.clauses[root].end
        pattern = re.compile(spelled.replace("#", re.escape(number)), re.M)
        first = NUMBER_PART.search(number)
        if first is None or len(self.text) != len(self.act.text):
            return False
        places = (self._figures if first.group().isdecimal() else self._letters).get(first.group(), [])
        near = places[bisect_left(places, start) : bisect_left(places, end)]
        begins = (begin for at in near for begin in range(max(start, at - BEFORE_NUMBER), at + 1))
        return any(pattern.match(self.text, begin, end) for begin in begins)

    @cached_property
    def _figures(self) -> dict[str, list[int]]:
        """Where each run of digits stands: an act with a thousand missing points is gone through once."""
        return _list_places(FIGURES, self.text)

    @cached_property
    def _letters(self) -> dict[str, list[int]]:
        """The same of letters, for «а)»: a hundred times as many, and seldom asked of."""
        return _list_places(LETTERS, self.text)


def _list_places(part: re.Pattern[str], text: str) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for match in part.finditer(text):
        places.setdefault(match.group(), []).append(match.start())
    return places
