"""A term that begins nowhere is told of whoever must keep it, and of a person not at all."""

from __future__ import annotations

import pytest

from sarapshy.acts.reading import build_act
from sarapshy.detect.rules import read_rules
from sarapshy.detect.run import detect

RULES = [rule for rule in read_rules() if rule.code in ("D1a-start", "D1a-elastic", "D1a-suspends")]


def _rules_found(text: str) -> list[str]:
    return [finding.rule for finding in detect(build_act(text, "act.txt"), RULES)]


@pytest.mark.parametrize(
    "text",
    [
        "5. Басқарма үміткердің құжаттарын он жұмыс күні ішінде қарайды.",
        "5. Үміткердің жеке ісі он жұмыс күні ішінде комиссияның қарауына жіберіледі.",
        "5. Дело кандидата в течение десяти рабочих дней направляется в комиссию с приложением документов.",
    ],
)
def test_a_term_with_no_beginning_is_found_whether_the_body_is_named_or_not(text: str) -> None:
    assert _rules_found(text) == ["D1a-start"]


@pytest.mark.parametrize(
    "text",
    [
        "5. Үміткердің жеке ісі құжаттар түскен күннен бастап он жұмыс күні ішінде комиссияның қарауына жіберіледі.",
        "5. Дело кандидата в течение десяти рабочих дней со дня поступления направляется в комиссию.",
        "5. Өтініш беруші үш күн ішінде келеді.",
    ],
)
def test_a_term_that_begins_somewhere_or_binds_a_person_is_left_alone(text: str) -> None:
    assert _rules_found(text) == []


def test_the_term_of_another_step_does_not_bound_an_elastic_one() -> None:
    text = "5. Палата істі бір жұмыс күні ішінде бөледі, ал шұғыл істер палатаға түскен кезден бастап дереу жіберіледі."
    assert "D1a-elastic" in _rules_found(text)


def test_a_suspension_is_bounded_by_a_number_or_by_what_ends_it() -> None:
    assert _rules_found("5. Банк өтінішті қарауды тоқтата тұрады.") == ["D1a-suspends"]
    assert _rules_found("5. Банк өтінішті қарауды он жұмыс күніне тоқтата тұрады.") == []
    assert _rules_found("5. Действие лицензии приостанавливается. Оно возобновляется в день устранения причины.") == []
