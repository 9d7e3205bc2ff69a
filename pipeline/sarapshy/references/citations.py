"""What an act cites: «осы Қағидалардың 12-тармағы» is a citation of point 12 of these rules, «Заңның 31-бабының 2 және
3-тармақтары» are two, of points 2 and 3 of article 31 of a law that a short name stands for.

A list or a range gives several citations with one span, one for each target. Units stand from the outermost to the
innermost in both languages; a unit with no number is «this» one («осы тармақтың 3) тармақшасы») or the only annex.
A mention of the act itself («осы бұйрық қолданысқа енгізіледі») is no citation; nor are headings, the number of the
clause itself, approval stamps, signatures and the publisher's notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import pairwise, product

import msgspec

from sarapshy.acts.kinds import read_kinds, read_known_acts
from sarapshy.acts.model import Act, ClauseKind, ClauseRole
from sarapshy.acts.outline import Outline
from sarapshy.acts.requisites import date_pattern
from sarapshy.language.letters import Folded, fold
from sarapshy.language.lexicon import read_lexicon
from sarapshy.references.anchors import Anchor, Scope
from sarapshy.references.named_acts import find_anchors
from sarapshy.references.units import DEPTH, Unit, find_units, spell_between

SILENT = (ClauseRole.SIGNATURE, ClauseRole.TITLE, ClauseRole.EDITORIAL)
HEADED = (ClauseKind.ANNEX, ClauseKind.SECTION, ClauseKind.CHAPTER, ClauseKind.PARAGRAPH, ClauseKind.ARTICLE)
WORDS = read_lexicon("references")
LOOSE = (ClauseKind.PART, ClauseKind.INDENT)  # «екінші бөлігі» by itself may be a part of anything
# «приложению 33 к Санитарным правилам», «пунктом 5 Типовых правил»: adjectives before the noun of the act.
TOWARDS = re.compile(rf"\s+(?:{WORDS['towards']}\s+)?(?:[а-я-]+(?:ым|им|ых|их|ого|его|ому|ему|ой|ыми|ими)\s+){{0,3}}")
THIS = re.compile(rf"(?<!\w)(?:{'|'.join(WORDS['this']['kk'])})\s+$")
GENITIVE = re.compile(r"(?<!\w)\w{3,}[ыі]ң\s*$")
DATIVE = re.compile(r"(?<!\w)\w{3,}[ғгқкн][ае][\s№]*$")
NOMINATIVE = {"kk": ("",), "ru": ("", "я", "а", "е")}
BRACKET = re.compile(r"(?:\s*\([^()]{0,400}\))+")
BLANK = re.compile(rf"[ \t\n]*+(?:(?:{'|'.join(WORDS['respectively'])}) )?№?\s*+$")
DOCUMENT = re.compile(rf"\s+(?:{'|'.join(WORDS['documents'])})\w*")


class Target(StrEnum):
    HERE = "here"  # a clause of this act
    CLAUSE = "clause"  # a clause of another act
    ACT = "act"  # another act as a whole
    ANNEX = "annex"
    ANAPHORA = "anaphora"  # «көрсетілген бұйрық»


class Citation(msgspec.Struct, frozen=True, gc=False):
    """``start`` and ``end`` are offsets into ``Act.text``. ``act_title`` is as printed; ``act_key`` names a well-known
    act of ``rules/acts.yaml``."""

    start: int
    end: int
    target: Target
    scope: Scope
    units: tuple[tuple[ClauseKind, str | None], ...]
    language: str
    act_kind: str | None = None
    act_number: str | None = None
    act_date: date | None = None
    act_title: str | None = None
    act_key: str | None = None


@dataclass(slots=True)
class _Chain:
    """Units from the outermost to the innermost, and the act they are of. ``joined``: only «және», «и» or a comma
    stands between this chain and the next."""

    units: list[Unit]
    anchor: Anchor | None
    joined: bool = False
    shared: list[Unit | Anchor] = field(default_factory=list)  # those that stand in another chain's words

    @property
    def span(self) -> tuple[int, int]:
        parts: list[Unit | Anchor] = [*self.units, *([self.anchor] if self.anchor else [])]
        own = [part for part in parts if part not in self.shared]
        return min(part.start for part in own), max(part.end for part in own)


def find_citations(act: Act, outline: Outline | None = None) -> tuple[Citation, ...]:
    """Everything the act cites, in document order; several with one span for a list."""
    folded, outline = fold(act.text), outline or Outline(act)
    found = [c for language in act.languages for c in _find(act, folded, outline, language)]
    return tuple(sorted(found, key=lambda citation: (citation.start, citation.end)))


def _find(act: Act, folded: Folded, outline: Outline, language: str) -> Iterator[Citation]:
    anchors = find_anchors(act, folded, language)
    units = [unit for unit in find_units(folded.text, language) if not _is_heading(unit, act, folded, language)]
    tokens = _merge(anchors + _find_abbreviations(act, folded, language), units, folded.text)
    chains = (_chain_kazakh if language == "kk" else _chain_russian)(tokens, folded.text)
    for chain in chains:
        if not _is_citation(chain, folded.text):
            continue
        start = folded.source(chain.span[0])
        if not chain.units and _is_own_heading(start, chain.anchor, act):
            continue
        if _stands_in_norm(start, act, outline, language) and not _is_stamp(*chain.span, folded.text, language):
            yield from _cite(chain, act, folded, language)


def _is_own_heading(start: int, anchor: Anchor | None, act: Act) -> bool:
    """«Приказ Министра … от 8 февраля 2016 года № 39» in the first line is the act's own name."""
    own = anchor is not None and anchor.date is not None and anchor.date == act.identity.date
    return own and start < 400 and not act.text[act.text.rfind("\n", 0, start) + 1 : start].strip(" \ufeff")


