"""What the title of an act and the lines over its text tell: name, body, date, number, kind.

The index has «… бекіту туралы  Қазақстан Республикасы Білім және ғылым министрінің 2012 жылғы 21 ақпандағы № 57 бұйрығы»,
often cut before the number; a Russian text begins «Приказ Министра … от 8 февраля 2016 года № 39», and rules without
their order with «ПРАВИЛА …».
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import islice

from sarapshy.acts.kinds import LANGUAGES, compile_nouns, is_constitutional, kind_of, rank_of
from sarapshy.acts.model import Identity
from sarapshy.acts.requisites import NUMBER, date_pattern, print_number, read_date
from sarapshy.language.letters import fold
from sarapshy.language.lexicon import read_lexicon

CUT_DATE = re.compile(r"(?:19|20)\d{0,2}(?:\s+ж\w*)?(?:\s|$)")
_LINE = 300  # characters of a line that may be a heading
_FIGURE = re.compile(r"\d")
# The number of an act in a title of the index, where a slash was lost: «№ 21 252 шешімі».
SPLIT_NUMBER = re.compile(r"№\s*(\d+(?: \d+)+)(?=\s+[а-яәғқңөұүһі])")


def read_title(title: str) -> Identity:
    """A title of the index: name, body, date, number, kind. After the last «туралы» comes who adopted it and when,
    unless the title was cut inside the name of the act that it amends («… № 300 бұйрығына өзгер»)."""
    lexicon = read_lexicon("references")
    folded = fold(title).text
    about = folded.rfind(lexicon["about"])
    named = tail_at = about + len(lexicon["about"])
    tail = folded[tail_at:]
    if about < 0 or re.search(lexicon["of_another"], tail):
        return Identity(title=_one_line(title) or None)
    marked = re.match(rf"[\s.]*(?:(?:{'|'.join(lexicon['index_marks'])})\s+)*", tail)
    tail_at += marked.end() if marked else 0
    printed = title[tail_at:] if len(folded) == len(title) else ""
    numbered = SPLIT_NUMBER.sub(lambda m: "№ " + m.group(1).replace(" ", "/"), folded[tail_at:])
    return replace(_read_requisites(numbered, printed, "kk"), title=_one_line(title[:named]) or None)


def _one_line(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()


def _read_requisites(folded: str, printed: str, language: str) -> Identity:
    """Date, number, kind and body of a phrase that tells one act."""
    day = date_pattern(language).search(folded)
    number = NUMBER.search(folded, day.end() if day and language == "kk" else 0)
    noun = next(compile_nouns(language).finditer(folded), None)
    body = _read_body(folded, printed, day, noun, language)
    kind = kind_of(noun.group(), language) if noun else _guess_kind(body)
    if noun and kind == "law" and is_constitutional(folded[: noun.start()], language):
        kind = "constitutional_law"
    return Identity(
        kind=kind,
        body=body if noun or day or CUT_DATE.search(folded) else None,  # else it was cut before its end
        number=print_number(number["number"]) if number else None,
        date=read_date(day, language) if day else None,
        rank=rank_of(kind, body) if kind != "unknown" else 0,
    )


def _read_body(
    folded: str, printed: str, day: re.Match[str] | None, noun: re.Match[str] | None, language: str
) -> str | None:
    """«… министрінің 2012 жылғы …»: the words before the date without the genitive; in Russian those after the noun."""
    if language == "ru":
        if noun is None or day is None or day.start() < noun.end():
            return None
        return _one_line(re.sub(r"\s+(?:от|№).*$", "", printed[noun.end() : day.start()].rstrip(), flags=re.S)) or None
    cut = CUT_DATE.search(folded)
    end = day.start() if day else cut.start() if cut else noun.start() if noun else len(folded)
    words = printed[:end].strip(" .,")
    if day is None and cut is None and noun is None:
        words = words.rpartition(" ")[0]  # the index cuts in the middle of a word
    return re.sub(r"[дтн][ыі]ң$", "", _one_line(words)) or None


def _guess_kind(body: str | None) -> str:
    """A title cut before its noun: maslikhats adopt decisions, the Government resolutions, ministers orders."""
    if body is None:
        return "unknown"
    words = fold(body).text
    return next((str(kind) for stem, kind in read_lexicon("references")["adopts"].items() if stem in words), "unknown")


def read_heading(lines: list[str]) -> Identity:
    """«Приказ Министра … от 8 февраля 2016 года № 39» in a line of its own, and the title in the line beside it."""
    for position, line in enumerate(lines):
        if len(line) > _LINE or _FIGURE.search(line) is None:
            continue
        for language in LANGUAGES:
            folded = fold(line).text
            noun = compile_nouns(language).search(folded)
            if noun is None or not _is_heading(folded, noun, language):
                continue
            found = _read_requisites(folded, line, language)
            if found.date is None:
                continue
            return replace(found, title=_title_beside(lines, position))
    return Identity()


def list_head(head: str) -> list[str]:
    return list(islice(filter(None, (line.strip(" \ufeff\t") for line in head.split("\n"))), 8))


def _is_heading(folded: str, noun: re.Match[str], language: str) -> bool:
    """Whether the line begins with the kind (ru) or ends with it (kk); «в соответствии с … Конституционного закона … от …»
    names another act."""
    if language == "ru":
        head = folded[: noun.start()]
        named = not head or (len(head.split()) == 1 and is_constitutional(head, "ru"))
        return named and date_pattern("ru").search(folded) is not None
    named = noun.group().endswith(("ы", "і"))  # «… кодексінің» at the end of a line goes on with an article
    return named and folded[noun.end() :].strip(" .") == "" and date_pattern("kk").match(folded) is None


def _title_beside(lines: list[str], position: int) -> str | None:
    """The title stands above the requisites of a code or law, below those of an order."""
    about = read_lexicon("references")["title_heads"]
    below = lines[position + 1] if position + 1 < len(lines) else ""
    above = lines[position - 1] if position else ""
    if any(fold(below).text.startswith(f"{word} ") for word in about):
        return below
    return above.rstrip(".") if above and len(above) < 300 else None


def read_law_heading(lines: list[str]) -> Identity:
    """«ЗАКОН / РЕСПУБЛИКИ КАЗАХСТАН / Об использовании …»: a law without its date and number, and the title beside its head."""
    for first, last in ((0, 1), (0, 2), (1, 2), (1, 3)):
        head = " ".join(lines[first:last])
        told = _law_heads().get(fold(head).text) if len(head) <= _LINE else None
        if told is None:
            continue
        beside = [*lines[:first][-1:], *lines[last : last + 1]]
        title = next((line for line in beside if _is_law_title(line, told[1])), None)
        if title is not None:
            return Identity(kind=told[0], title=_lower(title, told[1]), rank=rank_of(told[0], None))
    return Identity()


@cache
def _law_heads() -> dict[str, tuple[str, str]]:
    """The kind and the language of each head of a law."""
    heads = read_lexicon("references")["law_heads"]
    return {head: (kind, language) for language in LANGUAGES for head, kind in heads[language].items()}


def _is_law_title(line: str, language: str) -> bool:
    words, lexicon = fold(line).text.split(), read_lexicon("references")
    if len(words) < 2 or len(line) > _LINE:
        return False
    return words[-1] == lexicon["about"] if language == "kk" else words[0] in lexicon["title_heads"]


def _lower(title: str, language: str) -> str:
    """«ОБ АДМИНИСТРАТИВНЫХ ПРАВОНАРУШЕНИЯХ» is «Об административных правонарушениях»."""
    if not title.isupper():
        return title
    state = str(read_lexicon("references")["state"][language])
    return re.sub(re.escape(state), state, title.capitalize(), flags=re.IGNORECASE)


def read_bare_heading(lines: list[str]) -> Identity:
    """«ПРАВИЛА УРЕГУЛИРОВАНИЯ …» or «Тәртіп қағидалары» over a text of no order: a kind and a title."""
    marks = read_lexicon("references")["not_titles"]
    for line in lines[:6]:
        if (
            len(line) > 250
            or re.match(r"[\dIVX]+\s*[.)]|\d", line)
            or fold(line).text in marks
            or len(line.split()) < 2
        ):
            continue
        for language in LANGUAGES:
            folded = fold(line).text
            noun = compile_nouns(language).search(folded)
            if noun is None or not line[:1].isupper():
                continue
            at_edge = (
                (noun.start() == 0 or kind_of(noun.group(), language) == "code") and not line.endswith(".")
                if language == "ru"
                else not folded[noun.end() :].strip(' "')
            )
            if at_edge and kind_of(noun.group(), language) in ("rules", "policy", "code", "constitution"):
                return Identity(kind=kind_of(noun.group(), language), title=line.strip())
    return Identity()
