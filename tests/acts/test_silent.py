"""What sets no norm is told by its title, by its figures, by what it amends."""

import pytest

from sarapshy.acts.model import Act
from sarapshy.acts.nature import name_subject
from sarapshy.acts.reading import build_act
from sarapshy.acts.silent import find_silent_components, is_row_of_breaches, is_row_of_figures
from sarapshy.acts.stretches import Reading
from sarapshy.detect.run import detect

ORDER = {
    "kk": "БҰЙЫРАМЫН:\n\n1. Қоса беріліп отырған Қағидалар бекітілсін.\n\nМинистр А. Асанов\n\n",
    "ru": "ПРИКАЗЫВАЮ:\n\n1. Утвердить прилагаемые Правила.\n\nМинистр А. Асанов\n\n",
}
STAMP = {"kk": "Министрдің 2024 жылғы 3 мамырдағы № 7 бұйрығына 1-қосымша", "ru": "Приложение 1 к приказу Министра"}


def build(language: str, title: str, body: str) -> Act:
    return build_act(f"{ORDER[language]}{STAMP[language]}\n\n{title}\n\n{body}\n", f"act.{language}.txt")


def table(row: str) -> str:
    return "\n".join(f"{number}\t|\t{row}" for number in range(1, 15))


@pytest.mark.parametrize(
    ("language", "title", "row"),
    [
        ("kk", "2024 жылға арналған ауылдық округтің бюджеті", "Басқа да түсімдер\t|\tжоқ"),
        ("kk", "Түсімдер мен шығыстар", "Басқа да түсімдер\t|\t354,3"),
        ("ru", "Бюджет сельского округа на 2024 год", "Прочие поступления\t|\tнет"),
        ("ru", "Поступления и расходы", "Прочие поступления\t|\t354,3"),
    ],
)
def test_an_annex_of_figures_sets_no_norm(language: str, title: str, row: str) -> None:
    act = build(language, title, table(row))
    assert find_silent_components(act)


@pytest.mark.parametrize(
    ("language", "title", "row"),
    [
        ("kk", "Үміткерлерді бағалау критерийлері", "Жұмыс өтілі\t|\t5"),
        ("ru", "Критерии оценки кандидатов", "Стаж работы\t|\t5"),
        ("kk", "«Квотаға лицензия беру» қызметіне қойылатын негізгі талаптар тізбесі", "Құжаттар\t|\tөтініш"),
        ("ru", "Перечень основных требований к услуге «Выдача квот»", "Документы\t|\tзаявление"),
    ],
)
def test_scores_and_the_rows_of_a_service_are_no_amounts(language: str, title: str, row: str) -> None:
    assert not find_silent_components(build(language, title, table(row)))


@pytest.mark.parametrize(
    ("language", "text", "norm"),
    [
        (
            "kk",
            "БҰЙЫРАМЫН:\n\n1. Қоса беріліп отырған Қағидалар бекітілсін.\n\nМинистр А. Асанов\n\n"
            "Министрдің 2024 жылғы 3 мамырдағы № 7 бұйрығымен бекітілген\n\nКөмекті төлеу қағидалары\n\n"
            "1. Көмекті басқарма төлейді.\n\nҚағидаларға қосымша\n\nКөмек нормативтері\n\n{table}\n",
            "Көмекті басқарма төлейді",
        ),
        (
            "ru",
            "ПРИКАЗЫВАЮ:\n\n1. Утвердить прилагаемые Правила.\n\nМинистр А. Асанов\n\nУтверждены\nприказом Министра\n"
            "от 3 мая 2024 года № 7\n\nПравила выплаты помощи\n\n1. Помощь выплачивает управление.\n\n"
            "Приложение\nк Правилам\n\nНормативы помощи\n\n{table}\n",
            "Помощь выплачивает управление",
        ),
    ],
)
def test_rules_are_no_table_though_their_annex_is(language: str, text: str, norm: str) -> None:
    act = build_act(text.format(table=table("Коэффициент\t|\t354,3")), f"act.{language}.txt")
    reading = Reading(act)
    stretch = reading.stretch_at(reading.to_folded(act.text.index(norm)))
    assert stretch is not None and reading.is_norm(stretch)


