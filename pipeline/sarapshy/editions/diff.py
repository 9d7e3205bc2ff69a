"""Two editions of an act, clause by clause: what is new, gone, reworded, renumbered, and what became of each finding.

Point 29 of one edition answers to point 31 of the other where their words do, whatever their numbers. What stands between
points (headings, forms, tables) is compared too, so that no word of either text is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cached_property

from sarapshy.acts.model import Act, ClauseKind
from sarapshy.acts.stretches import Reading
from sarapshy.findings.model import Finding
from sarapshy.language.letters import fold
from sarapshy.language.likeness import likeness, share, word_heads
from sarapshy.references.alignment import read_units

ALIKE = 0.3  # likeness from which two clauses are one reworded; with the same number
OTHERWISE = 0.45  # with another number
MOVED = 0.6  # out of order
SAME_NUMBER = 0.2
WITHIN = 0.75  # what a share of the shorter weighs beside a likeness of both
ENOUGH = 8  # words of the shorter
ISLAND = 2  # a run of so few unchanged words between changed ones is read more easily as changed
APART = (ClauseKind.APPROVED, ClauseKind.ANNEX, ClauseKind.CHAPTER, ClauseKind.SECTION, ClauseKind.PARAGRAPH)
TOKEN = re.compile(r"\w+|[^\w\s]")
LONGEST = 4000  # tokens: longer stretches are compared line by line


class Fate(StrEnum):
    SAME = "same"
    RENUMBERED = "renumbered"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


class Outcome(StrEnum):
    """What became of a finding of the first edition, or that the second brought it."""

    REMOVED = "removed"
    KEPT = "kept"
    BROUGHT = "brought"


@dataclass(frozen=True)
class Piece:
    """A point, an article without points, or what stands between two of them (``number`` None)."""

    act: Act
    start: int
    end: int
    clause: str | None
    number: str | None
    key: tuple[str, ...]
    address: str

    @property
    def text(self) -> str:
        return self.act.text[self.start : self.end]

    @cached_property
    def words(self) -> str:
        """Without the number, folded, blanks made even."""
        body = self.text
        if self.number is not None:
            body = re.sub(r"^\W*(?:\w+\s+)?[\d.-]+\s*(?:-\s*\w+)?[.)]?\s*", "", body, count=1)
        return " ".join(TOKEN.findall(fold(body).text))

    @cached_property
    def heads(self) -> frozenset[str]:
        return word_heads(self.words)


@dataclass(frozen=True, slots=True)
class Run:
    """Words that are the same in both, or stand only in the first (removed) or the second (added)."""

    fate: Fate
    text: str


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """``moved``: it stands elsewhere in the order of clauses."""

    fate: Fate
    first: Piece | None
    second: Piece | None
    runs: tuple[Run, ...] = ()
    moved: bool = False


@dataclass(frozen=True, slots=True)
class FindingChange:
    """``finding`` is of the second edition where it is kept or brought, else of the first; ``clause`` is the position in
    ``Comparison.clauses`` of the change that holds its words, None where it has none."""

    outcome: Outcome
    finding: Finding
    clause: int | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """``clauses`` in the order of the second edition, what is gone where it stood."""

    first: Act
    second: Act
    clauses: tuple[ClauseChange, ...]
    findings: tuple[FindingChange, ...] = ()


def compare(first: Act, second: Act, findings: tuple[Sequence[Finding], Sequence[Finding]] | None = None) -> Comparison:
    """``findings`` are those of the first and of the second edition, where they are known."""
    clauses = tuple(_compare_pieces(_cut(first), _cut(second)))
    told = tuple(_compare_findings(clauses, *findings)) if findings else ()
    return Comparison(first, second, clauses, told)


def _cut(act: Act) -> list[Piece]:
    reading = Reading(act)
    pieces, reached = list[Piece](), 0
    spans = sorted(
        (act.clauses[u.position].start, u.position, u.key) for lang in act.languages for u in read_units(reading, lang)
    )
    for start, position, key in spans:
        clause = act.clauses[position]
        if start < reached:
            continue
        pieces += _between(reading, reached, start)
        pieces.append(Piece(act, start, clause.end, clause.id, clause.number, key, reading.outline.path(position)))
        reached = clause.end
    return [*pieces, *_between(reading, reached, len(act.text))]


def _between(reading: Reading, start: int, end: int) -> Iterator[Piece]:
    """What stands between two points: annexes and chapters apart, but not each line of a form."""
    act = reading.act
    text = act.text[start:end]
    if not text.strip():
        return
    start += len(text) - len(text.lstrip())
    end = start + len(text.strip())
    apart = (clause.start for clause in act.clauses if start < clause.start < end and clause.kind in APART)
    bounds = sorted({start, *apart})
    for low, high in zip(bounds, [*bounds[1:], end], strict=True):
        stop = low + len(act.text[low:high].rstrip())
        position = reading.outline.at(low)
        clause = act.clauses[position].id if position is not None else None
        yield Piece(act, low, stop, clause, None, (), reading.outline.path(position))


# -- alignment


def _compare_pieces(first: Sequence[Piece], second: Sequence[Piece]) -> Iterator[ClauseChange]:
    pairs = dict(_align(first, second))
    moved = dict(_find_moved(first, second, pairs))
    partners = {j: i for i, j in [*pairs.items(), *moved.items()]}
    gone = [i for i in range(len(first)) if i not in pairs and i not in moved]
    for j, piece in enumerate(second):
        i = partners.get(j)
        if i is not None and i in pairs:
            while gone and gone[0] < i:
                yield ClauseChange(Fate.REMOVED, first[gone.pop(0)], None)
        yield ClauseChange(Fate.ADDED, None, piece) if i is None else _compare_pair(first[i], piece, i in moved)
    for i in gone:
        yield ClauseChange(Fate.REMOVED, first[i], None)


def _align(first: Sequence[Piece], second: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Pieces with the same words, and between them those that are alike, in order."""
    one, other = ([f"{piece.number is None} {piece.words}" for piece in side] for side in (first, second))
    done = (0, 0)
    for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
        yield from _align_alike(first, second, range(done[0], block.a), range(done[1], block.b))
        yield from ((block.a + k, block.b + k) for k in range(block.size))
        done = (block.a + block.size, block.b + block.size)


