"""``sarapshy diff old.docx new.docx``: two editions clause by clause, and what became of the findings.

~ 2-тарау, 29-тармақ → 2-тарау, 45-тармақ
    [-29-]{+45+}. Комиссия …
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sarapshy.cli.edition import read_acts
from sarapshy.cli.exits import Exit
from sarapshy.cli.options import language_option, load_rules
from sarapshy.messages import say

if TYPE_CHECKING:
    from sarapshy.acts.model import Act
    from sarapshy.editions.diff import Comparison

FORMATS = ("text", "json", "html")


def build(language: str) -> click.Command:
    path = click.Path(path_type=Path)
    text = say("editions.diff_help", language)

    @click.command("diff", help=text, short_help=text)
    @click.argument("first", type=path)
    @click.argument("second", type=path)
    @click.option(
        "--format", "form", type=click.Choice(FORMATS), default="text", help=say("editions.opt_format", language)
    )
    @click.option("--findings/--no-findings", default=True, help=say("editions.opt_findings", language))
    @click.option("-o", "--output", type=path, help=say("editions.opt_diff_output", language))
    @language_option(language)
    def diff(first: Path, second: Path, form: str, findings: bool, output: Path | None, ui_lang: str) -> None:
        acts, faulty = read_acts((first, second), ui_lang)
        if faulty or len(acts) != 2:
            raise SystemExit(Exit.BAD_INPUT)
        told = write(compare_acts(acts[0], acts[1], findings, ui_lang), form, ui_lang, output is None)
        if output is None:
            click.echo(told, nl=False)
        else:
            output.write_text(told, encoding="utf-8")

    return diff


def compare_acts(first: Act, second: Act, findings: bool, language: str) -> Comparison:
    from sarapshy.editions.diff import compare

    if not findings:
        return compare(first, second)
    from sarapshy.detect.run import detect

    rules = load_rules(language)
    return compare(first, second, (detect(first, rules), detect(second, rules)))


def write(comparison: Comparison, form: str, language: str, to_terminal: bool) -> str:
    from sarapshy.report.edition_diff import comparison_record, render_comparison, write_text

    if form == "json":
        return json.dumps(comparison_record(comparison), ensure_ascii=False, indent=2) + "\n"
    if form == "html":
        return render_comparison(comparison, language)
    return write_text(comparison, language, colour=to_terminal and sys.stdout.isatty())
