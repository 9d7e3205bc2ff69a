"""What is a norm of an act and what is an order to do something once, a charter, a budget."""

from __future__ import annotations

import pytest

from sarapshy.acts.reading import build_act
from sarapshy.acts.stretches import Reading
from sarapshy.detect.sides import read_sides


def _norms(text: str) -> list[str]:
    reading = Reading(build_act(text, "act.txt"))
    return [reading.text[s.start : s.end].strip() for s in reading.stretches if reading.is_norm(s)]


def test_what_an_order_without_rules_tells_somebody_to_do_once_is_no_norm() -> None:
    order = "Аудан әкімдігі ҚАУЛЫ ЕТЕДІ:\n1. Жер учаскесі қорға берілсін.\n2. Қаулының көшірмесі бөлімге жолдансын.\n"
    assert _norms(order) == []


def test_what_it_says_is_done_is_a_norm_all_the_same() -> None:
    order = "Аудан мәслихаты ШЕШТІ:\n1. Мамандарға жәрдемақы жылына бір рет төленеді.\n2. Қор құрылсын.\n"
    assert len(_norms(order)) == 1


def test_rules_that_stand_by_themselves_are_norms() -> None:
    assert len(_norms("1. Комиссия өтінімді қарайды.\n2. Комиссия шешім қабылдайды.\n")) == 2


def test_a_charter_is_told_by_its_headings() -> None:
    charter = (
        '"Білім басқармасы" мемлекеттік мекемесі туралы ереже\n'
        "1-тарау. Жалпы ережелер\n1. Басқарма білім саласында басшылықты жүзеге асырады.\n"
        "2-тарау. Мемлекеттік органның міндеттері мен өкілеттіктері\n2. Басқарма өтінімдерді қарайды.\n"
        "3-тарау. Мемлекеттік органның мүлкі\n3. Мүлік мемлекеттік меншікте болады.\n"
    )
    assert Reading(build_act(charter, "act.txt")).nature.is_charter
    assert not Reading(
        build_act("1-тарау. Жалпы ережелер\n1. Комиссия өтінімді қарайды.\n", "act.txt")
    ).nature.is_charter


def test_what_a_russian_order_says_of_the_texts_that_it_changes_is_no_norm() -> None:
    order = (
        "ПРИКАЗЫВАЮ:\n\n1. Внести в приказ от 1 марта 2030 года № 7 следующие изменения:\n\n"
        "в Правилах приёма в лагерь, утверждённых указанным приказом:\n\n"
        "пункт 4 изложить в следующей редакции:\n\n«4. Комиссия рассматривает заявку.»;\n\n"
        "2. Управлению представить настоящий приказ на государственную регистрацию.\n"
    )
    assert [norm for norm in _norms(order) if norm] == ["4. комиссия рассматривает заявку."]


@pytest.mark.parametrize(
    "budget",
    [
        "2031 жылға арналған ауданның бюджеті туралы\n\nАудан мәслихаты ШЕШТІ:\n1. Қосымшаға сәйкес бюджет бекітілсін.\n",
        "О районном бюджете на 2031 год\n\nРайонный маслихат РЕШИЛ:\n1. Утвердить бюджет согласно приложению.\n",
    ],
)
def test_the_words_of_an_act_without_norms_are_not_put_in_order_though_its_sides_are_asked_for(budget: str) -> None:
    reading = Reading(build_act(budget, "act.txt"))
    assert not reading.has_norms
    assert read_sides(reading) == ()
    assert "words" not in vars(reading)
