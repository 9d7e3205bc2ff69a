"""The tree of clauses, drawn: one line a clause, two spaces a step down."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sarapshy.acts.clauses import parse_clauses
from sarapshy.acts.model import Clause, ClauseKind, ClauseRole

ORDER_KK = """\
БҰЙЫРАМЫН:

1. Қоса беріліп отырған Сыйақы беру қағидалары бекітілсін.

2. Кадр департаменті белгіленген тәртіппен:

1) осы бұйрықты Әділет министрлігінде мемлекеттік тіркеуді;

2) осы бұйрықты ресми жариялауды қамтамасыз етсін.

3. Осы бұйрықтың орындалуын бақылау вице-министрге жүктелсін.

4. Осы бұйрық алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі.

Қазақстан РеспубликасыныңСауда министрі\t|\tА. Сәрсен

\t|\tСауда министрінің2019 жылғы 3 мамырдағы№ 12 бұйрығыменбекітілген

Сыйақы беру қағидалары 1-тарау. Жалпы ережелер
1. Осы Қағидалар сыйақы беру тәртібін айқындайды.

2. Комиссия:

1) өтінішті қарайды;

2) мыналарды береді:

анықтама;

көшірме.

Комиссия отырысы ашық өтеді.

2-тарау. Комиссия
3. Комиссия бес адамнан тұрады.

Ескерту. 3-тармақ жаңа редакцияда – министрдің 2020 жылғы 1 маусымдағы № 5 бұйрығымен.

\t|\tСыйақы беруқағидаларына1-қосымша

Нысан

Өтініш
Аты-жөні ______________________

1\t|\tКүні\t|\t

\t|\tСыйақы беруқағидаларына2-қосымша

Сыйақы мөлшері
1\t|\tМаман\t|\tекі айлықақы
2\t|\tБасшы\t|\tүш айлықақы
Ескертпе: мөлшер жылына бір рет қайта қаралады.
"""

ORDER_RU = """\
Приказ Министра торговли от 3 мая 2019 года № 12
Об утверждении Правил премирования

В соответствии со статьей 5 Закона ПРИКАЗЫВАЮ:

1. Утвердить прилагаемые Правила премирования.

2. Контроль за исполнением настоящего приказа возложить на вице-министра.

3. Настоящий приказ вводится в действие со дня его первого официального опубликования.

Министр торговли\t|\tА. Сарсенов

Утверждены
приказом Министра торговли
от 3 мая 2019 года № 12

Правила премирования

Глава 1. Общие положения

1. Настоящие Правила определяют порядок премирования.
Пункт 2 изложен в редакции приказа Министра торговли от 01.06.20 г. № 5 (см. стар. ред.)
2. Комиссия:
1) рассматривает заявление;
2) принимает решение.
Решение оформляется протоколом.

Параграф 1. Состав

3. Комиссия состоит из пяти человек.

Приложение 1
к Правилам премирования

Форма

