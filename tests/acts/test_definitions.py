from __future__ import annotations

import pytest

from sarapshy.acts.clauses import parse_clauses
from sarapshy.acts.definitions import find_definitions
from sarapshy.acts.model import Definition

TERMS_KK = """\
2. Осы Қағидаларда мынадай ұғымдар пайдаланылады:

1) апелляция – шешімге берілген шағым;

2) конкурстық комиссия (бұдан әрі – Комиссия) – алқалы орган;

3) өтініш беруші - жеке тұлға.

3. Комиссия отырысы – ашық.
"""
TERMS_RU = """\
Статья 1. Понятия

В настоящих Правилах используются следующие понятия:

1) заявитель – физическое лицо;

2) личный кабинет - раздел портала.
"""


def find(text: str) -> tuple[Definition, ...]:
    return find_definitions(text, parse_clauses(text))


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            TERMS_KK,
            {"апелляция": "шешімге берілген шағым", "конкурстық комиссия": "алқалы орган", "өтініш беруші": "жеке тұлға"},
        ),
        (TERMS_RU, {"заявитель": "физическое лицо", "личный кабинет": "раздел портала"}),
    ],
)  # fmt: skip
def test_terms_are_taken_where_the_act_announces_them(text: str, terms: dict[str, str]) -> None:
    assert {found.term: found.meaning for found in find(text) if not found.short_name} == terms


@pytest.mark.parametrize(
    ("words", "term", "meaning"),
    [
        (
            "1. Осы Сыйлық беру қағидалары (бұдан әрі – Қағидалар) бекітілсін.",
            "Қағидалар",
            "Осы Сыйлық беру қағидалары",
        ),
        ("1. Осы Қағида (бұдан әрі - Қағида) бекітілсін.", "Қағида", "Осы Қағида"),
        ("1. Кеңес (бұдан әрi – кеңес) құрылсын.", "кеңес", "Кеңес"),
        ("1. Отырыс өтеді. Конкурстық комиссия (бұдан әрі: Комиссия) сайлайды.", "Комиссия", "Конкурстық комиссия"),
        ("1. Еуразиялық одақ (бұдан әрі – одақ (ЕАЭО)) елдері.", "одақ (ЕАЭО)", "Еуразиялық одақ"),
        ("1. Конкурсная комиссия (далее – Комиссия) создается.", "Комиссия", "Конкурсная комиссия"),
        ("1. Комиссия по отбору (далее по тексту - Комиссия) создается.", "Комиссия", "Комиссия по отбору"),
    ],
)
def test_short_names(words: str, term: str, meaning: str) -> None:
    [found] = find(words)
    assert (found.term, found.meaning, found.short_name) == (term, meaning, True)


@pytest.mark.parametrize("text", [TERMS_KK, TERMS_RU])
def test_offsets_are_those_of_the_term(text: str) -> None:
    found = find(text)
    assert [text[one.start : one.end] for one in found] == [one.term for one in found]
    assert [one.start for one in found] == sorted(one.start for one in found)


def test_a_list_that_announces_no_terms_defines_none() -> None:
    assert find("1. Мыналар беріледі:\n\n1) анықтама – 1 дана;\n\n2) көшірме – 2 дана.\n") == ()