def _merge(anchors: list[Anchor], units: list[Unit], text: str) -> list[Unit | Anchor]:
    """In order of place, without what stands within an act's requisites, its title or the bracket after them."""
    tokens: list[Unit | Anchor] = []
    reached = 0
    both: list[Unit | Anchor] = [*anchors, *units]
    for token in sorted(both, key=lambda token: (token.start, -token.end)):
        if token.start < reached:
            continue
        tokens.append(token)
        if isinstance(token, Anchor):
            reached = _end_of_bracket(token, text)
    return tokens


def _end_of_bracket(anchor: Anchor, text: str) -> int:
    """The end of an act's mention with the bracket after it: «Заңының (бұдан әрі – Заң) 33-бабы»."""
    bracket = BRACKET.match(text, anchor.end)
    return bracket.end() if bracket else anchor.end


@cache
def _abbreviations(language: str) -> re.Pattern[str]:
    names = sorted({n for known in read_known_acts() for n in known.short.get(language, ())}, key=len, reverse=True)
    spelled = "|".join(rf"{name[0]}(?<!\w{name[0]}){name[1:]}" for name in names)  # a search skips to the first letters
    return re.compile(rf"(?P<name>{spelled})(?:-[а-яәғқңөұүһі]{{2,4}})?(?!\w)(?: РК)?")


def _find_abbreviations(act: Act, folded: Folded, language: str) -> list[Anchor]:
    """«ӘҚБтК-нің 5-бабы», «ст. 139 ТК РК»: letters that name a code. They count only beside a unit."""
    if folded.cuts:
        return []
    known = {name: one for one in read_known_acts() for name in one.short.get(language, ())}
    return [
        Anchor(m.start(), m.end(), m.start(), known[m["name"]].kind, Scope.UNNAMED, known=known[m["name"]])
        for m in _abbreviations(language).finditer(act.text)
    ]


def _is_heading(unit: Unit, act: Act, folded: Folded, language: str) -> bool:
    """«2-тарау. Құжаттар», «Статья 5. Права», the label of an annex: a nominative at the head of a line."""
    text = folded.text
    if unit.this or unit.kind not in HEADED or unit.ending not in NOMINATIVE[language]:
        return False
    after = text[unit.end : unit.end + 3]
    if text[text.rfind("\n", 0, unit.start) + 1 : unit.start].strip(' |\t"№'):
        return (
            language == "kk" and unit.kind is not ClauseKind.ANNEX and after[:1] == " " and _is_upper(unit, act, folded)
        )
    if unit.kind is ClauseKind.ANNEX:
        return True
    return not after.strip() or after[0] in ".\n|" or _is_upper(unit, act, folded)


def _is_upper(unit: Unit, act: Act, folded: Folded) -> bool:
    """Whether the word after the unit has a capital: «101-бап Конгрестер» is a heading without a stop."""
    end = folded.source(unit.end)
    return act.text[end : end + 3].strip()[:1].isupper()


