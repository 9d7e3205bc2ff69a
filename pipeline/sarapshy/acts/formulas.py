"""The formulas by which an act says what it is, wherever they stand.

The stamp over what an order approves has «… 2012 жылғы 21 ақпандағы № 57 бұйрығына қосымша»; who adopts an act writes
«БҰЙЫРАМЫН» or «ПРИКАЗЫВАЮ»; an internal act that lost its title begins «Настоящая Политика …»; the register of the
Ministry of Justice adds its own number.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sarapshy.acts.kinds import LANGUAGES, compile_nouns, kind_of, rank_of, read_acts
from sarapshy.acts.model import Identity
from sarapshy.acts.requisites import NUMBER, date_pattern, print_number, read_date
from sarapshy.language.letters import fold
from sarapshy.language.lexicon import read_lexicon

OPENING = 2500  # how much of the text may hold what it calls itself
HEAD = 5000  # how much of the text may hold the verb of the one who adopts


@cache
def _stamp(language: str) -> re.Pattern[str]:
    """The requisites of the order in the stamp over what it approves."""
    day, number = (re.sub(r"\?P<\w+>", "?:", p.pattern) for p in (date_pattern(language), NUMBER))
    nouns = compile_nouns(language).pattern
    stamped = read_lexicon("references")["stamped"][language]
    if language == "kk":
        return re.compile(rf"({day})\s*({number})\s*(?P<noun>{nouns})[\s|]*+{stamped}")
    pair = rf"(?:от\s+({day})\s*({number})|({number})\s*от\s+({day}))"
    return re.compile(rf"{stamped}\s+(?P<noun>{nouns})(?P<body>[^.;]{{0,200}}?)\s+{pair}")


def read_stamp(text: str) -> Identity:
    """The first stamp: over an annex of the act it names the act itself."""
    folded = fold(text)
    for language in LANGUAGES:
        words = read_lexicon("references")["stamp_words"][language]
        match = _stamp(language).search(folded.text) if any(map(folded.text.__contains__, words)) else None
        if match is None:
            continue
        head = folded.text[max(0, match.start() - 160) : match.end()]
        day = date_pattern(language).search(match.group())
        number = NUMBER.search(match.group(), day.end() if day and language == "kk" else 0)
        kind = kind_of(match["noun"], language)
        body = match["body"] if language == "ru" else head
        return Identity(
            kind=kind,
            number=print_number(number["number"]) if number else None,
            date=read_date(day, language) if day else None,
            rank=rank_of(kind, body),
        )
    return Identity()


@lru_cache(maxsize=1)  # an act's identity asks three times
def read_enacting(text: str) -> Identity:
    """«БҰЙЫРАМЫН», «ҚАУЛЫ ЕТЕДІ», «ПРИКАЗЫВАЮ»: the kind; who adopts stands before the verb or signs."""
    folded = fold(text).text[:HEAD]
    first: tuple[int, str] | None = None
    for kind, words in read_acts()["enacting"].items():
        for word in (word for language in LANGUAGES for word in words[language]):
            at = folded.find(word)
            if at >= 0 and (first is None or at < first[0]):
                first = (at, kind)
    if first is None:
        return Identity()
    return Identity(kind=first[1], rank=rank_of(first[1], folded[max(0, first[0] - 80) : first[0]]))


def read_opening(text: str) -> Identity:
    """«Настоящая Политика …», «Осы … ереже»: an internal act that lost its title still says what it is."""
    folded = fold(text).text[:OPENING]
    for language in LANGUAGES:
        said = read_lexicon("references")["this"][language][0]
        match = re.search(rf"(?<!\w){said}", folded) if said in folded else None
        if match is None:
            continue
        end = min(match.end() + 300, (folded.find(". ", match.end()) + 1 or len(folded)))
        noun = compile_nouns(language).search(folded, match.end(), end)
        kind = kind_of(noun.group(), language) if noun else "unknown"
        if kind in ("rules", "policy"):
            return Identity(kind=kind, rank=rank_of(kind, None))
    return Identity()


def is_enacted(text: str) -> bool:
    return read_enacting(text).kind != "unknown"


def read_registration(text: str) -> str | None:
    """«Әділет министрлігінде 2012 жылы 4 сәуірде № 7495 тіркелді»; not the numbers of acts that are cited."""
    folded = fold(text).text
    for pattern in read_lexicon("references")["registered"]:
        match = re.search(pattern, folded)
        if match is not None:
            return match["number"]
    return None
