"""One quantity with two numbers in one act."""

from __future__ import annotations

import pytest

from sarapshy.acts.reading import build_act
from sarapshy.detect.rules import read_rules
from sarapshy.detect.run import detect
from sarapshy.findings.model import Finding


def find(code: str, text: str) -> list[Finding]:
    rule = next(rule for rule in read_rules() if rule.code == code)
    return detect(build_act(text, "act.txt"), (rule,))


@pytest.mark.parametrize("number", ["бес", "жеті", "9"])
def test_one_quantity_with_two_numbers_is_a_clash(number: str) -> None:
    text = f"4. Конкурстық комиссия құрамы бес мүшеден тұрады.\n9. Конкурстық комиссия құрамы {number} мүшеден тұрады."
    assert bool(find("K1-quantity", text)) == (number != "бес")


@pytest.mark.parametrize(("other", "clash"), [("0,1 %", True), ("0,03 %", False)])
def test_one_penalty_has_one_size(other: str, clash: bool) -> None:
    text = (
        "5. За просрочку исполнитель платит неустойку 0,03 % цены в день.\n"
        f"8. При нарушении срока исполнитель уплачивает пеню {other} цены в день."
    )
    assert bool(find("K1-measure", text)) == clash
