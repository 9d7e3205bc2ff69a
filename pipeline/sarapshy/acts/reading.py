"""From a file to an act: its text, its clauses, its definitions, its identity."""

from __future__ import annotations

from sarapshy.acts.clauses import parse_clauses
from sarapshy.acts.definitions import find_definitions
from sarapshy.acts.identity import identify
from sarapshy.acts.model import Act, Source
from sarapshy.acts.readers import Input, read
from sarapshy.language.identify import language_of


def read_act(item: Input, title: str | None = None) -> Act:
    """Read one input. ``title`` is that of an index beside the file. InputError where the file cannot be read."""
    found = read(item)
    return build_act(found.text, found.name, found.sha256, found.source, title)


def build_act(text: str, name: str, sha256: str = "", source: Source | None = None, title: str | None = None) -> Act:
    """An act of a text already at hand; never refuses."""
    clauses = parse_clauses(text)
    return Act(
        path=name,
        text=text,
        sha256=sha256,
        language=language_of(text),
        identity=identify(text, clauses, name, title),
        clauses=clauses,
        definitions=find_definitions(text, clauses),
        source=source or Source("txt"),
    )
