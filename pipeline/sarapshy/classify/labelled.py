"""Clauses with the families of factors that they show, for the classifier to learn from.

    {"language": "kk", "codes": ["D1a"], "text": "Директор өтінішті қарайды және бұйрық шығарады."}

They come from four places: ``corpora/training``, a file a family, with clauses that look alike and show nothing (codes
empty); the examples that every rule carries; what a reviewer accepted or rejected in finished runs; and whole acts that
somebody has annotated (see ``annotated``). A clause of ``bilingual.jsonl`` has its text in the ``other`` language beside
it, which no model of one clause can weigh.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files

from sarapshy.acts.reading import build_act
from sarapshy.acts.stretches import Reading
from sarapshy.classify.signs import IN_ACT, Sentence, read_sentences
from sarapshy.detect.examples import MARK
from sarapshy.detect.rules import Rule
from sarapshy.findings.factors import read_families
from sarapshy.findings.model import Finding

COMPARED = ("bilingual", "contradiction", "reference")  # a rule shows these between two places, not in a clause
SHORTEST = 15  # characters
APART = "apart"  # a sign of a clause that stands by itself: such are chosen for what they show, those of an act are not


@dataclass(frozen=True, slots=True)
class Labelled:
    """``codes`` are of factors, none for a clause that shows nothing; ``about`` is the family whose file it stands in."""

    text: str
    language: str
    codes: frozenset[str]
    about: str

    @property
    def families(self) -> frozenset[str]:
        return frozenset(read_families()[code] for code in self.codes)


@dataclass(frozen=True, slots=True)
class Described:
    """A labelled clause as the classifier sees it: folded text and signs."""

    text: str
    signs: tuple[str, ...]
    families: frozenset[str]


def read_training() -> list[Labelled]:
    """The clauses of ``corpora/training`` that stand by themselves, file by file."""
    folder = files("sarapshy.corpora").joinpath("training")
    found = []
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        family, _, ending = entry.name.partition(".")
        if ending == "jsonl":
            records = map(json.loads, entry.read_text(encoding="utf-8").splitlines())
            found += [_label(record, family) for record in records if "other" not in record]
    return found


def read_examples(rules: Iterable[Rule]) -> Iterator[Labelled]:
    """The paragraphs that a rule marks in its bad examples, and all of its good ones."""
    families = read_families()
    for rule in rules:
        family = families[rule.factor]
        if family in COMPARED:
            continue
        for language, examples in rule.examples.items():
            marked = [line for text in examples.bad for line in text.split("\n") if MARK.search(line)]
            free = [line for text in examples.good for line in text.split("\n")]
            for lines, codes in ((marked, {rule.factor}), (free, set[str]())):
                yield from (
                    Labelled(MARK.sub(r"\1", line), language, frozenset(codes), family)
                    for line in lines
                    if len(line) > SHORTEST
                )


def read_decided(findings: Iterable[Finding]) -> Iterator[Labelled]:
    """What a reviewer accepted shows its factor; what was rejected looks alike and does not."""
    for finding in findings:
        state = (finding.decision or {}).get("state")
        if finding.quote and state in ("accepted", "rejected") and finding.family not in COMPARED:
            codes = frozenset([finding.code] if state == "accepted" else [])
            yield Labelled(finding.quote, finding.act.language, codes, finding.family)


def describe(clauses: Iterable[Labelled]) -> Iterator[Described]:
    """The clauses as sentences of an act would be seen; one that is no norm by itself is left out."""
    for clause in clauses:
        sentences = read_sentences(Reading(build_act(_print_point(clause.text), "clause.txt")))
        if sentences:
            yield Described(_join(sentences), _gather(sentences), clause.families)


def _label(record: dict[str, object], family: str) -> Labelled:
    codes = record["codes"]
    assert isinstance(codes, list)
    return Labelled(str(record["text"]), str(record["language"]), frozenset(codes), family)


def _print_point(text: str) -> str:
    return text if text[:1].isdigit() else f"1. {text}"


def _join(sentences: list[Sentence]) -> str:
    return " ".join(sentence.text for sentence in sentences)


def _gather(sentences: list[Sentence]) -> tuple[str, ...]:
    own = {sign for sentence in sentences for sign in sentence.signs if not sign.startswith(IN_ACT)}
    return tuple(sorted({APART, *own}))
