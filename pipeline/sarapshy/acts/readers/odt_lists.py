"""Automatic numbers of an .odt, computed as LibreOffice computes them.

The text holds ``<text:list text:style-name="WWNum1"><text:list-item>…`` and no number. The list style gives for each depth
the start, the format and a template (``loext:num-list-format="%1%.%3%."``, in older files a prefix, a suffix and how many
levels to show); a list begins anew unless it says which one it continues. Headings are numbered by the outline style.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sarapshy.acts.readers.numbering import BULLET, LEVELS, Level, write_label
from sarapshy.acts.readers.xml import Element, attribute, child, local

FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}
SPELLED = (("а, б", "russianLower"), ("А, Б", "russianUpper"), ("01", "decimalZero"))  # fmt: skip
TAIL = {"nothing": "", "space": " ", "listtab": " "}
PLACE = re.compile(r"%(\d+)%")

Levels = dict[int, Level]
Counters = list[int | None]


class Lists:
    """The list styles of a document and where each list has come to; to be asked in document order."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._styles: dict[str, Levels] = {}
        self._outline: Levels = {}
        for element in (found for root in roots for found in root.iter()):
            match local(element):
                case "list-style":
                    self._styles[attribute(element, "name") or ""] = _read_levels(element)
                case "outline-style":
                    self._outline = _read_levels(element)
        self._headings: Counters = [None] * LEVELS
        self._by_identifier: dict[str, Counters] = {}
        self._by_style: dict[str, Counters] = {}

    def begin(self, element: Element) -> ListPlace:
        """A list that stands in no other."""
        style = attribute(element, "style-name") or ""
        continued = self._by_identifier.get(attribute(element, "continue-list") or "")
        if continued is None and attribute(element, "continue-numbering") == "true":
            continued = self._by_style.get(style)
        counters: Counters = [None] * LEVELS if continued is None else continued
        self._by_style[style] = counters
        if identifier := attribute(element, "id"):
            self._by_identifier[identifier] = counters
        return ListPlace(self._styles, style, counters, 0)

    def label_heading(self, heading: Element) -> str:
        level = min(max(_integer(attribute(heading, "outline-level")) or 1, 1), LEVELS) - 1
        if level not in self._outline or attribute(heading, "is-list-header") == "true":
            return ""
        start = _integer(attribute(heading, "start-value"))
        restarted = attribute(heading, "restart-numbering") == "true"
        _count(self._headings, self._outline, level, start if restarted else None)
        return write_label(self._outline, self._headings, level)


class ListPlace:
    """A list being read, at its depth."""

    def __init__(self, styles: dict[str, Levels], style: str, counters: Counters, depth: int) -> None:
        self._styles, self._style, self._counters, self._depth = styles, style, counters, depth

    def within(self, element: Element) -> ListPlace:
        """A list in an item of this one; it may have a style of its own."""
        style = attribute(element, "style-name") or self._style
        return ListPlace(self._styles, style, self._counters, min(self._depth + 1, LEVELS - 1))

    def label(self, item: Element) -> str:
        """The number before the first paragraph of the item."""
        levels = self._styles.get(self._style, {})
        _count(self._counters, levels, self._depth, _integer(attribute(item, "start-value")))
        return write_label(levels, self._counters, self._depth) if self._depth in levels else ""


def _count(counters: Counters, levels: Levels, level: int, start: int | None) -> None:
    current = counters[level]
    if start is not None or current is None:
        counters[level] = start if start is not None else levels.get(level, Level()).start
    else:
        counters[level] = current + 1
    counters[level + 1 :] = [None] * (LEVELS - level - 1)


def _read_levels(style: Element) -> Levels:
    levels: Levels = {}
    for element in style:
        depth = _integer(attribute(element, "level"))
        if depth is not None and 1 <= depth <= LEVELS:
            levels[depth - 1] = _read_level(element, depth)
    return levels


def _read_level(element: Element, depth: int) -> Level:
    followed = attribute(child(element, "list-level-properties", "list-level-label-alignment"), "label-followed-by")
    tail = TAIL.get(followed or "listtab", " ")
    match local(element):
        case "list-level-style-bullet":
            return Level(format="bullet", template=attribute(element, "bullet-char") or BULLET, tail=tail)
        case "list-level-style-image":
            return Level(format="bullet", template=BULLET, tail=tail)
    start = _integer(attribute(element, "start-value"))
    form = _read_format(attribute(element, "num-format") or "")
    template = "" if form == "none" else _read_template(element, depth)
    return Level(start=1 if start is None else start, format=form, template=template, tail=tail)


def _read_format(written: str) -> str:
    spelled = next((form for beginning, form in SPELLED if written.startswith(beginning)), "decimal")
    return FORMATS.get(written, spelled)


def _read_template(element: Element, depth: int) -> str:
    """As Word writes it: "%1.%2)"."""
    written = attribute(element, "num-list-format")
    if written is not None:
        return PLACE.sub(r"%\1", written)
    shown = min(max(_integer(attribute(element, "display-levels")) or 1, 1), depth)
    places = ".".join(f"%{level}" for level in range(depth - shown + 1, depth + 1))
    return (attribute(element, "num-prefix") or "") + places + (attribute(element, "num-suffix") or "")


def _integer(value: str | None) -> int | None:
    return int(value) if value is not None and value.isdecimal() and len(value) < 7 else None
