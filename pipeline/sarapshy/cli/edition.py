"""``sarapshy edition AMENDMENT… --base order.txt --at 2018-05-01 -o order.2018.txt``: an act as it reads at a date.

Without a base: ``sarapshy edition order126_amend_*.txt --act 126`` lays out what the amending acts quote of order 126.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sarapshy.cli.exits import Exit
from sarapshy.cli.options import language_option
from sarapshy.errors import InputError
from sarapshy.messages import say

if TYPE_CHECKING:
    from sarapshy.acts.model import Act
    from sarapshy.editions.model import Edition, Named

SUFFIXES = (".txt", ".json", ".xml")


def build(language: str) -> click.Command:
    path = click.Path(path_type=Path)

    @click.command("edition", help=say("editions.help", language), short_help=say("editions.help", language))
    @click.argument("files", nargs=-1, required=True, type=path)
    @click.option("--base", type=path, help=say("editions.opt_base", language))
    @click.option("--act", "number", metavar="NUMBER", help=say("editions.opt_act", language))
    @click.option("--at", metavar="DATE", help=say("editions.opt_at", language))
    @click.option("-o", "--output", type=path, help=say("editions.opt_output", language))
    @click.option("--notes/--no-notes", default=True, help=say("editions.opt_notes", language))
    @language_option(language)
    def edition(
        files: tuple[Path, ...],
        base: Path | None,
        number: str | None,
        at: str | None,
        output: Path | None,
        notes: bool,
        ui_lang: str,
    ) -> None:
        write = _writer(output, notes, ui_lang)
        day = _read_day(at, ui_lang)
        amendments, faulty = read_acts(files, ui_lang)
        bases, base_faulty = read_acts((base,) if base else (), ui_lang)
        if base_faulty or not amendments:
            raise SystemExit(Exit.BAD_INPUT)
        made = make_edition(bases[0] if bases else None, amendments, number, day, ui_lang)
        text = write(made)
        if output is None:
            click.echo(text, nl=False)
        else:
            output.write_text(text, encoding="utf-8")
        tell(made, ui_lang)
        raise SystemExit(Exit.BAD_INPUT if faulty else Exit.CLEAN)

    return edition


def read_acts(files: Sequence[Path], language: str) -> tuple[list[Act], bool]:
    """The acts of the files, and whether one of them could not be read; that one is told."""
    from sarapshy.acts.readers import discover
    from sarapshy.acts.reading import read_act

    acts: list[Act] = []
    faulty = False
    for item in discover(files):
        try:
            if isinstance(item, InputError):
                raise item
            acts.append(read_act(item))
        except InputError as fault:
            click.echo(click.style(fault.say(language), fg="red"), err=True)
            faulty = True
    return acts, faulty


def make_edition(
    base: Act | None, amendments: Sequence[Act], number: str | None, at: date | None, language: str
) -> Edition:
    from sarapshy.editions.consolidate import consolidate, consolidate_partial

    if base is not None:
        return consolidate(base, amendments, at)
    return consolidate_partial(choose_amended(amendments, number, language), amendments, at)


def choose_amended(amendments: Sequence[Act], number: str | None, language: str) -> Named:
    """The act of that number among those that the acts amend; without a number, the only one."""
    from sarapshy.acts.requisites import same_number
    from sarapshy.editions.instructions import read_instructions

    named = {one.base for act in amendments for one in read_instructions(act).read if one.base.number or one.base.date}
    if number is not None:
        named = {one for one in named if same_number(one.number, number)}
    if not named:
        raise click.UsageError(say("editions.nothing", language))
    numbers = sorted({one.number or "–" for one in named})
    if len(numbers) > 1:
        raise click.UsageError(say("editions.no_act", language, count=len(numbers), numbers=", ".join(numbers)))
    return max(named, key=lambda one: (one.date is not None, len(one.title or "")))


def _writer(output: Path | None, notes: bool, language: str) -> Callable[[Edition], str]:
    suffix = ".txt" if output is None else output.suffix.lower()
    if suffix not in SUFFIXES:
        raise click.UsageError(say("editions.bad_suffix", language, path=str(output)))
    from sarapshy.report.edition import edition_record, write_text

    if suffix == ".xml":
        from sarapshy.report.akoma_ntoso import write_akoma_ntoso

        return lambda made: write_akoma_ntoso(made.act, made).decode()
    if suffix == ".json":
        return lambda made: json.dumps(edition_record(made), ensure_ascii=False, indent=2) + "\n"
    return lambda made: write_text(made, notes)


def _read_day(value: str | None, language: str) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise click.UsageError(say("editions.bad_date", language, value=value)) from error


def tell(made: Edition, language: str) -> None:
    """On the error stream: what was applied, and what was not, with the reason."""
    if made.partial:
        click.echo(say("editions.partial", language), err=True)
    counts = {"applied": len(made.changes), "unapplied": len(made.unapplied), "others": made.others}
    click.echo(say("editions.summary", language, **counts), err=True)
    for one in made.unapplied:
        click.echo(f"  {one.by.path}: {say(f'editions.reason_{one.reason}', language)}: {one.command}", err=True)
