"""A run: a folder of acts goes in, a folder of findings and pages comes out.

    OUT/findings.jsonl   a line a finding      OUT/index.html       the acts by factor
    OUT/acts.jsonl       a line a file         OUT/acts/<id>.html   an act with its evidence
    OUT/run.json         what the run was      OUT/map.html         the acts by body and year
    OUT/facts.jsonl.gz   what acts say of acts OUT/graph.graphml    the same as a graph
    OUT/.cache           what the next run need not do again

Three phases: each act is examined alone; the run as a whole is looked at; each act is finished with what the others say
of it. The first and the last work in processes and hand over through the store, so that memory does not grow with the
corpus, and a run that was killed goes on where it was. Lines stand in the order of the inputs, and a file of results
takes its name only when it is whole: the same acts give the same bytes whatever the number of processes.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any, TextIO, TypeVar

from sarapshy.batch.compare import Compared, compare, keep_compared
from sarapshy.batch.engines import Engine, Here, Processes
from sarapshy.batch.examine import Examined, examine
from sarapshy.batch.finish import Share, finish
from sarapshy.batch.inputs import Task, cut_chunks, find_tasks
from sarapshy.batch.limits import collector_at_rest
from sarapshy.batch.pool import Lost
from sarapshy.batch.store import PART, Unwritable, write_whole
from sarapshy.batch.summary import Summary
from sarapshy.batch.work import Answer, Settings, answer_fault
from sarapshy.errors import InputError
from sarapshy.report.jsonl import Record, line

Watch = Callable[[str, int, int], None]  # the phase, how many files are done, of how many
Outcome = Examined | Answer  # a file whose turn in the last phase comes, or one that is answered: it has a fault
Given = TypeVar("Given")


@dataclass(frozen=True, slots=True)
class Run:
    """``acts`` are the records of acts.jsonl, those of failed files among them."""

    acts: tuple[Record, ...]
    record: Record


def run_batch(
    paths: Sequence[Path],
    settings: Settings,
    jobs: int | None = None,
    watch: Watch = lambda phase, done, total: None,
    work: Callable[[Settings, Task], Outcome] = examine,
    engine: Engine | None = None,
) -> Run:
    """Analyse every input under the paths. Without an engine, one job is done here, and several in processes; ``jobs``
    None takes as many as there are processors. Unwritable where the disk takes no more: what was done until then is
    kept and need not be done again."""
    began, started = perf_counter(), datetime.now().astimezone()
    tasks = find_tasks(paths, settings.out)
    engine = engine or (Here() if jobs == 1 else Processes(jobs or os.cpu_count() or 1))
    summary = Summary(engine.jobs, started, tuple(sorted({str(path.absolute()) for path in paths})))
    summary.timings["inputs"] = perf_counter() - began
    stale = _read_pages(settings.out)
    settings.out.mkdir(parents=True, exist_ok=True)
    examined = _examine(tasks, partial(work, settings), engine, summary, watch)
    with summary.timed("comparing"), collector_at_rest():
        compared = compare(settings, [each for each in examined if isinstance(each, Examined)])
    with _meanwhile(partial(_keep_compared, compared, settings.out, summary)):
        acts = _finish_acts(examined, compared, settings, engine, summary, watch)
    _remove_pages(settings.out, stale - {act["page"] for act in acts if act["error"] is None})
    _prune(settings, examined)
    return _write_run(acts, settings, summary, began)


def _examine(
    tasks: Sequence[Task | InputError],
    work: Callable[[Task], Outcome],
    engine: Engine,
    summary: Summary,
    watch: Watch,
) -> list[Outcome]:
    """The first phase: what came of each input, in order."""
    answers = engine.spread(work, cut_chunks((task for task in tasks if isinstance(task, Task)), lambda task: task))
    outcomes: list[Outcome] = []
    with summary.timed("examining"):
        for task in tasks:
            outcomes.append(answer_fault(task) if isinstance(task, InputError) else _unless_lost(next(answers), task))
            summary.add_outcome(outcomes[-1])
            watch("examining", len(outcomes), len(tasks))
        next(answers, None)  # the processes go
    return outcomes


def _share(examined: Examined, compared: Compared) -> Share:
    name = examined.task.item.name
    others, answers = tuple(compared.others.get(name, ())), compared.answers.get(name, {})
    return Share(examined, others, compared.around.get(name), compared.twins.get(name), answers)


def _finish_acts(
    outcomes: Sequence[Outcome],
    compared: Compared,
    settings: Settings,
    engine: Engine,
    summary: Summary,
    watch: Watch,
) -> tuple[Record, ...]:
    """The last phase: lines, written as they come in the order of the inputs."""
    shares = [_share(each, compared) for each in outcomes if isinstance(each, Examined)]
    answers = engine.spread(partial(finish, settings), cut_chunks(shares, lambda share: share.examined.task))
    acts: list[Record] = []
    with (
        summary.timed("finishing"),
        _renewed(settings.out / "acts.jsonl") as act_lines,
        _renewed(settings.out / "findings.jsonl") as finding_lines,
    ):
        for outcome in outcomes:
            answer = outcome if isinstance(outcome, Answer) else _unless_lost(next(answers), outcome.task)
            act_lines.write(line(answer.act) + "\n")
            finding_lines.writelines(each + "\n" for each in answer.findings)
            acts.append(answer.act)
            summary.add(answer)
            watch("finishing", len(acts), len(outcomes))
        next(answers, None)
    return tuple(acts)


def _unless_lost(answer: Given | Lost[Any], task: Task) -> Given | Answer:
    return answer_fault(InputError("cli.lost", task.item.name)) if isinstance(answer, Lost) else answer


def _prune(settings: Settings, outcomes: Iterable[Outcome]) -> None:
    """The run's own cache keeps what the next run of these acts may want; one that is shared is left to its owner."""
    if settings.cache is None:
        done = [each for each in outcomes if isinstance(each, Examined)]
        settings.store.prune({key for each in done for key in (each.act, each.found, each.ruleset)})


@contextmanager
def _meanwhile(do: Callable[[], None]) -> Iterator[None]:
    """``do`` beside the block, in a thread, for this process has little to do while others write pages; what it raises is
    raised at the block's end."""
    with ThreadPoolExecutor(1) as thread:
        doing = thread.submit(do)
        yield
        doing.result()


def _keep_compared(compared: Compared, out: Path, summary: Summary) -> None:
    with summary.timed("graph"):
        keep_compared(compared, out)


def _write_run(acts: tuple[Record, ...], settings: Settings, summary: Summary, began: float) -> Run:
    from sarapshy.report.corpus_map import render_map
    from sarapshy.report.index_page import render_index

    with summary.timed("index"):
        write_whole(settings.out / "map.html", render_map(acts, settings.language).encode("utf-8", "replace"))
        html = render_index(acts, summary.record(), settings.language, plan=settings.plan is not None)
        write_whole(settings.out / "index.html", html.encode("utf-8", "replace"))
    summary.seconds = perf_counter() - began
    record = summary.record()
    write_whole(settings.out / "run.json", (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode())
    return Run(acts, record)


@contextmanager
def _renewed(path: Path) -> Iterator[TextIO]:
    """A file to write lines into; it takes the place of an earlier one when all are written."""
    part = path.with_name(path.name + PART)
    try:
        with part.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as target:
            yield target
        part.replace(path)
    except OSError as error:
        raise Unwritable(str(path), error.strerror or str(error)) from error


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
