"""What the program says to a person, by key and language.

Every text stands once, in ``reports/translations/*.yaml``: ``key: {kk: …, ru: …, en: …}`` with ``{name}`` for what is
filled in. A file's stem is the first part of its keys: ``reading.encrypted`` stands in ``reading.yaml``.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sarapshy.knowledge import read_table

LANGUAGES = ("kk", "ru", "en")


@cache
def read_translations(stem: str) -> dict[str, dict[str, str]]:
    """The texts of one translation file; an unknown stem is a KeyError."""
    texts: dict[str, dict[str, str]] = read_table("sarapshy.reports", f"translations/{stem}.yaml")
    return texts


def say(key: str, language: str, **values: Any) -> str:
    """The text of ``stem.key`` in the language, filled in. A missing key is a KeyError: a defect, not a user's fault."""
    stem, _, name = key.partition(".")
    return read_translations(stem)[name][language].format(**values)
