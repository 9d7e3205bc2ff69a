"""What an act says twice: an item of a list, the meaning of a term.

«5) … мониторингін жүргізу; 12) … мониторингін жүргізу» is one item too many, or the twelfth should have been another; a term
that two subpoints explain in two ways has no meaning that binds. Letters and digits are compared, so that «әр түрлі» and
«әртүрлі» are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sarapshy.acts.model import ClauseKind, Definition
from sarapshy.acts.stretches import Reading
from sarapshy.detect.build import Evidence
from sarapshy.detect.rules import Rule
from sarapshy.language.letters import fold

NUMBER = re.compile(r"\A\W*\d+(?:-\d+)?\)\s*")
LETTERS = re.compile(r"[\W_]+")
BLANK = ("(", "_")  # how an item of a form opens that tells what to write there
SHORTEST = 40  # letters of an item that nobody says twice on purpose
LONGEST = 400  # characters that are shown


def find_repeated_items(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """The second of two items of one list with the same words; a list that begins anew is another.

    ``void`` are the words on an item that was struck out.
    """
    had: dict[int | None, dict[str, int]] = {}
    for position, clause in enumerate(reading.act.clauses):
        if clause.kind is not ClauseKind.SUBPOINT or not (clause.number or "").isdigit():
            continue
        listed = had.setdefault(clause.parent, {})
        if clause.number == "1":
            listed.clear()
        start, end = reading.span_of(position)
        words = _read_item(reading.text[start:end])
        if words is None:
            continue
        first = listed.setdefault(words, position)
        if first != position and not _counts(reading, rule, first):
            first = listed[words] = position
        before = reading.act.clauses[first]
        if int(clause.number or 0) > int(before.number or 0) and _counts(reading, rule, position):
            values = {"first": f"{before.number})", "second": f"{clause.number})"}
            yield Evidence(start, min(end, start + LONGEST), values, related=(reading.span_of(first),))


def _read_item(text: str) -> str | None:
    """The letters of an item of some length that is no blank to fill in."""
    item = NUMBER.sub("", text)
    letters = _letters(item) if len(item) >= SHORTEST and not item.startswith(BLANK) else ""
    return letters if len(letters) >= SHORTEST else None


def _counts(reading: Reading, rule: Rule, position: int) -> bool:
    """Whether an item is a norm, not struck out and no cell of a table: asked only of two with the same words."""
    (start, end), clauses = reading.span_of(position), reading.act.clauses
    stretch = reading.stretch_at(start)
    if stretch is None or any(clauses[above].kind is ClauseKind.ROW for above in reading.outline.above(position)):
        return False
    return reading.is_norm(stretch) and not reading.holds(rule.lists["void"][clauses[position].language], start, end)


def _letters(text: str) -> str:
    return LETTERS.sub("", text)


def find_terms_defined_twice(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """The second meaning that one text gives a term, in other words than the first."""
    had: dict[tuple[int | None, str], Definition] = {}
    for definition in reading.act.definitions:
        place = reading.outline.at(definition.start)
        term = " ".join(fold(definition.term).text.split())
        if definition.short_name or place is None:
            continue
        first = had.setdefault((reading.outline.component(place), term), definition)
        start, end = reading.to_folded(definition.start), reading.to_folded(definition.end)
        stretch = reading.stretch_at(start)
        if _means_other(first, definition) and stretch is not None and reading.is_norm(stretch):
            values = {"meaning": _shorten(definition.meaning), "other": _shorten(first.meaning)}
            yield Evidence(
                start, end, values, related=((reading.to_folded(first.start), reading.to_folded(first.end)),)
            )


def _means_other(first: Definition, second: Definition) -> bool:
    one, other = (_letters(fold(definition.meaning).text) for definition in (first, second))
    return first is not second and one != other


def _shorten(meaning: str) -> str:
    words = " ".join(meaning.split())
    return words if len(words) <= LONGEST // 2 else words[: LONGEST // 2].rpartition(" ")[0] + " …"
