"""One file and what came of it, as the machine outputs want it.

``sarapshy check drafts/қағида.docx`` gives ``Checked("қағида.docx", "drafts/қағида.docx", text, findings)``: ``path`` is the
name in findings, ``place`` leads to the file from where the command was called, so that a build can mark its lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sarapshy.acts.readers import Input
from sarapshy.errors import InputError
from sarapshy.findings.model import Finding


@dataclass(frozen=True, slots=True)
class Checked:
    """``text`` is what the findings' offsets count in; ``sha256`` is of the file's bytes; ``fault`` is what kept the
    file from being read, ``notes`` what makes the reading doubtful, as in ``Source``."""

    path: str
    place: str
    text: str = ""
    findings: Sequence[Finding] = ()
    fault: InputError | None = None
    sha256: str = ""
    notes: Sequence[tuple[str, tuple[tuple[str, str], ...]]] = ()


def find_place(item: Input) -> str:
    """The file's path below the working folder where it lies there, with forward slashes; a member follows its archive."""
    path, here = item.path.absolute(), Path.cwd()
    shown = path.relative_to(here) if path.is_relative_to(here) else path
    return shown.as_posix() if item.member is None else f"{shown.as_posix()}/{item.member}"
