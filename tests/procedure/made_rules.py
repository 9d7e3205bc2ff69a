"""Small rules as readings."""

from __future__ import annotations

from sarapshy.acts.reading import build_act
from sarapshy.acts.stretches import Reading
from sarapshy.procedure.norms import Norm, read_norms

TITLES = {"kk": "Орын бөлу қағидалары", "ru": "Правила распределения мест"}


def read_rules(language: str, *points: str) -> Reading:
    """Rules of these points, each a paragraph."""
    return Reading(build_act("\n".join([TITLES[language], *points]), "ереже.txt"))


def read_one(language: str, sentence: str) -> Norm:
    """The one norm of a sentence."""
    norms = read_norms(read_rules(language, f"5. {sentence}"))
    assert len(norms) == 1, [norm.label for norm in norms]
    return norms[0]
