"""What a rule's texts were filled with, read back out of a finding.

The name of T1-general is «Оценочное слово: «{words}»»; a finding that says «Оценочное слово: «при необходимости»» was
filled with the words «при необходимости».
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from string import Formatter
from typing import Any

from sarapshy.findings.model import Finding
from sarapshy.knowledge import open_shelf


def read_values(finding: Finding, language: str) -> dict[str, str]:
    """By name; those that the texts of the finding tell, in the given language before the other."""
    found: dict[str, str] = {}
    texts = _read_texts(finding.rule)
    for own in (language, *(each for each in ("kk", "ru") if each != language)):
        for name, told in (("name", finding.message), ("remedy", finding.remedy), ("why", finding.why)):
            template = (texts.get(name) or {}).get(own)
            match = _pattern(template).fullmatch(told.get(own, "")) if template else None
            found |= {key: value for key, value in (match.groupdict() if match else {}).items() if key not in found}
    return found


@cache
def _read_texts(rule: str) -> Mapping[str, Any]:
    """The rule's file as it stands; nothing for a rule that is not ours, such as the classifier's."""
    shelf = open_shelf("sarapshy.rules")
    path = next((path for path in shelf.entries if path.endswith(f"/{rule}.yaml")), None)
    return dict(shelf.read(path)) if path else {}


@cache
def _pattern(template: str) -> re.Pattern[str]:
    parts, known = [], set()
    for literal, name, _, _ in Formatter().parse(template):
        parts.append(re.escape(literal))
        if name:
            parts.append(f"(?P={name})" if name in known else f"(?P<{name}>.+?)")
            known.add(name)
    return re.compile("".join(parts), re.DOTALL)
