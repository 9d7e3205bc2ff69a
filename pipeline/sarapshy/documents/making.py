"""From a finished run to files of documents: ``OUT/documents/қорытынды-№57-….docx``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from sarapshy.acts.model import Act
from sarapshy.batch.outputs import Outputs, open_outputs
from sarapshy.documents.blocks import Document
from sarapshy.documents.conclusion import write_conclusion
from sarapshy.documents.docx import write_docx, write_styles
from sarapshy.documents.html import write_html
from sarapshy.documents.listed import list_acts
from sarapshy.documents.material import Examined, Material
from sarapshy.documents.note import write_note
from sarapshy.documents.pairs import pair
from sarapshy.documents.parties import Parties
from sarapshy.documents.remarks import Cures
from sarapshy.documents.selection import select
from sarapshy.documents.template import STYLES, Page, Template, read_template
from sarapshy.documents.units import Units
from sarapshy.documents.words import DOCUMENT_LANGUAGES
from sarapshy.errors import InputError
from sarapshy.findings.model import Finding
from sarapshy.plan.assign import concerns, scope_of
from sarapshy.plan.model import Measure, Plan, Result
from sarapshy.proposals.compose import compose, compose_alone

Record = Mapping[str, Any]
TEMPLATES = ("conclusion", "note", "draft", "comparison")
NAME = 80  # characters of a file name, before its suffix


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for, whichever document it is; ``language`` None is that of the act."""

    out: Path
    language: str | None
    form: str
    folder: Path
    template: Template
    parties: Parties
    threshold: float


def make_conclusions(order: Order, names: Sequence[str] = ()) -> list[Path | InputError]:
    """A conclusion on each act, or on those that a name is part of the path or the number of."""

    def make(examined: Examined, act: Act, material: Material) -> list[Path]:
        cures = compose_alone(act, examined.selected.remarks)
        return [_write_conclusion(examined, material, cures, order)]

    return _make_each(order, names, make)


def make_note(order: Order, plan: Plan, wanted: str | None, top: int) -> list[Path | InputError]:
    """The note over all acts of the run, or over those that a measure of the plan is about."""
    outputs = open_outputs(order.out)
    measure = _find_measure(plan, wanted)
    findings = dict(outputs.findings())
    examined: list[Examined] = []
    faults: list[Path | InputError] = []
    for record in outputs.read:
        if scope_of(record) is None or (measure and not concerns(measure, scope_of(record))):
            continue
        try:
            examined.append(examine(outputs, record, findings.get(record["path"], ()), order.threshold)[1])
        except InputError as error:
            faults.append(error)
    if not examined:
        return [*faults, InputError("documents.no_acts", str(order.out))]
    failed = [act for act in outputs.acts if act["error"] is not None]
    material = Material(outputs.run, order.parties, order.template, order.threshold)
    acts = list_acts(examined, top)
    language = order.language or Counter(act.record["language"] for act in acts).most_common(1)[0][0]
    each = [write_note(acts, failed, material, plan, measure, one) for one in _languages(language)]
    word = material.template.say("file_name", _languages(language)[0])
    name = "-".join(filter(None, (word, measure.id if measure else "", language)))
    return [*faults, save(pair(*each) if len(each) > 1 else each[0], name, order)]


def make_drafts(order: Order, names: Sequence[str] = ()) -> list[Path | InputError]:
    """A draft amending act for each act that has something to propose, in its own language."""
    from sarapshy.documents.draft import write_draft

    def make(examined: Examined, act: Act, material: Material) -> list[Path]:
        proposals = compose(act, examined.selected.remarks)
        name = f"{material.template.say('file_name', act.language)}-{_name(act.path)}-{act.language}"
        return [save(write_draft(examined, act, proposals, material), name, order)] if proposals else []

    return _make_each(order, names, make)


