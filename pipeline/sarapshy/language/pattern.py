"""Patterns that a lawyer can read, over folded text.

``белгілен+participle тәртіп+ins`` finds «белгіленген тәртіппен», «белгіленетін тәртіппен»; ``установленн~ порядк~``
finds «в установленном порядке». The signs:

====================  ====================================================================
``слово``             the word as it stands
``слов~``             the word begins so
``~слово``            the word ends so
``тәртіп+ins``        a Kazakh stem with a suffix class of ``rules/lexicons/suffixes.yaml``
``(а|б в)``           one of these
``[а]``               may be absent
``<3>``               up to three words between (no full stop, no semicolon)
``#``                 a number in digits
``@body``             one of a list of ``rules/lexicons/terms.yaml`` in the rule's language
====================  ====================================================================

A pattern has needles: pieces of text one of which every match holds. Where no needle stands in an act, the pattern is
not run at all; ``str.__contains__`` is ten times as fast as any regular expression.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from sarapshy.language.letters import fold
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.suffixes import harmony_of, is_class, spell_class, spell_stem

TOKEN = re.compile(r"<\d+>|@\w+|[()|\[\]]|[^\s()|\[\]]+")
GAP = r"[\s,:()\"/-]+"  # what may stand between two neighbouring words
WORD = r"[^\s;.,:()\"]+"
END = r"(?![\w])"


class PatternError(ValueError):
    """The pattern cannot be read; the message says what is wrong in it."""


@dataclass(frozen=True)
class Pattern:
    """``source`` is as written in the rule; ``needles`` are literals one of which each match contains."""

    source: str
    expression: str
    needles: tuple[str, ...]

    @cached_property
    def regex(self) -> re.Pattern[str]:
        return re.compile(self.expression)

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """Spans of the matches within ``text[start:end]``."""
        stop = len(text) if end is None else end
        if any(text.find(needle, start, stop) >= 0 for needle in self.needles):
            for match in self.regex.finditer(text, start, stop):
                yield match.span()


@dataclass(slots=True)
class _Piece:
    """A part of the expression while it is built; ``needles`` empty where the part is no anchor."""

    expression: str
    needles: tuple[str, ...] = ()
    optional: bool = False
    gap: int | None = None


@cache
def compile_pattern(source: str, language: str) -> Pattern:
    """Read a pattern. PatternError where a suffix class or a list is unknown, a bracket is open, no literal is left."""
    tokens = TOKEN.findall(fold(source).text)
    pieces, rest = _read_sequence(tokens, 0, language)
    if rest != len(tokens):
        raise PatternError(f"«{source}»: unexpected «{tokens[rest]}»")
    needles = _choose_needles(pieces)
    if not needles:
        raise PatternError(f"«{source}»: no word stands in every match")
    return Pattern(source, r"(?<!\w)" + _join(pieces) + END, needles)


@cache
def compile_all(sources: tuple[str, ...], language: str) -> tuple[Pattern, ...]:
    return tuple(compile_pattern(source, language) for source in sources)


def _read_sequence(tokens: list[str], at: int, language: str) -> tuple[list[_Piece], int]:
    pieces: list[_Piece] = []
    while at < len(tokens) and tokens[at] not in ")|]":
        token = tokens[at]
        if token in "([":
            piece, at = _read_group(tokens, at + 1, language, ")" if token == "(" else "]")
            piece.optional = token == "["
            pieces.append(piece)
            continue
        pieces.append(_read_word(token, language))
        at += 1
    return pieces, at


def _read_group(tokens: list[str], at: int, language: str, close: str) -> tuple[_Piece, int]:
    alternatives: list[list[_Piece]] = []
    while True:
        pieces, at = _read_sequence(tokens, at, language)
        alternatives.append(pieces)
        if at >= len(tokens):
            raise PatternError(f"«{' '.join(tokens)}»: «{close}» is missing")
        if tokens[at] == close:
            return _join_alternatives(alternatives), at + 1
        if tokens[at] != "|":
            raise PatternError(f"«{' '.join(tokens)}»: unexpected «{tokens[at]}»")
        at += 1


def _join_alternatives(alternatives: list[list[_Piece]]) -> _Piece:
    chosen = [_choose_needles(pieces) for pieces in alternatives]
    needles = tuple(n for some in chosen for n in some) if all(chosen) else ()
    return _Piece(f"(?:{'|'.join(_join(pieces) for pieces in alternatives)})", needles)


def _read_word(token: str, language: str) -> _Piece:
    if token[0] == "<":
        return _Piece("", gap=int(token[1:-1]))
    if token[0] == "@":
        return _read_list(token[1:], language)
    if token == "#":
        return _Piece(r"\d+")
    if "+" in token and not token.startswith("+"):
        stem, _, name = token.partition("+")
        if not is_class(name):
            raise PatternError(f"«{token}»: there is no suffix class «{name}»")
        return _Piece(spell_stem(stem) + spell_class(name, harmony_of(stem)) + END, (_unvoiced(stem),))
    literal = token.strip("~")
    head = r"[\w-]*" if token.startswith("~") else ""
    tail = r"[\w-]*" if token.endswith("~") else END
    return _Piece(head + re.escape(literal) + tail, (literal,))


def _unvoiced(stem: str) -> str:
    """The part of the stem that no inflection changes."""
    return stem[:-1] if spell_stem(stem).endswith("]") else stem


def _read_list(name: str, language: str) -> _Piece:
    lists = read_lexicon("terms")
    if name not in lists or language not in lists[name]:
        raise PatternError(f"«@{name}»: rules/lexicons/terms.yaml has no such list for {language}")
    return _join_alternatives([_read_sequence(TOKEN.findall(entry), 0, language)[0] for entry in lists[name][language]])


def _join(pieces: list[_Piece]) -> str:
    """Words stand one gap apart; an optional word brings its own gap; ``<n>`` widens the gap before the next word."""
    out, gap = "", ""
    for piece in pieces:
        if piece.gap is not None:
            gap = rf"(?:{GAP}{WORD}){{0,{piece.gap}}}?{GAP}"
        elif not piece.optional:
            out, gap = out + gap + piece.expression, GAP
        elif out:
            out += f"(?:{gap}{piece.expression})?"
        else:
            out = f"(?:{piece.expression}{GAP})?"
    return out


def _choose_needles(pieces: list[_Piece]) -> tuple[str, ...]:
    """Of the pieces that every match holds, the needles that are longest: the rarest in a text."""
    anchors = [p.needles for p in pieces if p.needles and not p.optional]
    return max(anchors, key=lambda needles: min(map(len, needles)), default=())
