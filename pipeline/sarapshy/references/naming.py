"""Whether two names are of one act: «№ 414-V ҚРЗ» and «414-v», «Білім туралы» and «Білім туралы заң».

Numbers lose their convocation, blanks and look-alike letters; titles are compared by the beginnings of their words, which
endings do not change; bodies where both are told: two ministers may sign an order of one number on one day.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sarapshy.acts.kinds import kind_of, rank_of, read_kinds, read_known_acts
from sarapshy.language.letters import fold
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.likeness import HEAD, likeness, share
from sarapshy.references.facts import BODYLESS, Facts, Name

SAME_BODY = 0.5  # share of the words of the shorter name that the other holds
SAME_TITLE = 0.8
WHOLE_TITLE = 3  # words; a shorter title may be many acts'
WORD = re.compile(r"[^\W\d_]{3,}|\d+")  # «2012-2014 жылдарға арналған бюджет»: years tell one budget from another
LATIN = str.maketrans("авсенкмортухі", "abcehkmoptyxi")


def name_of(text: Facts) -> Name:
    """The name that a text of the run gives itself."""
    who = text.identity
    day = who.date.isoformat() if who.date else None
    number = who.number
    if text.own and not (day and number):
        known = next(one for one in read_known_acts() if one.key == text.own)
        adopted, number = known.adopted(who.edition)
        day = adopted.isoformat()
    return Name(who.kind, number.upper() if number else None, day, who.title, text.own, who.body, who.registration)


@lru_cache(maxsize=100_000)
def plain_number(number: str, kind: str | None) -> str:
    """«ҚР ДСМ-90», «21/252» and «21-252»; a law's without its convocation."""
    plain = re.sub(r"(?:қрз|зрк)$", "", number.lower().strip()).translate(LATIN)
    plain = re.sub(r"[\s/.-]+", "-", plain).strip("-")
    return plain.partition("-")[0] if kind in BODYLESS else plain


@lru_cache(maxsize=100_000)
def title_heads(title: str) -> tuple[str, ...]:
    """Beginnings of the words of a title, without the noun of a law and the name of the country."""
    words = WORD.findall(fold(title).text)
    kinds = {kind_of(word, language) for word in words[-1:] for language in ("kk", "ru")}
    return tuple(word[:HEAD] for word in (words[:-1] if kinds & set(BODYLESS) and len(words) > 2 else words))


def is_whole_title(title: str | None) -> bool:
    return title is not None and len(title_heads(title)) >= WHOLE_TITLE - 1


def can_be_known(name: Name) -> bool:
    """Whether the name is enough to know an act by: rules named by a title alone («… мекемесінің Ережесі») are not."""
    kinds = read_kinds()
    approved = name.kind in kinds and kinds[name.kind].approved
    return bool(name.key or name.date) or (not approved and is_whole_title(name.title))


def same_title(one: str | None, other: str | None) -> bool:
    if not (is_whole_title(one) and is_whole_title(other)):
        return False
    return likeness(frozenset(title_heads(str(one))), frozenset(title_heads(str(other)))) >= SAME_TITLE


@cache
def _common() -> frozenset[str]:
    return frozenset(word[:HEAD] for word in read_lexicon("across")["common_body"])


@lru_cache(maxsize=100_000)
def body_heads(body: str) -> frozenset[str]:
    return frozenset(word[:HEAD] for word in WORD.findall(fold(body).text)) - _common()


def rank_named(name: Name) -> int:
    """The place in the hierarchy of an act that is known by name only; 0 where it cannot be told."""
    kinds = read_kinds()
    if name.kind is None or kinds.get(name.kind) is None or kinds[name.kind].approved:
        return rank_of("order", name.body) if name.body else 0
    return rank_of(name.kind, name.body)


def fits(one: Name, other: Name) -> bool:
    """Whether two names of one number and date, or of one title, may be of one act."""
    return _fit_kinds(one.kind, other.kind) and _fit_bodies(one, other)


def is_same(one: Name, other: Name) -> bool:
    """Whether an act names itself: its rules bear its number and date, whatever body the words before them seem to tell."""
    if not (one.number and one.date and other.number) or one.date != other.date:
        return False
    return plain_number(one.number, one.kind) == plain_number(other.number, other.kind)


def liken(one: Name, other: Name) -> float:
    """For choosing among several that fit."""
    bodies = [body_heads(body) for body in (one.body, other.body) if body]
    alike = likeness(*bodies) if len(bodies) == 2 else 0.0
    return alike + (0.5 if same_title(one.title, other.title) else 0.0)


def is_approved(kind: str) -> bool:
    """Whether it is rules or the like, which have the number of the order that approves them."""
    return kind in read_kinds() and read_kinds()[kind].approved


def _fit_kinds(one: str | None, other: str | None) -> bool:
    """Rules bear the number of the order that approves them; a law may be called constitutional or not."""
    kinds = read_kinds()
    if one == other or any(k not in kinds or k == "unknown" or kinds[k].approved for k in (one, other)):
        return True
    return {one, other} <= {"law", "constitutional_law", "code"}


def _fit_bodies(one: Name, other: Name) -> bool:
    if not (one.body and other.body) or one.kind in BODYLESS:
        return True
    smaller, larger = sorted((body_heads(one.body), body_heads(other.body)), key=len)
    return not smaller or share(smaller, larger) >= SAME_BODY
