"""The act's text as HTML: nothing lost, nothing run, every mark in its place."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from made_acts import SHA, lay_out

from sarapshy.acts.model import Act, Clause, ClauseKind, Identity
from sarapshy.report.marked_text import Mark, MarkedText, cut


def mark(start: int, end: int, number: int = 1, severity: str = "medium") -> Mark:
    return Mark(start, end, f"e{number}", number, "D2", "discretion", severity)


def act_of(text: str, clauses: tuple[Clause, ...] = ()) -> Act:
    return Act("а.txt", text, SHA, "kk", Identity(), clauses)


def draw(text: str, marks: list[Mark]) -> str:
    """«[1:а][1 2:б]»: the pieces drawn in the text."""
    drawn, at = "", 0
    for piece in cut(marks):
        numbers = " ".join(str(each.number) for each in sorted(piece.marks, key=lambda each: each.number))
        drawn += text[at : piece.start] + f"[{numbers}:{text[piece.start : piece.end]}]"
        at = piece.end
    return drawn + text[at:]


@pytest.mark.parametrize(
    ("spans", "drawn"),
    [
        ([(0, 4)], "[1:әділ]қазы"),
        ([(0, 4), (4, 8)], "[1:әділ][2:қазы]"),
        ([(0, 8), (2, 4)], "[1:әд][1 2:іл][1:қазы]"),
        ([(0, 5), (3, 8)], "[1:әді][1 2:лқ][2:азы]"),
        ([(2, 6), (2, 6)], "әд[1 2:ілқа]зы"),
        ([(0, 2), (6, 8)], "[1:әд]ілқа[2:зы]"),
        ([(0, 6), (2, 8), (3, 4)], "[1:әд][1 2:і][1 2 3:л][1 2:қа][2:зы]"),
    ],
)
def test_spans_are_cut_where_a_mark_begins_or_ends(spans: list[tuple[int, int]], drawn: str) -> None:
    assert draw("әділқазы", [mark(a, b, n) for n, (a, b) in enumerate(spans, 1)]) == drawn


def test_the_gravest_finding_gives_a_piece_its_colour() -> None:
    (piece,) = cut([mark(0, 3, 1, "low"), mark(0, 3, 2, "high")])
    assert piece.marks[0].number == 2


TEXTS = st.text(st.sampled_from("әқұ <>&\n\t|)1.\u202e\x00"), max_size=60)


@settings(max_examples=80, deadline=None)
@given(TEXTS, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=6))
def test_every_letter_is_shown_once_and_in_order(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [mark(a, min(a + n, len(text)), i) for i, (a, n) in enumerate(spans, 1) if a < len(text)]
    shown = MarkedText(act_of(text), marks, {}).html()
    letters = "".join(html.fromstring(f"<div>{shown}</div>").text_content().split())
    expected = text.replace("\t|\t", "").replace("\x00", "\ufffd")
    assert letters == "".join(expected.split())


def test_a_mark_over_two_lines_is_flagged_once() -> None:
    shown = MarkedText(act_of("бір\nекі үш"), [mark(0, 7)], {}).html()
    assert shown.count("<mark") == 2 and shown.count('id="e1"') == 1


def test_a_clause_that_begins_inside_a_line_opens_a_block() -> None:
    text = "БҰЙЫРАМЫН: 1. Бекітілсін. 2. Жойылсын."
    clauses = tuple(
        Clause(f"pt_{n}", ClauseKind.POINT, str(n), f"{n}.", start, end, None, "kk")
        for n, start, end in ((1, 11, 25), (2, 26, len(text)))
    )
    shown = MarkedText(act_of(text, clauses), [], {}).html()
    assert shown.count("<p ") == 3 and '<b class="label">2.</b>' in shown


def test_lines_with_cells_become_one_table_and_an_empty_cell_stays_a_cell() -> None:
    shown = MarkedText(act_of("Тізбе\n\t|\tАты\t|\tКүні\n1\t|\tӨтініш\t|\t"), [], {}).html()
    assert shown.count("<table>") == 1 and shown.count("<tr ") == 2 and shown.count("<td>") == 6


def test_a_row_without_a_mark_is_written_like_the_row_beside_it_that_has_one() -> None:
    text = "Кеме\t|\t<5>\t|\t\nКеме\t|\t<5>\t|\t"
    unmarked, marked = html.fromstring(MarkedText(act_of(text), [mark(21, 24)], {}).html()).iter("tr")
    assert [cell.text_content() for cell in unmarked] == [cell.text_content() for cell in marked] == ["Кеме", "<5>", ""]
    assert [len(list(row.iter("mark"))) for row in (unmarked, marked)] == [0, 1]


def test_headings_are_headings_and_points_are_set_in_by_depth() -> None:
    text, clauses = lay_out(
        [
            (ClauseKind.CHAPTER, "1", "1-тарау.", 0, "1-тарау. Жалпы"),
            (ClauseKind.POINT, "1", "1.", 1, "1. Комиссия:"),
            (ClauseKind.SUBPOINT, "1", "1)", 2, "1) қарайды;"),
        ],
        "kk",
    )
    marked = MarkedText(act_of(text, clauses), [], {})
    assert "<h3" in marked.html() and 'class="d1 k-sp"' in marked.html()
    assert [(tag, anchor) for tag, anchor, _ in marked.contents()] == [("h3", "c0")]


def test_markup_in_an_act_is_words() -> None:
    shown = MarkedText(act_of('</script><script>x</script> "а" & б'), [mark(3, 12)], {}).html()
    assert "<script" not in shown and "</script" not in shown
    assert "script" in unescape(shown)
