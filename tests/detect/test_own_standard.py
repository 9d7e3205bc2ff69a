"""Rules of a state service against the standard in their own annex."""

import pytest

from sarapshy.acts.reading import build_act
from sarapshy.detect.own_standard import OWN_STANDARD
from sarapshy.detect.rules import read_rules
from sarapshy.detect.run import detect

RULES = tuple(rule for rule in read_rules() if rule.check in OWN_STANDARD)
HEAD = {
    "kk": "\n\n1-қосымша\n\nСтандарт\n\n1\t|\tҚызмет берушінің атауы\t|\tАрхив",
    "ru": "\n\nПриложение 1\n\nСтандарт\n\n1\t|\tНаименование услугодателя\t|\tАрхив",
}
TERM = {"kk": "Мемлекеттік қызмет көрсету мерзімі", "ru": "Срок оказания государственной услуги"}
FORM = {"kk": "Мемлекеттік қызмет көрсету нысаны", "ru": "Форма оказания государственной услуги"}
REFUSAL = {"kk": "Бас тарту үшін негіздер", "ru": "Основания для отказа"}


def find(language, point, name, *values):
    rows = "".join(f"\n3\t|\t{name[language]}\t|\t{value}" for value in values)
    return detect(build_act(point + HEAD[language] + rows, "rules.txt"), RULES)


@pytest.mark.parametrize(
    ("language", "point", "term", "met"),
    [
        ("kk", "5. Мемлекеттік қызмет көрсету мерзімі 9 жұмыс күнін құрайды.", "6 жұмыс күні", True),
        ("kk", "5. Архив 9 жұмыс күні ішінде анықтаманы қайта ресімдейді.", "Анықтама беру – 6 жұмыс күніАнықтаманы қайта ресімдеу – 4 жұмыс күні", True),
        ("kk", "5. Архив 2 жұмыс күні ішінде анықтаманы қайта ресімдейді.", "Анықтама беру – 6 жұмыс күніАнықтаманы қайта ресімдеу – 4 жұмыс күні", False),
        ("ru", "5. Срок оказания государственной услуги составляет 9 рабочих дней.", "6 рабочих дней", True),
        ("ru", "5. Архив проводит переоформление справки в течение 9 рабочих дней.", "Выдача справки – 6 рабочих днейПереоформление справки – 4 рабочих дня", True),
        ("ru", "5. Архив проводит переоформление справки в течение 2 рабочих дней.", "Выдача справки – 6 рабочих днейПереоформление справки – 4 рабочих дня", False),
    ],
)  # fmt: skip
def test_a_step_cannot_last_longer_than_the_service(language, point, term, met):
    assert bool(find(language, point, TERM, term)) == met


@pytest.mark.parametrize(
    ("language", "point", "term"),
    [
        ("kk", "5. Мемлекеттік қызмет көрсету мерзімі 9 жұмыс күнін құрайды.", "6 жұмыс күні"),
        ("ru", "5. Срок оказания государственной услуги составляет 9 рабочих дней.", "6 рабочих дней"),
    ],
)
def test_of_several_standards_none_speaks_of_all_points(language, point, term):
    assert find(language, point, TERM, term, term) == []


@pytest.mark.parametrize(
    ("language", "grounds", "row"),
    [
        (
            "kk",
            "9. Мемлекеттік қызмет көрсетуден бас тарту негіздері:\n\n1) құжаттың жалған болуы;\n\n2) сот тыйымының болуы.",
            "лицензия алу кезінде: 1) құжаттың жалған болуы; 2) сот тыйымының болуы; қайта ресімдеу кезінде: 1) бұрынғы лицензияның жоғалуы",
        ),
        (
            "ru",
            "9. Основания для отказа в оказании государственной услуги:\n\n1) поддельность документа;\n\n2) наличие запрета суда.",
            "при выдаче: 1) поддельность документа; 2) наличие запрета суда; при переоформлении: 1) утрата прежней лицензии",
        ),
    ],
)
def test_a_row_with_lists_for_several_cases_is_left_alone(language, grounds, row):
    assert find(language, grounds, REFUSAL, row) == []


