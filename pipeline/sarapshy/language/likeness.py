"""How alike two passages are, by the beginnings of their words: «құжаттарын қарайды» and «құжаттар қаралады» share both.

The first letters of a word stand for it in both languages; endings, short words and numbers do not count.
"""

from __future__ import annotations

import re

HEAD = 5
_WORD = re.compile(r"[^\W\d_]{4,}")


def word_heads(text_folded: str) -> frozenset[str]:
    return frozenset(word[:HEAD] for word in _WORD.findall(text_folded))


def share(part: frozenset[str], whole: frozenset[str]) -> float:
    """What share of ``part`` stands in ``whole``; 0 for an empty part."""
    return len(part & whole) / len(part) if part else 0.0


def likeness(first: frozenset[str], second: frozenset[str]) -> float:
    """Shared heads over all heads, 0..1."""
    return len(first & second) / len(first | second) if first or second else 0.0
