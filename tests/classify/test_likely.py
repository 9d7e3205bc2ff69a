"""What the classifier says of the clauses in which rules found something."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made import make_finding, make_weights

from sarapshy.acts.reading import build_act
from sarapshy.acts.stretches import Reading
from sarapshy.classify.likely import weigh_clauses

TEXT = {
    "kk": "1. Басқарма көмек туралы өтінішті қарап, жауап береді.\n"
    "2. Басқарма көмек туралы өтінішті бес жұмыс күні ішінде қарап, жауап береді.",
    "ru": "1. Управление рассматривает заявление о помощи и направляет ответ.\n"
    "2. Управление рассматривает заявление о помощи и направляет ответ в течение пяти рабочих дней.",
}


@pytest.mark.parametrize(("language", "words"), [("kk", "қарап"), ("ru", "рассматривает")])
def test_a_sentence_that_shows_the_family_is_likelier_than_its_near_miss(language: str, words: str) -> None:
    reading = Reading(build_act(TEXT[language], "ереже.txt"))
    starts = [TEXT[language].index(words), TEXT[language].rindex(words)]
    findings = [replace(make_finding("D1a", rank=at), start=start, end=start + 5) for at, start in enumerate(starts)]
    told = weigh_clauses(reading, findings, make_weights())
    assert told[findings[0].id] > told[findings[1].id]


def test_a_finding_without_words_and_one_of_a_family_not_learnt_are_not_weighed() -> None:
    reading = Reading(build_act(TEXT["kk"], "ереже.txt"))
    absent = replace(make_finding("D1a", rank=1), start=None, end=None)
    assert weigh_clauses(reading, [absent, replace(make_finding("T1", rank=2), start=3, end=9)], make_weights()) == {}
