"""Russian words by their dictionary form: «комиссией» is «комиссия», a noun.

pymorphy3 takes a tenth of a second to load, so it is loaded when the first word is asked about, and asked once a word.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any


def lemma(word: str) -> str:
    return _parse(word.lower())[0]


def part_of_speech(word: str) -> str:
    """As in OpenCorpora: NOUN, ADJF, PRTF, VERB, PRED …; "" for what is no word."""
    return _parse(word.lower())[1]


@lru_cache(maxsize=50_000)
def _parse(word: str) -> tuple[str, str]:
    best = _analyzer().parse(word)[0]
    return str(best.normal_form).replace("ё", "е"), str(best.tag.POS or "")


@cache
def _analyzer() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


def nominative(word: str) -> str:
    """«Министра» is «Министр»: a noun in the genitive singular turned; any other word as it is."""
    best = _analyzer().parse(word)[0]
    if not {"NOUN", "gent", "sing"} <= best.tag.grammemes:
        return word
    turned = str(best.inflect({"nomn"}).word)
    return turned.capitalize() if word[:1].isupper() else turned


def agree(word: str, noun: str) -> str | None:
    """A short form as the noun asks for: «обязан» after «комиссия» is «обязана»; None where that is no subject."""
    subject = _analyzer().parse(noun)[0]
    form = next((p for p in _analyzer().parse(word) if p.tag.POS == "ADJS"), None)
    if form is None or subject.tag.case != "nomn" or subject.tag.POS not in ("NOUN", "NPRO"):
        return None
    turned = form.inflect({"plur"} if subject.tag.number == "plur" else {"sing", str(subject.tag.gender)})
    return str(turned.word) if turned else None
