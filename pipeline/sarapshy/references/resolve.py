"""Where a citation leads: to clauses of the same act, to another act, or to nothing, and then why.

«осы Қағидалардың 12-тармағы» is sought in the approved text where the citation stands, «осы бұйрықтың 2-тармағы» in the
body of the order, «осы тармақтың 3) тармақшасы» in the same point. An amending act cites clauses of an act that is not
here; the new wording that it quotes speaks of that act too, so nothing in it counts as missing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property, lru_cache

from sarapshy.acts.identity import address
from sarapshy.acts.kinds import KnownAct, read_kinds, read_known_acts
from sarapshy.acts.model import Act, ClauseKind, Identity, Status
from sarapshy.acts.outline import Outline
from sarapshy.acts.requisites import same_number
from sarapshy.acts.stretches import Reading
from sarapshy.language.letters import fold
from sarapshy.language.lexicon import read_lexicon
from sarapshy.references.anchors import Scope
from sarapshy.references.citations import Citation, Target, find_citations

COMPONENTS = (ClauseKind.ANNEX, ClauseKind.APPROVED)
LAWS = ("constitution", "constitutional_law", "code", "law")
APPROVING = ("order", "resolution", "decision", "direction", "decree")
STAMPED = re.compile(r"(?:(?P<kk>\d+(?:-\d+)*)\s*-?\s*)?қосымша|приложение(?:\s*№?\s*(?P<ru>\d+(?:-\d+)*))?")
NUMBER_PART = re.compile(r"\d+|[^\W\d]+")
BEFORE_NUMBER = 16  # characters that printed numbers open with: «приложение № 5»
UNNUMBERED = (ClauseKind.PART, ClauseKind.INDENT)  # counted, not numbered: never said to be missing
Units = tuple[tuple[ClauseKind, str | None], ...]


class Reason(StrEnum):
    """Why a citation leads to nothing, or to something else than it says."""

    MISSING_CLAUSE = "missing_clause"
    MISSING_ANNEX = "missing_annex"
    BASE_NOT_HERE = "base_not_here"
    UNNAMED_ACT = "unnamed_act"
    UNREAD = "unread"  # its number is printed where it should stand, but was not read as a clause
    WRONG_DATE = "wrong_date"
    WRONG_NUMBER = "wrong_number"


@dataclass(frozen=True, slots=True)
class External:
    """Another act, as far as its requisites are known; ``key`` names an act of ``rules/acts.yaml``."""

    kind: str | None
    number: str | None
    date: date | None
    title: str | None
    key: str | None
    address: str | None


@dataclass(frozen=True, slots=True)
class Resolution:
    """``clauses`` are ids of clauses of the same act; with a reason they are the nearest that do exist."""

    citation: Citation
    clauses: tuple[str, ...] = ()
    external: External | None = None
    reason: Reason | None = None


def resolve(act: Act, citations: Sequence[Citation]) -> tuple[Resolution, ...]:
    """Where each citation of the act leads, in the same order."""
    resolver = _Resolver(act, max((c.act_date for c in citations if c.act_date), default=None))
    return tuple(resolver.resolve(citation) for citation in citations)


@lru_cache(maxsize=2)  # detectors and the graph ask of one act in turn
def read_references(reading: Reading) -> tuple[Resolution, ...]:
    """Where everything that an act cites leads."""
    return resolve(reading.act, find_citations(reading.act))


class _Resolver:
    def __init__(self, act: Act, latest: date | None = None) -> None:
        self.act, self.outline = act, Outline(act)
        told = (act.identity.edition, act.identity.date, latest)
        self.day = max((day for day in told if day is not None), default=None)  # the text is no older than this
        self.dated: dict[str, External] = {}  # by number
        self.named: dict[str | None, External] = {}  # the last act named of each kind, for «көрсетілген бұйрық»
        self.base: External | None = None  # the last named outside quoted wording: what is amended
        self.text = fold(act.text).text
        self.stamped: dict[int, str | None] = {}
        self.printed: dict[tuple[int | None, tuple[ClauseKind, str | None]], bool] = {}
        self.amending = act.identity.status is Status.AMENDING or any(clause.amends for clause in act.clauses)
        self.annexes = [at for at, clause in enumerate(act.clauses) if clause.kind in COMPONENTS]
        self.approved = [at for at in self.annexes if act.clauses[at].kind is ClauseKind.APPROVED]
        self.numbered: dict[tuple[ClauseKind, str | None], list[int]] = {}
        for position, clause in enumerate(act.clauses):
            self.numbered.setdefault((clause.kind, clause.number), []).append(position)

    def resolve(self, citation: Citation) -> Resolution:
        if citation.scope is Scope.NAMED:
            return self._resolve_named(citation)
        if citation.scope is Scope.ANAPHORA:
            antecedent = self._antecedent(citation.act_kind)
            return Resolution(citation, (), antecedent, None if antecedent else Reason.UNNAMED_ACT)
        of_law = citation.act_kind in LAWS and (self.base is None or self.base.kind not in LAWS)
        if citation.scope is Scope.UNNAMED and (not self.amending or of_law):
            return Resolution(citation, reason=Reason.UNNAMED_ACT)  # «Заңның 12-бабы» is of no order that is amended
        if citation.scope is Scope.UNNAMED:  # the base names it
            return Resolution(citation, (), self.base, Reason.BASE_NOT_HERE)
        return self._resolve_here(citation)

    # -- other acts

    def _resolve_named(self, citation: Citation) -> Resolution:
        own = self.act.identity
        self._remember(_external(citation, self.act.language), citation)
        itself = citation.act_date is not None and citation.act_date == own.date
        if itself and citation.act_key is None and same_number(citation.act_number, own.number):
            return self._resolve_here(citation)
        known = next((one for one in read_known_acts() if one.key == citation.act_key), None)
        external, reason = self._meet(citation, known) if known else (self._recall(citation), None)
        self._remember(external, citation)
        if known is None and self._misdates_itself(citation):
            reason = Reason.WRONG_DATE
        return Resolution(citation, (), external, reason)

    def _recall(self, citation: Citation) -> External:
        """«№ 95 бұйрық» is the order of that number whose date was told before."""
        found = _external(citation, self.act.language)
        if found.number is None or found.kind in ("law", "code", "treaty"):
            return found
        if found.date is not None:
            self.dated[found.number] = found
        return self.dated.get(found.number, found)

    def _remember(self, external: External, citation: Citation) -> None:
        self.named[external.kind] = external
        if citation.target is Target.ACT and not self._is_quoted(self.outline.at(citation.start)):
            self.base = external

    def _antecedent(self, kind: str | None) -> External | None:
        """«көрсетілген қағидалар» are those that the order named last approves."""
        entry = read_kinds().get(kind or "")
        if kind in self.named or entry is None or not entry.approved:
            return self.named.get(kind)
        return next((self.named[one] for one in APPROVING if one in self.named), None)

    def _is_quoted(self, place: int | None) -> bool:
        return any(self.act.clauses[above].amends is not None for above in self.outline.above(place))

    def _meet(self, citation: Citation, known: KnownAct) -> tuple[External, Reason | None]:
        """A well-known act with its true requisites. Only a printed date or number at odds with all its adoptions,
        where the other of the two agrees with one, is wrong: an older act may have borne the same title."""
        day, number = citation.act_date, citation.act_number
        for adopted, its_number in known.acts:
            if (day is None or day == adopted) and (number is None or same_number(number, its_number)):
                if day is None and number is None and len(known.acts) > 1:
                    if self.day is None:  # which of the adoptions is meant cannot be told
                        return External(
                            known.kind, None, None, known.names[self.act.language][0], known.key, None
                        ), None
                    adopted, its_number = known.adopted(self.day)
                return _known(known, adopted, its_number, self.act.language), None
        for adopted, its_number in known.acts:
            if number is not None and same_number(number, its_number):
                return _known(known, adopted, its_number, self.act.language), Reason.WRONG_DATE
            if day is not None and number is not None and day == adopted:
                return _known(known, adopted, its_number, self.act.language), Reason.WRONG_NUMBER
            if day is not None and number is None and (day.year, day.month) == (adopted.year, adopted.month):
                return _known(known, adopted, its_number, self.act.language), Reason.WRONG_DATE
            if day is not None and number is None and (day.year, day.day) == (adopted.year, adopted.day):
                return _known(known, adopted, its_number, self.act.language), Reason.WRONG_DATE
        return _external(citation, self.act.language), None

    def _misdates_itself(self, citation: Citation) -> bool:
        """The act's own title and number with another date."""
        own = self.act.identity
        return (
            own.date is not None
            and citation.act_date not in (None, own.date)
            and same_number(citation.act_number, own.number)
            and citation.act_title is not None
            and own.title is not None
            and citation.act_title.lower() == own.title.lower()
        )

    # -- this act

    def _resolve_here(self, citation: Citation) -> Resolution:
        place = self.outline.at(citation.start)
        if self._is_of_base(citation, place):
            return Resolution(citation, (), self.base, Reason.BASE_NOT_HERE)
        root, units = self._root(citation, place)
        found = self._descend(root, units, place)
        if found is None and root is not None and citation.scope is Scope.BARE:
            found = self._descend(self._approved_above(place), units, place) or self._descend(None, units, place)
        if found is not None:
            return Resolution(citation, tuple(self.act.clauses[position].id for position in found))
        nearest, lacking = self._nearest(root, units, place)
        reason = Reason.MISSING_ANNEX if citation.target is Target.ANNEX else Reason.MISSING_CLAUSE
        if self._is_printed(nearest if nearest is not None else root, lacking):
            reason = Reason.UNREAD
        return Resolution(citation, () if nearest is None else (self.act.clauses[nearest].id,), None, reason)

    def _is_of_base(self, citation: Citation, place: int | None) -> bool:
        """Whether it speaks of an act amended here: quoted new wording, or «2-тармақ мынадай редакцияда жазылсын»."""
        if self._is_quoted(place):
            return True
        if citation.scope is not Scope.BARE:
            kind = read_kinds().get(citation.act_kind or "")
            if self.amending and kind is not None and kind.approved and not self._has_approved(place):
                return True  # «осы Қағидалар» in the new wording of an annex of rules that are not here
            return self._is_wording(citation) and self._is_ordered(citation)
        return (self.amending and self.outline.component(place) is None) or self._is_ordered(citation)

    def _is_wording(self, citation: Citation) -> bool:
        """Whether it stands in words quoted to be put in or taken out: «осы бөлімнің 10-тармағында» деген сөздер."""
        first = max(self.act.text.rfind("\n", 0, citation.start), citation.start - 400, 0)
        before = self.act.text[first : citation.start]
        return before.count("«") > before.count("»") or before.count('"') % 2 == 1

    def _is_ordered(self, citation: Citation) -> bool:
        """«95-тармақ … деген сөздермен ауыстырылсын»: whatever the clause is of, it is being amended."""
        start = citation.end
        while self.act.text[start : start + 1] in (" ", ":", "\n"):
            start += 1
        end = self.act.text.find("\n\n", start, start + 400)
        words = fold(self.act.text[start : end if end >= 0 else start + 400]).text
        return any(word in words for word in read_lexicon("references")["amending"][citation.language])

    def _root(self, citation: Citation, place: int | None) -> tuple[int | None, Units]:
        """The clause in which the units are sought (None: the act), and those still to be sought."""
        units = citation.units
        if units and units[0][1] is None and (len(units) > 1 or citation.target is not Target.ANNEX):
            for above in self.outline.above(place):
                if self.act.clauses[above].kind is units[0][0]:
                    return above, units[1:]
            return (self.outline.numbered(place) or self.outline.component(place)), units[1:]
        if citation.scope is Scope.BARE:
            return self.outline.component(place), units
        kind = read_kinds().get(citation.act_kind or "")
        if kind is not None and kind.approved:
            return self._approved_above(place), units
        return None, units

    def _has_approved(self, place: int | None) -> bool:
        return any(self.act.clauses[above].kind is ClauseKind.APPROVED for above in self.outline.above(place))

    def _approved_above(self, place: int | None) -> int | None:
        """The approved text round a place; of an annex that stands apart, the approved text before it."""
        for above in self.outline.above(place):
            if self.act.clauses[above].kind is ClauseKind.APPROVED:
                return above
        before = [at for at in self.approved if place is not None and at < place]
        return before[-1] if before else self.approved[0] if len(self.approved) == 1 else None

    def _descend(self, root: int | None, units: Units, place: int | None) -> tuple[int, ...] | None:
        """Positions of the innermost unit; None where one of them does not exist."""
        here: tuple[int, ...] = () if root is None else (root,)
        for kind, number in units:
            if kind in UNNUMBERED or (here and self.act.clauses[here[0]].kind is ClauseKind.ROW):
                break
            below = self._find(here[0] if here else None, kind, number, place)
            if not below:
                return None
            here = below
        return here or (() if root is None else (root,))

    def _find(self, root: int | None, kind: ClauseKind, number: str | None, place: int | None) -> tuple[int, ...]:
        if kind is ClauseKind.ANNEX:
            return self._find_annex(root, number)
        found = self.numbered.get((kind, number), [])
        found = [at for at in found if self._within(at, root)] or self._as_range(kind, number, root)
        if not found and kind is ClauseKind.POINT and root is not None:  # «1-қосымшаның 8-тармағы»: a row of a table
            rows = self.numbered.get((ClauseKind.ROW, None), []) + self.numbered.get((ClauseKind.ROW, number), [])
            found = [at for at in rows if self.act.clauses[at].label.strip(" .)") == number and self._within(at, root)]
        if not found and kind is ClauseKind.ARTICLE and "." in (number or ""):  # «15.3-бап» is point 3 of article 15
            return self._find(root, kind, str(number).partition(".")[0], place)
        component = root if root is not None and self.act.clauses[root].kind in COMPONENTS else None
        if root is None or component is not None:
            own = [at for at in found if self.outline.component(at) == component]
            found = own or found
        if len(found) > 1 and kind is not ClauseKind.SUBPOINT:
            found = found[:1]
        return tuple(found[:1]) if found and not self._spans_range(kind, number, found) else tuple(found)

    def _within(self, position: int, root: int | None) -> bool:
        return root is None or (
            self.act.clauses[root].start <= self.act.clauses[position].start
            and self.act.clauses[position].end <= self.act.clauses[root].end
            and position != root
        )

    def _as_range(self, kind: ClauseKind, number: str | None, root: int | None) -> list[int]:
        """«5-8-тармағы» of a text that has points 5 and 8 and none called 5-8."""
        first, dash, last = (number or "").partition("-")
        if not dash or not (first.isdigit() and last.isdigit() and int(first) < int(last)):
            return []  # «14-1» is a point put in after 14
        ends = [self.numbered.get((kind, end), []) for end in (first, last)]
        found = [next((at for at in some if self._within(at, root)), None) for some in ends]
        return [at for at in found if at is not None] if None not in found else []

    def _spans_range(self, kind: ClauseKind, number: str | None, found: list[int]) -> bool:
        return len(found) == 2 and all(self.act.clauses[at].number != number for at in found)

    def _find_annex(self, root: int | None, number: str | None) -> tuple[int, ...]:
        """An annex of the approved text or of the act. The only annex of an order may be what it approves."""
        annexes = self.annexes
        if number is None:
            below = [at for at in annexes if at != root and (root is None or self._within(at, root))]
            return tuple(below[:1]) or tuple(at for at in annexes if at != root)[:1]
        same = [at for at in annexes if self._stamped_number(at) == number]
        same = same or [at for at in annexes if self.act.clauses[at].number == number]
        if not same and number == "1":  # the only annex, which bears no number
            unnumbered = [at for at in annexes if self._stamped_number(at) is None and at != root]
            same = unnumbered if len(unnumbered) == 1 else []
        near = [at for at in same if self._within(at, root)] if root is not None else []
        top = [at for at in same if self.outline.component(self.act.clauses[at].parent) is None]
        return tuple((near or (top if root is None else []) or same)[:1])

    def _stamped_number(self, position: int) -> str | None:
        """The first number in the stamp: an annex of an amending order bears its own and then that of the annex it
        replaces."""
        if position not in self.stamped:
            clause = self.act.clauses[position]
            head = fold(self.act.text[clause.start : min(clause.start + 400, clause.end)]).text
            found = STAMPED.search(head) if "|" in head[:3] else None
            self.stamped[position] = (found["kk"] or found["ru"]) if found else clause.number
        return self.stamped[position]

    def _nearest(
        self, root: int | None, units: Units, place: int | None
    ) -> tuple[int | None, tuple[ClauseKind, str | None]]:
        """As much of the way as there is, the point of a missing subpoint, and the first unit that is lacking."""
        for size in range(len(units) - 1, 0, -1):
            found = self._descend(root, units[:size], place)
            if found:
                return found[0], units[size]
        return None, units[0]

    def _is_printed(self, root: int | None, unit: tuple[ClauseKind, str | None]) -> bool:
        """A second look before a clause is called missing: «4. …» or «4) …» may stand within a line that was not cut."""
        if (root, unit) not in self.printed:
            self.printed[root, unit] = self._look_again(root, *unit)
        return self.printed[root, unit]

    def _look_again(self, root: int | None, kind: ClauseKind, number: str | None) -> bool:
        spelled = read_lexicon("references")["printed"].get(kind.value)
        if spelled is None or number is None:
            return False
        start, end = (0, len(self.act.text))
        if root is not None:
            start, end = self.act.clauses[root].start, self.act.clauses[root].end
        pattern = re.compile(spelled.replace("#", re.escape(number)), re.M)
        first = NUMBER_PART.search(number)
        if first is None or len(self.text) != len(self.act.text):
            return False
        places = self.places_of_parts.get(first.group(), [])
        near = places[bisect_left(places, start) : bisect_left(places, end)]
        begins = (begin for at in near for begin in range(max(start, at - BEFORE_NUMBER), at + 1))
        return any(pattern.match(self.text, begin, end) for begin in begins)

    @cached_property
    def places_of_parts(self) -> dict[str, list[int]]:
        """Where each run of digits or of letters stands: an act with a thousand missing points is gone through once."""
        places: dict[str, list[int]] = {}
        for match in NUMBER_PART.finditer(self.text):
            places.setdefault(match.group(), []).append(match.start())
        return places


def _external(citation: Citation, language: str) -> External:
    identity = Identity(kind=citation.act_kind or "unknown", number=citation.act_number, date=citation.act_date)
    return External(
        citation.act_kind,
        citation.act_number,
        citation.act_date,
        citation.act_title,
        citation.act_key,
        address(identity, language),
    )


def _known(known: KnownAct, adopted: date, number: str | None, language: str) -> External:
    identity = Identity(kind=known.kind, number=number, date=adopted)
    return External(known.kind, number, adopted, known.names[language][0], known.key, address(identity, language))
