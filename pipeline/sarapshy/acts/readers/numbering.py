"""Automatic numbers of Word, computed as Word computes them.

The text of a paragraph «Комиссия отырысы…» may hold no number, and the page still shows «12.» before it. The number is
described in three places: the paragraph (or its style) names a list and a level; ``w:num`` names the description of the
list, perhaps with a new start; ``w:abstractNum`` gives for each level the start, the format and a template: "%1.%2." at
level 1 prints «3.4.», "%1)" with russianLower prints «б)». All lists of one description count on together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sarapshy.acts.readers.xml import Element, attribute, child, is_on, local

LEVELS = 9
PLACE = re.compile(r"%([1-9])")
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
         (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
LATIN_LETTERS = "abcdefghijklmnopqrstuvwxyz"
RUSSIAN_LETTERS = "абвгдежзиклмнопрстуфхцчшщэюя"  # Word leaves out ё, й, ъ, ы, ь
BULLET = "•"
PRIVATE_USE = re.compile(r"[\ue000-\uf8ff]")  # bullets of the Symbol and Wingdings fonts
TAIL = {"nothing": "", "space": " ", "tab": " "}


@dataclass(frozen=True, slots=True)
class Level:
    start: int = 1
    format: str = "decimal"
    template: str = ""
    tail: str = " "
    restart: int | None = None  # 0: never; n: only after level n; None: after any level above
    legal: bool = False  # all numbers in arabic figures
    style: str | None = None


@dataclass(slots=True)
class List:
    """One ``w:num``: the description it counts in, its own levels and starts."""

    description: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)
    begun: bool = False


class Numbering:
    """The lists of a document and where each has come to. ``label`` must be asked in document order."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._styles = _read_styles(styles)
        descriptions = _read_descriptions(numbering)
        self._lists = _read_lists(numbering, descriptions, self._styles)
        self._counters: dict[str, list[int | None]] = {}

    def label(self, paragraph: Element) -> str:
        """The number that the page shows before the paragraph, with what follows it; empty where there is none."""
        properties = child(paragraph, "pPr")
        number, level = self._place(properties)
        found = self._lists.get(number) if number else None
        if found is None or level not in found.levels:
            return ""
        return write_label(found.levels, self._count(found, level), level)

    def _place(self, properties: Element | None) -> tuple[str | None, int]:
        """List and level: the paragraph's own, completed from its style and the styles that it is based on."""
        own = child(properties, "numPr")
        style = attribute(child(properties, "pStyle"), "val") or self._styles.default
        inherited, inherited_level, owner = self._styles.numbering(style)
        number = attribute(child(own, "numId"), "val") or inherited
        level = _integer(attribute(child(own, "ilvl"), "val"))
        if level is None:
            linked = self._linked_level(number, owner)
            level = linked if linked is not None else inherited_level
        return (None if number == "0" else number), min(max(level, 0), LEVELS - 1)

    def _linked_level(self, number: str | None, style: str | None) -> int | None:
        """A level may be bound to a style: «Heading 2» stands at the level that says so."""
        found = self._lists.get(number or "")
        if found is None or style is None:
            return None
        return next((index for index, level in found.levels.items() if level.style == style), None)

    def _count(self, found: List, level: int) -> list[int | None]:
        counters = self._counters.setdefault(found.description, [None] * LEVELS)
        if not found.begun:
            found.begun = True
            for overridden in found.starts:
                counters[overridden] = None
        current = counters[level]
        start = found.starts.get(level, found.levels[level].start)
        counters[level] = start if current is None else current + 1
        for below in range(level + 1, LEVELS):
            if _restarts(found.levels.get(below), level):
                counters[below] = None
        return counters


def _restarts(below: Level | None, level: int) -> bool:
    if below is None or below.restart is None:
        return True
    return level < below.restart


def write_label(levels: dict[int, Level], counters: list[int | None], level: int) -> str:
    """What the page shows before a paragraph of the level; ``counters`` is where each level has come to."""
    own = levels[level]
    if own.format == "none" and not own.template:
        return ""
    if own.format == "bullet":
        return PRIVATE_USE.sub(BULLET, own.template) + own.tail if own.template.strip() else ""

    def fill(found: re.Match[str]) -> str:
        index = int(found[1]) - 1
        described = levels.get(index, Level())
        value = counters[index] if counters[index] is not None else described.start
        return write_number(value or 0, "decimal" if own.legal else described.format)

    text = PLACE.sub(fill, own.template)
    return text + own.tail if text.strip() else ""


def write_number(value: int, form: str) -> str:
    """12 as «12», «xii», «l», «м»; a form that acts do not use is written in figures."""
    match form:
        case "none":
            return ""
        case "decimalZero":
            return f"{value:02d}"
        case "lowerRoman" | "upperRoman":
            return _write_case(_write_roman(value), form)
        case "lowerLetter" | "upperLetter":
            return _write_case(_write_letter(value, LATIN_LETTERS), form)
        case "russianLower" | "russianUpper":
            return _write_case(_write_letter(value, RUSSIAN_LETTERS), form)
        case _:
            return str(value)


