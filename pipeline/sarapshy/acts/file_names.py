"""What the name of a file tells of the act in it.

``order57_ed_2017-12-13_No619.kk.txt`` is order 57 as it read from that day; ``order126_amend_2013-05-04_No172.kk.txt`` is
order 172 of that day, which amends order 126; ``k1500000414.20-01-2026.rus.pdf`` is a file of the reference control bank.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import PurePath

from sarapshy.acts.kinds import LANGUAGES, rank_of, read_acts, read_known_acts
from sarapshy.acts.model import Identity
from sarapshy.acts.requisites import NUMBER, date_pattern, read_date
from sarapshy.language.letters import fold
from sarapshy.language.lexicon import read_lexicon

EDITION = re.compile(r"(?P<kind>[a-z]+)(?P<number>\d[\w-]*?)_ed_(?P<date>\d{4}-\d\d-\d\d)")
AMENDING = re.compile(r"(?P<kind>[a-z]+)\d*_amend_(?P<date>\d{4}-\d\d-\d\d)(?:_no(?P<number>[^\W_]+(?:-[^\W_]+)*))?")
BANK = re.compile(
    r"(?<![a-z])(?P<kind>[a-z])(?P<year>\d\d)(?P<tail>\d{5,8})_?(?:\.(?P<edition>\d\d-\d\d-\d{4}))?", re.I
)
ENGLISH = re.compile(r"(?<![a-z])(?P<kind>[a-z]+)_?(?P<number>\d{1,5})(?:_(?P<year>(?:19|20)\d\d))?(?!\d)", re.I)


def read_edition_name(text: str, name: str) -> Identity:
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
                    bracket = re.match(read_lexicon("references")["registered_beside"], folded[match.end() :])
                    return read_date(day, language), bracket.group(1) if bracket else None
    return None, None


def read_amending_name(name: str) -> Identity:
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


def read_name(name: str) -> Identity:
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
