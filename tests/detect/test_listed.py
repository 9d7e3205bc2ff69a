"""Powers in a list of rights are told by the line above, and only where it names one who decides."""

from __future__ import annotations

import pytest

from sarapshy.acts.reading import build_act
from sarapshy.detect.rules import read_rules
from sarapshy.detect.run import detect

ABOVE = {
    "kk": "5. Комиссия мыналарға құқылы:\n\n1) кандидаттың баллын өзгертуге;\n\n2) отырысқа қатысуға.\n",
    "ru": "5. Комиссия имеет право:\n\n- изменить балл кандидата;\n\n- присутствовать на заседании.\n",
}
AT_THE_END = "5. Басқарма:\n\n1) жүлдегерге берілетін төлемді тоқтата тұруға;\n\n2) отырысқа қатысуға құқылы.\n"
DUTIES = {
    "kk": "5. Комиссия мыналарға міндетті:\n\n1) кандидаттың баллын өзгертуге;\n\n2) отырысқа қатысуға.\n",
    "ru": "5. Комиссия обязана:\n\n- изменить балл кандидата;\n\n- присутствовать на заседании.\n",
}
CITIZENS = {
    "kk": "5. Кандидат мыналарға құқылы:\n\n1) өтінімін өзгертуге;\n\n2) отырысқа қатысуға.\n",
    "ru": "5. Кандидат имеет право:\n\n- изменить свою заявку;\n\n- присутствовать на заседании.\n",
}
ITEM = {
    "kk": "5. Комиссия:\n\n1) өтінімді қайтара алады;\n\n2) нәтижені жариялайды.\n",
    "ru": "5. Комиссия:\n\n1) может вернуть заявку;\n\n2) публикует результат.\n",
}


def _found(text: str, code: str) -> list[str]:
    rules = [rule for rule in read_rules() if rule.code == code]
    return [finding.rule for finding in detect(build_act(text, "act.txt"), rules)]


@pytest.mark.parametrize("text", [*ABOVE.values(), AT_THE_END])
def test_a_power_in_a_list_of_rights_is_told(text: str) -> None:
    assert _found(text, "D2-listed") == ["D2-listed"]


@pytest.mark.parametrize("text", [*DUTIES.values(), *CITIZENS.values()])
def test_a_duty_and_a_citizens_right_are_not(text: str) -> None:
    assert _found(text, "D2-listed") == []


@pytest.mark.parametrize("text", ITEM.values())
def test_who_acts_in_an_item_is_named_above_the_list(text: str) -> None:
    assert _found(text, "D2-can") == ["D2-can"]
