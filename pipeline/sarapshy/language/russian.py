"""Russian words by their dictionary form: «комиссией» is «комиссия», a noun.

pymorphy3 takes a tenth of a second to load, so it is loaded when the first word is asked about, and asked once a word.
"""

from __future__ import annotations

from collections.abc import Sequence
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
    """A short form as the noun, or the short participle, asks for: «обязан» after «комиссия» is «обязана»; None where that
    is no subject."""
    subject = _analyzer().parse(noun)[0]
    form = next((p for p in _analyzer().parse(word) if p.tag.POS == "ADJS"), None)
    known = subject.tag.POS == "PRTS" or (subject.tag.case == "nomn" and subject.tag.POS in ("NOUN", "NPRO"))
    wanted = {"plur"} if subject.tag.number == "plur" else {"sing", subject.tag.gender}
    if form is None or not known or None in wanted:  # «я», «кто» have no gender
        return None
    turned = form.inflect(wanted)
    return str(turned.word) if turned else None


def finite(infinitive: str, several: bool) -> str | None:
    """«применяться» as «применяются» or «применяется»; None for a verb that tells no lasting action."""
    verb = next((p for p in _analyzer().parse(infinitive) if {"INFN", "impf"} <= p.tag.grammemes), None)
    turned = verb.inflect({"pres", "3per", "plur" if several else "sing"}) if verb else None
    return str(turned.word) if turned else None


def nominative_phrase(words: str) -> str:
    """«аттестационной комиссией» is «аттестационная комиссия»: the last word is the noun, those before it agree with it."""
    *attributes, noun = words.split()
    best = next((p for p in _analyzer().parse(noun) if p.tag.POS == "NOUN"), None)
    turned = best.inflect({"nomn", "sing"}) if best else None
    if turned is None:
        return words
    return " ".join([*(_agree_attribute(each, turned.tag, "nomn") for each in attributes), _like(turned.word, noun)])


def inflect_phrase(phrase: str, case: str) -> str:
    """The noun in the nominative and the adjectives before it, in a case of pymorphy3; what follows stays."""
    words = phrase.split()
    nouns = [next((p for p in _analyzer().parse(w) if {"NOUN", "nomn"} <= p.tag.grammemes), None) for w in words]
    place = next((at for at, noun in enumerate(nouns) if noun and not _is_attribute(words[at], nouns[at + 1 :])), None)
    noun = nouns[place] if place is not None else None
    turned = noun.inflect({case, str(noun.tag.number)}) if noun else None
    if turned is None or place is None:
        return phrase
    before = [_agree_attribute(each, turned.tag, case) for each in words[:place]]
    return " ".join([*before, _like(turned.word, words[place]), *words[place + 1 :]])


def _is_attribute(word: str, following: Sequence[Any]) -> bool:
    """«Приёмная» is a noun too, but not before «комиссия»."""
    return bool(following and following[0]) and any(p.tag.POS in ("ADJF", "PRTF") for p in _analyzer().parse(word))


def _agree_attribute(word: str, noun: Any, case: str) -> str:
    """An adjective, participle or pronoun as the noun asks for; a hyphen's first half stays: «конкурсно-отборочная»."""
    best = next((p for p in _analyzer().parse(word) if p.tag.POS in ("ADJF", "PRTF")), None)
    if best is None:
        return word
    form = {case, "plur"} if noun.number == "plur" else {case, "sing", str(noun.gender)}
    if case == "accs":
        form.add(str(noun.animacy or "inan"))
    turned = best.inflect(form) or best.inflect(form - {"inan", "anim"})
    return _like(turned.word, word) if turned else word


def _like(turned: Any, word: str) -> str:
    return str(turned).capitalize() if word[:1].isupper() else str(turned)
