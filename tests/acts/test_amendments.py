"""New wording that an amending act quotes becomes clauses of the act it goes into."""

from __future__ import annotations

import pytest

from sarapshy.acts.clauses import parse_clauses
from sarapshy.acts.model import Clause, ClauseKind, ClauseRole
from sarapshy.acts.reading import build_act

NAME = "«Сыйлық беру ережесін бекіту туралы» Сауда министрінің 2011 жылғы 3 мамырдағы № 12 бұйрығына"
HEAD = f"БҰЙЫРАМЫН: 1. {NAME} (тізілімде № 700 тіркелген) мынадай өзгерістер енгізілсін: аталған Ережеде : "
TAIL = " 2. Осы бұйрық алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі."

ONE_LINE = (
    HEAD + "5-тармақ мынадай редакцияда жазылсын: «5. Кеңес «Алтын сапа» сыйлығын береді.»; 7 және 8-тармақтар мынадай "
    "редакцияда жазылсын: «7. Кеңеске: 1) өтініш; 2) көшірме беріледі. 8. Кеңес жауап береді.»; мынадай мазмұндағы "
    "8-1-тармақпен толықтырылсын: «8-1. Жауап беріледі.»." + TAIL
)

BY_LINES = """\
ПРИКАЗЫВАЮ:

1. Внести в приказ Министра торговли от 3 мая 2011 года № 12 «Об утверждении Правил» следующие изменения и дополнение:

пункт 4 изложить в следующей редакции:

"4. Совет рассматривает "простые" заявления:

1) в срок до пяти дней;

2) с выдачей "карточки".";

дополнить пунктом 4-1 следующего содержания:

"4-1. Отказ обжалуется.

Жалоба подается в суд.".

2. Настоящий приказ вводится в действие со дня его первого официального опубликования.
"""


def new_wording(text: str) -> list[Clause]:
    return [clause for clause in parse_clauses(text) if clause.amends is not None]


def points(clauses: list[Clause]) -> list[str | None]:
    return [clause.number for clause in clauses if clause.kind is ClauseKind.POINT]


def test_points_quoted_in_one_line_are_points_of_the_amended_act() -> None:
    quoted = new_wording(ONE_LINE)
    assert points(quoted) == ["5", "7", "8", "8-1"]
    assert {clause.amends for clause in quoted} == {NAME}
    assert {clause.role for clause in quoted} == {ClauseRole.NORM}
    assert [clause.number for clause in quoted if clause.kind is ClauseKind.SUBPOINT] == ["1", "2"]


def test_points_quoted_in_paragraphs_are_points_of_the_amended_act() -> None:
    quoted = new_wording(BY_LINES)
    assert points(quoted) == ["4", "4-1"]
    assert quoted[0].amends == "приказ Министра торговли от 3 мая 2011 года № 12 «Об утверждении Правил»"
    last = quoted[-1]
    assert (last.kind, BY_LINES[last.start : last.end]) == (ClauseKind.PART, "Жалоба подается в суд.")


@pytest.mark.parametrize("text", [ONE_LINE, BY_LINES])
def test_the_order_keeps_its_own_points(text: str) -> None:
    own = [clause for clause in parse_clauses(text) if clause.kind is ClauseKind.POINT and clause.amends is None]
    assert [(point.number, point.parent, point.role) for point in own] == [
        ("1", None, ClauseRole.NORM),
        ("2", None, ClauseRole.CLOSING),
    ]


def test_new_wording_stands_beneath_the_order_to_change() -> None:
    clauses = parse_clauses(ONE_LINE)
    point = next(clause for clause in clauses if clause.number == "7")
    assert point.parent is not None
    assert ONE_LINE[clauses[point.parent].start :].startswith("7 және 8-тармақтар мынадай")


def test_quotation_marks_stay_outside() -> None:
    words = [ONE_LINE[clause.start : clause.end] for clause in new_wording(ONE_LINE) if clause.kind is ClauseKind.POINT]
    assert words[0] == "5. Кеңес «Алтын сапа» сыйлығын береді."
    assert words[-1] == "8-1. Жауап беріледі."


