"""The factors that only a person can judge, each with its question: «F2: түсіндірме жазба … көрсете ме?»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sarapshy.documents.blocks import Align, Block, Cell, cell
from sarapshy.documents.material import factor_of, order_codes
from sarapshy.documents.writer import Writer

COLUMNS = (("c_factor", 30, Align.LEFT), ("c_question", 45, Align.LEFT), ("c_answer", 25, Align.LEFT))


def write_questions(writer: Writer, codes: Iterable[str]) -> Iterator[Block]:
    yield writer.heading("h_questions")
    yield writer.paragraph("questions_intro")
    yield writer.table(COLUMNS, list(_ask(writer, codes)))


def _ask(writer: Writer, codes: Iterable[str]) -> Iterator[list[Cell]]:
    """A row a factor that only the expert can judge, with the question and a place for the answer."""
    for code in order_codes(codes):
        factor = factor_of(code)
        if factor is not None:
            question = factor.question[writer.language] if factor.question else factor.definition[writer.language]
            yield [cell(f"{code}. {factor.name[writer.language]}"), cell(question), cell(writer.write("answer"))]
