"""Guards look at as much of the text as their scope says, and at no more."""

from __future__ import annotations

import pytest

from sarapshy.acts.reading import build_act
from sarapshy.acts.stretches import Hit, Reading
from sarapshy.detect.guards import bound_scope

ONE_LINE = {
    "kk": "5. Үміткер ұсынады: өтініш; тәжірибесін растайтын құжат; дипломның көшірмесі. Құжат қайтарылады.",
    "ru": "5. Кандидат представляет: заявление; документ, подтверждающий опыт; копию диплома. Документ возвращается.",
}
ASKED = {"kk": "растайтын құжат", "ru": "документ, подтверждающий опыт"}


def bound(language: str, scope: str) -> str:
    reading = Reading(build_act(ONE_LINE[language], "act.txt"))
    start = reading.text.index(ASKED[language])
    stretch = reading.stretch_at(start)
    assert stretch is not None
    return reading.text[slice(*bound_scope(reading, scope, Hit(start, start + len(ASKED[language]), stretch)))].strip()


@pytest.mark.parametrize(
    ("language", "item"), [("kk", "тәжірибесін растайтын құжат"), ("ru", "документ, подтверждающий опыт")]
)
def test_an_item_of_a_list_in_one_line_ends_where_the_next_begins(language: str, item: str) -> None:
    assert bound(language, "item") == item


@pytest.mark.parametrize(("language", "beside"), [("kk", "диплом"), ("ru", "диплом")])
def test_a_sentence_holds_the_items_beside(language: str, beside: str) -> None:
    assert beside in bound(language, "sentence")


@pytest.mark.parametrize(("language", "last"), [("kk", "көшірмесі."), ("ru", "диплома.")])
def test_what_is_after_ends_with_the_sentence(language: str, last: str) -> None:
    assert bound(language, "after").endswith(last)
