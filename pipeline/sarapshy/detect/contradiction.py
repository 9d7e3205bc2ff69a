"""Two places of one act that cannot both be followed.

«3 – жеткіліксіз; 4-7 – жеткілікті; 7-10 – өте жақсы»: seven points are two levels at once. «Төрт кезеңде» over a list of
three: a stage is missing or one too many. Both sides stand in the evidence, so that a reader sees the clash.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from sarapshy.acts.model import ClauseKind
from sarapshy.acts.stretches import Reading
from sarapshy.detect.build import Evidence
from sarapshy.detect.rules import Rule
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.likeness import HEAD, likeness, share, word_heads
from sarapshy.language.numbers import read_number
from sarapshy.language.time import Term
from sarapshy.procedure.steps import Step, read_steps

BAND = re.compile(
    r"^[ \t]*(?:\d{1,2}\)[ \t]*)?(\d{1,3})(?:[ \t]*-[ \t]*(\d{1,3}))?[ \t]*(?:%|балл\w*|ұпай\w*)?[ \t]*-[ \t]*[^\W\d_]",
    re.M,
)
NEAR = 60  # characters between two terms that still belong to one verb
ALIKE = 0.6  # two sentences this alike speak of one action
WITHIN = 0.85  # share of a short sentence that stands in a longer one of the same body: it says it again
FEW = 4  # words of such a sentence, at least
LAST = 12  # sentences with a rare word that a later one is held against
NAMED = 0.45  # a case is in a list that holds this share of its words
COMMON = 5  # stretches a word may stand in and still tell something
ENDLESS = 10**9  # where a band «more than 20» ends
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
    yield from _find_overlapping_words(reading)
    for scale in _read_scales(reading.text):
        for first, second in pairwise(scale):
            if second.low != first.high + 1:
                value = second.low if second.low <= first.high else first.high + 1
                values = {"first": first.label, "second": second.label, "value": str(value)}
                yield Evidence(first.start, second.end, values)
                break


def _find_overlapping_words(reading: Reading) -> Iterator[Evidence]:
    """The same of bands told in words, «от 4 до 7 баллов – …, от 7 до 10 баллов – …»: the first two of a scale that share
    a value. «20 пайызға дейін» and «20 пайыздан көп» share none."""
    bands = sorted(_read_word_bands(reading), key=lambda band: band.start)
    for scale in _group_bands(reading.text, bands):
        shared = (pair for pair in pairwise(scale) if pair[1].low < pair[0].high or len(scale) >= BANDS)
        for first, second in shared:
            if first.low < second.low <= first.high < second.high:
                values = {"first": first.label, "second": second.label, "value": str(second.low)}
                yield Evidence(first.start, second.end, values)
                break


def _read_word_bands(reading: Reading) -> Iterator[Band]:
    """A band that only says «more than» begins past its number; with no other kind before it, it overlaps none."""
    words = read_lexicon("numbers")["bands"][reading.act.language]
    between = re.compile(words["between"])
    lines = _list_lines_with(words["holds"], reading.text)
    bounded = [match for start, end in lines for match in between.finditer(reading.text, start, end)]
    for match in bounded:
        yield Band(match.start(), match.end(), int(match[1]), int(match[2]), match[0])
    for match in re.finditer(words["above"], reading.text) if bounded else ():
        yield Band(match.start(), match.end(), int(match[1]) + 1, ENDLESS, match[0])


def _list_lines_with(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the lines that have the words."""
    at = text.find(words)
    while at >= 0:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        yield text.rfind("\n", 0, at) + 1, end
        at = text.find(words, end)


def _group_bands(text: str, bands: Iterable[Band]) -> Iterator[list[Band]]:
    """Bands each of which says what it is worth («– 2 балл») before the next begins, rising, one line or list."""
    scale: list[Band] = []
    for band in bands:
        between = text[scale[-1].end : band.start] if scale else ""
        if scale and not (len(between) < NEAR and " - " in between and band.low > scale[-1].low):
            yield scale
            scale = []
        scale.append(band)
    yield scale


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
    for language in reading.languages:
        for hit in reading.find(rule.lists["counted"][language]):
            start, end = reading.sentence(hit.start)
            listed = _count_listed(reading, hit.stretch.clause)
            number = read_number(reading.text[hit.start : hit.end].split()[0], language)
            opens = reading.text[start:end].rstrip().endswith(":") and reading.is_norm(hit.stretch)
            if reading.text[hit.start - 1 : hit.start] == "-":  # «2-4 групп» names groups and counts none
                continue
            of_others = reading.holds(rule.lists["one_of"][language], hit.end, end)
            if opens and listed and number not in (None, listed) and not of_others:
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
            other = reading.quote(start + second.start, start + second.end)
            yield Evidence(start + first.start, start + first.end, {"other": other})


@dataclass(frozen=True, slots=True)
class TimedStep:
    """A step with the one term of its sentence; ``heads`` are the words of the sentence without the term."""

    step: Step
    term: Term
    heads: frozenset[str]

    @property
    def span(self) -> tuple[int, int]:
        return self.step.sentence[0] + self.term.start, self.step.sentence[0] + self.term.end


