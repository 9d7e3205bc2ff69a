"""Every unit of an act is named in the document's language and accounted for with its outcome."""

from __future__ import annotations

import pytest
from made_runs import kazakh_act, russian_act

from sarapshy.acts.reading import build_act
from sarapshy.documents.units import Outcome, Units

AMENDING = """Кейбір бұйрықтарға өзгерістер енгізу туралы
БҰЙЫРАМЫН:
1. «Жатақхана туралы» 2019 жылғы 5 наурыздағы № 14 бұйрығына мынадай өзгерістер енгізілсін:
3-тармақ мынадай редакцияда жазылсын:
«3. Комиссия өтінішті он күн ішінде қарайды.».
2. Осы бұйрық қол қойылған күнінен бастап қолданысқа енгізіледі.
"""


LAW = """ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН
О библиотеках
Статья 1. Сфера действия
1. Закон регулирует работу библиотек.
2. Закон не распространяется на архивы.
Статья 2. Читатели
1. Читатель вправе получить книгу.
2. Книга выдаётся на десять дней.
Статья 3. Порядок введения в действие
Закон вводится в действие со дня опубликования.
"""


def find_clause(units: Units, words: str) -> str:
    position = units.outline.at(units.act.text.index(words))
    assert position is not None
    return units.act.clauses[position].id


@pytest.mark.parametrize(
    ("language", "path"),
    [("kk", "бекітілген құжат, 2-тарау, 3-тармақ"), ("ru", "утверждённый документ, глава 2, пункт 3")],
)
def test_a_unit_is_named_in_the_language_of_the_document(language: str, path: str) -> None:
    for act, words in ((kazakh_act(), "құқылы"), (russian_act(), "вправе")):
        units = Units(act, language)
        assert units.path(find_clause(units, words)) == path


def test_a_clause_that_is_gone_keeps_the_address_it_had() -> None:
    assert Units(kazakh_act(), "kk").path("жоқ", "9-тармақ") == "9-тармақ"


def test_neighbours_with_one_outcome_are_a_range() -> None:
    groups = Units(kazakh_act(), "kk").account({}, [])
    assert [(group.part, group.outcome, group.units) for group in groups] == [
        ("актінің өзі", Outcome.NONE, "нөмірленбеген мәтін; 1, 2-тармақтар"),
        ("бекітілген құжат", Outcome.NONE, "1–5-тармақтар"),
    ]


def test_remarks_part_the_units_and_are_told_of_each() -> None:
    units = Units(kazakh_act(), "ru")
    groups = units.account(
        {1: find_clause(units, "құқылы"), 2: find_clause(units, "құқылы")}, [find_clause(units, "хаттамамен")]
    )
    told = [(group.outcome, group.units, group.remarks) for group in groups if group.part == "утверждённый документ"]
    assert told == [
        (Outcome.REMARKS, "пункт 3", (("3", (1, 2)),)),
        (Outcome.WEAK, "пункт 4", ()),
        (Outcome.NONE, "пункты 1, 2, 5", ()),
    ]


def test_new_wording_is_a_part_by_the_point_that_gives_it() -> None:
    groups = Units(build_act(AMENDING, "бұйрық.txt"), "kk").account({}, [])
    assert [(group.part, group.units) for group in groups] == [
        ("актінің өзі", "нөмірленбеген мәтін; 1, 2-тармақтар"),
        ("1-тармақ: жаңа редакция", "3-тармақ"),
    ]


def test_a_law_is_accounted_for_by_articles() -> None:
    units = Units(build_act(LAW, "закон.txt"), "ru")
    groups = units.account({1: find_clause(units, "получить книгу")}, [])
    assert [(group.units, group.remarks) for group in groups if group.outcome is Outcome.REMARKS] == [
        ("статья 2", (("2", (1,)),))
    ]
    assert not any("пункт" in group.units for group in groups)


def test_every_numbered_unit_is_in_some_group() -> None:
    act = kazakh_act()
    named = " ".join(group.units for group in Units(act, "kk").account({}, []))
    assert all(sign in named for sign in ("1, 2", "1–5"))
