"""Every act that a text mentions, noun by noun: what this act calls itself, what has requisites or a well-known name, what
points back («көрсетілген бұйрық»), what a short name stands for.

Offsets are those of the folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from sarapshy.acts.kinds import find_nouns, is_constitutional, kind_of, read_kinds, same_words
from sarapshy.acts.model import Act, ClauseKind
from sarapshy.language.letters import Folded
from sarapshy.references.anchors import Anchor, Scope
from sarapshy.references.approval import join_approved, join_approving
from sarapshy.references.printed import WORD, Printed, read_words
from sarapshy.references.short_names import ShortNames
from sarapshy.references.surroundings import Surroundings
from sarapshy.references.well_known import recognise


def find_anchors(act: Act, folded: Folded, language: str) -> list[Anchor]:
    """The acts that one text mentions, by one language's grammar, in order; those without requisites are UNNAMED and
    matter only beside a unit."""
    return _Reader(Printed(act, folded, language)).find()


class _Reader:
    def __init__(self, printed: Printed) -> None:
        self.printed, self.text, self.language, self.grammar = printed, printed.text, printed.language, printed.grammar
        self.around = Surroundings(printed)
        self._own_titles = [read_words(title) for title in _titles(printed.act)]

    def find(self) -> list[Anchor]:
        nouns = [noun for noun in find_nouns(self.text, self.language) if self.printed.is_whole(noun.start())]
        found: list[Anchor] = []
        for position, noun in enumerate(nouns):
            self.around.floor = nouns[position - 1].end() if position else 0
            self.around.ceiling = nouns[position + 1].start() if position + 1 < len(nouns) else len(self.text)
            found.append(self._read(noun, found))
        if self.language == "ru":
            found = join_approved(self.printed, _drop_inner(found))
        short = ShortNames(self.printed, found)
        return _drop_inner([short.name(a) if a.scope is Scope.UNNAMED else a for a in found])

    def _read(self, noun: re.Match[str], before: list[Anchor]) -> Anchor:
        kind = kind_of(noun.group(), self.language)
        head = self.text[max(0, noun.start() - 200, self.around.floor) : noun.start()]
        if kind == "law" and is_constitutional(head, self.language):
            kind = "constitutional_law"
        anchor = Anchor(noun.start(), noun.end(), noun.start(), kind, Scope.UNNAMED)
        said = head.rfind(self.grammar.said_this)  # the nearest: «настоящей статьи и статьи 66 настоящего Кодекса»
        this = self.grammar.this.match(head, said) if said >= 0 else None
        if this is not None and self._is_this(this.group(1), noun):
            return replace(anchor, start=noun.start() - len(head) + this.start(), scope=Scope.THIS)
        weak = self.grammar.weak.match(noun.group()) is not None
        named = None if weak else self.grammar.named.search(head, max(0, len(head) - 60))
        if named is not None:
            anchor = replace(anchor, start=noun.start() - len(head) + named.start(), scope=Scope.ANAPHORA)
        anchor = self.around.read(anchor)
        anchor = recognise(self.printed, anchor)
        if anchor.told and self._is_enough(anchor, weak):
            told = replace(anchor, scope=Scope.NAMED)
            bare = self.language == "kk" and not (anchor.number or anchor.date or anchor.known)
            return join_approving(self.printed, told, before) if bare and before else told
        if anchor.scope is not Scope.UNNAMED:
            return replace(anchor, number=None, date=None, title=None, start=min(anchor.noun, anchor.start))
        alone = Anchor(noun.start(), noun.end(), noun.start(), anchor.kind, Scope.UNNAMED, known=anchor.known)
        if self._is_own(head, noun):
            return replace(alone, scope=Scope.THIS)
        return join_approving(self.printed, alone, before) if self.language == "kk" and before else alone

    def _is_enough(self, anchor: Anchor, weak: bool) -> bool:
        """«электронды» кезек тәртібі» is no act: rules are named by a number, or by a title of some length."""
        if not read_kinds()[anchor.kind].approved or anchor.number is not None:
            return True
        words = 0 if anchor.title is None else len(WORD.findall(self.text, *anchor.title))
        return not weak and (words > 2 or (anchor.title is None and anchor.date is not None))

    def _is_this(self, between: str, noun: re.Match[str]) -> bool:
        """«осы Санитариялық қағидалар»: few words may stand between, unless they are the act's own title."""
        if self.grammar.unit.search(between):
            return False
        return len(between.split()) <= 3 or self._is_own(between, noun)

    def _is_own(self, head: str, noun: re.Match[str]) -> bool:
        """Whether noun and words before it are the title of this act or of what it approves."""
        at = -1 if self.language == "kk" else 0
        titles = [title for title in self._own_titles if len(title) > 2 and same_words([noun.group()], [title[at]])]
        if not titles:
            return False
        if self.language == "ru":
            head, tail = "", self.text[noun.end() : noun.end() + 250]
        words = [*WORD.findall(head)[-30:], noun.group()]
        if self.language == "ru":
            words = [noun.group(), *WORD.findall(tail)[:30]]
        for title in titles:
            part = words[-len(title) :] if self.language == "kk" else words[: len(title)]
            if same_words(part, title):
                return True
        return False


def _titles(act: Act) -> Iterator[str]:
    """What the act and the texts it approves are called, without «… бекіту туралы»."""
    for clause in act.clauses:
        if clause.title and clause.kind is ClauseKind.APPROVED:
            yield clause.title
    if act.identity.title:
        yield act.identity.title


def _drop_inner(anchors: list[Anchor]) -> list[Anchor]:
    """Without those that stand within another's title or requisites."""
    kept: list[Anchor] = []
    for anchor in anchors:
        while kept and anchor.start <= kept[-1].start and kept[-1].end <= anchor.end:
            kept.pop()
        if not kept or kept[-1].end <= anchor.start or anchor.scope is not Scope.UNNAMED:
            if kept and anchor.start < kept[-1].end <= anchor.end and anchor.scope is not Scope.UNNAMED:
                anchor = replace(anchor, start=max(anchor.start, kept[-1].end))
            if not kept or kept[-1].end <= anchor.start:
                kept.append(anchor)
    return kept
