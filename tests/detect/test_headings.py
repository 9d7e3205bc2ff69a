"""A title line and the sentence that says what a text is on bind nobody, so their wording is no defect."""

import pytest

from sarapshy.acts.reading import build_act
from sarapshy.detect.run import detect

RULES = {
    "kk": "1-тарау. Жалпы ережелер\n\n1. {scope}\n\n2-тарау. Көрме мен {open} өткізу тәртібі\n\n"
    "2. Көрмеге {open} өткізетін адамды үш күнде шақырады.\n\n3. Нәтижені басқарма жариялайды.\n",
    "ru": "Глава 1. Общие положения\n\n1. {scope}\n\nГлава 2. Порядок проведения выставок и {open}\n\n"
    "2. На выставку в три дня приглашают проводящего {open}.\n\n3. Итоги публикует управление.\n",
}
OPEN = {"kk": "өзге де іс-шараларды", "ru": "иных мероприятий"}
SCOPE = {
    "kk": "Осы Қағидалар көрме мен өзге де іс-шараларды өткізу тәртібін айқындайды.",
    "ru": "Настоящие Правила определяют порядок проведения выставок и иных мероприятий.",
}
DUTY = {
    "kk": "Басқарма көрме мен өзге де іс-шараларды өткізеді.",
    "ru": "Управление организует проведение выставок и иных мероприятий.",
}


def places(language: str, scope: str) -> list[str]:
    text = RULES[language].format(scope=scope, open=OPEN[language])
    findings = detect(build_act(text, f"act.{language}.txt"))
    return [finding.clause.number or "" for finding in findings if finding.rule == "T3-general"]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_title_of_a_chapter_leaves_no_list_open(language: str) -> None:
    assert places(language, SCOPE[language]) == ["2"]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_what_the_text_is_on_leaves_no_list_open_and_a_duty_does(language: str) -> None:
    assert sorted(places(language, DUTY[language])) == ["1", "2"]