@pytest.mark.parametrize(
    "quoted",
    [
        '"5. Кеңес "Үкімет" корпорациясы" қоғамы арқылы жауап береді.";',  # an opening mark forgotten inside
        '"5. Кеңес ""Үкімет" корпорациясы арқылы жауап береді.";',  # a closing mark forgotten inside
        '"5. Кеңес жауап береді.',  # never closed
    ],
)
def test_marks_left_open_cost_no_more_than_their_own_wording(quoted: str) -> None:
    text = f'1. {NAME} өзгеріс енгізілсін:\n\n5-тармақ мынадай редакцияда жазылсын:\n\n{quoted}\n\n6-тармақ мынадай редакцияда жазылсын:\n\n"6. Кеңес хаттама жасайды.";\n\n{TAIL.strip()}\n'
    clauses = parse_clauses(text)
    assert [(clause.number, clause.amends is not None) for clause in clauses if clause.kind is ClauseKind.POINT] == [
        ("1", False),
        ("5", True),
        ("6", True),
        ("2", False),
    ]


def test_a_quoted_point_may_itself_be_about_entry_into_force() -> None:
    text = f'1. {NAME} өзгеріс енгізілсін:\n\n4-тармақ мынадай редакцияда жазылсын:\n\n"4. Осы бұйрық 2022 жылғы 1 шілдеден бастап қолданысқа енгізіледі.";\n\n{TAIL.strip()}\n'
    clauses = parse_clauses(text)
    assert [(c.number, c.amends is not None, c.role.value) for c in clauses if c.kind is ClauseKind.POINT] == [
        ("1", False, "norm"),
        ("4", True, "norm"),
        ("2", False, "closing"),
    ]


def test_wording_without_a_number_is_a_part() -> None:
    text = HEAD + "9-тармақтың үшінші бөлігі мынадай редакцияда жазылсын: «Отырыс ашық өтеді.»." + TAIL
    quoted = new_wording(text)
    assert [(clause.kind, text[clause.start : clause.end]) for clause in quoted] == [
        (ClauseKind.PART, "Отырыс ашық өтеді.")
    ]


def test_an_article_quoted_with_its_points() -> None:
    text = (
        "1-бап. «Сауда туралы» 2004 жылғы 12 сәуірдегі Қазақстан Республикасының Заңына мынадай толықтыру енгізілсін: мынадай мазмұндағы "
        "12-1-баппен толықтырылсын: «12-1-бап. Кеңестің қызметі 1. Кеңес өтінішті қарайды. 2. Кеңес жауап береді.». "
        "2-бап. Осы Заң ресми жарияланған күнінен бастап қолданысқа енгізіледі."
    )
    quoted = new_wording(text)
    assert [(clause.kind.value, clause.number) for clause in quoted] == [("art", "12-1"), ("pt", "1"), ("pt", "2")]
    assert [clause.number for clause in parse_clauses(text) if clause.parent is None] == ["1", "2"]


def test_words_replaced_by_words_are_no_new_wording() -> None:
    assert new_wording(HEAD + "6-тармақтағы «бес күн» деген сөздер «он күн» деген сөздермен ауыстырылсын." + TAIL) == []


@pytest.mark.parametrize(
    "told",
    [
        "приложение 3 к Правилам изложить в новой редакции согласно приложению к настоящему приказу.",
        "приложение\n2 указанного приказа изложить в новой редакции согласно\nприложению к настоящему приказу.",
        "Приложение 1 к Правилам приема в лагерь исключить.",
    ],
)
def test_an_order_to_change_an_annex_opens_none(told: str) -> None:
    text = (
        "ПРИКАЗЫВАЮ:\n\n1. Внести в приказ от 1 марта 2030 года № 7 следующие изменения:\n\n"
        f"{told}\n\n2. Контроль за исполнением настоящего приказа возложить на вице-министра.\n"
    )
    clauses = build_act(text, "act.txt").clauses
    assert not [clause for clause in clauses if clause.kind is ClauseKind.ANNEX]
    assert [clause.role for clause in clauses if clause.number == "2"] == [ClauseRole.CLOSING]


def test_an_annex_that_begins_with_an_order_to_change_is_one() -> None:
    text = (
        "ПРИКАЗЫВАЮ:\n\n1. Утвердить прилагаемый перечень.\n\n"
        "Приложение 1 к приказу\nот 1 марта 2030 года № 7\n1. Внести в перечень следующие изменения.\n2. Исключить строку 3.\n"
    )
    assert [clause.number for clause in build_act(text, "act.txt").clauses if clause.kind is ClauseKind.ANNEX] == ["1"]
