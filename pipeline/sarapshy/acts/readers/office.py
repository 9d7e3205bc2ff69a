"""A .doc that antiword cannot read, or whose numbers it leaves out: LibreOffice turns it into .docx, which keeps automatic
numbers as such."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from sarapshy.acts.readers.programs import find_program, missing, run
from sarapshy.errors import InputError

SECONDS = 60  # the longest code takes ten
PROGRAMS = ("soffice", "libreoffice")
FILTER = "MS Word 97"  # named, so that a damaged file is refused and not read as plain text


def is_there() -> bool:
    return find_program(*PROGRAMS) is not None


def convert(data: bytes, name: str) -> bytes:
    """The .doc as .docx. Each call has a profile of its own: two LibreOffices on one profile refuse to start."""
    program = find_program(*PROGRAMS)
    if program is None:
        raise missing(name, "soffice")
    with TemporaryDirectory(prefix="sarapshy-") as folder:
        source, profile = Path(folder, "act.doc"), Path(folder, "profile")
        source.write_bytes(data)
        options = [f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", f"--infilter={FILTER}"]
        command = [program, *options, "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder, str(source)]
        run(command, name, SECONDS)
        result = source.with_suffix(".docx")
        if not result.exists():
            raise InputError("reading.program_failed", name, program=Path(program).name, detail=".doc")
        return result.read_bytes()
