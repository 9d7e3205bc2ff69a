"""What the amended points do not say, the points round them may: it weighs less than in a whole text."""

import pytest

from sarapshy.acts.reading import build_act
from sarapshy.detect.rules import read_rules
from sarapshy.detect.run import detect

POINT = {
    "kk": "{number}. Басқарма үміткердің өтінімін қарайды және шешім қабылдайды.",
    "ru": "{number}. Управление рассматривает заявку кандидата и принимает решение.",
}
NEW = {
    "kk": "{number}-тармақ мынадай редакцияда жазылсын:\n«{point}»;\n",
    "ru": "пункт {number} изложить в следующей редакции:\n«{point}»;\n",
}
ORDER = {
    "kk": "1. «Қағидаларды бекіту туралы» министрдің 2020 жылғы 3 сәуірдегі № 12 бұйрығына мынадай өзгерістер енгізілсін:\n",
    "ru": "1. Внести в приказ министра от 3 апреля 2020 года № 12 «Об утверждении Правил» следующие изменения:\n",
}
TITLE = {"kk": "Бұйрыққа өзгерістер енгізу туралы", "ru": "О внесении изменений в приказ"}


def confidence(rule: str, text: str, title: str | None = None) -> float:
    wanted = next(each for each in read_rules() if each.code == rule)
    findings = detect(build_act(text, "act.txt", title=title), [wanted])
    return findings[0].confidence if findings else 0.0


def write(language: str, numbers: range) -> tuple[str, str]:
    """The points as they stand in a whole text, and as new wording."""
    points = {number: POINT[language].format(number=number) for number in numbers}
    new = "".join(NEW[language].format(number=number, point=point) for number, point in points.items())
    return "".join(f"{point}\n" for point in points.values()), ORDER[language] + new


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_how_to_complain_may_stand_in_the_rules_that_are_amended(language: str) -> None:
    whole, new = write(language, range(3, 12))
    assert 0 < confidence("P5-silent", new, TITLE[language]) < confidence("P5-silent", whole)


OPEN = {
    "kk": "{number}. Көмек үміткерге шығыстардың мынадай түрлеріне төленеді: жол, тамақ, киім және басқа да шығыстар.",
    "ru": "{number}. Помощь кандидату выплачивается на проезд, питание, одежду и иные расходы.",
}


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_list_left_open_is_told_in_a_single_new_point(language: str) -> None:
    new = ORDER[language] + NEW[language].format(number=7, point=OPEN[language].format(number=7))
    assert confidence("T3-general", new, TITLE[language]) > 0


PAPERS = {
    "kk": "{number}. Үміткер басқармаға мынадай құжаттарды ұсынады: өтініш, жеке куәлік.",
    "ru": "{number}. Кандидат представляет в управление следующие документы: заявление, удостоверение.",
}


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_grounds_of_refusal_may_stand_in_points_that_are_not_amended(language: str) -> None:
    point = PAPERS[language].format(number=7)
    assert confidence("P2-silent", point + "\n") > 0
    new = ORDER[language] + NEW[language].format(number=7, point=point)
    assert confidence("P2-silent", new, TITLE[language]) == 0
