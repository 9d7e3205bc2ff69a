"""A term that begins nowhere is told of whoever must keep it, and of a person not at all."""

from __future__ import annotations

import pytest

from sarapshy.acts.reading import build_act
from sarapshy.detect.rules import read_rules
from sarapshy.detect.run import detect

RULES = [rule for rule in read_rules() if rule.code in ("D1a-start", "D1a-elastic", "D1a-suspends")]


def _rules_found(text: str) -> list[str]:
    return [finding.rule for finding in detect(build_act(text, "act.txt"), RULES)]


@pytest.mark.parametrize(
    "text",
    [
        "5. Басқарма үміткердің құжаттарын он жұмыс күні ішінде қарайды.",
        "5. Үміткердің жеке ісі он жұмыс күні ішінде комиссияның қарауына жіберіледі.",
        "5. Дело кандидата в течение десяти рабочих дней направляется в комиссию с приложением документов.",
    ],
)
def test_a_term_with_no_beginning_is_found_whether_the_body_is_named_or_not(text: str) -> None:
    assert _rules_found(text) == ["D1a-start"]


@pytest.mark.parametrize(
    "text",
    [
        "5. Үміткердің жеке ісі құжаттар түскен күннен бастап он жұмыс күні ішінде комиссияның қарауына жіберіледі.",
        "5. Дело кандидата в течение десяти рабочих дней со дня поступления направляется в комиссию.",
        "5. Өтініш беруші үш күн ішінде келеді.",
    ],
)
def test_a_term_that_begins_somewhere_or_binds_a_person_is_left_alone(text: str) -> None:
    assert _rules_found(text) == []


def test_the_term_of_another_step_does_not_bound_an_elastic_one() -> None:
    text = "5. Палата істі бір жұмыс күні ішінде бөледі, ал шұғыл істер палатаға түскен кезден бастап дереу жіберіледі."
    assert "D1a-elastic" in _rules_found(text)


def test_a_suspension_is_bounded_by_a_number_or_by_what_ends_it() -> None:
    assert _rules_found("5. Банк өтінішті қарауды тоқтата тұрады.") == ["D1a-suspends"]
    assert _rules_found("5. Банк өтінішті қарауды он жұмыс күніне тоқтата тұрады.") == []
    assert _rules_found("5. Действие лицензии приостанавливается. Оно возобновляется в день устранения причины.") == []


MISSING = [rule for rule in read_rules() if rule.code in ("D1a-missing", "D1a-untold")]
GIVEN = [rule for rule in read_rules() if rule.code == "D1a-ungiven"]


def _missing_found(text: str) -> list[tuple[str, float]]:
    return [(finding.rule, finding.confidence) for finding in detect(build_act(text, "act.txt"), MISSING)]


def test_an_item_under_a_bearer_of_duties_weighs_less_than_a_step_of_its_own() -> None:
    step = _missing_found("5. Басқарма үміткердің өтінішін қарайды.")
    duty = _missing_found("5. Басқарма:\n1) үміткердің өтінішін қарайды;\n2) журналды сақтайды.")
    assert [rule for rule, _ in step + duty] == ["D1a-missing", "D1a-missing"]
    assert duty[0][1] < step[0][1]


