"""``sarapshy run ACTS -o OUT``: a folder of acts becomes findings, with a page to read them on."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import fmean, median
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any

import click

from sarapshy.cli.exits import Exit
from sarapshy.cli.faults import told_faults
from sarapshy.cli.known import Asked, ask, known_options, tell_known
from sarapshy.cli.learning import classifier_options
from sarapshy.cli.options import build_selection, language_option, load_rules, seconds_option, selection_options
from sarapshy.cli.plan import choose_plan, plan_option, write_plan
from sarapshy.messages import say
from sarapshy.settings import read_settings

if TYPE_CHECKING:
    from rich.progress import TaskID

    from sarapshy.batch.engines import Engine
    from sarapshy.batch.store import Store

LONG = 20  # inputs; a run of fewer is over before a bar is read
MEMORY = 4096  # megabytes a process; a scan of a hundred pages takes one or two
TABLE = 25  # acts that are told one by one
LOWEST = 10


def build(language: str) -> click.Command:
    @click.command("run", help=say("cli.run_help", language), short_help=say("cli.run_help", language))
    @click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
    @click.option("-o", "--out", required=True, type=click.Path(path_type=Path), help=say("cli.opt_out", language))
    @click.option("--jobs", type=click.IntRange(1), help=say("cli.opt_jobs", language))
    @click.option(
        "--memory", type=click.IntRange(200), default=MEMORY, show_default=True, help=say("batch.opt_memory", language)
    )
    @click.option(
        "--engine", type=click.Choice(("local", "dask")), default="local", help=say("batch.opt_engine", language)
    )
    @click.option("--scheduler", metavar="ADDRESS", help=say("batch.opt_scheduler", language))
    @click.option("--strict", is_flag=True, help=say("batch.opt_strict", language))
    @click.option("--cache", type=click.Path(path_type=Path, file_okay=False), help=say("batch.opt_cache", language))
    @click.option("--no-cache", is_flag=True, help=say("batch.opt_no_cache", language))
    @click.option("--fresh", is_flag=True, help=say("batch.opt_fresh", language))
    @seconds_option(language)
    @selection_options(language)
    @known_options(language)
    @plan_option(language)
    @classifier_options(language, wanted=True)
    @click.option("--quiet", is_flag=True, help=say("cli.opt_quiet", language))
    @language_option(language)
    def run(paths: tuple[Path, ...], out: Path, jobs: int | None, quiet: bool, ui_lang: str, **options: Any) -> None:
        rules = load_rules(ui_lang)
        selection = build_selection(options["select"], options["ignore"], options["min_severity"], ui_lang)
        prepare_folder(out, paths, ui_lang)
        # the batch is imported once it is clear that there is something to do
        from sarapshy.batch.lock import hold_folder
        from sarapshy.batch.runner import run_batch
        from sarapshy.batch.store import Unwritable
        from sarapshy.batch.work import Settings, name_checks

        with told_faults(ui_lang):
            click.get_current_context().with_resource(hold_folder(out))
            asked = ask(options)
            asked.read()
            plan = choose_plan(options["plan"], read_settings())
        checks, known = name_checks(rules), (asked.baseline, asked.suppressions)
        limits, models = (options["seconds"], options["cache"]), (options["classifier"], options["model"])
        settings = Settings(out, ui_lang, selection, *checks, *limits, *known, plan, *models)
        with (
            told_faults(ui_lang),
            open_engine(options["engine"], options["scheduler"], jobs, options["memory"], ui_lang) as engine,
            clear_cache(settings.store, options["fresh"], options["no_cache"]),
            show_progress(ui_lang, quiet) as watch,
        ):
            try:
                done = run_batch(paths, settings, watch=watch, engine=engine)
            except Unwritable as fault:
                raise DiskFull(say("batch.unwritable", ui_lang, path=fault.path, reason=fault.reason)) from fault
        print_run(done.acts, done.record, out, ui_lang, quiet)
        keep_decisions(out, ui_lang, quiet)
        write_plan(out, plan, ui_lang)
        keep_known(asked, out, ui_lang)
        tell_figures(out, ui_lang)
        failed = not done.acts or any(act["error"] for act in done.acts)
        doubtful = print_reservations(done.acts, ui_lang)
        failed |= options["strict"] and doubtful
        raise SystemExit(Exit.BAD_INPUT if failed else Exit.CLEAN)

    return run


@contextmanager
def open_engine(name: str, scheduler: str | None, jobs: int | None, memory: int, language: str) -> Iterator[Engine]:
    """Processes of this machine, or a Dask cluster that is there already."""
    from sarapshy.batch.engines import Processes, open_cluster

    if (name == "dask") != (scheduler is not None):
        raise click.UsageError(say("batch.dask_and_scheduler", language))
    if scheduler is None:
        yield Processes(jobs or os.cpu_count() or 1, memory * 1_000_000)
        return
    with open_cluster(scheduler) as cluster:
        yield cluster


def print_reservations(acts: Sequence[dict[str, Any]], language: str) -> bool:
    """Names the files that were read, but with a note that something may be missing (of many the first, for acts.jsonl
    has them all); whether there are any."""
    noted = [act for act in acts if not act["error"] and act["source"]["notes"]]
    if noted:
        click.echo(click.style(say("batch.reservations", language, count=len(noted)), fg="yellow"), err=True)
    for act in noted[:TABLE]:
        for note in act["source"]["notes"]:
            click.echo(f"  {act['path']}: {say(note['key'], language, **note['values'])}", err=True)
    return bool(noted)


def prepare_folder(out: Path, paths: Sequence[Path], language: str) -> None:
    """The folder exists, takes files, and holds none of the inputs: pages would land among the acts."""
    for path in paths:
        if path.resolve().is_relative_to(out.resolve()):
            raise click.UsageError(say("cli.out_holds_input", language, path=path))
    if out.exists() and not out.is_dir():
        raise click.UsageError(say("cli.out_not_folder", language, path=out))
    try:
        out.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=out):
            pass
    except OSError as error:
        raise click.UsageError(say("cli.out_not_writable", language, path=out, reason=error.strerror)) from error


class DiskFull(click.ClickException):
    exit_code = Exit.BAD_INPUT


@contextmanager
def clear_cache(store: Store, before: bool, after: bool) -> Iterator[None]:
    """What is kept serves this run alone where ``after`` says so: between its phases, and then no more."""
    if before or after:
        store.clear()
    yield
    if after:
        store.clear()


@contextmanager
def show_progress(language: str, quiet: bool) -> Iterator[Callable[[str, int, int], None]]:
    """A bar for each phase on a terminal; nothing where the output is a file, and nothing on short runs."""
    if quiet or not sys.stderr.isatty():
        yield lambda phase, done, total: None
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, TaskProgressColumn, TimeElapsedColumn, TimeRemainingColumn

    console = Console(stderr=True)
    rate = TaskProgressColumn(show_speed=True)
    columns = (
        *Progress.get_default_columns()[:2],
        MofNCompleteColumn(),
        rate,
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        bars: dict[str, TaskID] = {}

        def watch(phase: str, done: int, total: int) -> None:
            if phase not in bars:
                bars[phase] = progress.add_task(say(f"batch.{phase}", language), visible=total >= LONG, total=total)
            progress.update(bars[phase], completed=done)

        yield watch


def print_run(acts: Sequence[dict[str, Any]], record: dict[str, Any], out: Path, language: str, quiet: bool) -> None:
    failed = [act["error"]["message"][language] for act in acts if act["error"]]
    if not acts:
        click.echo(say("cli.no_inputs", language), err=True)
    if failed:
        click.echo(click.style(say("cli.failed_files", language, count=len(failed)), fg="red"), err=True)
        click.echo("\n".join(f"  {message}" for message in failed), err=True)
    if not quiet and acts:
        print_coverage([act for act in acts if not act["error"]], language)
        print_totals(record, language)
        click.echo(click.style(say("cli.run_page", language, path=(out / "index.html").resolve()), bold=True))


def keep_decisions(out: Path, language: str, quiet: bool) -> None:
    """What reviewers decided on an earlier run of this folder holds for this one."""
    if not (out / "decisions.json").exists():
        return
    from sarapshy.batch.review import apply_to_run
    from sarapshy.cli.review import find_lead, print_review

    with told_faults(language):
        review, _ = apply_to_run(out, lead=find_lead())
        if not quiet:
            print_review(review, language)


def tell_figures(out: Path, language: str) -> None:
    """The page that the index leads to."""
    from sarapshy.batch.review import write_figures

    with told_faults(language):
        write_figures(out, language)


def keep_known(asked: Asked, out: Path, language: str) -> None:
    """Counts and stale entries of what the team knows, over all acts of the run that were read."""
    if not (asked.is_used or asked.write):
        return
    from sarapshy.batch.outputs import open_outputs

    with told_faults(language):
        outputs = open_outputs(out)
        found = dict(outputs.findings())
        tell_known(asked, [(act["path"], found.get(act["path"], [])) for act in outputs.read], language)


def print_coverage(acts: Sequence[dict[str, Any]], language: str) -> None:
    """Every act of a small run; of a large one the mean, the median and the acts that were structured least."""
    if not acts:
        return
    if len(acts) <= TABLE:
        shown, legend = list(acts), say("cli.coverage_legend", language)
    else:
        shares = [act["coverage"] for act in acts]
        shown = sorted(acts, key=lambda act: (act["coverage"], act["path"]))[:LOWEST]
        mean, middle = f"{fmean(shares):.0%}", f"{median(shares):.0%}"
        legend = say("cli.coverage_summary", language, mean=mean, median=middle)
    heads = [say(f"cli.column_{name}", language) for name in ("coverage", "clauses", "findings", "language", "act")]
    rows = [
        [f"{act['coverage']:.0%}", str(act["clauses"]), str(act["findings"]["total"]), act["language"], act["path"]]
        for act in shown
    ]
    click.echo(legend)
    for row in align([heads, *rows]):
        click.echo(f"  {row}")


def align(rows: Sequence[Sequence[str]]) -> list[str]:
    """Columns of equal width; figures to the right, the last column, a name, to the left."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join([*(cell.rjust(width) for cell, width in zip(row[:-1], widths, strict=False)), row[-1]])
        for row in rows
    ]


def print_totals(record: dict[str, Any], language: str) -> None:
    findings = record["findings"]
    totals = {"acts": record["acts"], "findings": findings["total"], **findings["severities"]}
    click.echo(say("cli.run_done", language, **totals))
    if record["reused"]:
        click.echo(say("batch.reused", language, count=record["reused"]))
    click.echo(
        say(
            "cli.run_speed",
            language,
            megabytes=f"{record['megabytes']:.1f}",
            seconds=f"{record['seconds']:.1f}",
            speed=f"{record['megabytes_per_second']:.2f}",
            memory=f"{record['peak_memory_megabytes']:.0f}",
            jobs=record["jobs"],
        )
    )