@pytest.mark.parametrize(
    ("language", "point", "form", "met"),
    [
        ("kk", "5. Жауапты орындаушы өтінімді бір күнде тексереді.", "Электрондық (толықтай автоматтандырылған)", True),
        ("kk", "5. Жауапты орындаушы өтінімді бір күнде тексереді.", "Электрондық (ішінара автоматтандырылған)", False),
        ("kk", "5. Жүйе анықтаманы өзі қалыптастырады.", "Электрондық (толықтай автоматтандырылған)", False),
        ("ru", "5. Ответственный исполнитель проверяет заявку за день.", "Электронная (полностью автоматизированная)", True),
        ("ru", "5. Ответственный исполнитель проверяет заявку за день.", "Электронная (частично автоматизированная)", False),
        ("ru", "5. Система сама формирует справку.", "Электронная (полностью автоматизированная)", False),
    ],
)  # fmt: skip
def test_a_service_that_people_render_is_not_fully_automated(language, point, form, met):
    assert [finding.rule for finding in find(language, point, FORM, form)] == ["K4-own-automated"] * met


CHANNELS = {"kk": "Мемлекеттік қызметті ұсыну тәсілдері", "ru": "Способы предоставления государственной услуги"}


@pytest.mark.parametrize(
    ("language", "point", "name", "value", "met"),
    [
        ("kk", "5. Құжаттар толық болмаған жағдайда архив бас тартады.", REFUSAL, "1) деректердің анық еместігі", True),
        ("kk", "5. Құжаттар толық болмаған жағдайда архив бас тартады.", REFUSAL, "1) құжаттардың толық еместігі", False),
        ("kk", "5. Өтініш беруші құжаттарды Мемлекеттік корпорацияға ұсынады.", CHANNELS, "Портал", True),
        ("kk", "5. Өтініш беруші құжаттарды Мемлекеттік корпорацияға ұсынады.", CHANNELS, "Мемлекеттік корпорация", False),
        ("ru", "5. При неполном пакете документов архив отказывает.", REFUSAL, "1) недостоверность данных", True),
        ("ru", "5. При неполном пакете документов архив отказывает.", REFUSAL, "1) неполные документы", False),
        ("ru", "5. Работник Государственной корпорации принимает заявление.", CHANNELS, "Портал", True),
        ("ru", "5. Работник Государственной корпорации принимает заявление.", CHANNELS, "Государственная корпорация", False),
    ],
)  # fmt: skip
def test_what_a_point_tells_stands_in_the_row_as_well(language, point, name, value, met):
    assert bool(find(language, point, name, value)) == met


@pytest.mark.parametrize(
    ("language", "point", "term", "form", "met"),
    [
        ("kk", "5. Өтініш портал арқылы беріледі.", "Анықтама беру – 9 (тоғыз) жұмыс күні; телнұсқасы – 1 жұмыс күні", "Толық автоматтандырылған", True),
        ("kk", "5. Өтініш портал арқылы беріледі.", "15 (он бес) минут", "Толық автоматтандырылған", False),
        ("kk", "5. Өтініш портал арқылы беріледі.", "9 (тоғыз) жұмыс күні", "Толық автоматтандырылған/қағаз түрінде", False),
        ("ru", "5. Заявление подаётся через портал.", "выдача – 9 (девять) рабочих дней; дубликат – 1 рабочий день", "Полностью автоматизированная", True),
        ("ru", "5. Заявление подаётся через портал.", "15 (пятнадцать) минут", "Полностью автоматизированная", False),
        ("ru", "5. Заявление подаётся через портал.", "9 (девять) рабочих дней", "Полностью автоматизированная/бумажная", False),
    ],
)  # fmt: skip
def test_what_answers_by_itself_needs_no_days(language, point, term, form, met):
    rows = f"\n3\t|\t{TERM[language]}\t|\t{term}\n4\t|\t{FORM[language]}\t|\t{form}"
    rule = next(rule for rule in read_rules() if rule.check == "slow_automation")
    found = detect(build_act(point + HEAD[language] + rows, "rules.txt"), (rule,))
    assert [finding.rule for finding in found] == ["K4-slow-automation"] * met
