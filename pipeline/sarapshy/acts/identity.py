"""Which act this is: kind, title, body, number, date, edition, status, place in the hierarchy.

No one place tells all. The index has «… бекіту туралы  Қазақстан Республикасы Білім және ғылым министрінің 2012 жылғы
21 ақпандағы № 57 бұйрығы», often cut before the number; a Russian text begins «Приказ Министра … от 8 февраля 2016 года
№ 39»; the stamp of an annex says «… № 57 бұйрығына қосымша»; a file is called ``order57_ed_2017-12-13_No619.kk.txt`` or
``k1500000414.20-01-2026.rus.pdf``. Each source is read by itself, and what the more trusted says stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from functools import cache
from pathlib import PurePath

from sarapshy.acts.kinds import (
    LANGUAGES,
    compile_nouns,
    is_constitutional,
    kind_of,
    rank_of,
    read_acts,
    read_known_acts,
)
from sarapshy.acts.model import Clause, ClauseKind, Identity, Status
from sarapshy.acts.requisites import NUMBER, date_pattern, read_date, same_number
from sarapshy.language.letters import fold
from sarapshy.language.lexicon import read_lexicon

HEAD = 2500  # how much of the text may hold its heading
CODES = {"kk": "kaz", "ru": "rus"}
# The number of an act in a title of the index, where a slash was lost: «№ 21 252 шешімі».
ABOUT = "туралы"
OF_ANOTHER = re.compile(r"(?:бұйр|қаул|шеш|жарл|өк)\w*?(?:[ыі]на|[ыі]не|[нтд][ыі]ң)(?!\w)")
CUT_DATE = re.compile(r"(?:19|20)\d{0,2}(?:\s+ж\w*)?(?:\s|$)")
SPLIT_NUMBER = re.compile(r"№\s*(\d+(?: \d+)+)(?=\s+[а-яәғқңөұүһі])")


def identify(text: str, clauses: Sequence[Clause], name: str, title: str | None = None) -> Identity:
    """What the act is, from its title, text, clauses and file name; what cannot be told stays None or "unknown"."""
    head = text[:HEAD]
    edition = _read_edition_name(text, name)
    sources = [
        _read_title(title) if title else Identity(),
        edition,
        _read_amending_name(name),
        _read_heading(head),
        _read_stamp(text),
        Identity() if _is_enacted(text) else _read_bare_heading(_head_lines(head)),
        _read_name(name),
        _read_enacting(text),
        _read_opening(head),
    ]
    found = sources[0]
    for source in sources[1:]:
        found = _fill(found, source)
    found = _fill(found, Identity(title=_approved_title(clauses), registration=_read_registration(text)))
    found = _name_approved(found, text)
    status = _status_of(found, text, clauses, title, name, bool(edition.number))
    return replace(found, status=status, rank=found.rank or rank_of(found.kind, found.body))


def address(identity: Identity, language: str) -> str | None:
    """«/akn/kz/act/2012-02-21/57/kaz@2017-12-13»; None where number or date is not known. The Constitution has no
    number."""
    number = identity.number or ("constitution" if identity.kind == "constitution" else None)
    if identity.date is None or number is None:
        return None
    plain = re.sub(r"[^\w.-]+", "-", number.lower())
    edition = f"@{identity.edition.isoformat()}" if identity.edition else ""
    return f"/akn/kz/act/{identity.date.isoformat()}/{plain}/{CODES.get(language, language)}{edition}"


def _fill(known: Identity, more: Identity) -> Identity:
    """What ``known`` leaves open is taken from ``more``. Number and date go together: half of each would be no act."""
    apart = (known.number and more.number and not same_number(known.number, more.number)) or (
        known.date is not None and more.date is not None and known.date != more.date
    )
    changes = {}
    for one in fields(Identity):
        if one.name == "rank" and known.kind not in ("unknown", more.kind):
            continue
        blank = getattr(known, one.name) in (None, "unknown", 0, Status.UNKNOWN)
        if blank and not (apart and one.name in ("number", "date", "registration", "body")):
            changes[one.name] = getattr(more, one.name)
    return replace(known, **changes)


def _read_title(title: str) -> Identity:
    """A title of the index: name, body, date, number, kind. After the last «туралы» comes who adopted it and when,
    unless the title was cut inside the name of the act that it amends («… № 300 бұйрығына өзгер»)."""
    folded = fold(title).text
    about = folded.rfind(ABOUT)
    tail_at = about + len(ABOUT)
    tail = folded[tail_at:]
    if about < 0 or OF_ANOTHER.search(tail):
        return Identity(title=_one_line(title) or None)
    marked = re.match(rf"[\s.]*(?:(?:{'|'.join(read_lexicon('references')['index_marks'])})\s+)*", tail)
    tail_at += marked.end() if marked else 0
    printed = title[tail_at:] if len(folded) == len(title) else ""
    numbered = SPLIT_NUMBER.sub(lambda m: "№ " + m.group(1).replace(" ", "/"), folded[tail_at:])
    return replace(_read_requisites(numbered, printed, "kk"), title=_one_line(title[: about + len(ABOUT)]) or None)


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
        number=_upper(number["number"]) if number else None,
        date=read_date(day, language) if day else None,
        rank=rank_of(kind, body) if kind != "unknown" else 0,
    )


def _upper(number: str) -> str:
    """Roman figures and letters of a number are printed in capitals: 414-V, ҚР ДСМ-90."""
    return number.upper().replace("І", "I")


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


def _read_heading(head: str) -> Identity:
    """«Приказ Министра … от 8 февраля 2016 года № 39» in a line of its own, and the title in the line beside it."""
    lines = _head_lines(head)
    for position, line in enumerate(lines):
        for language in LANGUAGES:
            folded = fold(line).text
            noun = compile_nouns(language).search(folded)
            if noun is None or len(line) > 300 or not _is_heading(folded, noun, language):
                continue
            found = _read_requisites(folded, line, language)
            if found.date is None:
                continue
            return replace(found, title=_title_beside(lines, position))
    return Identity()


def _head_lines(head: str) -> list[str]:
    return [line.strip(" \ufeff\t") for line in re.split(r"\n+", head) if line.strip(" \ufeff\t")][:8]


def _is_heading(folded: str, noun: re.Match[str], language: str) -> bool:
    """Whether the line begins with the kind (ru) or ends with it (kk)."""
    if language == "ru":
        head = folded[: noun.start()]
        return (not head or is_constitutional(head, "ru")) and date_pattern("ru").search(folded) is not None
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


def _read_bare_heading(lines: list[str]) -> Identity:
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


@cache
def _stamp(language: str) -> re.Pattern[str]:
    """The requisites of the order in the stamp over what it approves."""
    day, number = (re.sub(r"\?P<\w+>", "?:", p.pattern) for p in (date_pattern(language), NUMBER))
    nouns = compile_nouns(language).pattern
    if language == "kk":
        end = r"(?:№?\s*\d*\s*-?\s*қосымша|бекітілген)\s*(?:[|\n]|$)"
        return re.compile(rf"({day})\s*({number})\s*(?P<noun>{nouns})[\s|]*{end}")
    verb = r"(?:^|[\n|])[ \t]*(?:утвержден\w*|приложени\w+(?:\s*№?\s*\d+)?\s+к)"
    pair = rf"(?:от\s+({day})\s*({number})|({number})\s*от\s+({day}))"
    return re.compile(rf"{verb}\s+(?P<noun>{nouns})(?P<body>[^.;]{{0,200}}?)\s+{pair}")


def _read_stamp(text: str) -> Identity:
    """The first stamp: over an annex of the act it names the act itself."""
    folded = fold(text)
    for language in LANGUAGES:
        match = next(_stamp(language).finditer(folded.text), None)
        if match is None:
            continue
        head = folded.text[max(0, match.start() - 160) : match.end()]
        day = date_pattern(language).search(match.group())
        number = NUMBER.search(match.group(), day.end() if day and language == "kk" else 0)
        kind = kind_of(match["noun"], language)
        body = match["body"] if language == "ru" else head
        return Identity(
            kind=kind,
            number=_upper(number["number"]) if number else None,
            date=read_date(day, language) if day else None,
            rank=rank_of(kind, body),
        )
    return Identity()


EDITION = re.compile(r"(?P<kind>[a-z]+)(?P<number>\d[\w-]*?)_ed_(?P<date>\d{4}-\d\d-\d\d)")
AMENDING = re.compile(r"(?P<kind>[a-z]+)\d*_amend_(?P<date>\d{4}-\d\d-\d\d)(?:_no(?P<number>[^\W_]+(?:-[^\W_]+)*))?")
BANK = re.compile(
    r"(?<![a-z])(?P<kind>[a-z])(?P<year>\d\d)(?P<tail>\d{5,8})_?(?:\.(?P<edition>\d\d-\d\d-\d{4}))?", re.I
)
ENGLISH = re.compile(r"(?<![a-z])(?P<kind>[a-z]+)_?(?P<number>\d{1,5})(?:_(?P<year>(?:19|20)\d\d))?(?!\d)", re.I)


def _read_edition_name(text: str, name: str) -> Identity:
    """``order57_ed_2017-12-13_No619.kk.txt``: order 57 as it read from that day. Its date is where the text cites it."""
    match = EDITION.search(PurePath(name).name.lower())
    if match is None:
        return Identity()
    kind = read_acts()["file_kinds"].get(match["kind"], "unknown")
    day, registration = _date_of_number(text, match["number"])
    return Identity(
        kind=kind,
        number=match["number"],
        date=day,
        registration=registration,
        edition=_read_day(match["date"]),
        rank=rank_of(kind, None),
    )


def _date_of_number(text: str, number: str) -> tuple[date | None, str | None]:
    """The date and the registration that the text gives to an act of that number, where it first cites it."""
    folded = fold(text).text
    for match in NUMBER.finditer(folded):
        if match["number"] != number:
            continue
        before = folded[max(0, match.start() - 45) : match.start()]
        for language in LANGUAGES:
            for day in date_pattern(language).finditer(before):
                if not before[day.end() :].strip():
                    bracket = re.match(
                        r"[^()]{0,30}\([^()]*?№\s*(\d+)[^()]*(?:тіркел|зарегистр)", folded[match.end() :]
                    )
                    return read_date(day, language), bracket.group(1) if bracket else None
    return None, None


def _read_amending_name(name: str) -> Identity:
    """``order126_amend_2013-05-04_No172.kk.txt``: order 172 of that day, which amends order 126."""
    match = AMENDING.search(PurePath(name).name.lower())
    if match is None:
        return Identity()
    return Identity(
        kind=read_acts()["file_kinds"].get(match["kind"], "unknown"),
        number=match["number"],
        date=_read_day(match["date"]),
    )


def _read_day(printed: str) -> date | None:
    try:
        return date.fromisoformat(printed)
    except ValueError:
        return None


def _read_name(name: str) -> Identity:
    """What the file's name tells: an identifier of the reference control bank, a known act, a kind and a number."""
    stem = PurePath(name).name.lower()
    for known in read_known_acts():
        if any(part in stem for part in known.files):
            day, number = known.adopted(None)
            edition = BANK.search(stem)
            return Identity(kind=known.kind, number=number, date=day, edition=_read_edition(edition))
    if (match := BANK.search(stem)) is not None and match["kind"] in read_acts()["bank"]:
        entry = read_acts()["bank"][match["kind"]]
        number = match["tail"].lstrip("0")
        return Identity(
            kind=entry["kind"],
            number=number if entry["number"] == "own" else None,
            registration=number if entry["number"] == "register" else None,
            edition=_read_edition(match),
        )
    for match in ENGLISH.finditer(stem):
        if match["kind"] in read_acts()["file_kinds"]:
            return Identity(kind=read_acts()["file_kinds"][match["kind"]], number=match["number"])
    return Identity()


