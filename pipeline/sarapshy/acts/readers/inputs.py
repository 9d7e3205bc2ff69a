"""What there is to read under the paths a person gave: files, folders, archives.

``discover([Path("acts")])`` of a folder with ``a.txt``, ``2023/b.docx`` and ``old.zip`` that holds ``қаулы.doc``
gives the inputs named ``2023/b.docx``, ``a.txt`` and ``old.zip/қаулы.doc``. Nothing is read yet but names; what
cannot even be opened comes as the InputError it is, in its place, so that no file is lost without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sarapshy.acts.readers import archive
from sarapshy.acts.readers.formats import SUFFIXES, Format
from sarapshy.errors import InputError

# A name may hold a line break, or turn the direction of what follows; bytes that are no UTF-8 come as halves of letters.
UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
NOT_ACTS = {"index.tsv", "thumbs.db", "desktop.ini"}


@dataclass(frozen=True, slots=True)
class Input:
    """One text to read. ``name`` is for people, relative to the folder given; ``member`` is its name in an archive."""

    name: str
    path: Path
    member: str | None = None


def discover(paths: Iterable[Path]) -> Iterator[Input | InputError]:
    """Every input under the paths, folders in sorted order; a path that is not there is an InputError."""
    taken: set[str] = set()
    for path in paths:
        for found in _discover_path(path):
            yield _rename(found, path, taken) if isinstance(found, Input) else found


def _discover_path(path: Path) -> Iterator[Input | InputError]:
    try:
        if path.is_dir():
            yield from _discover_folder(path, path)
        elif path.exists():
            yield from _discover_file(path, path.name)
        else:
            yield InputError("reading.missing", str(path))
    except OSError as error:
        yield InputError("reading.unreadable", str(path), detail=error.strerror or str(error))


def _discover_folder(folder: Path, root: Path) -> Iterator[Input | InputError]:
    for path in sorted(folder.iterdir()):
        if _is_hidden(path.name):
            continue
        if path.is_dir():
            if not path.is_symlink():  # a link may lead back up, for ever
                yield from _discover_path_within(path, root)
        else:
            yield from _discover_file(path, path.relative_to(root).as_posix())


def _discover_path_within(folder: Path, root: Path) -> Iterator[Input | InputError]:
    try:
        yield from _discover_folder(folder, root)
    except OSError as error:
        yield InputError("reading.unreadable", str(folder), detail=error.strerror or str(error))


def _discover_file(path: Path, name: str) -> Iterator[Input | InputError]:
    if not _is_archive(path):
        yield Input(name, path)
        return
    try:
        for member in archive.list_members(path, name):
            if isinstance(member, InputError):
                yield member
            elif not any(_is_hidden(part) for part in archive.display(member).split("/")):
                yield Input(f"{name}/{archive.display(member)}", path, member)
    except InputError as error:
        yield error


def _is_archive(path: Path) -> bool:
    """A file that calls itself a document is opened only when it is read."""
    if SUFFIXES.get(path.suffix.lower(), Format.ZIP) is not Format.ZIP:
        return False
    try:
        with path.open("rb") as file:
            return archive.is_archive(file)
    except OSError:
        return False  # reading it will tell


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name == "__MACOSX" or name.lower() in NOT_ACTS


def _rename(item: Input, root: Path, taken: set[str]) -> Input:
    """A name for people. Two roots may each hold ``draft.docx``: the second is told by its folder."""
    name = UNPRINTABLE.sub("_", item.name)
    if name in taken:
        above = root.absolute() if root.is_dir() else root.absolute().parent
        while name in taken and above.name:
            name, above = f"{above.name}/{name}", above.parent
    taken.add(name)
    return Input(name, item.path, item.member)
