"""An act as Akoma Ntoso 3.0 XML, the form in which parliaments and publishers keep law.

Point 29 of chapter 2 of the rules is ``<paragraph eId="act_1__chp_2__para_29" wId="act_1__chp_2__pt_29">``: ``eId`` follows
the naming convention of the standard, ``wId`` is the address that findings.jsonl cites. What the order approves and its
annexes are attachments, each a document of its own. Every word of the act stands in the XML in its place; characters that XML
cannot hold become U+FFFD.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from lxml import etree

from sarapshy.acts.identity import CODES, address
from sarapshy.acts.model import Act, Clause, ClauseKind, ClauseRole, Identity
from sarapshy.acts.outline import Outline
from sarapshy.editions.instructions import read_instructions
from sarapshy.editions.model import Action, Amender, Edition, Named, Target
from sarapshy.report.akoma_links import Links

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
UNKNOWN_DAY = date(1, 1, 1)  # the schema wants a date
COMPONENTS = (ClauseKind.APPROVED, ClauseKind.ANNEX)
# Kind of clause: the element, and the prefix of its eId in the naming convention.
ELEMENTS = {
    ClauseKind.SECTION: ("section", "sec"),
    ClauseKind.CHAPTER: ("chapter", "chp"),
    ClauseKind.PARAGRAPH: ("division", "dvs"),
    ClauseKind.ARTICLE: ("article", "art"),
    ClauseKind.POINT: ("paragraph", "para"),
    ClauseKind.SUBPOINT: ("point", "point"),
    ClauseKind.PART: ("alinea", "al"),
    ClauseKind.INDENT: ("indent", "indent"),
}
NAMES = {ClauseKind.APPROVED: "approved", ClauseKind.ANNEX: "annex"}
TITLED = (ClauseKind.SECTION, ClauseKind.CHAPTER, ClauseKind.PARAGRAPH, ClauseKind.ARTICLE)
MODIFICATIONS = {
    Action.REPLACE: "substitution",
    Action.SUBSTITUTE: "substitution",
    Action.INSERT: "insertion",
    Action.DELETE: "repeal",
    Action.REPEAL: "repeal",
}
NO_NAME = re.compile(r"[^\w.-]+")
BAD = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LINE = re.compile(r"[^\s](?:[^\n]*[^\s])?")
CELL = re.compile(r"\t\|\t|\t?\|(?:\t|$)|(?:^|\t)\|")
Element = etree._Element


def write_akoma_ntoso(act: Act, edition: Edition | None = None) -> bytes:
    """The XML document, UTF-8. ``edition`` adds the history of an act that was consolidated."""
    root = etree.Element(_name("akomaNtoso"), nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    _Writer(act, edition).write(root)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def work_uri(identity: Identity, language: str, path: str) -> str:
    """«/akn/kz/act/2012-02-21/57»; of an act without date or number, its file name stands for them."""
    full = address(identity, language)
    if full is not None:
        return full.rpartition("/")[0]
    plain = NO_NAME.sub("-", path).strip("-")
    return f"/akn/kz/act/unknown/{plain or 'act'}"


def _name(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"


def _clean(words: str) -> str:
    return BAD.sub(lambda bad: " " if bad.group().isspace() else "\ufffd", words)


def _add(parent: Element, tag: str, **attributes: str) -> Element:
    return etree.SubElement(parent, _name(tag), {key: _clean(value) for key, value in attributes.items()})


class _Writer:
    def __init__(self, act: Act, edition: Edition | None) -> None:
        self.act, self.edition = act, edition
        self.outline = Outline(act)
        self.ids = dict(_name_clauses(act.clauses))
        self.links = Links(act, self.ids)
        self.uri = work_uri(act.identity, act.language, act.path)
        self.made = 0  # elements that stand for no clause

    # -- documents

    def write(self, root: Element) -> None:
        top = self.outline.children.get(None, [])
        first = next((at for at, p in enumerate(top) if self._kind(p) in COMPONENTS), len(top))
        own, rest = top[:first], top[first:]
        document = _add(root, "act", name="act", contains="singleVersion" if self.edition else "originalVersion")
        self._meta(document, "!main")
        end = self.act.clauses[rest[0]].start if rest else len(self.act.text)
        body_from = self._front(document, own)
        body = _add(document, "body")
        self._fill(body, own[body_from:], self.act.clauses[own[body_from - 1]].end if body_from else 0, end)
        if not len(body):
            self._text_container(body, "empty", 0, 0)
        self._attachments(document, rest, len(self.act.text))

    def _front(self, document: Element, own: Sequence[int]) -> int:
        """Title lines and the preamble, where the act begins with them; the number of clauses taken."""
        taken, start = 0, 0
        for tag, kinds in (("preface", (ClauseKind.HEADING,)), ("preamble", (ClauseKind.PREAMBLE,))):
            run = 0
            while taken + run < len(own) and self._kind(own[taken + run]) in kinds:
                run += 1
            if run:
                end = self.act.clauses[own[taken + run - 1]].end
                self._paragraphs(_add(document, tag), start, end)
                taken, start = taken + run, end
        return taken

    def _attachments(self, document: Element, positions: Sequence[int], end: int) -> None:
        """Each approved text or annex by itself; what stands between them is an attachment too."""
        if not positions:
            return
        attachments = _add(document, "attachments")
        bounds = [*(self.act.clauses[at].start for at in positions[1:]), end]
        for apart, group in groupby(
            zip(positions, bounds, strict=True), lambda pair: self._kind(pair[0]) in COMPONENTS
        ):
            pairs = list(group)
            for run in [[pair] for pair in pairs] if apart else [pairs]:
                self._attachment(attachments, [position for position, _ in run], run[-1][1])

    def _attachment(self, attachments: Element, positions: Sequence[int], end: int) -> None:
        first = positions[0]
        is_component = self._kind(first) in COMPONENTS
        self.made += 1
        attachment = _add(attachments, "attachment", eId=self.ids[first] if is_component else f"att_x{self.made}")
        if is_component:
            attachment.set("wId", _clean(self.act.clauses[first].id))
        document = _add(attachment, "doc", name=NAMES.get(self._kind(first), "text"))
        self._meta(document, "!" + re.sub(r"\W+", "_", self.act.clauses[first].id))
        body = _add(document, "mainBody")
        start = self.act.clauses[first].start
        inner = self.outline.children.get(first, []) if is_component else positions
        cut = next((at for at, p in enumerate(inner) if self._kind(p) in COMPONENTS), len(inner))
        rest = inner[cut:]
        stop = self.act.clauses[rest[0]].start if rest else end
        self._fill(body, inner[:cut], start, stop)
        if not len(body):
            self._text_container(body, "empty", 0, 0)
        self._attachments(document, rest, end)

    # -- clauses

    def _fill(self, parent: Element, positions: Sequence[int], start: int, end: int) -> None:
        """The clauses and whatever words stand between them, from ``start`` to ``end``."""
        reached = start
        for is_row, group in groupby(positions, lambda position: self._kind(position) is ClauseKind.ROW):
            run = list(group)
            for members in [run] if is_row else [[position] for position in run]:
                first = self.act.clauses[members[0]].start
                self._text_container(parent, "text", reached, first)
                if is_row:
                    self._table(parent, members)
                else:
                    self._clause(parent, members[0])
                reached = max(reached, self.act.clauses[members[-1]].end)
        self._text_container(parent, "text", reached, end)

    def _clause(self, parent: Element, position: int) -> None:
        clause = self.act.clauses[position]
        tag, _ = ELEMENTS.get(clause.kind, ("hcontainer", ""))
        element = _add(parent, tag, eId=self.ids[position], wId=clause.id)
        if tag == "hcontainer":
            element.set("name", clause.role.value if clause.role is not ClauseRole.NORM else clause.kind.value)
        start = self._number(element, clause)
        children = self.outline.children.get(position, [])
        stop = self.act.clauses[children[0]].start if children else clause.end
        if clause.kind in TITLED and clause.title and self.act.text[start:stop].strip():
            self._inline(_add(element, "heading"), *self._trim(start, stop))
            start = stop
        if not children:
            self._paragraphs(_add(element, "content"), start, clause.end)
            return
        if self.act.text[start:stop].strip():
            self._paragraphs(_add(element, "intro"), start, stop)
        self._fill(element, children, stop, clause.end)

    def _number(self, element: Element, clause: Clause) -> int:
        """The printed label; the offset behind it."""
        end = clause.start + len(clause.label)
        if not clause.label or self.act.text[clause.start : end] != clause.label or end > clause.end:
            return clause.start
        self._inline(_add(element, "num"), clause.start, end)
        return end

    def _text_container(self, parent: Element, name: str, start: int, end: int) -> None:
        if not self.act.text[start:end].strip() and name != "empty":
            return
        self.made += 1
        above = parent.get("eId")
        element = _add(parent, "hcontainer", eId=f"{above + '__' if above else ''}text_x{self.made}", name=name)
        self._paragraphs(_add(element, "content"), start, end)

    def _table(self, parent: Element, rows: Sequence[int]) -> None:
        first = rows[0]
        element = _add(parent, "hcontainer", eId=f"{self.ids[first]}__table", name="table")
        table = _add(_add(element, "content"), "table", eId=f"{self.ids[first]}__tbl")
        for position in rows:
            clause = self.act.clauses[position]
            row = _add(table, "tr", eId=self.ids[position], wId=clause.id)
            for start, end in _cut_cells(self.act.text, clause.start, clause.end):
                self._inline(_add(_add(row, "td"), "p"), start, end)

    def _paragraphs(self, parent: Element, start: int, end: int) -> None:
        """One ``p`` a line; an empty one where there is no text, for the schema wants a child."""
        for found in LINE.finditer(self.act.text, start, end):
            self._inline(_add(parent, "p"), *found.span())
        if not len(parent):
            _add(parent, "p")

    def _inline(self, parent: Element, start: int, end: int) -> None:
        last: Element | None = None
        for words, href in self.links.cut(start, end):
            if href is not None:
                last = _add(parent, "ref", href=href)
                last.text = _clean(words)
            elif last is None:
                parent.text = (parent.text or "") + _clean(words)
            else:
                last.tail = (last.tail or "") + _clean(words)

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        words = self.act.text[start:end]
        return start + len(words) - len(words.lstrip()), start + len(words.rstrip())

    def _kind(self, position: int) -> ClauseKind:
        return self.act.clauses[position].kind

    # -- meta

    def _meta(self, document: Element, component: str) -> None:
        identity, main = self.act.identity, component == "!main"
        meta = _add(document, "meta")
        identification = _add(meta, "identification", source="#sarapshy")
        language = CODES.get(self.act.language, self.act.language)
        edition = f"@{identity.edition.isoformat()}" if identity.edition else "@"
        expression = f"{self.uri}/{language}{edition}"
        adopted = identity.date or UNKNOWN_DAY
        work = self._frbr(identification, "FRBRWork", self.uri, component, adopted, "adoption")
        _add(work, "FRBRcountry", value="kz")
        _add(work, "FRBRsubtype", value=identity.kind)
        if identity.number:
            _add(work, "FRBRnumber", value=identity.number)
        if identity.title:
            _add(work, "FRBRname", value=identity.title)
        edited = identity.edition or adopted
        made = self._frbr(identification, "FRBRExpression", expression, component, edited, "edition")
        _add(made, "FRBRlanguage", language=language)
        form = self._frbr(identification, "FRBRManifestation", f"{expression}.akn", component, edited, "edition")
        _add(form, "FRBRformat", value="xml")
        if main:
            self._history(meta)

    def _frbr(self, parent: Element, tag: str, uri: str, component: str, day: date, name: str) -> Element:
        element = _add(parent, tag)
        _add(element, "FRBRthis", value=f"{uri}/{component}")
        _add(element, "FRBRuri", value=uri)
        _add(element, "FRBRdate", date=day.isoformat(), name=name)
        _add(element, "FRBRauthor", href="#body" if tag == "FRBRWork" and self.act.identity.body else "#sarapshy")
        return element

    def _history(self, meta: Element) -> None:
        """Life cycle, modifications made by the act or of it, and what these name."""
        amenders = self.edition.amenders if self.edition else ()
        lifecycle = _add(meta, "lifecycle", source="#sarapshy")
        _add(
            lifecycle,
            "eventRef",
            date=(self.act.identity.date or UNKNOWN_DAY).isoformat(),
            source="#ro1",
            type="generation",
        )
        for number, amender in enumerate(amenders, 1):
            day = (amender.date or UNKNOWN_DAY).isoformat()
            _add(lifecycle, "eventRef", date=day, source=f"#rp{number}", type="amendment")
        changes = list(self._passive()) if self.edition else []
        orders = [] if self.edition else list(self._active())
        if changes or orders:
            analysis = _add(meta, "analysis", source="#sarapshy")
            group = _add(analysis, "passiveModifications" if changes else "activeModifications")
            for number, (kind, source, destination) in enumerate(changes or orders, 1):
                change = _add(group, "textualMod", type=kind, eId=f"mod_{number}")
                _add(change, "source", href=source)
                _add(change, "destination", href=destination)
        self._references(meta, amenders)

    def _passive(self) -> Iterator[tuple[str, str, str]]:
        assert self.edition is not None
        by_clause = {clause.id: self.ids[position] for position, clause in enumerate(self.act.clauses)}
        numbers = {amender: number for number, amender in enumerate(self.edition.amenders, 1)}
        for change in self.edition.changes:
            place = "#" + by_clause[change.clause] if change.clause in by_clause else self.uri
            yield MODIFICATIONS[change.action], f"#rp{numbers[change.by]}", place

    def _active(self) -> Iterator[tuple[str, str, str]]:
        for order in read_instructions(self.act, self.links.citations).read:
            base = _address(order.base, self.act.language)
            place = self.outline.at(order.wording[0] if order.wording else order.start)
            source = "#" + self.ids[place] if place is not None else self.uri
            if base is not None:
                yield MODIFICATIONS[order.action], source, base + _fragment(order.target)

    def _references(self, meta: Element, amenders: Sequence[Amender]) -> None:
        identity = self.act.identity
        references = _add(meta, "references", source="#sarapshy")
        _add(references, "original", eId="ro1", href=self.uri, showAs=identity.title or self.act.path or "act")
        for number, amender in enumerate(amenders, 1):
            named = Identity(number=amender.number, date=amender.date)
            href = work_uri(named, self.act.language, amender.path)
            _add(references, "passiveRef", eId=f"rp{number}", href=href, showAs=amender.title or amender.path)
        if identity.body:
            _add(
                references,
                "TLCOrganization",
                eId="body",
                href="/akn/ontology/organization/kz/body",
                showAs=identity.body,
            )
        _add(
            references, "TLCOrganization", eId="sarapshy", href="/akn/ontology/organization/sarapshy", showAs="sarapshy"
        )


def _address(named: Named, language: str) -> str | None:
    full = address(Identity(number=named.number, date=named.date), language)
    return full.rpartition("/")[0] if full else None


def _fragment(target: Target) -> str:
    steps = [f"{_prefix(kind)}_{number or 1}" for kind, number in target.units]
    return "#" + "__".join(steps) if steps else ""


def _prefix(kind: ClauseKind) -> str:
    return ELEMENTS[kind][1] if kind in ELEMENTS else kind.value


def _name_clauses(clauses: Sequence[Clause]) -> Iterator[tuple[int, str]]:
    """Position and eId: «act_1__chp_2__pt_29» becomes «act_1__chp_2__para_29»."""
    prefixes = {kind.value: _prefix(kind) for kind in ClauseKind}
    for position, clause in enumerate(clauses):
        steps = (step.partition("_") for step in clause.id.split("__"))
        named = "__".join(f"{prefixes.get(kind, kind)}_{number}" for kind, _, number in steps)
        yield position, NO_NAME.sub("-", named)


def _cut_cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The cells of a row, empty ones too."""
    reached = start
    for mark in CELL.finditer(text, start, end):
        yield reached, mark.start()
        reached = mark.end()
    yield reached, end
