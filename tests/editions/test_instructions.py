"""Commands of amending acts are read as instructions, in both languages."""

from __future__ import annotations

import pytest
from made_orders import Amend

from sarapshy.acts.model import Act
from sarapshy.editions.instructions import read_instructions
from sarapshy.editions.model import Action, Instruction, Part, Reason, Where


def told(instruction: Instruction) -> tuple[str, str]:
    return str(instruction.action), " ".join(f"{kind.value}{number}" for kind, number in instruction.target.units)


def read(act: Act) -> list[tuple[str, str]]:
    found = read_instructions(act)
    assert not found.unread, [act.text[one.start : one.end] for one in found.unread]
    return [told(one) for one in found.read]


@pytest.mark.parametrize(
    ("language", "command", "expected"),
    [
        ("kk", "3-тармақ мынадай редакцияда жазылсын:\n\n«3. Сыйлықты әкім береді.».", [("replace", "pt3")]),
        ("kk", "2-тармақтың 2) тармақшасы алып тасталсын.", [("delete", "pt2 sp2")]),
        ("kk", "2-тармақтың 1) және 3) тармақшалары алып тасталсын.", [("delete", "pt2 sp1"), ("delete", "pt2 sp3")]),
        ("kk", "2-тармақтың екінші бөлігі алып тасталсын.", [("delete", "pt2 part2")]),
        ("kk", "4-тармақтың күші жойылды деп танылсын.", [("repeal", "pt4")]),
        (
            "kk",
            "мынадай мазмұндағы 3-1 және 3-2-тармақтармен толықтырылсын:\n\n«3-1. Бірінші.\n\n3-2. Екінші.».",
            [("insert", "pt3-1"), ("insert", "pt3-2")],
        ),
        (
            "kk",
            "3-тармақ мынадай мазмұндағы екінші бөлікпен толықтырылсын:\n\n«Жауап беріледі.».",
            [("insert", "pt3 part2")],
        ),
        (
            "kk",
            "2-тармақта:\n\n1) тармақша алып тасталсын;\n\n3-тармақ алып тасталсын.",
            [("delete", "pt2 sp1"), ("delete", "pt3")],
        ),
        ("ru", 'пункт 3 изложить в следующей редакции:\n\n"3. Премию вручает аким.".', [("replace", "pt3")]),
        ("ru", "подпункт 2) пункта 2 исключить.", [("delete", "pt2 sp2")]),
        ("ru", "подпункты 1) и 3) пункта 2 исключить.", [("delete", "pt2 sp1"), ("delete", "pt2 sp3")]),
        ("ru", "часть вторую пункта 2 исключить.", [("delete", "pt2 part2")]),
        ("ru", "пункт 4 признать утратившим силу.", [("repeal", "pt4")]),
        (
            "ru",
            'дополнить пунктами 3-1 и 3-2 следующего содержания:\n\n"3-1. Первое.\n\n3-2. Второе.".',
            [("insert", "pt3-1"), ("insert", "pt3-2")],
        ),
        ("ru", 'пункт 3 дополнить частью второй следующего содержания:\n\n"Дается ответ.".', [("insert", "pt3 part2")]),
        (
            "ru",
            "в пункте 2:\n\nподпункт 1) исключить;\n\nпункт 3 исключить.",
            [("delete", "pt2 sp1"), ("delete", "pt3")],
        ),
    ],
)
def test_a_command_is_an_instruction_for_each_of_its_targets(
    amend: Amend, language: str, command: str, expected: list[tuple[str, str]]
) -> None:
    assert read(amend(language, command)) == expected


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_instructions_know_the_act_and_the_text_that_they_change(amend: Amend, language: str) -> None:
    command = {"kk": "2-тармақ алып тасталсын.", "ru": "пункт 2 исключить."}[language]
    (only,) = read_instructions(amend(language, command)).read
    assert only.base.number == "12"
    assert only.base.date is not None and only.base.date.isoformat() == "2011-05-03"
    assert only.target.where is Where.APPROVED
    assert only.target.title == {"kk": "Сыйлық беру қағидалары", "ru": "Правила вручения премии"}[language]


