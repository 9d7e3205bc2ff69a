"""Notes in a PDF: at the words where they are found on the page, in its margin where they are not."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest

from sarapshy.acts.model import Act
from sarapshy.acts.readers import discover
from sarapshy.acts.reading import read_act
from sarapshy.report.pdf_notes import note_pdf, squeeze
from sarapshy.report.remarks import Author, Remark

AUTHOR = Author("А. Сарапшы", datetime(2018, 6, 1, tzinfo=UTC), "kk")


@pytest.fixture(scope="module")
def sample(request: pytest.FixtureRequest) -> Path:
    return Path(request.config.rootpath) / "corpora" / "acts" / "admission.kk.pdf"


@pytest.fixture(scope="module")
def act(sample: Path) -> Act:
    (item,) = discover([sample])
    return read_act(item)  # type: ignore[arg-type]


def read_notes(data: bytes) -> list[tuple[int, str, str, str]]:
    """(page, kind, words under it, what it says) for each note."""
    found = []
    document = pdfium.PdfDocument(data)
    for number in range(len(document)):
        page = document[number]
        characters = page.get_textpage()
        for at in range(raw.FPDFPage_GetAnnotCount(page.raw)):
            note = raw.FPDFPage_GetAnnot(page.raw, at)
            highlight = raw.FPDFAnnot_GetSubtype(note) == raw.FPDF_ANNOT_HIGHLIGHT
            words = "".join(_words_under(note, characters)) if highlight else ""
            found.append((number, "highlight" if highlight else "note", squeeze(words), _contents(note)))
            raw.FPDFPage_CloseAnnot(note)
        characters.close()
        page.close()
    document.close()
    return found


def _words_under(note: Any, characters: Any) -> list[str]:
    return [characters.get_text_bounded(quad.x3, quad.y3, quad.x2, quad.y2) for quad in _quads(note)]


def read_boxes(data: bytes) -> list[tuple[float, float, float, float]]:
    """Left, bottom, right and top of the boxes of the highlights, in the order of the file."""
    found = []
    document = pdfium.PdfDocument(data)
    for page in document:
        for at in range(raw.FPDFPage_GetAnnotCount(page.raw)):
            note = raw.FPDFPage_GetAnnot(page.raw, at)
            found += [(quad.x3, quad.y3, quad.x2, quad.y2) for quad in _quads(note)]
            raw.FPDFPage_CloseAnnot(note)
        page.close()
    document.close()
    return found


def _quads(note: Any) -> Iterator[Any]:
    for at in range(raw.FPDFAnnot_CountAttachmentPoints(note)):
        quad = raw.FS_QUADPOINTSF()
        raw.FPDFAnnot_GetAttachmentPoints(note, at, quad)
        yield quad


def _contents(note: Any) -> str:
    size = raw.FPDFAnnot_GetStringValue(note, b"Contents", None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFAnnot_GetStringValue(note, b"Contents", ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return buffer.raw[: size - 2].decode("utf-16-le")


def test_the_words_are_highlighted_with_the_remark(sample: Path, act: Act) -> None:
    words = "Сапасыз толтырылған өтініш қабылданбайды."
    start = act.text.index(words)
    remarks = [Remark(start, start + len(words), ("P2, жоғары: негізі бағалаушы", "себебі"))]
    (note,) = read_notes(note_pdf(sample.read_bytes(), act.text, act.source.pages, remarks, AUTHOR))
    assert note == (0, "highlight", squeeze(words), "P2, жоғары: негізі бағалаушы\nсебебі")


def test_of_equal_words_those_at_their_place_are_marked(sample: Path, act: Act) -> None:
    words = "Комиссия"
    starts = [at for at in range(len(act.text)) if act.text.startswith(words, at)]
    remarks = [Remark(at, at + len(words), (str(number),)) for number, at in enumerate(starts)]
    notes = read_notes(note_pdf(sample.read_bytes(), act.text, act.source.pages, remarks, AUTHOR))
    assert [note[3] for note in notes] == [str(number) for number in range(len(starts))]
    assert all(note[2] == words for note in notes)


def test_words_with_letters_of_another_font_are_marked_in_one_piece(
    tmp_path: Path, print_late: Callable[[Sequence[str]], bytes]
) -> None:
    data = print_late(["1. Ғылыми кеңес мүшенің өтінішін қажет деп тапса ғана қарайды.", "2. Шешім жарияланады."])
    path = tmp_path / "ереже.pdf"
    path.write_bytes(data)
    (item,) = discover([path])
    act = read_act(item)  # type: ignore[arg-type]
    words = "қажет деп тапса ғана"
    start = act.text.index(words)
    remark = Remark(start, start + len(words), ("D2, жоғары: шарты жоқ құқық",))
    (note,) = read_notes(note_pdf(data, act.text, act.source.pages, [remark], AUTHOR))
    assert (note[1], sorted(note[2])) == ("highlight", sorted(squeeze(words)))


def test_the_lines_of_a_remark_are_marked_as_high_as_they_are(sample: Path, act: Act) -> None:
    start = act.text.index("өтініш қабылданбайды")
    remark = Remark(start, start + len("өтініш"), ("P2",))
    whole = Remark(act.text.rindex("\n", 0, start) + 1, act.text.index("\n", start), ("P2",))
    (word,), (line, *_) = (
        read_boxes(note_pdf(sample.read_bytes(), act.text, act.source.pages, [each], AUTHOR))
        for each in (remark, whole)
    )
    assert (word[1], word[3]) == (line[1], line[3])


def test_words_that_are_not_on_the_page_get_a_note_in_the_margin(sample: Path, act: Act) -> None:
    text = "мүлде басқа мәтін" + act.text[17:]
    notes = read_notes(
        note_pdf(sample.read_bytes(), text, act.source.pages, [Remark(0, 17, ("T1",)), Remark(0, 5, ("T2",))], AUTHOR)
    )
    assert [(kind, said) for _, kind, _, said in notes] == [("note", "T1"), ("note", "T2")]


def test_the_file_is_added_to_and_not_rewritten(sample: Path, act: Act) -> None:
    data = sample.read_bytes()
    noted = note_pdf(data, act.text, act.source.pages, [Remark(0, 10, ("T1",))], AUTHOR)
    assert noted.startswith(data)
