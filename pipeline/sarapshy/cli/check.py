"""``sarapshy check draft.docx``: what a drafter, or the CI of a drafting team, is told about one draft.

draft.docx: 2-тарау, 29-тармақ: D2 [high] Комиссия өз тәртібін өзі белгілейді
    «Комиссия әңгімелесу өткізу тәртібін өзі айқындайды»
    Неліктен: …
    Түзету: …
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from sarapshy.acts.readers import Input, discover
from sarapshy.batch.deadline import OutOfTime, deadline
from sarapshy.batch.selection import Selection
from sarapshy.cli.exits import Exit
from sarapshy.cli.options import build_selection, language_option, load_rules, seconds_option, selection_options
from sarapshy.detect.rules import Rule
from sarapshy.errors import InputError
from sarapshy.findings.model import Finding
from sarapshy.messages import say
from sarapshy.references.pairs import pair_names

TOP = 10


@dataclass(frozen=True, slots=True)
class Checked:
    """One file: its findings, or the fault that kept it from being read."""

    path: str
    findings: Sequence[Finding] = ()
    fault: InputError | None = None


def build(language: str) -> click.Command:
    formats = click.Choice(("text", "json"))

    @click.command("check", help=say("cli.check_help", language), short_help=say("cli.check_help", language))
    @click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
    @click.option("--format", "form", type=formats, default="text", help=say("cli.opt_format", language))
    @selection_options(language)
    @click.option("--top", type=click.IntRange(1), default=TOP, help=say("cli.opt_top", language))
    @click.option("--all", "everything", is_flag=True, help=say("cli.opt_all", language))
    @seconds_option(language)
    @language_option(language)
    def check(files: tuple[Path, ...], form: str, ui_lang: str, **options: Any) -> None:
        rules = load_rules(ui_lang)
        selection = build_selection(options["select"], options["ignore"], options["min_severity"], ui_lang)
        checked = list(check_files(files, selection, rules, options["seconds"]))
        if form == "json":
            print_json(checked)
        else:
            print_text(checked, None if options["everything"] else options["top"], ui_lang)
        print_faults(checked, ui_lang)
        raise SystemExit(choose_exit(checked))

    return check


def check_files(files: Sequence[Path], selection: Selection, rules: Iterable[Rule], seconds: int) -> Iterator[Checked]:
    wanted, items = selection.choose(rules), list(discover(files))
    partners = find_partners(items)
    for item in items:
        if isinstance(item, InputError):
            yield Checked(item.path, fault=item)
            continue
        try:
            with deadline(seconds):
                findings = selection.keep(find(item, wanted, partners.get(item)))
            yield Checked(item.name, findings)
        except InputError as fault:
            yield Checked(item.name, fault=fault)
        except OutOfTime:
            yield Checked(item.name, fault=InputError("cli.out_of_time", item.name, seconds=str(seconds)))
        except Exception as error:  # a fault of ours costs this file, not the others
            told = f"{type(error).__name__}: {error}"
            yield Checked(item.name, fault=InputError("report.fault", item.name, fault=told))


def find_partners(items: Iterable[Input | InputError]) -> dict[Input, Input]:
    """``draft.ru.docx`` of ``draft.kk.docx`` and the other way round."""
    inputs = [item for item in items if isinstance(item, Input)]
    pairs = [(inputs[first], inputs[second]) for first, second in pair_names([item.name for item in inputs])]
    return {one: other for pair in pairs for one, other in (pair, pair[::-1])}


def find(item: Input, rules: Sequence[Rule], partner: Input | None = None) -> list[Finding]:
    from sarapshy.acts.reading import read_act
    from sarapshy.detect.run import detect

    act = read_act(item)
    try:
        other = read_act(partner) if partner else None
    except InputError:  # told when its own turn comes
        other = None
    return detect(act, rules, other)


def choose_exit(checked: Sequence[Checked]) -> Exit:
    if not checked or any(each.fault for each in checked):
        return Exit.BAD_INPUT
    return Exit.FINDINGS if any(each.findings for each in checked) else Exit.CLEAN


def print_json(checked: Sequence[Checked]) -> None:
    """One array of findings, each as it stands in findings.jsonl."""
    from sarapshy.report.jsonl import finding_record

    records = [finding_record(finding) for each in checked for finding in each.findings]
    click.echo(json.dumps(records, ensure_ascii=False, indent=2))


def print_faults(checked: Sequence[Checked], language: str) -> None:
    if not checked:
        click.echo(say("cli.no_inputs", language), err=True)
    for each in checked:
        if each.fault:
            click.echo(click.style(each.fault.say(language), fg="red"), err=True)


def print_text(checked: Sequence[Checked], top: int | None, language: str) -> None:
    from sarapshy.report.text import finding_block, summary_line

    for each in checked:
        if each.fault:
            continue
        for finding in each.findings[:top]:
            click.echo(finding_block(finding, language) + "\n")
        click.echo(f"{each.path}: {summary_line(each.findings, language)}")
        if top and len(each.findings) > top:
            click.echo(say("cli.more_findings", language, count=len(each.findings) - top))