@pytest.mark.parametrize(
    "text",
    [
        "5. Құжаттарды қабылдау кезінде басқарма үміткердің құжаттарын тексереді.",
        "5. Басқарма үміткердің құжаттарын қарайды – 20 минут;",
        "5. Сарапшылар мынадай түрлерге бөлінеді: үміткерлер және кеңесшілер.",
        "5. Предприятие не сообщает имя заявителя.",
    ],
)
def test_what_is_done_within_a_step_or_timed_after_the_verb_or_not_done_has_no_term(text: str) -> None:
    assert _missing_found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "5. Психолог үміткерге маманға жүгінуді ұсынады.",
        "5. Директор үміткерге белгіні салтанатты жағдайда тапсырады.",
        "5. Кафедра кеңеске үміткер туралы мынадай құжаттарды ұсынады:",
        "5. Жиналыс үміткер туралы шешімді мүшелердің көпшілік даусымен қабылдайды.",
        "5. Басқарма үміткерлердің тізілімін қалыптастырады және оны жүргізеді.",
        "5. Директор вручает кандидату знак в торжественной обстановке и направляет его кандидату.",
        "5. Кафедра направляет в совет следующие документы кандидата:",
        "5. Управление формирует и ведет реестр кандидатов.",
        "5. Комиссия үміткер туралы мынадай шешімдердің бірін қабылдайды:",
        "5. Комиссия принимает одно из следующих решений о кандидате:",
    ],
)
def test_advice_awards_lists_votes_and_registers_wait_for_no_term(text: str) -> None:
    assert _missing_found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "5. Басқарма үміткердің өтінішін қарайды және он жұмыс күні ішінде шешім қабылдайды.",
        "5. Управление рассматривает заявление кандидата и в течение десяти рабочих дней принимает решение.",
    ],
)
def test_an_examination_lasts_no_longer_than_what_it_ends_in(text: str) -> None:
    assert "D1a-missing" not in [rule for rule, _ in _missing_found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "5. Басқарма үміткердің өтінішін қарайды және шешімін қабылданған күні үміткерге жібереді.",
        "5. Управление рассматривает заявление кандидата и в день принятия решения направляет его кандидату.",
    ],
)
def test_the_day_on_which_its_outcome_is_sent_is_no_term_of_an_examination(text: str) -> None:
    assert "D1a-missing" in [rule for rule, _ in _missing_found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "5. Комиссия үміткердің өтінішін қарайды және отыз күн ішінде қорытынды дайындайды.",
        "5. Комиссия рассматривает заявление кандидата и в течение тридцати дней готовит заключение.",
        "5. Басқарма үміткерге куәлікті жылына екі рет ұсынады.",
        "5. Аттестат педагогтер үшін қазақ және орыс тілдерінде толтырылады.",
        "5. Аттестат педагога заполняется на казахском и русском языках.",
    ],
)
def test_the_term_of_the_conclusion_is_that_of_the_examination_and_a_way_of_writing_has_none(text: str) -> None:
    assert _missing_found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "5. Комиссия үміткердің құжаттарын қарайды және он күн ішінде әңгімелесу өткізеді.",
        "5. Комиссия рассматривает документы кандидата и в течение десяти дней проводит собеседование.",
    ],
)
def test_an_examination_is_over_by_the_time_of_the_interview_after_it(text: str) -> None:
    assert _missing_found(text) == []


@pytest.mark.parametrize(
    ("step", "service"),
    [
        (
            "5. Басқарма үміткердің өтінішін қарайды және шешім қабылдайды.",
            "6. Мемлекеттік қызмет 5 (бес) жұмыс күні ішінде көрсетіледі.",
        ),
        (
            "5. Управление рассматривает заявление кандидата и выносит решение.",
            "6. Государственная услуга оказывается в течение 5 (пяти) рабочих дней.",
        ),
    ],
)
def test_a_step_of_a_service_whose_whole_term_is_told_weighs_less(step: str, service: str) -> None:
    alone, served = dict(_missing_found(step)), dict(_missing_found(f"{step}\n{service}"))
    assert 0 < served["D1a-missing"] < alone["D1a-missing"]