Заявление
Я, ______________________
"""


def draw(text: str) -> str:
    clauses = parse_clauses(text)
    lines = []
    for clause in clauses:
        depth, above = 0, clause.parent
        while above is not None:
            depth, above = depth + 1, clauses[above].parent
        role = "" if clause.role is ClauseRole.NORM else f" ({clause.role})"
        lines.append("  " * depth + f"{clause.kind.name.lower()} {clause.number or ''}".rstrip() + role)
    return "\n".join(lines)


def drawn(picture: str) -> str:
    return dedent(picture).strip()


def find(text: str, address: str) -> Clause:
    return next(clause for clause in parse_clauses(text) if clause.id == address)


def words(text: str, clause: Clause) -> str:
    return text[clause.start : clause.end]


def test_a_kazakh_order_its_rules_and_their_annexes() -> None:
    assert draw(ORDER_KK) == drawn("""
        preamble
        point 1
        point 2 (closing)
          subpoint 1 (closing)
          subpoint 2 (closing)
        point 3 (closing)
        point 4 (closing)
          part (signature)
        approved
          heading (signature)
          heading (title)
          chapter 1
            point 1
            point 2
              subpoint 1
              subpoint 2
                indent
                indent
              part
          chapter 2
            point 3
              note (editorial)
          annex 1 (form)
            heading (signature)
            heading (title)
            heading (title)
            part (form)
            row (form)
          annex 2
            heading (signature)
            heading (title)
            row
            row
            note
    """)


def test_a_russian_order_its_rules_and_their_annex() -> None:
    assert draw(ORDER_RU) == drawn("""
        heading (title)
        heading (title)
        preamble
        point 1
        point 2 (closing)
        point 3 (closing)
          part (signature)
        approved
          heading (signature)
          heading (title)
          chapter 1
            point 1
            note (editorial)
            point 2
              subpoint 1
              subpoint 2
              part
            paragraph 1
              point 3
          annex 1 (form)
            heading (signature)
            heading (title)
            heading (title)
            part (form)
    """)


@pytest.mark.parametrize(
    ("address", "label", "begins"),
    [
        ("pt_2__sp_1", "1)", "1) осы бұйрықты"),
        ("act_1__chp_1", "1-тарау.", "1-тарау. Жалпы ережелер"),
        ("act_1__chp_1__pt_2__sp_2__ind_2", "", "көшірме."),
        ("act_1__chp_2__pt_3", "3.", "3. Комиссия бес"),
        ("act_1__annex_1", "1-қосымша", "|\tСыйақы"),
        ("act_1__annex_2__row_2", "2", "2\t|\tБасшы"),
    ],
)
def test_an_address_leads_to_the_words_as_printed(address: str, label: str, begins: str) -> None:
    clause = find(ORDER_KK, address)
    assert clause.label == label
    assert words(ORDER_KK, clause).startswith(begins)


def test_titles_are_kept_apart_from_what_is_glued_to_them() -> None:
    assert find(ORDER_KK, "act_1").title == "Сыйақы беру қағидалары"
    assert find(ORDER_KK, "act_1__chp_1").title == "Жалпы ережелер"
    assert find(ORDER_KK, "act_1__annex_1").title == "Өтініш"
    assert find(ORDER_RU, "act_1").title == "Правила премирования"


def test_an_act_in_one_line_is_split_where_numbers_follow() -> None:
    text = (
        "Заңның 5-бабына сәйкес БҰЙЫРАМЫН: 1. Кеңес құрылсын. 2. Кеңес: 1) өтінішті тіркесін; 2) 01.02.2020 жылғы № 3. "
        "бұйрықты 1), 2) және 3) тармақшаларға сәйкес қарасын. 3. Осы бұйрықтың орындалуын бақылау маған жүктелсін."
    )
    assert draw(text) == drawn("""
        preamble
        point 1
        point 2
          subpoint 1
          subpoint 2
        point 3 (closing)
    """)


def test_a_point_is_one_though_the_full_stop_before_it_was_forgotten() -> None:
    text = "4. Кеңес өтінішті қарайды. 5. Хаттаманы хатшы жүргізеді 6. Шешімді төраға бекітеді 7. Отырыс ашық."
    assert draw("1. Кеңес бар. 2. Ол ашық. 3. Ол тұрақты. " + text) == "\n".join(f"point {n}" for n in range(1, 8))


def test_a_number_inside_a_paragraph_is_no_mark_where_the_next_paragraph_claims_it() -> None:
    text = "1. Кеңес құрылсын.\n\n2. Кесте бар. 3. Бағанды қараңыз.\n\n3. Кеңес отырысы ашық.\n"
    assert draw(text) == "point 1\npoint 2\npoint 3"


def test_company_policies_number_points_below_their_headings() -> None:
    text = dedent("""\
        1. Область применения
        1.1 Настоящая Политика обязательна для работников.
        2 Термины
        2.1 В Политике используются следующие термины:
        1) работник - лицо, состоящее в трудовых отношениях;
        2.2. Сумма 2.5 млн тенге не превышается.
        2.2.1. Превышение согласуется.
        2.3. Иное не допускается.
        """)
    assert draw(text) == drawn("""
        chapter 1
          point 1.1
        chapter 2
          point 2.1
            subpoint 1
          point 2.2
            point 2.2.1
          point 2.3
    """)


def test_a_chapter_numbered_like_a_point_is_told_by_the_numbers_around_it() -> None:
    text = dedent("""\
        1. Жалпы ережелер

        1. Осы Ереже жұмыс тәртібін айқындайды.

        2. Кеңес тұрақты органдар қатарына жатады.

        2. Кеңестің құрамы

        3. Кеңес жеті адамнан тұрады.
        """)
    assert draw(text) == "chapter 1\n  point 1\n  point 2\nchapter 2\n  point 3"


@pytest.mark.parametrize(
    ("heading", "kind", "number", "title"),
    [
        ("2-тарау. Комиссия", ClauseKind.CHAPTER, "2", "Комиссия"),
        ("2 тарау. Комиссия", ClauseKind.CHAPTER, "2", "Комиссия"),
        ("ІІ бөлім. Комиссия", ClauseKind.SECTION, "2", "Комиссия"),
        ("II-бөлім. Комиссия", ClauseKind.SECTION, "2", "Комиссия"),
        ("1-параграф. Құрамы", ClauseKind.PARAGRAPH, "1", "Құрамы"),
        ("5-бап. Атауы", ClauseKind.ARTICLE, "5", "Атауы"),
        ("Бап 5. Атауы", ClauseKind.ARTICLE, "5", "Атауы"),
        ("Глава 2. Комиссия", ClauseKind.CHAPTER, "2", "Комиссия"),
        ("ГЛАВА 2. КОМИССИЯ", ClauseKind.CHAPTER, "2", "КОМИССИЯ"),
        ("Раздел IV. Порядок", ClauseKind.SECTION, "4", "Порядок"),
        ("Раздел ІV. Порядок", ClauseKind.SECTION, "4", "Порядок"),
        ("Параграф 3. Срок", ClauseKind.PARAGRAPH, "3", "Срок"),
        ("Статья 5-1. Срок", ClauseKind.ARTICLE, "5-1", "Срок"),
        ("I. Общие положения", ClauseKind.CHAPTER, "1", "Общие положения"),
    ],
)
def test_headings(heading: str, kind: ClauseKind, number: str, title: str) -> None:
    clause = parse_clauses(heading + "\n\n1. Мәтін, текст.\n")[0]
    assert (clause.kind, clause.number, clause.title) == (kind, number, title)


@pytest.mark.parametrize(
    "line",
    [
        "5-тармақ мынадай мағынада қолданылады",
        "2018 жылғы бюджет",
        "01.04.2022 күні басталады.",
        "2.5 млн теңге бөлінеді.",
        "1) тармақшада көрсетілген мерзім",
        "1) пункта 2 статьи 5 Закона",
        "С. Сейітов",
        "7-10 – өте жақсы деңгей.",
    ],
)
def test_what_only_looks_like_a_mark_stays_unnumbered(line: str) -> None:
    assert all(clause.number is None for clause in parse_clauses(line))


def test_articles_number_their_points_anew() -> None:
    text = "Статья 1. Цель\n1. Цель – порядок.\n2. Задача – срок.\nСтатья 2. Срок\n1. Срок – год.\nПримечание. Год – календарный."
    assert draw(text) == drawn("""
        article 1
          point 1
          point 2
        article 2
          point 1
          note
    """)


def test_a_publishers_line_before_a_subpoint_leaves_it_to_its_point() -> None:
    text = """Статья 4. Отзыв разрешения
