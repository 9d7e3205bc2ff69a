"""What the program says to a person, by key and language.

Every text stands once, in ``reports/translations/*.yaml``: ``key: {kk: …, ru: …, en: …}`` with ``{name}`` for what is
filled in. A file's stem is the first part of its keys: ``reading.encrypted`` stands in ``reading.yaml``.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

LANGUAGES = ("kk", "ru", "en")


@cache
def read_translations(stem: str) -> dict[str, dict[str, str]]:
    """The texts of one translation file; KeyError-free, an unknown stem is a FileNotFoundError."""
    source = files("sarapshy.reports").joinpath("translations", f"{stem}.yaml").read_text(encoding="utf-8")
    texts: dict[str, dict[str, str]] = yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return texts


def say(key: str, language: str, **values: Any) -> str:
    """The text of ``stem.key`` in the language, filled in. A missing key is a KeyError: a defect, not a user's fault."""
    stem, _, name = key.partition(".")
    return read_translations(stem)[name][language].format(**values)
