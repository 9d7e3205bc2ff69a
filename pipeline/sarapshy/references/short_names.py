"""Short names that an act gives: «(бұдан әрі – Заң)», «(далее – Правила)», and this act called by its own noun.

A short name is written with a capital: «Заңның 5-бабы» is of the law so called, «заңның талаптары» of any.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from sarapshy.acts.kinds import is_possessive, kind_of, read_kinds, same_words, stem_of
from sarapshy.references.anchors import Anchor, Scope
from sarapshy.references.printed import WORD, Printed, read_words


class ShortNames:
    """Those of one text; ``found`` are its anchors so far, to which the names go back."""

    def __init__(self, printed: Printed, found: list[Anchor]) -> None:
        self.printed, self.text, self.language, self.grammar = printed, printed.text, printed.language, printed.grammar
        self.names = sorted(self._read(found), key=lambda entry: -len(entry[0]))
        self.own = {stem_of(self.text[a.noun : a.end], self.language) for a in found if a.scope is Scope.THIS}

    def _read(self, found: list[Anchor]) -> Iterator[tuple[list[str], Anchor | None]]:
        """The words of each short name and the act it stands for, None for this act itself. «(бұдан әрі – Заң)» is the
        law named nearest before the bracket."""
        for definition in self.printed.act.definitions:
            words = read_words(definition.term)
            kind = kind_of(words[-1], self.language) if words and definition.short_name else "unknown"
            if kind == "unknown" and words and definition.short_name:
                kind = kind_of(words[0], self.language)
            if kind == "unknown":
                continue
            at = self.printed.to_folded(self.printed.act.text.rfind("(", 0, definition.start))
            same = (kind, "constitutional_law") if kind == "law" else (kind,)
            near = (one for one in reversed(found) if one.end <= at and at - one.end < 300 and one.kind in same)
            meant = next(near, None)
            if meant is None or (meant.scope is Scope.UNNAMED and not self._is_said_this(meant)):
                continue
            yield words, None if meant.scope in (Scope.THIS, Scope.UNNAMED) else meant

    def _is_said_this(self, anchor: Anchor) -> bool:
        """«Осы … қағидалары (бұдан әрі – Қағидалар)» with a title too long to be looked through."""
        line = max(self.text.rfind("\n", 0, anchor.noun), anchor.noun - 500, 0)
        said = self.grammar.said_this in self.text[line : anchor.noun]
        return (
            said
            and read_kinds()[anchor.kind].approved
            and self.grammar.model.search(self.text, line, anchor.noun) is None
        )

    def name(self, anchor: Anchor) -> Anchor:
        """Give an anchor the act that its short name stands for, or this act where it is called by that noun."""
        if self.grammar.office.match(self.text, anchor.end):
            return anchor
        if self.names and (self.printed.starts_upper(anchor.noun) or self._is_capital_before(anchor)):
            for words, meant in self.names:
                start = self._matches(anchor, words)
                if start is None or not self.printed.starts_upper(start):
                    continue
                if meant is None:
                    return replace(anchor, start=start, scope=Scope.THIS)
                return replace(meant, start=start, end=anchor.end, noun=anchor.noun)
        return replace(anchor, scope=Scope.THIS) if self._is_called(anchor) else anchor

    def _is_called(self, anchor: Anchor) -> bool:
        """«қағидаға 2-қосымша» beside «осы қағидаға 1-қосымша»; not «үлгілік қағидалардың»."""
        noun = self.text[anchor.noun : anchor.end]
        if not read_kinds()[anchor.kind].approved or stem_of(noun, self.language) not in self.own:
            return False
        before = self.text[max(0, anchor.noun - 20) : anchor.noun]
        return not is_possessive(noun, self.language) and self.grammar.model.search(before) is None

    def _matches(self, anchor: Anchor, words: list[str]) -> int | None:
        """Where the short name begins, if the noun with the words before it (and after it, in Russian) is one."""
        at = next((i for i, word in enumerate(words) if kind_of(word, self.language) == anchor.kind), len(words) - 1)
        before = list(WORD.finditer(self.text, max(0, anchor.noun - 120), anchor.noun))[-at:] if at else []
        heard = [word.group() for word in before] + [self.text[anchor.noun : anchor.end]]
        if len(words) > at + 1:
            heard += WORD.findall(self.text, anchor.end, anchor.end + 120)[: len(words) - at - 1]
        return (before[0].start() if before else anchor.noun) if same_words(heard, words) else None

    def _is_capital_before(self, anchor: Anchor) -> bool:
        words = list(WORD.finditer(self.text, max(0, anchor.noun - 120), anchor.noun))
        return bool(words) and self.printed.starts_upper(words[-1].start())