@pytest.mark.parametrize(
    "text",
    [
        "5. Тыңдау нәтижелері бойынша басқарма үміткердің өтініші туралы шешім қабылдайды.",
        "5. Тыңдаудың нәтижесі бойынша басқарма үміткердің өтініші туралы шешім қабылдайды.",
        "5. По результатам заслушивания управление принимает решение по заявлению кандидата.",
        "5. Кеңестің кезекті отырысында төраға үміткердің өтініші туралы қорытынды шығарады.",
        "5. Комиссия на очередном заседании принимает решение по заявлению кандидата.",
    ],
)
def test_what_a_hearing_ends_in_and_what_is_done_at_the_next_sitting_have_their_term(text: str) -> None:
    assert _missing_found(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("5. Басқарма үміткерге куәлікті береді.", True),
        ("5. Басқарма ақпараттық жүйеге үміткерлер туралы деректерді береді.", False),
        ("5. Басқарма құжаттың түпнұсқасын үміткерге қайтарады.", False),
        ("5. Управление выдает удостоверение кандидату.", True),
        ("5. Управление передает сведения о кандидатах в информационную систему.", False),
        ("5. Управление возвращает кандидату подлинники документов.", False),
    ],
)
def test_data_for_a_system_and_papers_given_back_at_once_wait_for_no_term(text: str, found: bool) -> None:
    assert bool(detect(build_act(text, "act.txt"), GIVEN)) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("5. Мерзімі өткен анықтама ұсынылса, басқарма үміткерге куәлікті бермейді және өтінішті қайтарады.", True),
        ("5. Куәліктің қолданылу мерзімі аяқталған кезде басқарма үміткерге жаңа куәлік береді.", True),
        ("5. Куәліктің қолданылу мерзімі аяқталған кезде басқарма үміткерге екі күн ішінде жаңа куәлік береді.", False),
        ("5. Басқарма ваучердің қолданылу мерзімі ішінде үміткерге куәлік береді.", False),
        ("5. По истечении срока действия справки управление выдает кандидату удостоверение.", True),
        ("5. По истечении срока действия справки управление в течение двух дней выдает удостоверение.", False),
    ],
)
def test_how_long_a_paper_is_valid_binds_nobody_to_act(text: str, found: bool) -> None:
    assert bool(detect(build_act(text, "act.txt"), GIVEN)) is found


@pytest.mark.parametrize(
    ("named", "nameless"),
    [
        ("5. Басқарма үміткердің шартын жасайды.", "5. Үміткердің шарты екі жаққа түсінікті етіп жасалады."),
        (
            "5. Управление составляет список кандидатов по заявлениям.",
            "5. Список кандидатов составляется по заявлениям.",
        ),
    ],
)
def test_what_somebody_draws_up_is_awaited_more_than_what_is_drawn_up(named: str, nameless: str) -> None:
    told, untold = (next(iter(_missing_found(text)), ("", 0.0))[1] for text in (named, nameless))
    assert told > untold


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("5. Ережені бұзған білім алушы оқудан шығарылады.", True),
        ("5. Ережені бұзған білім алушы бір ай ішінде оқудан шығарылады.", False),
        ("5. Басқарма үміткерден берілген куәлікті қайтарып алады.", True),
        ("5. Білім алушы басқа мектепке ауысуға өтініш береді.", False),
        ("5. Обучающийся, нарушивший правила, отчисляется.", True),
        ("5. Обучающийся, нарушивший правила, отчисляется в течение месяца.", False),
        ("5. Управление отзывает у кандидата удостоверение.", True),
    ],
)
def test_what_is_done_to_a_person_or_taken_from_him_waits_for_a_term(text: str, found: bool) -> None:
    assert ("D1a-missing" in [rule for rule, _ in _missing_found(text)]) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("5. Аттестатталушы комиссияның шешімімен таныстырылады.", True),
        ("5. Аттестатталушы комиссияның шешімімен үш күн ішінде таныстырылады.", False),
        ("5. Аттестуемый должен быть ознакомлен с решением комиссии.", True),
        ("5. Аттестуемый должен быть ознакомлен с решением комиссии в течение трёх дней.", False),
    ],
)
def test_who_is_told_something_waits_for_a_term(text: str, found: bool) -> None:
    rules = [rule for rule in read_rules() if rule.code == "D1a-untold"]
    assert bool(detect(build_act(text, "act.txt"), rules)) is found


@pytest.mark.parametrize(
    "text",
    [
        "5. Басқарма үміткерге тыңдаудың уақыты мен орнын хабарлайды.",
        "5. Комиссия мүшесі үміткер туралы ерекше пікірін төрағаға ұсынады.",
        "5. Мектеп білім алушыны емтиханға жібереді.",
        "5. Управление сообщает кандидату о времени заслушивания.",
        "5. Член комиссии представляет председателю особое мнение о кандидате.",
    ],
)
def test_a_hearing_a_dissent_and_a_leave_to_sit_an_examination_have_terms_of_their_own(text: str) -> None:
    assert _missing_found(text) == []
