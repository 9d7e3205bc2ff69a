"""``sarapshy plan OUT``: how far the measures of the plan have come, on the terminal and as ``OUT/plan.html``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from sarapshy.cli.faults import told_faults
from sarapshy.cli.options import language_option
from sarapshy.messages import say
from sarapshy.plan.assign import assign
from sarapshy.plan.model import Plan
from sarapshy.plan.progress import Progress, measure_progress, stage_of
from sarapshy.plan.reading import read_plan
from sarapshy.settings import Settings, read_settings

NARROWEST = 140  # columns where the output is no terminal
Decorated = Callable[..., Any]
COUNTS = ("acts", "findings", "accepted", "rejected", "proposals", "left")


def build(language: str) -> click.Command:
    @click.command("plan", help=say("plan.help", language), short_help=say("plan.help", language))
    @click.argument("out", type=click.Path(path_type=Path))
    @plan_option(language)
    @config_option(language)
    @language_option(language)
    def plan(out: Path, plan: Path | None, config: Path | None, ui_lang: str) -> None:
        with told_faults(ui_lang):
            show_plan(out, choose_plan(plan, read_settings(config)), ui_lang)

    return plan


def plan_option(language: str) -> Callable[[Decorated], Decorated]:
    return click.option("--plan", type=click.Path(path_type=Path), help=say("plan.opt_plan", language))


def config_option(language: str) -> Callable[[Decorated], Decorated]:
    return click.option("--config", type=click.Path(path_type=Path), help=say("plan.opt_config", language))


def choose_plan(path: Path | None, settings: Settings) -> Plan:
    """The plan of a file, else that of ``[plan] file = "жоспар.docx"``, which stands beside the settings, else ours."""
    named = settings.table("plan").get("file")
    if path is None and named and settings.path:
        path = settings.path.parent / str(named)
    return read_plan(path)


def show_plan(out: Path, plan: Plan, language: str) -> None:
    """The plan of the run, or another: findings are tied to it anew."""
    from sarapshy.batch.outputs import open_outputs
    from sarapshy.report.index_page import render_index

    outputs = open_outputs(out)
    records = {act["path"]: act for act in outputs.read}
    findings = ((path, assign(found, records[path], plan)) for path, found in outputs.findings() if path in records)
    progress, today = measure_progress(plan, outputs.read, findings), date.today()
    page = _write_page(out, plan, progress, language, today)
    index = render_index(outputs.acts, outputs.run, language, plan=True)
    (out / "index.html").write_text(index, encoding="utf-8", errors="replace", newline="\n")
    print_plan(plan, progress, language, today)
    click.echo(click.style(say("plan.page_written", language, path=page.resolve()), bold=True))


def write_plan(out: Path, plan: Plan, language: str) -> None:
    """The page of the plan that a run was made under: its lines are tied to the plan already."""
    from sarapshy.batch.outputs import open_outputs
    from sarapshy.plan.progress import read_lines

    progress = measure_progress(plan, open_outputs(out).read, read_lines(out / "findings.jsonl"))
    _write_page(out, plan, progress, language, date.today())


def _write_page(out: Path, plan: Plan, progress: Sequence[Progress], language: str, today: date) -> Path:
    from sarapshy.report.plan import PAGE, render_plan

    page = out / PAGE
    page.write_text(render_plan(plan, progress, language, today), encoding="utf-8", newline="\n")
    return page


def print_plan(plan: Plan, progress: Sequence[Progress], language: str, today: date) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    from sarapshy.report.plan import print_term

    console = Console(highlight=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=max(NARROWEST, console.width))
    table = Table(
        box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 1, 0), title=plan.title[language], title_justify="left"
    )
    for name in ("number", "measure", "term", "form", *COUNTS):
        figure, whole = name in COUNTS, name in ("number", "term")
        table.add_column(say(f"plan.{name}", language), justify="right" if figure else "left", no_wrap=whole)
    for each in progress:
        measure = each.measure
        name = measure.name[language] + (f": {measure.part[language]}" if measure.part else "")
        term = print_term(measure.term, language) + "\n" if measure.term else ""
        stage = say(f"plan.stage_{stage_of(measure, today)}", language)
        table.add_row(
            measure.id, name, term + stage, measure.form[language], *(str(getattr(each, it)) for it in COUNTS)
        )
    console.print(table)
    if others := len(plan.measures) - len(progress):
        console.print(say("plan.other_measures", language, count=others))
