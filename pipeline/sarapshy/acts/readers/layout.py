"""Lines on a page to paragraphs: what a PDF and a recognised scan have are lines with places, not paragraphs.

The place tells where a paragraph ends. «2. Комиссия мүшелері:» stops far from the right margin although the next word
would have fitted: the break was meant. A line set in from the left margin begins a paragraph, unless the lines of the
document hang that way. A line that was full runs on into the next, across pages too; «мемле-» and «кеттік» become one
word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from statistics import median

from sarapshy.acts.readers.lines import clean, split_lines
from sarapshy.language.lexicon import read_lexicon

HYPHENS = "-\u2010\u00ad\ufffe\x02"
OPENING = "(«„“[/"
CLOSING = ",.;:)»”]!?/%"
NUMBERED = re.compile(r"\d+(?:[-.]\d+)*[.)]\s*\S|\w\)\s|[-–—•]\s")
# «Статья 39.», «Глава 2.», «39-бап.», «2-тарау.»: a heading that opens a unit, in either language
HEADED = re.compile(r"(?:[^\W\d_]{4,} \d+(?:-\d+)*|\d+(?:-\d+)*-[^\W\d_]{3,})\.(?:\s|$)")
ENDED = re.compile(r"[.;:!?»”\")]$")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
LAST_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*$")
COLUMN = 5  # lines that a column has at least
EDGE = 2  # lines at the head and at the foot of a page that may be its furniture
DIGITS = re.compile(r"\d+")
PAGE_NUMBER = re.compile(r"\W*(\d{1,4})\W*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print, measured in points from the lower left corner. A row of a table is a line that is ``whole``."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    bold: bool = False
    whole: bool = False

    @property
    def height(self) -> float:
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Margins:
    """``indented`` is True where a line set in from the left begins a paragraph, False where paragraphs hang."""

    left: float
    right: float
    step: float  # from one line's foot to the next one's
    indented: bool


def compose(pages: Sequence[Sequence[Line]]) -> tuple[str, tuple[int, ...]]:
    """The text of the pages and the offsets where each page begins in it."""
    kept = [lay_columns(page) for page in drop_furniture(pages)]
    margins = measure([line for page in kept for line in page], kept)
    hyphenated = _collect_words(kept)
    text, starts, before = "", [], None
    pieces: list[str] = []
    length = 0
    for page in kept:
        starts.append(length)
        for line in page:
            if before is None or _begins(line, before, margins, same_page=line is not page[0]):
                added, cut = ("\n" if length else "") + line.text, 0
            else:
                added, cut = _continue(_tail(pieces), line.text, hyphenated)
            if cut:
                pieces[-1] = pieces[-1][:-cut]
                length -= cut
            if line is page[0]:
                starts[-1] = length + (len(added) - len(added.lstrip()))
            pieces.append(added)
            length += len(added)
            before = line
    text = "".join(pieces)
    return text, tuple(min(start, len(text)) for start in starts)


def lay_columns(page: list[Line]) -> list[Line]:
    """The lines of a second column laid over the first, so that both have one pair of margins; they do not run on into it."""
    for at in range(COLUMN, len(page) - COLUMN + 1):
        first, second = page[:at], page[at:]
        edge = min(line.left for line in second)
        climbs = page[at].bottom > page[at - 1].top
        if climbs and not page[at].whole and max(line.right for line in first) <= edge:
            step = edge - min(line.left for line in first)
            return [*first, *(replace(line, left=line.left - step, right=line.right - step) for line in second)]
    return page


def drop_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Pages without the lines that stand at the edge of many of them, and without their numbers."""
    repeated = _find_repeated(pages)
    offset = _find_page_numbers(pages)
    return [
        [line for index, line in enumerate(page)
         if not (_at_edge(index, page) and (_mask(line) in repeated or _is_page_number(line, number, offset)))]
        for number, page in enumerate(pages)
    ]  # fmt: skip


def _at_edge(index: int, page: Sequence[Line]) -> bool:
    return index < EDGE or index >= len(page) - EDGE


def _mask(line: Line) -> tuple[str, int]:
    """What a line is but for its numbers, and about how high it stands."""
    return DIGITS.sub("#", clean(line.text)), round(line.bottom / 12)


