"""A step of a remedy as an edit of the act's text: which stretch goes, what comes in its place.

«…, дәрігерлік анықтама және өзге де құжаттар.» with «өзге де құжаттар» deleted loses «және» too, for it would be left hanging.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from sarapshy.acts.model import Clause, ClauseKind
from sarapshy.findings.model import Finding
from sarapshy.language.lexicon import read_lexicon
from sarapshy.proposals.model import Piece, Wording
from sarapshy.proposals.remedies import Do, Step

_BRACKETS = {"(": ")", "[": "]", "«": "»"}
_STOPS = ".;:!?"


@dataclass(frozen=True, slots=True)
class Edit:
    """``start`` and ``end`` in the act's text; an ``addition`` is put at the end of its unit."""

    start: int
    end: int
    pieces: Wording
    finding: Finding
    addition: bool = False

    @property
    def of_words(self) -> bool:
        return not self.addition and self.end > self.start

    def crosses(self, other: Edit) -> bool:
        if self.addition or other.addition:
            return False
        return (self.start < other.end and other.start < self.end) or self.start == other.start

    def does_as(self, other: Edit) -> bool:
        """Whether it changes the same words in the same way."""
        return (self.start, self.end, self.pieces) == (other.start, other.end, other.pieces)


def split_open(text: str, sure: bool = True) -> Wording:
    """Pieces of a wording: what is to be filled in, «___ (___)», and what is in [[ ]] is left to the expert."""
    if not sure:
        return (Piece(text.replace(*_open_mark()), False, True),)
    pieces = re.split(r"(\[\[.*?\]\]|_{3,}(?: \(_{3,}\))?)", text.replace(*_open_mark()))
    return tuple(
        Piece(part.removeprefix("[[").removesuffix("]]"), number % 2 == 0, True)
        for number, part in enumerate(pieces)
        if part
    )


def _open_mark() -> tuple[str, str]:
    lexicon = read_lexicon("remedies")
    return lexicon["open"], lexicon["blank"]


def make_edit(text: str, step: Step, finding: Finding, unit: Clause, language: str) -> Edit | None:
    """None where the words are not there, or cannot be taken out of their sentence."""
    if step.do is Do.INSTEAD:
        return _replace_sentence(text, step, finding, unit)
    if step.do is Do.ADD:
        end = unit.start + len(text[unit.start : unit.end].rstrip())
        return Edit(end, end, split_open(step.new), finding, addition=True)
    found = _find_words(text, step.old, finding)
    if found is None or not _is_balanced(text[slice(*found)]):
        return None
    start, end = found
    if step.do is Do.DELETE:
        gone = _take_end(text, start, end, unit, language) if _is_open_end(finding) else _take_out(text, start, end)
        return Edit(*gone, (), finding) if gone else None
    if step.new in read_lexicon("remedies")["agreeing"]:
        step = _agree(step, text[:start], text[end:])
    begins = text[start].isupper() and step.do in (Do.SUBSTITUTE, Do.BEFORE)
    new = split_open(step.new[:1].upper() + step.new[1:] if begins else step.new, step.sure)
    if step.do is Do.BEFORE:
        if _is_bound(text[unit.start : start], text[start:end], language):
            return None
        return Edit(start, start, (*new, Piece(" ")), finding)
    if step.do is Do.AFTER:
        return Edit(end, end, (Piece(" "), *new), finding)
    return Edit(start, end, new, finding)


def _is_bound(before: str, words: str, language: str) -> bool:
    """Whether the words belong to the one before them: «хаттамалық | шешім шығарады», «шешім | шығарады»."""
    lexicon, previous = read_lexicon("remedies"), re.search(r"([\w-]+)\s+\Z", before)
    if previous is None or words[:1].isdecimal():
        return False
    word = previous[1]
    if word.lower() in lexicon["particles"][language]:
        return True
    if re.search(lexicon["attribute"][language], word.lower()):
        return len(words.split()) > 1 or language == "kk"
    return language == "kk" and not (word[:1].isupper() or re.search(lexicon["free"], word))


def _agree(step: Step, before: str, after: str) -> Step:
    """«обязана» where the word before, or the participle after, or the norm tells who acts; else the expert sees to it."""
    from sarapshy.language.russian import agree  # pymorphy3 costs 100 ms

    near = re.search(r"(\w+)\s+\Z", re.sub(read_lexicon("remedies")["state"], "", before[-90:]))
    following = re.match(r"\s+(\w+)", after)
    for noun in (following, near, re.match(r"(.+)", step.subject)):
        word, *rest = step.new.split()
        if noun and (form := agree(word, noun[1].split()[-1])):
            return replace(step, new=" ".join([form, *rest]), sure=True)
    return replace(step, sure=False)


