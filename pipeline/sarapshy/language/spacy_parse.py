"""spaCy as a deeper reader: a parsed ``Doc`` of any pipeline with Universal Dependencies becomes words.

No pipeline of spaCy for Kazakh exists; ``spacy.blank("kk")`` of ``spacy_kazakh`` cuts words for whoever trains one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sarapshy.language.parse import Done, Word, read_done


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
