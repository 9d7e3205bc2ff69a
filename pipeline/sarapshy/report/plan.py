"""The page of the plan, ``OUT/plan.html``: a timeline of the measures, and what is done and left under each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sarapshy.findings.model import Texts
from sarapshy.messages import LANGUAGES, say
from sarapshy.plan.model import Plan, Term, quarter
from sarapshy.plan.progress import Progress, Stage, stage_of
from sarapshy.report.html import render_page
from sarapshy.report.wording import Wording

PAGE = "plan.html"


@dataclass(frozen=True, slots=True)
class Bar:
    """A measure as the timeline draws it; ``left`` and ``width`` in hundredths of the line, None where it has no term."""

    progress: Progress
    term: Texts | None
    stage: Stage
    left: float | None = None
    width: float | None = None

    @property
    def share(self) -> float:
        """Hundredths of the findings that are decided."""
        counts = self.progress
        return 100 * (counts.accepted + counts.rejected) / counts.findings if counts.findings else 0.0


@dataclass(frozen=True, slots=True)
class Tick:
    name: Texts
    left: float


def render_plan(plan: Plan, progress: Sequence[Progress], language: str, today: date) -> str:
    """The page; ``today`` decides which terms are over."""
    line = _line_of(progress)
    bars = [_bar(each, line, today) for each in progress]
    directions = {each.measure.direction for each in progress}
    return render_page(
        "plan.html",
        "plan",
        Wording(language),
        title=say("plan.heading", language),
        decisions="",
        plan=plan,
        directions=[each for each in plan.directions if each.number in directions],
        bars=bars,
        ticks=_ticks(line),
        today=_place(today, line),
        others=len(plan.measures) - len(progress),
    )


def term_texts(term: Term) -> Texts:
    """«2018 жылғы 2–3-тоқсандар», «2–3 кварталы 2018 года»."""
    return {language: print_term(term, language) for language in LANGUAGES}


def print_term(term: Term, language: str) -> str:
    if term.quarters and term.begin.year == term.end.year:
        (year, first), (_, last) = term.quarters
        form = "one" if first == last else "many"
        return say(f"plan.quarter_{form}", language, year=year, first=first, last=last)
    if term.months and term.begin.year == term.end.year:
        months = say("plan.months", language).split()
        names = {"first": months[term.begin.month - 1], "last": months[term.end.month - 1]}
        form = "one" if term.begin.month == term.end.month else "many"
        return say(f"plan.month_{form}", language, year=term.end.year, **names)
    return say("plan.days", language, begin=f"{term.begin:%d.%m.%Y}", end=f"{term.end:%d.%m.%Y}")


def _line_of(progress: Sequence[Progress]) -> Term | None:
    """Whole quarters around all terms."""
    terms = [each.measure.term for each in progress if each.measure.term]
    if not terms:
        return None
    begin, end = min(term.begin for term in terms), max(term.end for term in terms)
    return Term(_quarter_of(begin).begin, _quarter_of(end).end)


def _bar(progress: Progress, line: Term | None, today: date) -> Bar:
    term, stage = progress.measure.term, stage_of(progress.measure, today)
    if term is None or line is None:
        return Bar(progress, None, stage)
    left = _place(term.begin, line) or 0.0
    right = _place(term.end + timedelta(days=1), line)
    return Bar(progress, term_texts(term), stage, left, (100.0 if right is None else right) - left)


def _ticks(line: Term | None) -> list[Tick]:
    ticks: list[Tick] = []
    day = line.begin if line else None
    while line and day and day < line.end:
        term = _quarter_of(day)
        ticks.append(Tick(term_texts(term), _place(day, line) or 0.0))
        day = term.end + timedelta(days=1)
    return ticks


def _place(day: date, line: Term | None) -> float | None:
    """Where a day stands on the line, 0..100; None where it lies outside."""
    if line is None or not line.begin <= day <= line.end:
        return None
    return round(100 * (day - line.begin).days / ((line.end - line.begin).days + 1), 2)


def _quarter_of(day: date) -> Term:
    return quarter(day.year, (day.month - 1) // 3 + 1)
