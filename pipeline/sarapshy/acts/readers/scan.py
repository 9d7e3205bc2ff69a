"""Pictures of pages, through tesseract with the Kazakh and the Russian model together.

The Russian model alone reads no ә, ғ, қ, ң, ө, ұ, ү, һ, і at all. tesseract's table of words gives for each its box
and how sure it is; the lines go through the same composing of paragraphs as those of a PDF.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from sarapshy.acts.model import Source
from sarapshy.acts.readers.layout import Line, compose, tidy
from sarapshy.acts.readers.programs import find_program, missing, run
from sarapshy.errors import InputError

LANGUAGES = ("kaz", "rus")
SECONDS = 180
WORD_LEVEL = "5"
LEGIBLE = 40  # a line read with less confidence is a seal, a signature or a stain


@dataclass(frozen=True, slots=True)
class Word:
    page: int
    line: tuple[int, int, int]  # block, paragraph, line
    left: int
    top: int
    width: int
    height: int
    confidence: float
    text: str


@dataclass(frozen=True, slots=True)
class Recognised:
    """``confidence`` is the mean over the words, each as heavy as it is long; None where no word was found."""

    pages: list[list[Line]]
    confidence: float | None


def read(data: bytes, name: str) -> tuple[str, Source]:
    found = recognise_picture(data, name)
    text, starts = compose(found.pages)
    note = ("reading.note_ocr", (("pages", str(len(found.pages))), ("confidence", f"{found.confidence or 0:.0f}")))
    return text, Source("image", pages=starts, ocr=found.confidence, notes=(note,) if text else ())


def is_there() -> bool:
    program = find_program("tesseract")
    return program is not None and set(LANGUAGES) <= _list_languages(program)


def recognise_picture(data: bytes, name: str) -> Recognised:
    """The lines of a picture; a .tif may hold several pages."""
    program = find_program("tesseract")
    if program is None:
        raise missing(name, "tesseract")
    absent = [language for language in LANGUAGES if language not in _list_languages(program)]
    if absent:
        packages = " ".join(f"tesseract-ocr-{language}" for language in absent)
        raise InputError("reading.language_missing", name, languages=", ".join(absent), packages=packages)
    with TemporaryDirectory(prefix="sarapshy-") as folder:
        picture = Path(folder, "page")
        picture.write_bytes(data)
        table = run([program, picture, "stdout", "-l", "+".join(LANGUAGES), "--psm", "3", "tsv"], name, SECONDS)
    words = list(_read_words(table.decode("utf-8", errors="replace")))
    lines = [list(of_line) for _, of_line in groupby(words, key=lambda word: (word.page, word.line))]
    legible = [line for line in lines if (_confidence(line) or 0) >= LEGIBLE]
    return Recognised(_pages(legible), _confidence([word for line in legible for word in line]))


@cache
def _list_languages(program: str) -> frozenset[str]:
    try:
        return frozenset(run([program, "--list-langs"], program, 20).decode().split())
    except InputError:
        return frozenset()


def _read_words(table: str) -> Iterator[Word]:
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) == 12 and cells[0] == WORD_LEVEL and cells[11].strip():
            page, block, paragraph, line, _, left, top, width, height = map(int, cells[1:10])
            yield Word(page, (block, paragraph, line), left, top, width, height, float(cells[10]), cells[11])


def _confidence(words: list[Word]) -> float | None:
    weight = sum(len(word.text) for word in words)
    return round(sum(word.confidence * len(word.text) for word in words) / weight, 1) if weight else None


def _pages(lines: list[list[Word]]) -> list[list[Line]]:
    return [[_line(line) for line in of_page] for _, of_page in groupby(lines, key=lambda line: line[0].page)]


def _line(words: list[Word]) -> Line:
    """A box turned so that it grows upwards. Small words make the height unsure; the tallest word tells it."""
    bottom, top = -max(word.top + word.height for word in words), -min(word.top for word in words)
    text = tidy(" ".join(word.text for word in words))
    return Line(text, words[0].left, words[-1].left + words[-1].width, bottom, top)
