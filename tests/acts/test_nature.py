"""What an act is, is told by its title, its first words, its headings and the set words of its norms."""

import pytest

from sarapshy.acts.nature import name_subject
from sarapshy.acts.persons import is_impersonal, is_remote
from sarapshy.acts.reading import build_act
from sarapshy.acts.stretches import Reading
from sarapshy.detect.run import detect


@pytest.mark.parametrize(
    ("language", "title", "subject"),
    [
        ("kk", "2024-2026 жылдарға арналған аудандық бюджет туралы", "budget"),
        ("kk", "Достық туралы келісімді бекіту туралы", "treaty"),
        ("kk", "Сайлау учаскелерін құру туралы", "place"),
        ("kk", "Колледждің 2030 жылға дейінгі даму бағдарламасы туралы", "programme"),
        ("kk", "Колледждің даму бағдарламасын әзірлеу қағидаларын бекіту туралы", None),
        ("kk", "2031-2035 жылдарға арналған таза су бағдарламасын бекіту туралы", "programme"),
        ("kk", "Жұмысшы кәсіптерінің тарифтік-біліктілік анықтамалығын бекіту туралы", "qualification"),
        ("ru", "О бюджете района на 2024-2026 годы", "budget"),
        ("ru", "О ратификации Соглашения о дружбе", "treaty"),
        ("ru", "Об образовании избирательных участков", "place"),
        ("ru", "О программе развития колледжа до 2030 года", "programme"),
        ("ru", "Об утверждении правил разработки программы развития колледжа", None),
        ("ru", "Об утверждении отраслевой программы по чистой воде", "programme"),
        ("ru", "Об утверждении тарифно-квалификационного справочника профессий", "qualification"),
    ],
)
def test_a_title_names_what_an_act_without_norms_is_on(language: str, title: str, subject: str | None) -> None:
    assert name_subject(title.lower(), language) == subject


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("act.kk.txt", "Өрт қауіпсіздігі қағидалары\n\n1. Жұмыс беруші өрт сөндіргішті тексереді.\n"),
        ("act.kk.txt", "Судың көлемін анықтау әдістемесі\n\n1. Бөлімше көлемді тоқсан сайын есептейді.\n"),
        ("act.ru.txt", "Правила пожарной безопасности\n\n1. Работодатель проверяет огнетушитель.\n"),
        ("act.ru.txt", "Методика определения объема воды\n\n1. Отдел считает объем ежеквартально.\n"),
    ],
)
def test_a_technical_norm_regulates_all_the_same(name: str, title: str) -> None:
    nature = Reading(build_act(title, name)).nature
    assert nature.regulates
    assert nature.is_technical


@pytest.mark.parametrize(
    ("name", "title", "point"),
    [
        (
            "act.kk.txt",
            "«Өнеркәсіптік қауіпсіздік саласында аттестаттау» мемлекеттік қызметін көрсету қағидалары",
            "1. Бөлім өтінішті қарайды.",
        ),
        (
            "act.kk.txt",
            "«Радиациялық қауіпсіздік жөнінде куәлік беру» мемлекеттік көрсетілетін қызметінің стандарты",
            "1. Бөлім куәлік береді.",
        ),
        (
            "act.ru.txt",
            "Правила оказания государственной услуги «Аттестация в области промышленной безопасности»",
            "1. Отдел рассматривает заявление.",
        ),
        (
            "act.ru.txt",
            "Стандарт государственной услуги «Допуск по радиационной безопасности»",
            "1. Отдел выдаёт допуск.",
        ),
        (
            "act.kk.txt",
            "Ойын-сауық іс-шараларын өткізу қауіпсіздігін қамтамасыз ету жөніндегі нұсқаулық",
            "1. Күзет көрерменді кіргізеді.",
        ),
        (
            "act.ru.txt",
            "Инструкция по обеспечению безопасности проведения зрелищных мероприятий",
            "1. Охрана пропускает зрителя.",
        ),
    ],
)
def test_what_decides_on_people_is_no_technical_norm_whatever_it_is_about(name: str, title: str, point: str) -> None:
    assert not Reading(build_act(f"{title}\n\n{point}\n", name)).nature.is_technical


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


@pytest.mark.parametrize(
    ("name", "title", "text"),
    [
        (
            "act.kk.txt",
            "«Кітапхана туралы» Қазақстан Республикасының Заңына өзгеріс енгізу туралы Қазақстан Республикасының 2030 "
            "жылғы 5 мамырдағы № 7 Заңы",
            "1-бап. 3-тармақ мынадай редакцияда жазылсын: «3. Орган жауап береді.».",
        ),
        ("act.kk.txt", "«Кітапхана туралы» Қазақстан Республикасы Заңының жобасы туралы", "1-бап. Орган жауап береді."),
        (
            "act.ru.txt",
            "О внесении изменения в Закон Республики Казахстан «О библиотеках»",
            "Закон Республики Казахстан от 5 мая 2030 года № 7\n\nСтатья 1. Изложить пункт 3 в новой редакции: «3. Орган отвечает.».",
        ),
        ("act.ru.txt", "О проекте Закона Республики Казахстан «О библиотеках»", "Статья 1. Орган отвечает."),
    ],
)
def test_what_amends_a_law_or_is_the_draft_of_one_is_a_law_however_few_its_articles(
    name: str, title: str, text: str
) -> None:
    assert Reading(build_act(text, name, title=title)).nature.is_law


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("act.kk.txt", "Еуразиялық экономикалық комиссия Алқасы шешті:\n\n1. Орган сұрау салуға жауап береді.\n"),
        ("act.ru.txt", "Коллегия Евразийской экономической комиссии решила:\n\n1. Орган отвечает на запрос.\n"),
    ],
)
def test_a_decision_of_a_union_of_states_is_not_examined(name: str, text: str) -> None:
    assert not Reading(build_act(text, name)).nature.regulates


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


