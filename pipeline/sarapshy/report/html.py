"""The pages a reviewer opens: one an act, and the index of a run.

A page is one file that needs nothing else: styles, script and data stand in it, and a content security policy forbids
every request. Only the style and the script whose hashes the policy names may work, so that an act that holds
«<script>» is shown and never run. ``acts/<name>.html`` links to ``../index.html``, the index to ``acts/<name>.html``.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from sarapshy.acts.kinds import read_kinds
from sarapshy.acts.model import Act
from sarapshy.acts.outline import Outline
from sarapshy.acts.stretches import Reading
from sarapshy.findings.factors import read_factors, read_families, read_names
from sarapshy.findings.model import SEVERITIES, Finding, Related, Texts
from sarapshy.findings.subjects import subject_of
from sarapshy.messages import LANGUAGES, say
from sarapshy.procedure.procedures import Procedure, read_procedures
from sarapshy.report.decided_pages import decisions_on_act, write_block
from sarapshy.report.marked_text import Mark, MarkedText
from sarapshy.report.neighbourhood import Neighbourhood, draw, shorten_lines
from sarapshy.report.procedure import lay_out
from sarapshy.report.twins import lay_beside
from sarapshy.report.wording import Wording, script_json

if TYPE_CHECKING:
    from jinja2 import Environment

FIRST_SHOWN = 10
SHOWN_STEPS = 12  # a longer procedure is opened by who wants it: the findings come first
LOW_OCR = 85
LISTED_FAILURES = 5
SHORT_TITLE = 240  # characters of a title in the index; the act's page has it whole
TWO_SIDED = ("contradiction", "parity")
FACES = 2  # sides shown at once; the rest stand in the list of places
SCRIPTS = {"act": ("page", "decisions", "act", "review", "start"), "index": ("page", "decisions", "index", "start")}
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
INDEX_TERMS = ("loaded", "unknown_acts", "not_decisions", "unsaved", "all_saved", "none_yet", "kept_by_server")
LONGEST_QUOTE = 2000  # characters of a quote on its card; in the act its words are marked to the last
RISK = {"high": 9, "medium": 3, "low": 1}


@dataclass(frozen=True, slots=True)
class Page:
    """What a page tells of the run beside the act: detectors that ran, factor codes left to the expert, neighbours."""

    coverage: float
    checked: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()
    index: str = "../index.html"
    procedures: tuple[Procedure, ...] | None = None  # of the act, where they have been read already
    around: Neighbourhood | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A related place as shown: linked where it stands in this very act."""

    related: Related
    link: str | None
    here: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as shown. ``link`` leads to the evidence, or to the clause, or nowhere."""

    number: int
    finding: Finding
    factor: Texts
    link: str | None
    places: tuple[Place, ...]
    folded: bool
    language: str  # of the clause: a file may hold both
    twin: str | None = None  # where the same point stands in the other language

    @property
    def faces(self) -> tuple[Place, ...]:
        """The other side of a contradiction, to be read beside this one."""
        if self.finding.detector not in TWO_SIDED or not self.finding.quote:
            return ()
        return tuple(place for place in self.places if place.related.quote)[:FACES]


def page_name(path: str) -> str:
    """The act's page relative to the index: «Бұйрық 57.docx» gives «acts/Бұйрық-57-docx-1f0c….html»."""
    stem = re.sub(r"\W+", "-", path.rsplit("/", 1)[-1]).strip("-")[:60]  # 120 bytes of Cyrillic: file systems allow 255
    return f"acts/{stem}-{sha256(path.encode('utf-8', 'surrogateescape')).hexdigest()[:10]}.html"


def render_act(act: Act, findings: Sequence[Finding], language: str, page: Page, partner: Act | None = None) -> str:
    """The act's page; findings in the order of their rank; ``partner`` is the act in the other language."""
    ranked = sorted(findings, key=lambda finding: finding.rank)
    wording = Wording(language, spare=act.language)
    positions = {clause.id: position for position, clause in reversed(list(enumerate(act.clauses)))}
    twin, outline = lay_beside(act, partner), Outline(act)
    cards = [_card(number, finding, act, positions) for number, finding in enumerate(ranked, 1)]
    if twin:
        cards = [replace(card, twin=twin.anchor_of(outline, _position(card.finding, positions))) for card in cards]
    marked = MarkedText(act, _marks(cards, act), _notes(cards, act, positions))
    return render_page(
        "act.html",
        "act",
        wording,
        act=act,
        page=page,
        cards=cards,
        decisions=write_block(decisions_on_act(ranked)),
        subjects=script_json(_subjects(ranked, act, wording)),
        twin=twin,
        text=marked.html(),
        contents=marked.contents(),
        requisites=_requisites(act),
        notes=[_texts(key, **dict(values)) for key, values in act.source.notes],
        counts=Counter(finding.severity for finding in ranked),
        codes=sorted({finding.code for finding in ranked}, key=_code_order),
        families_found=[each for each in read_names("families") if any(each == one.family for one in ranked)],
        ticks=_ticks(cards, act),
        around=page.around,
        drawn=draw(page.around) if page.around else None,
        own_lines=_own_lines(act),
        flows=lay_out(
            act,
            read_procedures(Reading(act)) if page.procedures is None else page.procedures,
            [(card.number, card.finding) for card in cards],
            marked.anchors(),
        ),
    )


