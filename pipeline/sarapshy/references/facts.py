"""What one act tells that concerns other acts, small enough to keep for every act of a country.

An order of 2017 says «№ 57 бұйрығына мынадай өзгерістер енгізілсін»: one name (kind order, number 57, 21.02.2012) and one
mention of it, with the relation AMENDS, in point 1. Its preamble «Білім туралы» Заңының 5-бабына сәйкес БҰЙЫРАМЫН» is a
mention with the relation BASED_ON of article 5 of a law. Names are told once and mentions point at them; clauses are told
as they are cited («art 139», «art 139 pt 2»); sides are the places that rules on two acts ask for. Facts travel as JSON.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

import msgspec

from sarapshy.acts.kinds import compile_nouns, rank_of, read_kinds, read_known_acts, same_words
from sarapshy.acts.model import Act, ClauseKind, Identity, Status
from sarapshy.acts.outline import NUMBERED, Outline
from sarapshy.acts.quotes import cut_quote
from sarapshy.acts.requisites import date_pattern, same_number
from sarapshy.acts.stretches import Reading
from sarapshy.language.letters import fold
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.likeness import HEAD
from sarapshy.references.anchors import Scope
from sarapshy.references.citations import Citation, Target
from sarapshy.references.externals import External
from sarapshy.references.resolve import read_externals
from sarapshy.references.terms import find_uses

LEAD = 240  # characters of a point's opening that say what it does with the acts listed under it
BRACKET = 400  # characters after a citation in which its registration is told
WORD = re.compile(r"[\w-]+")
WHOLE = re.compile(
    r"(?:\s*\([^()]{0,600}\))*\s*(?:[;.,|\n]|$)"
)  # an item of a list ends with the act, and names no part of it
BODY = re.compile(r"(?:[\w-]+[\s,]+){0,14}[\w-]+ң|")  # «2) Мәдениет министрінің 2016 жылғы …»: the body before the date
OPENS = re.compile(r"(?:\s*\([^()]{0,600}\))*\s*:")  # «№ 387 қаулысында (…):» and then the changes
ADDRESSED = (*NUMBERED, ClauseKind.SUBPOINT)
BODYLESS = ("law", "code", "constitution", "constitutional_law")


class Relation(StrEnum):
    CITES = "cites"
    AMENDS = "amends"
    REPEALS = "repeals"
    BASED_ON = "based_on"  # the authorising norm of a preamble or of point 1 of the rules


class Name(msgspec.Struct, frozen=True, gc=False):
    """Another act as it is named: ``key`` is that of ``rules/acts.yaml``, ``body`` the words before its date."""

    kind: str | None = None
    number: str | None = None
    date: str | None = None
    title: str | None = None
    key: str | None = None
    body: str | None = None
    registration: str | None = None


class Place(msgspec.Struct, frozen=True, gc=False):
    """Words of an act: offsets, the clause that holds them as ``ClauseRef`` names it; ``quote`` is exact."""

    start: int
    end: int
    clause: str | None = None
    number: str | None = None
    label: str = ""
    path: str = ""
    quote: str = ""


class Mention(msgspec.Struct, frozen=True, gc=False):
    """``name`` is a position in ``Facts.names``; ``address`` is the clause of the other act, «art 139 pt 2», or empty."""

    name: int
    relation: Relation
    address: str
    place: Place
    delegates: bool = False  # the norm leaves a matter to the act named
    carried: bool = False  # it stands in a norm that an amending act brings in: new wording, an annex


class Side(msgspec.Struct, frozen=True, gc=False):
    """A place that rules on two acts ask for. ``matter`` and ``role`` say of what kind it is, ``value`` is what is
    compared («5 working_day»), ``subject`` what it is of, ``heads`` are beginnings of its words."""

    matter: str
    role: str
    place: Place
    value: str = ""
    subject: str = ""
    heads: tuple[str, ...] = ()


class Use(msgspec.Struct, frozen=True, gc=False):
    """A point or article uses a term that the act explains; ``term`` is a position in ``Facts.terms``."""

    term: int
    address: str


@dataclass(frozen=True, slots=True)
class Facts:
    """``own`` is the key of the act itself where everybody knows it; ``services`` are state services it regulates."""

    path: str
    sha256: str
    language: str
    identity: Identity
    own: str | None = None
    approves: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()
    mentions: tuple[Mention, ...] = ()
    terms: tuple[str, ...] = ()
    uses: tuple[Use, ...] = ()
    sides: tuple[Side, ...] = field(default=())


def read_facts(act: Act, reading: Reading | None = None, sides: Iterable[Side] = ()) -> Facts:
    """The facts of an act; ``reading`` saves a second one where the act was read already."""
    reading = reading or Reading(act)
    names: dict[Name, int] = {}
    mentions = tuple(_read_mentions(reading, names))
    terms = tuple(dict.fromkeys(fold(d.term).text for d in act.definitions if not d.short_name))
    return Facts(
        path=act.path,
        sha256=act.sha256,
        language=act.language,
        identity=act.identity,
        own=know(act.identity, act.language),
        approves=tuple(c.title for c in act.clauses if c.title and c.kind is ClauseKind.APPROVED),
        clauses=tuple(dict.fromkeys(_read_clauses(reading.outline))),
        names=tuple(names),
        mentions=mentions,
        terms=terms,
        uses=tuple(dict.fromkeys(_read_uses(reading, terms))),
        sides=tuple(sides),
    )


def know(identity: Identity, language: str) -> str | None:
    """The key of a well-known act: «ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ ЕҢБЕК КОДЕКСІ» is the labour code, whatever its requisites."""
    if identity.kind not in BODYLESS or identity.status is Status.AMENDING:
        return None
    common = {word[:HEAD] for word in read_lexicon("across")["common_body"]}
    title = [word for word in WORD.findall(fold(identity.title or "").text) if word[:HEAD] not in common]
    for known in read_known_acts():
        dated = not title and any(
            day == identity.date and (number is None or same_number(number, identity.number))
            for day, number in known.acts
        )
        if known.kind == identity.kind and (dated or any(_ends(title, name, common) for name in known.names[language])):
            return known.key
    return None


def _ends(title: list[str], name: str, common: set[str]) -> bool:
    words = [word for word in WORD.findall(fold(name).text) if word[:HEAD] not in common]
    if len(words) == len(title) + 1:  # a law's title leaves the noun out: «Білім туралы»
        return same_words(title, words[:-1]) or same_words(title, words[1:])
    rest = title[: len(title) - len(words)]
    return len(title) >= len(words) and same_words(title[len(rest) :], words) and len(rest) <= 2


# -- clauses


def _read_clauses(outline: Outline) -> Iterator[str]:
    """Articles and points as another act would cite them; those of annexes are left out."""
    for position, clause in enumerate(outline.act.clauses):
        if clause.kind in NUMBERED and clause.number is not None and clause.amends is None:
            component = outline.component(position)
            if component is None or outline.act.clauses[component].kind is ClauseKind.APPROVED:
                yield _address_of(outline, position)


def _read_uses(reading: Reading, terms: Sequence[str]) -> Iterator[Use]:
    return (Use(term, _address_of(reading.outline, at)) for term, at in find_uses(reading, terms))


def _address_of(outline: Outline, position: int) -> str:
    above = [outline.act.clauses[p] for p in outline.above(position)]
    named = [f"{c.kind.value} {c.number}" for c in reversed(above) if c.kind in ADDRESSED and c.number]
    return " ".join(named)


# -- mentions


def _read_mentions(reading: Reading, names: dict[Name, int]) -> Iterator[Mention]:
    seen: set[tuple[int, int, int, str]] = set()
    for citation, external in read_externals(reading):
        if not (external.key or external.number or external.date or external.title):
            continue
        name = names.setdefault(_name(reading.act, citation, external), len(names))
        address = _address(citation)
        key = (name, citation.start, citation.end, address)
        if key not in seen:
            seen.add(key)
            yield _read_mention(reading, citation, external, name, address)


def _address(citation: Citation) -> str:
    return " ".join(f"{kind.value} {number}" for kind, number in citation.units if number and kind in ADDRESSED)


def _name(act: Act, citation: Citation, external: External) -> Name:
    """The name of one citation; of an anaphora that of the act it goes back to."""
    spoken = citation.scope is Scope.NAMED and citation.act_number == external.number
    day = external.date.isoformat() if external.date else None
    return Name(
        kind=external.kind,
        number=external.number.upper() if external.number else None,
        date=day,
        title=" ".join(external.title.split()) if external.title else None,
        key=external.key,
        body=_read_body(act, citation) if spoken and not external.key else None,
        registration=_read_registration(act, citation) if spoken and not external.key else None,
    )


def _read_body(act: Act, citation: Citation) -> str | None:
    """«Білім және ғылым министрінің» of «… туралы» … министрінің 2012 жылғы 21 ақпандағы № 57 бұйрығына»."""
    printed = fold(act.text[citation.start : citation.end])
    day = date_pattern(citation.language).search(printed.text)
    noun = compile_nouns(citation.language).search(printed.text)
    if day is None or (citation.language == "ru" and (noun is None or noun.end() > day.start())):
        return None
    if citation.language == "kk":
        start = printed.text.rfind('"', 0, day.start()) + 1
        words = printed.text[start : day.start()]
    else:
        assert noun is not None
        words = re.sub(rf"\s+{read_lexicon('references')['dated_by']}\s*$", "", printed.text[noun.end() : day.start()])
    return " ".join(words.split()) or None


def _read_registration(act: Act, citation: Citation) -> str | None:
    """«(Нормативтік құқықтық актілерді мемлекеттік тіркеу тізілімінде № 7495 болып тіркелген …)» after the citation."""
    start = citation.end
    while act.text[start : start + 1].isspace():
        start += 1
    if act.text[start : start + 1] != "(":
        return None
    bracket = fold(act.text[start : act.text.find(")", start, start + BRACKET) + 1]).text
    for pattern in read_lexicon("across")["registered"]:
        if (found := re.search(pattern, bracket)) is not None:
            return found["number"]
    return None


def _read_mention(reading: Reading, citation: Citation, external: External, name: int, address: str) -> Mention:
    position = reading.outline.at(citation.start)
    relation = _relate(reading, citation, external, position)
    start, end = (reading.to_folded(offset) for offset in (citation.start, citation.end))
    sentence = reading.text[slice(*reading.sentence(start))]
    delegates = relation is Relation.CITES and _says("delegates", sentence, citation.language)
    quoted = relation is not Relation.AMENDS and citation.target is not Target.ANAPHORA
    place = make_place(reading, start, end, quoted)
    return Mention(name, relation, address, place, delegates, _is_carried(reading, position))


def _is_carried(reading: Reading, position: int | None) -> bool:
    if reading.act.identity.status is not Status.AMENDING:
        return False
    above = reading.outline.above(position)
    return reading.outline.component(position) is not None or any(reading.act.clauses[p].amends for p in above)


def make_place(reading: Reading, start: int, end: int, quoted: bool = True) -> Place:
    """The place of folded offsets, as a finding would name it."""
    first, last = cut_quote(reading, start, end) if quoted else reading.to_source(start, end)
    quote = reading.act.text[first:last] if quoted else ""
    position = reading.outline.at(reading.to_source(start, start)[0])
    if position is None:
        return Place(first, last, quote=quote)
    clause, point = reading.act.clauses[position], reading.outline.numbered(position)
    number = reading.act.clauses[point].number if point is not None else None
    return Place(first, last, clause.id, number, clause.label, reading.outline.path(position), quote)


def _relate(reading: Reading, citation: Citation, external: External, position: int | None) -> Relation:
    act, outline = reading.act, reading.outline
    if any(act.clauses[above].amends is not None for above in outline.above(position)):
        return Relation.CITES  # quoted new wording speaks for the act it goes into
    component = outline.component(position)
    if _is_within_power(act, citation, external) and (component is None or _lists_repealed(reading, component)):
        command = _command(reading, citation, position)
        whole = citation.target in (Target.ACT, Target.ANAPHORA)
        if whole and _says("repeals", command, citation.language) and _is_object(reading, citation, position):
            return Relation.REPEALS
        if not whole and _says("repeals", command, citation.language):
            return Relation.AMENDS  # a part of it loses its force
        opens = whole and OPENS.match(reading.text, reading.to_folded(citation.end)) is not None
        if component is None and (opens or _says("amends", command, citation.language)):
            return Relation.AMENDS
    return Relation.BASED_ON if _is_base(reading, citation, external, position) else Relation.CITES


def _is_within_power(act: Act, citation: Citation, external: External) -> bool:
    """Whether the act may change the other: an order changes no law, a maslikhat no resolution of the Government."""
    if external.kind == act.identity.kind:
        return True
    rank = rank_of(external.kind or "unknown", _read_body(act, citation))
    return not rank or not act.identity.rank or rank >= act.identity.rank


def _is_object(reading: Reading, citation: Citation, position: int | None) -> bool:
    """Whether the act named is what loses its force: in the genitive or accusative before the verb, the object after a
    Russian verb, or the act that an item of a list begins with; not «Заңының 31-бабына сәйкес …»."""
    at, end = reading.to_folded(citation.start), reading.to_folded(citation.end)
    left, right = reading.sentence(at)
    if not _says("repeals", reading.text[left:right], citation.language):
        first = BODY.fullmatch(re.sub(_item_mark(), "", reading.text[left:at]).strip())
        return first is not None and WHOLE.match(reading.text, end) is not None
    if citation.language == "kk":
        return _says("losing", reading.text[at:end], "kk")
    return _says("repeals", reading.text[left:at], "ru") or not WORD.search(
        re.sub(_item_mark(), "", reading.text[left:at])
    )


@cache
def _item_mark() -> re.Pattern[str]:
    return re.compile(r"^\W*\d+(?:[.)]|\s)|^\s*\|?\s*\d+\s*\|")


def _command(reading: Reading, citation: Citation, position: int | None) -> str:
    """The sentence of the citation and, of a list, the words that open it: «Мыналардың күші жойылды деп танылсын:»."""
    at = reading.to_folded(citation.start)
    words = [reading.text[slice(*reading.sentence(at))]]
    for above in reading.outline.above(position):
        start, end = reading.span_of(above)
        opening = reading.text[start : min(end, start + LEAD)].partition(":")
        if opening[1] and start + len(opening[0]) < at:
            words.append(opening[0])
    component = reading.outline.component(position)
    if component is not None:
        start, end = reading.span_of(component)
        words.append(reading.text[start : min(end, start + 2 * LEAD)])
    return "\n".join(words)


def _lists_repealed(reading: Reading, component: int) -> bool:
    """Whether an annex is a list of acts that lose their force, as its heading says."""
    start, end = reading.span_of(component)
    return _says(
        "repealed_list", reading.text[start : min(end, start + 2 * LEAD)], reading.act.clauses[component].language
    )


def _is_base(reading: Reading, citation: Citation, external: External, position: int | None) -> bool:
    kinds, own = read_kinds(), reading.act.identity.rank
    rank = kinds[external.kind].rank if external.kind in kinds else 0
    if not 0 < rank < (own or 9):
        return False
    at = reading.to_folded(citation.start)
    if any(reading.act.clauses[above].kind is ClauseKind.PREAMBLE for above in reading.outline.above(position)):
        return True
    start, end = reading.sentence(at)
    return _says("worked_out", reading.text[start:end], citation.language)


@cache
def _spell(entry: str, language: str) -> re.Pattern[str]:
    return re.compile("|".join(read_lexicon("across")[entry][language]))


def _says(entry: str, text_folded: str, language: str) -> bool:
    return _spell(entry, language).search(text_folded) is not None
