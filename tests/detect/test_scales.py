"""Bands of a scale told in words overlap where two of them hold one value."""

import pytest

from sarapshy.acts.reading import build_act
from sarapshy.detect.run import detect


def find_scales(language: str, text: str) -> list[str]:
    act = build_act(text, f"act.{language}.txt")
    return [finding.rule for finding in detect(act) if finding.rule == "K1-scale"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "5. Комиссия баллды былай береді: 10 пайыздан 20 пайызға дейін – 2 балл, 15 пайыздан көп – 3 балл."),
        ("ru", "5. Комиссия оценивает кандидата: от 10 до 20 процентов – 2 балла, более 15 процентов – 3 балла."),
        (
            "kk",
            "5. Комиссия өтілді бағалайды:\n1 (бір) жылдан 3 (үш) жылға дейін – 1 балл;\n3 (үш) жылдан 6 (алты) жылға дейін – 2 балл;\n6 (алты) жылдан 9 (тоғыз) жылға дейін – 3 балл.",
        ),
        (
            "ru",
            "5. Комиссия оценивает стаж:\nот 1 (один) до 3 (три) лет – 1 балл;\nот 3 (три) до 6 (шесть) лет – 2 балла;\nот 6 (шесть) до 9 (девять) лет – 3 балла.",
        ),
        (
            "ru",
            "5. Комиссия оценивает кандидата:\n1) от 1 до 4 баллов – низкий;\n2) от 4 до 7 баллов – средний;\n3) от 7 до 10 баллов – высокий.",
        ),
    ],
)
def test_bands_that_share_a_value_are_told(language: str, text: str) -> None:
    assert find_scales(language, text) == ["K1-scale"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "5. Комиссия баллды былай береді: 10 пайыздан 20 пайызға дейін – 2 балл, 20 пайыздан көп – 3 балл."),
        ("ru", "5. Комиссия оценивает кандидата: от 10 до 20 процентов – 2 балла, более 20 процентов – 3 балла."),
        ("ru", "5. Комиссия рассматривает заявку от 5 до 10 дней. Орган отвечает заявителю в срок от 7 до 12 дней."),
    ],
)
def test_bands_that_only_touch_or_are_of_two_matters_are_let_be(language: str, text: str) -> None:
    assert find_scales(language, text) == []
