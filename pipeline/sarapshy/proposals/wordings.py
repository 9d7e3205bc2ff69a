"""Wordings that can be pasted, from ``rules/wordings``: by rule, filled with the act's own names.

For P4-quorum in order No 57 «{commission:gen} отырысы … заңды деп есептеледі» is «Комиссияның отырысы …», a sentence more of
the point found. An entry gives one way or several: the first that the act's text allows is taken.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sarapshy.findings.model import Finding
from sarapshy.knowledge import open_shelf
from sarapshy.language.identify import language_of
from sarapshy.language.lexicon import read_lexicon
from sarapshy.proposals.names import BLANK, Name, Names
from sarapshy.proposals.remedies import Do, Step

Entry = Mapping[str, Any]
LONGEST = 160  # characters of the act's words that a sentence repeats
SPOKEN = ("noun", "means", "refers")
NAMED_HERE = ("{words}", "{here")  # what makes a sentence true of one point only
_SENTENCE = re.compile(r"(?<=[.?!] )[a-zа-яәғқңөұүһіё]|\A[a-zа-яәғқңөұүһіё]")


@cache
def read_wordings() -> dict[str, tuple[Entry, ...]]:
    """The ways of each rule."""
    shelf = open_shelf("sarapshy.rules")
    found: dict[str, tuple[Entry, ...]] = {}
    for path in shelf.entries:
        if path.startswith("wordings/"):
            tables = shelf.read(path).items()
            found |= {rule: tuple(ways) if isinstance(ways, list) else (ways,) for rule, ways in tables}
    return found


@dataclass(frozen=True, slots=True)
class Place:
    """Where a wording goes: the unit that holds the finding, the annex or approved text it is of, and its language."""

    unit: int
    component: int | None
    language: str


def find_ways(finding: Finding, names: Names, place: Place) -> list[tuple[Step, ...]]:
    """What may be done about a finding, the best first; none for a rule that has no wording or where a name is lacking."""
    filling = _Filling(finding, names, place)
    ways = (filling.build(way) for way in read_wordings().get(finding.rule, ()))
    return [way for way in ways if way]


class _Filling:
    """The names are looked up when a wording asks for them: most ask for one."""

    def __init__(self, finding: Finding, names: Names, place: Place) -> None:
        self.finding, self.names, self.place = finding, names, place
        self.values = finding.values or {}

    def __getitem__(self, name: str) -> str:
        finding, component, language = self.finding, self.place.component, self.place.language
        if name == "text":
            return self.names.text(component, language)
        if name == "here":
            return self.names.here(self.place.unit, language)
        if name == "commission":
            return self.names.commission(finding, component, language)
        if name == "doer":
            return self.names.doer(finding, language)
        if name == "cited":
            return known(self.names.cited(finding), name)
        if name in SPOKEN:
            number = "many" if " " in self["words"] else "one"
            return Name(read_lexicon("remedies")["spoken"][language][number][name], language)
        words = self.values[name]
        return tidy(self._complete(words) if name == "words" else words)

    def _complete(self, words: str) -> str:
        """«в порядке, определенном уполномоченным» with the noun that the words stop short of; in small letters what only
        begins a sentence."""
        attribute = read_lexicon("remedies")["attribute"][self.place.language]
        before, found, after = (self.finding.quote or "").partition(words)
        following = re.match(r" [\w-]+", after)
        whole = words + following[0] if following and re.search(attribute, words.lower()) else words
        opens = found and not words[1:2].isupper() and (not before.strip() or before.rstrip()[-1] in ".:;)")
        return whole[:1].lower() + whole[1:] if opens else whole

    def build(self, way: Entry) -> tuple[Step, ...]:
        """() where the wording asks for what is not known of this finding."""
        try:
            return tuple(self._steps(way))
        except KeyError:
            return ()

    def _steps(self, way: Entry) -> Sequence[Step]:
        do, template = str(way["do"]), str(way.get(self.place.language, ""))
        text = _capital(template.format_map(self)) if template else ""
        here = any(name in template for name in NAMED_HERE)
        if do == "oblige":
            return [self._oblige(), *([Step(Do.ADD, text, here=True)] if text else [])]
        if do == "fit":
            return [fit(self.values["first"], self.values["second"])]
        if do == "align":
            return [align(tidy(self.values["words"]), tidy(self.values["other"]))]
        if do == "delete":
            return [Step(Do.DELETE, old=self._old(way)), *([Step(Do.ADD, text, here=here)] if text else [])]
        if do in ("add", "point", "instead"):
            return [Step(Do(do), text, here=here)]
        return [Step(Do(do), text[:1].lower() + text[1:], self._old(way))]

    def _old(self, way: Entry) -> tuple[str, ...]:
        told = (way.get("old") or {}).get(self.place.language, ())
        return tuple(str(words).format_map(self) for words in told) or (self.values["words"],)

    def _read_done(self) -> Step | None:
        """«могут применяться» as «применяются»."""
        pattern, quote = read_lexicon("remedies")["done"][self.place.language], self.finding.quote or ""
        found = re.search(pattern, quote, re.IGNORECASE) if pattern else None
        if found is None or found["may"].lower() not in self.values.get("words", "").lower():
            return None
        from sarapshy.language.russian import finite  # pymorphy3 costs 100 ms

        verb = finite(found["verb"], several=found["several"] is not None)
        return Step(Do.SUBSTITUTE, verb, (found[0],)) if verb else None

    def _oblige(self) -> Step:
        """«тоқтата алады» as «тоқтатады»; KeyError where no such power stands in the words found."""
        language = self.place.language
        if done := self._read_done():
            return done
        for pattern, duty in read_lexicon("remedies")["oblige"][language]:
            for words in (self.values.get("words", ""), self.finding.quote or ""):
                if found := re.search(pattern, words, re.IGNORECASE):
                    new = found.expand(duty)
                    doer = self.names.doer(self.finding, language) if language == "ru" else ""
                    return Step(Do.SUBSTITUTE, new, (found[0],), subject="" if doer == BLANK else str(doer))
        raise KeyError("words")


def align(words: str, other: str) -> Step:
    """The two wordings side by side, for one to be chosen; of two languages, the one number in which they differ. KeyError
    for words of another language."""
    choice = read_lexicon("remedies")["choice"]
    numbers, others = (re.findall(r"\d+", text) for text in (words, other))
    gone = [number for number in numbers if number not in others]
    come = [number for number in others if number not in numbers]
    if len(gone) == len(come) == 1:
        both = choice.join(sorted((*gone, *come), key=int))
        pattern = rf"\b{gone[0]}\b(?P<spelt> \([^)\d]+\))?"
        new = re.sub(pattern, lambda found: f"[[{both}]]" + (f" ({BLANK})" if found["spelt"] else ""), words)
        return Step(Do.SUBSTITUTE, new, (words,))
    if language_of(words) != language_of(other):
        raise KeyError("other")
    return Step(Do.SUBSTITUTE, choice.join((words, other)), (words,), sure=False)


def known(words: str | None, name: str) -> str:
    """KeyError for what the act does not tell."""
    if words is None:
        raise KeyError(name)
    return words


def fit(first: str, second: str) -> Step:
    """Of two bands of a scale the second, as it begins where the first ends: after «1-4» not «4-8» but «5-8». KeyError for
    what is no band of whole numbers."""
    (low, high), (begin, end) = (_read_band(band) for band in (first, second))
    rises = begin >= low
    if not (low <= high + 1 <= end if rises else begin <= low - 1 < high):
        raise KeyError("second")
    edge, place = (high + 1, r"\d+") if rises else (low - 1, r"\d+(?=\D*$)")
    new = re.sub(place, f"[[{edge}]]", second, count=1)
    return Step(Do.SUBSTITUTE, new, (second,))


def _read_band(band: str) -> tuple[int, int]:
    numbers = re.findall(r"\d+", band)
    if len(numbers) != 2 or re.search(r"\d[.,]\d", band):
        raise KeyError("first")
    return int(numbers[0]), int(numbers[1])


def tidy(words: str) -> str:
    """The act's words as a sentence can repeat them: in one line, no bracket or quotation mark without its other. KeyError
    for a table or for what is too long."""
    flat = " ".join(words.split()).strip(" ,;:.")
    for left, right in ("()", "«»", "[]"):
        if flat.count(left) != flat.count(right):
            flat = re.split(rf"\s*[{re.escape(left + right)}]", flat)[0].strip(" ,;:.")
    if not flat or len(flat) > LONGEST or "|" in flat or flat.count('"') % 2:
        raise KeyError("words")
    return flat


def _capital(text: str) -> str:
    return _SENTENCE.sub(lambda found: found[0].upper(), text)
