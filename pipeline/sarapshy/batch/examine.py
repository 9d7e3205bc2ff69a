"""The first phase: each act alone. It is read, every rule looks at it, and what they find is put into the store.

Findings are kept by rule and not yet merged: what other acts of the run say comes later, and a rule that changes is run
again by itself, over an act that is at hand.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain
from pathlib import Path
from time import perf_counter

from sarapshy.acts.stretches import Reading
from sarapshy.batch.acts import Kept, find_kept, find_partner
from sarapshy.batch.fingerprints import fingerprint_detecting, fingerprint_model, fingerprint_rules
from sarapshy.batch.inputs import Task
from sarapshy.batch.selection import choose_rules
from sarapshy.batch.store import Store, digest
from sarapshy.batch.work import Answer, Settings, attempt, peak_memory
from sarapshy.detect.rules import Rule
from sarapshy.detect.run import find_by_rule
from sarapshy.detect.sides import read_sides
from sarapshy.findings.model import Finding
from sarapshy.procedure.procedures import Procedure, read_procedures
from sarapshy.references.facts import Facts, read_facts


@dataclass(frozen=True, slots=True)
class Ruleset:
    """The rules that looked at an act: the fingerprint of each by its code, and that of all beside them."""

    detecting: str
    rules: dict[str, str]


@dataclass(frozen=True, slots=True)
class Found:
    """``findings`` by rule, of those that found any; ``ruleset`` is the key of those that looked; ``size`` is of the
    text, in bytes of UTF-8. The steps of the procedures are for the page: the reading they want is at hand here, and so it is
    for what the classifier of that fingerprint supposes, and says of the clauses of what was found."""

    ruleset: str
    size: int
    findings: dict[str, tuple[Finding, ...]]
    procedures: tuple[Procedure, ...]
    model: str = ""
    supposed: tuple[Finding, ...] = ()
    likely: dict[tuple[str, int], float] = field(default_factory=dict)  # as ``classify.likely`` tells


@dataclass(frozen=True, slots=True)
class Examined:
    """A file after the first phase. ``act``, ``found`` and ``ruleset`` are keys of the store; ``reused`` tells that an
    earlier run had done it; ``memory`` is the process's highest, in bytes."""

    task: Task
    act: str
    found: str
    ruleset: str
    size: int
    reused: bool = False
    seconds: float = 0.0
    process: int = 0
    memory: int = 0


def examine(settings: Settings, task: Task) -> Examined | Answer:
    """Raises Unwritable only."""
    began = perf_counter()
    made = attempt(settings, task.item.name, lambda: _examine(settings, task))
    if isinstance(made, Answer):
        return made
    return replace(made, seconds=perf_counter() - began, process=os.getpid(), memory=peak_memory())


def _examine(settings: Settings, task: Task) -> Examined:
    store, rules = settings.store, choose_rules(settings.selection)
    kept, partner = find_kept(store, task), find_partner(store, task)
    key = digest(kept.key, partner.key if partner else "")
    before = store.get(Found, key)
    known = _list_known(store, before)
    missing = [rule for rule in rules if rule.code not in known]
    model = fingerprint_model(settings.model) if settings.model else ""
    looked = before is not None and not missing and model in ("", before.model)
    if before is not None and looked and store.get(Facts, key) is not None:
        return Examined(task, kept.key, key, before.ruleset, before.size, reused=True)
    reading = Reading(kept.act(), partner.act() if partner else None)
    found = _look(kept, reading, before, known, missing)
    if settings.model:
        found = _suppose(settings.model, reading, replace(found, model=model))
    store.put(key, found)
    store.put(key, read_facts(reading.act, reading, read_sides(reading)))
    return Examined(task, kept.key, key, found.ruleset, found.size)


def _list_known(store: Store, before: Found | None) -> dict[str, str]:
    """The rules, with their fingerprints, that looked at the act before and have not changed since."""
    ruleset = _read_ruleset(store, before.ruleset) if before else None
    if ruleset is None or ruleset.detecting != fingerprint_detecting():
        return {}
    now = fingerprint_rules()
    return {code: mark for code, mark in ruleset.rules.items() if now.get(code) == mark}


def _look(kept: Kept, reading: Reading, before: Found | None, known: dict[str, str], rules: Sequence[Rule]) -> Found:
    """What the rules find in the act, beside what is known of others."""
    findings = {code: tuple(found) for code, found in find_by_rule(reading, rules).items() if found}
    if before and known:
        findings |= {code: found for code, found in before.findings.items() if code in known}
    looked = _list_looked(tuple(rule.code for rule in rules), tuple(known.items()))
    procedures = before.procedures if before and known else read_procedures(reading)
    size = len(reading.act.text.encode("utf-8"))
    return Found(_write_ruleset(kept.store, looked), size, dict(sorted(findings.items())), procedures)


@lru_cache(maxsize=64)
def _list_looked(codes: tuple[str, ...], known: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """The rules, with their fingerprints, that have looked at an act when these have looked beside the known."""
    marks = fingerprint_rules()
    return tuple(sorted({**dict(known), **{code: marks.get(code, "") for code in codes}}.items()))


def _suppose(model: Path, reading: Reading, found: Found) -> Found:
    """Imported here, since a run without a classifier need not read how."""
    from sarapshy.classify.files import load_once
    from sarapshy.classify.likely import FIRST, weigh_places
    from sarapshy.classify.propose import suppose

    weights, own = load_once(model), [*chain.from_iterable(found.findings.values())]
    likely = weigh_places(reading, own, weights) if len(own) > FIRST else {}
    return replace(found, supposed=suppose(reading, weights, len(own)), likely=likely)


@lru_cache(maxsize=64)
def _read_ruleset(store: Store, key: str) -> Ruleset | None:
    return store.get(Ruleset, key)


@lru_cache(maxsize=64)
def _write_ruleset(store: Store, rules: tuple[tuple[str, str], ...]) -> str:
    ruleset = Ruleset(fingerprint_detecting(), dict(rules))
    key = digest(ruleset.detecting, *(part for rule in rules for part in rule))
    store.put(key, ruleset)
    return key
