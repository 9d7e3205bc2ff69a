"""``sarapshy procedure rules.docx``: the steps of an act as a table, its holes marked.

13  Комиссия   істейді (міндет)  талаптарға сәйкестігін тексереді   бес жұмыс күні   D1b
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from sarapshy.acts.model import Act
from sarapshy.acts.readers import Input, discover
from sarapshy.cli.exits import Exit
from sarapshy.cli.options import language_option, load_rules
from sarapshy.detect.rules import Rule
from sarapshy.errors import InputError
from sarapshy.messages import say
from sarapshy.procedure.norms import Phrase
from sarapshy.procedure.procedures import Procedure
from sarapshy.report.procedure import Flow, Row

NARROWEST = 120  # columns where the output is no terminal


def build(language: str) -> click.Command:
    formats = click.Choice(("text", "json"))

    @click.command("procedure", help=say("procedure.help", language), short_help=say("procedure.help", language))
    @click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
    @click.option("--format", "form", type=formats, default="text", help=say("procedure.opt_format", language))
    @language_option(language)
    def procedure(files: tuple[Path, ...], form: str, ui_lang: str) -> None:
        rules = load_rules(ui_lang)
        records, code = [], Exit.CLEAN
        found = False
        for item in discover(files):
            found = True
            try:
                if isinstance(item, InputError):
                    raise item
                act, procedures, flows = read_flows(item, rules)
            except InputError as fault:
                click.echo(click.style(fault.say(ui_lang), fg="red"), err=True)
                code = Exit.BAD_INPUT
                continue
            if form == "json":
                records += [record(act, *each) for each in zip(procedures, flows, strict=True)]
            else:
                print_flows(act, flows, ui_lang)
        if not found:
            click.echo(say("cli.no_inputs", ui_lang), err=True)
            code = Exit.BAD_INPUT
        if form == "json":
            click.echo(json.dumps(records, ensure_ascii=False, indent=2))
        raise SystemExit(code)

    return procedure


def read_flows(item: Input, rules: Sequence[Rule]) -> tuple[Act, Sequence[Procedure], list[Flow]]:
    from sarapshy.acts.reading import read_act
    from sarapshy.acts.stretches import Reading
    from sarapshy.detect.run import detect
    from sarapshy.procedure.procedures import read_procedures
    from sarapshy.report.procedure import lay_out

    act = read_act(item)
    procedures = read_procedures(Reading(act))
    findings = list(enumerate(detect(act, rules), 1))
    return act, procedures, lay_out(act, procedures, findings, {}, fewest=1)


def print_flows(act: Act, flows: Sequence[Flow], language: str) -> None:
    from rich.console import Console

    console = Console(highlight=False, soft_wrap=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=max(NARROWEST, console.width))
    console.print(act.path, style="bold", markup=False)
    if not flows:
        console.print(say("procedure.none", language))
    for flow in flows:
        _print_flow(console, flow, language)


def _print_flow(console: Any, flow: Flow, language: str) -> None:
    from rich import box
    from rich.table import Table

    console.print(f"\n{flow.title or ''} ({len(flow.rows)} {say('procedure.steps', language)})", markup=False)
    if flow.starts:
        console.print(f"{say('procedure.starts', language)} {say(f'procedure.starts_{flow.starts}', language)}")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    ratios = {"clause": 0, "who": 5, "force": 0, "does": 8, "to_whom": 4, "within": 5, "ground": 6, "findings": 0}
    for name, ratio in ratios.items():
        whole = name in ("clause", "force", "findings")
        title = say(f"procedure.{name}", language)
        table.add_column(title, ratio=None if whole else ratio, no_wrap=whole, overflow="fold")
    for row in flow.rows:
        table.add_row(*_cells(row, language), style="red" if row.holes else None)
    console.print(table)


def _cells(row: Row, language: str) -> Iterator[Any]:
    from rich.text import Text

    since = f"\n{say('procedure.since', language)} {row.since}" if row.since else ""
    cells = (
        row.clause,
        row.who or "–",
        say(f"procedure.force_{row.force}", language),
        row.norm.label,
        row.norm.addressee.text if row.norm.addressee else "",
        row.term + since,
        row.ground,
        " ".join(hole.code for hole in row.holes),
    )
    return map(Text, cells)  # an act's square brackets are no markup


def record(act: Act, procedure: Procedure, flow: Flow) -> dict[str, Any]:
    return {
        "act": act.path,
        "component": act.clauses[procedure.component].id if procedure.component is not None else None,
        "title": procedure.title,
        "starts": procedure.starts,
        "ends": [number + 1 for number in procedure.ends],
        "links": [{"first": link.first + 1, "then": link.then + 1, "what": link.what} for link in procedure.links],
        "steps": [_step_record(act, row) for row in flow.rows],
    }


def _step_record(act: Act, row: Row) -> dict[str, Any]:
    norm, doer = row.norm, row.norm.doer
    return {
        "number": row.number,
        "clause": act.clauses[norm.clause].id,
        "point": row.clause,
        "start": norm.start,
        "end": norm.end,
        "actor": doer
        and {
            "kind": doer.kind,
            "name": doer.name,
            "meaning": doer.meaning,
            "start": doer.start,
            "end": doer.end,
            "inherited": doer.inherited,
        },
        "modality": norm.modality,
        "negated": norm.negated,
        "actions": norm.deeds,
        "verb": _phrase(norm.verb),
        "object": _phrase(norm.object),
        "addressee": _phrase(norm.addressee),
        "terms": [
            {
                **_words(each.words),
                "number": each.term.number,
                "unit": each.term.unit,
                "bound": each.term.bound,
                "since": _phrase(each.since),
            }
            for each in norm.deadlines
        ],
        "grounds": [_words(ground) for ground in norm.grounds],
        "outcomes": norm.outcomes,
        "documents": norm.documents,
        "notice": norm.gives_notice,
        "publication": norm.is_published,
        "holes": [hole.code for hole in row.holes],
    }


def _words(phrase: Phrase) -> dict[str, Any]:
    return {"text": phrase.text, "start": phrase.start, "end": phrase.end}


def _phrase(phrase: Phrase | None) -> dict[str, Any] | None:
    return _words(phrase) if phrase else None