@pytest.mark.parametrize(
    ("language", "title", "silent"),
    [
        ("kk", "2024-2026 жылдарға арналған облыстық бюджет туралы", True),
        ("kk", "Бюджет қаражатын бөлу қағидалары", False),
        ("kk", "2024 жылға арналған аудандық бюджет туралы шешімде көзделген трансферттерді бөлу қағидалары", False),
        ("ru", "Правила использования трансфертов, предусмотренных в бюджете на 2024 год", False),
        ("kk", "Колледждің 2030 жылға дейінгі даму бағдарламасы туралы", True),
        ("kk", "Колледждің даму бағдарламасын әзірлеу қағидаларын бекіту туралы", False),
        ("kk", "Жалға беру шартын жасасу қағидаларын бекіту туралы", False),
        ("kk", "Куәлік беру қағидаларын бекіту туралы бұйрықтың күші жойылды деп тану туралы", True),
        ("kk", "Куәлік беру қағидаларын бекіту және кейбір бұйрықтардың күші жойылды деп тану туралы", False),
        ("ru", "О бюджете области на 2024-2026 годы", True),
        ("ru", "Правила распределения мест", False),
        ("ru", "О программе развития колледжа до 2030 года", True),
        ("ru", "Об утверждении правил разработки программы развития колледжа", False),
        ("ru", "Об утверждении правил заключения договора найма", False),
        ("ru", "О признании утратившим силу приказа об утверждении правил выдачи удостоверений", True),
        ("ru", "Об утверждении правил выдачи удостоверений и признании утратившими силу некоторых приказов", False),
    ],
)
def test_a_title_tells_what_regulates_nothing(language: str, title: str, silent: bool) -> None:
    assert (name_subject(title.lower(), language) is not None) is silent


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "kk",
            "Мәслихат ШЕШТІ:\n\n1. «2024-2026 жылдарға арналған аудандық бюджет туралы» 2023 жылғы 20 желтоқсандағы № 5 шешіміне "
            "мынадай өзгеріс енгізілсін:\n\n3-тармақ мынадай редакцияда жазылсын:\n\n«3. Комиссия қажет болған жағдайда өзге де "
            "шығыстарды қарайды.».\n",
        ),
        (
            "ru",
            "Маслихат РЕШИЛ:\n\n1. Внести в решение «О бюджете района на 2024-2026 годы» от 20 декабря 2023 года № 5 следующее "
            "изменение:\n\nпункт 3 изложить в следующей редакции:\n\n«3. Комиссия при необходимости рассматривает иные расходы.».\n",
        ),
    ],
)
def test_new_wording_of_a_budget_is_no_norm(language: str, text: str) -> None:
    act = build_act(text, f"act.{language}.txt")
    assert not Reading(act).has_norms
    assert detect(act) == []


@pytest.mark.parametrize(
    ("row", "figures"),
    [
        ("437\t|\tТыңайтқыш\t|\t1 138,40\t|\tлитр", True),
        ("71 | Мейіргер ісі | 6 | 103 | 128 | 154", True),
        ("3 | Жоба жаңалығы | 5 | 10", False),
        ("2 | Өтініш | 1 дана | түпнұсқа", False),
    ],
)
def test_a_row_of_prices_or_figures_binds_nobody(row: str, figures: bool) -> None:
    assert is_row_of_figures(row) == figures


@pytest.mark.parametrize(
    "text",
    [
        "Үкімет ҚАУЛЫ ЕТЕДІ:\n1. Су туралы келісімге қол қою туралы Жарлық жобасы Президенттің қарауына енгізілсін.\n"
        "5. Хатшылық өтінішті қарайды.",
        "Жоғарғы Соттың жалпы отырысы қаулы етеді:\n1. Соттар өтінішті қарайды.",
        "1. Одобрить проект Соглашения о воде.\n5. Секретариат рассматривает заявление.",
    ],
)
def test_a_treaty_and_a_guidance_to_judges_regulate_no_procedure(text: str) -> None:
    assert not Reading(build_act(text, "act.txt")).has_norms