def _align_alike(
    first: Sequence[Piece], second: Sequence[Piece], rows: range, columns: range
) -> Iterator[tuple[int, int]]:
    """The way through both that gathers most likeness."""
    best: dict[tuple[int, int], float] = defaultdict(float)
    gains: dict[tuple[int, int], float] = {}
    for i in reversed(rows):
        for j in reversed(columns):
            gain = gains[i, j] = _gain(first[i], second[j])
            best[i, j] = max(best[i + 1, j], best[i, j + 1], best[i + 1, j + 1] + gain)
    i, j = rows.start, columns.start
    while i < rows.stop and j < columns.stop:
        if gains[i, j] > 0 and best[i, j] == best[i + 1, j + 1] + gains[i, j]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i, j] == best[i + 1, j]:
            i += 1
        else:
            j += 1


def _gain(one: Piece, other: Piece) -> float:
    """0 where they cannot be one clause."""
    if (one.number is None) != (other.number is None):
        return 0.0
    alike = _likeness(one, other)
    same = one.number is not None and one.key == other.key
    if alike < (ALIKE if same else OTHERWISE):
        return 0.0
    return alike + (SAME_NUMBER if same else 0.0)


def _likeness(one: Piece, other: Piece) -> float:
    """Of two clauses one of which was much extended, what share of the shorter the longer holds tells more."""
    shorter, longer = sorted((one.heads, other.heads), key=len)
    within = WITHIN * share(shorter, longer) if len(shorter) >= ENOUGH else 0.0
    return max(likeness(one.heads, other.heads), within)


def _find_moved(first: Sequence[Piece], second: Sequence[Piece], pairs: dict[int, int]) -> Iterator[tuple[int, int]]:
    left = [i for i in range(len(first)) if i not in pairs and first[i].number is not None]
    taken = set(pairs.values())
    for i in left:
        free = [j for j, piece in enumerate(second) if j not in taken and piece.number is not None]
        best = max(free, key=lambda j: likeness(first[i].heads, second[j].heads), default=None)
        if best is not None and likeness(first[i].heads, second[best].heads) >= MOVED:
            taken.add(best)
            yield i, best


def _compare_pair(one: Piece, other: Piece, moved: bool) -> ClauseChange:
    if one.words == other.words:
        return ClauseChange(Fate.SAME if one.number == other.number else Fate.RENUMBERED, one, other, (), moved)
    return ClauseChange(Fate.CHANGED, one, other, tuple(compare_words(one.text, other.text)), moved)


# -- words


