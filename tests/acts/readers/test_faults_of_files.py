"""What cannot be read says why, in three languages; what is damaged never raises anything else."""

from __future__ import annotations

import re
import string
from base64 import b64encode
from collections.abc import Callable
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_files import FONTS, archive_of, docx, paragraph, pdf

import sarapshy.acts
from sarapshy.acts.readers import Input, Read, limits, programs, read
from sarapshy.errors import InputError
from sarapshy.messages import LANGUAGES, say

Reader = Callable[[str, bytes], Read]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40
DOCX = docx(paragraph("1. Өтініш тіркеледі.") * 3)
BOMB = archive_of({"[Content_Types].xml": "<Types/>", "word/document.xml": b" " * 30_000_000})
DTD = b'<!DOCTYPE w [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><w><body><p><t>&b;</t></p></body></w>'


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("бос.txt", b"", "reading.empty"),
        ("бос.docx", docx(paragraph()), "reading.no_text"),
        ("аралық.txt", " \n\xa0\n".encode(), "reading.no_text"),
        ("сурет.docx", PNG, "reading.mismatch"),
        ("сурет.txt", PNG, "reading.mismatch"),
        ("мәтін.docx", "1. Норма.".encode(), "reading.mismatch"),
        ("екілік.txt", bytes(range(256)) * 10, "reading.mismatch"),
        ("кесілген.docx", DOCX[:-30], "reading.incomplete"),
        ("бөлшек.docx", archive_of({"word/styles.xml": "<a/>"}), "reading.damaged"),
        ("xml.docx", archive_of({"word/document.xml": "<w:document"}), "reading.damaged"),
        ("dtd.docx", archive_of({"word/document.xml": DTD}), "reading.damaged"),
        ("бомба.docx", BOMB, "reading.bomb"),
        ("құлып.docx", OLE + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"), "reading.encrypted"),
        ("кесте.doc", OLE + b"\x00" * 600 + "Workbook".encode("utf-16-le"), "reading.unknown_format"),
        ("кесте.xlsx", archive_of({"xl/workbook.xml": "<a/>"}), "reading.unknown_format"),
        ("видео.mp4", b"\x00\x00\x00\x18ftypmp42" * 10, "reading.unknown_format"),
        ("мұрағат.rar", b"Rar!\x1a\x07\x01\x00" * 10, "reading.unpack"),
        ("мұрағат.7z", b"7z\xbc\xaf\x27\x1c" * 10, "reading.unpack"),
        ("бүлінген.pdf", b"%PDF-1.7\n" + b"\x01\x02" * 200, "reading.damaged"),
        ("құлып.odt", archive_of({"mimetype": "", "content.xml": "x", "META-INF/manifest.xml": "<encryption-data/>"}),
         "reading.encrypted"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_says_why(read_bytes: Reader, name: str, data: bytes, key: str) -> None:
    with pytest.raises(InputError) as fault:
        read_bytes(name, data)
    assert fault.value.key == key
    for language in LANGUAGES:
        assert name in fault.value.say(language)


def test_a_pdf_under_a_password_is_named_so(read_bytes: Reader) -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    made = BytesIO()
    canvas = Canvas(made, encrypt=StandardEncryption("құпия", strength=128))
    canvas.drawString(60, 700, "1")
    canvas.save()
    with pytest.raises(InputError) as fault:
        read_bytes("құлып.pdf", made.getvalue())
    assert fault.value.key == "reading.password"


def test_a_locked_member_of_an_archive_is_named_so(tmp_path: Path) -> None:
    path = tmp_path / "құлып.zip"
    path.write_bytes(archive_of({"act.txt": "1."}).replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01"))
    path.write_bytes(path.read_bytes().replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"))
    with pytest.raises(InputError) as fault:
        read(Input("құлып.zip/act.txt", path, "act.txt"))
    assert fault.value.key == "reading.encrypted_archive"


def test_a_text_over_the_limit_is_refused_and_one_under_it_is_read(
    read_bytes: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    act = "12. Өтініш үш жұмыс күні ішінде қаралады.\n".encode() * 280_000
    assert len(act) > 20_000_000
    assert read_bytes("үлкен.txt", act).text.count("\n") == 280_000
    monkeypatch.setattr(limits, "MAX_TEXT", 1000)
    with pytest.raises(InputError) as fault:
        read_bytes("үлкен.txt", act)
    assert fault.value.key == "reading.too_large"


def test_a_file_that_is_gone_and_a_folder_in_its_place(tmp_path: Path) -> None:
    for path, key in ((tmp_path / "жоқ.txt", "reading.missing"), (tmp_path, "reading.unreadable")):
        with pytest.raises(InputError) as fault:
            read(Input(path.name, path))
        assert fault.value.key == key


def test_the_suffix_in_capitals_and_the_content_of_another_format(read_bytes: Reader) -> None:
    assert read_bytes("ЗАҢ.DOCX", DOCX).source.notes == ()
    found = read_bytes("заң.doc", DOCX)
    assert (found.source.format, found.text.count("\n")) == ("docx", 2)
    assert found.source.notes == (("reading.note_suffix", (("claimed", "doc"), ("found", "docx"))),)


PAGE = "<p>1. Өтініш тіркеледі.</p>"
LETTER = (
    'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="=_b"\n\n--=_b\nContent-Type: image/png\n\nx\n'
    '--=_b\nContent-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: base64\n\n{page}\n--=_b--\n'
)


@pytest.mark.parametrize(
    ("found", "data"),
    [
        ("rtf", b"\n{\\rtf1 1. \\u1256?\\u1090?\\u1110?\\u1085?\\u1110?\\u1096? "
                + b"".join(b"\\u%d?" % ord(letter) for letter in "тіркеледі") + b".}"),
        ("html", f"<html xmlns:w='urn:schemas-microsoft-com:office:word'><body>{PAGE}</body></html>".encode()),
        ("html", f"\ufeff<meta charset=utf-8>{PAGE}".encode()),
        ("html", PAGE.encode()),
        ("html", LETTER.format(page=b64encode(PAGE.encode()).decode()).encode()),
    ],
)  # fmt: skip
def test_a_doc_that_is_something_else_is_read_as_what_it_is(read_bytes: Reader, found: str, data: bytes) -> None:
    read = read_bytes("қаулы.doc", data)
    assert read.text == "1. Өтініш тіркеледі."
    assert ("reading.note_suffix", (("claimed", "doc"), ("found", found))) in read.source.notes


def test_a_letter_without_a_page_has_no_text(read_bytes: Reader) -> None:
    with pytest.raises(InputError) as fault:
        read_bytes("қаулы.doc", b"MIME-Version: 1.0\nContent-Type: image/png\n\nx")
    assert fault.value.key in ("reading.no_text", "reading.mismatch", "reading.damaged")


@pytest.mark.parametrize(
    ("stream", "found"), [("Workbook", "xls, Excel"), ("PowerPoint Document", "ppt, PowerPoint"), ("Other", "ole")]
)
def test_a_table_by_the_name_of_a_text_is_called_what_it_is(read_bytes: Reader, stream: str, found: str) -> None:
    with pytest.raises(InputError) as fault:
        read_bytes("қаулы.doc", OLE + b"\x00" * 600 + stream.encode("utf-16-le"))
    assert fault.value.values["found"] == found


def test_a_pdf_without_pages_is_told_as_such(read_bytes: Reader) -> None:
    pdfium, made = pytest.importorskip("pypdfium2"), BytesIO()
    pdfium.PdfDocument.new().save(made)
    with pytest.raises(InputError) as fault:
        read_bytes("бос.pdf", made.getvalue())
    assert fault.value.key == "reading.no_pages"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1. The commission decides within five working days. " * 5, True),
        ("1. Komissiia bes jumys kuni ishinde sheshim qabyldaidy. " * 5, True),
        ("1. Комиссия бес жұмыс күні ішінде шешім қабылдайды. " * 5, False),
        ("1. Комиссия рассматривает заявление (ISO/IEC 27001:2022, Annex A, Statement of Applicability). " * 5, False),
        ("12 | 15 | 2024 | " * 50, False),
        ("Word", False),
    ],
)
def test_it_is_told_that_a_text_is_in_another_language(read_bytes: Reader, text: str, told: bool) -> None:
    keys = [key for key, _ in read_bytes("қаулы.txt", text.encode()).source.notes]
    assert ("reading.note_language" in keys) == told


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("қаулы.doc", OLE + b"\x00" * 600 + "WordDocument".encode("utf-16-le")),
        ("бет.png", PNG),
    ],
)
def test_a_missing_program_is_named_with_what_to_install(
    read_bytes: Reader, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes
) -> None:
    monkeypatch.setattr(programs.shutil, "which", lambda _: None)
    with pytest.raises(InputError) as fault:
        read_bytes(name, data)
    assert fault.value.key == "reading.program_missing"
    assert fault.value.values["packages"] in fault.value.say("kk")


def test_a_program_that_hangs_is_ended() -> None:
    with pytest.raises(InputError) as fault:
        programs.run(["sleep", "30"], "қаулы.doc", seconds=1)
    assert fault.value.key == "reading.program_timeout"


def test_a_program_that_fails_is_quoted() -> None:
    with pytest.raises(InputError) as fault:
        programs.run(["sh", "-c", "echo 'not a document' >&2; exit 3"], "қаулы.doc", seconds=600)
    assert fault.value.values == {"program": "sh", "detail": "not a document"}


def _translations() -> dict[str, dict[str, str]]:
    source = files("sarapshy.reports").joinpath("translations", "reading.yaml").read_text(encoding="utf-8")
    texts: dict[str, dict[str, str]] = yaml.safe_load(source)
    return texts


def test_every_fault_of_the_code_has_its_text_and_every_text_its_fault() -> None:
    folder = Path(sarapshy.acts.__file__).parent
    sources = "".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))
    assert set(re.findall(r'"reading\.(\w+)"', sources)) == set(_translations())