def make_comparisons(order: Order, names: Sequence[str] = ()) -> list[Path | InputError]:
    """The comparative table of each act that has something to propose, as a document and as a workbook beside it."""
    from sarapshy.documents.comparison import write_comparison, write_sheet

    def make(examined: Examined, act: Act, material: Material) -> list[Path]:
        proposals, made = compose(act, examined.selected.remarks), []
        for language in _languages(order.language or act.language) if proposals else ():
            name = f"{material.template.say('file_name', language)}-{_name(act.path)}-{language}"
            made.append(save(write_comparison(examined, act, proposals, material, language), name, order))
            made.append(made[-1].with_suffix(".xlsx"))
            write_sheet(examined, act, proposals, material, language, made[-1])
        return made

    return _make_each(order, names, make)


Make = Callable[[Examined, Act, Material], list[Path]]


def _make_each(order: Order, names: Sequence[str], make: Make) -> list[Path | InputError]:
    """Of each act, or of those that a name is part of the path or the number of; a fault costs its act."""
    outputs = open_outputs(order.out)
    chosen = _choose(outputs.read, names)
    missing = [name for name in names if not any(_is_named(act, name) for act in chosen)]
    made: list[Path | InputError] = [InputError("documents.no_act", str(order.out), name=name) for name in missing]
    findings = dict(outputs.findings())
    material = Material(outputs.run, order.parties, order.template, order.threshold)
    for record in chosen:
        try:
            act, examined = examine(outputs, record, findings.get(record["path"], ()), order.threshold)
            made += make(examined, act, material)
        except InputError as error:
            made.append(error)
    return made


def _find_measure(plan: Plan, wanted: str | None) -> Measure | None:
    if wanted is None:
        return None
    notes = [measure for measure in plan.measures if measure.result is Result.NOTE]
    found = next((measure for measure in notes if measure.id == wanted), None)
    if found is None:
        known = ", ".join(measure.id for measure in notes)
        raise InputError("documents.no_measure", plan.source or "", name=wanted, known=known)
    return found


def _languages(language: str) -> tuple[str, ...]:
    return DOCUMENT_LANGUAGES if language == "both" else (language,)


def examine(outputs: Outputs, record: Record, findings: Sequence[Finding], threshold: float) -> tuple[Act, Examined]:
    """The act read anew, with the findings that a document takes up."""
    act = outputs.read_act(dict(record))
    units = {language: Units(act, language) for language in DOCUMENT_LANGUAGES}
    return act, Examined(record, select(findings, threshold, units["kk"]), units)


def write(document: Document, form: str, page: Page) -> bytes:
    return write_html(document).encode("utf-8") if form == "html" else write_docx(document, page)


def save(document: Document, name: str, order: Order) -> Path:
    order.folder.mkdir(parents=True, exist_ok=True)
    path = order.folder / f"{name}.{order.form}"
    path.write_bytes(write(document, order.form, order.template.page))
    return path


def copy_templates(folder: Path) -> Iterator[tuple[Path, bool]]:
    """Each template and the styles; what is already there is left as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    source = files("sarapshy.reports").joinpath("documents")
    wanted = {f"{name}.yaml": source.joinpath(f"{name}.yaml").read_bytes() for name in TEMPLATES}
    wanted[STYLES] = write_styles(read_template(TEMPLATES[0]).page)
    for name, data in wanted.items():
        path = folder / name
        written = not path.exists()
        if written:
            path.write_bytes(data)
        yield path, written


def _write_conclusion(examined: Examined, material: Material, cures: Cures, order: Order) -> Path:
    language = order.language or examined.record["language"]
    languages = _languages(language)
    own = [one for one in languages if one == examined.record["language"]] or languages[
        :1
    ]  # side by side a change is told once
    each = [write_conclusion(examined, material, one, cures if one in own else {}) for one in languages]
    word = material.template.say("file_name", _languages(language)[0])
    name = f"{word}-{_name(examined.record['path'])}-{language}"
    return save(pair(*each) if len(each) > 1 else each[0], name, order)


def _choose(acts: Sequence[Record], names: Sequence[str]) -> list[Record]:
    return [act for act in acts if not names or any(_is_named(act, name) for name in names)]


def _is_named(act: Record, name: str) -> bool:
    return name.casefold() in str(act["path"]).casefold() or name == act["number"]


def _name(path: str) -> str:
    """A file name of a path: folders stay apart in it, so that two acts of one name do not meet."""
    return re.sub(r"[^\w.№-]+", "_", path).strip("_")[-NAME:]
