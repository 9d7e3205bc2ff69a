"""The words by which a regulation is told: patterns of ``rules/lexicons/regulation.yaml``, compiled when first asked of.

«… мынадай редакцияда жазылсын» is what ``commands`` tells, «осы Қағидалар … тәртібін айқындайды» what ``intents`` tells.
"""

from __future__ import annotations

from functools import cache

from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.pattern import Pattern, compile_all, holds_any


def names(entry: str, text: str, language: str) -> bool:
    """Whether a pattern of the entry stands in the folded text."""
    return holds_any(read_patterns(entry, language), text)


@cache
def read_patterns(entry: str, language: str) -> tuple[Pattern, ...]:
    """Those of an entry in one language, "kk" or "ru"."""
    return compile_all(tuple(read_lexicon("regulation")[entry][language]), language)