def render_index(acts: Sequence[Mapping[str, Any]], run: Mapping[str, Any], language: str, plan: bool = False) -> str:
    """The index of a run: ``acts`` are the records of acts.jsonl, failures among them; ``run`` is run.json, of which
    "version", "rules" (the hash), "finished" (ISO) and "seconds" are shown where they are known; with ``plan`` it links to the
    page of the plan."""
    read = [act for act in acts if act["error"] is None]
    codes = sorted({code for act in read for code in act["findings"]["codes"]}, key=_code_order)
    wording = Wording(language)
    return render_page(
        "index.html",
        "index",
        wording,
        title=say("html.index_title", language),
        decisions=write_block({}),
        plan=plan,
        run={name: run.get(name) for name in ("version", "rules", "seconds")},
        finished=_finished(run),
        acts=read,
        with_findings=sum(act["findings"]["total"] > 0 for act in read),
        total=sum(act["findings"]["total"] for act in read),
        severities={each: sum(act["findings"]["severities"][each] for act in read) for each in SEVERITIES},
        failures=[act for act in acts if act["error"] is not None],
        listed=LISTED_FAILURES,
        factors=_factor_counts(read, codes),
        data=script_json(_index_data(read, codes, wording)),
    )


def render_page(template: str, name: str, wording: Wording, **values: Any) -> str:
    """A page of a template, with the style of its name and its scripts; one without scripts of its own has the common."""
    sheets = ["page", name, *(["review"] if name in SCRIPTS else []), *(["procedure"] if values.get("flows") else [])]
    sheets += ["neighbours"] if values.get("around") else []
    style = "".join(_asset("styles", f"{sheet}.css") for sheet in sheets)
    script = "".join(_asset("scripts", f"{each}.js") for each in SCRIPTS.get(name, ("page", "start")))
    return (
        _environment()
        .get_template(template)
        .render(
            wording=wording,
            w=wording.say,
            language=wording.language,
            languages=LANGUAGES,
            style=Markup(style),
            script=Markup(script),
            style_hash=_source_hash(style),
            script_hash=_source_hash(script),
            first_shown=FIRST_SHOWN,
            shown_at_once=SHOWN_STEPS,
            low_ocr=LOW_OCR,
            **values,
        )
    )


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined  # costs 60 ms, and `check` writes no page

    environment = Environment(
        loader=FunctionLoader(lambda name: _asset("templates", name)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["shortened"] = lambda words: (
        words if len(words) <= LONGEST_QUOTE else f"{words[:LONGEST_QUOTE]}…"
    )
    environment.filters["percent"] = lambda share: f"{share * 100:.0f} %"
    environment.filters["grouped"] = lambda number: f"{number:,}".replace(",", "\u202f")
    environment.globals |= {
        "factor_texts": factor_texts,
        "factors": read_factors(),
        "families": read_names("families"),
        "kind_texts": kind_texts,
    }
    return environment


@cache
def _asset(folder: str, name: str) -> str:
    return files("sarapshy.reports").joinpath(folder, name).read_text(encoding="utf-8")


def _source_hash(source: str) -> str:
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"


def factor_texts(code: str) -> Texts:
    """The factor's name; a code that the typology does not know is its own name."""
    factor = read_factors().get(code)
    return factor.name if factor else dict.fromkeys(LANGUAGES, code)


def kind_texts(kind: str) -> Texts:
    known = read_kinds().get(kind)
    return known.names if known else _texts("report.kind_unknown")


def _code_order(code: str) -> tuple[int, str]:
    """D before N before P, P2 before P10: the order of the typology."""
    known = list(read_families())
    return (known.index(code) if code in known else len(known), code)


def _texts(key: str, **values: str) -> Texts:
    return {language: say(key, language, **values) for language in LANGUAGES}


def _card(number: int, finding: Finding, act: Act, positions: Mapping[str, int]) -> Card:
    places = tuple(_place(number, order, related, finding, act) for order, related in enumerate(finding.related))
    link = None
    if _span(act, finding.start, finding.end) or (finding.clause and finding.clause.id in positions):
        link = f"e{number}"
    language = act.language
    if finding.clause and finding.clause.id in positions:
        language = act.clauses[positions[finding.clause.id]].language
    return Card(number, finding, factor_texts(finding.code), link, places, number > FIRST_SHOWN, language)


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
        "terms": {name: wording.number(_texts(f"review_page.{name}")) for name in TERMS},
    }


def _place(number: int, order: int, related: Related, finding: Finding, act: Act) -> Place:
    here = related.act in (act.path, finding.act.id, finding.act.title)
    linked = here and _span(act, related.start, related.end)
    return Place(related, f"r{number}-{order}" if linked else None, here)


def _span(act: Act, start: int | None, end: int | None) -> bool:
    return start is not None and end is not None and 0 <= start < end <= len(act.text)


def _marks(cards: Sequence[Card], act: Act) -> list[Mark]:
    marks = []
    for card in cards:
        finding = card.finding
        if _span(act, finding.start, finding.end):
            marks.append(_mark(card, finding.start, finding.end, f"e{card.number}"))
        marks += [
            _mark(card, place.related.start, place.related.end, place.link, other=True)
            for place in card.places
            if place.link
        ]
    return marks


def _notes(cards: Sequence[Card], act: Act, positions: Mapping[str, int]) -> dict[int, list[Mark]]:
    """Findings that quote nothing stand at the clause they are about."""
    notes: dict[int, list[Mark]] = {}
    for card in cards:
        finding = card.finding
        if card.link and not _span(act, finding.start, finding.end) and finding.clause:
            position = positions[finding.clause.id]
            clause = act.clauses[position]
            notes.setdefault(position, []).append(_mark(card, clause.start, clause.end, card.link))
    return notes


def _mark(card: Card, start: int | None, end: int | None, anchor: str, other: bool = False) -> Mark:
    finding = card.finding
    return Mark(start or 0, end or 0, anchor, card.number, finding.code, finding.family, finding.severity, other)


def _ticks(cards: Sequence[Card], act: Act) -> list[tuple[int, str, float]]:
    """Where the findings stand along the act, in hundredths of its length: number, severity, place."""
    clauses = {clause.id: clause.start for clause in reversed(act.clauses)}
    ticks = []
    for card in cards:
        start = card.finding.start
        if start is None and card.finding.clause:
            start = clauses.get(card.finding.clause.id)
        if start is not None and card.link:
            ticks.append((card.number, card.finding.severity, round(100 * start / max(len(act.text), 1), 2)))
    return ticks


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


def _finished(run: Mapping[str, Any]) -> str | None:
    """In the time of the place where the page is made: a reviewer asks whether it is this morning's run."""
    finished = run.get("finished")
    return datetime.fromisoformat(finished).astimezone().strftime("%d.%m.%Y %H:%M") if finished else None


def _factor_counts(acts: Sequence[Mapping[str, Any]], codes: Sequence[str]) -> list[dict[str, Any]]:
    """How often a factor occurs and in how many acts, the most frequent first; ``share`` is of the most frequent."""
    counts = {code: [act["findings"]["codes"].get(code, 0) for act in acts] for code in codes}
    most = max((sum(each) for each in counts.values()), default=1)
    rows = [
        {
            "code": code,
            "name": factor_texts(code),
            "family": read_families().get(code, "form"),
            "count": sum(each),
            "acts": sum(count > 0 for count in each),
            "share": round(100 * sum(each) / most, 1),
        }
        for code, each in counts.items()
    ]
    return sorted(rows, key=lambda row: (-row["count"], _code_order(row["code"])))


def _index_data(acts: Sequence[Mapping[str, Any]], codes: Sequence[str], wording: Wording) -> dict[str, Any]:
    """The table of acts for the script. Kinds, bodies and codes are written once: 11,000 rows stay some megabytes."""
    kinds = sorted({act["kind"] for act in acts})
    bodies = sorted({act["body"] for act in acts if act["body"]})
    return {
        "codes": codes,
        "names": [wording.number(factor_texts(code)) for code in codes],
        "kinds": [wording.number(kind_texts(kind)) for kind in kinds],
        "bodies": bodies,
        "languages": {each: wording.number(_texts(f"report.language_{each}")) for each in ("kk", "ru")},
        "untitled": wording.number(_texts("html.untitled")),
        "terms": {name: wording.number(_texts(f"review_page.{name}")) for name in INDEX_TERMS},
        "acts": [_index_row(act, codes, kinds, bodies) for act in acts],
    }


def _index_row(act: Mapping[str, Any], codes: Sequence[str], kinds: Sequence[str], bodies: Sequence[str]) -> list[Any]:
    """page, title, path, kind, body, number, date, language, coverage, risk, [high, medium, low], [code, count, …]"""
    found, title = act["findings"], act["title"]
    severities = [found["severities"][each] for each in SEVERITIES]
    return [
        act["page"],
        f"{title[:SHORT_TITLE]}…" if title and len(title) > SHORT_TITLE else title,
        act["path"],
        kinds.index(act["kind"]),
        bodies.index(act["body"]) if act["body"] else -1,
        act["number"],
        act["date"],
        act["language"],
        round(act["coverage"] * 100),
        sum(RISK[each] * found["severities"][each] for each in SEVERITIES),
        severities,
        [part for code, count in found["codes"].items() for part in (codes.index(code), count)],
    ]
