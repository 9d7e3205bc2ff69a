"""Each rule carries its own proof: acts it must find something in, with the words marked, and acts it must leave alone.

bad:  "5. Комиссия [[қалауы бойынша]] шешім қабылдайды."
good: "5. Өтініш беруші өз қалауы бойынша тілді таңдайды."

An example of a rule on two acts holds several, with a line ``====`` between them; the mark stands in the one at fault.
``==== k1500000414.01-01-2024.txt`` names the file of the act below it, where the name tells its edition.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sarapshy.acts.model import Act
from sarapshy.acts.reading import build_act
from sarapshy.acts.stretches import Reading
from sarapshy.detect.rules import ACROSS, Rule
from sarapshy.detect.run import detect
from sarapshy.detect.sides import read_sides
from sarapshy.findings.model import Finding
from sarapshy.references.facts import read_facts

BETWEEN = re.compile(r"^====(?: (?P<name>\S+))?\n", re.MULTILINE)
MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that its rule does not bear out; ``got`` are the words found instead."""

    rule: str
    language: str
    side: str
    text: str
    got: tuple[str, ...]

    def __str__(self) -> str:
        found = "; ".join(self.got) or "nothing"
        return f"{self.rule} {self.language} {self.side}: «{self.text}»: found {found}"


def test_examples(rules: Iterable[Rule]) -> list[Failure]:
    """Every example that fails; empty where all hold."""
    return [failure for rule in rules for failure in _test_rule(rule)]


test_examples.__test__ = False  # type: ignore[attr-defined]  # pytest takes the name for a test of its own


def _test_rule(rule: Rule) -> Iterator[Failure]:
    for language, examples in rule.examples.items():
        for side, texts in (("bad", examples.bad), ("good", examples.good)):
            for text in texts:
                found = _detect_in(rule, MARK.sub(r"\1", text))
                if (side == "bad") != _is_met(_marked(text), found):
                    yield Failure(rule.code, language, side, text, tuple(f.quote or f.code for f in found))


def _marked(text: str) -> str:
    """The act of the example that bears the mark; the first where none does."""
    acts = [act for act, _ in _split(text)]
    return next((act for act in acts if MARK.search(act)), acts[0])


def _split(text: str) -> list[tuple[str, str]]:
    """The acts of an example, each with the name of its file."""
    first, *others = BETWEEN.split(text)
    named = [(first, None), *zip(others[1::2], others[::2], strict=True)]
    return [(act, name or f"example-{position}.txt") for position, (act, name) in enumerate(named)]


def _detect_in(rule: Rule, text: str) -> list[Finding]:
    acts = [build_act(each, name) for each, name in _split(text)]
    return _detect_across(rule, acts) if rule.check in ACROSS else detect(acts[0], (rule,))


def _detect_across(rule: Rule, acts: list[Act]) -> list[Finding]:
    from sarapshy.detect.across import find_across
    from sarapshy.references.registering import build_registry

    readings = [Reading(act) for act in acts]
    registry = build_registry(read_facts(reading.act, reading, read_sides(reading, (rule,))) for reading in readings)
    return [finding for found in find_across(registry, (rule,)).values() for finding in found]


def _is_met(text: str, found: list[Finding]) -> bool:
    """Whether some finding covers the marked words; without a mark any finding will do."""
    mark = MARK.search(text)
    if mark is None:
        return bool(found)
    start, end = mark.start(), mark.end() - 4
    return any(f.start is not None and f.end is not None and f.start < end and start < f.end for f in found)
