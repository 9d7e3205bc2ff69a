"""``sarapshy graph build ACTS -o OUT``: the graph of acts without analysing them, with what it took and the acts most cited."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click

from sarapshy.cli.exits import Exit
from sarapshy.cli.faults import told_faults
from sarapshy.cli.options import language_option, seconds_option
from sarapshy.cli.run import MEMORY, DiskFull, open_engine, prepare_folder, show_progress
from sarapshy.messages import say

if TYPE_CHECKING:
    from sarapshy.batch.gather import Gathered
    from sarapshy.references.registry import Registry

MB = 1_000_000
MOST_CITED = 10


def build_command(language: str) -> click.Command:
    @click.command("build", help=say("graph.build", language), short_help=say("graph.build", language))
    @click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
    @click.option("-o", "--out", required=True, type=click.Path(path_type=Path), help=say("graph.opt_out", language))
    @click.option("--jobs", type=click.IntRange(1), help=say("cli.opt_jobs", language))
    @click.option("--quiet", is_flag=True, help=say("cli.opt_quiet", language))
    @seconds_option(language)
    @language_option(language)
    def build(paths: tuple[Path, ...], out: Path, jobs: int | None, quiet: bool, seconds: int, ui_lang: str) -> None:
        prepare_folder(out, paths, ui_lang)
        from sarapshy.batch.lock import hold_folder
        from sarapshy.references.graph import build_graph
        from sarapshy.references.graph_files import keep_graph
        from sarapshy.references.keeping import read_kept_facts
        from sarapshy.references.registering import build_registry

        began = perf_counter()
        with told_faults(ui_lang):
            click.get_current_context().with_resource(hold_folder(out))
            gathered = _gather(paths, out, jobs, quiet, seconds, ui_lang)
            read = perf_counter()
            registry = build_registry(read_kept_facts(out))
            graph = build_graph(registry)
            keep_graph(graph, out)
        counts = {
            "acts": gathered.acts,
            "entries": len(registry.entries),
            "references": len(registry.edges),
            "nodes": graph.number_of_nodes(),
            "edges": graph.number_of_edges(),
            "reading": f"{read - began:.1f}",
            "building": f"{perf_counter() - read:.1f}",
            "memory": f"{gathered.peak / MB:.0f}",
        }
        _tell(gathered, registry, counts, quiet, ui_lang)
        raise SystemExit(Exit.BAD_INPUT if gathered.faults or not gathered.acts else Exit.CLEAN)

    return build


def _gather(paths: tuple[Path, ...], out: Path, jobs: int | None, quiet: bool, seconds: int, language: str) -> Gathered:
    from sarapshy.batch.gather import gather
    from sarapshy.batch.selection import Selection
    from sarapshy.batch.store import Unwritable
    from sarapshy.batch.work import Settings

    settings = Settings(out, language, Selection(), seconds=seconds)
    with (
        open_engine("local", None, jobs, MEMORY, language) as engine,
        show_progress(language, quiet) as watch,
    ):
        try:
            return gather(paths, settings, engine, watch)
        except Unwritable as fault:
            raise DiskFull(say("batch.unwritable", language, path=fault.path, reason=fault.reason)) from fault


def _tell(gathered: Gathered, registry: Registry, counts: dict[str, Any], quiet: bool, language: str) -> None:
    from sarapshy.cli.graph import print_rows
    from sarapshy.references.queries import list_hubs

    if not gathered.acts and not gathered.faults:
        click.echo(say("cli.no_inputs", language), err=True)
    if gathered.faults:
        click.echo(click.style(say("cli.failed_files", language, count=len(gathered.faults)), fg="red"), err=True)
        click.echo("\n".join(f"  {fault['error']['message'][language]}" for fault in gathered.faults), err=True)
    if not quiet:
        click.echo(say("graph.built", language, **counts))
        click.echo(say("graph.most_cited", language))
        print_rows("hubs", list_hubs(registry, language)[:MOST_CITED], language)