def _find_repeated(pages: Sequence[Sequence[Line]]) -> set[tuple[str, int]]:
    """Headers and footers: the same words, at about the same height, on a third of the pages and on three at least."""
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        edge = {_mask(line) for index, line in enumerate(page) if _at_edge(index, page) and not line.whole}
        seen.update(mask for mask in edge if re.search(r"[^\W\d_]{2}", mask[0]))
    return {mask for mask, count in seen.items() if count >= max(3, len(pages) / 3)}


def _find_page_numbers(pages: Sequence[Sequence[Line]]) -> int | None:
    """What is to be added to the place of a page to get the number printed on it; None where none is printed."""
    offsets: Counter[int] = Counter()
    for number, page in enumerate(pages):
        edge = [line for index, line in enumerate(page) if _at_edge(index, page) and not line.whole]
        offsets.update({int(found[1]) - number for line in edge if (found := PAGE_NUMBER.fullmatch(line.text.strip()))})
    if not offsets:
        return None
    offset, count = offsets.most_common(1)[0]
    return offset if count >= max(2, len(pages) / 3) else None


def _is_page_number(line: Line, number: int, offset: int | None) -> bool:
    found = PAGE_NUMBER.fullmatch(line.text.strip())
    return offset is not None and not line.whole and found is not None and int(found[1]) == number + offset


def measure(lines: Sequence[Line], pages: Sequence[Sequence[Line]]) -> Margins:
    """The margins of the print, from all pages together."""
    printed = [line for line in lines if not line.whole]
    if not printed:
        return Margins(0, 0, 0, True)
    lefts = Counter(round(line.left / 3) for line in printed)
    common = min(len(printed) * 0.05, max(lefts.values()))
    left = min(place for place, count in lefts.items() if count >= common) * 3
    rights = sorted(line.right for line in printed)
    right = rights[int(len(rights) * 0.95)] if len(rights) > 20 else rights[-1]
    steps = [a.bottom - b.bottom for page in pages for a, b in pairwise(page) if 0 < a.bottom - b.bottom < 4 * a.height]
    margins = Margins(left, right, median(steps) if steps else 0, True)
    return Margins(left, right, margins.step, _is_indented(pages, margins))


def _is_indented(pages: Sequence[Sequence[Line]], margins: Margins) -> bool:
    """Whether a full line that is set in is followed by one at the margin more often than by one set in as far."""
    back = on = 0
    for page in pages:
        for line, after in pairwise(page):
            if _is_set_in(line, margins) and not _stops_short(line, after, margins):
                back += not _is_set_in(after, margins)
                on += abs(after.left - line.left) < _tolerance(line)
    return back >= on


def _begins(line: Line, before: Line, margins: Margins, same_page: bool) -> bool:
    if line.whole or before.whole:
        return True
    if line.text[0] in ",;)»" or _breaks_a_word(before.text, line.text):
        return False
    gap = before.bottom - line.bottom
    if same_page and (gap > 1.45 * margins.step or gap < 0):
        return True
    if _stops_short(before, line, margins) or _is_new_heading(line, before):
        return True
    if ENDED.search(before.text.rstrip()) and (NUMBERED.match(line.text) or HEADED.match(line.text)):
        return True
    return _is_new_indent(line, before, margins)


def _breaks_a_word(before: str, text: str) -> bool:
    return before[-1] in HYPHENS and before[-2:-1].isalpha() and text[0].islower()


def _is_new_heading(line: Line, before: Line) -> bool:
    """Where bold print begins or ends at a line's edge; two bold lines are one heading."""
    return line.bold != before.bold


def _is_new_indent(line: Line, before: Line, margins: Margins) -> bool:
    if not _is_set_in(line, margins) or (_is_centred(line, margins) and _is_centred(before, margins)):
        return False
    if abs(line.left - before.left) < _tolerance(line):
        return margins.indented
    hangs = NUMBERED.match(before.text) and line.left > before.left
    return bool(margins.indented or not hangs)


def _is_set_in(line: Line, margins: Margins) -> bool:
    return line.left - margins.left > _tolerance(line)