@cache
def _joints(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s*{spell_between(language)}\s*")


def _chain_kazakh(tokens: list[Unit | Anchor], text: str) -> list[_Chain]:
    """The act, then its units inwards: each unit that follows at once is deeper; one joined by «және» shares what is
    above it («31-бабының 2-тармағы және 35-бабы»)."""
    chains: list[_Chain] = []
    chain, reached = _Chain([], None), 0
    for token in tokens:
        between = text[reached : token.start]
        if isinstance(token, Anchor):
            chain = _Chain([], token)
            chains.append(chain)
        elif chains and not token.this and _adjoins(between):
            chain.units.append(token)
        elif chains and chain.units and _joints("kk").fullmatch(between):
            above = [unit for unit in chain.units if DEPTH[unit.kind] < DEPTH[token.kind]]
            chain = _Chain([*above, token], chain.anchor, shared=[*above, *([chain.anchor] if chain.anchor else [])])
            chains.append(chain)
        else:
            chain = _Chain([token], _unnamed_before(token, text))
            chains.append(chain)
        reached = _end_of_bracket(token, text) if isinstance(token, Anchor) else token.end
    return chains


def _adjoins(between: str) -> bool:
    """Whether only a blank, a number sign or the date of the act stands between («кодексінің 2008 жылғы … 9-1 бабы»)."""
    dated = date_pattern("kk").match(between.lstrip()) if len(between) > 10 else None
    rest = between.lstrip()[dated.end() :] if dated else between
    return BLANK.match(rest) is not None and "\n\n" not in between and len(rest) < 20


def _unnamed_before(unit: Unit, text: str) -> Anchor | None:
    """«Келісімшарттың 5-тармағы»: a genitive before the unit is some document that is not named further."""
    first = max(0, unit.start - 40)
    head = text[first : unit.start]
    word = GENITIVE.search(head) or (DATIVE.search(head) if unit.kind is ClauseKind.ANNEX else None)
    if word is None or unit.this:
        return None
    start = first + word.start()
    this = THIS.search(text, max(0, start - 8), start)  # «осы Шарттың 8-бабы»: of a kind that rules/acts.yaml lacks
    if this is not None:
        return Anchor(this.start(), unit.start, start, "unknown", Scope.THIS)
    return Anchor(start, unit.start, start, "unknown", Scope.UNNAMED)


def _chain_russian(tokens: list[Unit | Anchor], text: str) -> list[_Chain]:
    """Units outwards, then the act; a chain joined to the next shares the levels above its own
    («пунктом 5 и подпунктом 3) пункта 6 статьи 7 Закона»)."""
    chains: list[_Chain] = []
    reached = 0
    for token in tokens:
        between = text[reached : token.start]
        last = chains[-1] if chains and chains[-1].anchor is None else None
        blank = last is not None and BLANK.match(between) is not None and "\n\n" not in between
        if last is not None and isinstance(token, Anchor) and (blank or TOWARDS.fullmatch(between)):
            last.anchor = token
        elif last is not None and isinstance(token, Unit) and blank and _holds(token, last.units[0]):
            last.units.insert(0, token)
        else:
            if last is not None and isinstance(token, Unit):
                last.joined = _joints("ru").fullmatch(between) is not None
            chains.append(_Chain([token], None) if isinstance(token, Unit) else _Chain([], token))
        reached = token.end
    for chain, following in reversed(list(pairwise(chains))):
        if chain.joined and chain.anchor is None:
            above = [u for u in following.units if DEPTH[u.kind] < DEPTH[chain.units[0].kind] and u not in chain.units]
            chain.units[:0] = above
            chain.anchor = following.anchor
            chain.shared = [*above, *([following.anchor] if following.anchor else [])]
    return [_name_document(chain, text) for chain in chains]


def _holds(outer: Unit, inner: Unit) -> bool:
    """A part may stand in a point, and in a code a point in a part («пункта 3) части первой статьи 35»)."""
    if outer.kind is ClauseKind.PART and inner.kind is ClauseKind.POINT:
        return True
    return DEPTH[outer.kind] < DEPTH[inner.kind] or (inner.kind in LOOSE and outer.kind is not inner.kind)


def _name_document(chain: _Chain, text: str) -> _Chain:
    """«пункта 5 Договора»: a unit with no act before a noun in the genitive is of some document not named further."""
    if chain.anchor is None and not chain.units[0].this:
        word = DOCUMENT.match(text, chain.span[1])
        if word is not None:
            chain.anchor = Anchor(word.start() + 1, word.end(), word.start() + 1, "unknown", Scope.UNNAMED)
    return chain


def _stands_in_norm(start: int, act: Act, outline: Outline, language: str) -> bool:
    position = outline.at(start)
    if position is None:
        return not act.clauses
    clause = act.clauses[position]
    if clause.language != language or clause.kind is ClauseKind.HEADING:
        return False
    if start < clause.start + len(clause.label) and clause.label and start >= clause.start:
        return False
    return all(act.clauses[above].role not in SILENT for above in outline.above(position))


@cache
def _stamps(language: str) -> re.Pattern[str]:
    lexicon = read_lexicon("references")
    annex, approved = lexicon["units"][language]["annex"][0], "|".join(lexicon["approved"][language])
    if language == "kk":
        return re.compile(rf".*(?:{annex}(?:сы)?|{approved})[\s.|\";]*$")
    return re.compile(rf"\s*(?:{annex}е|{approved[:-1]})")


def _is_stamp(start: int, end: int, text: str, language: str) -> bool:
    """«… министрінің 2012 жылғы 21 ақпандағы № 57 бұйрығына 2-қосымша» in a line or table cell by itself."""
    first = max(text.rfind("\n", 0, start), text.rfind("|", 0, start)) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    return last - first < 400 and _stamps(language).match(text, first, last) is not None


def _cite(chain: _Chain, act: Act, folded: Folded, language: str) -> Iterator[Citation]:
    """The citations of a chain, one for each combination of its numbers."""
    units, target = chain.units, _target_of(chain)
    choices: Iterable[tuple[tuple[ClauseKind, str | None], ...]] = product(
        *[[(unit.kind, number) for number in unit.numbers or (None,)] for unit in units]
    )
    for choice in choices:
        yield _build(chain, tuple(choice), target, act, folded, language)


def _is_citation(chain: _Chain, text: str) -> bool:
    """Whether the chain cites anything; most nouns of kinds of acts stand alone and do not."""
    anchor, units = chain.anchor, chain.units
    if not units:
        return anchor is not None and (anchor.scope is Scope.NAMED or _is_anaphora(anchor, text))
    return not all(unit.this for unit in units) and _is_meant(units, anchor)


def _is_anaphora(anchor: Anchor, text: str) -> bool:
    """«көрсетілген бұйрық», «көрсетілген бұйрықпен бекітілген ережеде»; «көрсетілген әдістемелер» may be any."""
    if anchor.scope is not Scope.ANAPHORA:
        return False
    approved = read_lexicon("references")["approved"]
    words = text[anchor.start : anchor.end]
    return not read_kinds()[anchor.kind].approved or any(word in words for some in approved.values() for word in some)


def _is_meant(units: list[Unit], anchor: Anchor | None) -> bool:
    """Whether words such as «2 қосымша», «5 бөліктен» are a citation and not «two additional», «of five parts»."""
    outer, inner = units[0], units[-1]
    if anchor is not None and anchor.scope is not Scope.UNNAMED:
        return True
    if inner.kind is ClauseKind.ANNEX and len(units) == 1:
        return bool(inner.numbers) and (inner.tied or bool(inner.ending))
    if len(units) == 1 and outer.kind in LOOSE and not outer.this:
        return False
    return outer.tied or outer.kind not in HEADED or outer.kind is ClauseKind.ARTICLE or anchor is not None


def _target_of(chain: _Chain) -> Target:
    anchor, units = chain.anchor, chain.units
    if not units:
        return Target.ACT if anchor is not None and anchor.scope is Scope.NAMED else Target.ANAPHORA
    if units[-1].kind is ClauseKind.ANNEX:
        return Target.ANNEX
    return Target.HERE if anchor is None or anchor.scope is Scope.THIS else Target.CLAUSE


def _build(
    chain: _Chain,
    units: tuple[tuple[ClauseKind, str | None], ...],
    target: Target,
    act: Act,
    folded: Folded,
    language: str,
) -> Citation:
    start, end = folded.span(*chain.span)
    anchor = chain.anchor
    if anchor is None:
        scope = Scope.THIS if any(unit.this for unit in chain.units) else Scope.BARE
        return Citation(start, end, target, scope, units, language)
    return Citation(
        start,
        end,
        target,
        Scope.NAMED if anchor.known else anchor.scope,
        units,
        language,
        None if anchor.kind == "unknown" else anchor.kind,
        _print(anchor.number, act, folded),
        anchor.date,
        _print(anchor.title, act, folded),
        anchor.known.key if anchor.known else None,
    )


def _print(span: tuple[int, int] | None, act: Act, folded: Folded) -> str | None:
    if span is None:
        return None
    start, end = folded.span(*span)
    return act.text[start:end].strip()
