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


@pytest.mark.parametrize(
    ("name", "order", "point"),
    [
        ("act.kk.txt", "Әкімдік ҚАУЛЫ ЕТЕДІ:\n\n1. Кәсіпорын құрылсын.\n2. {}\n", "Мүлік теңгерімге берілсін."),
        ("act.ru.txt", "Акимат ПОСТАНОВЛЯЕТ:\n\n1. Создать предприятие.\n2. {}\n", "Передать имущество на баланс."),
    ],
)
def test_an_order_that_names_no_rules_and_says_of_nothing_how_it_is_done_decides_one_thing(
    name: str, order: str, point: str
) -> None:
    norm = {"act.kk.txt": "Көмек айына бір рет төленеді.", "act.ru.txt": "Помощь выплачивается ежемесячно."}[name]
    assert Reading(build_act(order.format(point), name)).nature.subject == "single_decision"
    assert Reading(build_act(order.format(norm), name)).nature.regulates


@pytest.mark.parametrize(
    ("name", "article"),
    [
        ("act.kk.txt", "{0}-бап. Өтініш\n\nОрган өтінішті қарайды.\n\n"),
        ("act.ru.txt", "Статья {0}. Заявление\n\nОрган рассматривает заявление.\n\n"),
    ],
)
def test_articles_tell_a_law_whose_procedures_stand_in_by_laws(name: str, article: str) -> None:
    nature = Reading(build_act("".join(article.format(number) for number in range(1, 8)), name)).nature
    assert nature.is_law
    assert "procedure" in nature.unasked


def test_a_heading_glued_to_a_title_is_no_part_of_it() -> None:
    assert name_subject('"дәнекерлеу" кәсіптік стандарты 1-тарау. жалпы ережелер', "kk") == "qualification"
    assert name_subject('профессиональный стандарт "сварка" глава 1. общие положения', "ru") == "qualification"


def test_new_wording_of_a_charter_is_a_charter() -> None:
    text = (
        "БҰЙЫРАМЫН:\n\n1. «Мәдениет басқармасы туралы ережені бекіту туралы» Министрдің 2020 жылғы 5 мамырдағы № 7 бұйрығына "
        "мынадай өзгеріс енгізілсін:\n\n2-тармақ мынадай редакцияда жазылсын:\n\n«2. Басқарма мекеме басшысын тағайындайды.»."
    )
    act = build_act(text, "act.kk.txt")
    assert any(clause.amends for clause in act.clauses)
    assert Reading(act).nature.is_charter
