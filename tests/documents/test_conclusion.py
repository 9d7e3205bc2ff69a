"""A conclusion has its sixteen parts in both languages, takes up what it should, and accounts for every clause."""

from __future__ import annotations

from datetime import date

import pytest
from made_runs import examine, find, findings_of, judge, kazakh_act, material, russian_act

from sarapshy.acts.model import Act
from sarapshy.documents.blocks import Document, Paragraph, Style, Table, Turn, words_of
from sarapshy.documents.conclusion import write_conclusion
from sarapshy.documents.parties import Parties
from sarapshy.findings.model import Finding

HEADINGS = {
    "kk": ["Сарапшы", "Сараптама жүргізу негізі", "Сараптаманың мақсаты мен әдісі", "Сараптама объектісі", "Зерделенген материалдар",
           "Жалпы бағалау", "Әзірлеудің ашықтығы", "Актінің негіздемесі", "Мәні бойынша бағалау", "Ескертулер мен ұсынымдар", "Қамту",
           "Сарапшы ғана бағалай алатын факторлар", "Қорытынды", "Қаралу мәртебесі", "Қосымшалар"],
    "ru": ["Эксперт", "Основание проведения экспертизы", "Цель и метод экспертизы", "Объект экспертизы", "Изученные материалы",
           "Общая оценка", "Прозрачность разработки", "Обоснование акта", "Оценка по существу", "Замечания и рекомендации", "Охват",
           "Факторы, которые может оценить только эксперт", "Выводы", "Состояние рассмотрения", "Приложения"],
}  # fmt: skip
PARTIES = Parties(
    organisation={"kk": "№4 жоба тобы", "ru": "Проектная группа № 4"},
    city={"kk": "Алматы қаласы", "ru": "г. Алматы"},
    expert={"kk": "А. Ахметова", "ru": "А. Ахметова"},
    number="7",
    day=date(2018, 9, 15),
)


def write(act: Act, language: str, findings: list[Finding] | None = None, parties: Parties | None = None) -> Document:
    return write_conclusion(examine(act, findings), material("conclusion", parties), language)


def texts(document: Document) -> str:
    found = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            found.append(words_of(block.text))
        elif isinstance(block, Table):
            found += [words_of(column.title) for column in block.columns]
            found += [words_of(text) for row in block.rows for cell in row for text in cell]
    return "\n".join(found).replace("\u00a0", " ")


def table_after(document: Document, heading: str) -> Table:
    blocks = list(document.blocks)
    at = next(
        n
        for n, b in enumerate(blocks)
        if isinstance(b, Paragraph) and b.style is Style.HEADING and heading in words_of(b.text)
    )
    return next(block for block in blocks[at:] if isinstance(block, Table))


def cells(table: Table) -> list[list[str]]:
    return [["\n".join(map(words_of, cell)).replace("\u00a0", " ") for cell in row] for row in table.rows]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_part_stands_in_its_place(language: str) -> None:
    document = write(kazakh_act(), language)
    heads = [words_of(b.text) for b in document.blocks if isinstance(b, Paragraph) and b.style is Style.HEADING]
    assert heads == [f"{number}. {name}" for number, name in enumerate(HEADINGS[language], 1)]


@pytest.mark.parametrize(
    ("act", "language", "row"),
    [
        (kazakh_act(), "kk", ["1", "бекітілген құжат, 2-тарау, 3-тармақ", "«құқылы»"]),
        (kazakh_act(), "ru", ["1", "утверждённый документ, глава 2, пункт 3", "«құқылы»"]),
        (russian_act(), "ru", ["1", "утверждённый документ, глава 2, пункт 3", "«вправе»"]),
        (russian_act(), "kk", ["1", "бекітілген құжат, 2-тарау, 3-тармақ", "«вправе»"]),
    ],
)
def test_a_row_gives_the_unit_the_words_and_the_class_beside_the_code(act: Act, language: str, row: list[str]) -> None:
    first = cells(table_after(write(act, language), HEADINGS[language][9]))[0]
    assert first[:3] == row
    assert "D2" in first[4] and "2.2.2" in first[4]
    assert ("міндетті" if language == "kk" else "обязана") in first[5]


def test_what_is_absent_is_said_to_be_absent() -> None:
    rows = cells(table_after(write(kazakh_act(), "kk"), "Ескертулер мен ұсынымдар"))
    assert [row[2] for row in rows if "P4" in row[4]] == ["Мәтінде мұндай норма жоқ."]


