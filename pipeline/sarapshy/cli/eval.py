"""``sarapshy eval``: the rules alone against the rules with the classifier, by family, or on a folder of annotated acts.

Отбасы        ережелер        классификатор    бірге
              P     R     F1   P     R     F1   P     R     F1
discretion    …
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sarapshy.cli.faults import told_faults
from sarapshy.cli.learning import needs_learn
from sarapshy.cli.options import language_option, load_rules
from sarapshy.findings.factors import read_names
from sarapshy.messages import say

if TYPE_CHECKING:
    from sarapshy.classify.evaluate import Figures, Reached

NAME = 34  # letters of a family's name


def build(language: str) -> click.Command:
    folder = click.Path(path_type=Path, exists=True, file_okay=False)
    model = click.Path(path_type=Path, exists=True, dir_okay=False)

    @click.command("eval", help=say("classify.eval_help", language), short_help=say("classify.eval_help", language))
    @click.argument("annotated", required=False, type=folder)
    @click.option("--model", type=model, help=say("classify.opt_model", language))
    @language_option(language)
    def evaluate(annotated: Path | None, model: Path | None, ui_lang: str) -> None:
        needs_learn(ui_lang)
        rules = load_rules(ui_lang)
        from sarapshy.classify.evaluate import cross_validate, evaluate_annotated, total
        from sarapshy.classify.files import load
        from sarapshy.classify.labelled import read_training
        from sarapshy.classify.shipped import SHIPPED

        if annotated is not None:
            with told_faults(ui_lang):
                print_reached(evaluate_annotated(annotated, load(model or SHIPPED)), ui_lang)
            return
        table = cross_validate(read_training(), rules)
        click.echo(say("classify.eval_columns", ui_lang))
        for family, by_system in table.items():
            click.echo(show_row(read_names("families")[family][ui_lang], by_system))
        click.echo(show_row(say("classify.eval_all", ui_lang), total(table)))

    return evaluate


def show_row(name: str, by_system: dict[str, Figures]) -> str:
    cells = [
        f"{each.precision:5.2f} {each.recall:5.2f} {each.f1:5.2f}".replace("nan", "  –") for each in by_system.values()
    ]
    return f"{name[:NAME]:<{NAME}}{by_system['rules'].wanted:5}  " + "  ".join(cells)


def print_reached(reached: dict[str, Reached], language: str) -> None:
    for system, each in reached.items():
        figures = {"recall": f"{each.recall:.3f}", "first": f"{each.first:.3f}", "f1": f"{each.f1:.3f}"}
        name = say(f"classify.system_{system}", language)
        click.echo(say("classify.reached", language, system=name, findings=each.findings, **figures))
    both = reached["both"]
    click.echo(say("classify.reached_proposed", language, proposed=both.proposed, right=both.proposed_right))
