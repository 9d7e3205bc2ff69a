"""A title tells a paper to fill in from a text of norms that names one."""

from __future__ import annotations

import pytest

from sarapshy.acts.roles import is_form_title


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