@pytest.mark.parametrize(
    ("language", "command", "old", "new", "anchor"),
    [
        ("kk", "3-тармақта «аудан» деген сөз «қала» деген сөзбен ауыстырылсын.", "аудан", "қала", None),
        ("kk", "3-тармақтағы «5» саны «7» санына ауыстырылсын.", "5", "7", None),
        ("kk", "3-тармақта «жазбаша» деген сөз алып тасталсын.", "жазбаша", None, None),
        (
            "kk",
            "3-тармақ «әкімі» деген сөзден кейін «мен кеңес» деген сөздермен толықтырылсын.",
            None,
            "мен кеңес",
            "әкімі",
        ),
        ("ru", 'в пункте 3 слово "района" заменить словом "города".', "района", "города", None),
        ("ru", 'в пункте 3 цифры "5" заменить цифрами "7".', "5", "7", None),
        ("ru", 'в пункте 3 слово "письменно" исключить.', "письменно", None, None),
        ("ru", 'пункт 3 после слова "аким" дополнить словами "и совет".', None, "и совет", "аким"),
    ],
)
def test_single_words_are_told_by_the_case_of_their_noun(
    amend: Amend, language: str, command: str, old: str | None, new: str | None, anchor: str | None
) -> None:
    (only,) = read_instructions(amend(language, command)).read
    assert only.part is Part.WORDS
    (change,) = only.words
    assert (change.old, change.new, change.anchor) == (old, new, anchor)


@pytest.mark.parametrize(
    ("language", "command"),
    [
        ("kk", "3-тармақта «аудан», «ауыл» деген сөздер тиісінше «қала», «кент» деген сөздермен ауыстырылсын."),
        ("ru", 'в пункте 3 слова "аудан", "ауыл" заменить соответственно словами "қала", "кент".'),
    ],
)
def test_lists_of_words_change_one_for_one(amend: Amend, language: str, command: str) -> None:
    (only,) = read_instructions(amend(language, command)).read
    assert [(change.old, change.new) for change in only.words] == [("аудан", "қала"), ("ауыл", "кент")]


def test_clauses_that_are_quoted_one_by_one_belong_to_one_command(amend: Amend) -> None:
    command = "3, 4-тармақтар мынадай редакцияда жазылсын:\n\n«3. Әкім береді.»;\n\n«4. Өтініш беріледі.»."
    act = amend("kk", command)
    found = read_instructions(act).read
    wordings = [act.text[slice(*one.wording)] for one in found if one.wording]
    assert wordings == ["3. Әкім береді.", "4. Өтініш беріледі."]


def test_what_is_not_understood_is_told_with_the_reason(amend: Amend) -> None:
    found = read_instructions(amend("kk", "3-тармақ мынадай редакцияда жазылсын:\n\n3. Сыйлықты әкім береді."))
    assert [one.reason for one in found.unread] == [Reason.NO_WORDING]
    assert not found.read


def test_an_act_that_amends_nothing_has_no_instructions(bases: dict[str, Act]) -> None:
    assert read_instructions(bases["kk"]).read == ()
    assert read_instructions(bases["ru"]).read == ()


def test_a_new_edition_of_a_text_is_taken_from_the_annex() -> None:
    from sarapshy.acts.reading import build_act

    act = build_act(
        "БҰЙЫРАМЫН:\n\n1. «Тізімді бекіту туралы» Сауда министрінің 2011 жылғы 3 мамырдағы № 12 бұйрығына мынадай өзгеріс "
        "енгізілсін:\n\nкөрсетілген бұйрықпен бекітілген Тізім жүргізу қағидалары осы бұйрыққа қосымшаға сәйкес жаңа "
        "редакцияда жазылсын.\n\n\nМинистр\t|\tА. Сейітов\n\n\nСауда министрінің 2015 жылғы 1 ақпандағы № 9 бұйрығына "
        "қосымша\n\nТізім жүргізу қағидалары\n\n1. Тізім жыл сайын жаңартылады.\n",
        "order9.kk.txt",
    )
    (only,) = read_instructions(act).read
    assert (only.action, only.target.units) == (Action.REPLACE, ())
    assert only.wording is not None
    assert "Тізім жыл сайын жаңартылады." in act.text[slice(*only.wording)]


