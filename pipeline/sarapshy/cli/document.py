"""``sarapshy document conclusion OUT``, ``sarapshy document note OUT``, ``sarapshy document templates``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sarapshy.cli.exits import Exit
from sarapshy.cli.faults import told_faults
from sarapshy.cli.options import language_option
from sarapshy.cli.plan import choose_plan, config_option, plan_option
from sarapshy.documents.parties import read_parties
from sarapshy.documents.selection import THRESHOLD
from sarapshy.documents.template import read_template
from sarapshy.errors import InputError
from sarapshy.extras import want
from sarapshy.messages import say
from sarapshy.settings import Settings, read_settings

if TYPE_CHECKING:
    from sarapshy.documents.making import Order

Decorated = Callable[..., Any]
PARTY_OPTIONS = ("organisation", "city", "addressee", "expert", "role", "basis")
LANGUAGE_CHOICES, FORMATS = ("kk", "ru", "both"), ("docx", "html")
FOLDER = "documents"
TOP = 5


def build(language: str) -> click.Command:
    @click.group("document", help=say("documents.help", language), short_help=say("documents.help", language))
    def document() -> None:
        pass

    for add in (_add_conclusion, _add_note, _add_draft, _add_table, _add_templates):
        add(document, language)
    return document


def _add_conclusion(group: click.Group, language: str) -> None:
    @group.command("conclusion", help=say("documents.conclusion_help", language))
    @click.argument("out", type=click.Path(path_type=Path))
    @click.option("--act", "acts", multiple=True, help=say("documents.opt_act", language))
    @document_options(language)
    @language_option(language)
    def conclusion(out: Path, acts: tuple[str, ...], ui_lang: str, **options: Any) -> None:
        with told_faults(ui_lang):
            want("docx", "documents", str(out))
            from sarapshy.documents.making import make_conclusions

            order, _ = take_order("conclusion", out, options)
            made = make_conclusions(order, acts)
            raise SystemExit(tell(made, ui_lang))


def _add_note(group: click.Group, language: str) -> None:
    @group.command("note", help=say("documents.note_help", language))
    @click.argument("out", type=click.Path(path_type=Path))
    @click.option("--measure", help=say("documents.opt_measure", language))
    @click.option(
        "--top", type=click.IntRange(1), default=TOP, show_default=True, help=say("documents.opt_top", language)
    )
    @document_options(language)
    @plan_option(language)
    @language_option(language)
    def note(out: Path, measure: str | None, top: int, plan: Path | None, ui_lang: str, **options: Any) -> None:
        with told_faults(ui_lang):
            want("docx", "documents", str(out))
            from sarapshy.documents.making import make_note

            order, settings = take_order("note", out, options)
            raise SystemExit(tell(make_note(order, choose_plan(plan, settings), measure, top), ui_lang))


def _add_draft(group: click.Group, language: str) -> None:
    @group.command("draft", help=say("documents.draft_help", language))
    @click.argument("out", type=click.Path(path_type=Path))
    @click.option("--act", "acts", multiple=True, help=say("documents.opt_act", language))
    @document_options(language)
    @language_option(language)
    def draft(out: Path, acts: tuple[str, ...], ui_lang: str, **options: Any) -> None:
        with told_faults(ui_lang):
            want("docx", "documents", str(out))
            from sarapshy.documents.making import make_drafts

            order, _ = take_order("draft", out, options)
            raise SystemExit(tell(make_drafts(order, acts), ui_lang))


def _add_table(group: click.Group, language: str) -> None:
    @group.command("table", help=say("documents.table_help", language))
    @click.argument("out", type=click.Path(path_type=Path))
    @click.option("--act", "acts", multiple=True, help=say("documents.opt_act", language))
    @document_options(language)
    @language_option(language)
    def table(out: Path, acts: tuple[str, ...], ui_lang: str, **options: Any) -> None:
        with told_faults(ui_lang):
            want("docx", "documents", str(out))
            from sarapshy.documents.making import make_comparisons

            order, _ = take_order("comparison", out, options)
            raise SystemExit(tell(make_comparisons(order, acts), ui_lang))


def _add_templates(group: click.Group, language: str) -> None:
    @group.command("templates", help=say("documents.templates_help", language))
    @click.option(
        "-o", "folder", required=True, type=click.Path(path_type=Path), help=say("documents.opt_folder", language)
    )
    @language_option(language)
    def templates(folder: Path, ui_lang: str) -> None:
        with told_faults(ui_lang):
            want("docx", "documents", str(folder))
            from sarapshy.documents.making import copy_templates

            for path, written in copy_templates(folder):
                click.echo(say("documents.written" if written else "documents.kept", ui_lang, path=path))


def document_options(language: str) -> Callable[[Decorated], Decorated]:
    """Language, format, folder, template, threshold, and who makes the document."""
    path = click.Path(path_type=Path)
    options: list[Callable[[Decorated], Decorated]] = [
        click.option("--language", type=click.Choice(LANGUAGE_CHOICES), help=say("documents.opt_language", language)),
        click.option(
            "--format",
            "form",
            type=click.Choice(FORMATS),
            default=FORMATS[0],
            help=say("documents.opt_format", language),
        ),
        click.option("-o", "folder", type=path, help=say("documents.opt_folder", language)),
        click.option("--template", type=path, help=say("documents.opt_template", language)),
        click.option(
            "--threshold",
            type=click.FloatRange(0, 1),
            default=THRESHOLD,
            show_default=True,
            help=say("documents.opt_threshold", language),
        ),
        click.option("--number", help=say("documents.opt_number", language)),
        click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help=say("documents.opt_date", language)),
        *(click.option(f"--{name}", help=say(f"documents.opt_{name}", language)) for name in PARTY_OPTIONS),
        config_option(language),
    ]
    return lambda command: reduce(lambda inner, option: option(inner), reversed(options), command)


def take_order(name: str, out: Path, options: dict[str, Any]) -> tuple[Order, Settings]:
    """Options over settings over our own; InputError where a file of them is wrong."""
    from sarapshy.documents.making import Order

    settings = read_settings(options["config"])
    place = options["template"] or _own_templates(settings)
    day: datetime | None = options["day"]
    told = {each: options[each] for each in PARTY_OPTIONS}
    parties = read_parties(settings, told, options["number"], day.date() if day else None)
    folder = options["folder"] or out / FOLDER
    template = read_template(name, place)
    return Order(out, options["language"], options["form"], folder, template, parties, options["threshold"]), settings


def _own_templates(settings: Settings) -> Path | None:
    """``[templates] folder = "үлгілер"`` stands beside the settings."""
    named = settings.table("templates").get("folder")
    return settings.path.parent / str(named) if named and settings.path else None


def tell(made: Sequence[Path | InputError], language: str) -> Exit:
    faults = [each for each in made if isinstance(each, InputError)]
    for each in made:
        if isinstance(each, InputError):
            click.echo(click.style(each.say(language), fg="red"), err=True)
        else:
            click.echo(say("documents.written", language, path=each))
    return Exit.BAD_INPUT if faults else Exit.CLEAN
