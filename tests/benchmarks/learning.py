"""What decisions teach: how many of the first ten findings of an act are accepted, in acts that nobody has decided on.

    python tests/benchmarks/learning.py ANNOTATED… [--sizes 100 300 1000] [--draws 5] [--write FILE]

ANNOTATED is a folder with ``acts/<name>.txt`` beside ``<name>.jsonl``, as ``sarapshy eval`` reads it. A finding is accepted where
a record bears it out. The clauses of each folder are weighed by a model that has learnt from the other folders. A third of those,
in turn, stand for the decisions that come with the program (which tell of these very acts and would know the answers); of the rest
so many decisions are the user's, act by act, drawn at random. What is then learnt orders the folder's findings as ``sarapshy train``
would have it: first without decisions of one's own, which is the order of the rules. ``--write`` writes all decisions without the
acts' words.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from statistics import mean

from sarapshy.classify.acceptance import SHOWN, Acceptance, Case, read_cases, share_of_first
from sarapshy.classify.annotated import Annotated, describe_annotated, read_annotated
from sarapshy.classify.evaluate import pair
from sarapshy.classify.fit import fit
from sarapshy.classify.labelled import describe, read_examples, read_training
from sarapshy.classify.learn import learn_acceptance
from sarapshy.classify.likely import weigh_clauses
from sarapshy.classify.model import Weights
from sarapshy.classify.propose import add_proposals
from sarapshy.detect.rules import read_rules
from sarapshy.detect.run import detect

THIRD = 3
Sets = dict[str, list[list[Case]]]  # by folder, the cases of each act


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("annotated", type=Path, nargs="+")
    parser.add_argument("--sizes", type=int, nargs="*", default=[100, 300, 1000])
    parser.add_argument("--draws", type=int, default=5)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    sets = decide_all({folder.name: list(read_annotated(folder)) for folder in options.annotated})
    if options.write:
        write(options.write, [act for acts in sets.values() for act in acts])
    rows = []
    for name, acts in sets.items():
        others = [own for other, own in sets.items() if other != name]
        shares = [mean(learn(acts, others, size, options.draws)) for size in options.sizes]
        rows.append([share_of_first((-case.rank, case) for case in list_shown(acts)), *shares])
        print(name, show(rows[-1]), flush=True)
    print("mean", show([mean(column) for column in zip(*rows, strict=True)]))


def decide_all(annotated: Mapping[str, Sequence[Annotated]]) -> Sets:
    ours = list(describe([*read_training(), *read_examples(read_rules())]))
    described = {name: [each for act in acts for each in describe_annotated(act)] for name, acts in annotated.items()}
    sets: Sets = {}
    for name, acts in annotated.items():
        weights = fit([*ours, *(each for other, own in described.items() if other != name for each in own)])
        sets[name] = [decide(act, weights) for act in acts]
    return sets


def decide(annotated: Annotated, weights: Weights) -> list[Case]:
    """The findings of an act as a reviewer who knows its records would decide on them."""
    reading = annotated.reading
    found = add_proposals(reading, detect(reading.act), weights)
    told = pair(found, annotated.records, reading.act.text)
    cases = read_cases(found, weigh_clauses(reading, found, weights))
    return [replace(case, accepted=at in told) for at, case in enumerate(cases)]


def draw(acts: Sequence[list[Case]], size: int, times: int) -> Iterator[list[Case]]:
    for seed in range(times):
        shuffled = random.Random(seed).sample(acts, len(acts))
        yield [case for act in shuffled for case in act][:size]


def learn(acts: Sequence[list[Case]], others: Sequence[list[list[Case]]], size: int, times: int) -> Iterator[float]:
    """The share of accepted in the first ten, of each third that stands for what ships and each draw from the rest."""
    for part in range(THIRD):
        ships = [case for own in others[part::THIRD] for act in own for case in act]
        rest = [act for at, own in enumerate(others) if at % THIRD != part for act in own]
        for drawn in draw(rest, size, times):
            yield judge(acts, learn_acceptance(drawn, ships))


def judge(acts: Iterable[list[Case]], acceptance: Acceptance | None) -> float:
    if acceptance is None or not acceptance.reorders:
        return share_of_first((-case.rank, case) for case in list_shown(acts))
    return share_of_first((acceptance.weigh(case), case) for case in list_shown(acts))


def show(shares: Iterable[float]) -> str:
    return " ".join(f"{share:.3f}" for share in shares)


def list_shown(acts: Iterable[list[Case]]) -> list[Case]:
    """What the rules told, of each act as much as a reader takes in."""
    return [case for act in acts for case in act[:SHOWN] if not case.proposed]


def write(path: Path, acts: Sequence[list[Case]]) -> None:
    lines = [
        json.dumps(asdict(replace(case, act=f"act-{at:02}", likely=round(case.likely, 3))), ensure_ascii=False)
        for at, act in enumerate(acts, 1)
        for case in act
    ]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
