"""What lawyers keep in YAML, parsed once on a machine and not at every start.

``rules/discretion/D2-decides.yaml`` is one of more than three hundred files of rules; to parse them all takes longer than
to judge an act. So the tables of a folder are kept in the user's cache, a line of JSON each, with the size and the time
of the file, as Python keeps its own modules. A changed file is parsed anew. Beside them lies a gist: what whoever read all of
them wants to know at the next start without going through them. Where the cache cannot be read or written, the files are
parsed, and that is all.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, cached_property
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from sarapshy import __version__

TYPED = ("lexicons", "translations", "documents")  # folders in whose files 1 is a number

Stamp = tuple[int, int]  # when the file was written, in nanoseconds, and its size in bytes


class KnowledgeError(ValueError):
    """A file that is no YAML; the message says in which line."""


@dataclass(slots=True)
class _Kept:
    """The tables of a folder as they lie in the cache; ``sound`` where whoever reads them found no fault in any, and then
    ``gist`` is a line of JSON of theirs."""

    stamps: dict[str, Stamp] = field(default_factory=dict)
    lines: dict[str, str] = field(default_factory=dict)
    sound: bool = False
    gist: str = "null"


class Shelf:
    """The tables of the YAML files under a folder, by their paths in it: "lexicons/terms.yaml".

    ``keeps_words(path)`` tells where every scalar stays a string: «no» and «1.0» are words of a rule, and it is twice as
    fast. ``place`` is the file of the cache; without one the files are parsed each time.
    """

    def __init__(self, folder: Traversable, keeps_words: Callable[[str], bool], place: Path | None = None) -> None:
        self.folder = folder
        self.keeps_words = keeps_words
        self.place = place

    @cached_property
    def entries(self) -> dict[str, Traversable]:
        """The files by their paths, in the order of the names."""
        return dict(_walk(self.folder))

    @property
    def is_sound(self) -> bool:
        """Whether these very files were found to have no fault."""
        return self._kept.sound

    def read(self, path: str) -> Any:
        """The contents of a file, which the caller may change. KnowledgeError where it is no YAML."""
        line = self._kept.lines.get(path)
        return json.loads(line) if line else self._parse(path)

    @property
    def gist(self) -> Any:
        """What was told when the files were vouched for; None where they were not."""
        with suppress(ValueError):  # damaged
            return json.loads(self._kept.gist)
        return None

    def vouch(self, find_gist: Callable[[], Any] = lambda: None) -> None:
        """Says of the files as they are that they have no fault, and once what their gist is."""
        if not self._kept.sound:
            self._kept.sound = True
            self._kept.gist = json.dumps(find_gist(), ensure_ascii=False)
            self._keep(self._kept)

    @cached_property
    def _kept(self) -> _Kept:
        stamps = {path: stamp for path, entry in self.entries.items() if (stamp := _stamp(entry))}
        if self.place is None or len(stamps) < len(self.entries):
            return _Kept()
        kept = self._find_kept()
        if kept.stamps != stamps:
            kept = self._renew(kept, stamps)
            self._keep(kept)
        return kept

    def _renew(self, kept: _Kept, stamps: dict[str, Stamp]) -> _Kept:
        return _Kept(
            stamps, {p: kept.lines[p] if kept.stamps.get(p) == stamp else self._pack(p) for p, stamp in stamps.items()}
        )

    def _pack(self, path: str) -> str:
        """The table as JSON; nothing where JSON cannot hold it, or it is no YAML, which is told when it is asked for."""
        with suppress(KnowledgeError, TypeError, ValueError):
            table = self._parse(path)
            line = json.dumps(table, ensure_ascii=False)
            return line if json.loads(line) == table else ""
        return ""

    def _find_kept(self) -> _Kept:
        with suppress(OSError, ValueError, KeyError, TypeError):
            if self.place is not None:
                first, gist, *lines = self.place.read_text(encoding="utf-8").split("\n")
                head = json.loads(first)
                if head["program"] == _stamp_program():
                    stamps = {path: (when, size) for path, (when, size) in head["stamps"].items()}
                    return _Kept(stamps, dict(zip(stamps, lines, strict=True)), head["sound"], gist)
        return _Kept()

    def _keep(self, kept: _Kept) -> None:
        if self.place is None:
            return
        from sarapshy.batch.store import Unwritable, write_whole  # only when something has changed

        about = {"program": _stamp_program(), "sound": kept.sound, "stamps": kept.stamps}
        head = json.dumps(about, ensure_ascii=False)
        with suppress(Unwritable):
            write_whole(self.place, "\n".join([head, kept.gist, *kept.lines.values()]).encode())

    def _parse(self, path: str) -> Any:
        import yaml  # not for who finds everything in the cache

        names = ("CBaseLoader", "BaseLoader") if self.keeps_words(path) else ("CSafeLoader", "SafeLoader")
        loader = getattr(yaml, names[0], None) or getattr(yaml, names[1])
        try:
            return yaml.load(self.entries[path].read_text(encoding="utf-8"), Loader=loader)
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            raise KnowledgeError(" ".join(str(error).split())) from error


@cache
def open_shelf(package: str) -> Shelf:
    """The shelf of a package of data: "sarapshy.rules", "sarapshy.reports"."""
    folder = files(package)
    name = f"{package}-{blake2b(str(folder).encode(), digest_size=8).hexdigest()}.jsonl"
    return Shelf(folder, _keeps_words, user_cache_path("sarapshy", appauthor=False) / name)


def read_table(package: str, path: str) -> Any:
    """The contents of a file of the package: "sarapshy.rules", "lexicons/terms.yaml"."""
    return open_shelf(package).read(path)


def _keeps_words(path: str) -> bool:
    """Those of rules, one a file in a folder of their family, and of the types of act."""
    first, slash, _ = path.partition("/")
    return bool(slash) and first not in TYPED


def _walk(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.is_dir():
            yield from _walk(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith((".yaml", ".yml")):
            yield prefix + entry.name, entry


def _stamp_program() -> str:
    """Of the code that reads patterns too: a gist is its work, and whoever changes it does not change the version."""
    about = [_stamp(entry) for entry in sorted((Path(__file__).parent / "language").glob("*.py"))]
    return f"{__version__} {about}"


def _stamp(entry: Traversable) -> Stamp | None:
    """None for a file in an archive, which has no time of its own."""
    if not isinstance(entry, Path):
        return None
    about = entry.stat()
    return about.st_mtime_ns, about.st_size
