"""Steps of a procedure: a body does something, in a sentence, within a term or without one.

«Комиссия үш жұмыс күні ішінде құжаттарды қарайды» is one step: actor комиссия, action examine, one term. «Басқарма
құжаттарды қарайды» is a step that a person waits for with no term. What kinds of action there are, and which verbs tell
them, stands in ``rules/lexicons/actions.yaml``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from sarapshy.acts.stretches import Hit, Reading, Stretch
from sarapshy.language.actors import Actor, find_actor
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.pattern import Pattern, compile_pattern
from sarapshy.language.time import Term, find_terms

WORD = 40  # characters that hold the word after a verb


@dataclass(frozen=True, slots=True)
class Step:
    """Offsets are folded; ``start`` and ``end`` cover the verb, ``sentence`` the sentence round it."""

    action: str
    start: int
    end: int
    sentence: tuple[int, int]
    stretch: Stretch
    actor: Actor | None
    terms: tuple[Term, ...]


@cache
def action_patterns(language: str) -> tuple[tuple[str, Pattern], ...]:
    """(kind of action, pattern of its verb) for every stem of the lexicon, the most telling kinds first."""
    found = []
    for action, entry in read_lexicon("actions").items():
        for verb in entry[language]:
            found += [(action, compile_pattern(source, language)) for source in _spell_verb(verb, language)]
    return tuple(found)


@cache
def _not_after(action: str) -> tuple[str, ...]:
    """Words with which the verb is another: «жол беріледі», «балл беріледі»."""
    return tuple(f" {word} " for word in read_lexicon("actions")[action].get("not_after", ()))


def measures(reading: Reading, hit: Hit) -> bool:
    """«составляет не менее пяти человек», «составляет 50 %»: how much there is, and nothing is drawn up."""
    verbs, amounts = _measuring()
    if not reading.text.startswith(verbs, hit.start, hit.end):
        return False
    following = reading.text[hit.end : hit.end + WORD].split()
    return bool(following) and (following[0][0].isdigit() or following[0].startswith(amounts))


@cache
def _measuring() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(verbs that tell how much there is, what may follow them then), as beginnings of words."""
    lexicon = read_lexicon("actions")["draw_up"]
    return tuple(lexicon["measured_by"]), tuple(lexicon["amounts"])


def _spell_verb(verb: str, language: str) -> tuple[str, ...]:
    """A Kazakh stem as a body acts by it, plain and as a duty; a Russian verb is a pattern already."""
    return (f"{verb}+affirmed", f"{verb}+verbal (тиіс|міндетті)") if language == "kk" else (verb,)


@lru_cache(maxsize=2)  # several rules ask of one act in turn
def read_steps(reading: Reading) -> tuple[Step, ...]:
    """Every step of every norm, one an action and sentence, in document order."""
    found: dict[tuple[int, str], Step] = {}
    for language in reading.languages if reading.has_norms else ():
        for action, hit in reading.find_kinds(action_patterns(language)):
            if reading.clause(hit.stretch).language != language or not reading.is_norm(hit.stretch):
                continue
            if reading.text.endswith(_not_after(action), 0, hit.start) or measures(reading, hit):
                continue
            sentence = reading.sentence(hit.start)
            if (sentence[0], action) not in found:
                found[sentence[0], action] = _read_step(reading, action, hit.start, hit.end, hit.stretch, language)
    return tuple(sorted(found.values(), key=lambda step: (step.start, step.end)))


def _read_step(reading: Reading, action: str, start: int, end: int, stretch: Stretch, language: str) -> Step:
    left, right = reading.sentence(start)
    text = reading.text[left:right]
    return Step(
        action,
        start,
        end,
        (left, right),
        stretch,
        find_actor(text, language, start - left),
        tuple(find_terms(text, language)),
    )
