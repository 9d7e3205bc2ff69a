"""An act is identified by its title, its text, its stamps and the name of its file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sarapshy.acts.identity import address, identify
from sarapshy.acts.kinds import kind_of, rank_of, read_kinds, read_known_acts, same_words
from sarapshy.acts.model import Identity, Status
from sarapshy.acts.reading import build_act
from sarapshy.acts.requisites import same_number

KK_ORDER = """БҰЙЫРАМЫН:

1. Қоса беріліп отырған Кітапханаға жазылу қағидалары бекітілсін.


	|	Қазақстан РеспубликасыМәдениет министрінің2019 жылғы 4 наурыздағы№ 61 бұйрығына қосымша

Кітапханаға жазылу қағидалары
1. Осы Қағидалар оқырманның жазылу тәртібін айқындайды.
"""
RU_ORDER = """Приказ Министра культуры Республики Казахстан от 4 марта 2019 года № 61
Об утверждении Правил записи в библиотеку

ПРИКАЗЫВАЮ:
1. Утвердить прилагаемые Правила.
"""


@pytest.mark.parametrize(
    ("title", "kind", "number", "day", "rank", "status"),
    [
        (
            "Кітапханаға жазылу қағидаларын бекіту туралы  Қазақстан Республикасы Мәдениет министрінің "
            "2019 жылғы 4 наурыздағы № 61 бұйрығы",
            "order", "61", date(2019, 3, 4), 7, Status.IN_FORCE,
        ),
        (
            "Саябақтар туралы Жаңартылған Қарағанды облысы Абай ауданы әкімдігінің 2018 жылғы 5 мамырдағы № 25 12 қаулысы",
            "resolution", "25/12", date(2018, 5, 5), 8, Status.IN_FORCE,
        ),
        (
            "Бюджет туралы шешімге өзгерістер енгізу туралы Жаңа Абай аудандық мәслихатының 2020 жылғы 1 сәуірдегі № 50-3",
            "decision", "50-3", date(2020, 4, 1), 8, Status.AMENDING,
        ),
        (
            "Орман туралы  Қазақстан Республикасының 2011 жылғы 26 желтоқсандағы № 516-IV Заңы",
            "law", "516-IV", date(2011, 12, 26), 4, Status.IN_FORCE,
        ),
        ("Саябақтар туралы Күшін жойған Абай ауданы әкімінің 2001 жылғы", "decision", None, None, 8, Status.REPEALED),
    ],
)  # fmt: skip
def test_a_title_of_the_index_tells_the_requisites(title, kind, number, day, rank, status):
    found = identify("", (), "00001.txt", title)
    assert (found.kind, found.number, found.date, found.rank, found.status) == (kind, number, day, rank, status)


def test_the_title_ends_where_the_body_begins():
    found = identify(
        "", (), "1.txt", "Саябақтар туралы Жаңа Абай ауданы әкімдігінің 2018 жылғы 5 мамырдағы № 7 қаулысы"
    )
    assert (found.title, found.body) == ("Саябақтар туралы", "Абай ауданы әкімдігі")


def test_a_title_cut_inside_the_act_it_amends_does_not_lend_its_number():
    cut = "«Саябақтар туралы» Қазақстан Республикасы Мәдениет министрінің 2015 жылғы 7 мамырдағы № 33 бұйрығына өзг"
    found = identify("БҰЙЫРАМЫН: 1. Мынадай өзгерістер енгізілсін.", (), "1.txt", cut)
    assert (found.kind, found.number, found.date) == ("order", None, None)


def test_a_russian_heading_tells_kind_body_date_number_and_title():
    found = identify(RU_ORDER, (), "order.txt")
    assert (found.kind, found.number, found.date, found.rank) == ("order", "61", date(2019, 3, 4), 7)
    assert found.title == "Об утверждении Правил записи в библиотеку"
    assert found.body == "Министра культуры Республики Казахстан"


def test_the_stamp_of_an_annex_tells_the_order_that_has_no_heading():
    found = identify(KK_ORDER, (), "00002.txt")
    assert (found.kind, found.number, found.date) == ("order", "61", date(2019, 3, 4))


def test_an_order_cited_in_the_preamble_is_not_taken_for_the_act():
    text = "Мәдениет министрінің 2011 жылғы 1 ақпандағы № 5 бұйрығымен бекітілген ережеге сәйкес БҰЙЫРАМЫН:"
    assert identify(text, (), "1.txt").number is None


def test_a_constitutional_law_cited_in_the_preamble_is_not_taken_for_the_act():
    text = (
        "Об утверждении Правил выплаты пособия\n\n"
        'В соответствии со статьей 5 Конституционного закона Республики Казахстан от 3 мая 2001 года "О школах" '
        "Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:\n\n1. Утвердить прилагаемые Правила выплаты пособия.\n"
    )
    assert identify(text, (), "1.txt").kind == "resolution"


def test_rules_of_an_enterprise_stand_at_the_foot_of_the_hierarchy():
    text = (
        "Утверждено решением Правления АО «Тулпар» № 4-7 от «3» июня 2022 года\n\nПРАВИЛА ДЕЛОВОЙ ЭТИКИ\n\n1. Область\n"
    )
    found = identify(text, (), "rules.txt")
    assert (found.kind, found.number, found.date, found.rank) == ("rules", "4-7", date(2022, 6, 3), 9)


@pytest.mark.parametrize(
    ("name", "kind", "number", "edition"),
    [
        ("order57_ed_2017-12-13_No619.kk.txt", "order", "57", date(2017, 12, 13)),
        ("k1500000414.20-01-2026.rus.pdf", "code", "414", date(2026, 1, 20)),
        ("order126_amend_2013-05-04_No172.kk.txt", "order", "172", None),
        ("koap.ru.docx", "code", "235-V", None),
        ("energy39_2016.ru.doc", "order", "39", None),
    ],
)
def test_a_file_name_tells_what_the_text_does_not(name, kind, number, edition):
    found = identify("", (), name)
    assert (found.kind, found.number, found.edition) == (kind, number, edition)


def test_an_edition_is_the_base_act_dated_where_the_text_cites_it():
    text = "БҰЙЫРАМЫН: 1. Мәдениет министрінің 2014 жылғы 8 мамырдағы № 57 бұйрығына мынадай өзгерістер енгізілсін."
    found = identify(text, (), "order57_ed_2017-12-13_No619.kk.txt")
    assert (found.date, found.status) == (date(2014, 5, 8), Status.IN_FORCE)


def test_a_name_of_the_control_bank_with_v_gives_the_registration():
    assert identify("", (), "V1200007495.txt").registration == "7495"


def test_an_amending_text_without_a_title_is_known_by_its_command():
    text = "БҰЙЫРАМЫН: 1. «Саябақтар туралы» бұйрыққа мынадай өзгерістер енгізілсін: 2-тармақ алып тасталсын."
    assert identify(text, (), "1.txt").status is Status.AMENDING


def test_a_draft_says_so_in_its_first_line():
    assert identify("ПРОЕКТ\n\nПриказ\n", (), "1.txt").status is Status.DRAFT


@pytest.mark.parametrize(
    ("identity", "language", "expected"),
    [
        (Identity(number="57", date=date(2012, 2, 21), edition=date(2017, 12, 13)), "kk", "/akn/kz/act/2012-02-21/57/kaz@2017-12-13"),
        (Identity(number="414-V", date=date(2015, 11, 23)), "ru", "/akn/kz/act/2015-11-23/414-v/rus"),
        (Identity(kind="constitution", date=date(1995, 8, 30)), "ru", "/akn/kz/act/1995-08-30/constitution/rus"),
        (Identity(number="57"), "kk", None),
        (Identity(date=date(2012, 2, 21)), "kk", None),
    ],
)  # fmt: skip
def test_an_address_needs_a_date_and_a_number(identity, language, expected):
    assert address(identity, language) == expected


@pytest.mark.parametrize(
    ("noun", "language", "kind"),
    [
        ("заңның", "kk", "law"), ("бұйрығымен", "kk", "order"), ("қағидаларының", "kk", "rules"),
        ("қаулысына", "kk", "resolution"), ("закона", "ru", "law"), ("приказом", "ru", "order"), ("ағаш", "kk", "unknown"),
    ],
)  # fmt: skip
def test_a_noun_in_any_case_names_its_kind(noun, language, kind):
    assert kind_of(noun, language) == kind


def test_who_adopts_a_resolution_decides_its_rank():
    assert rank_of("resolution", "Қазақстан Республикасы Үкіметі") == 6
    assert rank_of("resolution", "Абай ауданы әкімдігі") == 8
    assert rank_of("law", "Қазақстан Республикасы") == 4


def test_every_known_act_is_of_a_known_kind_and_named_in_both_languages():
    for known in read_known_acts():
        assert known.kind in read_kinds()
        assert known.names["kk"] and known.names["ru"]
        assert [day for day, _ in known.acts] == sorted((day for day, _ in known.acts), reverse=True)


def test_a_code_adopted_anew_is_the_one_in_force_on_the_day():
    labour = next(known for known in read_known_acts() if known.key == "labour_code")
    assert labour.adopted(date(2010, 1, 1))[1] == "251-III"
    assert labour.adopted(None)[1] == "414-V"


def test_numbers_agree_without_the_convocation_and_the_suffix():
    assert same_number("480-V ЗРК", "480-v")
    assert same_number("480", "480-V")
    assert not same_number("48-V", "480-V")


def test_phrases_agree_but_for_endings():
    assert same_words(["еңбек", "кодексінің"], ["еңбек", "кодексі"])
    assert not same_words(["еңбек", "кодексі"], ["салық", "кодексі"])


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet='АаБбІі №0123456789-.«»"\n|туралыбұйрығызаң', max_size=200), st.text(max_size=40))
def test_identify_never_refuses(text, name):
    assert identify(text, (), name, text).rank >= 0


def test_the_real_order_57_is_told_from_its_file(shared: Path):
    path = shared / "data" / "seed_acts" / "order57_ed_2017-12-13_No619.kk.txt"
    found = identify(path.read_text(encoding="utf-8"), (), path.name)
    assert address(found, "kk") == "/akn/kz/act/2012-02-21/57/kaz@2017-12-13"
    assert found.registration == "7495"


def test_the_box_for_a_photograph_over_a_form_is_no_title() -> None:
    text = """БҰЙЫРАМЫН: 1. «Кітапхана туралы үлгі ережені бекіту туралы» бұйрыққа мынадай өзгеріс енгізілсін: 3-тармақ
