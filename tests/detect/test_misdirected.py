"""A reference to a point that does not hold what it is cited for."""

from __future__ import annotations

import pytest

from sarapshy.acts.reading import build_act
from sarapshy.detect.rules import read_rules
from sarapshy.detect.run import detect

RULES = (
    "Бұйрықпен бекітілген\nБайқау қағидалары\n1. Алқа төраға мен төрт мүшеден құралады.\n"
    "2. Үміткер суреті мен куәлігін тапсырады.\n3. Алқа үміткерге нәтиже туралы хабарлама жібереді.\n"
    "4. {citation} үміткер хабарламаны алған күннен бастап бес күнде жауап береді.\n"
)


@pytest.mark.parametrize(
    ("citation", "wrong"),
    [
        ("Осы Қағидалардың 3-тармағына сәйкес", False),
        ("Осы Қағидалардың 2-тармағына сәйкес", True),
        ("3-тармаққа сәйкес", False),
    ],
)
def test_the_point_must_hold_what_it_is_cited_for(citation: str, wrong: bool) -> None:
    rule = next(rule for rule in read_rules() if rule.code == "N4-misdirected")
    found = detect(build_act(RULES.format(citation=citation), "act.txt"), (rule,))
    assert bool(found) == wrong
    if wrong:
        assert found[0].related and "Үміткер суреті" in (found[0].related[0].quote or "")


@pytest.mark.parametrize(
    ("first", "words", "times"),
    [
        ("Осы Қағидалар тәртіпті айқындайды.", "Шағым келіп түскен Заңның 25-бабына сәйкес тіркеледі.", 1),
        ("Осы Қағидалар «Білім туралы» Заңға (бұдан әрі – Заң) сәйкес.", "Шағым Заңның 25-бабына сәйкес тіркеледі.", 0),
        ("Осы Қағидалар тәртіпті айқындайды.", "Шағым осы Заңның 25-бабына сәйкес тіркеледі.", 0),
        ("Осы Қағидалар тәртіпті айқындайды.", "Шағым «Білім туралы» Заңның 25-бабына сәйкес тіркеледі.", 0),
    ],
)
def test_a_law_with_a_capital_and_no_short_name_is_no_law_that_can_be_told(first: str, words: str, times: int) -> None:
    act = build_act(f"1. {first}\n2. {words}\n3. Хат беріледі.", "act.txt")
    assert len(detect(act, [rule for rule in read_rules() if rule.code == "N4-unnamed"])) == times


@pytest.mark.parametrize(("stamp", "times"), [("Байқау регламентінің 2-қосымшасы", 0), ("", 1)])
def test_an_annex_whose_number_is_stamped_on_a_line_is_there(stamp: str, times: int) -> None:
    text = (
        RULES.format(citation="Осы Қағидалардың 2-қосымшасына сәйкес")
        + "5. Хат беріледі.\n\n\t|\t"
        + stamp
        + "\n\nДиаграмма\n"
    )
    found = detect(build_act(text, "act.txt"), [rule for rule in read_rules() if rule.code == "N4-missing"])
    assert len(found) == times
