"""What a process does with one file: reads it, finds, writes its page, and sends back lines.

The act itself never crosses to the parent process: a code of 3 MB would cost more to send than to read. Nothing raised
here leaves here: a file that fails is an answer like the others, with the reason in place of findings.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from sarapshy.acts.coverage import measure_coverage
from sarapshy.acts.model import Act
from sarapshy.acts.readers import Input
from sarapshy.acts.reading import read_act
from sarapshy.batch.deadline import OutOfTime, deadline
from sarapshy.batch.inputs import Task
from sarapshy.batch.selection import Selection
from sarapshy.detect.rules import Rule, read_rules
from sarapshy.detect.run import detect
from sarapshy.errors import InputError
from sarapshy.findings.factors import read_families
from sarapshy.findings.model import Finding
from sarapshy.report.html import Page, page_name, render_act
from sarapshy.report.jsonl import Record, act_record, failure_record, finding_line


@dataclass(frozen=True, slots=True)
class Settings:
    """What is the same for every file of a run. ``language`` is that of the pages; ``seconds`` are for each file."""

    out: Path
    language: str
    selection: Selection
    checked: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()
    seconds: float | None = None


def name_checks(rules: Iterable[Rule]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The detectors that the rules call, and the factors that no rule looks for: those are left to the expert."""
    rules = tuple(rules)
    sought = {rule.factor for rule in rules}
    detectors = {"rule" if rule.kind == "existence" else rule.kind for rule in rules}
    return tuple(sorted(detectors)), tuple(code for code in read_families() if code not in sought)


@dataclass(frozen=True, slots=True)
class Answer:
    """``act`` is the line of acts.jsonl, ``findings`` those of findings.jsonl; ``memory`` is the process's highest."""

    act: Record
    findings: tuple[str, ...] = ()
    size: int = 0  # of the text, in bytes of UTF-8
    process: int = 0
    memory: int = 0  # bytes


def analyse(settings: Settings, task: Task) -> Answer:
    """Never raises."""
    try:
        with deadline(settings.seconds):
            return _analyse(settings, task)
    except OutOfTime:
        return answer_fault(InputError("cli.out_of_time", task.item.name, seconds=f"{settings.seconds:g}"))
    except Exception as error:  # whatever it is, it costs this file alone and is named
        return Answer(failure_record(task.item.name, error), process=os.getpid(), memory=peak_memory())


def _analyse(settings: Settings, task: Task) -> Answer:
    act, wanted = read_task(task), settings.selection
    findings = wanted.keep(detect(act, wanted.choose(read_rules()), read_partner(task)))
    coverage, page = measure_coverage(act.text, act.clauses), page_name(act.path)
    _write_page(settings, page, act, findings, Page(coverage, settings.checked, settings.unchecked))
    record = act_record(act, findings, coverage, settings.checked, settings.unchecked, page)
    size = len(act.text.encode("utf-8", "surrogatepass"))
    return Answer(record, tuple(map(finding_line, findings)), size, os.getpid(), peak_memory())


def read_task(task: Task) -> Act:
    """The act; one with a partner is kept for its partner's turn, which is mostly the next."""
    if task.partner is None:
        return read_act(task.item, task.title)
    path = task.item.path
    return _read_once(task.item, task.title, path.stat().st_mtime_ns if path.exists() else 0)


def read_partner(task: Task) -> Act | None:
    """The act in the other language; None where there is none or it cannot be read, which its own turn will tell."""
    if task.partner is None:
        return None
    try:
        return read_task(replace(task.partner, partner=task))
    except Exception:
        return None


@lru_cache(maxsize=2)
def _read_once(item: Input, title: str | None, changed: int) -> Act:
    return read_act(item, title)


def answer_fault(error: InputError) -> Answer:
    """For a file that was not begun, or not ended."""
    return Answer(failure_record(error.path, error))


def _write_page(settings: Settings, name: str, act: Act, findings: list[Finding], page: Page) -> None:
    html = render_act(act, findings, settings.language, page)
    (settings.out / name).write_text(html, encoding="utf-8", errors="replace", newline="\n")


def peak_memory() -> int:
    """The most this process and the largest program it called have held, in bytes; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:  # Windows
        return 0
    highest = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return highest if os.uname().sysname == "Darwin" else highest * 1024
