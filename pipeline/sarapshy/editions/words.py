"""Single words that a command changes: «"аудан" деген сөз "қала" деген сөзбен ауыстырылсын», «слова "…" заменить словами
"…"», «после слова "…" дополнить словами "…"».

A Kazakh noun («деген сөздер») stands behind its quoted words, a Russian one («слова») before them; its case tells what they
are: those that go, those that come, those that others are put beside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from typing import Any

from sarapshy.editions.commands import QUOTES
from sarapshy.editions.model import Action, WordChange
from sarapshy.language.lexicon import read_lexicon

OPEN, CLOSE = '["«“„]', '["»”]'
LOOK = 40  # characters behind a Kazakh noun or before a Russian one that tell «after» and «before»


@dataclass(frozen=True, slots=True)
class _Quoted:
    """``role``: old, new, after, before."""

    words: tuple[str, ...]
    role: str


@cache
def _lexicon(language: str) -> Any:
    lexicon = read_lexicon("amendments")
    return {key: lexicon[key][language] for key in ("words", "word_endings", "beside")}


@cache
def _marker(language: str) -> re.Pattern[str]:
    words = _lexicon(language)["words"]
    nouns = "|".join(words["nouns"])
    joints = "|".join(read_lexicon("references")["between"][language])
    if language == "kk":
        return re.compile(
            rf"{CLOSE}\s*(?:(?:{'|'.join(words['said'])})\s+)?(?:(?:{nouns})\w*\s+(?:{joints})\s+)?(?:{nouns})(?P<ending>\w*)|{CLOSE}\s*(?:{words['said'][0]})(?P<bare>)(?!\w)",
            re.IGNORECASE,
        )
    return re.compile(rf"(?<!\w)(?:{nouns})(?P<ending>\w*)(?:\s+и\s+\w+)?\s*(?={OPEN})", re.IGNORECASE)


@cache
def _between(language: str) -> re.Pattern[str]:
    joints = "|".join(read_lexicon("references")["between"][language])
    return re.compile(rf"{CLOSE}\s*(?:,\s*(?:{joints})|,|;|{joints})\s*{OPEN}", re.IGNORECASE)


def read_word_changes(words: str, language: str, action: Action) -> tuple[WordChange, ...]:
    """Of the words of a command as printed; none where they cannot be told apart."""
    quoted = _find_kazakh(words) if language == "kk" else _find_russian(words)
    return tuple(_pair(quoted, action))


def changes_words(words: str, language: str) -> bool:
    return _marker(language).search(words) is not None


def _find_kazakh(words: str) -> list[_Quoted]:
    found, done = [], 0
    for marker in _marker("kk").finditer(words):
        opening = re.search(OPEN, words[done : marker.start()])
        if opening is not None:
            inner = words[done + opening.end() : marker.start()]
            following = words[marker.end() : marker.end() + LOOK].lower().split()[:1]
            found.append(_Quoted(_split(inner, "kk"), _role("kk", marker["ending"] or "", following)))
        done = marker.end()
    return found


def _find_russian(words: str) -> list[_Quoted]:
    found, markers = [], list(_marker("ru").finditer(words))
    for at, marker in enumerate(markers):
        stop = markers[at + 1].start() if at + 1 < len(markers) else len(words)
        closing = max(words.rfind(mark, marker.end(), stop) for mark in QUOTES)
        if closing > marker.end():
            inner = words[marker.end() + 1 : closing]
            before = words[max(0, marker.start() - LOOK) : marker.start()].lower().split()[-1:]
            found.append(_Quoted(_split(inner, "ru"), _role("ru", marker["ending"], before)))
    return found


def _split(inner: str, language: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in _between(language).split(inner))


def _role(language: str, ending: str, beside: Sequence[str]) -> str:
    lexicon = _lexicon(language)
    for role in ("after", "before"):
        if beside and beside[0].strip(" ,;") in lexicon["beside"][role]:
            return role
    return "new" if re.search(lexicon["word_endings"]["new"], ending) else "old"


def _pair(quoted: Sequence[_Quoted], action: Action) -> list[WordChange]:
    """Each group of old words, or of words to stand beside, with the group of new words that follows it."""
    changes: list[WordChange] = []
    held: _Quoted | None = None
    for group in quoted:
        if group.role == "new" and held is not None and held.role != "old":
            changes += [
                WordChange(None, new, anchor, held.role == "before") for anchor, new in _zip(held.words, group.words)
            ]
            held = None
        elif group.role == "new" and held is not None:
            changes += [WordChange(old, new) for old, new in _zip(held.words, group.words)]
            held = None
        elif group.role == "new" and action is Action.INSERT:
            changes += [WordChange(None, new) for new in group.words]
        elif group.role != "new":
            if held is not None and action is Action.DELETE:
                changes += [WordChange(old, None) for old in held.words]
            held = group
    if held is not None and held.role == "old" and action is Action.DELETE:
        changes += [WordChange(old, None) for old in held.words]
    return changes


def _zip(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, str]]:
    """«"А", "Б" … тиісінше "В", "Г" …»: one to one, or all by the only one."""
    if len(new) == 1:
        return [(word, new[0]) for word in old]
    if len(old) != len(new):
        return []
    return [(a, b) for a, b in zip_longest(old, new)]
