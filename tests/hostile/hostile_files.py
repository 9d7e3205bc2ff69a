"""Files that do harm, each made here; none is an act of anyone's."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from random import Random

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

GOOD = """Кітапхана пайдалану қағидалары
1. Осы Қағидалар кітапхананы пайдалану тәртібін айқындайды.
2. Кітапхана оқырманға кітапты 30 күнтізбелік күнге береді.
"""
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe"
    "0def46b80000000049454e44ae426082"
)
LONG = 20_000_000  # bytes


def write_empty(path: Path) -> None:
    path.touch()


def write_spaces(path: Path) -> None:
    path.write_text("\ufeff \n\u00a0\n\t\n", encoding="utf-8")


def write_picture(path: Path) -> None:
    path.write_bytes(PICTURE)


def write_locked_pdf(path: Path) -> None:
    canvas = Canvas(str(path), encrypt=StandardEncryption("құпия", ownerPassword="иесі", strength=128))
    canvas.drawString(72, 720, "1.")
    canvas.save()


def write_broken_pdf(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n" + b"\x00\xff" * 500)


def write_truncated_zip(path: Path) -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ереже.txt", GOOD * 50)
    path.write_bytes(packed.getvalue()[:-60])


def write_bomb(path: Path) -> None:
    """300 MB of noughts in 300 KB."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("ереже.txt", "w") as member:
        for _ in range(300):
            member.write(b"0" * 1_000_000)


def write_document_bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as member:
            for _ in range(300):
                member.write(b" " * 1_000_000)


def write_entity_bomb(path: Path) -> None:
    """The billion laughs, in a document."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    document = (
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "ха">{entities}]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", document)


def write_climbing_zip(path: Path) -> None:
    """A member that would leave the folder it is unpacked in."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../сыртта.txt", GOOD)


def write_garbage(path: Path) -> None:
    path.write_bytes(Random(57).randbytes(50_000))


def write_long(path: Path) -> None:
    sentence = "{}. Кітапхана оқырманның өтінішін тіркеп, оған бес жұмыс күні ішінде жазбаша жауап береді.\n"
    size = number = 0
    with path.open("w", encoding="utf-8") as text:
        while size < LONG:
            number += 1
            line = sentence.format(number)
            size += len(line.encode())
            text.write(line)


def write_unnumbered(path: Path) -> None:
    path.write_text("Көктемде қар ериді, өзендер тасиды. Күзде жапырақ сарғаяды.\n" * 20, encoding="utf-8")


def write_one_line(path: Path) -> None:
    path.write_text("оқырман" * 60_000, encoding="utf-8")


def write_nested(path: Path) -> None:
    path.write_text("<div>" * 20_000 + "1. Кітапхана" + "</div>" * 20_000, encoding="utf-8")


REFUSED: dict[str, Callable[[Path], None]] = {
    "бос.txt": write_empty,
    "ақ.txt": write_spaces,
    "сурет.docx": write_picture,
    "құлып.pdf": write_locked_pdf,
    "бүлінген.pdf": write_broken_pdf,
    "кесілген.zip": write_truncated_zip,
    "бомба.zip": write_bomb,
    "бомба.docx": write_document_bomb,
    "қоқыс.txt": write_garbage,
}
HARMLESS: dict[str, Callable[[Path], None]] = {
    "нөмірсіз.txt": write_unnumbered,
    "бір-жол.txt": write_one_line,
}
EITHER: dict[str, Callable[[Path], None]] = {
    "күлкі.docx": write_entity_bomb,
    "тереңдік.html": write_nested,
    "шығатын.zip": write_climbing_zip,
}