алып тасталсын. 2. Осы бұйрық алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі.

Министр                                     Б. Ахметов

Қазақстан Республикасы Мәдениет министрінің 2012 жылғы 18 мамырдағы № 61 бұйрығымен бекітілген

Кітапхана туралы үлгі ережеге 4-қосымша


Фото3х4


Оқырман туралы мәлімет ______________ (тегі, аты, әкесінің аты)
"""
    assert build_act(text, "бұйрық.txt").identity.title is None


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ("ЗАКОН\nРЕСПУБЛИКИ КАЗАХСТАН\nО школьном саде\nСтатья 1. Цель\nСад приучает к труду.\n", "law", "О школьном саде"),
        ("КОДЕКС РЕСПУБЛИКИ КАЗАХСТАН\nО САДАХ РЕСПУБЛИКИ КАЗАХСТАН\nСтатья 1. Цель\nСад.\n", "code", "О садах Республики Казахстан"),
        ("Мектеп бағы туралы\nҚазақстан Республикасының Заңы\n1-бап. Мақсаты\nБақ еңбекке баулиды.\n", "law", "Мектеп бағы туралы"),
        ("ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ ЗАҢЫ\nМЕКТЕП БАҒЫ ТУРАЛЫ\n1-бап. Мақсаты\nБақ еңбекке баулиды.\n", "law", "Мектеп бағы туралы"),
    ],
)  # fmt: skip
def test_a_law_without_its_requisites_has_the_title_that_stands_beside_its_head(
    text: str, kind: str, title: str
) -> None:
    identity = identify(text, (), "акт.txt")
    assert (identity.kind, identity.title) == (kind, title)