def test_before_a_review_the_sure_findings_go_in_and_are_marked_as_not_reviewed() -> None:
    document = write(kazakh_act(), "ru")
    notice = next(b for b in document.blocks if isinstance(b, Paragraph) and b.style is Style.NOTE)
    assert "3 замечания" in words_of(notice.text).replace("\u00a0", " ")
    assert all(run.mark for run in notice.text)
    assert len(cells(table_after(document, "Замечания и рекомендации"))) == 3


def test_after_a_review_only_what_was_accepted_goes_in_with_the_reviewers_wording() -> None:
    act = kazakh_act()
    first, second, third, weak = findings_of(act)
    reviewed = [judge(first, "accepted", {"kk": "жаңа тұжырым"}), judge(second, "rejected"), judge(third, "open"), weak]
    document = write(act, "kk", reviewed)
    rows = cells(table_after(document, "Ескертулер мен ұсынымдар"))
    assert [row[5] for row in rows] == ["жаңа тұжырым"]
    assert "қабылданды – 1, қабылданбады – 1, әлі қаралмады – 2" in texts(document)
    assert "2026 жылғы 2 наурыз" in texts(document)
    assert "☒ ұсынымдарға сәйкес" in texts(document)


def test_a_finding_that_an_expert_accepts_goes_in_however_unsure_it_was() -> None:
    act = kazakh_act()
    document = write(act, "kk", [judge(find(act, "комиссия жүзеге", "T1", 0.1), "accepted")])
    assert len(cells(table_after(document, "Ескертулер мен ұсынымдар"))) == 1


@pytest.mark.parametrize(
    ("language", "rows"),
    [
        ("kk", [["Актінің өзі", "табылмады"], ["Бекітілген құжат", "ескертулер: 3: № 1; 4: № 2, 3"],
                ["Бекітілген құжат", "табылмады; сенімділігі төмен белгілер қорытындыға енгізілмеді"], ["Бекітілген құжат", "табылмады"]]),
        ("ru", [["Сам акт", "не выявлено"], ["Утверждённый документ", "замечания: 3: № 1; 4: № 2, 3"],
                ["Утверждённый документ", "не выявлено; слабые признаки в заключение не включены"], ["Утверждённый документ", "не выявлено"]]),
    ],
)  # fmt: skip
def test_every_clause_is_accounted_for(language: str, rows: list[list[str]]) -> None:
    table = cells(table_after(write(kazakh_act(), language), "Қамту" if language == "kk" else "Охват"))
    assert [[row[0], row[2]] for row in table] == rows
    assert {"kk": "1, 2-тармақтар", "ru": "пункты 1, 2"}[language] in table[-1][1]


def test_factors_are_told_as_found_as_weak_or_as_not_found() -> None:
    told = texts(write(kazakh_act(), "kk"))
    assert "енгізілмеген белгілері ғана бар: T1" in told
    assert "Мына факторлар табылмады: D1a" in told
    assert "бас тарту негіздерінің болмауы: анықталған жоқ" in told


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_an_act_without_findings_says_so_in_every_part(language: str) -> None:
    told = texts(write(kazakh_act(), language, []))
    for words in {
        "kk": ("Ескертулер жоқ.", "факторлары анықталған жоқ.", "Анықталған жоқ."),
        "ru": ("Замечаний нет.", "факторы не выявлены.", "Не выявлено."),
    }[language]:
        assert words in told


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_what_only_the_expert_can_judge_is_asked(language: str) -> None:
    heading = HEADINGS[language][11]
    rows = cells(table_after(write(kazakh_act(), language), heading))
    assert [row[0].split(".")[0] for row in rows] == ["N2", "I2", "F3"]
    assert all(row[1].endswith("?") for row in rows)


def test_parties_are_printed_and_what_is_unknown_is_marked() -> None:
    document = write(kazakh_act(), "kk", parties=PARTIES)
    told = texts(document)
    assert "№4 жоба тобы" in told and "2018 жылғы 15 қыркүйек" in told and "№ 7" in told
    assert any(
        run.mark
        for row in table_after(document, "Сараптама жүргізу негізі").rows
        for cell in row
        for text in cell
        for run in text
    )


def test_from_the_wide_table_on_pages_lie_across() -> None:
    turns = [block.landscape for block in write(kazakh_act(), "kk").blocks if isinstance(block, Turn)]
    assert turns == [True]


def test_braces_and_brackets_of_an_act_are_left_as_they_are() -> None:
    act = kazakh_act()
    document = write(act, "kk", [find(act, "құқылы", remedy={"kk": "{0} [[белгі]] {кім}", "ru": "{x}"})])
    assert "{0} [[белгі]] {кім}" in texts(document)
