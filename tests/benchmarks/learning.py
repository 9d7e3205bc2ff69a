"""What decisions teach the classifier: how many of its own first ten proposals an act an annotator bears out.

    python tests/benchmarks/learning.py --decide ANNOTATED… --judge ANNOTATED [--sizes 0 100 300 1000] [--draws 5]

ANNOTATED is a folder with ``acts/<name>.txt`` beside ``<name>.jsonl``, as ``sarapshy eval`` reads it. What a model without
decisions proposes in the acts of ``--decide`` is accepted where a record of its family stands in its words or its point, and
rejected elsewhere. Models that have learnt from so many of these decisions, drawn at random, are held against ``--judge``.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

from sarapshy.acts.readers import Input, discover
from sarapshy.acts.reading import read_act
from sarapshy.acts.stretches import Reading
from sarapshy.classify.fit import fit
from sarapshy.classify.labelled import Described, describe, read_examples, read_training
from sarapshy.classify.model import Weights
from sarapshy.classify.propose import read_proposals
from sarapshy.classify.signs import Sentence, read_sentences
from sarapshy.detect.build import make_clause_ref
from sarapshy.detect.rules import read_rules
from sarapshy.findings.factors import read_families

FIRST = 10
ASKED = 45  # proposals an act that a reviewer decides on
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Annotated:
    """``points`` are the numbers of the sentences' points, ``right`` the families that an annotator saw in each."""

    sentences: tuple[Sentence, ...]
    points: tuple[str | None, ...]
    right: tuple[frozenset[str], ...]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--decide", type=Path, nargs="+", required=True)
    parser.add_argument("--judge", type=Path, required=True)
    parser.add_argument("--sizes", type=int, nargs="*", default=[0, 100, 300, 1000])
    parser.add_argument("--draws", type=int, default=5)
    options = parser.parse_args()
    shipped = list(describe([*read_training(), *read_examples(read_rules())]))
    decisions = decide(fit(shipped), [act for folder in options.decide for act in read_annotated(folder)])
    judged = list(read_annotated(options.judge))
    print(
        f"{len(decisions)} decisions, {sum(bool(each.families) for each in decisions)} accepted; {len(judged)} acts to judge by"
    )
    for size in options.sizes:
        draws = [draw(decisions, size, seed) for seed in range(options.draws if size else 1)]
        shares = [share(fit([*shipped, *drawn]), judged) for drawn in draws]
        print(f"{size:6} decisions: {mean(shares):.3f} ({min(shares):.3f} to {max(shares):.3f})", flush=True)


def read_annotated(folder: Path) -> Iterator[Annotated]:
    for item in discover([folder / "acts"]):
        lines = folder / f"{Path(item.name).stem}.jsonl" if isinstance(item, Input) else None
        if isinstance(item, Input) and lines is not None and lines.exists():
            yield annotate(
                Reading(read_act(item)), [json.loads(line) for line in lines.read_text("utf-8").splitlines()]
            )


def annotate(reading: Reading, records: Sequence[Record]) -> Annotated:
    sentences = tuple(read_sentences(reading))
    places = [reading.to_source(each.start, each.end) for each in sentences]
    clauses = [make_clause_ref(reading, start) for start, _ in places]
    points = tuple(clause.number if clause else None for clause in clauses)
    right = (
        frozenset(
            family for record in records if meets(record, reading.act.text, place, point) for family in families(record)
        )
        for place, point in zip(places, points, strict=True)
    )
    return Annotated(sentences, points, tuple(right))


def families(record: Record) -> set[str]:
    return {read_families()[code] for code in record["codes"]}


def meets(record: Record, text: str, place: tuple[int, int], point: str | None) -> bool:
    if point is not None and point in record["clauses"]:
        return True
    spans = [(text.find(quote), len(quote)) for quote in record["quotes"] if quote]
    return any(0 <= start < place[1] and place[0] < start + length for start, length in spans)


def propose(weights: Weights, act: Annotated, most: int) -> Iterator[tuple[str, int]]:
    """The likeliest families and sentences, a family once a point and a sentence once."""
    scores, said, taken = weights.score(act.sentences), set(), set()
    ranked = sorted(
        (
            (scores[at][column], family, at)
            for column, family in enumerate(weights.families)
            for at in range(len(scores))
        ),
        key=lambda each: (-each[0], each[2], each[1]),
    )
    for _, family, at in ranked:
        place = (family, act.points[at] or at)
        if family in read_proposals() and at not in said and place not in taken and len(said) < most:
            said.add(at)
            taken.add(place)
            yield family, at


def decide(weights: Weights, acts: Sequence[Annotated]) -> list[Described]:
    return [
        Described(act.sentences[at].text, act.sentences[at].signs, frozenset({family} & act.right[at]))
        for act in acts
        for family, at in propose(weights, act, ASKED)
    ]


def draw(decisions: Sequence[Described], size: int, seed: int) -> list[Described]:
    return random.Random(seed).sample(decisions, min(size, len(decisions)))


def share(weights: Weights, acts: Sequence[Annotated]) -> float:
    told = [family in act.right[at] for act in acts for family, at in propose(weights, act, FIRST)]
    return mean(told) if told else 0.0


if __name__ == "__main__":
    main()
