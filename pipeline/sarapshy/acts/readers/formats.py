"""Which format some bytes are in: their own mark decides, the file's suffix only where they bear none.

«жарғы.doc» may be a Word 97 file, RTF, .docx or a page saved from a browser; all are read. A picture called ``.docx``
is refused, since nobody asked to recognise it: its suffix is most likely a slip.
"""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePosixPath

from sarapshy.acts.readers import archive
from sarapshy.errors import InputError


class Format(StrEnum):
    """The value is also what messages call it."""

    TXT = "txt"
    HTML = "html"
    DOCX = "docx"
    DOC = "doc"
    RTF = "rtf"
    ODT = "odt"
    PDF = "pdf"
    IMAGE = "image"
    ZIP = "zip"


SUFFIXES = {
    ".txt": Format.TXT, ".md": Format.TXT, ".text": Format.TXT, ".html": Format.HTML, ".htm": Format.HTML,
    ".xhtml": Format.HTML, ".mht": Format.HTML, ".mhtml": Format.HTML, ".docx": Format.DOCX, ".docm": Format.DOCX,
    ".dotx": Format.DOCX, ".doc": Format.DOC, ".dot": Format.DOC, ".rtf": Format.RTF, ".odt": Format.ODT,
    ".ott": Format.ODT, ".pdf": Format.PDF, ".png": Format.IMAGE, ".jpg": Format.IMAGE, ".jpeg": Format.IMAGE,
    ".tif": Format.IMAGE, ".tiff": Format.IMAGE, ".zip": Format.ZIP,
}  # fmt: skip
MAGIC = (
    (b"\x89PNG\r\n\x1a\n", Format.IMAGE), (b"\xff\xd8\xff", Format.IMAGE),
    (b"II*\x00", Format.IMAGE), (b"MM\x00*", Format.IMAGE),
)  # fmt: skip
OTHER_ARCHIVES = ((b"Rar!\x1a\x07", "rar"), (b"7z\xbc\xaf\x27\x1c", "7z"), (b"\x1f\x8b", "gz"), (b"\xfd7zXZ\x00", "xz"))
OLE_STREAMS = (("Workbook", "xls, Excel"), ("PowerPoint Document", "ppt, PowerPoint"), ("__nameid", "msg, Outlook"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RTF_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\\rtf")
# Word and browsers save a page with its pictures as a letter; both give it the suffix .doc at times.
MHTML_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:mime-version|content-type):[^\n]*\n", re.IGNORECASE)
MARKUP_START = re.compile(rb"\s*<(?:head|meta|style|body|title|div|p|h[1-6]|table|center|font|span)\b", re.IGNORECASE)
HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
PACKED = (
    ("word/", Format.DOCX), ("xl/", "xlsx, Excel"), ("ppt/", "pptx, PowerPoint"), ("META-INF/container.xml", "epub"),
    ("content.xml", Format.ODT),
)  # fmt: skip


def recognise(data: bytes, name: str) -> Format:
    """The format to read the bytes in; an InputError where they are nothing that can be read."""
    claimed = SUFFIXES.get(PurePosixPath(name).suffix.lower())
    found = _recognise_bytes(data, name, claimed)
    if found is None:
        if claimed in (Format.TXT, Format.HTML):
            return claimed
        raise _refusal(data, name, claimed)
    if found is Format.IMAGE and claimed not in (Format.IMAGE, None):
        raise InputError("reading.mismatch", name, claimed=str(claimed), found=str(found))
    return found


def _recognise_bytes(data: bytes, name: str, claimed: Format | None) -> Format | None:
    for magic, found in MAGIC:
        if data.startswith(magic):
            return found
    if RTF_START.match(data):
        return Format.RTF
    if b"%PDF-" in data[:1024] and claimed not in (Format.TXT, Format.HTML):
        return Format.PDF
    if data.startswith(archive.MAGIC):
        return _recognise_packed(data, name, claimed)
    if data.startswith(OLE):
        return _recognise_ole(data, name)
    _refuse_other_archive(data, name)
    return Format.HTML if claimed is not Format.TXT and _is_page(data[:4096], claimed) else None


def _is_page(beginning: bytes, claimed: Format | None) -> bool:
    """A .doc made by a site is often HTML, and not always a whole page."""
    beginning = beginning.removeprefix(b"\xef\xbb\xbf")
    if HTML_START.match(beginning) or MHTML_START.match(beginning):
        return True
    return claimed is Format.DOC and MARKUP_START.match(beginning) is not None


def _recognise_packed(data: bytes, name: str, claimed: Format | None) -> Format:
    try:
        names = archive.list_parts(data, name)
    except InputError as fault:
        if fault.key == "reading.damaged_archive" and claimed in (Format.DOCX, Format.ODT, Format.DOC):
            raise InputError("reading.incomplete", name, format=str(claimed)) from fault
        raise
    for start, found in PACKED:
        if any(part.startswith(start) for part in names):
            if isinstance(found, Format):
                return found
            raise InputError("reading.unknown_format", name, found=found)
    return Format.ZIP


def _recognise_ole(data: bytes, name: str) -> Format:
    """One container for many things; its directory names them in UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise InputError("reading.encrypted", name)
    if "WordDocument".encode("utf-16-le") in data:
        return Format.DOC
    found = next((kind for stream, kind in OLE_STREAMS if stream.encode("utf-16-le") in data), "ole")
    raise InputError("reading.unknown_format", name, found=found)


def _refuse_other_archive(data: bytes, name: str) -> None:
    for magic, kind in OTHER_ARCHIVES:
        if data.startswith(magic):
            raise InputError("reading.unpack", name, found=kind)


def _refusal(data: bytes, name: str, claimed: Format | None) -> InputError:
    if claimed is None:
        return InputError("reading.unknown_format", name, found=PurePosixPath(name).suffix or "?")
    return InputError(
        "reading.mismatch", name, claimed=str(claimed), found="text" if b"\x00" not in data[:4096] else "binary"
    )