@pytest.mark.parametrize("key", _translations())
def test_the_languages_ask_for_the_same_values(key: str) -> None:
    asked = {
        language: {field for _, field, _, _ in string.Formatter().parse(_translations()[key][language]) if field}
        for language in LANGUAGES
    }
    assert asked["kk"] == asked["ru"] == asked["en"]
    assert say(f"reading.{key}", "kk", **dict.fromkeys(asked["kk"], "…"))


def _seeds() -> list[tuple[str, bytes]]:
    page = b"<!doctype html><html><body><table><tr><td rowspan='2'>1</td><td>2</td></tr></table><p>3</p></body></html>"
    seeds = [("а.txt", "1. Қағида №5\r\n".encode() * 5), ("а.html", page), ("а.docx", DOCX)]
    seeds += [("а.odt", archive_of({"mimetype": "", "content.xml": "x"}))]
    if (FONTS / "dejavu/DejaVuSerif.ttf").exists():
        seeds += [("а.pdf", pdf([[(60, 700, "1. Норма."), (60, 680, "2. Норма.")]]))]
    return seeds


SEEDS = _seeds()


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.sampled_from(SEEDS), places=st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=6)), max_size=8),
       cut=st.floats(0.2, 1))  # fmt: skip
def test_damaged_bytes_give_text_or_a_fault_of_the_file(
    seed: tuple[str, bytes],
    places: list[tuple[float, bytes]],
    cut: float,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(programs.shutil, "which", lambda _: None)  # programs of the system have tests of their own
    name, data = seed
    damaged = bytearray(data[: int(len(data) * cut)])
    for place, piece in places:
        at = int(place * len(damaged))
        damaged[at : at + len(piece)] = piece
    path = tmp_path / name
    path.write_bytes(bytes(damaged))
    try:
        assert read(Input(name, path)).text.strip()
    except InputError as fault:
        assert all(fault.say(language) for language in LANGUAGES)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=st.sampled_from([b"", b"%PDF-", b"PK\x03\x04", b"{\\rtf", b"<html>", b"\x89PNG\r\n\x1a\n", b"\xff\xfe"]),
       rest=st.binary(max_size=300), suffix=st.sampled_from(["txt", "docx", "pdf", "html", "zip", "png"]))  # fmt: skip
def test_any_bytes_under_any_suffix_give_text_or_a_fault(
    start: bytes, rest: bytes, suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(programs.shutil, "which", lambda _: None)
    path = tmp_path / f"а.{suffix}"
    path.write_bytes(start + rest)
    try:
        read(Input(path.name, path))
    except InputError as fault:
        assert all(fault.say(language) for language in LANGUAGES)
