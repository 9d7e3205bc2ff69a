"""Zip archives: those a person sends full of acts, and those that .docx and .odt are.

A member's name is what the archive says: Windows writes «1-қаулы.doc» in cp866 without telling so, and an attacker
writes ``../../etc/passwd``. Members are found by the name as decoded here and shown by ``display``, which never leads
upwards. ``zakon.zip!/act.txt`` is the member ``act.txt`` of an archive that is itself a member; deeper is not looked
into.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from sarapshy.acts.readers import limits
from sarapshy.errors import InputError

MAGIC = b"PK\x03\x04"
NESTED = "!/"
DOCUMENT_PARTS = ("[Content_Types].xml", "mimetype", "content.xml")
UTF8_NAME = 0x800
ENCRYPTED = 0x1
# What zipfile raises on damaged bytes, beside BadZipFile: unknown compression, a wrong offset, a broken stream.
BROKEN = (
    BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    OSError,
    EOFError,
    ValueError,
    OverflowError,
    KeyError,
    IndexError,
)


def is_archive(file: IO[bytes]) -> bool:
    """A zip that is no document. A damaged zip is one too: reading it tells what is wrong."""
    if file.read(len(MAGIC)) != MAGIC:
        return False
    file.seek(0)
    try:
        with ZipFile(file) as packed:
            return not any(part in packed.NameToInfo for part in DOCUMENT_PARTS)
    except BROKEN:
        return True


def list_members(path: Path, name: str) -> Iterator[str | InputError]:
    """Names of the files in the archive and in the archives within it, sorted."""
    members = _index(_open_path(path, name), name)
    for member in sorted(members):
        nested = member.lower().endswith(".zip")
        if not nested:
            yield member
            continue
        try:
            data = _read(_open_path(path, name), members[member], f"{name}/{display(member)}")
            inner = _index(_open_bytes(data, name), f"{name}/{display(member)}")
            yield from (f"{member}{NESTED}{part}" for part in sorted(inner))
        except InputError as error:
            yield error


def read_member(path: Path, member: str, name: str) -> bytes:
    """The bytes of a member, named as ``list_members`` named it."""
    outer, nested, inner = member.partition(NESTED)
    packed = _open_path(path, name)
    data = _read(packed, _find(packed, outer, name), name)
    if nested:
        packed = _open_bytes(data, name)
        data = _read(packed, _find(packed, inner, name), name)
    return data


def list_parts(data: bytes, name: str) -> list[str]:
    """Names of the parts of a packed document."""
    return list(_index(_open_bytes(data, name), name))


def read_parts(data: bytes, name: str) -> Parts:
    return Parts(_open_bytes(data, name), name)


class Parts:
    """The parts of a packed document, each within the limits; one that is not there is None."""

    def __init__(self, packed: ZipFile, name: str) -> None:
        self._packed, self._name, self._index = packed, name, _index(packed, name)

    def read(self, part: str) -> bytes | None:
        info = self._index.get(part)
        return None if info is None else _read(self._packed, info, self._name, limits.MAX_TEXT)


def display(member: str) -> str:
    """A name that a report can make a path of: no drive, no way up."""
    steps = member.replace(NESTED, "/").replace("\\", "/").split("/")
    return "/".join(step.replace(":", "_") for step in steps if step not in ("", ".", ".."))


def _open_path(path: Path, name: str) -> ZipFile:
    try:
        stat = path.stat()
        return _open_once(path, stat.st_mtime_ns, stat.st_size, os.getpid())
    except BROKEN as error:
        raise InputError("reading.damaged_archive", name, detail=_detail(error)) from error


@lru_cache(maxsize=2)
def _open_once(path: Path, _changed: int, _size: int, _process: int) -> ZipFile:
    """Members are read one by one, and listing costs. A forked process must not share the file's position."""
    return ZipFile(path)


def _open_bytes(data: bytes, name: str) -> ZipFile:
    try:
        return ZipFile(BytesIO(data))
    except BROKEN as error:
        raise InputError("reading.damaged_archive", name, detail=_detail(error)) from error


def _index(packed: ZipFile, name: str) -> dict[str, ZipInfo]:
    members = [info for info in packed.infolist() if info.filename and not info.is_dir()]  # a member may bear no name
    if len(members) > limits.MAX_MEMBERS:
        raise InputError("reading.too_many_members", name, limit=str(limits.MAX_MEMBERS))
    if sum(info.file_size for info in members) > limits.MAX_UNPACKED:
        raise InputError("reading.bomb", name, limit=limits.megabytes(limits.MAX_UNPACKED))
    return {_decode_name(info): info for info in members}


def _find(packed: ZipFile, member: str, name: str) -> ZipInfo:
    info = packed.NameToInfo.get(member) or _index(packed, name).get(member)
    if info is None:
        raise InputError("reading.missing", name)
    return info


def _decode_name(info: ZipInfo) -> str:
    if info.flag_bits & UTF8_NAME or info.filename.isascii():
        return info.filename
    raw = info.filename.encode("cp437", errors="replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp866")


def _read(packed: ZipFile, info: ZipInfo, name: str, limit: int = limits.MAX_FILE) -> bytes:
    """zipfile stops at the size that the archive declares, so checking the declared size is enough."""
    if info.flag_bits & ENCRYPTED:
        raise InputError("reading.encrypted_archive", name)
    if info.file_size > limit:
        raise InputError("reading.too_large", name, limit=limits.megabytes(limit))
    if info.file_size > limits.RATIO_FROM and info.file_size > limits.MAX_RATIO * max(info.compress_size, 1):
        raise InputError("reading.bomb", name, limit=limits.megabytes(limits.MAX_UNPACKED))
    try:
        return packed.read(info)
    except BROKEN as error:
        raise InputError("reading.damaged_archive", name, detail=_detail(error)) from error


def _detail(error: BaseException) -> str:
    return str(error) or type(error).__name__
