"""The subject of a verb as a dependency parse tells it, in place of the lighter reading of ``actors``.

«Аудандық комиссия … қайтарады»: of the parse комиссия is the subject of the verb, however far apart they stand. Its kind
is that of the listed actor in it; somebody of no list is OTHER.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from sarapshy.language.actors import STANZA, Actor, ActorKind, Mention
from sarapshy.language.parse import Done, Phrase


def parse(text: str, language: str) -> tuple[Done, ...]:
    """Who does what, by the parser whose model the user has named: stanza before spaCy. InputError where library or
    model is absent."""
    if os.environ.get(STANZA):
        from sarapshy.language.stanza_parse import read_sentence
    else:
        from sarapshy.language.spacy_parse import read_sentence
    return read_sentence(text, language)


def choose_actor(
    done: Sequence[Done], mentions: Sequence[Mention], language: str, upto: int | None = None
) -> Actor | None:
    """Of the verb at ``upto``, else of the main verb: in Kazakh the last, in Russian the first. None where nobody is named."""
    told = [each for each in done if upto is None or each.verb.end > upto or _is_modal_at(each, upto)]
    if not told:
        return None
    chosen = told[-1] if upto is None and language == "kk" else told[0]
    return _name(chosen.actor, mentions) if chosen.actor else None


def _is_modal_at(done: Done, upto: int) -> bool:
    return done.modal is not None and done.modal.end > upto


def _name(phrase: Phrase, mentions: Sequence[Mention]) -> Actor:
    within = [m.actor for m in mentions if phrase.start <= m.actor.start and m.actor.end <= phrase.end]
    return within[-1] if within else Actor(ActorKind.OTHER, phrase.text, phrase.start, phrase.end)
