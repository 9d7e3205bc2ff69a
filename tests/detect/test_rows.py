"""Rows of the standard of a state service: empty ones, and ones that leave out what the row is there for."""

from __future__ import annotations

import pytest

from sarapshy.acts.reading import build_act
from sarapshy.detect.rules import read_rules
from sarapshy.detect.run import detect

HEAD = {
    "kk": '5. Басқарма анықтама не дәлелді бас тартуды береді.\n\nҚағидаларға\n1-қосымша\n\n"Анықтама беру" қызмет стандарты\n',
    "ru": "5. Управление выдаёт справку либо мотивированный отказ.\n\nПриложение 1\nк Правилам\n\nСтандарт услуги\n",
}
GROUNDS = {
    "kk": "9\t|\tМемлекеттік қызметті көрсетуден бас тарту үшін негіздер\t|\t",
    "ru": "9\t|\tОснования для отказа в оказании государственной услуги\t|\t",
}
RESULT = {
    "kk": "5\t|\tМемлекеттік қызметті көрсету нәтижесі\t|\t",
    "ru": "5\t|\tРезультат оказания государственной услуги\t|\t",
}


def _codes(text: str) -> set[str]:
    rules = [rule for rule in read_rules() if rule.code in ("P2-empty-row", "P1-result-row")]
    return {finding.rule for finding in detect(build_act(text, "act.txt"), rules)}


@pytest.mark.parametrize("language, nothing", [("kk", "–"), ("kk", "Жоқ"), ("ru", "-"), ("ru", "Отсутствуют")])
def test_a_row_of_grounds_that_says_nothing_is_empty(language: str, nothing: str) -> None:
    assert _codes(HEAD[language] + GROUNDS[language] + nothing) == {"P2-empty-row"}


@pytest.mark.parametrize("language, ground", [("kk", "құжаттардың дәйексіздігі"), ("ru", "недостоверность документов")])
def test_a_row_with_a_ground_is_not(language: str, ground: str) -> None:
    assert _codes(HEAD[language] + GROUNDS[language] + ground) == set()


@pytest.mark.parametrize(
    "language, ground, result, refusal",
    [
        ("kk", "құжаттардың дәйексіздігі", "анықтама", "анықтама не дәлелді бас тарту"),
        ("ru", "недостоверность документов", "справка", "справка либо мотивированный отказ"),
    ],
)
def test_a_refusal_belongs_to_the_results(language: str, ground: str, result: str, refusal: str) -> None:
    grounds = f"\n{GROUNDS[language]}{ground}"
    assert _codes(HEAD[language] + RESULT[language] + result + grounds) == {"P1-result-row"}
    assert _codes(HEAD[language] + RESULT[language] + refusal + grounds) == set()
