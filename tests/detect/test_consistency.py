"""Two places of one act that disagree: both sides stand in the finding, and near misses stay silent."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sarapshy.acts.readers import discover
from sarapshy.acts.reading import build_act, read_act
from sarapshy.detect.rules import Rule, read_rules
from sarapshy.detect.run import detect
from sarapshy.findings.model import Finding

WORDS = {5: ("бес", "пяти"), 10: ("он", "десяти"), 15: ("он бес", "пятнадцати"), 20: ("жиырма", "двадцати")}


def rule_of(code: str) -> Rule:
    return next(rule for rule in read_rules() if rule.code == code)


def find(code: str, text: str) -> list[Finding]:
    return detect(build_act(text, "act.txt"), (rule_of(code),))


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


@pytest.mark.parametrize(
    ("code", "text", "other"),
    [
        (
            "K1-date",
            "1. Спорт министрінің бекіткен 2014 жылғы 4 қарашадағы № 74 бұйрығы қолданылады.\n"
            "2. Спорт министрінің бекіткен 2014 жылғы 14 қарашадағы № 74 бұйрығына сәйкес.",
            "2014 жылғы 4 қарашадағы № 74",
        ),
        (
            "K1-approver",
            "5. Орталық кеңеспен келісілген бағдарламаны сақтайды.\n6. Комитетпен келісілген бағдарлама шығарылады.",
            "кеңеспен келісілген бағдарламаны",
        ),
        (
            "K1-chair",
            "4. Комиссию возглавляет директор школы.\n9. Комиссия заседает под председательством акима.",
            "Комиссию возглавляет директор школы",
        ),
    ],
)
def test_a_clash_shows_its_other_side(code: str, text: str, other: str) -> None:
    (finding,) = find(code, text)
    assert any(other in (related.quote or "") for related in finding.related)
    for related in finding.related:
        assert related.quote == text[related.start : related.end]


def test_a_form_is_held_against_the_clause_that_cites_it() -> None:
    text = (
        "Утверждены приказом\nПравила учёта\n4. Владелец склада до 1 марта сдаёт отчёт согласно приложению 1 к настоящим "
        "Правилам.\n\nПриложение 1\nк Правилам учёта\n\nОтчёт\nСрок сдачи: до 20 апреля\n1. Содержание."
    )
    (finding,) = find("K1-form", text)
    assert "20 апреля" in (finding.quote or "") and "4. Владелец склада" in (finding.related[0].quote or "")


def test_two_sides_in_two_texts_of_one_act_are_no_clash() -> None:
    text = (
        "1. Мыналар бекітілсін.\n\nБұйрыққа\n1-қосымша\n\nГрант қағидалары\n1. Стипендия облыстық бюджеттен төленеді.\n\n"
        "Бұйрыққа\n2-қосымша\n\nСтипендия қағидалары\n1. Стипендия республикалық бюджеттен төленеді."
    )
    assert find("K1-budget", text) == []


@pytest.mark.parametrize(
    ("name", "code", "number"),
    [
        ("09441", "K1-budget", "23"),
        ("09732", "K1-approver", "16"),
        ("05234", "K1-chair", "10"),
        ("08229", "T2-decision", "13"),
    ],
)
def test_known_clashes_of_real_acts_are_found(shared: Path, name: str, code: str, number: str) -> None:
    folder = shared / "gold" / "dev" / "acts"
    item = next((item for item in discover([folder]) if item.name.endswith(f"{name}.txt")), None)
    if item is None:
        pytest.skip(f"no act {name}")
    found = detect(read_act(item), (rule_of(code),))
    assert number in {finding.clause.number for finding in found if finding.clause}


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
