"""Who acts: a commission in «Комиссия құжат сұратуға құқылы», a citizen in «Үміткер шағымдануға құқылы».

The same words of discretion are a risk where an official has it and none where a citizen does, so a rule asks who
acts. The answer is the subject of the verb: in Kazakh an actor in the nominative before it («басқарма басшысы»; not
«комиссияға», not the attribute in «комиссия шешімі»); in Russian an actor in the nominative in the same clause, or in
the instrumental of a passive («комиссией принимается решение»). Actors and grammar stand in
``rules/lexicons/actors.yaml``.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TypeVar

from sarapshy.language.lexicon import read_lexicon

T = TypeVar("T")
STANZA = "SARAPSHY_STANZA"  # names the folder of the user's models of stanza
SPACY = {"kk": "SARAPSHY_SPACY_KK", "ru": "SARAPSHY_SPACY_RU"}  # each names a pipeline of spaCy, or its folder
SENTENCES = 2048  # remembered: steps, norms and rules ask of each sentence of an act in turn
_WORD = re.compile(r"[\w-]+")


class ActorKind(StrEnum):
    BODY = "body"
    OFFICIAL = "official"
    COMMISSION = "commission"
    CITIZEN = "citizen"
    OTHER = "other"  # someone of no listed kind: «байқау өткізуші», «держатель реестра»


@dataclass(frozen=True, slots=True)
class Actor:
    """``text`` is the actor as it stands in the folded sentence; ``start`` and ``end`` are offsets there."""

    kind: ActorKind
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A listed actor in a sentence; ``case`` is "nom", "gen", "dat", "ins", "other"."""

    actor: Actor
    case: str


def find_actor(sentence_folded: str, language: str, upto: int | None = None) -> Actor | None:
    """The subject of the verb at ``upto``; of the main verb where no place is given. None where nobody is named.
    With a model of stanza or of spaCy named, the dependency parse tells it."""
    if os.environ.get(STANZA) or os.environ.get(SPACY[language]):
        from sarapshy.language.deeper import choose_actor, parse

        done = parse(sentence_folded, language)
        return choose_actor(done, find_mentions(sentence_folded, language), language, upto)
    if language == "kk":
        from sarapshy.language.kazakh_subjects import find_subject as find_kazakh

        return find_kazakh(sentence_folded, upto)
    from sarapshy.language.russian_subjects import find_subject as find_russian

    return find_russian(sentence_folded, upto)


def find_mentions(sentence_folded: str, language: str) -> list[Mention]:
    """Every listed actor in the sentence, whatever it does there: «комиссияға» is one, in the dative."""
    if language == "kk":
        from sarapshy.language.kazakh_subjects import find_mentions as find_kazakh

        return find_kazakh(sentence_folded)
    from sarapshy.language.russian_subjects import find_mentions as find_russian

    return find_russian(sentence_folded)


def hide_titles(sentence: str, marks: frozenset[str]) -> str:
    """The sentence with the titles quoted in it blanked: in «"Комиссия туралы" бұйрық» no commission acts."""

    def blank(match: re.Match[str]) -> str:
        quoted = match.group()
        return " " * len(quoted) if marks & set(quoted.strip('"').split()) else quoted

    return re.sub(r'"[^"]+"', blank, sentence) if '"' in sentence else sentence


def find_phrases(text: str, index: Mapping[str, Sequence[tuple[str, str, T]]]) -> Iterator[tuple[re.Match[str], T]]:
    """Phrases at the heads of words. ``index`` is by two letters: one alternation of all is ten times slower."""
    done = 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start < done:
            continue
        for opening, expression, told in index.get(text[start : start + 2], ()):
            if text.startswith(opening, start) and (match := _compile(expression).match(text, start)):
                yield match, told
                done = match.end()
                break


def index_phrases(phrases: Iterable[tuple[str, str, str, T]]) -> dict[str, list[tuple[str, str, T]]]:
    """Of (the phrase, what all of its forms begin with, its regular expression, what it tells), in the order in which they
    are to be tried."""
    index: dict[str, list[tuple[str, str, T]]] = {}
    for phrase, opening, expression, told in phrases:
        index.setdefault(phrase[:2], []).append((opening, expression, told))
    return index


@cache
def _compile(expression: str) -> re.Pattern[str]:
    """Few of two hundred phrases begin as a word of the act does, and only these are compiled."""
    return re.compile(expression)


@cache
def read_actors(language: str) -> tuple[tuple[str, ActorKind], ...]:
    """Phrases and their kinds, the longest first: the order in which an alternation must try them."""
    lexicon = read_lexicon("actors")
    listed = [(phrase, kind) for kind in ActorKind if kind in lexicon for phrase in lexicon[kind][language]]
    return tuple(sorted(listed, key=lambda pair: -len(pair[0])))
