"""Acts that somebody has read whole and annotated, as the classifier learns from them.

    acts/grants.txt   «12. Комиссия шешім қабылдайды. …»
    grants.jsonl      {"codes": ["D1b"], "clauses": ["12"], "quotes": ["Комиссия шешім қабылдайды"], "tier": "core", …}

Of such an act every sentence counts, also those of which nobody said anything, so that a model learns how often a sentence
of an act shows a factor at all. A record without words stands for all sentences of its points.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sarapshy.acts.readers import discover
from sarapshy.acts.reading import read_act
from sarapshy.acts.stretches import Reading
from sarapshy.classify.labelled import Described
from sarapshy.classify.signs import Sentence, read_sentences
from sarapshy.detect.build import make_clause_ref
from sarapshy.errors import InputError
from sarapshy.findings.factors import read_families

Record = Mapping[str, Any]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Annotated:
    """An act, and its records as they stand in the lines."""

    reading: Reading
    records: tuple[Record, ...]


def read_annotated(folder: Path) -> Iterator[Annotated]:
    """The acts of ``folder/acts`` that have lines. InputError where there is none."""
    found = [each for each in _pair_files(folder) if each[1].exists()]
    if not found:
        raise InputError("classify.no_annotations", str(folder))
    for item, lines in found:
        records = tuple(json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines() if line.strip())
        yield Annotated(Reading(read_act(item)), records)


def _pair_files(folder: Path) -> Iterator[tuple[Any, Path]]:
    for item in discover([folder / "acts"]) if (folder / "acts").is_dir() else ():
        if not isinstance(item, InputError):
            yield item, folder / f"{Path(item.name).stem}.jsonl"


def describe_annotated(act: Annotated) -> Iterator[Described]:
    """Each sentence of a norm with the families that the records see in it."""
    spans = [find_spans(record["quotes"], act.reading.act.text) for record in act.records]
    for sentence in read_sentences(act.reading):
        yield Described(sentence.text, sentence.signs, frozenset(_families_of(act, spans, sentence)))


def _families_of(act: Annotated, spans: Sequence[Sequence[Span]], sentence: Sentence) -> Iterator[str]:
    start, end = act.reading.to_source(sentence.start, sentence.end)
    clause = make_clause_ref(act.reading, start)
    for record, own in zip(act.records, spans, strict=True):
        if own:
            met = any(left < end and start < right for left, right in own)
        else:
            met = clause is not None and clause.number is not None and clause.number in record["clauses"]
        if met:
            yield from (read_families()[code] for code in record["codes"])


def find_spans(quotes: Iterable[str], text: str) -> list[Span]:
    """Where the words of a record stand in the act, each the first time."""
    found = [(text.find(quote), quote) for quote in quotes if quote]
    return [(at, at + len(quote)) for at, quote in found if at >= 0]