def find_clashing_terms(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """Pairs of sentences alike in all but the term: the later one, with the earlier as its other side.

    ``case`` are words of which only one of two sentences need tell for both to be followed: a licence issued anew has a
    shorter term.
    """
    timed = [_time_step(reading, step) for step in read_steps(reading) if len(_counted(step)) == 1]
    seen: set[tuple[int, int]] = set()
    for first, second in _pair_alike(timed):
        if (
            second.span not in seen
            and _clash(reading, first, second)
            and not _are_two_cases(reading, rule, first, second)
        ):
            seen.add(second.span)
            other = reading.quote(*first.span)
            yield Evidence(*second.span, {"other": other}, related=(first.span,))


def _pair_alike(timed: list[TimedStep]) -> Iterator[tuple[TimedStep, TimedStep]]:
    """Pairs of one action that may be alike. Where most words of one sentence stand in another, so does one of its
    rarest; a sentence is held against the last few that share a word rare in either, and not against all."""
    counts = Counter(head for step in timed for head in step.heads)
    had: dict[tuple[str, str], deque[int]] = {}
    had_rare: dict[tuple[str, str], deque[int]] = {}
    for position, step in enumerate(timed):
        heads = [(step.step.action, head) for head in sorted(step.heads, key=lambda head: (counts[head], head))]
        rare = heads[: int(len(heads) * (1 - ALIKE)) + 1]
        others = {at for head in rare for at in had.get(head, ())} | {
            at for head in heads for at in had_rare.get(head, ())
        }
        for other in sorted(others):
            yield timed[other], step
        _note_position(had, heads, position)
        _note_position(had_rare, rare, position)


def _note_position(had: dict[tuple[str, str], deque[int]], heads: Iterable[tuple[str, str]], position: int) -> None:
    for head in heads:
        had.setdefault(head, deque(maxlen=LAST)).append(position)


def _counted(step: Step) -> list[Term]:
    return [t for t in step.terms if t.number and t.bound in ("within", "at_most") and t.unit != "date"]


def _time_step(reading: Reading, step: Step) -> TimedStep:
    term, (start, end) = _counted(step)[0], step.sentence
    words = reading.text[start : start + term.start] + " " + reading.text[start + term.end : end]
    return TimedStep(step, term, word_heads(words))


def _clash(reading: Reading, first: TimedStep, second: TimedStep) -> bool:
    if (first.term.number, first.term.unit) == (second.term.number, second.term.unit):
        return False
    if len({_approved(reading, first), _approved(reading, second)} - {None}) > 1:
        return False
    actors = {timed.step.actor.text[:HEAD] for timed in (first, second) if timed.step.actor}
    if len(actors) <= 1 and likeness(first.heads, second.heads) >= ALIKE:
        return True
    shorter, longer = sorted((first.heads, second.heads), key=len)
    who = {timed.step.actor.text if timed.step.actor else "" for timed in (first, second)}
    return len(who) == 1 and len(shorter) >= FEW and share(shorter, longer) >= WITHIN


def _are_two_cases(reading: Reading, rule: Rule, first: TimedStep, second: TimedStep) -> bool:
    """Whether one of the sentences speaks of a case that the other does not."""
    cases = rule.lists["case"][reading.clause(second.step.stretch).language]
    spans = (first.step.sentence, second.step.sentence)
    return any(len({reading.holds((case,), *span) for span in spans}) > 1 for case in cases)


def _approved(reading: Reading, timed: TimedStep) -> int | None:
    """The text the step belongs to, with its annexes: a standard in an annex must not say otherwise than the rules."""
    above = reading.outline.above(timed.step.stretch.clause)
    return next((position for position in above if reading.act.clauses[position].kind is ClauseKind.APPROVED), None)


def find_refusals_outside_list(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """A refusal «… жағдайда» whose case the act's own list of grounds does not name; a case that returns is told once. A
    law lists the grounds of many bodies and of private parties."""
    if reading.nature.is_law:
        return
    for language in reading.languages:
        listed = _read_grounds(reading, rule, language)
        if listed is None:
            continue
        (start, end), heads = listed
        told: list[frozenset[str]] = []
        for hit in sorted(reading.find(rule.lists["refuses"][language]), key=lambda hit: hit.start):
            sentence = reading.sentence(hit.start)
            if start <= hit.start < end or not reading.is_norm(hit.stretch):
                continue
            if reading.holds(rule.lists["refers"][language], *sentence):
                continue
            case = word_heads(_cut_case(reading.text[sentence[0] : hit.end], rule, language)) - _common_heads(reading)
            if case and share(case, heads) < NAMED and not any(share(case, one) >= NAMED for one in told):
                told.append(case)
                yield Evidence(sentence[0], hit.end, related=((start, min(end, start + 200)),))


def _cut_case(sentence: str, rule: Rule, language: str) -> str:
    """The words that say when: what stands before «… жағдайда», or what follows «в случае»."""
    for pattern in rule.lists["when"][language]:
        for start, end in pattern.find(sentence):
            return sentence[:end] if language == "kk" else sentence[start:]
    return sentence


@lru_cache(maxsize=2)  # each refusal of an act is held against them
def _common_heads(reading: Reading) -> frozenset[str]:
    """Words so frequent in the act that they tell no case from another: who applies, who serves, what is served."""
    counts = Counter(head for s in reading.stretches for head in word_heads(reading.text[s.start : s.end]))
    return frozenset(head for head, count in counts.items() if count > max(COMMON, len(reading.stretches) // 8))


def _read_grounds(reading: Reading, rule: Rule, language: str) -> tuple[tuple[int, int], frozenset[str]] | None:
    """The clause that lists the grounds of refusal, and the words of it: one with subpoints or a row of a standard."""
    for hit in reading.find(rule.lists["grounds"][language]):
        for above in reading.outline.above(hit.stretch.clause):
            clause, span = reading.act.clauses[above], reading.span_of(above)
            listed = clause.kind is ClauseKind.ROW or _count_listed(reading, above) >= 1
            if listed and clause.kind in (ClauseKind.ROW, ClauseKind.POINT, ClauseKind.PART):
                return span, word_heads(reading.text[slice(*span)])
    return None
