"""Where the Kazakh and the Russian text of one act say different things.

«Комиссия … беруге міндетті» stands beside «Комиссия вправе выдать …», «5 (бес) жұмыс күні» beside «10 (десяти) рабочих
дней». The texts are laid side by side point by point; a difference counts only where it is one word or one figure for
another, so that two ways of saying the same thing are left alone. The two texts may be one file or two.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from sarapshy.acts.stretches import Reading
from sarapshy.detect.build import Evidence, relate
from sarapshy.detect.parity.divergence import Divergence, cut_pieces
from sarapshy.detect.parity.figures import compare_figures
from sarapshy.detect.parity.lists import compare_lists, find_missing
from sarapshy.detect.parity.norms import compare_sentences
from sarapshy.detect.rules import Rule
from sarapshy.language.lexicon import read_lexicon
from sarapshy.references.alignment import Alignment, align, read_units

CHECKS = tuple(
    f"parity_{what}" for what in ("modality", "number", "term", "one_term", "reference", "body", "list", "missing")
)
ONE_ACT = 0.6  # share of points with a partner: with less the texts are two acts
DIFFERENT_ACT = 0.3  # share of points that differ in a figure: with more the texts are two acts, or two editions
SEVERAL = 5  # differences that any pair of texts may have


def find_divergences(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """Those of the rule's check, at the words of this text, with the other text's words beside them."""
    for found in _read_divergences(reading):
        if found.check == rule.check:
            if found.own[0] == found.own[1] and found.other_reading is reading:
                found = found.turn()
            values = {**_name_texts(found), "other": found.other_reading.quote(*found.other), **found.values}
            yield Evidence(*found.own, values, across=(relate(found.other_reading, *found.other),))


def _name_texts(found: Divergence) -> dict[str, str]:
    """``own_kk``, ``other_ru`` and so on: what a message calls each text; ``has`` is the one with words to quote."""
    lacks_own = found.own[0] == found.own[1]
    roles = {"own": found.languages[0], "other": found.languages[1]}
    roles |= {"has": roles["other" if lacks_own else "own"], "lacks": roles["own" if lacks_own else "other"]}
    tongues = read_lexicon("parity")["tongues"]
    return {f"{role}_{language}": name for role, tongue in roles.items() for language, name in tongues[tongue].items()}


@lru_cache(maxsize=2)  # several rules ask of one act in turn
def _read_divergences(reading: Reading) -> tuple[Divergence, ...]:
    alignment = _align_texts(reading)
    if alignment is None or alignment.share < ONE_ACT:
        return ()
    pieces = [piece for pair in alignment.pairs for piece in cut_pieces(*pair)]
    found = [divergence for piece in pieces for divergence in (*compare_sentences(piece), *compare_figures(piece))]
    apart = {found_one.own for found_one in found if found_one.check not in ("parity_modality", "parity_body")}
    if len(apart) > max(SEVERAL, DIFFERENT_ACT * len(alignment.pairs)):
        return ()
    found += [divergence for pair in alignment.pairs for divergence in compare_lists(*pair)]
    return (*found, *find_missing(alignment, reading))


def _align_texts(reading: Reading) -> Alignment | None:
    """The text with its partner's; of a file in two languages the Kazakh text with the Russian."""
    if reading.partner is not None:
        own, other = reading.act, reading.partner.act
        if own.language == other.language or _are_apart(reading, reading.partner):
            return None
        return align(read_units(reading, own.language), read_units(reading.partner, other.language))
    if len(reading.languages) < 2:
        return None
    return align(read_units(reading, "kk"), read_units(reading, "ru"))


def _are_apart(first: Reading, second: Reading) -> bool:
    """Whether both tell their number and date, and those are of two acts."""
    one, other = first.act.identity, second.act.identity
    dated = one.date is not None and other.date is not None and one.date != other.date
    return dated and bool(one.number and other.number and one.number != other.number)
