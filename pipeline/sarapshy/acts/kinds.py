"""What kinds of act there are, how high each stands, and the acts that everybody cites by name.

«Еңбек кодексінің 139-бабы» names no date and no number: the Labour Code is known to be No 414-V of 23 November 2015.
Kinds, bodies and well-known acts stand in ``rules/acts.yaml``; here they are read, once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from sarapshy.knowledge import read_table
from sarapshy.language.heads import choose_heads, find_heads
from sarapshy.language.letters import fold
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.suffixes import harmony_of, list_forms, spell_class, spell_stem

LANGUAGES = ("kk", "ru")
# Case endings of Russian nouns, so that «закон» is read in «законами» and not in «законодательство».
_RU_ENDINGS = "(?:ами|ями|иями|ах|ях|иях|ов|ев|ий|ам|ям|иям|ом|ем|ием|ии|ия|ию|ие|ей|ой|а|у|е|ы|я|ю|и|й)?"
# «бұйрығындағы», «кодекстегі»: a case form made into an adjective, which may be declined again.
_KK_ADJECTIVE = r"(?:(?<=[дт][ае])[ғгқк][ыі]\w*)?"


@dataclass(frozen=True, slots=True)
class Kind:
    """``approved``: another act approves it, as an order approves rules."""

    key: str
    rank: int
    approved: bool
    names: dict[str, str]


@dataclass(frozen=True, slots=True)
class KnownAct:
    """``acts`` are (date, number), the latest first: a code may have been adopted anew. ``names`` and ``short`` by language."""

    key: str
    kind: str
    acts: tuple[tuple[date, str | None], ...]
    names: dict[str, tuple[str, ...]]
    short: dict[str, tuple[str, ...]] = field(default_factory=dict)
    files: tuple[str, ...] = ()

    def adopted(self, by: date | None) -> tuple[date, str | None]:
        """The one in force on a day, as far as dates of adoption tell; the latest where no day is given."""
        return next((act for act in self.acts if by is None or act[0] <= by), self.acts[-1])


@cache
def read_acts() -> Any:
    """``rules/acts.yaml`` as it stands."""
    return read_table("sarapshy.rules", "acts.yaml")


@cache
def read_kinds() -> dict[str, Kind]:
    return {
        key: Kind(key, entry["rank"], entry.get("approved", False), entry["name"])
        for key, entry in read_acts()["kinds"].items()
    }


@cache
def read_known_acts() -> tuple[KnownAct, ...]:
    return tuple(
        KnownAct(
            entry["key"],
            entry["kind"],
            tuple((date.fromisoformat(act["date"]), act.get("number")) for act in entry["acts"]),
            {language: tuple(names) for language, names in entry["names"].items()},
            {language: tuple(names) for language, names in entry.get("short", {}).items()},
            tuple(entry.get("files", ())),
        )
        for entry in read_acts()["aliases"]
    )


@cache
def compile_nouns(language: str) -> re.Pattern[str]:
    """A name of a kind in any case, over folded text; what stands before it is for the caller to look at.

    The stem comes first so that the search skips to its letters.
    """
    by_endings: dict[str, list[str]] = {}
    for stem in sorted(_stems(language), key=len, reverse=True):
        spelled, endings = _spell_noun(stem, language)
        by_endings.setdefault(endings, []).append(spelled)
    return re.compile("|".join(f"(?:{'|'.join(stems)}){endings}" for endings, stems in by_endings.items()))


@cache
def _heads(language: str) -> tuple[str, ...]:
    return choose_heads(
        form for stem in _stems(language) for form in (list_forms(stem) if language == "kk" else (stem,))
    )


def find_nouns(text: str, language: str) -> Iterator[re.Match[str]]:
    """Every name of a kind in a folded text."""
    nouns, reached = compile_nouns(language), 0
    for place in find_heads(text, _heads(language)):
        if place >= reached and (noun := nouns.match(text, place)) is not None:
            yield noun
            reached = noun.end()


def _spell_noun(stem: str, language: str) -> tuple[str, str]:
    """A noun's stem, and what stands after it in any case, number and, in Kazakh, person; many stems share the latter."""
    if language == "kk":
        endings = f"(?:{spell_class('noun', harmony_of(stem))}){_KK_ADJECTIVE}"
        return spell_stem(stem), rf"{endings}(?:(?![^\W\d])|(?={_glued()}))"
    return re.escape(stem), rf"{_RU_ENDINGS}(?!\w)"


@cache
def _glued() -> str:
    """Words that bulk texts glue to the noun before them: «бұйрығыменбекітілген»."""
    return "|".join(read_lexicon("references")["glued"])


@cache
def _stems(language: str) -> dict[str, str]:
    kinds = read_acts()["kinds"]
    return {stem: key for key, entry in kinds.items() for stem in entry.get("stems", {}).get(language, ())}


@cache
def _spelled_stems(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    stems = sorted(_stems(language).items(), key=lambda item: -len(item[0]))
    spell = spell_stem if language == "kk" else re.escape
    return tuple((re.compile(spell(stem)), key) for stem, key in stems)


@cache
def kind_of(noun: str, language: str) -> str:
    """The kind that a noun names, «бұйрығына» that of an order; "unknown" where it names none."""
    return next((key for stem, key in _spelled_stems(language) if stem.match(noun)), "unknown")


@cache
def stem_of(noun: str, language: str) -> str:
    """The stem under a noun of a kind: «қағидаларының» gives «қағида»."""
    found = (pattern.match(noun) for pattern, _ in _spelled_stems(language))
    return next((match.group()[:-1] for match in found if match), noun)


def is_possessive(noun: str, language: str) -> bool:
    """«әдістемесіне» is the methodology of something named before it; «әдістемеге» stands by itself."""
    if language != "kk":
        return False
    stems = (pattern.match(noun) for pattern, _ in _spelled_stems(language))
    stem = next((match for match in stems if match), None)
    return stem is not None and re.match(r"(?:[лдт][ае]р)?с?[ыі]", noun[stem.end() :]) is not None


def is_constitutional(before: str, language: str) -> bool:
    """Whether the words before «заң» or «закон» make it a constitutional law."""
    words = before.split()
    return bool(words) and words[-1].startswith(read_acts()["kinds"]["constitutional_law"]["before"][language])


def rank_of(kind: str, body: str | None) -> int:
    """The place in the hierarchy, corrected by who adopted the act: an akimat's resolution is 8, not 6."""
    kinds = read_kinds()
    rank = kinds[kind].rank if kind in kinds else 0
    if body is None or rank < 5:
        return rank
    words = fold(body).text
    for entry in read_acts()["bodies"]:
        if any(stem in words for language in LANGUAGES for stem in entry["stems"][language]):
            return int(entry["rank"])
    return rank


@cache
def _alike(one: str, other: str) -> bool:
    """Whether two words may be forms of one: they differ in an ending of at most four letters."""
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    longer, shorter = max(len(one), len(other)), min(len(one), len(other))
    return shared >= min(3, shorter) and shared >= shorter - 3 and longer - shared <= 7


def same_words(one: list[str], other: list[str]) -> bool:
    """Whether two phrases are the same but for endings: «еңбек кодексінің», «Еңбек кодексі»."""
    return len(one) == len(other) and all(map(_alike, one, other))
