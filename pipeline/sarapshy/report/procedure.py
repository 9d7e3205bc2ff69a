"""A procedure as swimlanes: a column for each who acts, the steps from top to bottom, arrows where one waits for another.

Boxes have a fixed width and are laid out here, in pixels, so that the picture stands in the page as plain SVG: no script
draws it, and it prints. A step in another column may begin beside the one before it, never above: reading down is reading
on. A step with a finding is a hole: its border is red and dashed, and the code on it leads to the finding.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from textwrap import wrap

from sarapshy.acts.model import Act
from sarapshy.findings.model import Finding
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.modality import ModalityKind
from sarapshy.procedure.norms import Norm
from sarapshy.procedure.procedures import Procedure

FEWEST = 3  # steps of a procedure that is drawn
SHOWN = 25  # steps that stand in the first picture
MOST = 2000  # steps drawn on one page; the longest code of 310 acts has 1,725
MOST_LANES = 6
NOBODY, OTHERS = "", "\0"
WIDTH, GUTTER, EDGE = 192, 26, 14
LINE, TOP, BOTTOM = 16, 25, 9
LETTERS, LINES = 24, 3  # letters of a line of a box, lines of its words
TERM = 23  # letters of a term on a box
STAGGER, GAP = 46, 14


@dataclass(frozen=True, slots=True)
class Hole:
    """A finding at a step: ``number`` is that of its card."""

    code: str
    number: int


@dataclass(frozen=True, slots=True)
class Row:
    """A step as text. ``anchor`` is the clause on the page; ``force`` a key: must, may, right, forbidden, plain."""

    number: int
    anchor: str | None
    clause: str
    norm: Norm
    force: str
    outcome: str | None
    holes: tuple[Hole, ...]

    @property
    def who(self) -> str | None:
        return self.norm.doer.name if self.norm.doer else None

    @property
    def term(self) -> str:
        return "; ".join(shorten(each.words.text) for each in self.norm.deadlines)

    @property
    def since(self) -> str:
        return "; ".join(dict.fromkeys(each.since.text for each in self.norm.deadlines if each.since))

    @property
    def ground(self) -> str:
        return "; ".join(each.text for each in self.norm.grounds)


@dataclass(frozen=True, slots=True)
class Box:
    row: Row
    x: int
    y: int
    height: int
    lines: tuple[str, ...]
    term: str
    to: str
    who: str  # where the column does not tell

    @property
    def bottom(self) -> int:
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Lane:
    """``name`` is None for steps of nobody named, "" for those of several that act rarely."""

    name: str | None
    meaning: str | None
    x: int


@dataclass(frozen=True, slots=True)
class Picture:
    boxes: tuple[Box, ...]
    arrows: tuple[str, ...]
    height: int


@dataclass(frozen=True, slots=True)
class Flow:
    """A procedure as shown: ``pictures`` are the first steps, and the rest where there are more; ``left`` is how many
    steps beyond these are not shown."""

    title: str | None
    rows: tuple[Row, ...]
    lanes: tuple[Lane, ...]
    pictures: tuple[Picture, ...]
    width: int
    starts: str | None
    holes: int
    left: int = 0


def lay_out(
    act: Act,
    procedures: Sequence[Procedure],
    findings: Sequence[tuple[int, Finding]],
    anchors: Mapping[int, str],
    fewest: int = FEWEST,
    most: int | None = None,
) -> list[Flow]:
    """Flows of the procedures that have steps enough; ``findings`` with the numbers of their cards. Of all steps the
    first ``most`` are shown, and how many are left is told."""
    told = [(number, finding) for number, finding in findings if finding.code in _hole_codes()]
    long = [each for each in procedures if len(each.steps) >= fewest]
    before = [0, *accumulate(len(each.steps) for each in long)]
    rooms = [None if most is None else max(most - count, 0) for count in before]
    return [_flow(act, each, told, anchors, room) for each, room in zip(long, rooms, strict=False)]


@cache
def _hole_codes() -> frozenset[str]:
    return frozenset(read_lexicon("norms")["holes"])


def _flow(
    act: Act,
    procedure: Procedure,
    findings: Sequence[tuple[int, Finding]],
    anchors: Mapping[int, str],
    most: int | None,
) -> Flow:
    rows = tuple(
        Row(
            number,
            anchors.get(norm.clause),
            _clause_label(act, norm),
            norm,
            force_of(norm),
            next(iter(norm.outcomes), None) if number - 1 in procedure.ends else None,
            holes_of(act, norm, findings),
        )
        for number, norm in enumerate(procedure.steps[:most], 1)
    )
    lanes, column = _lanes(procedure)
    cuts = [rows[:SHOWN], rows[SHOWN:]] if len(rows) > SHOWN else [rows]
    pictures = tuple(_picture(cut, column, procedure) for cut in cuts)
    width = len(lanes) * (WIDTH + GUTTER) - GUTTER + 2 * EDGE
    holes, left = sum(bool(row.holes) for row in rows), len(procedure.steps) - len(rows)
    return Flow(procedure.title, rows, lanes, pictures, width, procedure.starts, holes, left)


def force_of(norm: Norm) -> str:
    if norm.modality is ModalityKind.PROHIBITION or norm.negated:
        return "forbidden"
    forces = {ModalityKind.DUTY: "must", ModalityKind.RIGHT: "right", ModalityKind.POWER: "may"}
    return forces.get(norm.modality, "plain")


def holes_of(act: Act, norm: Norm, findings: Sequence[tuple[int, Finding]]) -> tuple[Hole, ...]:
    """The findings whose words are in the step's sentence, or that are about its clause and quote nothing."""
    own = {act.clauses[position].id for position in (norm.clause, norm.point) if position is not None}
    found: dict[str, Hole] = {}
    for number, finding in findings:
        if finding.start is not None and finding.end is not None:
            here = finding.start < norm.end and norm.start < finding.end
        else:
            here = finding.clause is not None and finding.clause.id in own
        if here:
            found.setdefault(finding.code, Hole(finding.code, number))
    return tuple(found.values())