@pytest.mark.parametrize(
    "text",
    [
        "13. Ұйым хаттама жобасына қарсылығын комиссияға береді.",
        "13. Организация подаёт возражения к проекту протокола.",
    ],
)
def test_a_draft_of_minutes_is_no_treaty(text: str) -> None:
    assert Reading(build_act(text, "act.txt")).has_norms


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "kk",
            "БҰЙЫРАМЫН:\n\n1. «Гранттарды бөлу қағидаларын бекіту туралы» Министрдің 2020 жылғы 5 мамырдағы № 7 бұйрығына мынадай "
            "өзгеріс енгізілсін:\n\n2-тармақ мынадай редакцияда жазылсын:\n\n«2. Гранттың мөлшері 2025 жылға арналған "
            "республикалық бюджет туралы заң бойынша есептеледі, комиссия оны қажет болған кезде арттырады.».",
        ),
        (
            "ru",
            "ПРИКАЗЫВАЮ:\n\n1. Внести в приказ от 5 мая 2020 года № 7 «Об утверждении правил распределения грантов» "
            "следующее изменение:\n\nпункт 2 изложить в следующей редакции:\n\n«2. Размер гранта рассчитывается по "
            "закону о республиканском бюджете на 2025 год, комиссия при необходимости увеличивает его.».",
        ),
    ],
)
def test_a_budget_that_new_wording_names_makes_no_budget_of_the_act(language: str, text: str) -> None:
    reading = Reading(build_act(text, "өзгеріс.txt"))
    assert reading.act.language == language
    assert reading.has_norms


@pytest.mark.parametrize(
    ("sentence", "norm"),
    [("Бөлім қажетті шараларды қабылдасын.", False), ("Бөлім қажетті шараларды қабылдайды.", True)],
)
def test_what_is_told_once_is_no_norm(sentence: str, norm: bool) -> None:
    reading = Reading(build_act(f"1. Тізбе жарияланады.\n2. {sentence}", "act.txt"))
    assert reading.is_norm(reading.stretches[-1]) == norm


def test_the_explanation_of_a_form_is_silent() -> None:
    body = "Түсіндірме әкімшілік деректер нысанын толтыру бойынша бірыңғай талаптарды айқындайды.\n2. Бөлім нысанды ұсынады."
    assert find_silent_components(build("kk", "Оқушылар туралы мәлімет", body))
    assert not find_silent_components(build("kk", "Оқушылар туралы мәлімет", "2. Бөлім нысанды ұсынады."))


@pytest.mark.parametrize(
    "text",
    [
        "2. Осы Қағидаларда мынадай ұғымдар пайдаланылады:\n1) бөлім – рұқсатты беретін әкімдіктің құрылымдық бөлімшесі;\n3. Бөлім өтінішті қарайды.",
        "2. В настоящих Правилах используются понятия:\n1) отдел – подразделение акимата, которое выдает разрешение;\n3. Отдел рассматривает заявление.",
    ],
)
def test_the_meaning_of_a_term_is_told_from_norms(text: str) -> None:
    reading = Reading(build_act(text, "ереже.txt"))
    defined = [reading.text[each.start : each.end] for each in reading.stretches if reading.is_definition(each)]
    assert len(defined) == 1 and defined[0].startswith("1)")


@pytest.mark.parametrize(
    ("language", "row", "breach"),
    [
        ("kk", "28. | комиссия құрамы туралы бұйрықтың болуы | елеулі", True),
        ("kk", "3. | Комиссия құрамы | бес мүше", False),
        ("ru", "28. | наличие приказа о составе комиссии | грубое", True),
        ("ru", "3. | Состав комиссии | пять членов", False),
    ],
)
def test_a_row_that_weighs_a_breach_sets_no_requirement(language: str, row: str, breach: bool) -> None:
    assert is_row_of_breaches(row, language) == breach


