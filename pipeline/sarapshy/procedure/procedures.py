"""The steps of one text put together: where it starts, which step waits for which, how it can end.

In rules on a competition the announcement starts it, the commission's examination waits for the documents that the
candidate hands in, and a contract or a refusal ends it. A step waits for an earlier one whose paper or decision it
needs, or at whose point it points.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sarapshy.acts.model import ClauseKind
from sarapshy.acts.stretches import Reading
from sarapshy.language.actors import ActorKind
from sarapshy.procedure.norms import Norm, read_norms

ENDING = frozenset({"refusal", "return", "exclusion", "award", "appointment", "contract", "document", "end"})
COMMON = frozenset({"form", "draft", "report"})  # named in most steps of some texts: they tie nothing together


@dataclass(frozen=True, slots=True)
class Link:
    """Step ``then`` waits for step ``first``: for the paper ``what``, or for the point where it stands ("clause")."""

    first: int
    then: int
    what: str


@dataclass(frozen=True, slots=True)
class Procedure:
    """The steps of one annex or approved text; ``component`` is its position, None for the act's own body. ``ends`` are
    numbers of steps, and ``starts`` says what sets the first in motion: announcement, application, decision, date."""

    component: int | None
    title: str | None
    steps: tuple[Norm, ...]
    links: tuple[Link, ...]
    starts: str | None
    ends: tuple[int, ...]

    @property
    def doers(self) -> tuple[str, ...]:
        """Keys of who acts, the busiest first; nobody named is the empty one and comes last."""
        counts = Counter(step.doer.key if step.doer else "" for step in self.steps)
        return tuple(sorted(counts, key=lambda key: (key == "", -counts[key])))


@lru_cache(maxsize=2)
def read_procedures(reading: Reading) -> tuple[Procedure, ...]:
    """One procedure a text that has steps, in document order."""
    by_component: dict[int | None, list[Norm]] = {}
    for norm in read_norms(reading):
        by_component.setdefault(reading.outline.component(norm.clause), []).append(norm)
    return tuple(_build(reading, component, steps) for component, steps in by_component.items())


def _build(reading: Reading, component: int | None, steps: list[Norm]) -> Procedure:
    steps = _unite_doers(steps)
    links = tuple(_link(reading, steps))
    waited_for = {link.first for link in links}
    ends = tuple(
        number
        for number, step in enumerate(steps)
        if ENDING & set(step.outcomes) and (number not in waited_for or "refusal" in step.outcomes)
    )
    return Procedure(component, _title(reading, component), tuple(steps), links, _start(steps), ends)


def _unite_doers(steps: list[Norm]) -> list[Norm]:
    """«басқарма» is «білім басқармасы» where the text knows one басқарма only."""
    keys = {step.doer.key: step.doer for step in steps if step.doer}
    united = {}
    for key in keys:
        if " " in key:  # «конкурстық комиссия» is one of its own beside «облыстың конкурстық комиссиясы»
            continue
        longer = [other for other in keys if other != key and other.endswith(f" {key}")]
        if len(longer) == 1:
            united[key] = keys[longer[0]]
    return [
        replace(step, doer=replace(step.doer, key=found.key, name=found.name, meaning=found.meaning))
        if step.doer and (found := united.get(step.doer.key))
        else step
        for step in steps
    ]


def _link(reading: Reading, steps: Sequence[Norm]) -> list[Link]:
    found: dict[tuple[int, int], Link] = {}
    made: dict[str, int] = {}
    points: dict[str, int] = {}
    for number, step in enumerate(steps):
        for paper in sorted(step.needs - COMMON):
            if paper in made and steps[made[paper]].clause != step.clause:
                found.setdefault((made[paper], number), Link(made[paper], number, paper))
        for cited in sorted(step.cites & points.keys()):
            found.setdefault((points[cited], number), Link(points[cited], number, "clause"))
        made.update(dict.fromkeys(step.makes, number))
        label = reading.act.clauses[step.point].number if step.point is not None else None
        if label is not None:
            points.setdefault(label, number)
    return sorted(found.values(), key=lambda link: (link.then, link.first))


def _start(steps: Sequence[Norm]) -> str | None:
    for step in steps:
        if step.doer and step.doer.kind is ActorKind.CITIZEN and "submit" in step.deeds:
            return "application"
        if "publish" in step.deeds:
            return "announcement"
        if any(deadline.term.bound == "by_date" for deadline in step.deadlines):
            return "date"
    return "decision" if any("decide" in step.deeds for step in steps[:3]) else None


def _title(reading: Reading, component: int | None) -> str | None:
    if component is None:
        return reading.act.identity.title
    clause = reading.act.clauses[component]
    if clause.title:
        return " ".join(clause.title.split())
    for child in reading.outline.children.get(component, ()):
        heading = reading.act.clauses[child]
        if heading.kind is ClauseKind.HEADING:
            return " ".join(reading.act.text[heading.start : heading.end].split())
    return reading.act.identity.title
