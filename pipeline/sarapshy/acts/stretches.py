"""An act made ready for detectors: folded once, cut into stretches that each belong to one clause.

«29. Комиссия әңгімелесу өткізу тәртібін өзі айқындайды.» is one stretch of clause 29. A pattern runs over the folded
text and never across a stretch, so that a hit has one clause; what it finds is told in offsets of ``Act.text``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise, starmap
from operator import itemgetter

import msgspec

from sarapshy.acts.commands import is_command, is_order, is_told_once, lists_commands, tells_deed
from sarapshy.acts.model import Act, Clause, ClauseKind, ClauseRole
from sarapshy.acts.nature import Nature, find_nature, is_amended_silent
from sarapshy.acts.outline import Outline
from sarapshy.acts.regulation import names, read_patterns
from sarapshy.acts.silent import find_silent_components, is_row_of_breaches, is_row_of_figures
from sarapshy.language.letters import fold
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.pattern import Pattern
from sarapshy.language.sentences import split_sentences
from sarapshy.language.words import Group, Words

NOWHERE = frozenset((-1,))  # the run of a word that is in no stretch
SCRAP = 3000  # characters of new wording from which the rules that it goes into can be judged
TERM = re.compile(
    r"\W*\d+(?:-\d+)?\)\s+[^.;:]{2,120}?\s[-–—]\s(?=\S.{60})", re.DOTALL
)  # and words enough to explain it
SENTENCE = 100  # characters beyond which the opening of a point is more than a heading
NEW_EDITION = 6  # amended points and parts that tell a procedure by themselves


class Stretch(msgspec.Struct, frozen=True, gc=False):
    """A run of folded text, ``start`` to ``end``, all of one clause (its position in ``Act.clauses``)."""

    start: int
    end: int
    clause: int


class Hit(msgspec.Struct, frozen=True, gc=False):
    """A match in folded offsets."""

    start: int
    end: int
    stretch: Stretch


def _is_of_rules(clause: Clause) -> bool:
    """Whether it is an approved text or an annex, or new wording of one: «болсын» there is a norm in the old style."""
    amended = clause.amends is not None and names("rules_named", fold(clause.amends).text, clause.language)
    return amended or clause.kind in (ClauseKind.APPROVED, ClauseKind.ANNEX)


class Reading:
    """The act, its outline, its folded text and stretches; read-only and cheap to ask.

    ``partner`` reads the same act in the other language, where that is a text of its own."""

    def __init__(self, act: Act, partner: Act | None = None) -> None:
        self.act = act
        self.partner = Reading(partner) if partner is not None else None
        self.outline = Outline(act)
        self.folded = fold(act.text)
        self.text = self.folded.text
        self._dropped = [cut + count for count, cut in enumerate(self.folded.cuts)]  # offsets of letters left out
        self.stretches = tuple(self._cut())
        self._starts = [stretch.start for stretch in self.stretches]
        self._standing: dict[str, bool] = {}  # beginnings of words, of which many patterns ask
        self._norms: dict[int, bool] = {}
        self._runs_with: dict[Group, frozenset[int]] = {}
        self._possible: dict[tuple[Pattern, ...], tuple[Pattern, ...]] = {}
        self._sentences: dict[int, list[tuple[int, int]]] = {}

    def _cut(self) -> Iterator[Stretch]:
        pieces = [
            (start, end, position)
            for position in range(len(self.act.clauses))
            for start, end in self.outline.own_spans(position)
        ]
        pieces.sort()
        if len(self.text) == len(self.act.text):
            yield from starmap(Stretch, pieces)
            return
        for start, end, position in pieces:
            yield Stretch(self.to_folded(start), self.to_folded(end), position)

    def to_folded(self, offset: int) -> int:
        """The folded offset of an offset in the act's text."""
        if len(self.text) == len(self.act.text):
            return offset
        return offset - bisect_left(self._dropped, offset)

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        return self.folded.span(start, end)

    def quote(self, start: int, end: int) -> str:
        """The act's own words at a folded place."""
        return self.act.text[slice(*self.to_source(start, end))]

    def stretch_at(self, offset: int) -> Stretch | None:
        position = bisect_right(self._starts, offset) - 1
        if position < 0 or self.stretches[position].end <= offset:
            return None
        return self.stretches[position]

    def clause(self, stretch: Stretch) -> Clause:
        return self.act.clauses[stretch.clause]

    def find(self, patterns: Iterable[Pattern]) -> Iterator[Hit]:
        """Every match of every pattern, each within one stretch."""
        ordered = "words" in vars(self)
        for pattern in self._leave_possible(patterns) if ordered else filter(self._may_match, patterns):
            yield from self.find_possible(pattern)

    def find_possible(self, pattern: Pattern) -> Iterator[Hit]:
        """The same of one whose words the act is known to have."""
        for run in self._list_runs(pattern):
            first, last, stretch = self._runs[run]
            for start, end in pattern.find_in(self.words, first, last):
                yield Hit(start, end, stretch)

    def find_kinds(self, patterns: Sequence[tuple[str, Pattern]]) -> Iterator[tuple[str, Hit]]:
        """The same of patterns each of which tells a kind of thing."""
        possible = set(self._leave_possible(pattern for _, pattern in patterns))
        return ((kind, hit) for kind, each in patterns if each in possible for hit in self.find_possible(each))

    def seek(self, patterns: Iterable[Pattern]) -> Iterator[Hit]:
        """The same of an act of which few patterns are asked: its words are not put in order for it."""
        for pattern in patterns:
            if pattern.may_stand(self._stands):
                for near in pattern.list_vicinities(self.text, 0, len(self.text)):
                    for stretch in self._stretches_between(near.start, near.end):
                        for start, end in pattern.find_near(near, stretch.start, stretch.end):
                            yield Hit(start, end, stretch)

    def _stretches_between(self, start: int, end: int) -> Sequence[Stretch]:
        """Those that hold anything from one offset to the other."""
        return self.stretches[max(bisect_right(self._starts, start) - 1, 0) : bisect_left(self._starts, end)]

    def sees(self, patterns: Iterable[Pattern], start: int, end: int) -> bool:
        """The same as ``holds`` of such an act."""
        possible = (pattern for pattern in patterns if pattern.may_stand(self._stands))
        vicinities = ((p, near) for p in possible for near in p.list_vicinities(self.text, start, end))
        return any(next(pattern.find_near(near, start, end), None) for pattern, near in vicinities)

    def _may_match(self, pattern: Pattern) -> bool:
        """The words of an act are put in order when the letters of a pattern stand there; of many acts none do."""
        return ("words" in vars(self) or pattern.may_stand(self._stands)) and pattern.may_match(self.words)

    def _stands(self, letters: str) -> bool:
        known = self._standing.get(letters)
        if known is None:
            known = self._standing[letters] = letters in self.text
        return known

    def _list_runs(self, pattern: Pattern) -> list[int]:
        """The runs that hold a word for each item of the pattern: where alone it can match."""
        found: frozenset[int] | None = None
        for group in pattern.anchors:
            held = self._runs_with.get(group)
            if held is None:
                held = frozenset(map(self._run_of.__getitem__, self.words.scatter(group))) - NOWHERE
                self._runs_with[group] = held
            found = held if found is None else found & held
            if not found:
                return []
        return sorted(found or ())

    @cached_property
    def languages(self) -> tuple[str, ...]:
        return self.act.languages

    @cached_property
    def words(self) -> Words:
        return Words(self.text)

    @cached_property
    def _runs(self) -> list[tuple[int, int, Stretch]]:
        """Words of one stretch that are neighbours one of the next, the first and one past the last: a match lies within
        one run."""
        runs, apart = [], [at for at, joined in enumerate(self.words.joined, start=1) if not joined]
        for stretch in self.stretches:
            first, last = self.words.range(stretch.start, stretch.end)
            cuts = [first, *apart[bisect_right(apart, first) : bisect_left(apart, last)], last]
            runs += [(start, end, stretch) for start, end in pairwise(cuts) if start < end]
        return runs

    @cached_property
    def _run_of(self) -> list[int]:
        """For each word, the position of its run."""
        found = [-1] * len(self.words)
        for position, (first, last, _) in enumerate(self._runs):
            found[first:last] = [position] * (last - first)
        return found

    def places(self, pattern: Pattern, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where the pattern stands within the folded stretch of text, whatever clauses that is of."""
        words = self.words
        return pattern.find_words(words, *words.range(start, end)) if pattern.may_match(words) else iter(())

    def holds(self, patterns: tuple[Pattern, ...], start: int = 0, end: int | None = None) -> bool:
        """Whether any pattern matches within the folded stretch of text."""
        possible = self.list_possible(patterns)
        if not possible:
            return False
        first, last = self.words.range(start, len(self.text) if end is None else end)
        return any(pattern.stands_in(self.words, first, last) for pattern in possible)

    def list_possible(self, patterns: tuple[Pattern, ...]) -> tuple[Pattern, ...]:
        """Those whose words the act has. The same ones are asked of one sentence after another."""
        found = self._possible.get(patterns)
        if found is None:
            found = self._possible[patterns] = tuple(self._leave_possible(patterns))
        return found

    def _leave_possible(self, patterns: Iterable[Pattern]) -> list[Pattern]:
        """Of most patterns it is told by one look, for all of their words have been met before."""
        words, held = self.words, self.words.settled
        if held is None:
            return [each for each in patterns if each.may_match(words)]
        return [
            each
            for each in patterns
            if (held.issuperset(each.anchors) if "anchors" in vars(each) else each.may_match(words))
        ]

    def sentences(self, stretch: Stretch) -> list[tuple[int, int]]:
        """Folded spans of the sentences of a stretch."""
        if stretch.start not in self._sentences:
            first, last = self.to_source(stretch.start, stretch.end)
            self._sentences[stretch.start] = [
                (self.to_folded(a), self.to_folded(b)) for a, b in split_sentences(self.act.text, first, last)
            ]
        return self._sentences[stretch.start]

    def sentence(self, offset: int) -> tuple[int, int]:
        """The sentence round a folded offset, within its stretch."""
        stretch = self.stretch_at(offset)
        if stretch is None:
            return offset, offset
        sentences = self.sentences(stretch)
        position = bisect_right(sentences, offset, key=itemgetter(0)) - 1
        if position >= 0 and offset < sentences[position][1]:
            return sentences[position]
        return stretch.start, stretch.end

    def span_of(self, position: int) -> tuple[int, int]:
        """The folded span of a clause with all beneath it."""
        clause = self.act.clauses[position]
        return self.to_folded(clause.start), self.to_folded(clause.end)

    def point_span(self, stretch: Stretch) -> tuple[int, int]:
        """The folded span of the point or article round the stretch; of the stretch where it has none."""
        point = self.outline.numbered(stretch.clause)
        return (stretch.start, stretch.end) if point is None else self.span_of(point)

    def lead_of(self, stretch: Stretch) -> Stretch | None:
        """The line above the list that the stretch is an item of: «Комиссия:»."""
        parent = self.clause(stretch).parent
        if parent is None:
            return None
        above = self.stretch_at(self.to_folded(self.act.clauses[parent].start))
        if above is None or above.clause != parent:
            return None
        ends = tuple(read_lexicon("norms")["lead_ends"])
        return above if self.text[above.start : above.end].rstrip().endswith(ends) else None

    def point_number(self, offset: int) -> str:
        """The number of the point or article at a folded offset, «-» where it has none."""
        stretch = self.stretch_at(offset)
        point = self.outline.numbered(stretch.clause) if stretch else None
        return (self.act.clauses[point].number if point is not None else None) or "-"

    @cached_property
    def norm_components(self) -> tuple[tuple[int | None, int, int], ...]:
        """(position or None for the act's own body, start, end) of each text that sets norms, in folded offsets."""
        found: list[tuple[int | None, int, int]] = []
        for position, clause in enumerate(self.act.clauses):
            if clause.kind is ClauseKind.APPROVED:
                found.append((position, *self.span_of(position)))
        return tuple(found) or ((None, 0, len(self.text)),)

    def is_norm(self, stretch: Stretch) -> bool:
        """Whether the words are a norm of a regulation: no boilerplate, form, note or signature, nor anything beneath
        one, and neither a command of the order that approves or amends it nor an act that regulates nothing."""
        if stretch.start not in self._norms:
            self._norms[stretch.start] = self._is_norm(stretch)
        return self._norms[stretch.start]

    @cached_property
    def has_norms(self) -> bool:
        """Whether any stretch is a norm: a budget, a list, most of a country's acts have none."""
        return self.nature.regulates and any(map(self.is_norm, self.stretches))

    def _is_norm(self, stretch: Stretch) -> bool:
        if not self.nature.regulates:
            return False
        above = tuple(self.outline.above(stretch.clause))
        clauses = [self.act.clauses[position] for position in above]
        if not self._silent.isdisjoint(above) or any(map(is_amended_silent, clauses)):
            return False
        words = self.text[stretch.start : stretch.end].rstrip("| \t\n")
        if words.endswith("?") or (self.clause(stretch).kind is ClauseKind.ROW and self._is_silent_row(stretch, words)):
            return False
        if any(c.role is not ClauseRole.NORM and c.kind is not ClauseKind.APPROVED for c in clauses):
            return False
        if is_told_once(self, stretch) and not any(map(_is_of_rules, clauses)):
            return False
        if any(c.kind is ClauseKind.PREAMBLE for c in clauses):
            return False
        if any(c.kind in (ClauseKind.APPROVED, ClauseKind.ANNEX) or c.amends for c in clauses):
            return True
        return not is_order(self, stretch) and not (self.has_rules and self._is_commanded(stretch))

    def _is_commanded(self, stretch: Stretch) -> bool:
        """Whether the words are a command of the order, or an item under one: «1. Утвердить прилагаемые: 1) Правила …»."""
        if is_command(self, stretch):
            return True
        point = self.outline.numbered(stretch.clause)
        opening = None if point is None else self.stretch_at(self.to_folded(self.act.clauses[point].start))
        if opening is None or opening is stretch or not self.text[opening.start : opening.end].rstrip().endswith(":"):
            return False
        return lists_commands(self, opening)

    def _is_silent_row(self, stretch: Stretch, words: str) -> bool:
        return is_row_of_figures(words) or is_row_of_breaches(words, self.clause(stretch).language)

    def is_definition(self, stretch: Stretch) -> bool:
        """Whether the words give the meaning of a term, and so bind nobody to do what they tell. What announces the terms is
        unseen where a subpoint is replaced: «5) көгал – шөп жамылғысы;»."""
        if stretch.start in self._meanings:
            return True
        item = self.clause(stretch).kind is ClauseKind.SUBPOINT and self.is_amended(stretch)
        explains = item and TERM.match(self.text, stretch.start, stretch.end) is not None
        return explains and not tells_deed(self, stretch)

    @cached_property
    def _meanings(self) -> frozenset[int]:
        offsets = (self.to_folded(each.start) for each in self.act.definitions if not each.short_name)
        return frozenset(stretch.start for at in offsets if (stretch := self.stretch_at(at)) is not None)

    @cached_property
    def _silent(self) -> frozenset[int]:
        return find_silent_components(self.act)

    @cached_property
    def has_rules(self) -> bool:
        """Whether the act approves rules or quotes new wording of some: its own points are commands then."""
        approved = ClauseKind.APPROVED
        return any(clause.amends or clause.kind is approved for clause in self.act.clauses)

    @cached_property
    def enacts(self) -> bool:
        """Whether somebody orders: «ҚАУЛЫ ЕТЕДІ:», «… мақсатында:»; laws and texts without an order do not."""
        preamble = ClauseKind.PREAMBLE
        preambles = (c for c in self.act.clauses if c.kind is preamble)
        return any(self.act.text[c.start : c.end].rstrip().endswith(":") for c in preambles)

    def is_excerpt(self, stretch: Stretch) -> bool:
        """Whether the words are new wording of a few points, and the rest of the rules that they belong to is unseen."""
        return self._is_in_pieces and self.is_new_wording(stretch)

    def is_new_wording(self, stretch: Stretch) -> bool:
        """Whether the words are quoted to replace or to join points of another act, and no whole chapter of it."""
        quoted = {self.act.clauses[c].kind for c in self.outline.above(stretch.clause) if self.act.clauses[c].amends}
        return bool(quoted) and ClauseKind.CHAPTER not in quoted

    @cached_property
    def _is_in_pieces(self) -> bool:
        amended = (clause.kind for clause in self.act.clauses if clause.amends)
        return 0 < sum(kind in (ClauseKind.POINT, ClauseKind.PART) for kind in amended) < NEW_EDITION

    def is_intent(self, stretch: Stretch) -> bool:
        """Whether the words open with what the act is: «Осы Қағидалар Заңға сәйкес әзірленді және тәртібін айқындайды»."""
        return self.holds(read_patterns("intents", self.clause(stretch).language), *self.sentence(stretch.start))

    def is_of_scope(self, offset: int) -> bool:
        """Whether the sentence at a folded offset says what the text is on, and no more: «Осы Қағидалар кітап пен өзге де
        басылымды есептен шығару тәртібін айқындайды»."""
        stretch = self.stretch_at(offset)
        if stretch is None:
            return False
        return self.holds(read_patterns("scopes", self.clause(stretch).language), *self.sentence(offset))

    def is_scrap(self, stretch: Stretch) -> bool:
        """Whether the words are of the few sentences of new wording that the act has: the rules round them are unseen."""
        return self.is_excerpt(stretch) and self._amended < SCRAP

    @cached_property
    def _amended(self) -> int:
        """Characters of new wording."""
        return sum(stretch.end - stretch.start for stretch in self.stretches if self.is_amended(stretch))

    def is_amended(self, stretch: Stretch) -> bool:
        """Whether the words are quoted new wording of another act."""
        return any(self.act.clauses[c].amends for c in self.outline.above(stretch.clause))

    @cached_property
    def nature(self) -> Nature:
        """What the act is."""
        return find_nature(self)

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether the words stand between quotation marks within their sentence: a title of an act, a word spoken of."""
        left, right = self.sentence(start)
        marks = self._quotation_marks[
            bisect_left(self._quotation_marks, left) : bisect_left(self._quotation_marks, right)
        ]
        if len(marks) % 2:  # a mark is missing, and no pair can be told
            return False
        return any(a < start and end <= b for a, b in zip(marks[::2], marks[1::2], strict=True))

    @cached_property
    def _quotation_marks(self) -> list[int]:
        return [match.start() for match in re.finditer('"', self.text)]

    def is_function(self, stretch: Stretch) -> bool:
        """Whether the stretch is an item under a point that lists tasks, functions or powers."""
        point = self.outline.numbered(stretch.clause)
        if point is None or self.act.clauses[point].start == self.to_source(stretch.start, stretch.start)[0]:
            return False
        start = self.to_folded(self.act.clauses[point].start)
        opening = self.stretch_at(start)
        patterns = read_patterns("functions", self.clause(stretch).language)
        if opening is None or (self.clause(stretch).kind is ClauseKind.PART and self._is_sentence(opening)):
            return False
        return self.holds(patterns, opening.start, opening.end)

    def _is_sentence(self, opening: Stretch) -> bool:
        """Whether a point opens with a whole sentence, under which a part is no item of a list."""
        words = self.text[opening.start : opening.end].rstrip()
        return words.endswith(".") and len(words) > SENTENCE and self.clause(opening).kind is ClauseKind.POINT