@pytest.mark.parametrize(
    ("language", "title", "row"),
    [
        ("kk", "2024 жылға арналған іс-шаралар жоспары", "Қажетті шаралар мен басқа да жұмыстар\t|\tбөлім"),
        ("kk", "Кәсіптік стандарт: «Кітапханашы»", "Жоғары деңгейдегі шеберлік және басқа да дағдылар\t|\tбөлім"),
        ("ru", "План мероприятий на 2024 год", "Необходимые меры и иные работы\t|\tотдел"),
        ("ru", "Профессиональный стандарт «Библиотекарь»", "Высокий уровень мастерства и иные навыки\t|\tотдел"),
    ],
)
def test_nothing_is_found_in_an_annex_that_sets_no_norm(language: str, title: str, row: str) -> None:
    act = build(language, title, table(row))
    reading = Reading(act)
    rows = [stretch for stretch in reading.stretches if stretch.start > act.text.index(title) + len(title)]
    assert rows and not any(map(reading.is_norm, rows))
    assert detect(act) == []


@pytest.mark.parametrize(
    "text",
    [
        "1. «Абаттандыру қағидаларын бекіту туралы» Министрдің 2020 жылғы 5 мамырдағы № 7 бұйрығына мынадай өзгеріс "
        "енгізілсін:\n\n2-тармақтың 5) тармақшасы мынадай редакцияда жазылсын:\n\n«5) көгал – шөп жамылғысы мен басқа да өсімдіктер "
        "өсетін, жолдан жиектаспен бөлінген аумақ элементі;».\n",
        "1. Внести в приказ Министра от 5 мая 2020 года № 7 «Об утверждении Правил благоустройства» следующее изменение:\n\n"
        "подпункт 5) пункта 2 изложить в следующей редакции:\n\n«5) газон – часть территории с травой и иными растениями, отделённая "
        "от дороги бордюром или оградой;».\n",
    ],
)
def test_a_replaced_item_may_be_the_meaning_of_a_term(text: str) -> None:
    reading = Reading(build_act(text, "өзгеріс.txt"))
    assert [reading.text[each.start : each.end] for each in reading.stretches if reading.is_definition(each)]
    assert not [finding for finding in detect(reading.act) if finding.rule == "T3-general"]


def test_a_replaced_item_that_tells_a_deed_is_no_meaning() -> None:
    text = (
        "1. «Қабылдау қағидаларын бекіту туралы» Министрдің 2020 жылғы 5 мамырдағы № 7 бұйрығына мынадай өзгеріс енгізілсін:\n\n"
        "2-тармақтың 1) тармақшасы мынадай редакцияда жазылсын:\n\n«1) бірінші кезеңде – келіп түскен құжаттар мен өзге де мәліметтер "
        "негізінде үміткерлердің тізімдері жасалады;».\n"
    )
    reading = Reading(build_act(text, "өзгеріс.txt"))
    assert not any(map(reading.is_definition, reading.stretches))


@pytest.mark.parametrize(
    ("language", "title", "body"),
    [
        (
            "kk",
            "Тендерге өтінім",
            "1. Мен (біз) кепілдік жарнаны төледім.\n\n2. Жарна қайтарылмайды.\n\nМекенжайы ______",
        ),
        ("ru", "Заявка на тендер", "1. Обязуюсь подписать договор.\n\n2. Взнос не возвращается.\n\nАдрес ______"),
    ],
)
def test_a_form_in_which_somebody_speaks_of_himself_sets_no_norm(language: str, title: str, body: str) -> None:
    act = build(language, title, body)
    reading = Reading(act)
    assert not any(reading.is_norm(stretch) for stretch in reading.stretches)


@pytest.mark.parametrize(
    ("language", "title", "row"),
    [
        ("kk", "Күші жойылған кейбір бұйрықтардың тізбесі", "1. Министрдің 2030 жылғы 4 мамырдағы № 5 бұйрығы."),
        ("ru", "Перечень утративших силу некоторых решений", "1. Решение от 4 мая 2030 года № 5."),
    ],
)
def test_a_list_of_what_lost_its_force_sets_no_norm(language: str, title: str, row: str) -> None:
    assert find_silent_components(build(language, title, row))
