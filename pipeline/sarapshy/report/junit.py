"""JUnit XML, which every build server can show: a suite a file, a failed case a finding.

A file without findings is one case that passed; one that could not be read is one case in error, so that no file is
lost in the count.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from lxml import etree

from sarapshy.findings.model import Finding
from sarapshy.messages import say
from sarapshy.report.checked import Checked
from sarapshy.report.places import Lines
from sarapshy.report.plain import choose_text, fit_xml
from sarapshy.report.sarif import write_message

Element = Any


def write_junit(checked: Sequence[Checked], language: str) -> bytes:
    """The document, in UTF-8."""
    root = etree.Element("testsuites", {"name": "sarapshy", **_count(checked)})
    for each in checked:
        _add_suite(root, each, language)
    document: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return document


def _add_suite(root: Element, checked: Checked, language: str) -> None:
    suite = etree.SubElement(root, "testsuite", {"name": fit_xml(checked.place), **_count([checked])})
    if checked.fault:
        case = _add_case(suite, checked, checked.path)
        etree.SubElement(case, "error", message=fit_xml(checked.fault.say(language)))
    elif not checked.findings:
        _add_case(suite, checked, say("report.summary_none", language))
    lines = Lines(checked.text)
    for finding in checked.findings:
        _add_finding(suite, checked, finding, lines, language)


def _add_finding(suite: Element, checked: Checked, finding: Finding, lines: Lines, language: str) -> None:
    where = finding.clause.path or finding.clause.label if finding.clause else checked.path
    case = _add_case(suite, checked, f"{finding.code} {where}")
    if finding.start is not None and finding.start <= len(checked.text):
        case.set("line", str(lines.place(finding.start).line))
    title = choose_text(finding.message, language, finding.act.language)
    failure = etree.SubElement(case, "failure", message=fit_xml(title), type=finding.rule)
    quote = f"«{finding.quote}»\n" if finding.quote else ""
    failure.text = fit_xml(quote + write_message(finding, language))


def _add_case(suite: Element, checked: Checked, name: str) -> Element:
    return etree.SubElement(
        suite, "testcase", name=fit_xml(name), classname=fit_xml(checked.path), file=fit_xml(checked.place)
    )


def _count(checked: Iterable[Checked]) -> dict[str, str]:
    checked = tuple(checked)
    failures, errors = sum(len(each.findings) for each in checked), sum(1 for each in checked if each.fault)
    passed = sum(1 for each in checked if not each.findings and not each.fault)
    return {"tests": str(failures + errors + passed), "failures": str(failures), "errors": str(errors)}
