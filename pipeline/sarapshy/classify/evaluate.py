"""What the rules alone find, what the classifier does, and both together, by family.

On labelled clauses by cross-validation: each fifth is judged by a model that has learnt from the rest. On annotated acts
(``acts/<name>.txt`` beside ``<name>.jsonl``, a record a defect with ``codes``, ``clauses``, ``quotes``, ``tier``) as a
reader meets findings: the first twenty-five of an act count, and of these the first ten twice.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sarapshy.acts.reading import build_act
from sarapshy.classify.acceptance import SHOWN
from sarapshy.classify.annotated import Record, find_spans, read_annotated
from sarapshy.classify.apply import apply_weights
from sarapshy.classify.fit import fit
from sarapshy.classify.labelled import Described, Labelled, describe
from sarapshy.classify.model import Weights
from sarapshy.classify.propose import LIKELY, read_proposals
from sarapshy.detect.rules import Rule
from sarapshy.detect.run import detect
from sarapshy.findings.factors import read_families
from sarapshy.findings.model import Finding

FOLDS = 5
FIRST = 10
SYSTEMS = ("rules", "classifier", "both")


@dataclass(slots=True)
class Figures:
    """``wanted`` are labels, ``found`` what a system tells, ``right`` what of that is a label."""

    wanted: int = 0
    found: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else math.nan

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else math.nan

    @property
    def f1(self) -> float:
        total = self.wanted + self.found
        return 2 * self.right / total if total else math.nan

    def add(self, wanted: bool, found: bool) -> None:
        self.wanted += wanted
        self.found += found
        self.right += wanted and found


@dataclass(frozen=True, slots=True)
class Reached:
    """Of annotated acts: ``recall`` of what both readers saw, ``first`` the precision of the first ten of an act,
    ``proposed`` how many the classifier adds and ``proposed_right`` how many of those are right."""

    recall: float
    first: float
    findings: int
    proposed: int
    proposed_right: int

    @property
    def f1(self) -> float:
        total = self.recall + self.first
        return 2 * self.recall * self.first / total if total else 0.0


def cross_validate(clauses: Sequence[Labelled], rules: Sequence[Rule]) -> dict[str, dict[str, Figures]]:
    """Figures by family and system, of the families that the classifier proposes."""
    described = [(clause, next(describe([clause]), None)) for clause in clauses]
    seen = [(clause, each) for clause, each in described if each is not None]
    likely = _judge_held_out([each for _, each in seen])
    table: dict[str, dict[str, Figures]] = defaultdict(lambda: {system: Figures() for system in SYSTEMS})
    for (clause, each), by_model in zip(seen, likely, strict=True):
        act = build_act(f"1. {clause.text}", "clause.txt")
        by_rules = {finding.family for finding in detect(act, rules)}
        for family in read_proposals():
            told = {"rules": family in by_rules, "classifier": family in by_model}
            for system, found in {**told, "both": any(told.values())}.items():
                table[family][system].add(family in each.families, found)
    return dict(sorted(table.items()))


def _judge_held_out(clauses: Sequence[Described]) -> list[set[str]]:
    judged: list[set[str]] = [set() for _ in clauses]
    for fold in range(FOLDS):
        held = [at for at in range(len(clauses)) if at % FOLDS == fold]
        weights = fit([clause for at, clause in enumerate(clauses) if at % FOLDS != fold])
        scores = weights.score([clauses[at] for at in held])
        for at, row in zip(held, scores, strict=True):
            judged[at] = {family for family, score in zip(weights.families, row, strict=True) if score >= LIKELY}
    return judged


def evaluate_annotated(folder: Path, weights: Weights) -> dict[str, Reached]:
    """Rules alone, and with the classifier. InputError where the folder holds no annotated act."""
    alone, both, records = [], [], []
    for annotated in read_annotated(folder):
        act = annotated.reading.act
        found = detect(act)
        records.append((act.text, annotated.records))
        alone.append(found)
        both.append(apply_weights(weights, annotated.reading, found))
    return {"rules": _reach(alone, records), "both": _reach(both, records)}


def _reach(acts: Sequence[list[Finding]], annotated: Sequence[tuple[str, Sequence[Record]]]) -> Reached:
    core = met = first = first_met = proposed = proposed_met = findings = 0
    for found, (text, records) in zip(acts, annotated, strict=True):
        shown = found[:SHOWN]
        pairs = pair(shown, records, text)
        firsts = pair(shown[:FIRST], records, text)
        clear = [at for at, record in enumerate(records) if record["tier"] == "core"]
        core, met = core + len(clear), met + len({*clear} & {*pairs.values()})
        first, first_met, findings = first + len(shown[:FIRST]), first_met + len(firsts), findings + len(shown)
        own = [at for at, finding in enumerate(shown) if finding.detector == "classifier"]
        proposed, proposed_met = proposed + len(own), proposed_met + len({*own} & {*pairs})
    return Reached(met / max(core, 1), first_met / max(first, 1), findings, proposed, proposed_met)


def pair(findings: Sequence[Finding], records: Sequence[Record], text: str) -> dict[int, int]:
    """Which finding tells which record, each once, the closest pairs first."""
    spans = [find_spans(record["quotes"], text) for record in records]
    weighed = [
        (closeness, -at, -number)
        for at, finding in enumerate(findings)
        for number, record in enumerate(records)
        if (closeness := _closeness(finding, record, spans[number]))
    ]
    pairs: dict[int, int] = {}
    for _, at, number in sorted(weighed, reverse=True):
        if -at not in pairs and -number not in pairs.values():
            pairs[-at] = -number
    return pairs


def _closeness(finding: Finding, record: Record, spans: Iterable[tuple[int, int]]) -> int:
    """0 where they are of other families or places; a shared word is closer than a shared point, the same code closer yet."""
    if finding.family not in {read_families()[code] for code in record["codes"]}:
        return 0
    if finding.code == "P4" and "P4" in record["codes"] and finding.slot != record.get("slot"):
        return 0
    same = finding.code in record["codes"]
    start, end = finding.start, finding.end
    if start is not None and end is not None and any(start < right and left < end for left, right in spans):
        return 4 + same
    if finding.clause and finding.clause.number and finding.clause.number in record["clauses"]:
        return 2 + same
    return int(same and bool(record.get("act_wide")))


def total(table: Mapping[str, Mapping[str, Figures]]) -> dict[str, Figures]:
    """Over all families."""
    sums = {system: Figures() for system in SYSTEMS}
    for by_system in table.values():
        for system, figures in by_system.items():
            sums[system].wanted += figures.wanted
            sums[system].found += figures.found
            sums[system].right += figures.right
    return sums