def _is_centred(line: Line, margins: Margins) -> bool:
    before, after = line.left - margins.left, margins.right - line.right
    return before > 2 * line.height and abs(before - after) < 2 * line.height


def _stops_short(line: Line, after: Line, margins: Margins) -> bool:
    """The first word of the next line would have fitted: the line was ended on purpose."""
    word = after.text.split(" ", 1)[0]
    letter = (line.right - line.left) / max(len(line.text), 1)
    right = margins.right
    if _is_centred(line, margins) and _is_centred(after, margins):
        right -= line.left - margins.left  # a centred line grows on both sides
    return line.right + letter * (len(word) + 1.5) < right - 0.5 * line.height


def _tolerance(line: Line) -> float:
    return 0.7 * line.height


def _tail(pieces: Sequence[str]) -> str:
    """The end of the paragraph so far, long enough to tell whether its quotation marks are paired."""
    taken: list[str] = []
    for piece in reversed(pieces):
        taken.append(piece)
        if piece.startswith("\n"):
            break
    return "".join(reversed(taken))


def _continue(before: str, text: str, words: Counter[str]) -> tuple[str, int]:
    """What to add to a paragraph that runs on into a line, and how many characters of its end to take back."""
    if before[-1] in HYPHENS and len(before) > 1 and before[-2].isalpha() and text[0].isalpha():
        return _join_word(before, text, words)
    if before[-1] in OPENING or text[0] in CLOSING or (before[-1] == "-" and before[-2:-1].isalnum()):
        return text, 0
    if before[-1] == '"' and before.count('"') % 2 and before[-2:-1] in (" ", "", "\n", "("):
        return text, 0
    if text[0] == '"' and before.count('"') % 2:
        return text, 0
    return " " + text, 0


def _join_word(before: str, text: str, words: Counter[str]) -> tuple[str, int]:
    """«санитарно-» + «эпидемиологических» keeps its hyphen where the document writes it so elsewhere, where the second
    part has a capital, or the first is known for it; else the hyphen was the typesetter's."""
    found, second = LAST_WORD.search(before[:-1]), WORD.match(text)
    first, rest = (found[0] if found else ""), (second[0] if second else "")
    with_hyphen, without = words[f"{first}-{rest}".lower()], words[f"{first}{rest}".lower()]
    known = rest[:1].isupper() or first.lower() in read_compounds()
    keep = with_hyphen > without if with_hyphen or without else known
    return ("-" + text, 1) if keep else (text, 1)


@cache
def read_compounds() -> frozenset[str]:
    """First parts of words that have a hyphen of their own."""
    parts: dict[str, list[str]] = read_lexicon("compounds")
    return frozenset(part for language in parts.values() for part in language)


def _collect_words(pages: Sequence[Sequence[Line]]) -> Counter[str]:
    """The words that stand whole in a line, if there is any word to be joined at all."""
    lines = [line for page in pages for line in page]
    if not any(line.text[-1] in HYPHENS for line in lines):
        return Counter()
    return Counter(word.lower() for line in lines for word in WORD.findall(line.text))


def merge_fragments(lines: Iterable[Line]) -> Iterator[Line]:
    """Pieces of one printed line that the file holds apart («Северо» and «-Казахстанской») become one."""
    last: Line | None = None
    for line in lines:
        if last is not None and not line.whole and not last.whole and _on_one_line(last, line):
            gap = " " if line.left - last.right > 0.15 * last.height and line.text[0] not in CLOSING else ""
            bottom, top = min(last.bottom, line.bottom), max(last.top, line.top)
            text, right = last.text + gap + line.text, max(last.right, line.right)
            last = Line(text, last.left, right, bottom, top, last.bold and line.bold)
            continue
        if last is not None:
            yield last
        last = line
    if last is not None:
        yield last


def _on_one_line(last: Line, line: Line) -> bool:
    overlap = min(last.top, line.top) - max(last.bottom, line.bottom)
    return overlap > 0.6 * min(last.height, line.height) and line.left >= last.right - 0.3 * last.height


def tidy(text: str) -> str:
    """A line as it goes into the text: clean, in one piece."""
    return " ".join(split_lines(text.replace("\t", " ")))
