"""Where a citation leads: to clauses of the same act, to another act, or to nothing, and then why.

«осы Қағидалардың 12-тармағы» is sought in the approved text where the citation stands, «осы бұйрықтың 2-тармағы» in the
body of the order, «осы тармақтың 3) тармақшасы» in the same point. An amending act cites clauses of an act that is not
here; the new wording that it quotes speaks of that act too, so nothing in it counts as missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from sarapshy.acts.kinds import read_kinds, read_known_acts
from sarapshy.acts.model import Act, Status
from sarapshy.acts.outline import Outline
from sarapshy.acts.requisites import same_number
from sarapshy.acts.stretches import Reading
from sarapshy.language.letters import fold
from sarapshy.language.lexicon import read_lexicon
from sarapshy.references.anchors import Scope
from sarapshy.references.antecedents import Antecedents
from sarapshy.references.citations import Citation, Target, find_citations
from sarapshy.references.clause_search import ClauseSearch, Units
from sarapshy.references.externals import External, Reason, meet_known, name_external
from sarapshy.references.second_look import SecondLook

LAWS = ("constitution", "constitutional_law", "code", "law")


class Resolution(msgspec.Struct, frozen=True, gc=False):
    """``clauses`` are ids of clauses of the same act; with a reason they are the nearest that do exist."""

    citation: Citation
    clauses: tuple[str, ...] = ()
    external: External | None = None
    reason: Reason | None = None


def resolve(act: Act, citations: Sequence[Citation]) -> tuple[Resolution, ...]:
    """Where each citation of the act leads, in the same order."""
    return tuple(map(_Resolver(act, citations, Outline(act)).resolve, citations))


@lru_cache(maxsize=2)  # detectors and the graph ask of one act in turn
def read_references(reading: Reading) -> tuple[Resolution, ...]:
    """Where everything that an act cites leads."""
    act, outline = reading.act, reading.outline
    citations = find_citations(act, outline)
    return tuple(map(_Resolver(act, citations, outline).resolve, citations))


def read_externals(reading: Reading) -> Iterator[tuple[Citation, External]]:
    """What leads to other acts. Clauses of an act without norms are not sought for it: nobody asks which of them it cites."""
    if reading.has_norms:
        found = read_references(reading)
    else:
        citations = find_citations(reading.act, reading.outline)
        found = tuple(map(_Abroad(reading.act, citations, reading.outline).resolve, citations))
    return ((one.citation, one.external) for one in found if one.external is not None)


class _Resolver:
    def __init__(self, act: Act, citations: Sequence[Citation], outline: Outline) -> None:
        self.act, self.outline = act, outline
        latest = max((c.act_date for c in citations if c.act_date), default=None)
        told = (act.identity.edition, act.identity.date, latest)
        self.day = max((day for day in told if day is not None), default=None)  # the text is no older than this
        self.amending = act.identity.status is Status.AMENDING or any(clause.amends for clause in act.clauses)
        self.antecedents = Antecedents(act.language)
        self.clauses, self.second_look = ClauseSearch(act, self.outline), SecondLook(act)

    def resolve(self, citation: Citation) -> Resolution:
        if citation.scope is Scope.NAMED:
            return self._resolve_named(citation)
        if citation.scope is Scope.ANAPHORA:
            antecedent = self.antecedents.back_to(citation.act_kind)
            return Resolution(citation, (), antecedent, None if antecedent else Reason.UNNAMED_ACT)
        of_law = citation.act_kind in LAWS and (self.antecedents.base is None or self.antecedents.base.kind not in LAWS)
        if citation.scope is Scope.UNNAMED and (not self.amending or of_law):
            return Resolution(citation, reason=Reason.UNNAMED_ACT)  # «Заңның 12-бабы» is of no order that is amended
        if citation.scope is Scope.UNNAMED:  # the base names it
            return Resolution(citation, (), self.antecedents.base, Reason.BASE_NOT_HERE)
        return self._resolve_here(citation)

    # -- other acts

    def _resolve_named(self, citation: Citation) -> Resolution:
        own = self.act.identity
        self._remember(name_external(citation, self.act.language), citation)
        itself = citation.act_date is not None and citation.act_date == own.date
        if itself and citation.act_key is None and same_number(citation.act_number, own.number):
            return self._resolve_here(citation)
        external, reason = self._meet(citation)
        self._remember(external, citation)
        if citation.act_key is None and self._misdates_itself(citation):
            reason = Reason.WRONG_DATE
        return Resolution(citation, (), external, reason)

    def _meet(self, citation: Citation) -> tuple[External, Reason | None]:
        known = next((one for one in read_known_acts() if one.key == citation.act_key), None)
        if known is None:
            return self.antecedents.recall(citation), None
        return meet_known(citation, known, self.day, self.act.language)

    def _remember(self, external: External, citation: Citation) -> None:
        whole = citation.target is Target.ACT and not self._is_quoted(self.outline.at(citation.start))
        self.antecedents.remember(external, base=whole)

    def _is_quoted(self, place: int | None) -> bool:
        return any(self.act.clauses[above].amends is not None for above in self.outline.above(place))

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
            return Resolution(citation, (), self.antecedents.base, Reason.BASE_NOT_HERE)
        return self._seek(citation, place)

    def _seek(self, citation: Citation, place: int | None) -> Resolution:
        root, units = self._root(citation, place)
        found = self.clauses.descend(root, units)
        if found is None and root is not None and citation.scope is Scope.BARE:
            found = self.clauses.descend(self.clauses.approved_above(place), units) or self.clauses.descend(None, units)
        if found is not None:
            return Resolution(citation, tuple(self.act.clauses[position].id for position in found))
        nearest, lacking = self.clauses.nearest(root, units)
        reason = Reason.MISSING_ANNEX if citation.target is Target.ANNEX else Reason.MISSING_CLAUSE
        if self.second_look.is_printed(nearest if nearest is not None else root, lacking):
            reason = Reason.UNREAD
        return Resolution(citation, () if nearest is None else (self.act.clauses[nearest].id,), None, reason)

    def _is_of_base(self, citation: Citation, place: int | None) -> bool:
        """Whether it speaks of an act amended here: quoted new wording, or «2-тармақ мынадай редакцияда жазылсын»."""
        if self._is_quoted(place):
            return True
        if citation.scope is not Scope.BARE:
            kind = read_kinds().get(citation.act_kind or "")
            if self.amending and kind is not None and kind.approved and not self.clauses.has_approved(place):
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
            return self.clauses.approved_above(place), units
        return None, units


class _Abroad(_Resolver):
    """Tells of other acts only."""

    def _seek(self, citation: Citation, place: int | None) -> Resolution:
        return Resolution(citation)
