""".doc and pictures, where the programs that read them are installed; .rtf and .odt as LibreOffice makes them today."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from made_files import FONTS, docx, level, numbering, paragraph, pdf

from sarapshy.acts.readers import Read, scan, word97
from sarapshy.acts.readers.programs import run
from sarapshy.errors import InputError

Reader = Callable[[str, bytes], Read]
FONT = FONTS / "dejavu/DejaVuSans.ttf"
ACT = ("Тізілім жүргізу қағидалары", "1. Өтініш үш жұмыс күні ішінде қаралады.", "2. Бас тарту негіздері жазылады.")
needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
needs_antiword = pytest.mark.skipif(not shutil.which("antiword"), reason="antiword is not installed")
needs_tesseract = pytest.mark.skipif(not scan.is_there() or not FONT.exists(), reason="no tesseract with kaz and rus")


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes, str], bytes]:
    """A .docx turned by LibreOffice into an older format."""

    def convert(data: bytes, suffix: str) -> bytes:
        folder: Path = tmp_path_factory.mktemp("office")
        source = folder / "act.docx"
        source.write_bytes(data)
        profile = (folder / "profile").as_uri()
        options = [f"-env:UserInstallation={profile}", "--headless", "--convert-to", suffix, "--outdir", str(folder)]
        run(["soffice", *options, str(source)], "act", 120)
        return source.with_suffix(f".{suffix}").read_bytes()

    return convert


def cell(text: str) -> str:
    return f"<w:tc>{paragraph(text)}</w:tc>"


@needs_office
@needs_antiword
def test_a_doc_gives_its_lines_and_its_rows(read_bytes: Reader, converted: Callable[[bytes, str], bytes]) -> None:
    broken = paragraph(inner="<w:r><w:t>Бұйрықпен</w:t><w:br/><w:t>бекітілген</w:t></w:r>")
    table = (
        f"<w:tbl><w:tblGrid><w:gridCol w:w='900'/><w:gridCol w:w='900'/></w:tblGrid><w:tr>{cell('Нормативтіліктер')}"
    )
    table += f"{cell('Саны')}</w:tr><w:tr>{cell('Ақпараттандырылған')}{cell('12')}</w:tr></w:tbl>"
    body = broken + "".join(map(paragraph, ACT)) + table + paragraph("Соңы.")
    found = read_bytes("қағида.doc", converted(docx(body), "doc"))
    assert found.source.format == "doc"
    assert found.text.split("\n") == [
        "Бұйрықпен", "бекітілген", *ACT, "Нормативтіліктер\t|\tСаны", "Ақпараттандырылған\t|\t12", "Соңы.",
    ]  # fmt: skip


@needs_office
@pytest.mark.parametrize("suffix", ["doc", "rtf", "odt"])
def test_automatic_numbers_survive_the_older_formats(
    read_bytes: Reader, converted: Callable[[bytes, str], bytes], suffix: str
) -> None:
    body = "".join(paragraph(text, number=(1, depth)) for depth, text in ((0, "Өтініш"), (1, "беріледі"), (0, "Шешім")))
    levels = level(0, "decimal", "%1.") + level(1, "decimal", "%2)")
    data = converted(docx(body, numbering=numbering(levels)), suffix)
    assert read_bytes(f"қағида.{suffix}", data).text.split("\n") == ["1. Өтініш", "1) беріледі", "2. Шешім"]


@needs_antiword
def test_a_damaged_doc_is_a_fault_of_the_file(read_bytes: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word97.office, "is_there", lambda: False)
    with pytest.raises(InputError) as fault:
        read_bytes("қаулы.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") * 90)
    assert fault.value.key in ("reading.program_failed", "reading.damaged", "reading.no_text")


def test_lines_are_found_in_the_text_and_paragraphs_without_them_stay() -> None:
    paragraphs = ["Бұйрықпен бекітілген", "жоқ", "1. Норма."]
    restored = word97.restore_lines(paragraphs, ["  Бұйрықпен", "бекітілген ", "1. Норма."])
    assert list(restored) == ["  Бұйрықпен\nбекітілген ", "жоқ", "1. Норма."]


def picture(lines: tuple[str, ...], form: str) -> bytes:
    pillow = pytest.importorskip("PIL.Image")
    from PIL import ImageDraw, ImageFont

    page = pillow.new("L", (1240, 500), 255)
    draw = ImageDraw.Draw(page)
    for n, line in enumerate(lines):
        draw.text((80, 60 + 70 * n), line, font=ImageFont.truetype(str(FONT), 32), fill=0)
    made = BytesIO()
    page.save(made, form, resolution=150)
    return made.getvalue()


@needs_tesseract
def test_a_picture_of_a_kazakh_page_is_recognised(read_bytes: Reader) -> None:
    found = read_bytes("бет.png", picture(ACT, "PNG"))
    assert found.text.split("\n") == list(ACT)
    assert found.source.ocr is not None and found.source.ocr > 80
    assert [key for key, _ in found.source.notes] == ["reading.note_ocr"]


@needs_tesseract
def test_a_scanned_page_of_a_pdf_is_recognised_and_the_others_are_read(read_bytes: Reader) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    joined = pdfium.PdfDocument.new()
    for data in (pdf([[(60, 760, "3. Шешім хаттамаға енгізіледі.")]]), picture(ACT[1:], "PDF")):
        joined.import_pages(pdfium.PdfDocument(data))
    made = BytesIO()
    joined.save(made)
    found = read_bytes("қағида.pdf", made.getvalue())
    assert found.text.split("\n") == ["3. Шешім хаттамаға енгізіледі.", *ACT[1:]]
    assert len(found.source.pages) == 2 and found.source.ocr is not None


@pytest.mark.skipif(not FONT.exists(), reason="no DejaVu font on this machine")
def test_a_scan_without_tesseract_asks_for_it(read_bytes: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "find_program", lambda *_: None)
    with pytest.raises(InputError) as fault:
        read_bytes("қағида.pdf", picture(ACT, "PDF"))
    assert fault.value.key == "reading.program_missing"


@needs_tesseract
def test_a_missing_language_is_named(read_bytes: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "_list_languages", lambda _: frozenset({"rus"}))
    with pytest.raises(InputError) as fault:
        read_bytes("бет.png", picture(ACT, "PNG"))
    assert (fault.value.key, fault.value.values["languages"]) == ("reading.language_missing", "kaz")


@needs_tesseract
def test_a_damaged_picture_is_a_fault_of_the_file(read_bytes: Reader) -> None:
    with pytest.raises(InputError) as fault:
        read_bytes("бет.png", picture(ACT, "PNG")[:60])
    assert fault.value.key in ("reading.program_failed", "reading.no_text")
