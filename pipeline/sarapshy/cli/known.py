"""Options and words of what a team knows already, for ``check`` and ``run``.

Бұрыннан белгілі: 14 (базалық тізімде: 12, sarapshy.toml бойынша: 2). Жаңа: 1.
"""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import reduce
from pathlib import Path
from typing import Any

import click

from sarapshy.errors import InputError
from sarapshy.findings.baseline import Entry, enter, read_baseline, write_baseline
from sarapshy.findings.known import Known, read_known
from sarapshy.findings.model import Finding
from sarapshy.findings.subjects import Subject
from sarapshy.findings.suppressions import Suppression, find_idle, read_suppressions
from sarapshy.messages import say
from sarapshy.settings import read_settings

TOLD = 20
Decorated = Callable[..., Any]
Acts = Sequence[tuple[str, Sequence[Finding]]]  # path, findings as marked


@dataclass(slots=True)
class Asked:
    """What the options and the settings say. ``write`` is the baseline to be written, ``new`` what new entries say."""

    baseline: Path | None
    suppressions: tuple[Suppression, ...]
    write: Path | None
    new: Entry
    today: date = field(default_factory=date.today)

    @property
    def is_used(self) -> bool:
        return bool(self.baseline or self.suppressions)

    def read(self) -> Known:
        return read_known(self.baseline, self.suppressions, self.today)


def known_options(language: str) -> Callable[[Decorated], Decorated]:
    """--baseline, --write-baseline, --reason, --author."""
    path = click.Path(path_type=Path, dir_okay=False)
    options = (
        click.option("--baseline", type=path, help=say("known.opt_baseline", language)),
        click.option("--write-baseline", type=path, help=say("known.opt_write", language)),
        click.option("--reason", default=say("known.begun", language), help=say("known.opt_reason", language)),
        click.option("--author", help=say("known.opt_author", language)),
    )
    return lambda command: reduce(lambda inner, option: option(inner), reversed(options), command)


def ask(options: Mapping[str, Any]) -> Asked:
    """InputError where the settings or a baseline that was named cannot be read."""
    settings = read_settings()
    baseline: Path | None = options["baseline"] or options["write_baseline"]
    if baseline is None and settings.path and (named := settings.table("run").get("baseline")):
        baseline = settings.path.parent / str(named)
    if baseline and not baseline.exists():
        if baseline != options["write_baseline"]:
            raise InputError("known.unreadable", str(baseline), detail="ENOENT")
        baseline = None
    today = date.today()
    author = options["author"] or _find_author()
    new = Entry(Subject(None, "", "", ""), options["reason"], author, today.isoformat())
    suppressions = read_suppressions(settings.entries("suppress"), settings.path)
    return Asked(baseline, suppressions, options["write_baseline"], new, today)


def _find_author() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container may run as nobody
        return ""


def tell_known(asked: Asked, acts: Acts, language: str) -> None:
    """How much was known, what of it is stale; and the baseline, where one is to be written."""
    if asked.is_used:
        tell_counts([finding for _, findings in acts for finding in findings], language)
        tell_stale(asked, acts, language)
    if asked.write:
        count = write_acts(asked, acts)
        click.echo(say("known.written", language, path=asked.write, count=count), err=True)


def tell_counts(findings: Sequence[Finding], language: str) -> None:
    by = [finding.known["by"] for finding in findings if finding.known]
    counts = {"baseline": by.count("baseline"), "suppressed": by.count("suppression")}
    click.echo(say("known.counts", language, known=len(by), new=len(findings) - len(by), **counts), err=True)


def tell_stale(asked: Asked, acts: Acts, language: str) -> None:
    from sarapshy.cli.review import place_line

    known = asked.read()
    stale = [entry for path, findings in acts for entry in known.mark(_bare(findings), path).stale]
    _tell("stale", [place_line(entry.subject, language) for entry in stale], language)
    gone = [each for each in asked.suppressions if each.until and each.until < asked.today]
    _tell("expired", [_describe(each) for each in gone], language)
    places = [(findings[0].act.id if findings else None, path, findings) for path, findings in acts]
    idle = find_idle([each for each in asked.suppressions if each not in gone], places)
    _tell("idle", [_describe(each) for each in idle], language)


def _bare(findings: Iterable[Finding]) -> list[Finding]:
    return [replace(finding, known=None) for finding in findings]


def _describe(suppression: Suppression) -> str:
    parts = (suppression.act, suppression.clause, suppression.rule, suppression.quote)
    return f"{', '.join(part for part in parts if part)}: {suppression.reason}"


def _tell(key: str, lines: Sequence[str], language: str) -> None:
    if not lines:
        return
    click.echo(click.style(say(f"known.{key}", language, count=len(lines)), fg="yellow"), err=True)
    for line in [*lines[:TOLD], *(["…"] if len(lines) > TOLD else [])]:
        click.echo(f"  {line}", err=True)


def write_acts(asked: Asked, acts: Acts) -> int:
    """Entries on acts that were not looked at stay as they are."""
    assert asked.write is not None
    before = read_baseline(asked.write) if asked.write.exists() else ()
    known = Known(before, asked.suppressions, asked.today)
    entries = [entry for path, findings in acts for entry in enter(findings, known.on(findings, path), asked.new)]
    entries += known.entries.unasked()
    write_baseline(asked.write, entries)
    return len(entries)
