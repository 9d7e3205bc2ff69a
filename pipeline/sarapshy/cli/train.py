"""``sarapshy train -o MODEL [--decisions OUT]… [--annotated FOLDER]…``: from labelled clauses, decisions, annotated acts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sarapshy.cli.faults import told_faults
from sarapshy.cli.learning import needs_learn
from sarapshy.cli.options import language_option, load_rules
from sarapshy.messages import say

if TYPE_CHECKING:
    from sarapshy.classify.learn import Decided


def build(language: str) -> click.Command:
    folder = click.Path(path_type=Path, exists=True, file_okay=False)

    @click.command("train", help=say("classify.train_help", language), short_help=say("classify.train_help", language))
    @click.option("--decisions", multiple=True, type=folder, help=say("classify.opt_decisions", language))
    @click.option("--annotated", multiple=True, type=folder, help=say("classify.opt_annotated", language))
    @click.option("-o", "--out", required=True, type=click.Path(path_type=Path), help=say("classify.opt_out", language))
    @language_option(language)
    def train(decisions: tuple[Path, ...], annotated: tuple[Path, ...], out: Path, ui_lang: str) -> None:
        needs_learn(ui_lang)
        load_rules(ui_lang)
        from sarapshy.classify import learn
        from sarapshy.classify.annotated import read_annotated
        from sarapshy.classify.files import load_once, save
        from sarapshy.classify.shipped import SHIPPED

        with told_faults(ui_lang):
            acts = [act for each in decisions for act in read_decided_acts(each)]
            if acts and not annotated:
                weights = learn.adjust(load_once(SHIPPED), acts)
            else:
                weights = learn.train(acts, (act for each in annotated for act in read_annotated(each)))
        save(weights, out)
        order = weights.acceptance is not None and weights.acceptance.reorders
        click.echo(say("classify.trained", ui_lang, path=out, size=out.stat().st_size // 1000, **weights.about))
        click.echo(say("classify.order_follows" if order else "classify.order_kept", ui_lang))

    return train


def read_decided_acts(folder: Path) -> Iterator[Decided]:
    """Each act of a finished run with the decisions of its folder. InputError where it is no run, or where an act that holds
    decisions is gone or is no longer the one analysed."""
    from sarapshy.acts.stretches import Reading
    from sarapshy.batch.outputs import open_outputs
    from sarapshy.classify.files import load_once
    from sarapshy.classify.learn import Decided, is_decided
    from sarapshy.classify.likely import weigh_clauses
    from sarapshy.classify.shipped import SHIPPED
    from sarapshy.findings.decisions import NAME, apply_decisions, read_decisions

    run = open_outputs(folder)
    given = read_decisions(folder / NAME) if (folder / NAME).exists() else ()
    records = {record["path"]: record for record in run.read}
    for path, findings in run.findings():
        known = apply_decisions(findings, given) if given else findings
        if any(map(is_decided, known)):
            yield Decided(known, weigh_clauses(Reading(run.read_act(records[path])), known, load_once(SHIPPED)))