1. Комитет отзывает разрешение:
1) при закрытии склада;
Подпункт 2 изложен в редакции Закона РК от 01.06.20 г. № 5-VI (см. стар. ред.)
2) по заявлению владельца.
2. Владелец сдаёт разрешение в архив.
См.: Приказ Министра торговли от 3 мая 2019 года № 12 «О порядке сдачи разрешений»
"""
    assert draw(text) == drawn("""
        article 4
          point 1
            subpoint 1
            note (editorial)
            subpoint 2
          point 2
          note (editorial)
    """)


def test_letters_stand_below_subpoints() -> None:
    text = "1. Комиссия:\n1) принимает:\nа) заявление;\nб) копию;\n2) хранит дело."
    assert draw(text) == drawn("""
        point 1
          subpoint 1
            subpoint а
            subpoint б
          subpoint 2
    """)


def test_a_list_numbered_from_one_inside_a_point_does_not_end_it() -> None:
    text = "6. Отырыс.\n\n7. Кеңес мыналарды тексереді:\n\n1. шот;\n\n2. баланс.\n\n8. Хаттама жасалады.\n"
    assert draw(text) == "point 6\npoint 7\n  point 1\n  point 2\npoint 8"


def test_the_standard_of_a_state_service_is_rows() -> None:
    text = (
        "Сауда министрінің 2020 жылғы 2 наурыздағы № 7 бұйрығына 1-қосымша\n\nРұқсат беру мемлекеттік қызмет стандарты\n"
        "1\t|\tҚызметті берушінің атауы\t|\tСауда министрлігі\n2\t|\tМерзімі\t|\tүш жұмыс күні\n"
    )
    standard, *below = parse_clauses(text)
    assert (standard.kind, standard.number) == (ClauseKind.APPROVED, "1")
    assert [(c.label, c.number, c.role) for c in below if c.kind is ClauseKind.ROW] == [
        ("1", None, ClauseRole.NORM),
        ("2", None, ClauseRole.NORM),
    ]


def test_both_languages_of_one_file_have_their_own_roots() -> None:
    kazakh = "Сыйақы беру саясаты\n\n1. Осы Саясат қызметкерлерге қолданылады және сыйақы тәртібін айқындайды.\n\n"
    russian = (
        "Политика премирования\n\n1. Настоящая Политика применяется к работникам и определяет порядок премирования.\n"
    )
    points = [clause for clause in parse_clauses(kazakh + russian) if clause.kind is ClauseKind.POINT]
    assert [(point.number, point.language) for point in points] == [("1", "kk"), ("1", "ru")]
    assert points[0].parent is None
    assert points[1].id == "act_1__pt_1"


def test_a_repeated_number_keeps_addresses_apart() -> None:
    sentence = "Кеңестің отырысы тоқсан сайын, ал қажет болған жағдайда кез келген уақытта өткізіледі."
    clauses = parse_clauses("".join(f"{number}. {sentence}\n\n" for number in (1, 2, 2, 3)))
    assert [clause.id for clause in clauses] == ["pt_1", "pt_2", "pt_2~2", "pt_3"]


def test_numbers_alone_in_their_lines_are_points_where_they_come_next() -> None:
    text = "1. Кеңес құрылсын және құрамы бекітілсін.\n\n2.\n\nКеңестің отырысы тоқсан сайын өткізіледі.\n\n3. Хаттама жасалады.\n"
    assert draw(text) == "point 1\npoint 2\n  part\npoint 3"


def test_lines_broken_by_the_page_are_joined() -> None:
    text = "".join(
        f"Статья {number}. Сроки рассмотрения заявлений и жалоб\n Заявление рассматривается уполномоченным органом в порядке\n"
        "установленном пунктом 4 статьи\n62 настоящего Закона, и в сроки, которые уполномоченный орган\nопределяет для каждого вида.\n"
        for number in range(1, 6)
    )
    assert draw(text) == "\n".join(f"article {number}\n  part" for number in range(1, 6))


def test_a_table_of_contents_gives_no_clauses_a_second_time() -> None:
    contents = "".join(f"Статья {number}. Название {number}\n" for number in range(1, 8))
    body = "".join(f"Статья {number}. Название {number}\nТекст статьи.\n" for number in range(1, 8))
    articles = [clause for clause in parse_clauses(contents + "\n" + body) if clause.kind is ClauseKind.ARTICLE]
    assert [clause.number for clause in articles] == [str(number) for number in range(1, 8)]
    assert articles[0].start > len(contents)


def test_latin_i_in_kazakh_words_hides_nothing() -> None:
    text = "1. Осы шешiм ресми жарияланған күнiнен бастап қолданысқа енгiзiледi.\n"
    assert parse_clauses(text)[0].role is ClauseRole.CLOSING


@pytest.mark.parametrize(
    "text", ["", " \n\t ", "\ufeff", ":", "|\t|", "«", "1.", "1)", "қосымша", "бекітілген", "БҰЙЫРАМЫН:"]
)
def test_scraps_do_no_harm(text: str) -> None:
    check_invariants(text)


SCRAPS = [
    "1. ", "2. ", "3) ", "1) ", "6.3 ", "15-1. ", "а) ", "IV. ", "2-тарау. ", "Глава 1. ", "5-бап. ", "Статья 5. ", "1-қосымша", "қосымша",
    "Приложение 1", "к Правилам", "бекітілген", "Утверждены", "БҰЙЫРАМЫН:", "ПРИКАЗЫВАЮ:", "Министр\t|\tА. Б.", "\t|\t", "| ", "____", "Нысан",
    "Ескерту. ", "Сноска. ", "Ескертпе: ", "5-тармақ мынадай редакцияда жазылсын:", "следующего содержания: ", "«", "»", "\"", "»;", "\".",
    "Осы бұйрық қолданысқа енгізіледі.", "қағидалары", "Комиссия ", "шешім қабылдайды", "; ", ". ", ": ", "\n", "\n\n", " ", "\u00a0", "1) және 2) тармақшалар",
    "№ 126 бұйрығына мынадай өзгеріс енгізілсін: ", "(бұдан әрі – Кеңес)",
]  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(SCRAPS), st.text(max_size=6)), max_size=40).map("".join)


@settings(max_examples=250, deadline=None)
@given(TEXTS)
def test_any_text_gives_a_sound_tree(text: str) -> None:
    check_invariants(text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_characters_give_a_sound_tree(text: str) -> None:
    check_invariants(text)


def check_invariants(text: str) -> None:
    clauses = parse_clauses(text)
    assert len({clause.id for clause in clauses}) == len(clauses)
    ends: dict[int | None, int] = {}
    for position, clause in enumerate(clauses):
        assert 0 <= clause.start < clause.end <= len(text)
        assert text[clause.start : clause.end].strip()
        if clause.parent is not None:
            parent = clauses[clause.parent]
            assert clause.parent < position
            assert parent.start <= clause.start
            assert clause.end <= parent.end
        if position:
            assert clauses[position - 1].start <= clause.start
        assert clause.start >= ends.get(clause.parent, 0), "brothers overlap"
        ends[clause.parent] = clause.end
        assert clause.language in ("kk", "ru")


@pytest.mark.parametrize(
    "text",
    [
        "1. Үміткер өтініш толтырады.\n\nҚағидаларға\n1-қосымша\nНысан\n\nӨтініш\n"
        "1. Үміткер туралы: 1) білімі ________; 2) өтілі ________; 3) бұрынғы жұмысынан кету себебі ________.",
        "1. Кандидат заполняет заявление.\n\nПриложение 1\nк Правилам\nФорма\n\nЗаявление\n"
        "1. О кандидате: 1) образование ________; 2) стаж ________; 3) причина ухода с прежней работы ________.",
    ],
)
def test_every_line_of_a_form_is_one_though_all_stand_in_one_paragraph(text: str) -> None:
    lines = [clause for clause in parse_clauses(text) if clause.kind is ClauseKind.SUBPOINT]
    assert [(line.number, line.role) for line in lines] == [(n, ClauseRole.FORM) for n in ("1", "2", "3")]


OLD_FILE = """\
Маслихат РЕШИЛ:

