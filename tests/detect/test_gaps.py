"""What is named and never regulated, and what counts as regulated."""

from __future__ import annotations

import pytest

from sarapshy.acts.reading import build_act
from sarapshy.detect.rules import read_rules
from sarapshy.detect.run import detect
from sarapshy.findings.model import Finding


def find(code: str, text: str) -> list[Finding]:
    return detect(build_act(text, "act.txt"), [rule for rule in read_rules() if rule.code == code])


@pytest.mark.parametrize(
    "how",
    [
        "Сараптама кеңесін министр құрады.",
        "Сараптама кеңесінің құрамына бес ғалым кіреді.",
        "Сараптама кеңесі туралы ереже басқарма бұйрығымен бекітіледі.",
    ],
)
def test_a_body_is_regulated_where_one_sentence_says_how_it_comes_about(how: str) -> None:
    bare = "5. Бағдарламаны сараптама кеңесі қарап, қорытынды береді."
    assert find("P10-body", bare)
    assert find("P10-body", f"{bare}\n6. {how}") == []


@pytest.mark.parametrize(
    "elsewhere",
    [
        "Критериями отбора являются:\n1) стаж;\n2) балл.",
        "Критерии отбора приведены в приложении 2 к настоящим Правилам.",
        "Оценка ведётся по следующим критериям.",
    ],
)
def test_criteria_listed_elsewhere_are_no_gap(elsewhere: str) -> None:
    bare = "5. Комиссия отбирает кандидатов по критериям отбора."
    assert find("P10-criteria", bare)
    assert find("P10-criteria", f"{bare}\n6. {elsewhere}") == []


def test_criteria_of_a_named_act_are_no_gap() -> None:
    assert find("P10-criteria", "5. Комиссия отбирает по критериям, утверждённым приказом № 15.") == []


def test_an_annex_is_cited_by_any_mention_of_its_number() -> None:
    head = "Бұйрықпен бекітілген\nІріктеу қағидалары\n1. Өтінім 1-қосымшаға сәйкес беріледі.\n"
    tail = (
        "\nІріктеу қағидаларына\n1-қосымша\n\nӨтінім\n1. Мәтін.\n\nІріктеу қағидаларына\n2-қосымша\n\nЕсеп\n1. Мәтін."
    )
    (finding,) = find("P10-annex", head + tail)
    assert finding.clause is not None and "2-қосымша" in finding.clause.path
    assert find("P10-annex", f"{head}2. Есеп 2-қосымшада берілген.\n{tail}") == []


def test_a_schedule_that_somebody_approves_is_no_gap() -> None:
    bare = "3. Тексеру бекітілген кестеге сәйкес жүргізіледі."
    assert find("P10-document", bare)
    assert find("P10-document", f"{bare}\n4. Кестені басқарма қаңтарда бекітеді.") == []


def test_an_order_that_publishes_itself_does_not_publish_results() -> None:
    order = (
        "БҰЙЫРАМЫН:\n1. Қоса беріліп отырған Іріктеу қағидалары бекітілсін.\n"
        "2. Осы бұйрық министрліктің интернет-ресурсында орналастырылсын.\n\n"
        "Министрдің 2020 жылғы 1 қаңтардағы № 1 бұйрығымен бекітілген\n\nІріктеу қағидалары\n\n"
        "1. Басқарма үміткерлердің өтінімдерін қарайды және тізім бойынша шешім қабылдайды.\n"
        "2. Комиссия үміткерлерді іріктейді, басшы тізімді бекітеді."
    )
    assert find("P9-silent", order)
    assert find("P9-silent", f"{order}\n3. Тізім басқарманың сайтында жарияланады.") == []


@pytest.mark.parametrize(
    ("rules", "entity", "state"),
    [
        (
            "3. Басқарма өтінімді қарайды және шешім қабылдайды.\n4. Комиссия үміткердің өтінімін қарайды.\n"
            "5. Басқарма үміткерге грант тағайындайды.",
            "6. Басқарма заңды тұлға болып табылады.",
            "7. Басқарма мемлекеттік мекеме болып табылады.",
        ),
        (
            "3. Управление рассматривает заявку и принимает решение.\n4. Комиссия рассматривает заявку кандидата.\n"
            "5. Управление выдаёт кандидату грант.",
            "6. Управление является юридическим лицом.",
            "7. Управление является государственным учреждением.",
        ),
    ],
)
def test_rules_that_once_call_a_body_a_legal_entity_are_no_charter(rules: str, entity: str, state: str) -> None:
    assert find("P9-silent", f"{rules}\n{entity}")
    assert find("P9-silent", f"{rules}\n{entity}\n{state}") == []
