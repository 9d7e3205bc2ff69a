"""The model of clauses: what it learns, how it is kept, and what it refuses to read."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest
from made import make_weights

from sarapshy.acts.reading import build_act
from sarapshy.acts.stretches import Reading
from sarapshy.classify.acceptance import Acceptance
from sarapshy.classify.files import load, save
from sarapshy.classify.shipped import SHIPPED
from sarapshy.classify.signs import read_sentences
from sarapshy.errors import InputError

LARGEST = 2_000_000  # bytes of the model that ships


def score(text: str) -> float:
    sentences = read_sentences(Reading(build_act(f"1. {text}", "ереже.txt")))
    return make_weights().score(sentences)[0][0]


@pytest.mark.parametrize(
    ("without", "within"),
    [
        (
            "Басқарма жатақхана туралы өтінішті қарап, жауап береді.",
            "Басқарма жатақхана туралы өтінішті бес жұмыс күні ішінде қарап, жауап береді.",
        ),
        (
            "Управление рассматривает заявление о жилье и направляет ответ.",
            "Управление рассматривает заявление о жилье и направляет ответ в течение пяти рабочих дней.",
        ),
    ],
)
def test_a_clause_without_a_term_is_likelier_to_want_one(without: str, within: str) -> None:
    assert score(without) > 0.5 > score(within)


def test_what_is_kept_is_read_back_and_scores_the_same(tmp_path: Path) -> None:
    weights = replace(make_weights(), acceptance=Acceptance({"code D2": 0.5}, -0.25, True))
    save(weights, tmp_path / "model.skops")
    again = load(tmp_path / "model.skops")
    sentences = read_sentences(Reading(build_act("1. Басқарма өтінішті қарайды.", "ереже.txt")))
    assert again.score(sentences) == weights.score(sentences)
    assert (again.families, again.acceptance, again.about) == (weights.families, weights.acceptance, weights.about)


def test_the_same_clauses_give_the_same_numbers() -> None:
    again = make_weights.__wrapped__()
    assert (again.pieces, again.signs) == (make_weights().pieces, make_weights().signs)


@pytest.mark.parametrize("content", [b"", b"not a model", pickle.dumps({"format": 1})])
def test_a_file_that_is_no_model_is_named_and_runs_nothing(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.skops"
    path.write_bytes(content)
    with pytest.raises(InputError) as fault:
        load(path)
    assert str(path) in fault.value.say("kk")


def test_an_act_without_sentences_has_no_scores() -> None:
    assert make_weights().score([]) == []


def test_the_model_that_ships_is_small_and_holds_no_words() -> None:
    assert SHIPPED.stat().st_size < LARGEST
    weights = load(SHIPPED)
    assert weights.acceptance is not None
    assert {"term", "discretion", "vague", "refusal"} <= set(weights.families)
