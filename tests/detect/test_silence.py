"""An act that decides on persons and never says where the decision is appealed, published or answered for."""

from __future__ import annotations

import pytest

from sarapshy.acts.reading import build_act
from sarapshy.detect.rules import read_rules
from sarapshy.detect.run import detect

DECIDES = {
    "kk": "3. Басқарма өтінімді қарайды және шешім қабылдайды.\n4. Комиссия қатысушыларды іріктейді.\n5. Басшы тізімді бекітеді.\n",
    "ru": "3. Управление рассматривает заявку и принимает решение.\n4. Комиссия отбирает участников.\n5. Руководитель утверждает список.\n",
}
SAYS = {
    ("P5-silent", "kk"): "6. Шешімге басқармаға шағым беріледі.",
    ("P5-silent", "ru"): "6. Решение обжалуется в управление.",
    ("P7-silent", "kk"): "6. Мерзімнің бұзылғаны үшін басшы жауапты болады.",
    ("P7-silent", "ru"): "6. За нарушение срока руководитель несёт ответственность.",
    ("P9-silent", "kk"): "6. Тізім сайтта жарияланады.",
    ("P9-silent", "ru"): "6. Список размещается на сайте.",
}


def _codes(text: str) -> set[str]:
    wanted = {code for code, _ in SAYS}
    return {
        finding.rule for finding in detect(build_act(text, "act.txt"), [r for r in read_rules() if r.code in wanted])
    }


@pytest.mark.parametrize("code, language", SAYS)
def test_the_act_is_silent_until_a_sentence_says_it(code: str, language: str) -> None:
    assert code in _codes(DECIDES[language])
    assert code not in _codes(DECIDES[language] + SAYS[code, language])


@pytest.mark.parametrize(
    ("code", "language", "sentence"),
    [
        ("P7-silent", "kk", "6. Жалған мәлімет бергені үшін қатысушы жауапты болады."),
        ("P7-silent", "ru", "6. За недостоверные сведения участник несёт ответственность."),
        ("P5-silent", "kk", "6. Құжаттар Әкімшілік рәсімдік-процестік кодекске сәйкес қайтарылады."),
        ("P5-silent", "ru", "6. Документы возвращаются по Административному процедурно-процессуальному кодексу."),
    ],
)
def test_the_same_words_on_another_thing_do_not_say_it(code: str, language: str, sentence: str) -> None:
    assert code in _codes(DECIDES[language] + sentence)


@pytest.mark.parametrize("code, language", [("P6-silent", "kk"), ("P6-silent", "ru")])
def test_marks_at_school_are_no_control_of_the_body(code: str, language: str) -> None:
    marks = {
        "kk": "6. Үлгерімді ағымдағы бақылау апта сайын өтеді.",
        "ru": "6. Текущий контроль успеваемости проходит еженедельно.",
    }
    control = {"kk": "6. Қағидалардың сақталуын министрлік бақылайды.", "ru": "6. Контроль ведёт министерство."}
    rules = [rule for rule in read_rules() if rule.code == code]

    def is_told(sentence: str) -> bool:
        return any(f.rule == code for f in detect(build_act(DECIDES[language] + sentence, "act.txt"), rules))

    assert is_told(marks[language])
    assert not is_told(control[language])


def test_an_act_that_decides_on_nobody_is_not_asked() -> None:
    assert _codes("3. Кітапхана кітап қорын сақтайды.\n4. Қор бөлмесі желдетіледі.") == set()


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_of_answerability_a_few_replaced_points_may_be_silent(language: str) -> None:
    opens = {
        "kk": 'БҰЙЫРАМЫН:\n1. Іріктеу қағидаларына мынадай өзгерістер енгізілсін:\n3, 4, 5, 6, 7, 8, 9-тармақтар мынадай редакцияда жазылсын:\n"',
        "ru": 'ПРИКАЗЫВАЮ:\n1. Внести в Правила отбора следующие изменения:\nпункты 3, 4, 5, 6, 7, 8, 9 изложить в следующей редакции:\n"',
    }
    last = DECIDES[language].splitlines()[-1].partition(" ")[2]
    more = "".join(f"{number}. {last}\n" for number in range(6, 10))
    assert "P7-silent" in _codes(DECIDES[language] + more)
    assert "P7-silent" not in _codes(f'{opens[language]}{DECIDES[language]}{more}".\n')


def test_an_act_whose_decisions_name_nobody_is_asked_with_less_confidence() -> None:
    def weigh(whom: str) -> float:
        text = (
            f"3. Басқарма {whom} қарайды және шешім қабылдайды.\n4. Комиссия {whom} тексереді және шешім қабылдайды.\n"
        )
        rules = [r for r in read_rules() if r.code == "P5-silent"]
        return max(
            (f.confidence for f in detect(build_act(text + "5. Қор квота бөледі.\n", "act.txt"), rules)), default=0
        )

    assert weigh("материалдарды") < weigh("үміткерлерді")


PARTY = {
    "kk": "3. Комиссия тапсырыс берушінің өтінімін қарайды және шешім қабылдайды.\n4. Басқарма үміткердің құжаттарын қарайды.\n",
    "ru": "3. Комиссия рассматривает заявку заказчика и принимает решение.\n4. Управление рассматривает документы кандидата.\n",
}


@pytest.mark.parametrize("language", PARTY)
def test_a_sentence_on_a_party_to_a_contract_leaves_the_others_to_tell_it(language: str) -> None:
    rule = next(rule for rule in read_rules() if rule.code == "P5-silent")
    assert [f.clause.number for f in detect(build_act(PARTY[language], "act.txt"), [rule]) if f.clause] == ["4"]