def _read_edition(match: re.Match[str] | None) -> date | None:
    if match is None or not match["edition"]:
        return None
    return _read_day("-".join(reversed(match["edition"].split("-"))))


def _read_enacting(text: str) -> Identity:
    """«БҰЙЫРАМЫН», «ҚАУЛЫ ЕТЕДІ», «ПРИКАЗЫВАЮ»: the kind; who adopts stands before the verb or signs."""
    folded = fold(text[: HEAD * 2]).text
    first: tuple[int, str] | None = None
    for kind, words in read_acts()["enacting"].items():
        for word in (word for language in LANGUAGES for word in words[language]):
            at = folded.find(word)
            if at >= 0 and (first is None or at < first[0]):
                first = (at, kind)
    if first is None:
        return Identity()
    return Identity(kind=first[1], rank=rank_of(first[1], folded[max(0, first[0] - 80) : first[0]]))


def _read_opening(head: str) -> Identity:
    """«Настоящая Политика …», «Осы … ереже»: an internal act that lost its title still says what it is."""
    folded = fold(head).text
    for language in LANGUAGES:
        said = read_lexicon("references")["this"][language][0]
        match = re.search(rf"(?<!\w){said}", folded)
        if match is None:
            continue
        end = min(match.end() + 300, (folded.find(". ", match.end()) + 1 or len(folded)))
        noun = compile_nouns(language).search(folded, match.end(), end)
        kind = kind_of(noun.group(), language) if noun else "unknown"
        if kind in ("rules", "policy"):
            return Identity(kind=kind, rank=rank_of(kind, None))
    return Identity()


