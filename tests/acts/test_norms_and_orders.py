"""What is a norm of an act and what is an order to do something once, a charter, a budget."""

from __future__ import annotations

import pytest

from sarapshy.acts.model import ClauseKind
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


RULES_RU = (
    "\n\nМинистр А. Асанов\n\nУтверждены приказом Министра\n\nПравила приёма\n\n1. Комиссия рассматривает заявку.\n"
)


@pytest.mark.parametrize(
    ("point", "is_norm"),
    [
        ("2. Министерству финансов предусмотреть в установленном порядке средства на премии.", False),
        ("2. Акимам районов и городов ежегодно выделять стипендии.", False),
        ("2. Комитету и его органам разрешается привлекать экспертов.", True),
        ("2. Деятельность лагеря оплачивает его учредитель.", True),
    ],
)
def test_a_russian_order_names_whom_it_binds_before_what_he_is_to_do(point: str, is_norm: bool) -> None:
    order = f"ПРИКАЗЫВАЮ:\n\n1. Утвердить прилагаемые Правила приёма.\n\n{point}{RULES_RU}"
    assert any(norm.startswith("2.") for norm in _norms(order)) is is_norm


@pytest.mark.parametrize(
    "order",
    [
        "БҰЙЫРАМЫН:\n\n1. Мыналар:\n\n1) Қабылдау қағидалары;\n\n2) орындар саны бекітілсін.\n\nМинистр А. Асанов\n\n"
        "Министрдің 2030 жылғы 3 мамырдағы № 7 бұйрығымен бекітілген\n\nҚабылдау қағидалары\n\n1. Комиссия өтінімді қарайды.\n",
        f"ПРИКАЗЫВАЮ:\n\n1. Утвердить прилагаемые:\n\n1) Правила приёма;\n\n2) число мест.{RULES_RU}",
        "ПРИКАЗЫВАЮ:\n\n1. Признать утратившими силу:\n\n1) приказ от 2 мая 2020 года № 3;\n\n2) приказ от 3 мая 2020 года № 4."
        + RULES_RU,
    ],
)
def test_what_an_order_lists_as_approved_or_repealed_is_no_norm(order: str) -> None:
    assert len([norm for norm in _norms(order) if norm and "комиссия" not in norm and "қағидалары" not in norm]) == 0


@pytest.mark.parametrize(
    ("order", "power"),
    [
        (
            "Аудан әкімдігі ҚАУЛЫ ЕТЕДІ:\n1. Комиссия мыналарға құқылы:\n1) өтінімді қайтаруға;\n2) мерзімді ұзартуға.\n2. Жеңімпазға сыйлық төленеді.\n",
            "қайтаруға",
        ),
        (
            "Акимат района ПОСТАНОВЛЯЕТ:\n1. Комиссия имеет право:\n1) отклонить заявку;\n2) продлить срок.\n2. Победителю выплачивается премия.\n",
            "отклонить",
        ),
    ],
)
def test_what_is_listed_under_a_right_is_a_norm_of_an_order_too(order: str, power: str) -> None:
    assert any(power in norm for norm in _norms(order))


@pytest.mark.parametrize(
    "signed",
    [
        "ШЕШТІ:\n\n1. Комиссия туралы ереже бекітілсін.\n\n2. Комиссия құрамы бекітілсін.\nАлқа төрағасы\nЕреже\nБайқау комиссиясы туралы ережесі\n\n1. Комиссия өтінімді қарайды.\n",
        "ПОСТАНОВЛЯЕТ:\n\n1. Утвердить Положение о комиссии.\n\n2. Утвердить состав комиссии.\nПредседатель коллегии\nПоложение\nО комиссии смотра при министерстве\n\n1. Комиссия рассматривает заявку.\n",
    ],
)
def test_above_the_name_of_approved_rules_may_stand_who_signed(signed: str) -> None:
    act = build_act("О комиссии\n\nКоллегия " + signed, "act.txt")
    assert any(clause.kind is ClauseKind.APPROVED for clause in act.clauses)
