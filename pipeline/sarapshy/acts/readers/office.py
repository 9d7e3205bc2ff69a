""".rtf, .odt and what antiword cannot do: LibreOffice turns them into .docx, which keeps automatic numbers as such."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from sarapshy.acts.model import Source
from sarapshy.acts.readers import archive, docx
from sarapshy.acts.readers.programs import find_program, missing, run
from sarapshy.errors import InputError

SECONDS = 60  # the longest code takes ten
PROGRAMS = ("soffice", "libreoffice")
# Named, so that a damaged file is refused and not read as plain text.
FILTERS = {"doc": "MS Word 97", "rtf": "Rich Text Format", "odt": "writer8"}
RTF = b"{\\rtf"


def read(data: bytes, name: str) -> tuple[str, Source]:
    if data.startswith(archive.MAGIC):
        _check_packed(data, name)
    text, _ = docx.read(convert(data, name, "rtf" if data.startswith(RTF) else "odt"), name)
    return text, Source("rtf" if data.startswith(RTF) else "odt")


def is_there() -> bool:
    return find_program(*PROGRAMS) is not None


def convert(data: bytes, name: str, suffix: str) -> bytes:
    """The document as .docx. Each call has a profile of its own: two LibreOffices on one profile refuse to start."""
    program = find_program(*PROGRAMS)
    if program is None:
        raise missing(name, "soffice")
    with TemporaryDirectory(prefix="sarapshy-") as folder:
        source, profile = Path(folder, f"act.{suffix}"), Path(folder, "profile")
        source.write_bytes(data)
        options = [f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
        command = [
            program,
            *options,
            f"--infilter={FILTERS[suffix]}",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            folder,
            str(source),
        ]
        run(command, name, SECONDS)
        result = source.with_suffix(".docx")
        if not result.exists():
            raise InputError("reading.program_failed", name, program=Path(program).name, detail=f".{suffix}")
        return result.read_bytes()


def _check_packed(data: bytes, name: str) -> None:
    """The limits hold before another program unpacks the file; an .odt under a password says so in its manifest."""
    parts = archive.read_parts(data, name)
    manifest = parts.read("META-INF/manifest.xml")
    if manifest and b"encryption-data" in manifest:
        raise InputError("reading.encrypted", name)
    parts.read("content.xml")
