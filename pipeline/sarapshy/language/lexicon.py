"""Lists of words that a lawyer keeps, one file a subject in ``rules/lexicons``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def read_lexicon(name: str) -> Any:
    """The contents of ``rules/lexicons/<name>.yaml``; the same object each time, so do not change it."""
    source = files("sarapshy.rules").joinpath("lexicons", f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
