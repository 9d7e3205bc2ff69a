"""``sarapshy graph cited-by 57 --run OUT``: questions to the acts of a finished run and those they name."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from sarapshy.cli.exits import Exit
from sarapshy.cli.graph_build import build_command
from sarapshy.cli.options import language_option
from sarapshy.errors import InputError
from sarapshy.messages import say
from sarapshy.references.graph_formats import FORMATS

TOP = 20
SHOWN = 6  # places of one row
QUOTE = 160
QUERIES = {  # name: how many acts it is asked of
    "cites": 1,
    "cited-by": 1,
    "path": 2,
    "compare": 2,
    "dangling": 0,
    "repealed-but-cited": 0,
    "blanket": 0,
    "hubs": 0,
}


def build(language: str) -> click.Group:
    @click.group("graph", help=say("graph.help", language), short_help=say("graph.help", language))
    def graph() -> None: ...

    for name, count in QUERIES.items():
        graph.add_command(_build_query(name, count, language))
    graph.add_command(build_command(language))
    graph.add_command(_build_export(language))
    return graph


def _build_query(name: str, count: int, language: str) -> click.Command:
    @click.command(name, help=say(f"graph.{name.replace('-', '_')}", language))
    @click.argument("acts", nargs=count or -1, metavar=" ".join(["ACT"] * count))
    @_run_option(language)
    @click.option("--top", type=click.IntRange(1), default=TOP, show_default=True, help=say("graph.opt_top", language))
    @click.option(
        "--format", "kind", type=click.Choice(("text", "json")), default="text", help=say("graph.opt_format", language)
    )
    @language_option(language)
    def query(acts: str | tuple[str, ...], run: Path, top: int, kind: str, ui_lang: str) -> None:
        asked = (acts,) if isinstance(acts, str) else acts
        if count == 0 and asked:
            raise click.UsageError(say("graph.no_act_wanted", ui_lang))
        rows = ask(name, asked, run, ui_lang)
        rows = rows if name in ("path", "compare") and kind == "json" else rows[:top]
        if kind == "json":
            click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        else:
            print_rows(name, rows, ui_lang)

    return query


def _format_option(language: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    kinds = click.Choice(("text", "json"))
    return click.option("--format", "kind", type=kinds, default="text", help=say("graph.opt_format", language))


def _run_option(language: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    path = click.Path(path_type=Path, file_okay=False)
    return click.option("--run", "-r", "run", type=path, default=Path(), help=say("graph.opt_run", language))


def ask(name: str, acts: Sequence[str], folder: Path, language: str) -> list[dict[str, Any]]:
    """The rows of a query. An act that is not known, or is one of several, ends the command with what is known."""
    from sarapshy.references import queries

    registry = _open(folder, language)
    entries = [_choose(queries.find_acts(registry, act), act, language) for act in acts]
    answers: dict[str, Callable[[], list[dict[str, Any]]]] = {
        "cites": lambda: queries.list_cites(registry, entries[0], language),
        "cited-by": lambda: queries.list_cited_by(registry, entries[0], language),
        "path": lambda: queries.find_path(registry, entries[0], entries[1], language),
        "compare": lambda: queries.compare(registry, entries[0], entries[1], language),
        "dangling": lambda: queries.list_dangling(registry, language),
        "repealed-but-cited": lambda: queries.list_lost(registry, language),
        "blanket": lambda: queries.list_blanket(registry, language),
        "hubs": lambda: queries.list_hubs(registry, language),
    }
    return answers[name]()


def _open(folder: Path, language: str) -> Any:
    from sarapshy.references.keeping import read_kept_facts
    from sarapshy.references.registering import build_registry

    try:
        return build_registry(read_kept_facts(folder))
    except InputError as error:
        click.echo(error.say(language), err=True)
        raise SystemExit(Exit.BAD_INPUT) from error


def _choose(found: Sequence[Any], query: str, language: str) -> Any:
    from sarapshy.references.citing import cite

    if not found:
        click.echo(say("graph.unknown_act", language, query=query), err=True)
        raise SystemExit(Exit.BAD_INPUT)
    if len(found) > 1:
        listed = "\n".join(f"  a{entry.position}  {cite(entry, language)}" for entry in found[:TOP])
        click.echo(say("graph.several_acts", language, query=query, count=len(found)) + "\n" + listed, err=True)
        here = [entry for entry in found if entry.is_here]
        if len(here) != 1:
            raise SystemExit(Exit.BAD_INPUT)
    return found[0]


# -- words


def print_rows(name: str, rows: Sequence[dict[str, Any]], language: str) -> None:
    if not rows:
        click.echo(say("graph.nothing", language))
    for row in rows:
        click.echo("\n".join(_lines(name, row, language)))


def _lines(name: str, row: dict[str, Any], language: str) -> list[str]:
    from sarapshy.references.citing import cite_address

    if name == "compare":
        return _compare_lines(row, language)
    marks = [say(f"graph.status_{row['status']}", language)]
    marks += [] if row["here"] else [say("graph.absent", language)]
    lines = [f"{_head(name, row, language)}{row['act']} [{', '.join(marks)}]"]
    if name == "blanket":
        lines = [f"{row['norm']}: «{_cut(row['quote'])}»", f"  → {lines[0]}"]
    if row.get("repealed_by"):
        lines.append("  " + say("graph.repealed_by", language, act=row["repealed_by"]))
    lines += [f"  ← {act}" for act in row.get("cited_by", ())[:SHOWN]]
    if row.get("clauses"):
        told = ", ".join(cite_address(each, language) for each in row["clauses"][:SHOWN])
        lines.append("  " + say("graph.clauses", language, clauses=told))
    if row.get("places"):
        more = len(row["places"]) - SHOWN
        lines.append("  " + "; ".join(row["places"][:SHOWN]) + (f" +{more}" if more > 0 else ""))
    if row.get("misdated"):
        lines.append("  " + say("graph.misdated", language))
    return lines


def _head(name: str, row: dict[str, Any], language: str) -> str:
    if "texts" in row:
        return f"{row['texts']:>5}  "
    if name == "path" or row.get("relation") is None:
        return ""
    return f"{say('graph.relation_' + row['relation'], language)} ×{row['times']}  "


def _compare_lines(row: dict[str, Any], language: str) -> list[str]:
    verdict = {True: "agree", False: "clash", None: "alike"}[row["agree"]]
    matter = say(f"graph.matter_{row['matter']}", language)
    lines = [f"{matter}: {say('graph.' + verdict, language)}"]
    for side in ("first", "second"):
        place = row[side]
        value = f" ({place['value'].replace(chr(10), ' | ')[:60]})" if place["value"] else ""
        lines.append(f"  {place['place']}{value}: «{_cut(place['quote'])}»")
    return lines


def _cut(quote: str) -> str:
    plain = " ".join(quote.split())
    return plain if len(plain) <= QUOTE else plain[:QUOTE].rpartition(" ")[0] + " …"


# -- export


def _build_export(language: str) -> click.Command:
    @click.command("export", help=say("graph.export", language))
    @click.argument("target", type=click.Path(path_type=Path, dir_okay=False))
    @_run_option(language)
    @click.option("--format", "kind", type=click.Choice(FORMATS), help=say("graph.opt_export_format", language))
    @language_option(language)
    def export_graph(target: Path, run: Path, kind: str | None, ui_lang: str) -> None:
        from sarapshy.references.graph import build_graph
        from sarapshy.references.graph_files import export

        kind = kind or target.suffix.removeprefix(".").lower()
        if kind not in FORMATS:
            raise click.UsageError(say("graph.unknown_format", ui_lang, formats=", ".join(FORMATS)))
        graph = build_graph(_open(run, ui_lang), read_contradictions(run))
        try:
            export(graph, target, kind)
        except OSError as error:
            click.echo(say("graph.not_written", ui_lang, path=target, reason=error.strerror or error), err=True)
            raise SystemExit(Exit.BAD_INPUT) from error
        counts = {"nodes": graph.number_of_nodes(), "edges": graph.number_of_edges()}
        click.echo(say("graph.exported", ui_lang, path=target, **counts))

    return export_graph


def read_contradictions(folder: Path) -> list[tuple[str, str, str]]:
    """(act at fault, the other, rule) of the run's findings on two acts."""
    from sarapshy.detect.rules import ACROSS, read_rules
    from sarapshy.findings.reading import read_findings

    across = {rule.code for rule in read_rules() if rule.check in ACROSS and rule.factor.startswith("K")}
    path = folder / "findings.jsonl"
    found = read_findings(path) if path.is_file() else ()
    return [
        (finding.act.path, other.act, finding.rule)
        for finding in found
        if finding.rule in across
        for other in finding.related[:1]
    ]
