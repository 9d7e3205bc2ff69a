"""What a line does, told by its words: boilerplate of the order, a signature, the title of a paper to fill in."""

from __future__ import annotations

import pytest

from sarapshy.acts.roles import is_closing, is_form_title, is_signature

CLOSING = [
    "3. Осы бұйрық алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі.",
    "4. Осы шешім мемлекеттік тіркеуден өткізілсін.",
    "5. Бұйрықтың орындалуын бақылау басшының орынбасарына тапсырылсын.",
    "6. Бақылауды өзіме қалдырамын.",
    "7. НАСТОЯЩИЙ ПРИКАЗ вводится в действие со дня подписания.",
    "8. Контроль за исполнением настоящего приказа оставляю за собой.",
    "9. Обеспечить государственную регистрацию настоящего решения.",
    "10. Обеспечить размещение настоящего приказа на сайте.",
]
SIGNATURES = [
    "Министр\t|\tА. Үлгіев",
    "Аким района     Б. Примеров",
    "М.А. МИНИСТРА     Б. ПРИМЕРОВ",
    "Міндетін  атқарушы\t|\tА. Үлгіев",
    "Келісілді",
]


@pytest.mark.parametrize("line", CLOSING)
def test_the_last_points_of_an_order_are_boilerplate(line: str) -> None:
    assert is_closing(line, 0, len(line))


@pytest.mark.parametrize("line", ["2. Комиссия өтінішті қарайды.", "2. Осы Қағидалар тәртіпті айқындайды.", ""])
def test_a_norm_is_no_boilerplate(line: str) -> None:
    assert not is_closing(line, 0, len(line))


@pytest.mark.parametrize("line", SIGNATURES)
def test_an_office_with_a_name_apart_signs(line: str) -> None:
    assert is_signature(line.replace("i", "і"), 0, len(line))


@pytest.mark.parametrize(
    "line", ["Министр А. Үлгіев бекітеді", "Аким района рассматривает заявление", "Кітап\t|\tБ. Примеров"]
)
def test_an_office_in_a_sentence_signs_nothing(line: str) -> None:
    assert not is_signature(line, 0, len(line))


@pytest.mark.parametrize(
    "title",
    ["Қызметтік куәлік", "Тіркеу журналы", "Өтінішті қабылдау туралы қолхат", "Заявление", "Расписка в получении"],
)
def test_a_paper_that_is_filled_in_is_a_form(title: str) -> None:
    assert is_form_title(title, 0, len(title))


@pytest.mark.parametrize(
    "title",
    [
        "«Қайық жүргізуге куәлік беру» мемлекеттік көрсетілетін қызмет стандарты",
        "«Мақта қолхатын тіркеу» қызметіне қойылатын негізгі талаптар тізбесі",
        "Стандарт государственной услуги «Прием уведомлений о начале работ»",
        "Перечень основных требований к услуге «Регистрация заявлений»",
    ],
)
def test_the_standard_of_a_service_that_issues_such_papers_is_none(title: str) -> None:
    assert not is_form_title(title, 0, len(title))
