"""``sarapshy akn order.docx laws/ -o xml/``: acts as Akoma Ntoso, one file each."""

from __future__ import annotations

import re
from pathlib import Path

import click

from sarapshy.cli.exits import Exit
from sarapshy.cli.options import language_option
from sarapshy.errors import InputError
from sarapshy.messages import say

UNSAFE = re.compile(r"[^\w.()-]+")


def build(language: str) -> click.Command:
    path = click.Path(path_type=Path)
    text = say("editions.akn_help", language)

    @click.command("akn", help=text, short_help=text)
    @click.argument("files", nargs=-1, required=True, type=path)
    @click.option("-o", "--output", type=path, required=True, help=say("editions.akn_output", language))
    @language_option(language)
    def akn(files: tuple[Path, ...], output: Path, ui_lang: str) -> None:
        written, faulty = write_acts(files, output, ui_lang)
        click.echo(say("editions.akn_written", ui_lang, count=written, folder=output))
        raise SystemExit(Exit.BAD_INPUT if faulty or not written else Exit.CLEAN)

    return akn


def write_acts(files: tuple[Path, ...], output: Path, language: str) -> tuple[int, bool]:
    """How many were written, and whether a file could not be read; that one is told and costs no other."""
    from sarapshy.acts.index import read_titles
    from sarapshy.acts.readers import discover
    from sarapshy.acts.reading import read_act
    from sarapshy.report.akoma_ntoso import write_akoma_ntoso

    output.mkdir(parents=True, exist_ok=True)
    taken: set[str] = set()
    faulty = False
    for item in discover(files):
        try:
            if isinstance(item, InputError):
                raise item
            title = read_titles(item.path.parent).get(item.path.name)
            (output / name_file(item.name, taken)).write_bytes(write_akoma_ntoso(read_act(item, title)))
        except InputError as fault:
            click.echo(click.style(fault.say(language), fg="red"), err=True)
            faulty = True
    return len(taken), faulty


def name_file(name: str, taken: set[str]) -> str:
    """«laws/2012 №57.docx» is written to «laws_2012_57.docx.xml»; a name that is taken gets a number."""
    stem = UNSAFE.sub("_", name).strip("._") or "act"
    found, count = f"{stem}.xml", 1
    while found in taken:
        count += 1
        found = f"{stem}_{count}.xml"
    taken.add(found)
    return found