def _approved_title(clauses: Sequence[Clause]) -> str | None:
    """One word is no title: «Фото3х4» over a form, «Ереже» alone."""
    titles = (clause.title for clause in clauses if clause.kind is ClauseKind.APPROVED and clause.title)
    return next((title for title in titles if len(title.split()) > 1), None)


def _is_enacted(text: str) -> bool:
    return _read_enacting(text).kind != "unknown"


def _name_approved(found: Identity, text: str) -> Identity:
    """A file of rules without the order that approves them is rules; the order's requisites and rank stay."""
    if _is_enacted(text) or found.title is None or found.kind in ("law", "code", "constitution", "constitutional_law"):
        return found
    heading = _read_bare_heading([found.title])
    if heading.kind not in ("rules", "policy") or found.edition is not None:
        return found
    return replace(found, kind=heading.kind, rank=found.rank or rank_of(found.kind, found.body))


def _read_registration(text: str) -> str | None:
    """«Әділет министрлігінде 2012 жылы 4 сәуірде № 7495 тіркелді»; not the numbers of acts that are cited."""
    folded = fold(text).text
    for pattern in read_lexicon("references")["registered"]:
        match = re.search(pattern, folded)
        if match is not None:
            return match["number"]
    return None


def _status_of(
    found: Identity, text: str, clauses: Sequence[Clause], title: str | None, name: str, edition: bool
) -> Status:
    marks = read_lexicon("references")["status"]
    heads = fold(f"{title or ''}\n{found.title or ''}\n{text[:400]}").text
    if any(re.search(mark, heads) for mark in marks["repealed"]):
        return Status.REPEALED
    if any(re.search(mark, heads) for mark in marks["draft"]) or "draft" in name.lower():
        return Status.DRAFT
    if not edition and _amends(found, text, clauses, name):
        return Status.AMENDING
    return Status.IN_FORCE if found.number or found.date or found.title else Status.UNKNOWN


def _amends(found: Identity, text: str, clauses: Sequence[Clause], name: str) -> bool:
    marks = read_lexicon("references")["status"]
    title = fold(found.title or "").text
    if any(mark in title for mark in marks["amending_title"]):
        return True
    if "_amend_" in name.lower():
        return True
    start = fold(text[: HEAD * 2]).text
    enacted = any(clause.amends for clause in clauses)
    return enacted or (not title and any(mark in start for mark in marks["amending_text"]))
