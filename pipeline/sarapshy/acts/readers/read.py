"""One input to its text. The format's module is imported when the first file of that format comes.

The libraries that parse hostile bytes raise what they like; here, and only here, all of it becomes an InputError.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib import import_module
from pathlib import PurePosixPath

from sarapshy.acts.model import Source
from sarapshy.acts.readers import archive, limits
from sarapshy.acts.readers.formats import SUFFIXES, Format, recognise
from sarapshy.acts.readers.inputs import Input
from sarapshy.errors import InputError

MODULES = {
    Format.TXT: "plain", Format.HTML: "html", Format.DOCX: "docx", Format.DOC: "word97", Format.RTF: "rtf",
    Format.ODT: "odt", Format.PDF: "pdf", Format.IMAGE: "scan",
}  # fmt: skip
CYRILLIC = re.compile("[а-яёәғқңөұүһіА-ЯЁӘҒҚҢӨҰҮҺІ]+")
LANGUAGE_SAMPLE, LANGUAGE_SHARE, TELLING = 4000, 0.3, 100  # letters
SURROGATES = re.compile("[\ud800-\udfff]")  # halves of a letter, of a broken UTF-16: they can be written nowhere


@dataclass(frozen=True, slots=True)
class Read:
    """``sha256`` is of the file's bytes."""

    name: str
    text: str
    sha256: str
    source: Source


def read(item: Input) -> Read:
    """The text of the input; InputError where there is none."""
    return read_bytes(load(item), item.name)


def read_bytes(data: bytes, name: str) -> Read:
    """The text of a file already at hand, ``name`` with its suffix."""
    if not data:
        raise InputError("reading.empty", name)
    found = recognise(data, name)
    if found not in MODULES:
        raise InputError("reading.archive_within", name)
    text, source = _parse(data, name, found)
    if not text.strip("\ufeff \t\n\r\xa0"):
        raise InputError("reading.no_text", name)
    if len(text) > limits.MAX_TEXT:
        raise InputError("reading.too_large", name, limit=limits.megabytes(limits.MAX_TEXT))
    text = _drop_surrogates(text)
    return Read(name, text, sha256(data).hexdigest(), _note_language(_note_suffix(source, name, found), text))


def _drop_surrogates(text: str) -> str:
    """Most texts have none, as whoever packs the letters in pairs of bytes tells fastest."""
    try:
        text.encode("utf-16-le")
    except UnicodeEncodeError:
        return SURROGATES.sub("\ufffd", text)
    return text


def load(item: Input) -> bytes:
    """The bytes of the input; InputError where they cannot be had."""
    if item.member is not None:
        return archive.read_member(item.path, item.member, item.name)
    try:
        if item.path.stat().st_size > limits.MAX_FILE:
            raise InputError("reading.too_large", item.name, limit=limits.megabytes(limits.MAX_FILE))
        return item.path.read_bytes()
    except FileNotFoundError as error:
        raise InputError("reading.missing", item.name) from error
    except OSError as error:
        raise InputError("reading.unreadable", item.name, detail=error.strerror or str(error)) from error


def _parse(data: bytes, name: str, found: Format) -> tuple[str, Source]:
    try:
        module = import_module(f"sarapshy.acts.readers.{MODULES[found]}")
        text, source = module.read(data, name)
    except (InputError, MemoryError):
        raise
    except Exception as error:  # whatever a parser raises on damaged bytes, it costs this file and no other
        detail = str(error).rstrip(".") or type(error).__name__
        raise InputError("reading.damaged", name, format=str(found), detail=detail) from error
    return text, replace(source, format=str(found))


def _note_suffix(source: Source, name: str, found: Format) -> Source:
    """A .doc that holds RTF is read as what it is, and the report says so."""
    claimed = SUFFIXES.get(PurePosixPath(name).suffix.lower())
    if claimed in (found, None):
        return source
    note = ("reading.note_suffix", (("claimed", str(claimed)), ("found", str(found))))
    return replace(source, notes=(*source.notes, note))


def _note_language(source: Source, text: str) -> Source:
    """Of an act in another language, or in Latin letters, nothing can be found, and that is not to be taken for praise."""
    sample = text[:LANGUAGE_SAMPLE]
    ours = sum(map(len, CYRILLIC.findall(sample)))
    if ours > LANGUAGE_SHARE * len(sample):
        return source
    letters = sum(map(str.isalpha, sample))
    if letters < TELLING or ours > LANGUAGE_SHARE * letters:
        return source
    return replace(source, notes=(*source.notes, ("reading.note_language", ())))
