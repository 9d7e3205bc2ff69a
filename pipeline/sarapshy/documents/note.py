"""The analytical note over many acts: what working group 4 hands in.

Introduction, the acts examined, the acts that ought to exist, the risks act by act with figures and charts, and the
recommendations: what to do, who, until when, in which form. Laws and by-laws stand apart, as the plan wants. Each
finding names its recommendation, so that recommendations answer findings one by one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sarapshy.documents.blocks import (
    Align,
    Bar,
    Block,
    Cell,
    Chart,
    Document,
    Paragraph,
    Run,
    Style,
    Text,
    Turn,
    cell,
    plain,
)
from sarapshy.documents.conclusion import ask, describe_factor, explain
from sarapshy.documents.material import Examined, Material, Record, class_of, name_class, name_factor, order_codes
from sarapshy.documents.selection import remedy_of
from sarapshy.documents.words import (
    Count,
    capital,
    cite_act,
    cite_briefly,
    cite_requisites,
    name_body,
    print_date,
    quote,
)
from sarapshy.documents.writer import Writer, italic
from sarapshy.findings.model import SEVERITIES, Finding
from sarapshy.plan.assign import scope_of
from sarapshy.plan.model import Measure, Plan, Result, Scope
from sarapshy.report.plan import print_term

LEFT, CENTER = Align.LEFT, Align.CENTER
SCOPES = (Scope.LAWS, Scope.BYLAWS)
MISSING = "F3"
CHARTED = 15  # bars of a chart
LISTED_CLEAR = 60  # acts without remarks that are named in one sentence


@dataclass(frozen=True, slots=True)
class Listed:
    """An act of the note: ``shown`` are the remarks that it prints, with the numbers of their recommendations."""

    examined: Examined
    scope: Scope
    shown: tuple[tuple[int, Finding], ...]

    @property
    def record(self) -> Record:
        return self.examined.record

    @property
    def remarks(self) -> tuple[Finding, ...]:
        return self.examined.selected.remarks


def list_acts(acts: Iterable[Examined], top: int) -> list[Listed]:
    """Laws before by-laws; of each act its strongest ``top`` remarks, or all that an expert accepted."""
    listed: list[Listed] = []
    number = 0
    for scope in SCOPES:
        for examined in acts:
            if scope_of(examined.record) is not scope:
                continue
            remarks = examined.selected.remarks
            if not examined.selected.reviewed:
                strongest = sorted(remarks, key=lambda finding: finding.rank)[:top]
                remarks = tuple(finding for finding in remarks if finding in strongest)
            listed.append(Listed(examined, scope, tuple(enumerate(remarks, number + 1))))
            number += len(remarks)
    return listed


def write_note(
    acts: Sequence[Listed],
    failed: Sequence[Record],
    material: Material,
    plan: Plan,
    measure: Measure | None,
    language: str,
) -> Document:
    """The note in Kazakh or in Russian; ``measure`` is the one it is handed in under, None for all of the plan."""
    writer = _Note(acts, failed, material, plan, measure, language)
    return Document(writer.say("title"), language, tuple(writer.blocks()))


class _Note(Writer):
    def __init__(
        self,
        acts: Sequence[Listed],
        failed: Sequence[Record],
        material: Material,
        plan: Plan,
        measure: Measure | None,
        language: str,
    ) -> None:
        super().__init__(material.template, language, material.parties)
        self.acts, self.failed, self.material, self.plan = acts, failed, material, plan
        self.measures = [measure] if measure else [each for each in plan.measures if each.result is not Result.OTHER]
        self.measure = measure
        self.findings = [finding for act in acts for finding in act.remarks]

    def blocks(self) -> Iterator[Block]:
        parts: dict[str, Callable[[], Iterable[Block]]] = {
            "head": self.head,
            "notice": self.notice,
            "introduction": self.introduction,
            "acts": self.list_acts,
            "missing": self.missing,
            "risks": self.risks,
            "questions": self.questions,
            "recommendations": self.recommendations,
            "outcome": self.outcome,
            "signature": self.signature,
        }
        for name in self.template.sections:
            yield from parts[name]()

    def head(self) -> Iterator[Block]:
        yield self.paragraph("stamp", Style.STAMP)
        yield Paragraph(self.named(self.parties.approver, "no_approver"), Style.STAMP)
        yield self.paragraph("stamp_line", Style.STAMP)
        yield self.paragraph("title", Style.TITLE)
        yield self.paragraph("subtitle", Style.SUBTITLE)
        if self.measure and self.measure.part:
            yield self.paragraph("subtitle_part", Style.SUBTITLE, part=self.measure.part[self.language])
        yield self.place_and_date()

    def notice(self) -> Iterator[Block]:
        open_acts = sum(not act.examined.selected.reviewed and bool(act.remarks) for act in self.acts)
        if open_acts:
            threshold = f"{self.material.threshold:.2g}".replace(".", ",")
            told = self.write("notice", acts=Count(open_acts), threshold=threshold)
            yield Paragraph(tuple(Run(run.text, mark=True) for run in told), Style.NOTE)

    def introduction(self) -> Iterator[Block]:
        run, parties = self.material.run, self.parties
        day = print_date(datetime.fromisoformat(run["started"]).date(), self.language) if run.get("started") else ""
        megabytes = f"{run.get('megabytes', 0):.1f}".replace(".", ",")
        counts = {f"{scope}": Count(len(self._of(scope))) for scope in SCOPES}
        yield self.heading("h_introduction")
        yield self.fields(
            [
                ("organisation", self.named(parties.organisation)),
                ("object", self.write("object_text", acts=Count(len(self.acts)), **counts)),
                ("basis", plain(parties.basis[self.language]) if parties.basis else self.write("basis_text")),
                ("period", self.named(parties.period)),
                ("group", self._group()),
                ("sources", self.write("sources_text", megabytes=megabytes, version=run.get("version", ""), day=day)),
                ("limits", self._limits()),
            ]
        )
        for number, measure in enumerate(self.measures, 1):
            end = Run("." if number == len(self.measures) else ";")
            yield Paragraph((Run("– "), *self._measure(measure), end), Style.ITEM)

    def list_acts(self) -> Iterator[Block]:
        yield self.heading("h_acts")
        columns = (
            ("c_number", 5, CENTER),
            ("c_act", 33, LEFT),
            ("c_edition", 17, LEFT),
            ("c_coverage", 13, CENTER),
            ("c_remarks", 15, CENTER),
            ("c_state", 17, LEFT),
        )
        number = 0
        for scope in self._scopes():
            yield self.subheading(self.write(f"{scope}"))
            acts = self._of(scope)
            if not acts:
                yield self.paragraph("no_acts")
                continue
            yield self.table(columns, [self._act_row(n, act) for n, act in enumerate(acts, number + 1)])
            number += len(acts)
        if self.failed:
            yield self.paragraph("failed")
            for act in self.failed:
                yield Paragraph(plain(f"– {act['error']['message'][self.language]}"), Style.ITEM)

    def missing(self) -> Iterator[Block]:
        """Findings of F3 name an act that a norm demands and nobody has adopted; the unsure ones are told too, marked."""
        found = [(act, finding, True) for act in self.acts for finding in act.remarks if finding.code == MISSING]
        found += [
            (a, finding, False) for a in self.acts for finding in a.examined.selected.weak if finding.code == MISSING
        ]
        yield self.heading("h_missing")
        yield self.paragraph("missing_intro" if found else "missing_none")
        for act, finding, sure in found:
            unit = f"{cite_requisites(act.record, self.language)}, {act.examined.unit_of(finding, self.language)}"
            told = f"{finding.message[self.language]} ({unit.removesuffix(', ')})"
            end = "." if finding is found[-1][1] else ";"
            yield Paragraph((Run("– "), Run(told, mark=not sure), Run(end)), Style.ITEM)

    def risks(self) -> Iterator[Block]:
        yield self.heading("h_risks")
        yield self.subheading(self.write("figures"))
        severities = Counter(finding.severity for finding in self.findings)
        counts = {"acts": len(self.acts), "with_remarks": sum(bool(act.remarks) for act in self.acts)}
        counts["findings"] = len(self.findings)
        counts |= {severity: severities[severity] for severity in SEVERITIES}
        yield self.paragraph("figures_text", Style.BODY, **{name: Count(value) for name, value in counts.items()})
        if self.findings:
            yield from self._figures()
        yield from self._topics()
        for scope in self._scopes():
            yield from self._risks_of(scope)

    def questions(self) -> Iterator[Block]:
        unchecked = {code for act in self.acts for code in act.record["unchecked"]}
        yield self.heading("h_questions")
        yield self.paragraph("questions_intro")
        columns = (("c_factor", 30, LEFT), ("c_question", 45, LEFT), ("c_answer", 25, LEFT))
        yield self.table(columns, list(ask(self, unchecked)))

    def recommendations(self) -> Iterator[Block]:
        rows = [self._recommendation(number, finding, act) for act in self.acts for number, finding in act.shown]
        yield self.heading("h_recommendations")
        if not rows:
            yield self.paragraph("no_recommendations")
            return
        columns = (
            ("c_number", 6, CENTER),
            ("c_action", 46, LEFT),
            ("c_owner", 18, LEFT),
            ("c_term", 14, LEFT),
            ("c_form", 16, LEFT),
        )
        yield self.table(columns, rows)

    def outcome(self) -> Iterator[Block]:
        yield self.heading("h_outcome")
        yield self.paragraph("outcome_found" if self.findings else "outcome_none", findings=Count(len(self.findings)))
        yield self.paragraph("discussion")

    def signature(self) -> Iterator[Block]:
        yield self.signatures(self.write("signature"), self.parties.members)

    # what the parts are made of

    def _scopes(self) -> tuple[Scope, ...]:
        if self.measure and self.measure.scope in SCOPES:
            return (self.measure.scope,)
        return SCOPES

    def _of(self, scope: Scope) -> list[Listed]:
        return [act for act in self.acts if act.scope is scope]

    def _group(self) -> Text:
        if self.parties.group:
            return plain(self.parties.group[self.language])
        groups = dict.fromkeys(measure.group[self.language] for measure in self.measures)
        return plain(", ".join(groups)) if groups else self.write("fill_in")

    def _limits(self) -> Text:
        unchecked = {code for act in self.acts for code in act.record["unchecked"]}
        told = self.write("limits_text", unchecked=Count(len(unchecked)))
        if not self.failed:
            return told
        return (*told, Run("; "), *self.write("limits_failed", failed=Count(len(self.failed))))

    def _measure(self, measure: Measure) -> Text:
        language = self.language
        name = capital(measure.name[language]) + (f": {measure.part[language]}" if measure.part else "")
        term = print_term(measure.term, language) if measure.term else self.say("no_term")
        told = {"form": measure.form[language], "group": measure.group[language]}
        return self.write("measure_text", number=measure.id, name=name, term=term, **told)

    def _act_row(self, number: int, act: Listed) -> list[Cell]:
        edition = act.record["edition"]
        selected = act.examined.selected
        state = self.write("state_part" if selected.undecided else "state_reviewed", left=selected.undecided)
        return [
            cell(str(number)),
            cell(capital(cite_act(act.record, self.language))),
            cell(print_date(date.fromisoformat(edition), self.language) if edition else self.write("original")),
            cell(str(round(100 * act.record["coverage"]))),
            cell(str(len(act.remarks))),
            cell(state if selected.reviewed else self.write("state_open")),
        ]

    def _figures(self) -> Iterator[Block]:
        codes = Counter(finding.code for finding in self.findings)
        ordered = sorted(codes, key=lambda code: (-codes[code], order_codes(codes).index(code)))
        bars = [Bar(f"{code} {name_factor(code, self.language)}", codes[code]) for code in ordered[:CHARTED]]
        yield Chart(self.say("chart_factors"), tuple(bars))
        most = sorted((act for act in self.acts if act.remarks), key=lambda act: -len(act.remarks))[:CHARTED]
        if len(most) > 1:
            acts = [Bar(capital(cite_briefly(act.record, self.language)), len(act.remarks)) for act in most]
            yield Chart(self.say("chart_acts"), tuple(acts))
        yield self.subheading(self.write("by_factor"))
        columns = (("c_factor", 42, LEFT), ("c_class", 32, LEFT), ("c_remarks", 14, CENTER), ("c_acts", 12, CENTER))
        yield self.table(columns, [self._factor_row(code, codes[code]) for code in ordered])

    def _factor_row(self, code: str, count: int) -> list[Cell]:
        number = class_of(code)
        named = f"{number}. {name_class(number, self.language)}" if number else "–"
        acts = sum(any(finding.code == code for finding in act.remarks) for act in self.acts)
        return [cell(f"{code}. {name_factor(code, self.language)}"), cell(named), cell(str(count)), cell(str(acts))]

    def _topics(self) -> Iterator[Block]:
        """Each topic is told, found or not: a reader must not guess whether it was looked at."""
        yield self.subheading(self.write("by_topic"))
        for topic, codes in self.template.topics.items():
            count = sum(finding.code in codes for finding in self.findings)
            key = "topic_found" if count else "topic_none"
            told = self.write(key, topic=self.say(topic), count=Count(count))
            end = Run("." if topic == list(self.template.topics)[-1] else ";")
            yield Paragraph((Run("– "), *told, end), Style.ITEM)

    def _risks_of(self, scope: Scope) -> Iterator[Block]:
        acts = self._of(scope)
        shown = [act for act in acts if act.shown]
        clear = [act for act in acts if not act.remarks]
        if not acts:
            return
        yield Turn(landscape=True)
        yield self.subheading(self.write(f"risks_{scope}"))
        for act in shown:
            yield self.paragraph("act_heading", Style.CAPTION, act=capital(cite_act(act.record, self.language)))
            yield self._risk_table(act)
            if left := len(act.remarks) - len(act.shown):
                yield self.paragraph("more", count=Count(left))
        if clear:
            named = "; ".join(cite_act(act.record, self.language) for act in clear[:LISTED_CLEAR])
            yield self.paragraph("clear", acts=named + ("; …" if len(clear) > LISTED_CLEAR else ""))
        yield Turn(landscape=False)

    def _risk_table(self, act: Listed) -> Block:
        columns = (
            ("c_unit", 12, LEFT),
            ("c_text", 26, LEFT),
            ("c_risk", 32, LEFT),
            ("c_factors", 17, LEFT),
            ("c_recommendation", 13, CENTER),
        )
        return self.table(columns, [self._risk(number, finding, act) for number, finding in act.shown])

    def _risk(self, number: int, finding: Finding, act: Listed) -> list[Cell]:
        return [
            cell(act.examined.unit_of(finding, self.language) or self.say("whole_act")),
            cell(quote(finding.quote) if finding.quote else italic(self.write("absent"))),
            explain(self, finding),
            describe_factor(self, finding),
            cell(str(number)),
        ]

    def _recommendation(self, number: int, finding: Finding, act: Listed) -> list[Cell]:
        """Who has to act is the body that adopted the act; term and form are those of the plan's measure of amendments."""
        body = act.record["body"]
        measure = next((each for each in self.plan.measures if each.result is Result.AMENDMENT), None)
        term = print_term(measure.term, self.language) if measure and measure.term else ""
        form = measure.form[self.language] if measure else ""
        unit = f"{capital(cite_requisites(act.record, self.language))}, {act.examined.unit_of(finding, self.language)}"
        remedy = remedy_of(finding, self.language)
        told = self.write("action", unit=unit.removesuffix(", "), remedy=remedy) if remedy else self.write("no_remedy")
        return [
            cell(str(number)),
            cell(told),
            cell(name_body(body, self.language) if body else self.write("fill_in")),
            cell(plain(term) or self.write("fill_in")),
            cell(plain(form) or self.write("fill_in")),
        ]
