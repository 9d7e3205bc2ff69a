"""What is remembered of a finding once it is out of sight: by a reviewer's decision, by a baseline.

«Комиссия өтінішті қажет болған жағдайда қарайды» in point 29, found by the rule D2-decides, is the same finding after a
line is added above it or the act is published anew: rule, number of the point and words are the same, folded. Where the
same words offend twice in a point, two memories meet two findings, in order. Where a point was inserted before it and 29 is
now 30, a whole sentence is still known by its words; a few words are not enough for that. Where rule or words differ and
factor and point are the same, the text has changed since; what meets nothing is stale.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Generic, TypeVar

from sarapshy.findings.model import Finding

T = TypeVar("T")
SENTENCE = 40  # characters at least that tell a sentence whatever its point's number has become
LABEL = re.compile(r"^\d+(?:[.-]\d+)*[.)]?\s+")


@dataclass(frozen=True, slots=True)
class Subject:
    """``act`` is the act's address where it has one, ``path`` its file; ``clause`` the number of the point or article."""

    act: str | None
    path: str
    code: str
    rule: str
    slot: str | None = None
    clause: str | None = None
    quote: str | None = None

    @property
    def same(self) -> Hashable:
        return self.rule, self.slot, self.clause, fold(self.quote)

    @property
    def sentence(self) -> Hashable | None:
        """Rule and words, where these are enough to tell the place whatever the number of its point has become."""
        words = LABEL.sub("", fold(self.quote))
        return (self.rule, self.slot, words) if len(words) >= SENTENCE else None

    @property
    def place(self) -> Hashable | None:
        """Where a finding of that factor would stand; None where that would be anywhere in the act."""
        return (self.code, self.slot, self.clause) if self.clause or self.slot else None

    def record(self) -> dict[str, Any]:
        return {field.name: getattr(self, field.name) for field in fields(self)}


@dataclass(frozen=True, slots=True)
class Matching(Generic[T]):
    """Positions of an act's findings with what is remembered of them: the ``same``, and those ``changed`` since."""

    same: Mapping[int, T]
    changed: Mapping[int, T]
    stale: tuple[T, ...]


def fold(words: str | None) -> str:
    return " ".join((words or "").lower().split())


def subject_of(finding: Finding) -> Subject:
    number = finding.clause.number if finding.clause else None
    act = finding.act
    return Subject(act.id, act.path, finding.code, finding.rule, finding.slot, number, finding.quote)


def read_subject(record: Mapping[str, Any]) -> Subject:
    """KeyError or TypeError where the record is none."""
    values: dict[str, Any] = {field.name: record.get(field.name) for field in fields(Subject)}
    required = (values["path"], values["code"], values["rule"])
    if not all(isinstance(each, str) for each in required):
        raise TypeError(required)
    if not all(each is None or isinstance(each, str) for each in values.values()):
        raise TypeError(values)
    return Subject(**values)


class ByAct(Generic[T]):
    """What is remembered, by act: an act may have been known by its file before it had an address."""

    def __init__(self, remembered: Iterable[T], subject: Callable[[T], Subject]) -> None:
        self.all = tuple(remembered)
        self._places: dict[str, list[int]] = defaultdict(list)
        for at, each in enumerate(self.all):
            for name in {subject(each).path, subject(each).act or subject(each).path}:
                self._places[name].append(at)
        self._met: set[int] = set()

    def knows(self, name: str) -> bool:
        return name in self._places

    def on(self, act: str | None, path: str) -> list[T]:
        places = {*self._places.get(path, ()), *(self._places.get(act, ()) if act else ())}
        self._met |= places
        return [self.all[at] for at in sorted(places)]

    def unasked(self) -> list[T]:
        """What is about acts that nobody asked for."""
        return [each for at, each in enumerate(self.all) if at not in self._met]


def match(
    findings: Sequence[Finding],
    remembered: Sequence[T],
    subject: Callable[[T], Subject],
    id_of: Callable[[T], str | None] = lambda _: None,
) -> Matching[T]:
    """The findings and memories of one act, each met by one other: by id, by rule, point and words, by a
    sentence that has moved; by place where it has changed."""
    order = sorted(range(len(findings)), key=lambda at: (findings[at].start or 0, at))
    seen = {at: subject_of(findings[at]) for at in order}
    left = list(remembered)
    same: dict[int, T] = {}
    changed: dict[int, T] = {}
    left = _pair(order, left, lambda at: findings[at].id, id_of, same)
    left = _pair(_without(order, same), left, lambda at: seen[at].same, lambda each: subject(each).same, same)
    left = _pair(_without(order, same), left, lambda at: seen[at].sentence, lambda each: subject(each).sentence, same)
    left = _pair(_without(order, same), left, lambda at: seen[at].place, lambda each: subject(each).place, changed)
    return Matching(same, changed, tuple(left))


def _without(order: Iterable[int], taken: Mapping[int, T]) -> list[int]:
    return [at for at in order if at not in taken]


def _pair(
    positions: Iterable[int],
    remembered: Iterable[T],
    key_here: Callable[[int], Hashable],
    key_there: Callable[[T], Hashable],
    pairs: dict[int, T],
) -> list[T]:
    """Fills ``pairs`` with those of one key, in order; what is left of the remembered comes back."""
    waiting: dict[Hashable, deque[int]] = defaultdict(deque)
    for at in positions:
        waiting[key_here(at)].append(at)
    left = []
    for each in remembered:
        key = key_there(each)
        if key is not None and waiting.get(key):
            pairs[waiting[key].popleft()] = each
        else:
            left.append(each)
    return left
