"""An amending act cut into commands: «5-тармақта:», «1) тармақша алып тасталсын;», «слова "…" заменить словами "…";».

A command ends with a stop outside its quotation marks. Marks are often left open, so a Kazakh verb of command, which ends
its sentence, closes them, and so does a blank line. New wording («… мынадай редакцияда жазылсын: «…»») is no command but
belongs to the one before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from sarapshy.acts.amendments import Wording, find_wordings, is_opening
from sarapshy.acts.lines import plain_of
from sarapshy.acts.model import Act, ClauseKind, ClauseRole
from sarapshy.acts.outline import Outline
from sarapshy.acts.roles import find_blanks
from sarapshy.language.letters import fold
from sarapshy.language.lexicon import read_lexicon

QUOTES = '"«»“”„'
SILENT = (ClauseRole.EDITORIAL, ClauseRole.SIGNATURE, ClauseRole.FORM)
ABBREVIATED = re.compile(r"(?<!\w)\w{1,2}$")
LONGEST = 6000  # characters: a longer stretch without a stop is no command


@dataclass(frozen=True, slots=True)
class Command:
    """``start`` and ``end`` in the amending act; ``text`` is folded and of the same length, its quoted words blanked,
    ``whole`` has them and
    ``printed`` is not folded; ``opens``: it ends with a colon and sets the scene for what follows."""

    start: int
    end: int
    text: str
    whole: str
    printed: str
    language: str
    opens: bool
    wordings: tuple[Wording, ...] = ()


def cut_commands(act: Act) -> list[Command | Wording]:
    """In order; a Wording stands for new words that no command precedes."""
    plain = plain_of(act.text)
    outline, found = Outline(act), list[Command | Wording]()
    done = 0
    for wording in [*find_wordings(plain), None]:
        stop = wording.open if wording else len(plain)
        commands = [_build(act, outline, plain, *span) for span in _cut(plain, done, stop)]
        found += [command for command in commands if command is not None]
        if wording is not None:
            if commands[-1:] == [None] or not _attach(found, wording):
                found.append(wording)
            done = wording.close
    return found


def _attach(found: list[Command | Wording], wording: Wording) -> bool:
    """Whether the wording goes with the command before it, or with the wordings that it has already."""
    last = found[-1] if found else None
    if not isinstance(last, Command) or (last.wordings and wording.lead != wording.open):
        return False
    found[-1] = replace(last, opens=False, wordings=(*last.wordings, wording))
    return True


@cache
def _tokens() -> re.Pattern[str]:
    verbs = "|".join(read_lexicon("amendments")["ends"]["kk"])
    return re.compile(
        rf"(?P<quote>[{QUOTES}])|(?P<break>\n[ \t]*\n\s*)|(?P<verb>(?i:{verbs}))(?!\w)|(?P<stop>[;:.])(?=[\s{QUOTES}]|$)"
    )


def _cut(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    depth, begin = 0, start
    for token in _tokens().finditer(plain, start, end):
        at = token.start()
        if token.lastgroup == "quote":
            depth = depth + 1 if is_opening(plain, at) else max(0, depth - 1)
        elif token.lastgroup == "verb":
            depth = 0 if plain[token.end() : token.end() + 2].strip()[:1] in ("", ";", ":", ".") else depth
        elif token.lastgroup == "break" and _goes_on(plain, begin, token):
            continue
        elif token.lastgroup == "break" or (depth == 0 and _stops(plain, begin, at)):
            depth = 0
            yield from _trim(plain, begin, token.end())
            begin = token.end()
    yield from _trim(plain, begin, end)


def _stops(plain: str, begin: int, at: int) -> bool:
    """A full stop after an initial or a number («1. …», «Ш.Т. …») is none, nor is one within brackets."""
    words = plain[begin:at]
    if words.count("(") > words.count(")"):
        return False
    if plain[at] != ".":
        return True
    return not ABBREVIATED.search(words) or ")" in words[-2:]


def _goes_on(plain: str, begin: int, gap: re.Match[str]) -> bool:
    """«… деген сөзбен / толықтырылсын;», «кірістер / «5» саны …»: a sentence that a blank line breaks."""
    before, after = plain[begin : gap.start()].rstrip()[-1:], plain[gap.end() : gap.end() + 1]
    return before.isalpha() and (after.islower() or after in tuple(QUOTES))


def _trim(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and (plain[start].isspace() or plain[start] in "\ufeff;."):
        start += 1
    while end > start and plain[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _build(act: Act, outline: Outline, plain: str, start: int, end: int) -> Command | None:
    """None for what cannot be a command: a table row, a signature, a paragraph as long as a chapter."""
    if end - start > LONGEST:
        return None
    position = outline.at(start)
    language = act.language
    text, printed = blank_quoted(plain, start, end), act.text[start:end]
    if position is not None:
        clause = act.clauses[position]
        if clause.kind is ClauseKind.ROW or (clause.role in SILENT and not _quotes_blanks(printed, text)):
            return None
        language = clause.language
    return Command(start, end, _fold_same(text), _fold_same(printed), printed, language, plain[end - 1] == ":")


def _quotes_blanks(printed: str, text: str) -> bool:
    """Whether what makes it look like a form stands in the words that it quotes: «… «___ (___) жұмыс күні ішінде» деген …»."""
    return bool(find_blanks(printed)) and not find_blanks(text)


def blank_quoted(plain: str, start: int, end: int) -> str:
    """The words with what stands between quotation marks made blank, the marks too."""
    letters, depth = list(plain[start:end]), 0
    for at in range(start, end):
        if plain[at] in QUOTES:
            opens = is_opening(plain, at)
            depth = depth + 1 if opens else max(0, depth - 1)
            letters[at - start] = " "
        elif depth and plain[at] != "\n":
            letters[at - start] = " "
    return "".join(letters)


def _fold_same(text: str) -> str:
    """Folded, and of the same length: what folding drops becomes a blank."""
    folded = fold(text)
    if len(folded.text) == len(text):
        return folded.text
    return "".join(fold(letter).text[:1] or " " for letter in text)
