"""``sarapshy stats OUT``: how the factors spread over the acts, what reviewers made of them, and how far they agree."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sarapshy.cli.faults import told_faults
from sarapshy.cli.options import language_option
from sarapshy.messages import say

if TYPE_CHECKING:
    from sarapshy.findings.figures import FactorFigures, Figures

FACTOR_COLUMNS = ("count", "spread", "frequency", "accepted", "rejected", "efficiency", "upheld", "factor")


def build(language: str) -> click.Command:
    formats = click.Choice(("text", "json"))

    @click.command("stats", help=say("stats.help", language), short_help=say("stats.help", language))
    @click.argument("out", type=click.Path(path_type=Path))
    @click.option("--format", "form", type=formats, default="text", help=say("stats.opt_format", language))
    @language_option(language)
    def stats(out: Path, form: str, ui_lang: str) -> None:
        from sarapshy.batch.review import write_figures

        with told_faults(ui_lang):
            figures = write_figures(out, ui_lang)
        if form == "json":
            click.echo(json.dumps(asdict(figures), ensure_ascii=False, indent=2))
        else:
            print_figures(figures, out, ui_lang)

    return stats


def print_figures(figures: Figures, out: Path, language: str) -> None:
    totals = {"accepted": figures.accepted, "rejected": figures.rejected}
    click.echo(say("stats.totals", language, acts=figures.acts, findings=figures.findings, **totals))
    print_table("by_factor", FACTOR_COLUMNS, [write_factor(each, language) for each in figures.factors], language)
    reviewers = [[str(each.accepted), str(each.rejected), str(each.commented), each.name] for each in figures.reviewers]
    print_table("by_reviewer", ("accepted", "rejected", "commented", "reviewer"), reviewers, language)
    agreements = [
        [str(each.common), percent(each.agreed / each.common), "–" if each.kappa is None else f"{each.kappa:.2f}",
         f"{each.one} – {each.other}"]
        for each in figures.agreements
    ]  # fmt: skip
    print_table("agreement", ("common", "agreed", "kappa", "reviewers"), agreements, language)
    click.echo(f"\n{(out / 'stats.html').resolve()}")


def write_factor(each: FactorFigures, language: str) -> list[str]:
    from sarapshy.report.html import factor_texts

    shares = (percent(each.spread), percent(each.frequency))
    judged = (str(each.accepted), str(each.rejected), percent(each.efficiency), percent(each.upheld))
    return [str(each.count), *shares, *judged, f"{each.code} {factor_texts(each.code)[language]}"]


def percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}"


def print_table(key: str, columns: Sequence[str], rows: Sequence[Sequence[str]], language: str) -> None:
    from sarapshy.cli.run import align

    if not rows:
        return
    click.echo("\n" + click.style(say(f"stats.{key}", language), bold=True))
    for row in align([[say(f"stats.{name}", language) for name in columns], *rows]):
        click.echo(f"  {row}")
