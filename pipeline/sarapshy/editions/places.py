"""Where in an act a target stands: «15-тармақтың үшінші бөлігі» as a stretch of its text.

Parts and paragraphs carry no number and are counted: part 1 of a point runs from its number to the next paragraph that
stands by itself, with the list between; paragraph 1 is the point's opening words. Rows of a table go by the number in their
first cell.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sarapshy.acts.headings import order_of
from sarapshy.acts.model import Act, Clause, ClauseKind, ClauseRole
from sarapshy.acts.outline import Outline
from sarapshy.editions.model import Part, Reason, Target, Unit, Where
from sarapshy.language.letters import fold
from sarapshy.language.likeness import word_heads

COUNTED = (ClauseKind.PART, ClauseKind.INDENT)
COMPONENTS = (ClauseKind.APPROVED, ClauseKind.ANNEX)
STUB = "[…]"  # stands for words of a partial act that are not known


class NotFound(Exception):
    """The act has no such place, or several."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Place:
    """``clause`` is the clause that the stretch is or lies in; None for the whole act."""

    start: int
    end: int
    clause: int | None


class Places:
    """The places of one act."""

    def __init__(self, act: Act) -> None:
        self.act, self.outline = act, Outline(act)
        self._numbered: dict[tuple[ClauseKind, str], list[int]] = {}
        for position, clause in enumerate(act.clauses):
            number = number_of(clause)
            if number is not None and clause.amends is None:
                self._numbered.setdefault((clause.kind, number), []).append(position)

    def find(self, target: Target, part: Part = Part.WHOLE) -> Place:
        """NotFound where there is no one such place."""
        place = self.root(target)
        for unit in target.units:
            place = self._descend(place, unit, target.where)
        if part is Part.HEADING:
            return self._heading(place, bool(target.units))
        return self._preamble() if part is Part.PREAMBLE else place

    # -- texts

    def root(self, target: Target) -> Place:
        """The text that the target is in: an approved one, the act's own body, or all of the act."""
        approved = [at for at, clause in enumerate(self.act.clauses) if clause.kind is ClauseKind.APPROVED]
        if target.where is Where.BODY:
            stops = [clause.start for clause in self.act.clauses if clause.kind in COMPONENTS]
            return Place(0, min(stops, default=len(self.act.text)), None)
        if target.where is Where.ANYWHERE or not approved:
            return Place(0, len(self.act.text), None)
        if len(approved) > 1 and target.title:
            approved = self._alike(approved, target.title)
        if len(approved) > 1:
            raise NotFound(Reason.AMBIGUOUS)
        return self._whole(approved[0])

    def _alike(self, positions: list[int], title: str) -> list[int]:
        """Those whose title has most words in common with the words of the command."""
        shares = {at: _share(title, self.act.clauses[at].title or "") for at in positions}
        best = max(shares.values())
        return [at for at, share in shares.items() if share == best and share > 0] or positions

    def _whole(self, position: int) -> Place:
        clause = self.act.clauses[position]
        return Place(clause.start, clause.end, position)

    # -- units

    def _descend(self, place: Place, unit: Unit, where: Where) -> Place:
        kind, number = unit
        if kind in COUNTED:
            return self._counted(place, kind, number)
        if kind is ClauseKind.ANNEX:
            return self._annex(place, number)
        found = self._within(place, kind, number)
        component = self.outline.component(place.clause)
        if len(found) > 1 and (place.clause is not None or where is Where.BODY):
            found = [at for at in found if self.outline.component(at) == component] or found
        if len(found) > 1:
            found = self._nearest(found)
        if len(found) != 1:
            raise NotFound(Reason.AMBIGUOUS if found else Reason.NOT_FOUND)
        return self._whole(found[0])

    def _within(self, place: Place, kind: ClauseKind, number: str | None) -> list[int]:
        if number is None:
            return []
        return [at for at in self._numbered.get((kind, number), ()) if self._lies_in(at, place)]

    def _lies_in(self, position: int, place: Place) -> bool:
        clause = self.act.clauses[position]
        return place.start <= clause.start and clause.end <= place.end

    def _nearest(self, positions: list[int]) -> list[int]:
        """The least deep of them: point 1 of the rules, and not point 1 of a form within them."""
        depths = {at: sum(1 for _ in self.outline.above(at)) for at in positions}
        least = min(depths.values())
        return [at for at, depth in depths.items() if depth == least]

    def _annex(self, place: Place, number: str | None) -> Place:
        annexes = [at for at in self._annexes() if place.clause is None or self._lies_in(at, place)]
        if number is None:
            found = annexes or [at for at, c in enumerate(self.act.clauses) if c.kind is ClauseKind.APPROVED]
        else:
            found = [at for at in annexes if self.act.clauses[at].number == number]
            found = found or [
                at for at, c in enumerate(self.act.clauses) if c.kind in COMPONENTS and c.number == number
            ]
        found = self._nearest(found) if len(found) > 1 else found
        if len(found) != 1:
            raise NotFound(Reason.AMBIGUOUS if found else Reason.NOT_FOUND)
        return self._whole(found[0])

    def _annexes(self) -> list[int]:
        return [at for at, clause in enumerate(self.act.clauses) if clause.kind is ClauseKind.ANNEX]

    def _counted(self, place: Place, kind: ClauseKind, number: str | None) -> Place:
        """Of «1-2» the stretch from the first to the second."""
        if STUB in self.act.text[place.start : place.end]:
            raise NotFound(Reason.NOT_HERE)
        pieces = list(self.pieces(place, kind))
        first, _, last = (number or "").partition("-")
        try:
            begin, end = pieces[int(first) - 1], pieces[int(last or first) - 1]
        except (ValueError, IndexError) as error:
            raise NotFound(Reason.NOT_FOUND) from error
        return Place(begin[0], end[1], place.clause)

    def pieces(self, place: Place, kind: ClauseKind) -> Iterator[tuple[int, int]]:
        """The parts or the paragraphs of a clause, in order."""
        children = [self.act.clauses[at] for at in self.outline.children.get(place.clause, ())]
        children = [child for child in children if place.start <= child.start and child.end <= place.end]
        opens = [
            child.start
            for child in children
            if child.kind is ClauseKind.PART or (kind is ClauseKind.INDENT and child.kind in COUNTED)
        ]
        starts = [place.start, *(start for start in opens if start > place.start)]
        if len(starts) > 1 and self._is_heading(place, starts[1]):
            starts = starts[1:]
        for start, stop in zip(starts, [*starts[1:], place.end], strict=True):
            if kind is ClauseKind.INDENT:
                stop = min([stop, *(child.start for child in children if start < child.start)])
            yield start, start + len(self.act.text[start:stop].rstrip())

    # -- headings

    def _is_heading(self, place: Place, stop: int) -> bool:
        """Whether nothing but the number and the title of an article stands before its first paragraph."""
        clause = self.act.clauses[place.clause] if place.clause is not None else None
        if clause is None or clause.kind is not ClauseKind.ARTICLE or clause.title is None:
            return False
        words = self.act.text[place.start : stop].removeprefix(clause.label)
        return place.start == clause.start and fold(words).text.split() == fold(clause.title).text.split()

    def _heading(self, place: Place, named: bool) -> Place:
        """The title line of an approved text or annex; the words behind the label of a chapter or article."""
        if place.clause is None or self.act.clauses[place.clause].kind in COMPONENTS:
            lines = [
                at
                for at in self.outline.children.get(place.clause, ())
                if self.act.clauses[at].role is ClauseRole.TITLE
            ]
            if not lines:
                raise NotFound(Reason.NOT_FOUND)
            return Place(self.act.clauses[lines[0]].start, self.act.clauses[lines[-1]].end, place.clause)
        clause = self.act.clauses[place.clause]
        first = next(iter(self.outline.own_spans(place.clause)), None)
        if first is None or clause.title is None:
            raise NotFound(Reason.NOT_FOUND)
        return Place(clause.start, clause.start + len(self.act.text[clause.start : first[1]].rstrip()), place.clause)

    def _preamble(self) -> Place:
        found = [at for at, clause in enumerate(self.act.clauses) if clause.kind is ClauseKind.PREAMBLE]
        if not found:
            raise NotFound(Reason.NOT_FOUND)
        return self._whole(found[0])

    # -- where something new goes

    def behind(self, holder: Place, unit: Unit) -> Place:
        """The empty place for a new unit: behind the last of its kind with a lower number, else at the holder's end.

        NotFound (ALREADY) where the holder has the unit."""
        kind, number = unit
        if kind in COUNTED:
            return self._behind_pieces(holder, kind, number)
        if number is not None and any(
            self.outline.component(at) == self.outline.component(holder.clause) or kind is ClauseKind.ANNEX
            for at in self._within(holder, kind, number)
        ):
            raise NotFound(Reason.ALREADY)
        before = [
            at
            for at in self._of_kind(holder, kind)
            if order_of(number_of(self.act.clauses[at]) or "") < order_of(number or "")
        ]
        if before:
            end = max(self.act.clauses[at].end for at in before[-1:])
            return Place(end, end, holder.clause)
        if kind is ClauseKind.ANNEX and holder.clause is None:
            return Place(len(self.act.text), len(self.act.text), None)
        after = [self.act.clauses[at].start for at in self._of_kind(holder, kind)]
        if after and number is not None:
            return Place(after[0], after[0], holder.clause)
        return Place(holder.end, holder.end, holder.clause)

    def _of_kind(self, holder: Place, kind: ClauseKind) -> list[int]:
        """In the same text: points of a form within the rules are not points of the rules."""
        if kind is ClauseKind.ANNEX:
            return [at for at in self._annexes() if holder.clause is None or self._lies_in(at, holder)]
        component = self.outline.component(holder.clause)
        found = [
            at
            for at, c in enumerate(self.act.clauses)
            if c.kind is kind and c.amends is None and number_of(c) and self._lies_in(at, holder)
        ]
        own = [at for at in found if self.outline.component(at) == component]
        return self._nearest(own) if own and kind is not ClauseKind.POINT else own or found

    def _behind_pieces(self, holder: Place, kind: ClauseKind, number: str | None) -> Place:
        pieces = list(self.pieces(holder, kind))
        place = int(number.partition("-")[0]) - 1 if number else len(pieces)
        if not 0 < place <= len(pieces):
            raise NotFound(Reason.NOT_FOUND)
        end = pieces[place - 1][1] if place < len(pieces) else self._before_notes(holder)
        return Place(end, end, holder.clause)

    def _before_notes(self, holder: Place) -> int:
        """The end of a clause, before what its publisher put there: «Сноска. Статья 44 с изменениями, …»."""
        end = holder.end
        for at in reversed(self.outline.children.get(holder.clause, ())):
            clause = self.act.clauses[at]
            if clause.role is not ClauseRole.EDITORIAL or self.act.text[clause.end : end].strip():
                break
            end = clause.start
        return end


def number_of(clause: Clause) -> str | None:
    """The number it is cited by; of a table row, that in its first cell."""
    return clause.label.strip(" .)") or None if clause.kind is ClauseKind.ROW else clause.number


def _share(one: str, other: str) -> int:
    return len(word_heads(fold(one).text) & word_heads(fold(other).text))
