"""What private persons do is no power of the state, and has no term that the state must keep."""

from __future__ import annotations

import pytest

from sarapshy.acts.reading import build_act
from sarapshy.detect.run import detect

TERMS = {"D1a-untold", "D1a-ungiven", "D1a-missing"}


def _found(text: str) -> set[str]:
    return {finding.rule for finding in detect(build_act(text, "act.txt"))}


@pytest.mark.parametrize(
    "text",
    [
        "5. Директорлар кеңесі қатысушыға төлемді тоқтата тұруға құқылы.",
        "5. Банк қатысушыға төлемді тоқтата тұруға құқылы.",
        "5. Совет директоров вправе приостановить выплату участнику.",
    ],
)
def test_organs_of_a_company_have_no_competence(text: str) -> None:
    assert "D2-entitled" not in _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "5. Ұлттық Банк қатысушыға төлемді тоқтата тұруға құқылы.",
        "5. Национальный Банк вправе приостановить выплату участнику.",
    ],
)
def test_the_national_bank_has(text: str) -> None:
    assert "D2-entitled" in _found(text)


def test_who_is_no_body_sets_his_own_time() -> None:
    assert not TERMS & _found("5. Эмитент инвесторға есеп ұсынады.")
    assert not TERMS & _found("5. Эмитент направляет инвестору документы.")


def test_by_when_one_may_apply_the_rules_must_say() -> None:
    assert TERMS & _found("5. Түсуші конкурсқа қатысу үшін орталыққа өтініш тапсырады.")


@pytest.mark.parametrize(
    "text",
    [
        "5. Әлеуметтік көмек мұқтаж азаматтарға беріледі.\n6. Көмек көрсетуді әлеуметтік бөлім жүзеге асырады.",
        "5. Помощь выдаётся нуждающимся гражданам.\n6. Оказание помощи осуществляет отдел занятости.",
    ],
)
def test_who_grants_what_the_text_is_on_is_said_once(text: str) -> None:
    first = text.split("\n")[0]
    assert "D1d-nameless" in _found(first)
    assert "D1d-nameless" not in _found(text)
