"""``sarapshy remarks OUT -o DIR``: the acts given back with the findings as comments beside the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from sarapshy.acts.model import Act
from sarapshy.acts.readers import Input, discover, load
from sarapshy.batch.selection import Selection
from sarapshy.cli.exits import Exit
from sarapshy.cli.options import build_selection, language_option, load_rules, selection_options
from sarapshy.errors import InputError
from sarapshy.findings.model import Finding
from sarapshy.messages import say
from sarapshy.settings import read_settings

RUN = "run.json"
Examined = tuple[Input, Act, list[Finding]]


def build(language: str) -> click.Command:
    @click.command("remarks", help=say("remarks.help", language), short_help=say("remarks.help", language))
    @click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
    @click.option("-o", "--out", required=True, type=click.Path(path_type=Path), help=say("remarks.opt_out", language))
    @click.option("--author", help=say("remarks.opt_author", language))
    @click.option("--top", type=click.IntRange(1), help=say("cli.opt_top", language))
    @selection_options(language)
    @language_option(language)
    def remarks(
        paths: tuple[Path, ...], out: Path, author: str | None, top: int | None, ui_lang: str, **options: Any
    ) -> None:
        selection = build_selection(options["select"], options["ignore"], options["min_severity"], ui_lang)
        faults = 0
        for found in examine(paths, selection, ui_lang):
            try:
                if isinstance(found, InputError):
                    raise found
                target, count = write_remarked(found, out, author or name_author(ui_lang), top, ui_lang)
                click.echo(say("remarks.written", ui_lang, path=target, count=count))
            except InputError as fault:
                faults += 1
                click.echo(click.style(fault.say(ui_lang), fg="red"), err=True)
        raise SystemExit(Exit.BAD_INPUT if faults else Exit.CLEAN)

    return remarks


def name_author(language: str) -> str:
    """The expert of ``sarapshy.toml``, else the program."""
    name = read_settings().table("expert").get("name")
    if isinstance(name, dict):
        name = name.get(language) or next(iter(name.values()), None)
    return str(name) if name else "sarapshy"


def examine(paths: Sequence[Path], selection: Selection, language: str) -> Iterator[Examined | InputError]:
    """Acts with the findings to remark on: of a finished run, or found now."""
    for path in paths:
        if (path / RUN).is_file():
            yield from _open_run(path, selection)
        else:
            yield from _check(path, selection, language)


def _open_run(folder: Path, selection: Selection) -> Iterator[Examined | InputError]:
    """What a reviewer has rejected is no remark."""
    from sarapshy.batch.outputs import open_outputs

    outputs = open_outputs(folder)
    records = {record["path"]: record for record in outputs.read}
    for path, findings in outputs.findings():
        kept = [f for f in selection.keep(findings) if selection.allows(f.code, f.rule)]
        open_to = [f for f in kept if (f.decision or {}).get("state") != "rejected"]
        try:
            yield outputs.task(records[path]).item, outputs.read_act(records[path]), open_to
        except InputError as fault:
            yield fault


def _check(path: Path, selection: Selection, language: str) -> Iterator[Examined | InputError]:
    from sarapshy.acts.reading import read_act
    from sarapshy.detect.run import detect

    rules = selection.choose(load_rules(language))
    for item in discover([path]):
        try:
            if isinstance(item, InputError):
                raise item
            act = read_act(item)
            yield item, act, selection.keep(detect(act, rules))
        except InputError as fault:
            yield fault


def write_remarked(found: Examined, out: Path, author: str, top: int | None, language: str) -> tuple[Path, int]:
    """The file that was written, and how many remarks it bears."""
    from sarapshy.report.remarked import name_remarked, remark_file
    from sarapshy.report.remarks import Author, make_remarks

    item, act, findings = found
    target = out / name_remarked(act)
    if target.exists() and target.samefile(item.path):
        raise InputError("remarks.over_original", str(target))
    remarks = make_remarks(act, findings[:top], language)
    data = remark_file(load(item), act, remarks, Author(author, datetime.now(UTC), language))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    except OSError as error:
        raise InputError("cli.out_not_writable", str(target), reason=error.strerror or str(error)) from error
    return target, len(remarks)
