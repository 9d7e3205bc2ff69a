"""A citation is read with its act and its units, in both languages, at exact offsets."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sarapshy.acts.model import Act, Clause, ClauseKind, ClauseRole, Definition, Identity
from sarapshy.references.anchors import Scope
from sarapshy.references.citations import Citation, Target, find_citations
from sarapshy.references.units import find_units


def read(text: str, language: str = "kk", definitions: tuple[Definition, ...] = ()) -> tuple[Citation, ...]:
    return find_citations(Act("a.txt", text, "", language, Identity(), (), definitions))


def draw(citation: Citation) -> str:
    """«here this art52 pt1»: target, scope, units."""
    units = [kind.value + (number or "*") for kind, number in citation.units]
    return " ".join([citation.target.value, citation.scope.value, *units])


# The citation is marked by brackets in the sentence; below it what is read from it.
KAZAKH = [
    ("Комиссия [осы Қағидалардың 12-тармағы] бойынша жинайды.", ["here this pt12"]),
    ("[Осы Қағиданың 5, 6 және 9-тармақтарына] сәйкес.", ["here this pt5", "here this pt6", "here this pt9"]),
    ("Мұны [осы тармақтың 1) және 2) тармақшаларында] айтады.", ["here this pt* sp1", "here this pt* sp2"]),
    ("Мерзім [3-тармақтың екінші бөлігінде] берілген.", ["here bare pt3 part2"]),
    ("Оқырман [Заңның 31-бабының 2-тармағына] сүйенеді.", ["clause unnamed art31 pt2"]),
    ("Демалыс [Еңбек кодексінің 139-бабында] реттеледі.", ["clause named art139"]),
    ("Өтініш [осы Қағидаларға 1-қосымшаға] сәйкес беріледі.", ["annex this annex1"]),
    ("Нысан [осы бұйрыққа қосымшада] келтірілген.", ["annex this annex*"]),
    ("Шарт [ӘҚБтК-нің 5-бабына] қайшы.", ["clause named art5"]),
    ("Тәртіп [осы Қағидалардың 7-9-тармақтарында] бар.", ["here this pt7", "here this pt8", "here this pt9"]),
    ("Тәртіп [осы Қағидалардың 7-1-тармағында] бар.", ["here this pt7-1"]),
    ("Тәртіп [осы Қағидалардың 2-тарауында] бар.", ["here this chp2"]),
    ("Ол [келісімшарттың 4-тармағын] бұзды.", ["clause unnamed pt4"]),
    ("Комиссия [осы Қағидалардың 3 – 5 тармақтарына] сүйенеді.", ["here this pt3", "here this pt4", "here this pt5"]),
    ("Бұл [осы Қағидаларға № 2 қосымшада] айтылған.", ["annex this annex2"]),
    ("Қағида [осы Үлгілік қағидалардың 4-тармағы] негізінде.", ["here this pt4"]),
    ("Тізім [осы Қағидалардың\u00a04-тармағы] бойынша.", ["here this pt4"]),
    ("Талап [осы бaптың 2-тармағында] бар.", ["here this art* pt2"]),  # a Latin a in «баптың»
    ("Туризм министрінің [2016 жылғы 4 сәуірдегі № 88бұйрығының]күші жойылсын.", ["act named"]),  # as bulk texts glue
]
RUSSIAN = [
    ("Кроме [пункта 1-1статьи 52 настоящего Кодекса].", ["here this art52 pt1-1"]),
    ("Расторжение по [подпункту 4) пункта 1 статьи 52 Трудового кодекса] допускается.", ["clause named art52 pt1 sp4"]),
    (
        "В порядке, указанном в [пунктах 5 - 7 настоящих Правил], решают.",
        ["here this pt5", "here this pt6", "here this pt7"],
    ),
    ("Это [часть вторая пункта 3] говорит.", ["here bare pt3 part2"]),
    (
        "На основании [статей 5, 7 и 9 Закона Республики Казахстан «Об образовании»].",
        ["clause named art5", "clause named art7", "clause named art9"],
    ),
    ("Заявление [приложению 2 к настоящим Правилам] отвечает.", ["annex this annex2"]),
    ("Форма [приложению к настоящему приказу] отвечает.", ["annex this annex*"]),
    ("Сроки [пункта 3 настоящей статьи] не идут.", ["here this art* pt3"]),
    ("Требования [частей первой и второй настоящего пункта] общие.", ["here this pt* part1", "here this pt* part2"]),
    ("По [пункту 5 Типовых правил] решает совет.", ["clause unnamed pt5"]),
    ("Отпуск дают по [ст. 88 ТК РК] ежегодно.", ["clause named art88"]),
    ("Срок [пункта 5], 10 рабочих дней, истёк.", ["here bare pt5"]),
    ("Таблица [приложения 4 к Санитарным правилам «О хранении книг в залах»] верна.", ["annex named annex4"]),
]


@pytest.mark.parametrize(
    ("drawn", "expected", "language"),
    [(*case, "kk") for case in KAZAKH] + [(*case, "ru") for case in RUSSIAN],
)
def test_a_citation_is_read_with_its_span_and_units(drawn, expected, language):
    text = drawn.replace("[", "").replace("]", "")
    start, end = drawn.index("["), drawn.index("]") - 1
    found = read(text, language)
    assert [draw(citation) for citation in found] == expected
    assert {(citation.start, citation.end) for citation in found} == {(start, end)}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Комиссия 5 мүшеден тұрады, 3 қосымша құжат сұратады.", "kk"),
        ("Кітаптың екінші бөлігі жоғалды.", "kk"),
        ("1-тарау. Жалпы ережелер", "kk"),
        ("2-қосымша", "kk"),
        ("Осы бұйрық қол қойылған күнінен бастап қолданысқа енгізіледі.", "kk"),
        ("Қазақстан Республикасының заңнамасына сәйкес шешім қабылданады.", "kk"),
        ("«электронды» кезек тәртібімен жүргізіледі.", "kk"),
        ("Код үш бөліктен тұрады: бірінші бөлім – екі цифр.", "kk"),
        ("Глава 2. Порядок записи", "ru"),
        ("Статья 7 Права читателя", "ru"),
        ("Приложение 3", "ru"),
        ("Участие частных лиц в населенных пунктах области разрешается законом.", "ru"),
        ("Настоящий приказ вводится в действие со дня подписания.", "ru"),
        ("Кодекс (Ведомости Парламента, 2007 г., № 9, ст. 65; № 24, ст. 122, 134) утратил силу.", "ru"),
    ],
)
def test_what_only_looks_like_a_citation_is_none(text, language):
    assert read(text, language) == ()


def test_an_order_is_read_with_its_requisites():
    text = "«Кітапханалар туралы» Мәдениет министрінің 2012 жылғы 21 ақпандағы № 57 бұйрығына сәйкес."
    (found,) = read(text)
    assert (found.target, found.act_kind, found.act_number) == (Target.ACT, "order", "57")
    assert (found.act_date, found.act_title) == (date(2012, 2, 21), "Кітапханалар туралы")
    assert text[found.start : found.end] == text.removesuffix(" сәйкес.")


def test_the_registration_in_brackets_is_not_the_number_of_the_order():
    text = "Министрдің 2012 жылғы 21 ақпандағы № 57 (тізілімде № 7495 болып тіркелген) бұйрығымен бекітілген ереже."
    assert [citation.act_number for citation in read(text)] == ["57"]


def test_a_title_that_quotes_a_title_is_read_whole():
    text = "««Бұлақ» кітапханасының жарғысын бекіту туралы» әкімдіктің 2015 жылғы 2 мамырдағы № 8 қаулысы"
    assert read(text)[0].act_title == "«Бұлақ» кітапханасының жарғысын бекіту туралы"


def test_rules_are_cited_through_the_order_that_approves_them():
    text = "Министрдің 2012 жылғы 21 ақпандағы № 57 бұйрығымен бекітілген Жазылу қағидаларының 4-тармағы"
    (found,) = read(text)
    assert (draw(found), found.act_kind, found.act_number) == ("clause named pt4", "rules", "57")


def test_russian_rules_are_cited_through_the_order_that_approves_them():
    text = "пунктом 4 Правил записи, утвержденных приказом Министра культуры от 21 февраля 2012 года № 57"
    (found,) = read(text, "ru")
    assert (draw(found), found.act_kind, found.act_date) == ("clause named pt4", "rules", date(2012, 2, 21))


def test_joined_kazakh_citations_share_the_act():
    found = read("Еңбек кодексінің 10-бабының 3-тармағына және 12-бабына сәйкес")
    assert [draw(citation) for citation in found] == ["clause named art10 pt3", "clause named art12"]


def test_joined_russian_citations_share_what_stands_after_them():
    found = read("пунктом 3 и подпунктом 2) пункта 4 статьи 12 Трудового кодекса", "ru")
    assert [draw(citation) for citation in found] == ["clause named art12 pt3", "clause named art12 pt4 sp2"]


def test_a_short_name_stands_for_the_act_named_before_it():
    text = "«Тіл туралы» 1997 жылғы 11 шілдедегі Заң (бұдан әрі – Заң) бар. Ол Заңның 5-бабымен реттеледі."
    at = text.index("Заң)")
    found = read(text, definitions=(Definition("Заң", "«Тіл туралы» Заң", at, at + 3, True),))
    assert [draw(citation) for citation in found] == ["act named", "clause named art5"]
    assert found[1].act_date == date(1997, 7, 11)


def test_the_bracket_of_a_short_name_does_not_part_the_act_from_its_article():
    text = "Еңбек кодексінің (бұдан әрі – Кодекс) 33-бабы"
    at = text.index("Кодекс)")
    found = read(text, definitions=(Definition("Кодекс", "Еңбек кодексі", at, at + 6, True),))
    assert [draw(citation) for citation in found] == ["clause named art33"]


def test_the_act_named_before_is_an_anaphora():
    found = read("Министрдің 2012 жылғы 1 мамырдағы № 5 бұйрығына: көрсетілген бұйрықтың 3-тармағы")
    assert [draw(citation) for citation in found] == ["act named", "clause anaphora pt3"]


def test_words_glued_by_a_line_break_are_read():
    found = read("«Тіл туралы» Қазақстан РеспубликасыныңЗаңының 5-бабынасәйкес, № 57бұйрығыменбекітілген тізім")
    assert [draw(citation) for citation in found] == ["clause named art5", "act named"]


def test_soft_hyphens_do_not_shift_the_span():
    text = "Ол осы Қағида\u00adлардың 12-тарма\u00adғында айтылған."
    (found,) = read(text)
    assert text[found.start : found.end] == "осы Қағида\u00adлардың 12-тарма\u00adғында"


def test_stamps_titles_and_notes_hold_no_citations():
    text = (
        "Министрдің 2012 жылғы 1 мамырдағы № 5 бұйрығымен\nЕскерту. 5-тармақ өзгерді.\n1. Осы Қағидалардың 2-тармағы."
    )
    first, second = text.index("Ескерту"), text.index("1. Осы")
    clauses = (
        Clause("x1", ClauseKind.PART, None, "", 0, first, None, "kk", ClauseRole.SIGNATURE),
        Clause("x2", ClauseKind.NOTE, None, "", first, second, None, "kk", ClauseRole.EDITORIAL),
        Clause("pt_1", ClauseKind.POINT, "1", "1.", second, len(text), None, "kk"),
    )
    found = find_citations(Act("a.txt", text, "", "kk", Identity(), clauses))
    assert [draw(citation) for citation in found] == ["here this pt2"]


def test_each_language_of_a_file_is_read_by_its_own_grammar():
    text = "Ол осы Қағидалардың 2-тармағы.\nСогласно пункту 3 настоящих Правил."
    middle = text.index("Согласно")
    clauses = (
        Clause("pt_1", ClauseKind.POINT, "1", "", 0, middle, None, "kk"),
        Clause("pt_2", ClauseKind.POINT, "2", "", middle, len(text), None, "ru"),
    )
    found = find_citations(Act("a.txt", text, "", "kk", Identity(), clauses))
    assert [(citation.language, draw(citation)) for citation in found] == [
        ("kk", "here this pt2"),
        ("ru", "here this pt3"),
    ]


def test_an_unnamed_act_is_told_apart_from_this_one():
    assert read("келісімшарттың 5-тармағына сәйкес")[0].scope is Scope.UNNAMED


def test_only_the_rising_end_of_a_list_of_numbers_is_the_list():
    (unit,) = find_units("2012 жылғы 21, 5 және 6-тармақтар", "kk")
    assert unit.numbers == ("5", "6")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["осы", "Қағидалардың", "5", "-", ",", "және", "тармағы", "бабының", "1)", "тармақшасы", "«", "»", '"', "№", "(", ")",
             "Заңның", "бұйрығына", "2012 жылғы", "7 мамырдағы", "\n", "пункта", "статьи", "Закона", "от 5 мая 2012 года", "\u00ad"]
        ),
        max_size=40,
    ),
    st.sampled_from(["kk", "ru"]),
)  # fmt: skip
def test_any_words_are_read_and_spans_lie_in_the_text(words, language):
    text = " ".join(words)
    for citation in read(text, language):
        assert 0 <= citation.start < citation.end <= len(text)
        assert text[citation.start : citation.end].strip()
