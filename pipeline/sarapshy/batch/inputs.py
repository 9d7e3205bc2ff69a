"""What a run has before it: files in order, each with the title that an index gives it.

``acts/00057.txt`` with ``00057.txt<TAB>Конкурс қағидаларын бекіту туралы`` in the ``index.tsv`` beside it becomes
``Task(item, "Конкурс қағидаларын бекіту туралы")``. ``order.kk.txt`` and ``order.ru.txt`` are partners: each is compared
with the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from sarapshy.acts.index import read_titles
from sarapshy.acts.readers import Input, discover
from sarapshy.errors import InputError
from sarapshy.references.pairs import pair_names

Item = TypeVar("Item")
CHUNK_FILES, CHUNK_BYTES = 16, 1_000_000  # what crosses to a process at once: enough to be worth it, no more


@dataclass(frozen=True, slots=True)
class Task:
    """One file to analyse; ``partner`` is the same act in the other language, where names tell that there is one."""

    item: Input
    title: str | None
    partner: Task | None = None


def find_tasks(paths: Iterable[Path], out: Path) -> list[Task | InputError]:
    """Inputs under the paths, without what an earlier run left in ``out``; faults stand where they occur. The order is
    that of the names, whatever the order in which the paths are given."""
    titles: dict[Path, dict[str, str]] = {}
    tasks: list[Task | InputError] = []
    left = _Left(out.resolve())
    for found in discover(sorted(set(paths), key=lambda path: str(path.absolute()))):
        if isinstance(found, InputError):
            tasks.append(found)
        elif not left.holds(found.path):
            tasks.append(Task(found, _find_title(found, titles)))
    return join_partners(tasks)


@dataclass(frozen=True, slots=True)
class _Left:
    """What an earlier run left: all that really lies in ``out``. To resolve each of ten thousand files takes a second, so
    only folders are resolved, each once, and links."""

    out: Path
    _folders: dict[Path, bool] = field(default_factory=dict)

    def holds(self, path: Path) -> bool:
        if path.is_symlink():
            return path.resolve().is_relative_to(self.out)
        folder = path.parent
        if folder not in self._folders:
            self._folders[folder] = folder.resolve().is_relative_to(self.out)
        return self._folders[folder]


def join_partners(tasks: Sequence[Task | InputError]) -> list[Task | InputError]:
    """The tasks, those whose names differ in language only with each other as partners."""
    joined = list(tasks)
    places = [(at, task) for at, task in enumerate(tasks) if isinstance(task, Task)]
    for first, second in pair_names([task.item.name for _, task in places]):
        (here, one), (there, other) = places[first], places[second]
        joined[here], joined[there] = replace(one, partner=other), replace(other, partner=one)
    return joined


def _find_title(item: Input, titles: dict[Path, dict[str, str]]) -> str | None:
    """From the index beside the file, or above it: a corpus keeps ``index.tsv`` over its folder of acts."""
    for folder in (item.path.parent, item.path.parent.parent):
        if folder not in titles:
            titles[folder] = read_titles(folder)
        if item.path.name in titles[folder]:
            return titles[folder][item.path.name]
    return None


def cut_chunks(items: Iterable[Item], task_of: Callable[[Item], Task]) -> Iterator[Sequence[Item]]:
    """Small files by the dozen, large ones alone: no process should wait at the end for another's ten scans."""
    chunk: list[Item] = []
    weight = 0
    for item in items:
        path = task_of(item).item.path
        size = path.stat().st_size if path.exists() else 0
        if chunk and (len(chunk) == CHUNK_FILES or weight + size > CHUNK_BYTES):
            yield chunk
            chunk, weight = [], 0
        chunk.append(item)
        weight += size
    if chunk:
        yield chunk
