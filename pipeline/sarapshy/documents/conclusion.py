"""The conclusion on one act: what the expert signs.

Sixteen things stand in it, as in the forms that experts of Kazakhstan and its neighbours use: requisites, expert, basis,
aim and method, object, materials, general assessment, transparency, justification, assessment in substance, the table of
remarks with a cure for each, an account of every clause, the questions that only a person can answer, conclusions, state
of review, annexes and signature. A part with nothing to tell says so: none is printed empty. From the table of remarks on
pages lie across, to the end, so that none is left half empty in between.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime

from sarapshy.acts.kinds import rank_of
from sarapshy.documents.blocks import Align, Block, Cell, Document, Paragraph, Run, Style, Text, Turn, cell, plain
from sarapshy.documents.coverage import tell_headings, write_coverage
from sarapshy.documents.material import (
    Examined,
    Material,
    bases_of,
)
from sarapshy.documents.questions import write_questions
from sarapshy.documents.remarks import Cures, write_decision, write_remark
from sarapshy.documents.words import (
    Count,
    capital,
    cite_act,
    cite_requisites,
    join_numbers,
    kind_form,
    name_body,
    print_date,
    print_dated,
    print_on_date,
    quote,
)
from sarapshy.documents.writer import Writer
from sarapshy.findings.factors import read_factors
from sarapshy.findings.model import SEVERITIES
from sarapshy.plan.assign import LOWEST_LAW

LEFT, CENTER = Align.LEFT, Align.CENTER
PLACES = 3  # further places of a remark that are named
BOX, TICKED = "☐\u00a0", "☒\u00a0"


def write_conclusion(examined: Examined, material: Material, language: str, cures: Cures | None = None) -> Document:
    """The conclusion in Kazakh or in Russian; ``cures`` are the proposals of each remark by itself."""
    writer = _Conclusion(examined, material, language, cures or {})
    title = cite_act(examined.record, language)
    return Document(f"{writer.say('file_name')}: {title}", language, tuple(writer.blocks()))


class _Conclusion(Writer):
    def __init__(self, examined: Examined, material: Material, language: str, cures: Cures) -> None:
        super().__init__(material.template, language, material.parties)
        self.examined, self.material, self.cures = examined, material, cures
        self.act, self.selected = examined.record, examined.selected
        self.remarks = list(enumerate(self.selected.remarks, 1))

    def blocks(self) -> Iterator[Block]:
        parts: dict[str, Callable[[], Iterable[Block]]] = {
            "head": self.head,
            "notice": self.notice,
            "expert": self.expert,
            "basis": self.basis,
            "method": self.method,
            "object": self.describe_act,
            "materials": self.materials,
            "general": self.general,
            "transparency": self.transparency,
            "justification": self.justification,
            "substance": self.substance,
            "remarks": self.remarks_table,
            "coverage": lambda: write_coverage(self, self.examined, self.remarks),
            "questions": lambda: write_questions(self, self.act["unchecked"]),
            "outcome": self.outcome,
            "review": self.review,
            "annexes": self.annexes,
            "signature": self.signature,
        }
        for name in self.template.sections:
            yield from parts[name]()

    def head(self) -> Iterator[Block]:
        addressee = self.parties.addressee
        told = self.write("addressee", addressee=addressee[self.language]) if addressee else self.write("no_addressee")
        yield Paragraph(told, Style.STAMP)
        yield self.paragraph("title", Style.TITLE)
        act = cite_requisites(self.act, self.language, to=True)
        yield self.paragraph("subtitle", Style.SUBTITLE, act=act)
        if self.act["title"]:
            yield Paragraph(plain(quote(self.act["title"])), Style.SUBTITLE)
        if self.act["edition"]:
            yield self.paragraph("subtitle_edition", Style.SUBTITLE, edition=self._edition())
        yield self.place_and_date()

    def notice(self) -> Iterator[Block]:
        selected = self.selected
        if selected.reviewed:
            yield self.paragraph("notice_reviewed", Style.NOTE, **self._counts())
        else:
            threshold = f"{self.material.threshold:.2g}".replace(".", ",")
            counts = {"findings": Count(len(selected.remarks)), "weak": Count(len(selected.weak))}
            told = self.write("notice", threshold=threshold, **counts)
            yield Paragraph(tuple(Run(run.text, mark=True) for run in told), Style.NOTE)

    def expert(self) -> Iterator[Block]:
        yield self.heading("h_expert")
        names = ("expert", "role", "accreditation", "organisation")
        yield self.fields((name, self.named(getattr(self.parties, name))) for name in names)

    def basis(self) -> Iterator[Block]:
        yield self.heading("h_basis")
        yield self.fields((name, self.named(getattr(self.parties, name))) for name in ("basis", "letter", "pages"))

    def method(self) -> Iterator[Block]:
        run = self.material.run
        yield self.heading("h_method")
        yield self.paragraph("aim")
        checked = Count(len(read_factors()) - len(self.act["unchecked"]))
        yield self.paragraph("method", checked=checked)
        day = print_on_date(datetime.fromisoformat(run["started"]).date(), self.language) if run.get("started") else ""
        yield self.paragraph("tool", version=run.get("version", ""), rules=str(run.get("rules", ""))[:8], run=day)

    def describe_act(self) -> Iterator[Block]:
        act, language = self.act, self.language
        languages = ", ".join(self.say(f"language_{each}") for each in act["languages"])
        known: list[tuple[str, str | Text | None]] = [
            ("kind", kind_form(act["kind"], language)),
            ("act_title", quote(act["title"]) if act["title"] else None),
            ("body", name_body(act["body"], language) if act["body"] else None),
            ("act_date", self._day("date")),
            ("act_number", f"№\u00a0{act['number']}" if act["number"] else None),
            ("registration", f"№\u00a0{act['registration']}" if act["registration"] else None),
            ("edition", self.say("edition_dated", edition=self._edition()) if act["edition"] else None),
            ("languages", languages),
            ("status", self.write(f"status_{act['status']}")),
        ]
        yield self.heading("h_object")
        yield self.fields((name, value or self.write("fill_in")) for name, value in known)

    def materials(self) -> Iterator[Block]:
        act = self.act
        yield self.heading("h_materials")
        counts = {name: Count(act[name]) for name in ("characters", "clauses")}
        yield self._item("text", file=quote(act["path"]), coverage=round(act["coverage"] * 100), **counts)
        if act["source"]["ocr"] is not None:
            yield self._item("ocr", ocr=round(act["source"]["ocr"]))
        if laws := self._laws():
            yield self._item("laws", laws="; ".join(laws))
        yield self._item("other_materials")

    def general(self) -> Iterator[Block]:
        act = self.act
        rank = act["rank"] or rank_of(act["kind"], act["body"])
        category = "unknown" if act["kind"] == "unknown" else "law" if 0 < rank <= LOWEST_LAW else "bylaw"
        body = name_body(act["body"], self.language) if act["body"] else self.write("fill_in")
        yield self.heading("h_general")
        yield self.fields(
            (
                ("initiator", body),
                ("category", self.write(f"category_{category}")),
                ("fitness", self.write("fitness_open")),
                ("act_aim", self.write("fill_in")),
            )
        )

    def transparency(self) -> Iterator[Block]:
        yield self.heading("h_transparency")
        if self.act["registration"]:
            yield self.paragraph("registered", registration=self.act["registration"])
        else:
            yield self.paragraph("not_registered")
        yield self.paragraph("consultation")

    def justification(self) -> Iterator[Block]:
        yield self.heading("h_justification")
        names = ("explanatory", "standards", "finance", "business")
        yield self.fields((name, self.write("fill_in")) for name in names)

    def substance(self) -> Iterator[Block]:
        yield self.heading("h_substance")
        columns = (("c_topic", 45, LEFT), ("c_result", 55, LEFT))
        rows = [(cell(self.write(topic)), self._topic(codes)) for topic, codes in self.template.topics.items()]
        yield self.table(columns, rows)

    def remarks_table(self) -> Iterator[Block]:
        if not self.remarks:
            yield self.heading("h_remarks")
            yield self.paragraph("no_remarks")
            return
        yield Turn(landscape=True)
        yield self.heading("h_remarks")
        columns = (
            ("c_number", 4, CENTER),
            ("c_unit", 12, LEFT),
            ("c_text", 18, LEFT),
            ("c_remark", 26, LEFT),
            ("c_factors", 17, LEFT),
            ("c_remedy", 23, LEFT),
        )
        rows = (write_remark(self, number, finding, self.examined, self.cures) for number, finding in self.remarks)
        yield self.table(columns, rows)

    def outcome(self) -> Iterator[Block]:
        counts = Counter(finding.severity for finding in self.selected.remarks)
        yield self.heading("h_outcome")
        if not self.remarks:
            yield self.paragraph("outcome_nothing")
        else:
            levels = {severity: counts[severity] for severity in SEVERITIES}
            yield self.paragraph("outcome_found", Style.BODY, findings=Count(len(self.remarks)), **levels)
            yield from tell_headings(self, self.selected)
        yield self.paragraph("propose")
        for name in ("proceed", "amend", "return"):
            chosen = self.selected.reviewed and name == ("amend" if self.remarks else "proceed")
            yield Paragraph((Run(TICKED if chosen else BOX), *self.write(name)), Style.ITEM)

    def review(self) -> Iterator[Block]:
        yield self.heading("h_review")
        for state in ("under_review", "returned", "approved"):
            chosen = state == "under_review"
            yield Paragraph((Run(TICKED if chosen else BOX), *self.write(f"state_{state}")), Style.ITEM)
        if not self.selected.reviewed:
            yield self.paragraph("review_none")
            return
        yield self.paragraph("review_counts", Style.BODY, **self._counts())
        if self.remarks:
            columns = (
                ("c_number", 8, CENTER),
                ("c_decision", 30, LEFT),
                ("c_comment", 32, LEFT),
                ("c_reply", 30, LEFT),
            )
            yield self.table(columns, [write_decision(self, number, finding) for number, finding in self.remarks])

    def annexes(self) -> Iterator[Block]:
        yield self.heading("h_annexes")
        yield self._item("annex_draft")
        yield self._item("annex_table")

    def signature(self) -> Iterator[Block]:
        name = self.parties.expert
        role = self.parties.role
        told = plain(capital(role[self.language])) if role else self.write("signature")
        yield self.signatures(told, (name[self.language],) if name else ())

    # what the parts are made of

    def _item(self, key: str, **values: object) -> Paragraph:
        return Paragraph((Run("– "), *self.write(key, **values)), Style.ITEM)

    def _day(self, name: str) -> str | None:
        return print_date(date.fromisoformat(self.act[name]), self.language) if self.act[name] else None

    def _edition(self) -> str:
        """«2017 жылғы 13 желтоқсандағы», «от 13 декабря 2017 года»."""
        return print_dated(date.fromisoformat(self.act["edition"]), self.language)

    def _counts(self) -> dict[str, int]:
        selected = self.selected
        return {"accepted": selected.accepted, "rejected": selected.rejected, "undecided": selected.undecided}

    def _laws(self) -> list[str]:
        """The acts on which the remarks rest, each once."""
        bases = (basis for finding in self.selected.remarks for basis in bases_of(finding, self.language))
        return list(dict.fromkeys(basis.act for basis in bases))

    def _topic(self, codes: tuple[str, ...]) -> Cell:
        numbers = [number for number, finding in self.remarks if finding.code in codes]
        asked = [code for code in codes if code in self.act["unchecked"]]
        if not codes:
            return cell(self.write("expert_only_topic"))
        weak = sum(finding.code in codes for finding in self.selected.weak)
        if numbers:
            told = self.write("found_one" if len(numbers) == 1 else "found", numbers=join_numbers(numbers))
        else:
            told = self.write("not_found_weak" if weak else "not_found", weak=weak)
        return cell(told, self.write("expert_only", codes=", ".join(asked)) if asked else ())
