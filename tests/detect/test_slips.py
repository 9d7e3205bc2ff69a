"""Numbers whose words are other numbers, and acts cited with two dates."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sarapshy.acts.reading import build_act
from sarapshy.detect.rules import read_rules
from sarapshy.detect.run import detect
from sarapshy.findings.model import Finding

WORDS = {5: ("бес", "пяти"), 10: ("он", "десяти"), 15: ("он бес", "пятнадцати"), 20: ("жиырма", "двадцати")}


def find(code: str, text: str) -> list[Finding]:
    rule = next(rule for rule in read_rules() if rule.code == code)
    return detect(build_act(text, "act.txt"), (rule,))


@given(written=st.sampled_from(sorted(WORDS)), spelt=st.sampled_from(sorted(WORDS)), kazakh=st.booleans())
@settings(max_examples=20, deadline=None)
def test_digits_and_words_clash_only_where_they_differ(written: int, spelt: int, kazakh: bool) -> None:
    words = WORDS[spelt][0 if kazakh else 1]
    text = (
        f"5. Бөлім өтінішті {written} ({words}) жұмыс күні ішінде қарайды."
        if kazakh
        else f"5. Отдел рассматривает заявление в течение {written} ({words}) рабочих дней."
    )
    assert bool(find("K1-digits", text)) == (written != spelt)


@pytest.mark.parametrize(
    "text",
    [
        "5. Сома 25 000 (жиырма бес) мың теңге.",
        "5. Топта 3 (екіден аспайтын) маман болады.",
        "5. Есеп № 7 (бес) кестеге жазылады.",
        "5. Сумма 500 (пять) сот тенге.",
    ],
)
def test_digits_with_other_words_in_the_bracket_are_no_clash(text: str) -> None:
    assert find("K1-digits", text) == []


def test_an_act_with_two_dates_shows_both() -> None:
    text = (
        "1. Спорт министрінің бекіткен 2014 жылғы 4 қарашадағы № 74 бұйрығы қолданылады.\n"
        "2. Спорт министрінің бекіткен 2014 жылғы 14 қарашадағы № 74 бұйрығына сәйкес."
    )
    (finding,) = find("K1-date", text)
    assert any("2014 жылғы 4 қарашадағы № 74" in (related.quote or "") for related in finding.related)
    assert all(related.quote == text[related.start : related.end] for related in finding.related)
