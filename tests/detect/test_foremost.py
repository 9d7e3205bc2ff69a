"""One place for what a whole procedure is silent about, and guards that look round a chapter."""

from __future__ import annotations

import pytest

from sarapshy.acts.reading import build_act
from sarapshy.detect.rules import Rule, read_rules
from sarapshy.detect.run import detect


def _rule(code: str) -> Rule:
    return next(rule for rule in read_rules() if rule.code == code)


TWICE = {
    "kk": "4. Үміткер басқармаға мынадай құжаттарды ұсынады: диплом.\n5. Басқарма құжаттарды тексереді.\n6. Бөлім құжаттарды қарайды.\n",
    "ru": "4. Кандидат подаёт в управление заявку.\n5. Управление проверяет документы.\n6. Отдел рассматривает документы.\n",
}


@pytest.mark.parametrize("language", TWICE)
def test_it_is_told_once_where_the_papers_are_examined(language: str) -> None:
    [finding] = detect(build_act(TWICE[language], "act.txt"), [_rule("A3-silent")])
    assert finding.clause is not None and finding.clause.number == "5"


REFUSED = {
    "kk": "4. Басқарма өтінімді қарайды және рұқсат беруден бас тартады.\n\nҚағидаларға\n1-қосымша\n\n1. Бөлім өтініш бойынша куәлік беруден бас тартады.\n",
    "ru": "4. Управление рассматривает заявку и отказывает в выдаче разрешения.\n\nПриложение 1\nк Правилам\n\n1. Отдел отказывает в выдаче свидетельства.\n",
}


@pytest.mark.parametrize("language", REFUSED)
def test_what_a_whole_act_is_silent_about_is_told_at_its_first_place_only(language: str) -> None:
    [finding] = detect(build_act(REFUSED[language], "act.txt"), [_rule("A3-refused")])
    assert finding.clause is not None and finding.clause.number == "4"


def test_a_law_leaves_procedures_to_its_by_laws() -> None:
    law = "Қазақстан Республикасының Заңы\nБілім туралы\n\n5-бап. Құжаттар\n1. Басқарма құжаттарды тексереді.\n"
    act = build_act(law, "law.txt", title="Білім туралы Қазақстан Республикасының Заңы")
    assert detect(act, [_rule("A3-silent")]) == []


AMENDING = (
    "1. «Қағидаларды бекіту туралы» министрдің 2020 жылғы 3 сәуірдегі № 12 бұйрығына мынадай өзгерістер енгізілсін:\n"
    "{points}"
)
POINT = "{number}-тармақ мынадай редакцияда жазылсын:\n«{number}. Басқарма үміткердің өтінімін қарайды және шешім қабылдайды.»;\n"


def test_what_a_closing_chapter_tells_may_stand_in_the_act_that_is_amended() -> None:
    wording = "".join(POINT.format(number=number) for number in range(3, 12))
    plain = "".join(
        f"{number}. Басқарма үміткердің өтінімін қарайды және шешім қабылдайды.\n" for number in range(3, 12)
    )
    rule = _rule("P9-silent")
    [amended] = detect(
        build_act(AMENDING.format(points=wording), "act.txt", title="Бұйрыққа өзгерістер енгізу туралы"), [rule]
    )
    [whole] = detect(build_act(plain, "act.txt"), [rule])
    assert amended.confidence < whole.confidence


INTENT = {
    "kk": "1. Осы Қағидалар Заңға сәйкес әзірленді және үміткерлерді іріктеу тәртібін айқындайды.\n",
    "ru": "1. Настоящие Правила разработаны в соответствии с Законом и определяют порядок отбора кандидатов.\n",
}
DECIDES = {
    "kk": "3. Басқарма өтінімді қарайды және шешім қабылдайды.\n4. Комиссия қатысушыларды іріктейді.\n",
    "ru": "3. Управление рассматривает заявку и принимает решение.\n4. Комиссия отбирает участников.\n",
}


@pytest.mark.parametrize("language", INTENT)
def test_what_an_act_says_of_itself_decides_on_nobody(language: str) -> None:
    [finding] = detect(build_act(INTENT[language] + DECIDES[language], "act.txt"), [_rule("P5-silent")])
    assert finding.clause is not None and finding.clause.number == "3"
