"""Amending acts applied to a base give the act as it then reads."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from made_orders import Amend

from sarapshy.acts.model import Act, Status
from sarapshy.acts.readers import discover
from sarapshy.acts.reading import read_act
from sarapshy.editions.consolidate import consolidate, consolidate_partial
from sarapshy.editions.model import Edition, Named, Reason


def clause(edition: Edition, number: str) -> str:
    found = next(
        c for c in edition.act.clauses if c.id.startswith("act_1") and c.number == number and c.kind.value == "pt"
    )
    return edition.act.text[found.start : found.end]


@pytest.mark.parametrize(
    ("language", "command", "number", "expected"),
    [
        ("kk", "3-тармақ мынадай редакцияда жазылсын:\n\n«3. Сыйлықты әкім береді.».", "3", "3. Сыйлықты әкім береді."),
        ("kk", "3-тармақ мынадай редакцияда жазылсын:\n\n«Сыйлықты әкім береді.».", "3", "3. Сыйлықты әкім береді."),
        ("kk", "4-тармақ алып тасталсын.", "4", "4. Алып тасталды – 2015 жылғы 1 ақпандағы № 9 бұйрықпен."),
        ("kk", "3-тармақта «Аудан» деген сөз «қала» деген сөзбен ауыстырылсын.", "3", "3. Сыйлықты қала әкімі береді."),
        ("kk", "3-тармақта «аудан» деген сөз алып тасталсын.", "3", "3. Сыйлықты әкімі береді."),
        ("kk", "мынадай мазмұндағы 3-1-тармақпен толықтырылсын:\n\n«3-1. Жаңа.».", "3-1", "3-1. Жаңа."),
        ("ru", 'пункт 3 изложить в следующей редакции:\n\n"3. Премию вручает аким.".', "3", "3. Премию вручает аким."),
        ("ru", 'пункт 3 изложить в следующей редакции:\n\n"Премию вручает аким.".', "3", "3. Премию вручает аким."),
        ("ru", "пункт 4 исключить.", "4", "4. Исключен – приказом от 1 февраля 2015 года № 9."),
        ("ru", 'в пункте 3 слово "района" заменить словом "города".', "3", "3. Премию вручает аким города."),
        ("ru", 'дополнить пунктом 3-1 следующего содержания:\n\n"3-1. Новое.".', "3-1", "3-1. Новое."),
    ],
)
def test_a_clause_reads_as_the_instruction_says(
    bases: dict[str, Act], amend: Amend, language: str, command: str, number: str, expected: str
) -> None:
    edition = consolidate(bases[language], [amend(language, command)])
    assert edition.unapplied == ()
    assert clause(edition, number) == expected


@pytest.mark.parametrize(
    ("language", "commands", "expected"),
    [
        (
            "kk",
            "2-тармақта:\n\n1) тармақша мынадай редакцияда жазылсын:\n\n«1) арызды;»;\n\nмынадай мазмұндағы 4) тармақшамен "
            "толықтырылсын:\n\n«4) анықтаманы.»;\n\nекінші бөлігі мынадай редакцияда жазылсын:\n\n«Тексеру екі күн.».",
            "2. Кеңес мыналарды тексереді:\n\n1) арызды;\n\n2) оның көшірмесін;\n\n3) тізімді.\n\n4) анықтаманы.\n\n"
            "Тексеру екі күн.\n\nЖауап жазбаша беріледі.",
        ),
        (
            "ru",
            'в пункте 2:\n\nподпункт 1) изложить в следующей редакции:\n\n"1) обращение;";\n\nдополнить подпунктом 4) '
            'следующего содержания:\n\n"4) справку.";\n\nчасть вторую изложить в следующей редакции:\n\n"Проверка два дня.".',
            "2. Совет проверяет:\n\n1) обращение;\n\n2) его копию;\n\n3) список.\n\n4) справку.\n\nПроверка два дня.\n\n"
            "Ответ дается письменно.",
        ),
    ],
)
def test_subpoints_and_parts_change_within_their_point(
    bases: dict[str, Act], amend: Amend, language: str, commands: str, expected: str
) -> None:
    edition = consolidate(bases[language], [amend(language, commands)])
    assert edition.unapplied == ()
    assert clause(edition, "2") == expected


def test_history_tells_which_act_changed_a_clause_and_what_stood_there(bases: dict[str, Act], amend: Amend) -> None:
    first = amend("kk", "3-тармақ мынадай редакцияда жазылсын:\n\n«3. Әкім береді.».", "2013-04-05", "7")
    second = amend("kk", "3-тармақта «Әкім» деген сөз «Министр» деген сөзбен ауыстырылсын.", "2016-06-07", "8")
    edition = consolidate(bases["kk"], [second, first])  # the order of the files does not matter
    assert clause(edition, "3") == "3. Министр береді."
    history = edition.history("act_1__chp_2__pt_3")
    assert [(change.by.number, change.before, change.after) for change in history] == [
        ("7", "3. Сыйлықты аудан әкімі береді.", "3. Әкім береді."),
        ("8", "Әкім", "Министр"),
    ]
    assert edition.act.identity.edition == date(2016, 6, 7)


def test_an_edition_at_a_date_leaves_later_amendments_out(bases: dict[str, Act], amend: Amend) -> None:
    later = amend("ru", "пункт 4 исключить.", "2016-06-07")
    edition = consolidate(bases["ru"], [later], date(2016, 6, 6))
    assert edition.act.text == bases["ru"].text
    assert edition.changes == ()
    assert consolidate(bases["ru"], [later], date(2016, 6, 7)).changes


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        ("9-тармақ алып тасталсын.", Reason.NOT_FOUND),
        ("3-тармақта «облыс» деген сөз «аудан» деген сөзбен ауыстырылсын.", Reason.ALREADY),
        ("3-тармақта «облыс» деген сөз «қала» деген сөзбен ауыстырылсын.", Reason.WORDS_NOT_FOUND),
        ("мынадай мазмұндағы 4-тармақпен толықтырылсын:\n\n«4. Жаңа.».", Reason.ALREADY),
    ],
)
def test_what_cannot_be_applied_is_told_and_changes_nothing(
    bases: dict[str, Act], amend: Amend, command: str, reason: Reason
) -> None:
    edition = consolidate(bases["kk"], [amend("kk", command)])
    assert [one.reason for one in edition.unapplied] == [reason]
    assert command[:20] in edition.unapplied[0].command
    assert edition.act.text == bases["kk"].text


def test_a_clause_put_in_may_be_changed_by_the_same_act(bases: dict[str, Act], amend: Amend) -> None:
    commands = (
        "мынадай мазмұндағы 3-1-тармақпен толықтырылсын:\n\n«3-1. Аудан жауап береді.»;\n\n"
        "3-1-тармақта «Аудан» деген сөз «Қала» деген сөзбен ауыстырылсын."
    )
    edition = consolidate(bases["kk"], [amend("kk", commands)])
    assert edition.unapplied == ()
    assert clause(edition, "3-1") == "3-1. Қала жауап береді."


def test_points_of_the_order_and_of_its_rules_are_told_apart(bases: dict[str, Act]) -> None:
    from sarapshy.acts.reading import build_act

    text = (
        "БҰЙЫРАМЫН:\n\n1. «Сыйлық беру қағидаларын бекіту туралы» Сауда министрінің 2011 жылғы 3 мамырдағы № 12 бұйрығына "
        "мынадай өзгеріс енгізілсін:\n\nбұйрықтың 2-тармағы мынадай редакцияда жазылсын:\n\n«2. Бақылау маған жүктелсін.».\n"
    )
    edition = consolidate(bases["kk"], [build_act(text, "order12_amend_2015-02-01_No9.kk.txt")])
    assert edition.unapplied == ()
    assert "\n2. Бақылау маған жүктелсін.\n" in edition.act.text
    assert "2. Кеңес мыналарды тексереді:" in edition.act.text


def test_a_repealed_act_keeps_its_words_and_is_marked(bases: dict[str, Act]) -> None:
    from sarapshy.acts.reading import build_act

    text = (
        "БҰЙЫРАМЫН:\n\n1. «Сыйлық беру қағидаларын бекіту туралы» Сауда министрінің 2011 жылғы 3 мамырдағы № 12 бұйрығының "
        "күші жойылды деп танылсын.\n"
    )
    edition = consolidate(bases["kk"], [build_act(text, "order9.kk.txt")])
    assert edition.act.identity.status is Status.REPEALED
    assert edition.act.text == bases["kk"].text


def test_orders_for_other_acts_are_counted_and_left_alone(bases: dict[str, Act]) -> None:
    from sarapshy.acts.reading import build_act

    text = (
        "БҰЙЫРАМЫН:\n\n1. «Тізім туралы» Сауда министрінің 2012 жылғы 4 мамырдағы № 77 бұйрығына мынадай өзгеріс "
        "енгізілсін:\n\n3-тармақ алып тасталсын.\n"
    )
    edition = consolidate(bases["kk"], [build_act(text, "order9.kk.txt")])
    assert (edition.others, edition.changes) == (1, ())


def test_without_a_base_the_quoted_clauses_make_a_partial_act(amend: Amend) -> None:
    first = amend("kk", "3-тармақ мынадай редакцияда жазылсын:\n\n«3. Әкім береді.».", "2013-04-05", "7")
    second = amend(
        "kk",
        "2-тармақтың 3) тармақшасы мынадай редакцияда жазылсын:\n\n«3) тізбені;»;\n\n3-тармақта «Әкім» деген сөз «Кеңес» "
        "деген сөзбен ауыстырылсын;\n\n1-тармақта «аудан» деген сөз «қала» деген сөзбен ауыстырылсын.",
        "2016-06-07",
        "8",
    )
    edition = consolidate_partial(Named("order", "12", date(2011, 5, 3)), [first, second])
    assert edition.partial
    assert clause(edition, "2") == "2. […]\n\n3) тізбені;"
    assert clause(edition, "3") == "3. Кеңес береді."
    assert [one.reason for one in edition.unapplied] == [Reason.NOT_HERE]


def seed_acts(shared: Path, pattern: str) -> list[Act]:
    files = sorted((shared / "data" / "seed_acts").glob(pattern))
    return [read_act(item) for item in discover(files) if not isinstance(item, Exception)]


def test_order_126_reads_in_2018_as_its_amendments_say(shared: Path) -> None:
    amendments = seed_acts(shared, "order126_amend_*")
    edition = consolidate_partial(Named("order", "126", date(2011, 3, 31)), amendments, date(2018, 5, 1))
    assert edition.unapplied == ()
    by = {number: edition.history(f"act_1__pt_{number}")[-1].by.number for number in ("13", "14", "15", "20")}
    assert by == {"13": "172", "14": "56", "15": "56", "20": "172"}
    assert clause(edition, "13").startswith("13. ") and "10 (он) жұмыс" in clause(edition, "13")
    assert "30" in clause(edition, "20")


def test_order_57_is_replaced_whole_by_each_later_order(shared: Path) -> None:
    first, *later = seed_acts(shared, "order57_ed_*")
    for count, last in enumerate(later, 1):
        edition = consolidate(first, later[:count])
        rules, own = (next(c for c in act.clauses if c.kind.value == "act") for act in (edition.act, last))
        words, expected = edition.act.text[rules.start : rules.end], last.text[own.start : own.end]
        assert words.splitlines()[-1] == expected.splitlines()[-1]
        numbered = [(c.kind, c.number) for c in edition.act.clauses if c.id.startswith("act_1")]
        assert numbered == [(c.kind, c.number) for c in last.clauses if c.id.startswith("act_1")]


def test_a_figure_that_stands_twice_is_not_changed_blindly(amend: Amend) -> None:
    from sarapshy.acts.reading import build_act

    base = build_act(
        "ШЕШТІ:\n\n1. Бюджет бекітілсін:\n\n1) кірістер – 50;\n\n2) қарыздар – 50.\n", "order12_ed_2011-05-03.kk.txt"
    )
    edition = consolidate(base, [amend("kk", "1-тармақта «50» деген сандар «70» деген сандармен ауыстырылсын.")])
    assert [one.reason for one in edition.unapplied] == [Reason.AMBIGUOUS]
    precise = consolidate(
        base, [amend("kk", "1-тармақтың 2) тармақшасында «50» деген сандар «70» деген сандармен ауыстырылсын.")]
    )
    assert "2) қарыздар – 70." in precise.act.text and "кірістер – 50;" in precise.act.text
