"""What a citation leads to may stand in another text: the law that is amended, the document named before it."""

import pytest

from sarapshy.acts.reading import build_act
from sarapshy.detect.run import detect

ANNEX = {
    "kk": "1. Код «Астық жіктеуіші» 23-қосымшасына сәйкес жазылады.\n2. Өтініш үш күнде қаралады.\n",
    "ru": "1. Код пишется по приложению 23.\n2. Заявление рассматривается в три дня.\n",
}
LAW = {
    "kk": "Қазақстан Республикасының 2030 жылғы 5 мамырдағы № 7 Заңы\n\n«Кітапхана туралы» Қазақстан Республикасының Заңына "
    "өзгеріс енгізу туралы\n\n1-бап. Заңға мынадай өзгеріс енгізілсін: осы Заңның 71-бабына сәйкес кітап беріледі.\n",
    "ru": "Закон Республики Казахстан от 5 мая 2030 года № 7\n\nО внесении изменения в Закон Республики Казахстан «О "
    "библиотеках»\n\nСтатья 1. Внести изменение: книга выдаётся согласно статье 71 настоящего Закона.\n",
}


def _is_missed(language: str, text: str) -> bool:
    return any(finding.rule == "N4-missing" for finding in detect(build_act(text, f"act.{language}.txt")))


def test_an_annex_of_a_document_named_before_it_is_no_annex_of_the_act() -> None:
    assert not _is_missed("kk", ANNEX["kk"])
    assert _is_missed("kk", ANNEX["kk"].replace("«Астық жіктеуіші» ", "осы Қағидаларға "))
    assert _is_missed("ru", ANNEX["ru"].replace("приложению 23", "приложению 23 к настоящим Правилам"))


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_an_article_of_this_law_may_be_one_of_the_law_that_is_amended(language: str) -> None:
    assert not _is_missed(language, LAW[language])


FORM = {
    "kk": ("1. Өтініш осы Қағидаларға 3-қосымшаға сәйкес нысанда беріледі.\n2. Өтініш үш күнде қаралады.\n", "Қағидаларға\n1-қосымша\n"),
    "ru": ("1. Заявление подаётся по форме согласно приложению 3 к настоящим Правилам.\n2. Оно рассматривается в три дня.\n",
           "Приложение 1\nк Правилам\n"),
}  # fmt: skip


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_an_annex_missing_from_a_copy_that_has_none_of_them_weighs_less(language: str) -> None:
    text, annex = FORM[language]

    def severity(text: str) -> str:
        findings = detect(build_act(text, f"act.{language}.txt"))
        return next(finding.severity for finding in findings if finding.rule == "N4-missing")

    assert (severity(text), severity(f"{text}\n{annex}Өтініш. Заявление\n")) == ("medium", "high")


MORE = {
    "kk": "3. Шешім осы Қағидаларға 4-қосымшаға сәйкес нысанда шығарылады.\n",
    "ru": "3. Решение выносится по форме согласно приложению 4 к настоящим Правилам.\n",
}


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_copy_that_has_none_of_its_annexes_is_told_of_once(language: str) -> None:
    found = detect(build_act(FORM[language][0] + MORE[language], f"act.{language}.txt"))
    (finding,) = (finding for finding in found if finding.rule == "N4-missing")
    assert len(finding.related) == 1


BROKEN = {
    "kk": "1-тарау. Жалпы ережелер\n\n1. Өтініш үш күнде қаралады. 7-тарау. Өтінішті басқарма қарайды.\n",
    "ru": "Глава 1. Общие положения\n\n1. Заявление рассматривается в три дня. Глава 7. Заявление рассматривает управление.\n",
}
CITED = {"kk": "7-тарау. Өтінішті", "ru": "Глава 7. Заявление"}
CITING = {"kk": "7-тарауға сәйкес өтінішті", "ru": "Согласно главе 7 заявление"}


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_title_within_a_line_is_no_citation_of_the_chapter(language: str) -> None:
    assert not _is_missed(language, BROKEN[language])
    assert _is_missed(language, BROKEN[language].replace(CITED[language], CITING[language]))
