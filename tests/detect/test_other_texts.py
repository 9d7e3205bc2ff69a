"""What looks like a slip of one text belongs to several: bills of many bodies, tasks from many laws, titles of many rules."""

import pytest

from sarapshy.acts.reading import build_act
from sarapshy.detect.run import detect

REFUSALS = {
    "kk": "5. Бас тарту негіздері:\n1) жалған мәлімет;\n2) сот шешімі.\n6. Өтініш беруші ақыны төлемеген жағдайда қызметтен бас тартылады.\n",
    "ru": "5. Основания для отказа:\n1) ложные сведения;\n2) решение суда.\n6. В случае неоплаты сбора орган отказывает в выдаче.\n",
}
LAW = {
    "kk": "«Астық туралы» Қазақстан Республикасы Заңының жобасы туралы",
    "ru": "О проекте Закона Республики Казахстан «О зерне»",
}
RULES = {"kk": "Астық қоймаларын тіркеу қағидалары", "ru": "Правила регистрации складов"}


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_law_lists_the_refusals_of_many_bodies(language: str) -> None:
    def tells(title: str) -> bool:
        act = build_act(REFUSALS[language], f"act.{language}.txt", title=title)
        return any(finding.rule == "K1-refusal" for finding in detect(act))

    assert tells(RULES[language])
    assert not tells(LAW[language])


TASKS = {
    "kk": "".join(f"{number}. Қызметкер тізбені {number} күнде жаңартады.\n" for number in range(3, 9)),
    "ru": "".join(f"{number}. Работник обновляет перечень за {number} дней.\n" for number in range(3, 9)),
}
OTHER = {"kk": "9. Жұмыскер есепті ұсынады.\n", "ru": "9. Сотрудник представляет отчёт.\n"}
CHARTER = {
    "kk": "«Ауданның мәдениет бөлімі» мемлекеттік мекемесінің ережесі",
    "ru": "Положение о государственном учреждении «Отдел культуры»",
}


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_charter_repeats_tasks_in_the_words_of_many_laws(language: str) -> None:
    def tells(title: str) -> bool:
        act = build_act(TASKS[language] + OTHER[language], f"act.{language}.txt", title=title)
        return any(finding.rule == "T2-doublet" for finding in detect(act))

    assert tells(RULES[language])
    assert not tells(CHARTER[language])
