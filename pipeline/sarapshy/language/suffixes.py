"""Kazakh words grow by suffixes that follow the stem's vowels: тәртіп, тәртібі, тәртіппен; комиссия, комиссияның.

«тәртіп+ins» in a rule means the stem with any plural and possessive and then the instrumental. The classes stand in
``rules/lexicons/suffixes.yaml``; here they become regular expressions over folded text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from sarapshy.language.lexicon import read_lexicon


def harmony_of(stem: str) -> tuple[str, ...]:
    """("back",) or ("front",); both where the vowels do not agree or do not tell: педагог, министр, ресурс."""
    table = read_lexicon("suffixes")
    found = tuple(harmony for harmony in ("back", "front") if any(letter in table[harmony] for letter in stem))
    foreign = any(letter in table["foreign"] for letter in stem[:-1])
    return found if len(found) == 1 and not foreign else ("back", "front")


def spell_suffix(template: str, harmony: tuple[str, ...]) -> str:
    """«ЛАр» for a back stem is ``[лдт]ар``."""
    table = read_lexicon("suffixes")
    letters = []
    for letter in template:
        if letter in table["vowels"]:
            choice = [x for h in harmony for x in table["vowels"][letter][h]]
        else:
            choice = table["consonants"].get(letter, [letter])
        letters.append(choice[0] if len(choice) == 1 else f"[{''.join(choice)}]")
    return "".join(letters)


@cache
def spell_class(name: str, harmony: tuple[str, ...]) -> str:
    """The regular expression of a class or chain; KeyError where there is none of that name."""
    table: dict[str, Any] = read_lexicon("suffixes")
    if name in table["classes"]:
        suffixes = sorted(table["classes"][name], key=len, reverse=True)
        return f"(?:{'|'.join(spell_suffix(s, harmony) for s in suffixes)})"
    alternatives = []
    for chain in table["chains"][name]:
        links = [
            spell_class(link.rstrip("?"), harmony) + ("?" if link.endswith("?") else "")
            for link in ([chain] if isinstance(chain, str) else chain)
        ]
        alternatives.append("".join(links))
    return f"(?:{'|'.join(alternatives)})"


def spell_stem(stem: str) -> str:
    """The stem with its last consonant voiced or not: «тәртіп» is ``тәрті[пб]``."""
    voiced = read_lexicon("suffixes")["voicing"].get(stem[-1:])
    return re.escape(stem) if voiced is None else f"{re.escape(stem[:-1])}[{stem[-1]}{voiced}]"


def is_class(name: str) -> bool:
    table = read_lexicon("suffixes")
    return name in table["classes"] or name in table["chains"]
