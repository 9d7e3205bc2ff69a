"""The requisites round the noun of an act: its date, its number, its quoted title, with the words of the body between.

In Kazakh they stand before the noun and are read backwards («Министрдің 2012 жылғы 21 ақпандағы № 57 бұйрығы»), in Russian
after it and forwards («приказ Министра от 21 февраля 2012 года № 57»). Dates and numbers are found beforehand.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from msgspec.structs import replace

from sarapshy.acts.requisites import NUMBER, date_pattern, read_date
from sarapshy.references.anchors import Anchor
from sarapshy.references.printed import WORD, Printed

LONGEST_BODY = 18  # words of «Қазақстан Республикасы Білім және ғылым министрінің»
STEPS = 8


class Surroundings:
    """``floor`` and ``ceiling`` are the neighbouring nouns: requisites beyond them are theirs."""

    def __init__(self, printed: Printed) -> None:
        self.printed, self.text, self.language, self.grammar = printed, printed.text, printed.language, printed.grammar
        self.floor, self.ceiling = 0, len(self.text)
        dates = [(m.span(), read_date(m, self.language)) for m in date_pattern(self.language).finditer(self.text)]
        numbers = [(m.span(), m.span("number")) for m in NUMBER.finditer(self.text)]
        side = 1 if self.language == "kk" else 0  # a Kazakh piece is met at its end, a Russian one at its start
        self._dates = {span[side]: (span, value) for span, value in dates}
        self._numbers = {span[side]: (span, number) for span, number in numbers}
        self._ends = sorted({*self._dates, *self._numbers})

    def read(self, anchor: Anchor) -> Anchor:
        """The anchor with whatever of its requisites is printed; its span grows over them."""
        return self._read_back(anchor) if self.language == "kk" else self._read_forward(anchor)

    def _read_back(self, anchor: Anchor) -> Anchor:
        """Kazakh: «title» body date № number NOUN, in any order, with brackets among them."""
        at, body = anchor.noun, False
        for _ in range(STEPS if self._has_piece(self.floor, at) else 0):
            at = self._skip_back(at)
            if at <= self.floor:
                break
            if at in self._dates and anchor.date is None:
                span, value = self._dates[at]
                anchor, at = replace(anchor, start=span[0], date=value), span[0]
            elif at in self._numbers and anchor.number is None:
                span, number = self._numbers[at]
                anchor, at = replace(anchor, start=span[0], number=number), span[0]
            elif at and self.printed.closes(at - 1) and anchor.title is None:
                opening = self.printed.opening(at - 1)
                if opening is None:
                    break
                if self.grammar.organisation.match(
                    self.text, at
                ):  # «"…" мемлекеттік мекемесінің қаулысы»: the body's name
                    body, at = True, opening
                    continue
                anchor, at = replace(anchor, start=opening, title=(opening + 1, at - 1)), opening
            elif (country := self.grammar.country.search(self.text, max(0, at - 30), at)) is not None:
                at = country.start()
            elif not body:
                body, at = True, self._skip_body(at)
            else:
                break
        return anchor

    def _has_piece(self, start: int, end: int) -> bool:
        """Whether a date, a number or a quotation mark ends between the offsets; before most nouns nothing does."""
        last = bisect_right(self._ends, end) - 1
        return (last >= 0 and self._ends[last] > start) or self.text.rfind('"', start, end) >= 0

    def _skip_back(self, at: int) -> int:
        """Over blanks, a comma and a bracket: «(Нормативтік … № 7495 болып тіркелген)»."""
        while at and self.text[at - 1] in " \n,":
            at -= 1
        if at and self.text[at - 1] == ")":
            opening = self.text.rfind("(", max(0, at - 500), at)
            if opening >= 0:
                return self._skip_back(opening)
        return at

    def _skip_body(self, at: int) -> int:
        """Over the words of the body before the date, up to a quoted title; not over a stop or another piece."""
        words = list(WORD.finditer(self.text, max(0, at - 250, self.floor - 1), at))  # with the end of the noun before
        reached = at
        for word in reversed(words[-LONGEST_BODY:]):
            if word.start() < self.floor or not self._is_phrase(word, self.text[word.end() : reached]):
                break
            if word.end() in self._dates or word.end() in self._numbers:
                return word.end()
            reached = word.start()
        before = self._skip_back(reached)
        return before if before and self.printed.closes(before - 1) else at

    def _read_forward(self, anchor: Anchor) -> Anchor:
        """Russian: NOUN body от date № number «title»."""
        at, body = anchor.end, False
        for _ in range(STEPS):
            at = self._skip_forward(at)
            if at in self._dates and anchor.date is None:
                span, value = self._dates[at]
                anchor, at = replace(anchor, end=span[1], date=value), span[1]
            elif at in self._numbers and anchor.number is None:
                span, number = self._numbers[at]
                anchor, at = replace(anchor, end=span[1], number=number), span[1]
            elif self.text.startswith('"', at) and anchor.title is None:
                closing = self.printed.closing(at)
                if closing is None:
                    break
                anchor, at = replace(anchor, end=closing + 1, title=(at + 1, closing)), closing + 1
            elif (country := self.grammar.country.match(self.text, at)) is not None:
                at = country.end()
            elif not body and not anchor.told:
                body, at = True, self._skip_body_forward(at)
            else:
                break
        return anchor

    def _skip_forward(self, at: int) -> int:
        match = self.grammar.forward.match(self.text, at)
        return match.end() if match else at

    def _skip_body_forward(self, at: int) -> int:
        """Over «Министра образования и науки Республики Казахстан» to «от 21 февраля» or a title; else stay."""
        reached, last = at, None
        for word in list(WORD.finditer(self.text, at, min(at + 250, self.ceiling)))[:LONGEST_BODY]:
            if last is not None and not self._is_phrase(last, self.text[reached : word.start()]):
                break
            if "\n" in self.text[reached : word.start()] and self.printed.starts_upper(word.start()):
                break
            reached, last = word.end(), word
            after = self._skip_forward(reached)
            if after in self._dates or after in self._numbers or self.text.startswith('"', after):
                return after
        return at

    def _is_phrase(self, word: re.Match[str], gap: str) -> bool:
        """Whether what follows the word goes on with the same phrase: a stop only after «м.а.», «и.о.»."""
        if "." in gap and (word.end() - word.start() > 2 or word.group().isdigit()):
            return False
        broken = "\n" in gap and not self.text[word.end() + len(gap) : word.end() + len(gap) + 1].isalpha()
        return not gap.strip(" \n,." if self.language == "kk" else " \n.") and not broken and "\n\n" not in gap
