"""The cache may be trusted: what makes an act, or a finding, is all covered by its fingerprint."""

from __future__ import annotations

import subprocess
import sys

from sarapshy.batch.fingerprints import (
    DETECTING_CODE,
    DETECTING_RULES,
    READING_CODE,
    READING_RULES,
    fingerprint_rules,
)
from sarapshy.detect.rules import read_rules

SPY = """
import sys
from sarapshy.knowledge import Shelf
opened, read = [], Shelf.read
Shelf.read = lambda shelf, path: opened.append(f"{shelf.folder}/{path}") or read(shelf, path)
from sarapshy.acts.reading import build_act
act = build_act("Правила\\n1. Комиссия вправе отказать. Порядок по приказу от 5 мая 2020 года № 7.\\n" * 9, "a.txt")
build_act("Қағидалар\\n1. Комиссия бас тартуға құқылы. 2020 жылғы 5 мамырдағы № 7 бұйрық.\\n" * 9, "a.txt")
if sys.argv[1] == "detecting":
    from sarapshy.acts.stretches import Reading
    from sarapshy.detect.rules import read_rules
    from sarapshy.detect.run import find_by_rule
    find_by_rule(Reading(act), read_rules())
for path in sorted({*opened}):
    print(path)
for name in sys.modules:
    if name.startswith("sarapshy."):
        print(name)
"""


def spy(phase: str) -> tuple[set[str], set[str]]:
    """What a process reads of rules/, from its files or from what was kept of them, and which parts of the program it imports."""
    command = [sys.executable, "-c", SPY, phase]
    subprocess.run(command, capture_output=True, check=True)  # a first process may have to keep what it has parsed
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    rules = {line.split("/rules/")[1].split("/")[0] for line in lines if "/rules/" in line and line.endswith(".yaml")}
    code = {line.split(".")[1] for line in lines if line.startswith("sarapshy.")}
    return rules, code - {"rules", "reports"}


def names(places: tuple[str, ...]) -> set[str]:
    return {place.removesuffix(".py") for place in places}


def test_reading_uses_no_code_and_no_rules_beside_those_fingerprinted() -> None:
    rules, code = spy("reading")
    assert rules <= set(READING_RULES) and code <= names(READING_CODE)
    assert "lexicons" in rules and "acts" in code


def test_detecting_uses_none_either_but_the_rules_themselves() -> None:
    rules, code = spy("detecting")
    families = {rule.factor for rule in read_rules()}
    assert families and code <= names(DETECTING_CODE)
    folders = {each for each in rules if not each.endswith(".yaml")} - set(DETECTING_RULES)
    assert {each for each in rules if each.endswith(".yaml")} <= set(DETECTING_RULES) | {"overlaps.yaml"}
    assert folders, "no rule was read"


def test_each_rule_has_a_fingerprint() -> None:
    assert {rule.code for rule in read_rules()} <= set(fingerprint_rules())
