"""A term that runs from a step is worth nothing where the step itself may last for ever."""

from __future__ import annotations

import pytest

from sarapshy.acts.reading import build_act
from sarapshy.detect.rules import read_rules
from sarapshy.detect.run import detect

RULES = [rule for rule in read_rules() if rule.code == "D1a-untimed-start"]


def _words_found(text: str) -> list[str]:
    return [finding.values["words"] for finding in detect(build_act(text, "act.txt"), RULES)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "5. Басқарма қарсылық қаралғаннан кейін үш жұмыс күні ішінде үміткерге хабарлайды.",
            "қаралғаннан кейін үш жұмыс күні ішінде",
        ),
        (
            "5. Разрешение выдаётся в течение пяти дней со дня подписания протокола.",
            "пяти дней со дня подписания протокола",
        ),
    ],
)
def test_a_term_that_runs_from_a_step_without_a_term_is_found(text: str, words: str) -> None:
    assert _words_found(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "5. Басқарма қарсылықты бес жұмыс күні ішінде қарайды.\n"
        "6. Қарсылық қаралғаннан кейін үш жұмыс күні ішінде хабарлайды.",
        "5. Протокол подписывается в течение двух дней.\n"
        "6. Разрешение выдаётся в течение пяти дней со дня подписания протокола.",
    ],
)
def test_another_point_that_times_the_step_settles_it(text: str) -> None:
    assert _words_found(text) == []


def test_a_procedure_shows_two_of_such_terms_at_most() -> None:
    text = (
        "5. Басқарма өтініш қаралғаннан кейін үш жұмыс күні ішінде хабарлайды.\n"
        "6. Комиссия әңгімелесу аяқталғаннан кейін екі жұмыс күні ішінде шешім шығарады.\n"
        "7. Рұқсат хаттамаға қол қойылған күннен бастап бес жұмыс күні ішінде беріледі."
    )
    assert len(_words_found(text)) == 2
