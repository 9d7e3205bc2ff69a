"""What folding takes from a text and citations need: capitals, and which way a quotation mark looks.

«Білім туралы» and "Білім туралы" are both a title; of «"А" және "Б"» the inner marks open and close by their neighbours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sarapshy.acts.model import Act
from sarapshy.language.letters import Folded, fold
from sarapshy.references.grammar import Grammar, grammar_of

WORD = re.compile(r"[\w-]+")
LONGEST_TITLE = 600


@dataclass(frozen=True, slots=True)
class Printed:
    """An act's folded ``text`` as one language reads it, with the printed one behind it. Offsets are folded ones."""

    act: Act
    folded: Folded
    language: str
    text: str = field(init=False)
    grammar: Grammar = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.folded.text)
        object.__setattr__(self, "grammar", grammar_of(self.language))

    def starts_upper(self, at: int) -> bool:
        return self.act.text[self.folded.source(at)].isupper()

    def is_whole(self, at: int) -> bool:
        """Whether a word begins there; «РеспубликасыныңЗаңы», «№ 57бұйрығы» are glued where a line was broken."""
        before = self.text[at - 1 : at]
        return not (before.isalpha() or before == "-") or (before.isalpha() and self._is_glued(at))

    def _is_glued(self, at: int) -> bool:
        source = self.folded.source(at)
        return self.act.text[source].isupper() and self.act.text[source - 1].islower()

    def to_folded(self, offset: int) -> int:
        return offset - sum(1 for at, cut in enumerate(self.folded.cuts) if cut + at < offset)

    # -- quotations

    def closes(self, at: int) -> bool:
        return self.text[at] == '"' and self._direction(at) < 0

    def opening(self, closing: int) -> int | None:
        """The mark that opens the title closed there. Titles quote titles; where an inner mark was forgotten, the
        farthest opening mark is taken."""
        depth, at, farthest = 1, closing, None
        while depth and (at := self.text.rfind('"', max(0, closing - LONGEST_TITLE), at)) >= 0:
            if "\n\n" in self.text[at:closing]:
                break
            depth -= self._direction(at)
            farthest = at if self._direction(at) > 0 else farthest
        return farthest

    def closing(self, opening: int) -> int | None:
        depth, at, farthest = 1, opening, None
        while depth and (at := self.text.find('"', at + 1, opening + LONGEST_TITLE)) >= 0:
            if "\n\n" in self.text[opening:at]:
                break
            depth += self._direction(at)
            farthest = at if self._direction(at) < 0 else farthest
        return farthest if depth == 0 else None

    def _direction(self, at: int) -> int:
        """1 for a mark that opens a quotation, -1 for one that closes it; a straight mark is judged by its neighbours."""
        printed = self.act.text[self.folded.source(at)]
        if printed in "«»":
            return 1 if printed == "«" else -1
        left, right = self.text[max(0, at - 3) : at].rstrip('"')[-1:], self.text[at + 1 : at + 4].lstrip('"')[:1]
        return 1 if right.isalnum() and not (left.isalnum() or left == ")") else -1


def read_words(phrase: str) -> list[str]:
    return WORD.findall(fold(phrase).text)
