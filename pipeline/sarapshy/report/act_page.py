"""The page of an act: its text with the evidence marked, the findings beside it, its procedures and its neighbours.

``acts/<name>.html`` links to ``../index.html`` and needs nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sarapshy.acts.model import Act
from sarapshy.acts.outline import Outline
from sarapshy.acts.stretches import Reading
from sarapshy.findings.factors import read_names
from sarapshy.findings.model import Finding
from sarapshy.findings.subjects import subject_of
from sarapshy.procedure.procedures import Procedure, read_procedures
from sarapshy.report.cards import Card, list_marks, list_notes, list_ticks, make_card
from sarapshy.report.decided_pages import decisions_on_act, write_block
from sarapshy.report.html import code_order, render_page, texts_of
from sarapshy.report.marked_text import MarkedText
from sarapshy.report.neighbourhood import Neighbourhood, draw, shorten_lines
from sarapshy.report.procedure import MOST, Flow, lay_out
from sarapshy.report.twins import lay_beside
from sarapshy.report.wording import Wording, script_json, translate

TERMS = (
    *("undecided", "accepted", "rejected", "open", "disputed", "changed_note", "disputed_note", "other_kk", "other_ru"),
    *(
        "loaded",
        "of_others",
        "not_decisions",
        "not_kept",
        "unsaved",
        "all_saved",
        "none_yet",
        "kept_by_server",
        "not_sent",
    ),
)


@dataclass(frozen=True, slots=True)
class Page:
    """What a page tells of the run beside the act: detectors that ran, factor codes left to the expert, neighbours."""

    coverage: float
    checked: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()
    index: str = "../index.html"
    procedures: tuple[Procedure, ...] | None = None  # of the act, where they have been read already
    around: Neighbourhood | None = None


def render_act(act: Act, findings: Sequence[Finding], language: str, page: Page, partner: Act | None = None) -> str:
    """The act's page; findings in the order of their rank; ``partner`` is the act in the other language."""
    ranked = sorted(findings, key=lambda finding: finding.rank)
    wording = Wording(language, spare=act.language)
    # Three acts of four have no finding, and of those nobody asks where a clause stands.
    clauses = reversed(list(enumerate(act.clauses if ranked else ())))
    positions = {clause.id: position for position, clause in clauses}
    twin, outline = lay_beside(act, partner), Outline(act)
    cards = [make_card(number, finding, act, positions) for number, finding in enumerate(ranked, 1)]
    if twin:
        cards = [replace(card, twin=twin.anchor_of(outline, _position(card.finding, positions))) for card in cards]
    marked = MarkedText(act, list_marks(cards, act), list_notes(cards, act, positions))
    procedures = read_procedures(Reading(act)) if page.procedures is None else page.procedures
    return render_page(
        "act.html",
        "act",
        wording,
        plain=not cards and not twin,
        act=act,
        page=page,
        cards=cards,
        decisions=write_block(decisions_on_act(ranked)),
        subjects=script_json(_subjects(ranked, act, wording)),
        twin=twin,
        text=marked.html(),
        contents=marked.contents(),
        requisites=_requisites(act),
        notes=[texts_of(key, **dict(values)) for key, values in act.source.notes],
        counts=Counter(finding.severity for finding in ranked),
        codes=sorted({finding.code for finding in ranked}, key=code_order),
        families_found=[each for each in read_names("families") if any(each == one.family for one in ranked)],
        ticks=list_ticks(cards, act),
        around=page.around,
        drawn=draw(page.around) if page.around else None,
        own_lines=_own_lines(act),
        flows=_lay_out(act, procedures, cards, marked) if procedures else [],
    )


def _lay_out(act: Act, procedures: Sequence[Procedure], cards: Sequence[Card], marked: MarkedText) -> list[Flow]:
    findings = [(card.number, card.finding) for card in cards]
    return lay_out(act, procedures, findings, marked.anchors(), most=MOST)


def _position(finding: Finding, positions: Mapping[str, int]) -> int | None:
    return positions.get(finding.clause.id) if finding.clause else None


def _subjects(findings: Sequence[Finding], act: Act, wording: Wording) -> dict[str, Any]:
    """What the page's script writes into a decision, by the findings' numbers, and the words it needs."""
    subjects = [subject_of(finding) for finding in findings]
    return {
        "act": findings[0].act.id if findings else None,
        "path": act.path,
        "language": act.language,
        "findings": [[each.rule, each.slot, each.clause, each.quote] for each in subjects],
        "terms": {name: wording.number(translate(f"review_page.{name}")) for name in TERMS},
    }


def _requisites(act: Act) -> list[tuple[str, str]]:
    """Translation key and value, known ones only."""
    identity = act.identity
    known = (
        ("html.body", identity.body),
        ("html.number", identity.number),
        ("html.date", _day(identity.date)),
        ("html.registration", identity.registration),
        ("html.edition", _day(identity.edition)),
    )
    return [(key, value) for key, value in known if value]


def _own_lines(act: Act) -> list[str]:
    """What the act is called in the middle of its neighbours."""
    who = act.identity
    told = " ".join(part for part in (f"№ {who.number}" if who.number else "", _day(who.date) or "") if part)
    return [*([told] if told else []), *shorten_lines(who.title or act.path, 21, 2 if told else 3)][:3]


def _day(day: date | None) -> str | None:
    return day.strftime("%d.%m.%Y") if day else None