def order(language: str, *lines: str) -> Act:
    from sarapshy.acts.reading import build_act

    enacts = {"kk": "БҰЙЫРАМЫН:", "ru": "ПРИКАЗЫВАЮ:"}[language]
    return build_act("\n\n".join([enacts, *lines]) + "\n", f"order9.{language}.txt")


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "kk",
            (
                "1. «Тізім туралы» Сауда министрінің 2012 жылғы 4 мамырдағы № 77 бұйрығында (тізілімде № 900 болып тіркелген):",
                "3-тармақ алып тасталсын;",
                "2. «Есеп туралы» Сауда министрінің 2013 жылғы 5 маусымдағы № 88 бұйрығында:",
                "4-тармақ алып тасталсын.",
            ),
        ),
        (
            "ru",
            (
                "1. В приказе Министра торговли от 4 мая 2012 года № 77 «О перечне» (зарегистрирован за № 900):",
                "пункт 3 исключить;",
                "2. В приказе Министра торговли от 5 июня 2013 года № 88 «Об отчете»:",
                "пункт 4 исключить.",
            ),
        ),
    ],
)
def test_each_act_of_several_has_its_own_instructions(language: str, lines: tuple[str, ...]) -> None:
    found = read_instructions(order(language, *lines)).read
    assert [(one.base.number, *told(one)) for one in found] == [("77", "delete", "pt3"), ("88", "delete", "pt4")]


def test_an_act_within_brackets_is_not_the_one_that_is_amended() -> None:
    act = order(
        "kk",
        "1. «Тізім туралы» Сауда министрінің 2012 жылғы 4 мамырдағы № 77 бұйрығына («Тізімге өзгеріс енгізу туралы» Сауда "
        "министрінің 2014 жылғы 6 шілдедегі № 99 бұйрығы) мынадай өзгеріс енгізілсін:",
        "3-тармақ алып тасталсын.",
    )
    (only,) = read_instructions(act).read
    assert only.base.number == "77"


def test_new_wording_that_holds_another_point_is_not_given_to_the_one_named(amend: Amend) -> None:
    found = read_instructions(
        amend("kk", "мынадай мазмұндағы 3-2-тармақпен толықтырылсын:\n\n«3-1. Бірінші.\n\n3-2. Екінші.».")
    )
    (only,) = found.read
    assert only.target.units[-1][1] == "3-2"
    act = amend("kk", "мынадай мазмұндағы 3-2-тармақпен толықтырылсын:\n\n«3-1. Бірінші.\n\n3-2. Екінші.».")
    assert only.wording and act.text[slice(*only.wording)] == "3-2. Екінші."


def test_a_text_named_by_no_unit_is_not_taken_for_the_point_before_it(amend: Amend) -> None:
    commands = "2-тармақтың 1) тармақшасы алып тасталсын;\n\nнысаналы индикаторлар мынадай редакцияда жазылсын:\n\n«Жаңа көрсеткіш.»."
    found = read_instructions(amend("kk", commands))
    assert [told(one) for one in found.read] == [("delete", "pt2 sp1")]
    assert [one.reason for one in found.unread] == [Reason.NO_TARGET]


def test_rows_of_a_table_are_named_by_their_number(amend: Amend) -> None:
    command = "реттік нөмірі 12-жол мынадай редакцияда жазылсын:\n\n«\n12.\t|\tКесе\t|\t3\n»."
    assert read(amend("kk", command)) == [("replace", "row12")]


def test_the_only_annex_is_named_without_a_number() -> None:
    act = order(
        "kk",
        "1. «Тізім туралы» Сауда министрінің 2012 жылғы 4 мамырдағы № 77 бұйрығына мынадай өзгеріс енгізілсін:",
        "көрсетілген бұйрыққа қосымша осы бұйрыққа қосымшаға сәйкес жаңа редакцияда жазылсын.",
        "Министр\t|\tА. Сейітов",
        "Сауда министрінің 2015 жылғы 1 ақпандағы № 9 бұйрығына қосымша",
        "Тізім",
        "1. Кесе.",
    )
    (only,) = read_instructions(act).read
    assert [kind.value for kind, _ in only.target.units] == ["annex"]
