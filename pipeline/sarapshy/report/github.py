"""Commands that GitHub Actions reads from a build's output and shows beside the lines of the change.

``::error file=drafts/қағида.txt,line=9,col=4,endLine=9,endColumn=61,title=D4: …::Комиссия …%0A…``
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sarapshy.findings.model import Finding
from sarapshy.report.checked import Checked
from sarapshy.report.places import Lines
from sarapshy.report.plain import choose_text
from sarapshy.report.sarif import write_message

COMMANDS = {"high": "error", "medium": "warning", "low": "notice"}
_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_VALUE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def write_commands(checked: Sequence[Checked], language: str) -> Iterator[str]:
    """A line a finding, and one for each file that could not be read."""
    for each in checked:
        if each.fault:
            yield _command("error", {"file": each.place}, each.fault.say(language))
        lines = Lines(each.text)
        for finding in each.findings:
            yield _write_finding(finding, each, lines, language)


def _write_finding(finding: Finding, checked: Checked, lines: Lines, language: str) -> str:
    title = choose_text(finding.message, language, finding.act.language)
    values = {"file": checked.place, **_where(finding, lines), "title": f"{finding.code}: {title}"}
    return _command(COMMANDS[finding.severity], values, write_message(finding, language))


def _where(finding: Finding, lines: Lines) -> dict[str, str]:
    if finding.start is None or finding.end is None:
        return {"line": "1"}
    first, last = lines.place(finding.start), lines.place(finding.end)
    where = {"line": str(first.line), "endLine": str(last.line)}
    if first.line == last.line:  # GitHub takes columns within one line only
        where |= {"col": str(first.column), "endColumn": str(last.column)}
    return where


def _command(name: str, values: dict[str, str], text: str) -> str:
    told = ",".join(f"{key}={value.translate(_VALUE)}" for key, value in values.items())
    return f"::{name} {told}::{text.translate(_TEXT)}"