def _clause_label(act: Act, norm: Norm) -> str:
    """«29» of a point, «29.3)» of a subpoint."""
    point = act.clauses[norm.point] if norm.point is not None else None
    clause = act.clauses[norm.clause]
    if point is None:
        return clause.number or ""
    inner = clause.number if clause.kind.value == "sp" and norm.clause != norm.point else None
    return f"{point.number}, {inner})" if inner else point.number or ""


def _lanes(procedure: Procedure) -> tuple[tuple[Lane, ...], dict[str, int]]:
    """Columns in the order in which their doers first act, nobody named last; who acts least shares one."""
    keys = [key for key in procedure.doers if key != NOBODY]
    room = MOST_LANES - (NOBODY in procedure.doers)
    kept = set(keys if len(keys) <= room else keys[: room - 1])
    order: dict[str, Lane] = {}
    for step in procedure.steps:
        key = step.doer.key if step.doer else NOBODY
        key = key if key in kept or key == NOBODY else OTHERS
        if key in order:
            continue
        name = step.doer.name if step.doer and key != OTHERS else ("" if key == OTHERS else None)
        order[key] = Lane(name, step.doer.meaning if step.doer and key != OTHERS else None, 0)
    ordered = sorted(order, key=lambda key: (key == NOBODY, key == OTHERS))
    lanes = tuple(
        Lane(order[key].name, order[key].meaning, EDGE + at * (WIDTH + GUTTER)) for at, key in enumerate(ordered)
    )
    column = {key: at for at, key in enumerate(ordered)}
    others = column.get(OTHERS)
    columns = {key: column.get(key, others if others is not None else 0) for key in procedure.doers}
    return lanes, columns if others is None else {**columns, OTHERS: others}


def _picture(rows: Sequence[Row], column: Mapping[str, int], procedure: Procedure) -> Picture:
    boxes: list[Box] = []
    floors: dict[int, int] = {}
    y = GAP
    for row in rows:
        lane = column[row.norm.doer.key if row.norm.doer else NOBODY]
        y = max(floors.get(lane, GAP), boxes[-1].y + STAGGER if boxes else GAP)
        box = _box(row, EDGE + lane * (WIDTH + GUTTER), y, lane == column.get(OTHERS))
        floors[lane] = box.bottom + GAP
        boxes.append(box)
    by_number = {box.row.number - 1: box for box in boxes}
    arrows = tuple(
        _arrow(by_number[link.first], by_number[link.then])
        for link in procedure.links
        if link.first in by_number and link.then in by_number
    )
    return Picture(tuple(boxes), arrows, max(floors.values(), default=0))


def _box(row: Row, x: int, y: int, shared: bool) -> Box:
    lines = wrap(row.norm.label, LETTERS, max_lines=LINES, placeholder=" …", break_long_words=True)
    term = _cut(row.term, TERM)
    to = _cut(row.norm.addressee.text, LETTERS - 2) if row.norm.addressee else ""
    who = _cut(row.who or "", LETTERS) if shared else ""
    height = TOP + LINE * (len(lines) + bool(who) + bool(to) + bool(row.outcome or row.holes)) + BOTTOM
    return Box(row, x, y, height, tuple(lines), term, to, who)


def _arrow(first: Box, then: Box) -> str:
    """Down the gutter beside the step that waits."""
    if first.x == then.x:
        side = first.x
        return f"M{side} {first.bottom - 12}h-9V{then.y + 12}h9"
    right = then.x > first.x
    start = first.x + WIDTH if right else first.x
    end = then.x if right else then.x + WIDTH
    lane = end - 13 if right else end + 13
    return f"M{start} {first.bottom - 12}H{lane}V{then.y + 12}H{end}"


def _cut(text: str, letters: int) -> str:
    return text if len(text) <= letters else f"{text[: letters - 1].rstrip()}…"


def shorten(text: str) -> str:
    """«5 жұмыс күні» of «5 (бес) жұмыс күні ішінде»: without the number in words and what every term says."""
    head, bracket, rest = text.partition(" (")
    inner, closing, tail = rest.partition(")")
    if bracket and closing and not any(letter.isdigit() for letter in inner):
        text = f"{head}{tail}"
    for filler in read_lexicon("norms")["term_fillers"]:
        text = text.removeprefix(f"{filler} ").removesuffix(f" {filler}")
    return text
