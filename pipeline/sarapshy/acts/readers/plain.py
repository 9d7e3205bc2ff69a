"""Plain text: the characters of the file, untouched but for the line ends."""

from __future__ import annotations

from sarapshy.acts.encoding import Decoded, decode
from sarapshy.acts.model import Source
from sarapshy.acts.readers import limits
from sarapshy.errors import InputError


def read(data: bytes, name: str) -> tuple[str, Source]:
    if len(data) > limits.MAX_TEXT:
        raise InputError("reading.too_large", name, limit=limits.megabytes(limits.MAX_TEXT))
    decoded = decode(data)
    if decoded is None:
        raise InputError("reading.mismatch", name, claimed="txt", found="binary")
    return decoded.text, Source("txt", encoding=decoded.encoding, notes=describe(decoded))


def describe(decoded: Decoded) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Notes on how sure the reading is."""
    notes = []
    if decoded.guessed:
        notes.append(("reading.note_encoding", (("encoding", decoded.encoding),)))
    if decoded.replaced:
        notes.append(("reading.note_replaced", (("count", str(decoded.replaced)),)))
    return tuple(notes)
