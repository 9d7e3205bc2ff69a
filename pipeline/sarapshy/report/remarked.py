"""An act given back with remarks: its own .docx with comments, its own .pdf with notes, or a .docx made of its text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from sarapshy.acts.model import Act
from sarapshy.report.remarks import Author, Remark


def name_remarked(act: Act) -> PurePosixPath:
    """The act's own name; «қағида.txt» becomes «қағида.txt.docx»."""
    path = PurePosixPath(act.path)
    suffix = ".pdf" if act.source.format == "pdf" else ".docx"
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)


def remark_file(data: bytes, act: Act, remarks: Sequence[Remark], author: Author) -> bytes:
    """``data`` is the file the act was read from. InputError where a library is missing."""
    if act.source.format == "pdf":
        from sarapshy.report.pdf_notes import note_pdf

        return note_pdf(data, act.text, act.source.pages, remarks, author)
    from sarapshy.report.word_comments import comment_docx

    if act.source.format != "docx":
        from sarapshy.report.word_text import write_text

        data = write_text(act.text, act.path)
    return comment_docx(data, act.path, act.text, remarks, author)
