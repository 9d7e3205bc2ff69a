"""What every process of the batch needs, got ready once: the server that they are forked from imports this.

Rules and templates are then in memory that the processes share, instead of being read by each of them.
"""

from __future__ import annotations

import gc
from contextlib import suppress

from sarapshy.batch import finish
from sarapshy.detect.rules import read_rules, read_types
from sarapshy.findings.factors import read_factors

__all__ = ["finish"]

with suppress(ValueError):  # the user's process has told what is wrong with the rules
    read_rules(), read_types(), read_factors()
gc.collect()
gc.freeze()  # what is frozen is not walked over, and a page that nobody writes to stays shared
