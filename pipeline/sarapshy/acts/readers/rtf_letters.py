r"""Letters of an .rtf that stand as bytes: «\'cf\'f0» is «Пр» in a Russian font and «Ïð» in a western one.

What the bytes are is told by \fcharset for each font and \ansicpg for the document. Neither can name KZ-1048, in which Kazakh
was written before Unicode, and programs that knew of no alphabet but their own called Russian western. So the bytes are
asked as well, as in a plain text: which of the two Cyrillic code pages they are in, and, where no font is called
Cyrillic and no Cyrillic letter is written as \u1178, whether they are Cyrillic at all. «м\'b2» beside such letters is «м²».
"""

from __future__ import annotations

import codecs
import re

from sarapshy.acts.encoding import SAMPLE, find_cyrillic
from sarapshy.acts.readers.numbering import BULLET

CHARSETS = {77: "mac_roman", 89: "mac_cyrillic", 161: "cp1253", 162: "cp1254", 177: "cp1255", 178: "cp1256", 186: "cp1257",
            238: "cp1250", 254: "cp437", 255: "cp850"}  # fmt: skip
WESTERN, SYMBOLS, CYRILLIC = 0, 2, 204
DECLARED = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
CODE_PAGE = re.compile(r"\\ansicpg(\d{3,5})|\\(mac|pca|pc)\b")
FONT = re.compile(r"\\f(\d{1,6})\b|\\fcharset(\d{1,3})\b")
CYRILLIC_LETTER = re.compile(r"\\u1[012]\d\d\b")
ESCAPE = re.compile(r"\\'([89a-fA-F][0-9a-fA-F])")
RAW = re.compile(r"[\x80-\xff]+")
HEX = re.compile(r"[0-9a-fA-F]{2}")


class Letters:
    """``text`` is the file, a byte a character."""

    def __init__(self, text: str) -> None:
        self._charsets: dict[int, int] = {}
        declared = CODE_PAGE.search(text, 0, 4096)
        self._declared = _code_page(declared) if declared else "cp1252"
        self._cyrillic = find_cyrillic(_sample(text))
        self._knows_cyrillic = CYRILLIC_LETTER.search(text) is not None

    def read_fonts(self, table: str) -> None:
        """The group of \\fonttbl."""
        font = -1
        for found in FONT.finditer(table):
            if found[1]:
                font = int(found[1])
            else:
                self._charsets.setdefault(font, int(found[2]))

    def decode(self, data: bytes, font: int) -> str:
        charset = self._charsets.get(font)
        if charset == SYMBOLS:
            return BULLET * len(data)
        return data.decode(self._choose(charset), errors="replace")

    def _choose(self, charset: int | None) -> str:
        if charset == CYRILLIC:
            return self._cyrillic or "cp1251"
        if charset in CHARSETS:
            return CHARSETS[charset]
        if charset == WESTERN and CYRILLIC in self._charsets.values():
            return "cp1252"
        if self._declared == "cp1251" or not (self._knows_cyrillic or CYRILLIC in self._charsets.values()):
            return self._cyrillic or self._declared
        return self._declared


def read_escapes(escapes: str) -> bytes:
    r"""«\'cf\'f0» as two bytes."""
    return bytes.fromhex("".join(HEX.findall(escapes)))


def _code_page(found: re.Match[str]) -> str:
    name = DECLARED[found[2]] if found[2] else f"cp{found[1]}"
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name


def _sample(text: str) -> bytes:
    """The first bytes that are no ASCII, written as such or not."""
    sample = bytearray()
    for found in ESCAPE.finditer(text):
        sample += bytes.fromhex(found[1])
        if len(sample) > SAMPLE:
            break
    for found in RAW.finditer(text):
        sample += found[0].encode("latin-1")
        if len(sample) > 2 * SAMPLE:
            break
    return bytes(sample)