def _write_case(text: str, form: str) -> str:
    return text.upper() if "pper" in form else text


def _write_roman(value: int) -> str:
    if not 0 < value < 4000:
        return str(value)
    digits = []
    for weight, digit in ROMAN:
        digits.append(digit * (value // weight))
        value %= weight
    return "".join(digits)


def _write_letter(value: int, alphabet: str) -> str:
    """After the last letter the first comes doubled: «я», «аа», «бб»."""
    if not 0 < value <= 20 * len(alphabet):
        return str(value)
    rounds, index = divmod(value - 1, len(alphabet))
    return alphabet[index] * (rounds + 1)


@dataclass(frozen=True, slots=True)
class Styles:
    """For each paragraph style: what it is based on, and the list and level it names itself."""

    based_on: dict[str, str]
    named: dict[str, tuple[str | None, int | None]]
    default: str | None = None

    def numbering(self, style: str | None) -> tuple[str | None, int, str | None]:
        """List, level and the style that names the list, from the style upwards."""
        seen: set[str] = set()
        level: int | None = None
        while style and style not in seen:
            seen.add(style)
            number, here = self.named.get(style, (None, None))
            level = level if level is not None else here
            if number is not None:
                return number, level or 0, style
            style = self.based_on.get(style)
        return None, level or 0, None


def _read_styles(root: Element | None) -> Styles:
    based_on: dict[str, str] = {}
    named: dict[str, tuple[str | None, int | None]] = {}
    default = None
    for style in root if root is not None else ():
        identifier = attribute(style, "styleId")
        if local(style) != "style" or not identifier:
            continue
        if attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true", "on"):
            default = identifier
        if above := attribute(child(style, "basedOn"), "val"):
            based_on[identifier] = above
        if (own := child(style, "pPr", "numPr")) is not None:
            named[identifier] = (attribute(child(own, "numId"), "val"), _integer(attribute(child(own, "ilvl"), "val")))
    return Styles(based_on, named, default)


@dataclass(frozen=True, slots=True)
class Description:
    levels: dict[int, Level]
    link: str | None  # the numbering style that has the levels, where there are none here


def _read_descriptions(root: Element | None) -> dict[str, Description]:
    found = {}
    for element in root if root is not None else ():
        if local(element) == "abstractNum" and (identifier := attribute(element, "abstractNumId")):
            levels = dict(_read_level(level) for level in element if local(level) == "lvl")
            found[identifier] = Description(levels, attribute(child(element, "numStyleLink"), "val"))
    return found


def _read_level(element: Element) -> tuple[int, Level]:
    level = Level(
        start=_integer(attribute(child(element, "start"), "val")) or 0,
        format=attribute(child(element, "numFmt"), "val") or _alternate_format(element),
        template=attribute(child(element, "lvlText"), "val") or "",
        tail=TAIL.get(attribute(child(element, "suff"), "val") or "tab", " "),
        restart=_integer(attribute(child(element, "lvlRestart"), "val")),
        legal=is_on(child(element, "isLgl")),
        style=attribute(child(element, "pStyle"), "val"),
    )
    return _integer(attribute(element, "ilvl")) or 0, level


def _alternate_format(element: Element) -> str:
    """Newer Word wraps a format of its own in mc:AlternateContent, with a plain one to fall back on."""
    return attribute(child(element, "AlternateContent", "Fallback", "numFmt"), "val") or "decimal"


def _read_lists(root: Element | None, descriptions: dict[str, Description], styles: Styles) -> dict[str, List]:
    lists: dict[str, List] = {}
    numbers = [element for element in (root if root is not None else ()) if local(element) == "num"]
    described = {attribute(e, "numId"): attribute(child(e, "abstractNumId"), "val") for e in numbers}
    for element in numbers:
        number, description = attribute(element, "numId"), attribute(child(element, "abstractNumId"), "val")
        if not number or description not in descriptions:
            continue
        found = descriptions[description]
        if found.link and not found.levels:
            linked = described.get(styles.named.get(found.link, (None, None))[0])
            description, found = (linked, descriptions[linked]) if linked in descriptions else (description, found)
        lists[number] = _override(List(description, dict(found.levels)), element)
    return lists


def _override(found: List, element: Element) -> List:
    for override in element:
        level = _integer(attribute(override, "ilvl"))
        if local(override) != "lvlOverride" or level is None:
            continue
        if (own := child(override, "lvl")) is not None:
            found.levels[level] = _read_level(own)[1]
        if (start := _integer(attribute(child(override, "startOverride"), "val"))) is not None:
            found.starts[level] = start
    return found


def _integer(value: str | None) -> int | None:
    try:
        return int(value) if value is not None else None
    except ValueError:
        return None
