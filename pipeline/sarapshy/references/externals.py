"""Another act as a citation gives it: its requisites, or those that a well-known act of ``rules/acts.yaml`` truly has.

«2007 жылғы 15 мамырдағы Еңбек кодексі» is the code of that year, «2015 жылғы 24 қарашадағы» the one of the 23rd with a
wrong date, «Еңбек кодексі» the one that was in force when the text was written.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec

from sarapshy.acts.identity import address
from sarapshy.acts.kinds import KnownAct
from sarapshy.acts.model import Identity
from sarapshy.acts.requisites import same_number
from sarapshy.references.citations import Citation


class Reason(StrEnum):
    """Why a citation leads to nothing, or to something else than it says."""

    MISSING_CLAUSE = "missing_clause"
    MISSING_ANNEX = "missing_annex"
    BASE_NOT_HERE = "base_not_here"
    UNNAMED_ACT = "unnamed_act"
    UNREAD = "unread"  # its number is printed where it should stand, but was not read as a clause
    WRONG_DATE = "wrong_date"
    WRONG_NUMBER = "wrong_number"


class External(msgspec.Struct, frozen=True, gc=False):
    """Another act, as far as its requisites are known; ``key`` names an act of ``rules/acts.yaml``."""

    kind: str | None
    number: str | None
    date: date | None
    title: str | None
    key: str | None
    address: str | None


def name_external(citation: Citation, language: str) -> External:
    """What the citation itself tells."""
    identity = Identity(kind=citation.act_kind or "unknown", number=citation.act_number, date=citation.act_date)
    return External(
        citation.act_kind,
        citation.act_number,
        citation.act_date,
        citation.act_title,
        citation.act_key,
        address(identity, language),
    )


def meet_known(citation: Citation, known: KnownAct, day: date | None, language: str) -> tuple[External, Reason | None]:
    """A well-known act with its true requisites; ``day`` is that of the citing text. Only a printed date or number at odds
    with all its adoptions, where the other of the two agrees with one, is wrong: an older act may have borne the same title.
    """
    told, number = citation.act_date, citation.act_number
    for adopted, its_number in known.acts:
        if (told is None or told == adopted) and (number is None or same_number(number, its_number)):
            if told is None and number is None and len(known.acts) > 1:
                return _adopted_by(day, known, language), None
            return _describe(known, adopted, its_number, language), None
    for adopted, its_number in known.acts:
        reason = _fault(told, number, adopted, its_number)
        if reason is not None:
            return _describe(known, adopted, its_number, language), reason
    return name_external(citation, language), None


def _adopted_by(day: date | None, known: KnownAct, language: str) -> External:
    """The adoption in force on a day; without a day which of them is meant cannot be told."""
    if day is None:
        return External(known.kind, None, None, known.names[language][0], known.key, None)
    return _describe(known, *known.adopted(day), language)


def _fault(told: date | None, number: str | None, adopted: date, its_number: str | None) -> Reason | None:
    """What is wrong of the requisites told, if they are those of this adoption but for a slip."""
    if number is not None:
        if same_number(number, its_number):
            return Reason.WRONG_DATE
        return Reason.WRONG_NUMBER if told == adopted else None
    if told is None or told.year != adopted.year:
        return None
    return Reason.WRONG_DATE if told.month == adopted.month or told.day == adopted.day else None


def _describe(known: KnownAct, adopted: date, number: str | None, language: str) -> External:
    identity = Identity(kind=known.kind, number=number, date=adopted)
    return External(known.kind, number, adopted, known.names[language][0], known.key, address(identity, language))
