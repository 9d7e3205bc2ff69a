"""stanza as the deeper reader: its ``Document`` becomes words, and its pipeline is opened where the user has a model.

A model is fetched by the user (``sarapshy models`` tells how) and named by ``SARAPSHY_STANZA``, the folder that holds
``kk/`` and ``ru/``. Nothing is ever downloaded from here. Without the variable stanza is not imported.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from sarapshy.errors import InputError
from sarapshy.language.actors import STANZA
from sarapshy.language.parse import Done, Word, read_done

PROCESSORS = "tokenize,mwt,pos,lemma,depparse"
KEPT = 4096  # sentences: several rules ask of one in turn


@lru_cache(maxsize=KEPT)
def read_sentence(text: str, language: str) -> tuple[Done, ...]:
    """Who does what in a text. InputError where stanza or its model of the language is absent."""
    return read_document(_open(language)(text))


def read_document(document: Any) -> tuple[Done, ...]:
    """Of a parsed ``stanza.Document``, sentence by sentence. Offsets are of its text, where it has one."""
    return tuple(done for sentence in document.sentences for done in read_done(list(_read_words(sentence))))


def _read_words(sentence: Any) -> Iterator[Word]:
    """A word of a token of several («сот-та») has the place of its token."""
    places = {word.id: (token.start_char, token.end_char) for token in sentence.tokens for word in token.words}
    at = 0
    for word in sentence.words:
        start, end = places[word.id]
        if start is None or end is None:  # CoNLL-U without places: the words stand one space apart
            start, end = at, at + len(word.text)
        at = end + 1
        features = dict(pair.split("=", 1) for pair in (word.feats or "").split("|") if "=" in pair)
        yield Word(word.text, word.upos or "", word.head - 1, word.deprel or "", start, end, features)


@cache
def _open(language: str) -> Any:
    folder = Path(os.environ.get(STANZA, ""))
    if not (folder / language / "depparse").is_dir():
        raise InputError("classify.no_stanza_model", str(folder / language), model=language)
    try:
        import stanza
    except ImportError as error:
        raise InputError("classify.no_stanza", str(folder)) from error
    return stanza.Pipeline(language, dir=str(folder), processors=PROCESSORS, download_method=None, verbose=False)
