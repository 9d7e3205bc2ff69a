"""What every process of the batch needs, got ready once: the server that they are forked from imports this.

Rules and templates are then in memory that the processes share, instead of being read by each of them.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable
from contextlib import suppress

from sarapshy.batch import finish
from sarapshy.batch.limits import collect_seldom
from sarapshy.detect.rules import ActType, Rule, read_rules, read_types
from sarapshy.findings.factors import read_factors

__all__ = ["finish"]


def prepare(askers: Iterable[Rule | ActType]) -> None:
    """Reads their patterns, which otherwise wait until an act asks: a word that an act has brought is held against all
    patterns once, if none comes after it."""
    for asker in askers:
        for pattern in asker.patterns:
            _ = pattern.anchors, pattern.heads


with suppress(ValueError):  # the user's process has told what is wrong with the rules
    prepare(read_rules())
    prepare(read_types().values())
    read_factors()
collect_seldom()
gc.collect()
gc.freeze()  # what is frozen is not walked over, and a page that nobody writes to stays shared
