"""The acts everybody knows by name: «Еңбек кодексі», «Закона «Об образовании»», «Қазақстан Республикасының Конституциясы»
(``rules/acts.yaml``)."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from sarapshy.acts.kinds import KnownAct, kind_of, read_known_acts, same_words
from sarapshy.language.letters import fold
from sarapshy.references.anchors import Anchor
from sarapshy.references.printed import WORD, Printed, read_words

NAMED_KINDS = ("constitution", "constitutional_law", "code", "law")


def recognise(printed: Printed, anchor: Anchor) -> Anchor:
    """Give the anchor the well-known act whose name stands there: «Еңбек кодексі», «Закона «Об образовании»»."""
    if anchor.kind not in NAMED_KINDS:
        return anchor
    quoted = printed.text[slice(*anchor.title)] if anchor.title else None
    title = None if quoted is None else read_words(quoted)
    bare = [] if quoted is None else _bare_title(printed, quoted, anchor.kind)
    noun = anchor.noun
    before = WORD.findall(printed.text, max(0, noun - 150), noun)
    after = _words_after(printed, anchor)
    for known, first, last in _known_names(printed.language):
        if known.kind != anchor.kind and "constitutional_law" not in (known.kind, anchor.kind):
            continue
        if title is not None:
            if same_words(title, first or last) or same_words(bare, first or last):
                return replace(anchor, known=known)
        elif (
            (not first or same_words(before[-len(first) :], first))
            and (not last or same_words(after[: len(last)], last))
            and (first or last or known.kind == "constitution")
        ):
            start = noun if not first else _word_start(printed, noun, len(first))
            return replace(anchor, start=min(anchor.start, start), known=known)
    return anchor


def _bare_title(printed: Printed, quoted: str, kind: str) -> list[str]:
    """A quoted title without what is added to a name: «… туралы (Салық кодексі)», «Қазақстан Республикасының Бюджет
    кодексі» Кодексі."""
    words = read_words(printed.grammar.country_name.sub("", fold(quoted.partition("(")[0]).text))
    return words[:-1] if words and kind_of(words[-1], printed.language) == kind else words


def _words_after(printed: Printed, anchor: Anchor) -> list[str]:
    if printed.language == "kk":
        return []
    tail = printed.text[anchor.noun : anchor.noun + 200].split(" ", 1)[-1]
    country = printed.grammar.country.match(tail)
    return WORD.findall(tail[country.end() :] if country else tail)


def _word_start(printed: Printed, noun: int, count: int) -> int:
    words = list(WORD.finditer(printed.text, max(0, noun - 250), noun))
    return words[-count].start() if len(words) >= count else noun


@cache
def _known_names(language: str) -> tuple[tuple[KnownAct, list[str], list[str]], ...]:
    """Each name with the words before the noun of its kind and after it; the longest first."""
    names = []
    for known in read_known_acts():
        for name in known.names[language]:
            words = read_words(name)
            at = next((i for i, word in enumerate(words) if kind_of(word, language) == known.kind), len(words) - 1)
            at = len(words) - 1 if language == "kk" else at
            names.append((known, words[:at], words[at + 1 :]))
    return tuple(sorted(names, key=lambda entry: -len(entry[1]) - len(entry[2])))
