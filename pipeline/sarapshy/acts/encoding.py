"""Bytes of a plain text to characters, where nothing says which encoding they are in.

Acts come as UTF-8 with or without a mark, as UTF-16 from Notepad, and as one byte a letter from the nineties: CP1251
for Russian, KZ-1048 (CP1251 with Kazakh letters in place of the Ukrainian and Serbian ones) for Kazakh. «Қазақстан»
in KZ-1048 begins with 0x8D, which is «Ќ» in CP1251: a letter that neither Kazakh nor Russian has, so the bytes
decide. UTF-8 gives the very characters of ``Path.read_text(encoding="utf-8")``: a mark at the beginning stays, one
character wide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
SAMPLE = 1 << 16
ALLOWED_DAMAGE = 0.002  # a file cut in the middle of a letter, or with a few bad bytes, is still UTF-8
PLAUSIBLE = 0.97
LETTER = re.compile(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]")
STRANGE = re.compile(r"[^\x09-\x0d\x20-\x7eА-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі№«»„“”‘’‚–—…•·§°±©®\xa0\xad]")
CAPITAL = re.compile(r"[А-ЯЁ]")
MANY_CAPITALS = 0.7  # KOI8-R read as CP1251 turns the case round: «рТЙЛБЪ» for «Приказ»
BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """``replaced`` counts the bytes that had no reading; ``guessed``: only statistics named the encoding."""

    text: str
    encoding: str
    replaced: int = 0
    guessed: bool = False


def decode(data: bytes) -> Decoded | None:
    """The text with "\\n" line ends; None where the bytes are no text at all."""
    found = _decode_marked(data) or _decode_utf8(data) or _decode_single_byte(data) or _guess(data)
    if found is None or _is_binary(found.text):
        return None
    return Decoded(unify_newlines(found.text), found.encoding, found.replaced, found.guessed)


def unify_newlines(text: str) -> str:
    """As the universal newlines of ``open``: "\\r\\n" and "\\r" become "\\n"."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _decode_marked(data: bytes) -> Decoded | None:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _decode_lenient(data, encoding)
    encoding_found = _wide_encoding(data[:SAMPLE])
    return _decode_lenient(data, encoding_found) if encoding_found else None


def _wide_encoding(sample: bytes) -> str | None:
    """UTF-16 without a mark: every other byte is 00 (Latin, spaces, digits) or 04 (Cyrillic)."""
    if len(sample) < 4 or b"\x00" not in sample:
        return None
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high, low = sample[first::2], sample[1 - first :: 2]
        if _share(high, b"\x00\x04\x20") > 0.9 and _share(low, b"\x00\x04") < 0.2:
            return encoding
    return None


def _share(sample: bytes, values: bytes) -> float:
    return sum(map(sample.count, values)) / len(sample)


def _decode_lenient(data: bytes, encoding: str) -> Decoded | None:
    text = data.decode(encoding, errors="replace")
    replaced = text.count("\ufffd")
    return Decoded(text, encoding, replaced) if replaced <= 1 + ALLOWED_DAMAGE * len(text) else None


def _decode_utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        found = _decode_lenient(data, "utf-8")
        return found if found and len(found.text) > 64 else None


def _decode_single_byte(data: bytes) -> Decoded | None:
    name = find_cyrillic(data)
    if name is None:
        return None
    text = data.decode(name, errors="replace")
    return Decoded(text, name, text.count("\ufffd"))


def find_cyrillic(data: bytes) -> str | None:
    """CP1251 or KZ-1048, whichever gives letters of Kazakh and Russian; None where neither does."""
    shares = {name: _plausibility(data[:SAMPLE].decode(name, errors="replace")) for name in ("cp1251", "kz1048")}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= PLAUSIBLE else None


def _plausibility(sample: str) -> float:
    """1 for a text of Kazakh and Russian letters and of usual signs; the fewer of them, the less."""
    letters = len(LETTER.findall(sample))
    if not letters:
        return 0.0
    if letters > 100 and len(CAPITAL.findall(sample)) > MANY_CAPITALS * letters:
        return 0.0
    return 1 - len(STRANGE.findall(sample)) / letters


def _guess(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    found = from_bytes(data[:SAMPLE]).best()
    if found is None:
        return None
    text = data.decode(found.encoding, errors="replace")
    return Decoded(text, found.encoding, text.count("\ufffd"), guessed=True)


def _is_binary(text: str) -> bool:
    return len(BINARY.findall(text, 0, SAMPLE)) > 0.01 * min(len(text), SAMPLE)
