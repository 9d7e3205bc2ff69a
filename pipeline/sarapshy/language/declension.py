"""A name in the case that a sentence asks for: «Комиссияның», «кеңеске», «Приёмной комиссии».

In Kazakh only the last word changes, by its last sound and its vowels; in Russian the noun and the adjectives before it, and
what follows the noun stays: «комиссии по распределению мест». Endings stand in ``rules/lexicons/declension.yaml``.
"""

from __future__ import annotations

from functools import lru_cache

from sarapshy.language.lexicon import read_lexicon


@lru_cache(maxsize=10_000)
def decline(name: str, case: str, language: str) -> str:
    """``case``: nom, gen, dat, acc, loc, ins, and in Kazakh abl. Russian words that no dictionary knows stay as they are."""
    if case == "nom" or not name:
        return name
    if language == "kk":
        front = _is_front(name)
        ending: str = read_lexicon("declension")["kk"][case][_last_sound(name)][front]
        return name + ending
    from sarapshy.language.russian import inflect_phrase  # pymorphy3 costs 100 ms

    return inflect_phrase(name, read_lexicon("declension")["ru"][case])


def _last_sound(name: str) -> str:
    table, lowered = read_lexicon("declension"), name.lower()
    if lowered.endswith(tuple(table["possessed"])) and not lowered.endswith(tuple(table["agent"])):
        return "possessed"
    sounds: dict[str, str] = table["sounds"]
    return next((sound for sound, letters in sounds.items() if lowered[-1] in letters), "voiceless")


def _is_front(name: str) -> bool:
    """The last vowel that tells; of a word with none that does, the last there is."""
    table, lowered = read_lexicon("declension"), name.lower().split()[-1]
    told = [letter for letter in lowered if letter in table["back"] or letter in table["front"]]
    if told:
        return told[-1] in table["front"]
    neutral = [table["neutral"][letter] for letter in lowered if letter in table["neutral"]]
    return bool(neutral) and neutral[-1] == "front"
