"""What is known of a text before its clauses are told, and how far the telling has come."""

from __future__ import annotations

from bisect import bisect_left

from sarapshy.acts.amendments import find_wordings
from sarapshy.acts.headings import Rank, find_inner_marks
from sarapshy.acts.lines import cut_lines, plain_of
from sarapshy.acts.model import ClauseKind
from sarapshy.acts.numbering import Numbering, find_contents, find_loose_marks
from sarapshy.acts.pieces import Piece, cut_pieces
from sarapshy.acts.roles import find_blanks, find_enacting
from sarapshy.acts.stamps import Stamp, find_stamps
from sarapshy.acts.tree import Level, Tree

COMPONENTS = (Rank.APPROVED, Rank.ANNEX, Rank.BLOCK)
SCOPES = (*COMPONENTS, Rank.ARTICLE)  # within each of these points are numbered from 1
HEAD = 40  # paragraphs in which an order comes to what it orders
_LONG = 200  # characters
PREAMBLE = 4000  # characters of a paragraph that may be a preamble


class Draft:
    """``enacted`` is the end of «БҰЙЫРАМЫН:»; ``signed``: the order has been signed; ``form``: the annex is a template;
    ``editorial``: the next paragraph is the publisher's too ("more"), or is if it goes on in small letters ("rest");
    ``above_end``: last letter of the paragraph before."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = plain_of(text)
        self.tree = Tree(text)
        self.wordings = find_wordings(self.plain)
        self.blanks = find_blanks(self.plain)
        self.pieces = cut_pieces(self.plain, cut_lines(self.plain), self.wordings)
        for position, mark in list(find_loose_marks(self.plain, self.pieces)):
            self.pieces[position] = self.pieces[position]._replace(mark=mark)
        self.contents = find_contents(self.pieces)
        for position in self.contents:
            self.pieces[position] = self.pieces[position]._replace(mark=None)
        self.stamps = self._find_stamps()
        self.numbering = Numbering(self.plain, self.pieces, self.stamps)
        self.enacted = self._find_enacted()
        self.signed = False
        self.form = False
        self.editorial = ""
        self.amended: str | None = None
        self.above_end = "."

    def _find_stamps(self) -> dict[int, Stamp]:
        outside = [piece for piece in self.pieces if piece.wording is None]
        positions = [at for at, piece in enumerate(self.pieces) if piece.wording is None]
        return {
            positions[stamp.first]: stamp._replace(first=positions[stamp.first], last=positions[stamp.last])
            for stamp in find_stamps(self.plain, outside)
        }

    def _find_enacted(self) -> int | None:
        """The end of «БҰЙЫРАМЫН:»; what stands before is the preamble."""
        for piece in self.pieces[:HEAD]:
            if piece.mark is not None and piece.mark.kind is ClauseKind.POINT:
                return None
            if piece.wording is None:
                bound = min(piece.end, piece.start + PREAMBLE)
                found = find_enacting(self.plain, piece.start, self.first_point(piece.start, bound))
                if found is not None:
                    return found
        return None

    def first_point(self, start: int, end: int) -> int:
        marks = find_inner_marks(self.plain, start, end)
        return next((mark.start for mark in marks if mark.kind is ClauseKind.POINT and mark.number == "1"), end)

    def trim(self, end: int, floor: int) -> int:
        while end > floor + 1 and self.plain[end - 1].isspace():
            end -= 1
        return end

    def has_blanks(self, start: int, end: int) -> bool:
        at = bisect_left(self.blanks, start)
        return at < len(self.blanks) and self.blanks[at] < end

    def is_blank(self, piece: Piece) -> bool:
        """Whether it is there to be filled in; a long paragraph outside a form only mentions a blank or a signature."""
        if piece.wording is not None or (piece.end - piece.start > _LONG and not self.form):
            return False
        return self.has_blanks(piece.start, piece.end)

    def amends(self, piece: Piece) -> str | None:
        return self.amended if piece.wording is not None else None

    def component(self) -> Level | None:
        level = self.tree.scope(*COMPONENTS)
        return None if level.rank == Rank.ROOT else level

    def in_body(self, piece: Piece) -> bool:
        return piece.wording is None and self.component() is None
