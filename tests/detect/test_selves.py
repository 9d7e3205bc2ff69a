"""What an act calls itself, and numbers that it gives twice."""

from __future__ import annotations

import pytest

from sarapshy.acts.reading import build_act
from sarapshy.detect.rules import read_rules
from sarapshy.detect.run import detect
from sarapshy.findings.model import Finding

RULES = """Бұйрықпен бекітілген
Байқау өткізу қағидалары
1. Осы Қағидалар байқаудың тәртібін айқындайды.
2. {words}
"""


def find(code: str, text: str) -> list[Finding]:
    return detect(build_act(text, "act.txt"), [rule for rule in read_rules() if rule.code == code])


def test_rules_that_speak_of_themselves_as_a_statute_are_found_once() -> None:
    found = find("K1-self", RULES.format(words="Осы Ереженің 5-тармағы бойынша.\n3. Осы Ережеде көзделген хат."))
    assert [finding.clause and finding.clause.number for finding in found] == ["2"]


def test_a_statute_approved_by_the_same_order_is_no_slip() -> None:
    other = "\nБұйрықпен бекітілген\nБайқау комиссиясы туралы ереже\n1. Осы Ереже жұмыс тәртібін айқындайды."
    assert find("K1-self", RULES.format(words="Хат осы Қағидаларға сәйкес беріледі.") + other) == []


@pytest.mark.parametrize(
    ("numbers", "times"),
    [("1 2 3", 0), ("1 2 2 3", 1), ("1 2 3 2 3", 1), ("1 2 1 2", 0), ("2 3 2 3", 0), ("1 2 4 4", 0)],
)
def test_a_repeated_number_is_told_once_a_list_that_runs_from_one(numbers: str, times: int) -> None:
    items = ";\n".join(f"{number}) негіз" for number in numbers.split())
    assert len(find("K1-numbering", f"5. Мынадай негіздер бойынша шығарылады:\n{items}.")) == times


def test_one_number_and_day_under_two_years_is_two_dates_of_one_act() -> None:
    issuer = "Білім және ғылым министрінің"
    text = f"1. {issuer} 2012 жылғы 13 наурыздағы № 99 бұйрығы.\n2. {issuer} {{}} жылғы 13 наурыздағы № 99 бұйрығы."
    assert find("K1-date", text.format(2017))
    assert find("K1-date", text.format(2012)) == []


def test_a_standard_in_an_annex_calls_itself_a_standard() -> None:
    annex = "\nҚағидаларға\n1-қосымша\n\nҮйірмеге жазу стандарты\n\n1. Осы Стандарттың 2-тармағы бойынша хат беріледі.\n2. Хат."
    assert find("K1-self", RULES.format(words="Хат осы Қағидаларға сәйкес беріледі.") + annex) == []
