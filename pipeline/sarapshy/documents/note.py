"""The analytical note over many acts: what working group 4 hands in.

Introduction, the acts examined, the acts that ought to exist, the risks act by act with figures and charts, and the
recommendations: what to do, who, until when, in which form. Laws and by-laws stand apart, as the plan wants. Each
finding names its recommendation, so that recommendations answer findings one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime

from sarapshy.documents.blocks import (
    Align,
    Block,
    Cell,
    Document,
    Paragraph,
    Run,
    Style,
    Text,
    cell,
    plain,
)
from sarapshy.documents.figures import write_figures
from sarapshy.documents.listed import SCOPES, Listed
from sarapshy.documents.material import Material, Record
from sarapshy.documents.questions import write_questions
from sarapshy.documents.risks import write_recommendations, write_risks
from sarapshy.documents.words import (
    Count,
    capital,
    cite_act,
    cite_requisites,
    print_date,
)
from sarapshy.documents.writer import Writer
from sarapshy.plan.model import Measure, Plan, Result, Scope
from sarapshy.report.plan import print_term

LEFT, CENTER = Align.LEFT, Align.CENTER
MISSING = "F3"


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
            "questions": lambda: write_questions(self, {code for act in self.acts for code in act.record["unchecked"]}),
            "recommendations": lambda: write_recommendations(self, self.acts, self.plan),
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
        yield from write_figures(self, self.acts)
        for scope in self._scopes():
            yield from write_risks(self, self._of(scope), scope)

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
