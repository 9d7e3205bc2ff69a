"""Lists of words that a lawyer keeps, one file a subject in ``rules/lexicons``."""

from __future__ import annotations

from functools import cache
from typing import Any

from sarapshy.knowledge import read_table


@cache
def read_lexicon(name: str) -> Any:
    """The contents of ``rules/lexicons/<name>.yaml``; the same object each time, so do not change it."""
    return read_table("sarapshy.rules", f"lexicons/{name}.yaml")
