"""What a remedy tells to do with the words of an act."""

from __future__ import annotations

from collections import defaultdict

import pytest
from proposed import find

from sarapshy.acts.model import Act
from sarapshy.detect.rules import read_rules
from sarapshy.proposals.remedies import Do, Step, read_steps, remedy_of

SENTENCE = "4. Комиссия қажет болған жағдайда үміткерден мәліметтерді сұратуға құқылы."


def test_words_go_and_a_sentence_comes(kazakh: Act) -> None:
    delete, add = read_steps(find(kazakh, "A2-other", "3) өзге де құжаттар.", "өзге де құжаттар"), "kk")
    assert (delete.do, delete.old) == (Do.DELETE, ("өзге де құжаттар",))
    assert (add.do, add.new) == (Do.ADD, "Осы тізбеде аталмаған құжаттар талап етілмейді.")


def test_words_come_in_the_place_of_others(kazakh: Act) -> None:
    assert read_steps(find(kazakh, "D2-entitled", SENTENCE), "kk") == [Step(Do.SUBSTITUTE, "міндетті", ("құқылы",))]


def test_a_russian_form_that_must_agree_is_for_the_expert(kazakh: Act) -> None:
    (step,) = read_steps(find(kazakh, "D2-entitled", SENTENCE), "ru")
    assert (step.new, step.old, step.sure) == ("обязан", ("вправе",), False)


def test_an_example_only_opens_the_place(kazakh: Act) -> None:
    (step,) = read_steps(find(kazakh, "T1-enough", SENTENCE, "жеткілікті"), "kk")
    assert step == Step(Do.SUBSTITUTE, "…", ("жеткілікті",), example=True)


def test_a_term_is_put_before_the_words(kazakh: Act) -> None:
    (step,) = read_steps(find(kazakh, "D1a-missing", SENTENCE, "сұратуға"), "kk")
    assert (step.do, step.old, step.sure) == (Do.BEFORE, ("сұратуға",), False)


def test_a_wording_alone_is_a_sentence_more_or_stands_in_the_place_of_the_one_found(kazakh: Act) -> None:
    assert [step.do for step in read_steps(find(kazakh, "I1-avoid", SENTENCE), "kk")] == [Do.ADD]
    assert [step.do for step in read_steps(find(kazakh, "P5-blanket", SENTENCE), "kk")] == [Do.INSTEAD]


def test_a_point_is_asked_for_by_its_name(kazakh: Act) -> None:
    for language in ("kk", "ru"):
        assert [step.do for step in read_steps(find(kazakh, "P9-notice", SENTENCE), language)] == [Do.POINT]


def test_advice_builds_nothing(kazakh: Act) -> None:
    assert read_steps(find(kazakh, "P4-scoring", SENTENCE), "kk") == []


def test_the_reviewers_wording_comes_before_the_rules(kazakh: Act) -> None:
    decision = {"state": "accepted", "remedy": {"kk": "«Мәлімет бір рет сұратылады.»"}}
    finding = find(kazakh, "D2-entitled", SENTENCE, decision=decision)
    assert remedy_of(finding, "kk") == "«Мәлімет бір рет сұратылады.»"
    assert read_steps(finding, "kk") == [Step(Do.ADD, "Мәлімет бір рет сұратылады.")]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_most_rules_that_give_a_wording_are_understood(kazakh: Act, language: str) -> None:
    """Remedies that are nothing but a wording, or ask for one by «деген … толықтыру» and «Дополнить …»."""
    heads, quoted = ("«", "Дополнить пунктом", "Дополнить: «"), "«{"  # words found are quoted, no wording is given
    told = [(r, r.remedy[language]) for r in read_rules()]
    asked = [r for r, remedy in told if remedy.startswith(heads) and not remedy.startswith(quoted)]
    words = defaultdict(lambda: "сөз")
    built = [
        r for r in asked if read_steps(find_like(kazakh, r.remedy[language].format_map(words), language), language)
    ]
    assert len(built) > 0.7 * len(asked)


def find_like(act: Act, remedy: str, language: str) -> object:
    return find(act, "I1-avoid", SENTENCE, remedy={language: remedy})
