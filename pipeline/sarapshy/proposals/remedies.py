"""What a remedy tells to do with the words of an act.

«өзге де жағдайлар» деген сөздерді алып тастап, «…» деген сөйлеммен толықтыру» is two steps: DELETE and ADD. The patterns are in
``rules/lexicons/remedies.yaml``; a remedy that only says what a norm must regulate gives none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from sarapshy.findings.model import Finding
from sarapshy.language.lexicon import read_lexicon


class Do(StrEnum):
    DELETE = "delete"
    SUBSTITUTE = "substitute"
    BEFORE = "before"
    AFTER = "after"
    ADD = "add"
    POINT = "point"  # a point of its own
    INSTEAD = "instead"  # in the place of the sentence found


@dataclass(frozen=True, slots=True)
class Step:
    """``old`` are the words of the act it speaks of, one of several; ``new`` the words that come. An ``example`` only tells
    where the expert writes."""

    do: Do
    new: str = ""
    old: tuple[str, ...] = ()
    sure: bool = True
    example: bool = False
    here: bool = False
    subject: str = ""


UNSURE = ("before", "after")
ORDER = ("delete", "substitute", "before", "after", "example")


def remedy_of(finding: Finding, language: str) -> str:
    """The wording as a reviewer put it, else the rule's."""
    decided = (finding.decision or {}).get("remedy") or {}
    return str(decided.get(language) or finding.remedy.get(language, "")).strip()


def is_reviewed(finding: Finding, language: str) -> bool:
    """Whether a reviewer put the wording himself."""
    return bool(((finding.decision or {}).get("remedy") or {}).get(language))


def open_numbers(wording: str, language: str) -> str:
    """«бес жұмыс күні ішінде» is «___ (___) жұмыс күні ішінде»: how many is not for a program to say."""
    lexicon = read_lexicon("remedies")
    return re.sub(lexicon["counted"][language], str(lexicon["blank_number"]), wording)


def read_steps(finding: Finding, language: str) -> list[Step]:
    """In the order to take them; none where the remedy builds nothing."""
    remedy, lexicon = remedy_of(finding, language), read_lexicon("remedies")
    if not is_reviewed(finding, language) and finding.rule not in lexicon["statutory"]:
        remedy = open_numbers(remedy, language)
    if finding.rule in lexicon["left"]:
        return []
    patterns = _patterns(language)
    whole = patterns["whole"].match(remedy)
    if whole:
        instead = finding.rule in lexicon["instead"]
        return [Step(Do.INSTEAD if instead else Do.ADD, whole["new"])]
    additions = list(_read_additions(patterns, remedy, language))
    if finding.rule in lexicon["instead"] and additions:
        return [Step(Do.INSTEAD, additions[0].new)]
    words = next((step for name in ORDER if (step := _read_words(name, patterns, remedy))), None)
    return [*([words] if words else []), *additions]


def _read_words(name: str, patterns: dict[str, re.Pattern[str]], remedy: str) -> Step | None:
    """The first change of words that the remedy tells."""
    found = patterns[name].search(remedy) if name in patterns else None
    if found is None:
        return None
    old = tuple(re.findall("«([^»]+)»", found["old"])) or (found["old"],)
    if name == "delete":
        return Step(Do.DELETE, old=old)
    if name == "example":
        return Step(Do.SUBSTITUTE, read_lexicon("remedies")["open"], old, example=True)
    do = Do(name) if name in UNSURE else Do.SUBSTITUTE
    sure = name not in UNSURE and found["new"] not in read_lexicon("remedies")["agreeing"]
    return Step(do, found["new"], old, sure)


def _read_additions(patterns: dict[str, re.Pattern[str]], remedy: str, language: str) -> Iterator[Step]:
    found = patterns["add"].search(remedy)
    if found is None:
        return
    groups: dict[str, Any] = found.groupdict()
    noun = groups.get("noun") or ""
    point = noun in read_lexicon("remedies")["point"][language]
    yield Step(Do.POINT if point else Do.ADD, groups.get("new") or groups.get("new2") or "")


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(pattern) for name, pattern in read_lexicon("remedies")["steps"][language].items()}
