"""Two places of one act that cannot both be followed.

«3 – жеткіліксіз; 4-7 – жеткілікті; 7-10 – өте жақсы»: seven points are two levels at once. «Төрт кезеңде» over a list of
three: a stage is missing or one too many. Both sides stand in the evidence, so that a reader sees the clash.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sarapshy.acts.model import ClauseKind
from sarapshy.acts.stretches import Reading
from sarapshy.detect.build import Evidence
from sarapshy.detect.rules import Rule
from sarapshy.language.numbers import read_number
from sarapshy.procedure.steps import read_steps

BAND = re.compile(r"^[ \t]*(?:\d{1,2}\)[ \t]*)?(\d{1,3})(?:[ \t]*-[ \t]*(\d{1,3}))?[ \t]*(?:%|балл\w*|ұпай\w*)?[ \t]*-[ \t]*[^\W\d_]", re.M)
NEAR = 60  # characters between two terms that still belong to one verb
BANDS = 3  # a scale has at least as many bands


@dataclass(frozen=True, slots=True)
class Band:
    """«4-7 – жеткілікті деңгей»: folded offsets of the line, and its bounds; one number alone is both."""

    start: int
    end: int
    low: int
    high: int
    label: str


def find_overlapping_scale(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """The first two bands of each scale that overlap or leave a whole number out."""
    for scale in _read_scales(reading.text):
        for first, second in pairwise(scale):
            if second.low != first.high + 1:
                value = second.low if second.low <= first.high else first.high + 1
                values = {"first": first.label, "second": second.label, "value": str(value)}
                yield Evidence(second.start, second.end, values, related=((first.start, first.end),))
                break


def _read_scales(text: str) -> Iterator[list[Band]]:
    """Runs of band lines with no other words between, rising all the way."""
    scale: list[Band] = []
    for match in BAND.finditer(text):
        band = _read_band(text, match)
        follows = scale and not text[scale[-1].end : band.start].strip() and band.low >= scale[-1].low
        if not follows:
            if _is_scale(scale):
                yield scale
            scale = []
        scale.append(band)
    if _is_scale(scale):
        yield scale


def _read_band(text: str, match: re.Match[str]) -> Band:
    end = text.find("\n", match.end())
    low = int(match[1])
    high = int(match[2]) if match[2] else low
    label = match[1] if not match[2] else f"{match[1]}-{match[2]}"
    return Band(match.start(), end if end >= 0 else len(text), low, high, label)


def _is_scale(bands: list[Band]) -> bool:
    return len(bands) >= BANDS and sum(band.high > band.low for band in bands) >= BANDS - 1


def find_miscounted_list(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """«Үш кезеңде:» over a list of another length. Only where the sentence that counts is the one that opens the list."""
    for language, patterns in rule.lists["counted"].items():
        for hit in reading.find(patterns):
            start, end = reading.sentence(hit.start)
            listed = _count_listed(reading, hit.stretch.clause)
            number = read_number(reading.text[hit.start : hit.end].split()[0], language)
            opens = reading.text[start:end].rstrip().endswith(":") and reading.is_norm(hit.stretch)
            if opens and listed and number not in (None, listed):
                if not reading.holds(rule.lists["one_of"][language], hit.end, end):
                    yield Evidence(hit.start, hit.end, {"listed": str(listed)})


def _count_listed(reading: Reading, position: int) -> int:
    children = reading.outline.children.get(position, [])
    return sum(reading.act.clauses[child].kind is ClauseKind.SUBPOINT for child in children)


def find_two_terms(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """«түскен күні … 1 жұмыс күні ішінде тіркейді»: the day itself and a number of days, and one verb for both."""
    steps = read_steps(reading)
    verbs = sorted(step.start for step in steps)
    for start, step in {step.sentence[0]: step for step in steps}.items():
        same_day = next((t for t in step.terms if t.bound == "same_day"), None)
        counted = next((t for t in step.terms if t.bound == "within" and t.number), None)
        if same_day is None or counted is None:
            continue
        first, second = sorted((same_day, counted), key=lambda t: t.start)
        between = (start + first.end, start + second.start)
        language = reading.clause(step.stretch).language
        one_verb = bisect_left(verbs, between[0]) == bisect_left(verbs, between[1])
        if one_verb and between[1] - between[0] < NEAR and not reading.holds(rule.lists["joined"][language], *between):
            other = reading.act.text[slice(*reading.to_source(start + second.start, start + second.end))]
            yield Evidence(start + first.start, start + first.end, {"other": other})
