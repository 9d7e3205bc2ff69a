"""A run: a folder of acts goes in, a folder of findings and pages comes out.

    OUT/findings.jsonl   a line a finding      OUT/index.html       the acts by factor
    OUT/acts.jsonl       a line a file         OUT/acts/<id>.html   an act with its evidence
    OUT/run.json         what the run was

Lines are written as answers come, in the order of the inputs, so an interrupted run leaves what it had done, and the
same acts give the same bytes whatever the number of processes.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TextIO

from sarapshy.batch.inputs import Task, cut_chunks, find_tasks
from sarapshy.batch.pool import Lost, spread
from sarapshy.batch.summary import Summary
from sarapshy.batch.work import Answer, Settings, analyse, answer_fault
from sarapshy.errors import InputError
from sarapshy.report.jsonl import Record, line

Watch = Callable[[int, int], None]  # how many files are done, of how many
Work = Callable[[Settings, Task], Answer]


@dataclass(frozen=True, slots=True)
class Run:
    """``acts`` are the records of acts.jsonl, those of failed files among them."""

    acts: tuple[Record, ...]
    record: Record


def run_batch(
    paths: Sequence[Path],
    settings: Settings,
    jobs: int | None = None,
    watch: Watch = lambda done, total: None,
    work: Work = analyse,
) -> Run:
    """Analyse every input under the paths. ``jobs`` None takes as many processes as there are processors."""
    began = perf_counter()
    started = datetime.now().astimezone()
    tasks = find_tasks(paths, settings.out)
    chunks = list(cut_chunks(task for task in tasks if isinstance(task, Task)))
    inputs = tuple(str(path.absolute()) for path in paths)
    summary = Summary(min(jobs or os.cpu_count() or 1, max(len(chunks), 1)), started, inputs)
    summary.timings["inputs"] = perf_counter() - began
    stale = _read_pages(settings.out)
    (settings.out / "acts").mkdir(parents=True, exist_ok=True)
    answers = _answer(tasks, spread(partial(work, settings), chunks, summary.jobs))
    acts = _write_lines(answers, settings.out, len(tasks), summary, watch)
    _remove_pages(settings.out, stale - {act["page"] for act in acts if act["error"] is None})
    return _finish(acts, settings, summary, began)


def _answer(tasks: Iterable[Task | InputError], answers: Iterator[Answer | Lost[Task]]) -> Iterator[Answer]:
    """An answer a task, in order; a file whose process died is answered by a fault."""
    for task in tasks:
        if isinstance(task, InputError):
            yield answer_fault(task)
            continue
        answer = next(answers)
        yield answer_fault(InputError("cli.lost", task.item.name)) if isinstance(answer, Lost) else answer


def _write_lines(
    answers: Iterator[Answer], out: Path, total: int, summary: Summary, watch: Watch
) -> tuple[Record, ...]:
    began = perf_counter()
    acts: list[Record] = []
    with _open(out / "acts.jsonl") as act_lines, _open(out / "findings.jsonl") as finding_lines:
        for answer in answers:
            act_lines.write(line(answer.act) + "\n")
            finding_lines.writelines(each + "\n" for each in answer.findings)
            acts.append(answer.act)
            summary.add(answer)
            watch(len(acts), total)
    summary.timings["acts"] = perf_counter() - began
    return tuple(acts)


def _finish(acts: tuple[Record, ...], settings: Settings, summary: Summary, began: float) -> Run:
    from sarapshy.report.html import render_index

    index_began = perf_counter()
    html = render_index(acts, summary.record(), settings.language)
    (settings.out / "index.html").write_text(html, encoding="utf-8", errors="replace", newline="\n")
    summary.timings["index"] = perf_counter() - index_began
    summary.seconds = perf_counter() - began
    record = summary.record()
    with _open(settings.out / "run.json") as target:
        target.write(json.dumps(record, ensure_ascii=False, indent=2) + "\n")
    return Run(acts, record)


def _open(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")


def _read_pages(out: Path) -> set[str]:
    """Pages that an earlier run left in this folder, by its own list: nothing else of the folder is ours to remove."""
    try:
        with (out / "acts.jsonl").open(encoding="utf-8") as lines:
            return {page for each in lines if (page := json.loads(each).get("page"))}
    except (OSError, ValueError, AttributeError):
        return set()


def _remove_pages(out: Path, pages: Iterable[str]) -> None:
    for page in pages:
        (out / "acts" / Path(page).name).unlink(missing_ok=True)
