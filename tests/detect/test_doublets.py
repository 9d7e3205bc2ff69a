"""A word used in passing beside the act's own word for the same thing is told; two words in equal use are not."""

from __future__ import annotations

from sarapshy.acts.reading import build_act
from sarapshy.detect.rules import read_rules
from sarapshy.detect.run import detect

RULES = [rule for rule in read_rules() if rule.check == "doublets"]
OWN = "\n".join(f"{n}. Үміткер {n}-құжатты тапсырады." for n in range(1, 6))


def _quotes(text: str) -> list[str]:
    return [finding.quote or "" for finding in detect(build_act(text, "act.txt"), RULES)]


def test_the_word_used_once_is_told() -> None:
    (quote,) = _quotes(f"{OWN}\n6. Кандидат шарт жасасады.")
    assert "Кандидат" in quote


def test_two_words_in_equal_use_may_be_two_things() -> None:
    equal = "\n".join(f"{n}. Кандидат шарт жасасады." for n in range(6, 11))
    assert _quotes(f"{OWN}\n{equal}") == []


def test_a_word_beside_the_other_in_one_sentence_is_no_slip() -> None:
    assert _quotes(f"{OWN}\n6. Үміткер мен кандидат бір құқыққа ие.") == []


def test_russian_words_are_paired_too() -> None:
    own = "\n".join(f"{n}. Работник подписывает лист {n}." for n in range(1, 6))
    (quote,) = _quotes(f"{own}\n6. Сотрудник уведомляет руководителя.")
    assert "Сотрудник" in quote
