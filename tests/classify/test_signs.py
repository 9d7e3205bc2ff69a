"""What a sentence of a norm shows of itself."""

from __future__ import annotations

import pytest

from sarapshy.acts.reading import build_act
from sarapshy.acts.stretches import Reading
from sarapshy.classify.signs import IN_ACT, Sentence, read_sentences


def read(text: str) -> list[Sentence]:
    return read_sentences(Reading(build_act(text, "ереже.txt")))


@pytest.mark.parametrize(
    ("text", "there", "absent"),
    [
        ("1. Комиссия өтінішті қарайды.", ["doer:commission", "within:examine:False"], ["deadlines"]),
        (
            "1. Комиссия өтінішті үш жұмыс күні ішінде қарайды.",
            ["deadlines", "within:examine:True", "комис өтіні"],
            ["no:deadlines"],
        ),
        ("1. Комиссия рассматривает заявление.", ["doer:commission", "no:deadlines", "language:ru"], ["deadlines"]),
        (
            "1. Комиссия рассматривает заявление в течение трёх рабочих дней.",
            ["deadlines", "комис рассм"],
            ["no:deadlines"],
        ),
        ("1. Үміткер шешімге шағымдануға құқылы.", ["doer:citizen", "force:right"], ["doer:body"]),
        ("1. Кандидат вправе обжаловать решение.", ["doer:citizen", "force:right"], ["doer:body"]),
    ],
)
def test_who_acts_how_firmly_and_within_what_term_is_seen(text: str, there: list[str], absent: list[str]) -> None:
    (sentence,) = read(text)
    assert set(there) <= set(sentence.signs)
    assert not set(absent) & set(sentence.signs)


def test_each_sentence_of_a_point_is_seen_by_itself_and_knows_that_it_is_not_the_first() -> None:
    first, second = read("4. Комиссия құжаттарды қарайды. Шешім хаттамамен ресімделеді.")
    assert "not-first" not in first.signs
    assert "not-first" in second.signs


@pytest.mark.parametrize(
    ("title", "point", "stem"),
    [
        ("2-тарау. Грант тағайындау", "3. Комиссия өтінішті қарайды.", "тағай"),
        ("Глава 2. Назначение гранта", "3. Комиссия рассматривает заявление.", "назна"),
    ],
)
def test_a_sentence_knows_the_title_above_it_and_how_long_the_act_is(title: str, point: str, stem: str) -> None:
    sentence = read(f"{title}\n\n{point}")[-1]
    assert f"{IN_ACT}title:{stem}" in sentence.signs
    assert [each for each in sentence.signs if each.startswith(f"{IN_ACT}sentences:")]


def test_offsets_are_of_the_folded_text() -> None:
    reading = Reading(build_act("4. Комиссия құжаттарды қарайды. Шешім хаттамамен ресімделеді.", "ереже.txt"))
    assert all(reading.text[each.start : each.end] == each.text for each in read_sentences(reading))
