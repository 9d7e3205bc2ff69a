"""The order in which an expert would write the findings of one act, and what counts as one finding.

Fifty findings an act is noise. The same defect in the sentences of one point is one finding with several places; what is
left is ordered by weight, and each further finding of a code counts less, so that the first ten show what is wrong with
the act and not ten times the same thing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from sarapshy.findings.model import Finding, Related
from sarapshy.knowledge import read_table

SEVERITY = {"high": 1.0, "medium": 0.85, "low": 0.7}
REPEATED = 0.88  # what each further finding of a code in the act keeps of its weight
REPEATED_SLOT = 0.94  # a further empty slot of a commission is another defect, though of the same code
UNNUMBERED = 0.8  # a row of a table or a line of a form is read after the points that bind
BLOCK = 512  # characters: findings that overlap share a block
Key = tuple[str, str | None]


def weigh(finding: Finding) -> float:
    numbered = finding.clause is None or finding.clause.number is not None
    return SEVERITY[finding.severity] * finding.confidence * (1 if numbered else UNNUMBERED)


class _Kept:
    """Findings by the text they cover and by rule and place, so that a repeated one is found without trying them all."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self._blocks: dict[tuple[Key, int], list[int]] = {}
        self._places: dict[tuple[str, str | None, str, str | None], int] = {}
        self._slots: dict[str, set[str | None]] = {}
        self._rules: set[str] = set()

    def add(self, finding: Finding) -> None:
        position = len(self.findings)
        self.findings.append(finding)
        self._places.setdefault((finding.rule, finding.slot, *_place(finding)), position)
        self._slots.setdefault(finding.code, set()).add(finding.slot)
        self._rules.add(finding.rule)
        for block in _blocks_of(finding):
            self._blocks.setdefault(((finding.code, finding.slot), block), []).append(position)

    def overlapping(self, finding: Finding, key: Key) -> Iterator[int]:
        """Positions of the findings of that code and slot that share words with this one."""
        for block in _blocks_of(finding):
            for position in self._blocks.get((key, block), ()):
                if _overlaps(finding, self.findings[position]):
                    yield position

    def find_repeated(self, finding: Finding) -> int | None:
        """The first kept one that the finding repeats."""
        found = [*self.overlapping(finding, (finding.code, finding.slot))]
        place = self._places.get((finding.rule, finding.slot, *_place(finding)))
        return min([*found, place] if place is not None else found, default=None)

    def is_told(self, finding: Finding) -> bool:
        """Whether another kept finding says in the same words, or of the whole act, what this one would."""
        for first, second in read_overlaps():
            if second == finding.rule and first in self._rules:
                return True
            if second != finding.code:
                continue
            code = first.partition("-")[0]
            for slot in self._slots.get(code, ()):
                for position in self.overlapping(finding, (code, slot)):
                    if first in (self.findings[position].code, self.findings[position].rule):
                        return True
        return False


def merge_repeated(findings: Iterable[Finding]) -> list[Finding]:
    """One rule's findings in one point become the strongest of them, its further places ``related``; so do findings of
    one code, by any rule, in the same words."""
    kept = _Kept()
    for finding in sorted(findings, key=lambda f: (-weigh(f), f.start or 0, f.rule)):
        position = kept.find_repeated(finding)
        if position is None:
            kept.add(finding)
            continue
        first = kept.findings[position]
        if finding.start != first.start and finding.quote:
            kept.findings[position] = replace(first, related=(*first.related, _relate(finding)))
    told = [finding for finding in kept.findings if not kept.is_told(finding)]
    return sorted(told, key=lambda f: (f.start if f.start is not None else -1, f.rule))


@cache
def read_overlaps() -> frozenset[tuple[str, str]]:
    """(code or rule that is kept, code that it tells as well in the same words, or rule that it tells as well anywhere in
    the act), from ``rules/overlaps.yaml``."""
    return frozenset((first, second) for first, second in read_table("sarapshy.rules", "overlaps.yaml"))


def _blocks_of(finding: Finding) -> range:
    if finding.start is None or finding.end is None:
        return range(0)
    return range(finding.start // BLOCK, finding.end // BLOCK + 1)


def _overlaps(finding: Finding, other: Finding) -> bool:
    if finding.start is None or finding.end is None or other.start is None or other.end is None:
        return False
    return finding.start < other.end and other.start < finding.end


def _place(finding: Finding) -> tuple[str, str | None]:
    """The component and number that a reader would cite; a clause with no number is its own place."""
    if finding.clause is None:
        return "", None
    number = finding.clause.number
    return (finding.clause.id.split("__")[0], number) if number else (finding.clause.id, None)


def _relate(finding: Finding) -> Related:
    path = finding.clause.path if finding.clause else None
    return Related(finding.act.path, path, finding.quote, finding.start, finding.end)


def rank(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, strongest first, ``rank`` 1..n."""
    by_code: dict[str, list[Finding]] = {}
    for finding in sorted(findings, key=_order_in_code, reverse=True):
        by_code.setdefault(finding.code, []).append(finding)
    seen: Counter[str] = Counter()
    ordered: list[Finding] = []
    while by_code:  # the strongest of each code stands last in its list
        best = max((left[-1] for left in by_code.values()), key=lambda f: (_weigh_repeated(f, seen), *_order(f)))
        left = by_code[best.code]
        left.pop()
        if not left:
            del by_code[best.code]
        seen[best.code] += 1
        ordered.append(replace(best, rank=len(ordered) + 1))
    return ordered


def _order(finding: Finding) -> tuple[int, str]:
    return -(finding.start or 0), finding.rule


def _order_in_code(finding: Finding) -> tuple[float, int, str]:
    """The weaker of a code the greater: a list sorted by it, reversed, ends with the strongest."""
    return -weigh(finding), finding.start or 0, finding.rule


def _weigh_repeated(finding: Finding, seen: Counter[str]) -> float:
    kept = REPEATED if finding.slot is None else REPEATED_SLOT
    return weigh(finding) * kept ** seen[finding.code]