1. Утвердить прилагаемые Правила.

2. Настоящее решение вводится в действие со дня подписания.

Секретарь маслихата

Приложение
к решению маслихата
от 24 ноября 2031 года
№ 10/5-VII

Правила

оказания помощи семьям

(временные)

1. Общие положения

1. Помощь оказывается отделом.

2. Документы, представляемые

для получения помощи.

2. Семья подаёт заявление.

(Специалисты: Асанов А.,
Серикова С.)
"""


def test_an_old_file_parts_the_lines_of_its_titles_and_names_who_put_it_in() -> None:
    clauses = parse_clauses(OLD_FILE)
    titles = [clause.title for clause in clauses if clause.title]
    assert titles == [
        "Правила оказания помощи семьям (временные)",
        "Общие положения",
        "Документы, представляемые для получения помощи.",
    ]
    assert [clause.role for clause in clauses][-2:] == [ClauseRole.EDITORIAL, ClauseRole.EDITORIAL]


def test_a_stamp_whose_lines_stand_apart_is_no_title() -> None:
    text = (
        "ПОСТАНОВЛЯЕТ:\n\n1. Утвердить Правила.\n\nУтверждены\n\nпостановлением Правительства\n\n"
        "Республики Казахстан\n\nот 6 марта 2031 года N 5\n\nПравила выдачи книг\n\n1. Книги выдаёт библиотека.\n"
    )
    titles = [clause.title for clause in parse_clauses(text) if clause.kind is ClauseKind.APPROVED]
    assert titles == ["Правила выдачи книг"]


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        (
            "ҚАУЛЫ ЕТЕДІ:\n\n1. Қағидалар бекітілсін.\n\nМинистрдің 2031 жылғы № 5 бұйрығымен бекітілген\n\n{} қағидалары\n\n1. А.\n",
            "Ата",
        ),
        ("ПОСТАНОВЛЯЕТ:\n\n1. Утвердить Правила.\n\nУтверждены приказом Министра\n\nПравила {}\n\n1. А.\n", "Правила"),
    ],
)
def test_a_title_that_names_everybody_whom_the_rules_are_for_is_one(text: str, begins: str) -> None:
    whom = (
        "ата-аналар мен балаларға көмек көрсету және " * 16
        if begins == "Ата"
        else "выдачи пособий семьям и детям, " * 20
    )
    titles = [clause.title or "" for clause in parse_clauses(text.format(whom.strip().capitalize()))]
    assert any(title.startswith(begins) for title in titles)


def test_a_table_ends_at_the_row_that_signs_and_empty_rows_are_none_of_it() -> None:
    text = "БҰЙЫРАМЫН:\n\n1. Тізбе бекітілсін:\n1\t|\tабв\n|\t\t|\t\n2.\t|\tгде\nСауда министрі\t|\tА. Сәрсен\n"
    rows = [(clause.label, clause.role) for clause in parse_clauses(text) if clause.kind is ClauseKind.ROW]
    assert rows == [("1", ClauseRole.NORM), ("2.", ClauseRole.NORM)]
