"""spaCy as a deeper reader: a parsed ``Doc`` of any pipeline with Universal Dependencies becomes words.

The user names a pipeline that is installed, or its folder: ``SARAPSHY_SPACY_RU=ru_core_news_md``. None for Kazakh is
published; ``spacy.blank("kk")`` of ``spacy_kazakh`` cuts words for whoever trains one, and ``SARAPSHY_SPACY_KK`` names it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from sarapshy.errors import InputError
from sarapshy.language.actors import SPACY
from sarapshy.language.parse import Done, Word, read_done

KEPT = 4096  # sentences: several rules ask of one in turn


@lru_cache(maxsize=KEPT)
def read_sentence(text: str, language: str) -> tuple[Done, ...]:
    """Who does what in a text. InputError where spaCy, the pipeline or its parser is absent."""
    named = os.environ.get(SPACY[language], "")
    try:
        return read_doc(_open(named)(text))
    except ValueError as error:
        raise InputError("classify.no_spacy_parser", named) from error


@cache
def _open(named: str) -> Any:
    try:
        import spacy
    except ImportError as error:
        raise InputError("classify.no_spacy", named) from error
    try:
        return spacy.load(named)
    except (OSError, ValueError, ImportError) as error:
        raise InputError("classify.no_spacy_model", named, detail=str(error).splitlines()[0]) from error


def read_doc(doc: Any) -> tuple[Done, ...]:
    """Who does what, sentence by sentence. ValueError where the Doc has not been parsed."""
    if not doc.has_annotation("DEP"):
        raise ValueError("the Doc holds no dependency parse: its pipeline has no parser")
    return tuple(done for sentence in doc.sents for done in read_done(list(_read_words(sentence))))


def _read_words(sentence: Any) -> Iterator[Word]:
    """spaCy's root is its own head, and its relations may be in capitals."""
    for token in sentence:
        head = -1 if token.head.i == token.i else token.head.i - sentence.start
        end = token.idx + len(token.text)
        yield Word(token.text, token.pos_, head, token.dep_.lower(), token.idx, end, token.morph.to_dict())
