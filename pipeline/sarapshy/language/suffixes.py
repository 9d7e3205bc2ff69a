"""Kazakh words grow by suffixes that follow the stem's vowels: тәртіп, тәртібі, тәртіппен; комиссия, комиссияның.

«тәртіп+ins» in a rule means the stem with any plural and possessive and then the instrumental. The classes stand in
``rules/lexicons/suffixes.yaml``. What follows a stem is held against their forms, a link of a chain after the other; for
larger regular expressions they become one over folded text, which takes a millisecond to compile.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from typing import Any

from sarapshy.language.lexicon import read_lexicon

KEPT = 10_000  # stems whose harmony is remembered: rules and lists of actors have some thousand


@lru_cache(maxsize=KEPT)
def harmony_of(stem: str) -> tuple[str, ...]:
    """("back",) or ("front",); both where the vowels do not agree or do not tell: педагог, министр, ресурс."""
    table = read_lexicon("suffixes")
    found = tuple(harmony for harmony in ("back", "front") if any(letter in table[harmony] for letter in stem))
    foreign = any(letter in table["foreign"] for letter in stem[:-1])
    return found if len(found) == 1 and not foreign else ("back", "front")


def spell_suffix(template: str, harmony: tuple[str, ...]) -> str:
    """«ЛАр» for a back stem is ``[лдт]ар``."""
    choices = _list_letters(template, harmony)
    return "".join(choice[0] if len(choice) == 1 else f"[{''.join(choice)}]" for choice in choices)


def _list_letters(template: str, harmony: tuple[str, ...]) -> list[list[str]]:
    """Which letters may stand at each place: «ЛАр» for a back stem is (л, д or т), а, р."""
    table = read_lexicon("suffixes")
    return [
        [each for h in harmony for each in table["vowels"][letter][h]]
        if letter in table["vowels"]
        else table["consonants"].get(letter, [letter])
        for letter in template
    ]


@cache
def spell_class(name: str, harmony: tuple[str, ...]) -> str:
    """The regular expression of a class or chain; KeyError where there is none of that name."""
    table: dict[str, Any] = read_lexicon("suffixes")
    if name in table["classes"]:
        suffixes = sorted(table["classes"][name], key=len, reverse=True)
        return f"(?:{'|'.join(spell_suffix(s, harmony) for s in suffixes)})"
    alternatives = []
    for chain in _list_chains(name):
        links = [spell_class(link.rstrip("?"), harmony) + ("?" if link.endswith("?") else "") for link in chain]
        alternatives.append("".join(links))
    return f"(?:{'|'.join(alternatives)})"


@dataclass(frozen=True, slots=True)
class Suffixes:
    """What may follow a stem: of a class or a chain, in the stem's harmony. Asked as a compiled expression is."""

    name: str
    harmony: tuple[str, ...]

    def fullmatch(self, word: str, start: int = 0) -> bool:
        return is_suffix(word[start:], self.name, self.harmony)


@lru_cache(maxsize=100_000)
def is_suffix(rest: str, name: str, harmony: tuple[str, ...]) -> bool:
    """«лардың» is one of the class noun after a back stem. KeyError where there is no class of that name."""
    return len(rest) in _find_ends(rest, {0}, _read_part(name, harmony))


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """A class with its forms by their first letters, or the chains of parts, each with whether it may be absent."""

    forms: dict[str, list[str]]
    chains: tuple[tuple[tuple[_Part, bool], ...], ...] = ()


def _find_ends(rest: str, starts: set[int], part: _Part) -> set[int]:
    """Where a suffix may end that begins at one of the starts."""
    ends = set()
    for start in starts:
        for form in part.forms.get(rest[start : start + 1], ()):
            if rest.startswith(form, start):
                ends.add(start + len(form))
    for chain in part.chains:
        ends |= _follow(rest, starts, chain)
    return ends


def _follow(rest: str, starts: set[int], chain: tuple[tuple[_Part, bool], ...]) -> set[int]:
    for part, optional in chain:
        ends = _find_ends(rest, starts, part)
        starts = starts | ends if optional else ends
        if not starts:
            break
    return starts


@cache
def _read_part(name: str, harmony: tuple[str, ...]) -> _Part:
    forms: dict[str, list[str]] = {}
    templates = _list_templates(name)
    for template in templates:
        for form in map("".join, product(*_list_letters(template, harmony))):
            forms.setdefault(form[0], []).append(form)
    chains = () if templates else _list_chains(name)
    return _Part(
        forms,
        tuple(tuple((_read_part(link.rstrip("?"), harmony), link[-1] == "?") for link in each) for each in chains),
    )


def _list_templates(name: str) -> list[str]:
    """Of a class, and of one that is no more than one of several, as «case»; none of chains."""
    classes: dict[str, list[str]] = read_lexicon("suffixes")["classes"]
    if name in classes:
        return classes[name]
    chains = _list_chains(name)
    if any(len(each) > 1 or each[0] not in classes for each in chains):
        return []
    return [template for (link,) in chains for template in classes[link]]


def _list_chains(name: str) -> list[list[str]]:
    return [[chain] if isinstance(chain, str) else chain for chain in read_lexicon("suffixes")["chains"][name]]


def spell_stem(stem: str) -> str:
    """The stem with its last consonant voiced or not: «тәртіп» is ``тәрті[пб]``."""
    voiced = read_lexicon("suffixes")["voicing"].get(stem[-1:])
    return re.escape(stem) if voiced is None else f"{re.escape(stem[:-1])}[{stem[-1]}{voiced}]"


def list_forms(stem: str) -> tuple[str, ...]:
    """The same as words: «тәртіп», «тәртіб»."""
    voiced = read_lexicon("suffixes")["voicing"].get(stem[-1:])
    return (stem,) if voiced is None else (stem, stem[:-1] + voiced)


def is_class(name: str) -> bool:
    table = read_lexicon("suffixes")
    return name in table["classes"] or name in table["chains"]
