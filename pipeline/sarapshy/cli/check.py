"""``sarapshy check draft.docx``: what a drafter, or the CI of a drafting team, is told about one draft.

draft.docx: 2-тарау, 29-тармақ: D2 [high] Комиссия өз тәртібін өзі белгілейді
    «Комиссия әңгімелесу өткізу тәртібін өзі айқындайды»
    Неліктен: …
    Түзету: …
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sarapshy.acts.readers import Input, discover
from sarapshy.batch.deadline import OutOfTime, deadline
from sarapshy.batch.limits import count_forks, what_is_made_first_stays
from sarapshy.batch.selection import Selection, choose_rules
from sarapshy.cli.exits import Exit
from sarapshy.cli.faults import told_faults
from sarapshy.cli.known import ask, known_options, tell_known
from sarapshy.cli.learning import choose_model, classifier_options
from sarapshy.cli.options import build_selection, language_option, load_rules, seconds_option, selection_options
from sarapshy.detect.rules import Rule
from sarapshy.errors import InputError
from sarapshy.findings.model import Finding
from sarapshy.messages import say
from sarapshy.references.pairs import pair_names
from sarapshy.report.checked import Checked, find_place
from sarapshy.settings import read_settings

if TYPE_CHECKING:
    from sarapshy.acts.stretches import Reading

Pair = tuple[Input | InputError, Input | None]  # a file and its text in the other language
TOP = 10
MANY = 4  # files: of fewer the processes take as long to begin and to read their patterns as they save
FORMATS = ("text", "json", "sarif", "junit", "github")


def build(language: str) -> click.Command:
    @click.command("check", help=say("cli.check_help", language), short_help=say("cli.check_help", language))
    @click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
    @click.option("--format", "form", type=click.Choice(FORMATS), default="text", help=say("cli.opt_format", language))
    @selection_options(language)
    @known_options(language)
    @classifier_options(language, wanted=False)  # what is only supposed must not stop a commit
    @click.option("--top", type=click.IntRange(1), default=TOP, help=say("cli.opt_top", language))
    @click.option("--all", "everything", is_flag=True, help=say("cli.opt_all", language))
    @seconds_option(language)
    @language_option(language)
    def check(files: tuple[Path, ...], form: str, ui_lang: str, **options: Any) -> None:
        rules = load_rules(ui_lang)
        selection = build_selection(options["select"], options["ignore"], options["min_severity"], ui_lang)
        with told_faults(ui_lang):
            asked = ask(options)
            known = asked.read()
        model = choose_model(options["classifier"], options["model"])
        found = check_files(files, selection, options["seconds"], model, known.name_of)
        checked = [replace(each, findings=known.mark(each.findings, each.path).findings) for each in found]
        if form == "text":
            print_text(checked, None if options["everything"] else options["top"], ui_lang)
        else:
            print_for_machines(form, checked, rules, ui_lang)
        print_faults(checked, ui_lang)
        with told_faults(ui_lang):
            tell_known(asked, [(each.path, each.findings) for each in checked if not each.fault], ui_lang)
        raise SystemExit(choose_exit(checked))

    return check


def check_files(
    files: Sequence[Path],
    selection: Selection,
    seconds: int,
    model: Path | None = None,
    name_of: Callable[[str, str], str] = lambda name, _: name,
) -> Iterator[Checked]:
    """What came of each file, in order. From four on they are read side by side, as many at once as there are processors."""
    items = [_name(item, name_of) for item in discover(files)]
    partners = find_partners(items)
    pairs = [(item, partners.get(item) if isinstance(item, Input) else None) for item in items]
    work = partial(_check_pair, selection, seconds, model)
    jobs = min(len(items), count_forks()) if len(items) >= MANY else 1
    if jobs < 2:
        return map(work, pairs)
    from sarapshy.batch.pool import Lost, spread  # a hundredth of a second, of which one file has no use

    answers = spread(work, ([pair] for pair in pairs), jobs, method="fork")
    return (_tell_lost(*each.item) if isinstance(each, Lost) else each for each in answers)


def _check_pair(selection: Selection, seconds: int, model: Path | None, pair: Pair) -> Checked:
    """What a process does; rules it has already, from the one that it is forked from."""
    item, partner = pair
    if isinstance(item, InputError):
        return Checked(item.path, item.path, fault=item)
    place = find_place(item)
    try:
        with deadline(seconds), what_is_made_first_stays():
            return check_file(item, place, selection, choose_rules(selection), partner, model)
    except InputError as fault:
        return Checked(item.name, place, fault=fault)
    except OutOfTime:
        return Checked(item.name, place, fault=InputError("cli.out_of_time", item.name, seconds=str(seconds)))
    except Exception as error:  # a fault of ours costs this file, not the others
        told = f"{type(error).__name__}: {error}"
        return Checked(item.name, place, fault=InputError("report.fault", item.name, fault=told))


def _tell_lost(item: Input | InputError, _: Input | None) -> Checked:
    name, place = (item.path, item.path) if isinstance(item, InputError) else (item.name, find_place(item))
    return Checked(name, place, fault=InputError("cli.lost", name))


def _name(item: Input | InputError, name_of: Callable[[str, str], str]) -> Input | InputError:
    return item if isinstance(item, InputError) else replace(item, name=name_of(item.name, find_place(item)))


def find_partners(items: Iterable[Input | InputError]) -> dict[Input, Input]:
    """``draft.ru.docx`` of ``draft.kk.docx`` and the other way round."""
    inputs = [item for item in items if isinstance(item, Input)]
    pairs = [(inputs[first], inputs[second]) for first, second in pair_names([item.name for item in inputs])]
    return {one: other for pair in pairs for one, other in (pair, pair[::-1])}


def check_file(
    item: Input,
    place: str,
    selection: Selection,
    rules: Sequence[Rule],
    partner: Input | None = None,
    model: Path | None = None,
) -> Checked:
    from sarapshy.acts.reading import read_act
    from sarapshy.acts.stretches import Reading

    act = read_act(item)
    try:
        other = read_act(partner) if partner else None
    except InputError:  # told when its own turn comes
        other = None
    found = selection.keep(_find(Reading(act, other), selection, rules, model))
    return Checked(item.name, place, act.text, found, sha256=act.sha256, notes=act.source.notes)


def _find(reading: Reading, selection: Selection, rules: Sequence[Rule], model: Path | None) -> list[Finding]:
    from sarapshy.detect.run import find_by_rule, settle

    found = settle(finding for each in find_by_rule(reading, rules).values() for finding in each)
    if model is None:
        return found
    from sarapshy.classify.apply import apply_model
    from sarapshy.classify.shipped import SHIPPED

    return apply_model(model, reading, found, selection.allows, own=model != SHIPPED)


def choose_exit(checked: Sequence[Checked]) -> Exit:
    if not checked or any(each.fault for each in checked):
        return Exit.BAD_INPUT
    return Exit.FINDINGS if any(list_new(each) for each in checked) else Exit.CLEAN


def list_new(checked: Checked) -> list[Finding]:
    """What the team does not know yet."""
    return [finding for finding in checked.findings if not finding.known]


def print_for_machines(form: str, checked: Sequence[Checked], rules: Iterable[Rule], language: str) -> None:
    """What another program reads, whole and as its format wants it; each format is imported when it is asked for."""
    if form == "json":
        print_json(checked)
    elif form == "sarif":
        from sarapshy.report.sarif import build_sarif

        page = read_settings().table("organisation").get("page")
        click.echo(json.dumps(build_sarif(checked, rules, language, page), ensure_ascii=False, indent=2))
    elif form == "junit":
        from sarapshy.report.junit import write_junit

        click.echo(write_junit(leave_new(checked), language).decode())
    else:
        from sarapshy.report.github import write_commands

        for command in write_commands(leave_new(checked), language):
            click.echo(command)


def leave_new(checked: Sequence[Checked]) -> list[Checked]:
    """For formats in which a build would break on whatever is told."""
    return [replace(each, findings=list_new(each)) for each in checked]


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
        for key, values in each.notes:
            click.echo(click.style(f"{each.path}: {say(key, language, **dict(values))}", fg="yellow"), err=True)


def print_text(checked: Sequence[Checked], top: int | None, language: str) -> None:
    from sarapshy.report.text import finding_block, summary_line

    for each in checked:
        if each.fault:
            continue
        new = list_new(each)
        for finding in new[:top] if top else each.findings:
            click.echo(finding_block(finding, language) + "\n")
        known = len(each.findings) - len(new)
        told = [say("known.none_new", language) if known and not new else summary_line(new, language)]
        if known:
            told.append(say("known.here", language, count=known))
        click.echo(f"{each.path}: {' '.join(told)}")
        if top and len(new) > top:
            click.echo(say("cli.more_findings", language, count=len(new) - top))
