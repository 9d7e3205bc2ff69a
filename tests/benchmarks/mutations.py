"""Proof by mutation: known defects are put into sound clauses, and what is newly found is counted.

«Комиссия … жолдауға міндетті» becomes «… жолдауға құқылы»; the finding D2 must stand in that point and no other finding
may come with it. The defects are in ``mutations.yaml``, the sound acts in ``acts/`` and ``corpora/acts``.

    python tests/benchmarks/mutations.py [--missed] [--kind WORDS]

Prints recall and new false alarms by kind and language, then the findings in the sound acts as they stand.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from sarapshy.acts.model import Act
from sarapshy.acts.readers import Input, discover
from sarapshy.acts.reading import build_act, read_act
from sarapshy.detect.run import detect
from sarapshy.findings.model import Finding

HERE = Path(__file__).resolve().parent
FOLDERS = (HERE / "acts", HERE.parents[1] / "corpora" / "acts")
SHOWN = 0.4  # a finding of less confidence is a hint: it alarms nobody
HINT = 0.3  # and of less than this, it tells nobody either
RECALL = 0.9  # wanted of every kind
SEPARATOR, UP_TO = " | ", " … "
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mutation:
    """One defect at one place; ``edits`` are (words as they stand, words put there), all in one act."""

    kind: str
    language: str
    act: str
    edits: tuple[tuple[str, str], ...]
    expect: frozenset[str]
    also: frozenset[str]
    here: bool
    pair: bool


@dataclass(slots=True)
class Outcome:
    mutation: Mutation
    hit: bool
    alarms: list[Finding]


@dataclass(slots=True)
class Tally:
    outcomes: list[Outcome] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return sum(outcome.hit for outcome in self.outcomes) / len(self.outcomes)

    @property
    def alarms(self) -> float:
        return sum(len(outcome.alarms) for outcome in self.outcomes) / len(self.outcomes)


def read_mutations() -> list[Mutation]:
    kinds = yaml.load((HERE / "mutations.yaml").read_bytes(), yaml.CSafeLoader)
    return [
        _build_mutation(kind, language, *place)
        for kind in kinds
        for language, places in kind["places"].items()
        for place in places
    ]


def _build_mutation(kind: dict[str, Any], language: str, act: str, old: str, new: str = "") -> Mutation:
    olds, news = old.split(SEPARATOR), new.split(SEPARATOR)
    return Mutation(
        kind["kind"],
        language,
        act,
        tuple(zip(olds, news, strict=True)),
        frozenset(kind["expect"]),
        frozenset(kind.get("also", ())),
        kind["where"] == "here",
        kind.get("pair", False),
    )


@cache
def read_acts() -> dict[str, Act]:
    """Every sound and sample act by its file name."""
    inputs = [item for item in discover(FOLDERS) if isinstance(item, Input)]
    return {item.path.name: read_act(item) for item in inputs}


def find_partner(act: str) -> Act | None:
    other = act.replace(".kk.", ".ru.") if ".kk." in act else act.replace(".ru.", ".kk.")
    return read_acts()[other]


@cache
def find_before(act: str, pair: bool) -> list[Finding]:
    return show(detect(read_acts()[act], partner=find_partner(act) if pair else None))


def show(findings: Iterable[Finding], least: float = HINT) -> list[Finding]:
    return [finding for finding in findings if finding.confidence >= least]


def mutate(text: str, edits: Iterable[tuple[str, str]]) -> tuple[str, Span]:
    """The text with the defect, and where the first of the edits stands in it."""
    located = [(*locate(text, old), new) for old, new in edits]
    first, _, put = located[0]
    shift = sum(len(new) - (end - start) for start, end, new in located if start < first)
    for start, end, new in sorted(located, reverse=True):
        text = text[:start] + new + text[end:]
    return text, (first + shift, first + shift + len(put))


def locate(text: str, words: str) -> Span:
    """Where the words stand; they stand once. «first … last» reaches to the next ``last`` after ``first``."""
    first, found, last = words.partition(UP_TO)
    assert text.count(first) == 1, f"stands {text.count(first)} times: {first}"
    start = text.index(first)
    return start, text.index(last, start) + len(last) if found else start + len(first)


def run_mutation(mutation: Mutation) -> Outcome:
    original = read_acts()[mutation.act]
    text, place = mutate(original.text, mutation.edits)
    act = build_act(text, original.path)
    after = show(detect(act, partner=find_partner(mutation.act) if mutation.pair else None))
    new = list(_subtract(after, find_before(mutation.act, mutation.pair)))
    hits = [f for f in new if is_of(f, mutation.expect) and (not mutation.here or stands_at(f, act, place))]
    alarms = [f for f in show(new, SHOWN) if f not in hits and not is_of(f, mutation.expect | mutation.also)]
    return Outcome(mutation, bool(hits), alarms)


def _subtract(after: Iterable[Finding], before: Iterable[Finding]) -> Iterator[Finding]:
    """What was not there before: by rule and point, since an edit moves offsets."""
    known = Counter(_key(finding) for finding in before)
    for finding in after:
        if known[_key(finding)]:
            known[_key(finding)] -= 1
        else:
            yield finding


def _key(finding: Finding) -> tuple[str, str | None, str]:
    return finding.rule, finding.slot, finding.clause.path if finding.clause else ""


def is_of(finding: Finding, codes: Iterable[str]) -> bool:
    return bool({finding.code, f"{finding.code}:{finding.slot}"} & set(codes))


def stands_at(finding: Finding, act: Act, place: Span) -> bool:
    """Whether the finding or its other side touches the place, or names the innermost clause of it."""
    spans = [(finding.start, finding.end), *((r.start, r.end) for r in finding.related if r.act == act.path)]
    if any(start is not None and end is not None and start <= place[1] and place[0] <= end for start, end in spans):
        return True
    clause = next((c for c in act.clauses if finding.clause is not None and c.id == finding.clause.id), None)
    return finding.start is None and clause is not None and clause.start <= place[1] and place[0] <= clause.end


def run_all(mutations: Iterable[Mutation]) -> dict[tuple[str, str], Tally]:
    tallies: dict[tuple[str, str], Tally] = {}
    for mutation in mutations:
        tallies.setdefault((mutation.kind, mutation.language), Tally()).outcomes.append(run_mutation(mutation))
    return tallies


def find_false_alarms() -> dict[str, list[Finding]]:
    """Findings in the acts that have no defect, each pair read side by side."""
    sound = {path.name: True for path in sorted(FOLDERS[0].iterdir())}
    sound |= {"clean.kk.txt": False, "clean.ru.txt": False, "list-only.kk.txt": False}
    return {name: show(find_before(name, pair), SHOWN) for name, pair in sound.items()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--missed", action="store_true", help="print each miss and each false alarm")
    parser.add_argument("--kind", default="", help="only kinds whose name holds these words")
    options = parser.parse_args()
    tallies = run_all(mutation for mutation in read_mutations() if options.kind in mutation.kind)
    print_table(tallies)
    if options.missed:
        print_missed(tallies)
    sound = find_false_alarms()
    print(f"\nsound acts {len(sound)}, false alarms {sum(map(len, sound.values())) / len(sound):.2f} an act")
    for name, findings in sound.items():
        for finding in findings:
            print(f"  {name}: {finding.rule} {finding.confidence:.2f} «{finding.quote}»")
    return 0


def print_table(tallies: dict[tuple[str, str], Tally]) -> None:
    print(f"{'kind':38}" + "".join(f"{f'{lang}  n  recall  alarms':>26}" for lang in ("kk", "ru")))
    for kind in dict.fromkeys(kind for kind, _ in tallies):
        cells = []
        for language in ("kk", "ru"):
            tally = tallies[kind, language]
            mark = "<" if tally.recall < RECALL else " "
            cells.append(f"{len(tally.outcomes):11}{tally.recall:8.2f}{mark}{tally.alarms:6.2f}")
        print(f"{kind:38}" + "".join(cells))
    outcomes = Tally([outcome for tally in tallies.values() for outcome in tally.outcomes])
    print(f"{'all':38}{len(outcomes.outcomes):11}{outcomes.recall:8.2f} {outcomes.alarms:6.2f}")


def print_missed(tallies: dict[tuple[str, str], Tally]) -> None:
    for (kind, language), tally in tallies.items():
        for outcome in tally.outcomes:
            where = f"{kind} {language} {outcome.mutation.act}"
            if not outcome.hit:
                print(f"missed: {where}: {outcome.mutation.edits[0]}")
            for alarm in outcome.alarms:
                print(f"alarm: {where}: {alarm.rule} {alarm.slot or ''} «{alarm.quote}»")


if __name__ == "__main__":
    sys.exit(main())
