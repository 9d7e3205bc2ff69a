"""What an act is, is told by its title, its first words, its headings and the set words of its norms."""

import pytest

from sarapshy.acts.nature import name_subject
from sarapshy.acts.reading import build_act
from sarapshy.acts.stretches import Reading


@pytest.mark.parametrize(
    ("language", "title", "subject"),
    [
        ("kk", "2024-2026 жылдарға арналған аудандық бюджет туралы", "budget"),
        ("kk", "Достық туралы келісімді бекіту туралы", "treaty"),
        ("kk", "Сайлау учаскелерін құру туралы", "place"),
        ("kk", "Колледждің 2030 жылға дейінгі даму бағдарламасы туралы", "programme"),
        ("kk", "Колледждің даму бағдарламасын әзірлеу қағидаларын бекіту туралы", None),
        ("ru", "О бюджете района на 2024-2026 годы", "budget"),
        ("ru", "О ратификации Соглашения о дружбе", "treaty"),
        ("ru", "Об образовании избирательных участков", "place"),
        ("ru", "О программе развития колледжа до 2030 года", "programme"),
        ("ru", "Об утверждении правил разработки программы развития колледжа", None),
    ],
)
def test_a_title_names_what_an_act_without_norms_is_on(language: str, title: str, subject: str | None) -> None:
    assert name_subject(title.lower(), language) == subject


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("act.kk.txt", "Өрт қауіпсіздігі қағидалары\n\n1. Жұмыс беруші өрт сөндіргішті тексереді.\n"),
        ("act.ru.txt", "Правила пожарной безопасности\n\n1. Работодатель проверяет огнетушитель.\n"),
    ],
)
def test_a_technical_norm_regulates_all_the_same(name: str, title: str) -> None:
    nature = Reading(build_act(title, name)).nature
    assert nature.regulates
    assert nature.is_technical
