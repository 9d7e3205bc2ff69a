"""Institutes that an act names in passing, and what counts as setting one up."""

from __future__ import annotations

import pytest

from sarapshy.acts.reading import build_act
from sarapshy.detect.rules import read_rules
from sarapshy.detect.run import detect
from sarapshy.findings.model import Finding

BARE = "22. Аккредиттеу және тоқтата тұру туралы шешім сайтқа орналастырылады.\n23. Агенттік өтініш береді."


def find(text: str) -> list[Finding]:
    return detect(build_act(text, "act.txt"), [rule for rule in read_rules() if rule.code == "P10-passing"])


def test_what_is_named_on_the_way_to_something_else_is_told() -> None:
    (finding,) = find(BARE)
    assert "тоқтата тұру" in (finding.quote or "")


@pytest.mark.parametrize(
    "how",
    [
        "Есеп тапсырылмаса, комитет куәлікті үш айға тоқтата тұрады.",
        "Есеп тапсырылмаса, куәлік үш айға тоқтатыла тұрады.",
    ],
)
def test_a_sentence_that_does_it_sets_it_up(how: str) -> None:
    assert find(f"{BARE}\n24. {how}") == []


def test_a_heading_of_its_name_sets_it_up() -> None:
    assert find(f"{BARE}\n3-тарау. Куәлікті тоқтата тұру\n24. Комитет бұйрық шығарады.") == []


def test_a_sentence_that_sends_the_reader_elsewhere_is_no_gap() -> None:
    assert find("22. Тоқтата тұру туралы шешім Кодекстің 112-бабына сәйкес қабылданады.") == []
    assert find("22. Решение о приостановлении принимается по статье 112 Кодекса.") == []


def test_what_is_spoken_of_often_is_what_the_act_is_about() -> None:
    often = "\n".join(
        f"{n}. Шешім сайтқа орналастырылады, тоқтата тұру туралы хабар {n} күн тұрады." for n in range(5, 12)
    )
    assert find(often) == []


def test_three_institutes_of_an_act_are_told_and_no_more() -> None:
    text = (
        "1. Решение о приостановлении размещается на сайте.\n2. О продлении срока сообщают на портале.\n"
        "3. Сведения об отсрочке хранятся в архиве.\n4. Данные о переоформлении хранятся в архиве.\n5. Заявка рассматривается."
    )
    assert len(find(text)) == 3
