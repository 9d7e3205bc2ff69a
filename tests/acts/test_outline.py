"""Questions about the clause tree."""

from __future__ import annotations

from itertools import pairwise

import pytest

from sarapshy.acts.model import ClauseKind
from sarapshy.acts.outline import Outline
from sarapshy.acts.reading import build_act

KAZAKH = "1-тарау. Жалпы ережелер\n1. Қағидалар тәртіпті айқындайды.\n2. Комиссия:\n1) құжаттарды қарайды;\n2) шешім шығарады."
RUSSIAN = "Глава 1. Общие положения\n1. Правила определяют порядок.\n2. Комиссия:\n1) рассматривает документы;\n2) выносит решение."


@pytest.mark.parametrize(
    ("text", "words", "path"),
    [
        (KAZAKH, "шешім шығарады", "1-тарау, 2-тармақ, 2) тармақша"),
        (KAZAKH, "тәртіпті", "1-тарау, 1-тармақ"),
        (RUSSIAN, "выносит", "глава 1, пункт 2, подпункт 2)"),
        (RUSSIAN, "определяют", "глава 1, пункт 1"),
    ],
)
def test_a_place_is_cited_as_lawyers_do(text: str, words: str, path: str) -> None:
    outline = Outline(build_act(text, "act.txt"))
    assert outline.path(outline.at(text.index(words))) == path


@pytest.mark.parametrize("text", [KAZAKH, RUSSIAN], ids=["kk", "ru"])
def test_a_finding_in_a_subpoint_is_cited_by_its_point(text: str) -> None:
    act = build_act(text, "act.txt")
    outline = Outline(act)
    numbered = outline.numbered(outline.at(len(text) - 2))
    assert numbered is not None
    assert (act.clauses[numbered].kind, act.clauses[numbered].number) == (ClauseKind.POINT, "2")


@pytest.mark.parametrize("text", [KAZAKH, RUSSIAN], ids=["kk", "ru"])
def test_own_spans_and_children_cover_the_clause(text: str) -> None:
    act = build_act(text, "act.txt")
    outline = Outline(act)
    spans = sorted(span for position in range(len(act.clauses)) for span in outline.own_spans(position))
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert sum(len(text[a:b].split()) for a, b in spans) == len(text.split())