KINDERGARTEN = "1. Бөбекжай заңды тұлға болып табылады.\n\n2. Бөбекжай мемлекеттік мекеме болып табылады. Басшыны басқарма тағайындайды."
NURSERY = "1. Ясли-сад является юридическим лицом.\n\n2. Ясли-сад является государственным учреждением. Руководителя назначает управление."


@pytest.mark.parametrize(
    ("name", "title", "points", "charter"),
    [
        ("act.kk.txt", "Бұйрықпен бекітілген\n\n«Күншуақ» бөбекжайының жарғысы", KINDERGARTEN, True),
        ("act.kk.txt", "Бұйрықпен бекітілген\n\nБөбекжайлар қызметінің үлгілік қағидалары", KINDERGARTEN, False),
        ("act.ru.txt", "Утвержден приказом\n\nУстав яслей-сада «Солнышко»", NURSERY, True),
        ("act.ru.txt", "Утверждены приказом\n\nТиповые правила деятельности яслей-садов", NURSERY, False),
    ],
)
def test_rules_for_all_bodies_of_a_kind_are_no_charter_of_one(
    name: str, title: str, points: str, charter: bool
) -> None:
    assert Reading(build_act(f"{title}\n\n{points}", name)).nature.is_charter is charter


@pytest.mark.parametrize(
    ("language", "amended", "law"),
    [
        ("kk", "«Астық туралы» 2020 жылғы 5 мамырдағы Қазақстан Республикасының Заңына", True),
        ("kk", "«Астық қағидаларын бекіту туралы» Министрдің 2020 жылғы 5 мамырдағы № 7 бұйрығына", False),
        ("kk", "Қызметшілердің «Адалдық» әдеп кодексіне", False),
        ("ru", "Закон Республики Казахстан от 5 мая 2020 года «О зерне»", True),
        ("ru", "Налоговый кодекс Республики Казахстан", True),
        ("ru", "приказ Министра от 5 мая 2020 года № 7 «Об утверждении Правил к Закону»", False),
        ("ru", "Этический кодекс служащих", False),
    ],
)
def test_only_a_law_amends_a_law(language: str, amended: str, law: bool) -> None:
    text = {
        "kk": f"1-бап. {amended} мынадай өзгеріс енгізілсін:\n\n2-бап мынадай редакцияда жазылсын:\n\n«2-бап. Орган рұқсат береді.».\n",
        "ru": f"1. Внести в {amended} следующее изменение:\n\nпункт 2 изложить в следующей редакции:\n\n«2. Орган выдаёт разрешение.».\n",
    }[language]
    assert Reading(build_act(text, f"act.{language}.txt")).nature.is_law is law


@pytest.mark.parametrize(
    "text",
    [
        "ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ АТЫНАН\n\nКонституциялық Сот нормаларды тексеріп, шешті:\n\n1. Комиссия мәселені қарайды.\n",
        "ИМЕНЕМ РЕСПУБЛИКИ КАЗАХСТАН\n\nКонституционный Суд, проверив нормы, решил:\n\n1. Комиссия рассматривает вопрос.\n",
    ],
)
def test_the_ruling_of_a_court_regulates_no_procedure(text: str) -> None:
    assert not Reading(build_act(text, "act.txt")).has_norms


THINGS = {
    "kk": "Қоймада материалдар мен басқа да заттар бөлек сақталады. Жүк арнаулы алаңда түсіріледі және таңбаланады. ",
    "ru": "На складе материалы и иные вещи хранятся раздельно. Груз разгружается на площадке и маркируется краской. ",
}


@pytest.mark.parametrize(
    ("language", "point", "remote"),
    [
        ("kk", "2. Тұтқалар мен басқа да тетіктер жыл сайын боялады.", True),
        ("kk", "2. Өтініш берушіден анықтама мен басқа да құжаттар алынады.", False),
        ("ru", "2. Рычаги и иные устройства красятся ежегодно.", True),
        ("ru", "2. От заявителя принимаются справка и иные документы.", False),
    ],
)
def test_loose_words_on_things_decide_on_nobody(language: str, point: str, remote: bool) -> None:
    body = "\n".join(f"{number}. {2 * THINGS[language]}" for number in range(3, 46))
    reading = Reading(build_act(f"{point}\n{body}\n", f"act.{language}.txt"))
    assert is_remote(reading, reading.stretches[0]) is remote
    found = [each for each in detect(reading.act) if each.rule == "T3-general" and each.clause.number == "2"]
    assert bool(found) is not remote


@pytest.mark.parametrize(
    ("language", "point"),
    [
        ("kk", "1. Басқарма тұқым өндірушілердің тізілімін тексереді және субсидия сомасын есептейді. "),
        ("ru", "1. Управление проверяет реестр производителей семян и рассчитывает сумму субсидии. "),
        ("kk", "1. Басқарма субсидия алушының шотын тексереді және сомасын есептейді. "),
        ("ru", "1. Управление проверяет счёт предпринимателя и рассчитывает сумму субсидии. "),
    ],
)
def test_who_produces_and_receives_money_is_a_person_on_whom_a_body_decides(language: str, point: str) -> None:
    reading = Reading(build_act(point * 12, f"act.{language}.txt"))
    assert not is_impersonal(reading, reading.stretches[0])
