"""In a text that names no person a loose word decides on nobody; of one sentence nothing can be told."""

import pytest

from sarapshy.acts.reading import build_act
from sarapshy.detect.run import detect

PADDING = {
    "kk": "Құбыр жылына екі рет жуылады, сүзгіш күзде ауыстырылады. Сорғы ай сайын майланады, қалқан қысқа дейін сырланады. ",
    "ru": "Труба промывается дважды в год, фильтр меняется осенью. Насос смазывается ежемесячно, щит красится до зимы. ",
}
LOOSE = {"kk": "Бөлімше қажетті шараларды қабылдайды. ", "ru": "Отделение принимает необходимые меры. "}
PERSON = {"kk": "Азамат суды өзі тасиды.", "ru": "Граждане носят воду сами."}


def _tells(language: str, text: str) -> bool:
    act = build_act(f"1. {text}\n", f"act.{language}.txt")
    return any(finding.rule == "T1-general" for finding in detect(act))


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_weak_sign_tells_something_only_where_somebody_is_spoken_of(language: str) -> None:
    long = PADDING[language] * 6 + LOOSE[language]
    assert not _tells(language, long)
    assert _tells(language, long + PERSON[language])


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_sentence_that_names_nobody_may_belong_to_a_text_that_does(language: str) -> None:
    assert _tells(language, LOOSE[language])


PAID = {"kk": "Субсидиялар тонна сайын төленеді.", "ru": "Субсидии выплачиваются за каждую тонну."}
PRICED = {"kk": "Бағаға субсидиялардың көлемі кіреді.", "ru": "Объём субсидий входит в цену."}


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_who_pays_subsidies_speaks_of_those_that_get_them(language: str) -> None:
    long = PADDING[language] * 6 + LOOSE[language]
    assert not _tells(language, long + PRICED[language])
    assert _tells(language, long + PAID[language])
