"""What a run has learnt, kept on disk between its phases and for the next run.

    OUT/.cache/act/3f/3f9c…      an act as read: its text, clauses, definitions, identity
    OUT/.cache/found/07/07aa…    what each rule found in it
    OUT/.cache/done/07/07aa…     the lines and the page that came of it

An entry is sixteen bytes of digest and the packed thing. It is written beside its place and moved there, so that at any
moment it is whole or absent, whoever kills whom; one that a disk has damaged disagrees with its digest, counts as absent
and is made anew. What is kept lies in OUT and not in the home folder: drafts are confidential, and who deletes the
results of a run wants to have deleted all of it.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from shutil import rmtree
from typing import Any, TypeVar

import msgspec
from isal import isal_zlib

Value = TypeVar("Value")
DIGEST = 16
FAST = 0  # text in two bytes a letter shrinks to a fifth at the lowest level, and hardly further at the next
PART = ".part"


class Unwritable(Exception):
    """The disk is full, or the folder forbids: no file's fault, and the run cannot go on."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path, self.reason = path, reason


def digest(*parts: str | bytes) -> str:
    """One name for all the parts; equal ones give the same name."""
    made = blake2b(digest_size=DIGEST)
    for part in parts:
        data = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        made.update(b"%d:" % len(data) + data)
    return made.hexdigest()


def write_whole(path: Path, data: bytes) -> None:
    """The file has these bytes, or, whatever happens meanwhile, what it had before. Unwritable where it cannot be."""
    part = path.with_name(f"{path.name[:80]}.{os.getpid()}{PART}")
    try:
        _write_new(part, data)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise Unwritable(str(path), error.strerror or str(error)) from error


def _write_new(path: Path, data: bytes) -> None:
    """The folders are made by who comes first: to ask for them each time takes longer than to write."""
    try:
        path.write_bytes(data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


@dataclass(frozen=True, slots=True)
class Store:
    """Things by type and key. ``get`` gives None for what is absent, damaged, or of another build's shape."""

    folder: Path

    def get(self, kind: type[Value], key: str) -> Value | None:
        path = self._path(kind, key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        try:
            value: Value = _unpack(kind, data)
        except (ValueError, isal_zlib.error, msgspec.MsgspecError):  # type: ignore[misc]  # the stub calls the class an instance
            path.unlink(missing_ok=True)
            return None
        return value

    def put(self, key: str, value: Any) -> None:
        packed = isal_zlib.compress(_encoder().encode(value), FAST)
        write_whole(self._path(type(value), key), bytes.fromhex(digest(packed)) + packed)

    def prune(self, keys: Collection[str]) -> None:
        """Drops what stands under no such key, and what an earlier run was about to write when it was killed."""
        for file in self._files():
            if file.name not in keys:
                Path(file.path).unlink(missing_ok=True)

    def clear(self) -> None:
        rmtree(self.folder, ignore_errors=True)

    def _path(self, kind: type[Any], key: str) -> Path:
        return self.folder / kind.__name__.lower() / key[:2] / key

    def _files(self) -> Iterator[os.DirEntry[str]]:
        folders = (folder for kind in _list(self.folder) for folder in _list(kind.path))
        return (file for folder in folders for file in _list(folder.path) if file.is_file())


def _list(folder: Path | str) -> list[os.DirEntry[str]]:
    """What lies in it; nothing where it is none."""
    try:
        with os.scandir(folder) as found:
            return list(found)
    except (FileNotFoundError, NotADirectoryError):
        return []


@cache
def _encoder() -> msgspec.msgpack.Encoder:
    return msgspec.msgpack.Encoder()


@cache
def _decoder(kind: Any) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(kind)


def _unpack(kind: Any, data: bytes) -> Any:
    packed = data[DIGEST:]
    if bytes.fromhex(digest(packed)) != data[:DIGEST]:
        raise ValueError("the digest does not agree")
    return _decoder(kind).decode(isal_zlib.decompress(packed))
