"""SARIF 2.1.0 (OASIS): findings for GitHub, GitLab, Azure and editors that show a linter's results in the text.

A finding in point 29 is a result of rule D4-own-order at line 143, columns 1 to 52, level "error", with the point as its
logical location. A rule carries its help: what the factor is and why it invites corruption, in one language. Offsets and
columns count Unicode characters of the text as read. ``partialFingerprints`` is the finding's own id, which stays when
the act is edited elsewhere; what an expert has rejected, or the baseline knows, is a suppressed result, with
his comment.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from sarapshy import __version__
from sarapshy.detect.rules import Rule
from sarapshy.findings.factors import read_factors, read_names
from sarapshy.findings.model import Finding, Related
from sarapshy.findings.rank import weigh
from sarapshy.messages import say
from sarapshy.report.checked import Checked
from sarapshy.report.places import Lines
from sarapshy.report.plain import choose_text, print_bases

Node = dict[str, Any]
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"high": "error", "medium": "warning", "low": "note"}
ROOT = "WORKFOLDER"
TAGS = {"kk": "kk-KZ", "ru": "ru-KZ", "en": "en-US"}


def build_sarif(checked: Sequence[Checked], rules: Iterable[Rule], language: str, page: str | None = None) -> Node:
    """One run over the files; ``rules`` are those that were looked for, and only those that found something are told.
    ``page`` is where the team keeps the program's pages: the package itself has no public address."""
    found = {finding.rule: finding for each in checked for finding in each.findings}
    named = {rule.code: rule for rule in rules}
    order = {code: at for at, code in enumerate(sorted(found))}
    told = [_describe(code, found[code], named.get(code), language) for code in order]
    results = [result for at, each in enumerate(checked) for result in _results(each, at, order, language)]
    _state(results, [finding for each in checked for finding in each.findings])
    run = {
        "tool": {"driver": _driver(told, page)},
        "language": TAGS[language],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": say("machine.root", language)}}},
        "invocations": [_invocation(checked, language)],
        "artifacts": [_artifact(each) for each in checked],
        "results": results,
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _driver(rules: list[Node], page: str | None) -> Node:
    return {"name": "sarapshy", "version": __version__, "semanticVersion": __version__, **_home(page), "rules": rules}


def _home(page: str | None) -> Node:
    """Where the program's pages are: as the team says, else as the package does; an address of the web, or nothing."""
    if page and re.match(r"https?://[^\s/]+", page):
        return {"informationUri": page}
    try:
        urls = metadata("sarapshy").get_all("Project-URL") or []
    except PackageNotFoundError:
        return {}
    return {"informationUri": urls[0].partition(",")[2].strip()} if urls else {}


def _describe(code: str, finding: Finding, rule: Rule | None, language: str) -> Node:
    factor = read_factors()[finding.code]
    name = choose_text(rule.name if rule else finding.message, language)
    parts = (factor.definition[language], factor.risk[language])
    return {
        "id": code,
        "name": "".join(part.capitalize() for part in code.split("-")),
        "shortDescription": {"text": _sentence(_blank(name))},
        "fullDescription": {"text": _sentence(factor.definition[language])},
        "help": {
            "text": "\n\n".join((f"{finding.code} {factor.name[language]}", *parts)),
            "markdown": "\n\n".join((f"**{finding.code}** {factor.name[language]}", *parts)),
        },
        "defaultConfiguration": {"level": LEVELS[rule.severity if rule else finding.severity]},
        "properties": {"tags": [finding.code, finding.family, read_names("families")[finding.family][language]]},
    }


def _blank(template: str) -> str:
    """A rule's text without an act: «Оценочное слово: «…»»."""
    return template.format_map(defaultdict(lambda: "…"))


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _results(checked: Checked, at: int, order: dict[str, int], language: str) -> Iterator[Node]:
    lines = Lines(checked.text)
    for finding in checked.findings:
        yield _result(finding, checked, at, lines, order, language)


def _result(finding: Finding, checked: Checked, at: int, lines: Lines, order: dict[str, int], language: str) -> Node:
    related = [_relate(place, number, checked, at, lines) for number, place in enumerate(finding.related, 1)]
    return {
        "ruleId": finding.rule,
        "ruleIndex": order[finding.rule],
        "level": LEVELS[finding.severity],
        "rank": round(100 * weigh(finding), 1),
        "message": {"text": write_message(finding, language)},
        "locations": [_location(finding, checked, at, lines)],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {"finding/v1": finding.id},
        **_suppress(finding),
        "properties": {
            "factor": finding.code,
            "severity": finding.severity,
            "confidence": finding.confidence,
            "order": finding.rank,
        },
    }


def write_message(finding: Finding, language: str) -> str:
    """What is wrong, why, what is proposed and on what basis, a paragraph each."""
    own = finding.act.language
    lines = [_sentence(choose_text(finding.message, language, own)), choose_text(finding.why, language, own)]
    if remedy := choose_text(finding.remedy, language, own):
        lines.append(f"{say('report.remedy', language)}: {remedy}")
    if finding.legal_basis:
        basis = "; ".join(print_bases(finding, language))
        lines.append(f"{say('report.legal_basis', language)}: {basis}.")
    return "\n".join(filter(None, lines))


def _location(finding: Finding, checked: Checked, at: int, lines: Lines) -> Node:
    location: Node = {"physicalLocation": {"artifactLocation": _locate(checked.place, at)}}
    span = _span(finding.start, finding.end, checked.text)
    location["physicalLocation"]["region"] = _region(*span, checked.text, lines) if span else {"startLine": 1}
    if finding.clause:
        name = finding.clause.path or finding.clause.label
        location["logicalLocations"] = [
            {"name": name, "fullyQualifiedName": f"{checked.path}#{finding.clause.id}", "kind": "element"}
        ]
    return location


def _span(start: int | None, end: int | None, text: str) -> tuple[int, int] | None:
    if start is None or end is None or not start < end <= len(text):
        return None
    return start, end


def _region(start: int, end: int, text: str, lines: Lines) -> Node:
    first, last = lines.place(start), lines.place(end)
    return {
        "startLine": first.line,
        "startColumn": first.column,
        "endLine": last.line,
        "endColumn": last.column,
        "charOffset": start,
        "charLength": end - start,
        "snippet": {"text": text[start:end]},
    }


def _relate(place: Related, number: int, checked: Checked, at: int, lines: Lines) -> Node:
    here = place.act == checked.path
    words = f"«{place.quote}»" if place.quote else None
    told = ", ".join(filter(None, (None if here else place.act, place.clause, words)))
    location: Node = {"id": number, "message": {"text": told or place.act}}
    span = _span(place.start, place.end, checked.text)
    if here and span:
        location["physicalLocation"] = {
            "artifactLocation": _locate(checked.place, at),
            "region": _region(*span, checked.text, lines),
        }
    return location


def _locate(place: str, at: int | None = None) -> Node:
    """Below the working folder, or a file elsewhere by its full address."""
    if PurePosixPath(place).is_absolute() or ":" in place.partition("/")[0]:
        location: Node = {"uri": f"file:///{quote(place.lstrip('/'))}"}
    else:
        location = {"uri": quote(place), "uriBaseId": ROOT}
    return location if at is None else {**location, "index": at}


def _artifact(checked: Checked) -> Node:
    hashes = {"hashes": {"sha-256": checked.sha256}} if checked.sha256 else {}
    return {"location": _locate(checked.place), **hashes}


def _suppress(finding: Finding) -> Node:
    if finding.known:
        said = {"justification": finding.known["reason"]} if finding.known["reason"] else {}
        return {"suppressions": [{"kind": "external", "status": "accepted", **said}]}
    decision = finding.decision
    if not decision or decision["state"] != "rejected":
        return {}
    said = {"justification": decision["comment"]} if decision.get("comment") else {}
    return {"suppressions": [{"kind": "external", "status": "accepted", **said}]}


def _state(results: Sequence[Node], findings: Sequence[Finding]) -> None:
    """Where there is a baseline, each result is new or unchanged against it."""
    known = [bool(finding.known and finding.known["by"] == "baseline") for finding in findings]
    for result, is_known in zip(results, known, strict=True):
        if any(known):
            result["baselineState"] = "unchanged" if is_known else "new"


def _invocation(checked: Sequence[Checked], language: str) -> Node:
    faults = [each for each in checked if each.fault]
    notes = [
        {
            "level": "error",
            "message": {"text": each.fault.say(language)},
            "locations": [{"physicalLocation": {"artifactLocation": _locate(each.place)}}],
        }
        for each in faults
        if each.fault
    ]
    return {"executionSuccessful": not faults, **({"toolExecutionNotifications": notes} if notes else {})}
