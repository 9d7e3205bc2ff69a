"""``sarapshy export OUT --format sarif``: the findings of a finished run in the form that another program reads."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from sarapshy.acts.readers import read
from sarapshy.batch.outputs import Outputs, open_outputs
from sarapshy.batch.selection import Selection
from sarapshy.cli.exits import Exit
from sarapshy.cli.options import build_selection, language_option, load_rules, selection_options
from sarapshy.errors import InputError
from sarapshy.findings.model import Finding
from sarapshy.messages import say
from sarapshy.report.checked import Checked, find_place
from sarapshy.report.jsonl import Record
from sarapshy.settings import read_settings

SUFFIXES = {"sarif": "sarif", "json": "json", "csv": "csv", "xlsx": "xlsx", "junit": "xml", "parquet": "parquet"}


def build(language: str) -> click.Command:
    @click.command("export", help=say("machine.help", language), short_help=say("machine.help", language))
    @click.argument("out", type=click.Path(path_type=Path))
    @click.option(
        "--format", "form", type=click.Choice(tuple(SUFFIXES)), required=True, help=say("machine.opt_format", language)
    )
    @click.option("-o", "--output", "target", type=click.Path(path_type=Path), help=say("machine.opt_output", language))
    @selection_options(language)
    @language_option(language)
    def export(out: Path, form: str, target: Path | None, ui_lang: str, **options: Any) -> None:
        selection = build_selection(options["select"], options["ignore"], options["min_severity"], ui_lang)
        target = target or out / f"findings.{SUFFIXES[form]}"
        try:
            missing = WRITERS[form](open_outputs(out), selection, target, ui_lang)
        except InputError as fault:
            click.echo(click.style(fault.say(ui_lang), fg="red"), err=True)
            raise SystemExit(Exit.BAD_INPUT) from fault
        except OSError as error:
            reason = error.strerror or str(error)
            raise click.UsageError(say("cli.out_not_writable", ui_lang, path=target, reason=reason)) from error
        for each in missing:
            click.echo(click.style(each.say(ui_lang), fg="red"), err=True)
        click.echo(say("machine.written", ui_lang, path=target))
        raise SystemExit(Exit.BAD_INPUT if missing else Exit.CLEAN)

    return export


def keep_findings(outputs: Outputs, selection: Selection) -> Iterator[Finding]:
    for _, findings in outputs.findings():
        yield from (f for f in selection.keep(findings) if selection.allows(f.code, f.rule))


def check_outputs(outputs: Outputs, selection: Selection) -> tuple[list[Checked], list[InputError]]:
    """Every file of the run with its text, which places want; and the faults of files that are no longer there."""
    kept: dict[str, list[Finding]] = {}
    for finding in keep_findings(outputs, selection):
        kept.setdefault(finding.act.path, []).append(finding)
    checked, missing = [], []
    for record in outputs.acts:
        path = record["path"]
        try:
            checked.append(check_act(outputs, record, kept.get(path, ())))
        except InputError as fault:
            missing.append(fault)
            checked.append(Checked(path, path, "", kept[path]))
    return checked, missing


def check_act(outputs: Outputs, record: Record, findings: Sequence[Finding]) -> Checked:
    """The file is read only where there is something to place in it."""
    path = record["path"]
    if record["error"]:
        return Checked(path, path, fault=InputError("machine.not_analysed", path))
    if not findings:
        return Checked(path, path, sha256=record["sha256"])
    item = outputs.task(record).item
    found = read(item)
    if found.sha256 != record["sha256"]:
        raise InputError("report.source_changed", path)
    return Checked(path, find_place(item), found.text, findings, sha256=found.sha256)


def write_sarif(outputs: Outputs, selection: Selection, target: Path, language: str) -> list[InputError]:
    from sarapshy.report.sarif import build_sarif

    checked, missing = check_outputs(outputs, selection)
    page = read_settings().table("organisation").get("page")
    log = build_sarif(checked, load_rules(language), language, page)
    target.write_text(json.dumps(log, ensure_ascii=False, indent=1), encoding="utf-8")
    return missing


def write_junit(outputs: Outputs, selection: Selection, target: Path, language: str) -> list[InputError]:
    from sarapshy.report import junit

    checked, missing = check_outputs(outputs, selection)
    target.write_bytes(junit.write_junit(checked, language))
    return missing


def write_csv(outputs: Outputs, selection: Selection, target: Path, language: str) -> list[InputError]:
    from sarapshy.report.csv import ENCODING, write_csv

    with target.open("w", encoding=ENCODING, errors="replace", newline="") as file:
        write_csv(keep_findings(outputs, selection), file, language)
    return []


def write_xlsx(outputs: Outputs, selection: Selection, target: Path, language: str) -> list[InputError]:
    from sarapshy.report.xlsx import write_xlsx

    write_xlsx(keep_findings(outputs, selection), target, language)
    return []


def write_parquet(outputs: Outputs, selection: Selection, target: Path, language: str) -> list[InputError]:
    """Findings, and beside them the acts."""
    from sarapshy.report.parquet import write_acts, write_findings

    write_findings(keep_findings(outputs, selection), target)
    write_acts(outputs.acts, target.with_name("acts.parquet"))
    return []


def write_json(outputs: Outputs, selection: Selection, target: Path, language: str) -> list[InputError]:
    """run.json, acts.jsonl and findings.jsonl as one document, after ``reports/export.schema.json``."""
    from sarapshy.report.jsonl import finding_record

    findings = [finding_record(finding) for finding in keep_findings(outputs, selection)]
    document = {"run": outputs.run, "acts": outputs.acts, "findings": findings}
    target.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8", errors="replace")
    return []


Writer = Callable[[Outputs, Selection, Path, str], list[InputError]]
WRITERS: dict[str, Writer] = {
    "sarif": write_sarif,
    "json": write_json,
    "csv": write_csv,
    "xlsx": write_xlsx,
    "junit": write_junit,
    "parquet": write_parquet,
}