def compare_words(first: str, second: str) -> Iterator[Run]:
    """Runs of words; «Iшкi» and «ішкі», «…» and "…" are the same."""
    one, other = _tokens(first), _tokens(second)
    if max(len(one), len(other)) > LONGEST:
        one, other = _lines(first), _lines(second)
    matcher = SequenceMatcher(None, [key for key, _, _ in one], [key for key, _, _ in other], autojunk=False)
    for same, low, high, left, right in _join_islands(matcher.get_opcodes()):
        if same:
            yield Run(Fate.SAME, _slice(second, other, left, right))
            continue
        if high > low:
            yield Run(Fate.REMOVED, _slice(first, one, low, high))
        if right > left:
            yield Run(Fate.ADDED, _slice(second, other, left, right))


Token = tuple[str, int, int]


def _tokens(text: str) -> list[Token]:
    """Each with its folded form and its place, up to where the next one begins."""
    found = [(match.group(), *match.span()) for match in TOKEN.finditer(text)]
    return [(fold(token).text, start, end) for token, start, end in found]


def _lines(text: str) -> list[Token]:
    return [(" ".join(fold(m.group()).text.split()), *m.span()) for m in re.finditer(r"[^\n]*\S[^\n]*", text)]


def _slice(text: str, tokens: Sequence[Token], low: int, high: int) -> str:
    """With the blanks behind the last token."""
    end = tokens[high][1] if high < len(tokens) else len(text)
    return text[tokens[low][1] : end]


def _join_islands(codes: Sequence[tuple[str, int, int, int, int]]) -> Iterator[tuple[bool, int, int, int, int]]:
    held: tuple[int, int, int, int] | None = None
    for at, (code, low, high, left, right) in enumerate(codes):
        island = 0 < at < len(codes) - 1 and high - low <= ISLAND
        if code == "equal" and not island:
            if held is not None:
                yield False, *held
            held = None
            yield True, low, high, left, right
        else:
            held = (low, high, left, right) if held is None else (held[0], high, held[2], right)
    if held is not None:
        yield False, *held


# -- findings


def _compare_findings(
    clauses: Sequence[ClauseChange], first: Sequence[Finding], second: Sequence[Finding]
) -> Iterator[FindingChange]:
    places = _Places(clauses)
    kept, gone, new = list[Finding](), list(first), list(second)
    for keys in zip(*(_keys(places, side) for side in (0, 1)), strict=True):
        found, new = _pair_off(gone, new, *keys)
        kept += found
    for outcome, side, some in ((Outcome.REMOVED, 0, gone), (Outcome.KEPT, 1, kept), (Outcome.BROUGHT, 1, new)):
        for finding in sorted(some, key=lambda each: each.rank):
            yield FindingChange(outcome, finding, places.pair(finding, side))


Key = Callable[[Finding], Hashable]


def _keys(places: _Places, side: int) -> tuple[Key, ...]:
    """By what a finding is known again, the surest first: words and clause, words, rule and clause, factor and clause; and
    what an act is silent about (a slot) may be shown at any clause."""

    def words(finding: Finding) -> Hashable:
        return finding.rule, finding.slot, fold(finding.quote or "").text

    return (
        lambda finding: (words(finding), places.pair(finding, side)),
        words,
        lambda finding: (finding.rule, finding.slot, places.pair(finding, side)),
        lambda finding: (finding.code, finding.slot, places.pair(finding, side)),
        lambda finding: (finding.rule, finding.slot) if finding.slot else id(finding),
    )


def _pair_off(
    gone: list[Finding], new: Sequence[Finding], first: Key, second: Key
) -> tuple[list[Finding], list[Finding]]:
    """Take out of ``gone`` those that one of the new is; which these are, and which are left."""
    waiting: dict[Hashable, list[Finding]] = defaultdict(list)
    for finding in gone:
        waiting[first(finding)].append(finding)
    found, left = list[Finding](), list[Finding]()
    for finding in new:
        partners = waiting[second(finding)]
        if partners:
            gone.remove(partners.pop(0))
            found.append(finding)
        else:
            left.append(finding)
    return found, left


class _Places:
    """Which change of clauses holds an offset of the first (0) or second (1) edition."""

    def __init__(self, clauses: Sequence[ClauseChange]) -> None:
        self.clauses = clauses
        pieces = [[(c.first, at) for at, c in enumerate(clauses)], [(c.second, at) for at, c in enumerate(clauses)]]
        self.sides = [sorted((p.start, p.end, at) for p, at in side if p is not None) for side in pieces]

    def pair(self, finding: Finding, side: int) -> int | None:
        if finding.start is None:
            return None
        place = bisect_right(self.sides[side], finding.start, key=lambda held: held[0]) - 1
        return self.sides[side][place][2] if place >= 0 and finding.start < self.sides[side][place][1] else None