def _find_words(text: str, choices: Sequence[str], finding: Finding) -> tuple[int, int] | None:
    """The first of the words that stands in what the finding quotes, as a whole word."""
    if finding.start is None or finding.end is None:
        return None
    for words in choices:
        pattern = r"\s+".join(map(re.escape, words.split()))
        found = re.compile(rf"(?<![\w-]){pattern}(?![\w-])", re.IGNORECASE).search(text, finding.start, finding.end)
        if found:
            return found.span()
    return None


def _replace_sentence(text: str, step: Step, finding: Finding, unit: Clause) -> Edit | None:
    """Only a whole sentence can be another's place: no heading of a list, no item of one."""
    if finding.start is None or finding.end is None:
        return None
    start = max(finding.start, unit.start)
    if start == unit.start:
        start += len(unit.label)
        start += len(text[start : finding.end]) - len(text[start : finding.end].lstrip())
    whole = text[start : finding.end].rstrip()
    ends = whole.endswith(".") and finding.end <= unit.end
    begins = whole[:1].isupper() and (start == unit.start or text[:start].rstrip()[-1:] in (*_STOPS, ")"))
    if not (ends and begins):
        return make_addition(text, step, finding, unit)
    return Edit(start, start + len(whole), split_open(step.new), finding)


def make_addition(text: str, step: Step, finding: Finding, unit: Clause) -> Edit:
    end = unit.start + len(text[unit.start : unit.end].rstrip())
    return Edit(end, end, split_open(step.new), finding, addition=True)


def _is_balanced(words: str) -> bool:
    """The bracket of a number, «7-баптың 2) тармақшасы», has no other."""
    words = re.sub(r"(?<![\w(])\d+(?:-\d+)?\)", "", words)
    return (
        all(words.count(left) == words.count(right) for left, right in _BRACKETS.items()) and words.count('"') % 2 == 0
    )


def _is_open_end(finding: Finding) -> bool:
    return finding.rule in read_lexicon("remedies")["open_ends"]


def _take_out(text: str, start: int, end: int) -> tuple[int, int]:
    """The words with the brackets or the two commas round them, and with one of the spaces."""
    while text[start - 1 : start] in _BRACKETS and text[end : end + 1] == _BRACKETS[text[start - 1 : start]]:
        start, end = start - 1, end + 1
    before = len(text[:start].rstrip())
    if text[before - 1 : before] == "," and text[end : end + 1] == ",":
        return before - 1, end + 1
    if text[end : end + 1] in (*_STOPS, ",", ")", "\n", ""):
        return before, end
    return start, end + len(text[end:]) - len(text[end:].lstrip(" "))


def _take_end(text: str, start: int, end: int, unit: Clause, language: str) -> tuple[int, int] | None:
    """From the last joint before the words to the end of the sentence or item; an item that has none goes whole. None
    where the sentence goes on."""
    floor, stop = unit.start + len(unit.label), unit.start + len(text[unit.start : unit.end].rstrip())
    stop = next((at for at in range(end, stop) if text[at] in _STOPS or text[at] == "\n"), stop)
    following = text[end:stop].strip()
    if following and not re.match(_relative(language), following):
        return None
    floor = max(floor, max(text.rfind(mark, floor, start) for mark in _STOPS) + 1)
    joints = list(_joints(language).finditer(text, floor, start))
    if own := _joints(language).match(text, len(text[:start].rstrip())):
        return own.start(), stop
    if joints:
        return joints[-1].start(), stop
    whole = unit.kind is ClauseKind.SUBPOINT and floor == unit.start + len(unit.label)
    return (unit.start, unit.start + len(text[unit.start : unit.end].rstrip())) if whole else None


@cache
def _joints(language: str) -> re.Pattern[str]:
    """«, », « және », «, сондай-ақ »."""
    words = "|".join(map(re.escape, read_lexicon("remedies")["joints"][language]))
    return re.compile(rf",(?:\s+(?:{words})(?=\s))?|\s+(?:{words})(?=\s)")


@cache
def _relative(language: str) -> str:
    words = "|".join(read_lexicon("remedies")["relative"][language])
    return rf",\s*(?:{words})" if words else r"(?!)"
