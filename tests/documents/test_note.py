"""The note tells acts, risks and recommendations of laws and of by-laws apart, and numbers them through."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_runs import examine, find, findings_of, judge, kazakh_act, material, russian_act
from test_conclusion import cells, table_after, texts

from sarapshy.documents.blocks import Chart, Document, Paragraph, Style, words_of
from sarapshy.documents.listed import list_acts
from sarapshy.documents.material import Examined
from sarapshy.documents.note import write_note
from sarapshy.plan.model import Scope
from sarapshy.plan.reading import read_plan


def law(examined: Examined) -> Examined:
    return replace(examined, record={**examined.record, "kind": "law", "rank": 4})


def write(
    language: str = "kk", measure: str | None = None, top: int = 5, acts: list[Examined] | None = None
) -> Document:
    plan = read_plan()
    listed = list_acts(acts or [examine(kazakh_act()), law(examine(russian_act()))], top)
    failed = [
        {
            "path": "бос.txt",
            "error": {"key": "reading.empty", "message": {"kk": "файл бос", "ru": "файл пуст", "en": ""}},
        }
    ]
    return write_note(listed, failed, material("note"), plan, plan.find(measure) if measure else None, language)


@pytest.mark.parametrize(
    ("language", "heads"),
    [
        ("kk", ["Кіріспе", "Қаралған актілер", "Қабылдануға тиіс, бірақ табылмаған актілер", "Анықталған тәуекелдер",
                "Сарапшы ғана бағалай алатын факторлар", "Ұсынымдар", "Қорытынды"]),
        ("ru", ["Введение", "Рассмотренные акты", "Акты, которые должны быть приняты, но не обнаружены", "Выявленные риски",
                "Факторы, которые может оценить только эксперт", "Рекомендации", "Заключение"]),
    ],
)  # fmt: skip
def test_the_parts_of_a_note(language: str, heads: list[str]) -> None:
    found = [words_of(b.text) for b in write(language).blocks if isinstance(b, Paragraph) and b.style is Style.HEADING]
    assert found == [f"{number}. {name}" for number, name in enumerate(heads, 1)]


def test_laws_come_before_by_laws_and_recommendations_are_numbered_through() -> None:
    listed = list_acts([examine(kazakh_act()), law(examine(russian_act()))], 5)
    assert [act.scope for act in listed] == [Scope.LAWS, Scope.BYLAWS]
    assert [number for act in listed for number, _ in act.shown] == [1, 2, 3, 4, 5, 6]


def test_a_recommendation_has_action_owner_term_and_form() -> None:
    rows = cells(table_after(write("ru"), "Рекомендации"))
    assert len(rows) == 6
    assert "пункт 3" in rows[0][1] and "обязана" in rows[0][1]
    assert (rows[0][3], rows[0][4]) == ("3–4 кварталы 2018 года", "проект НПА")


def test_a_note_for_one_measure_speaks_of_its_acts_only() -> None:
    told = texts(write("kk", "4.1.2", acts=[examine(kazakh_act())]))
    assert "(заңға тәуелді актілер)" in told
    assert "Заңнамалық актілердегі тәуекелдер" not in told


def test_only_the_strongest_are_shown_and_the_rest_are_counted() -> None:
    document = write("ru", top=1, acts=[examine(russian_act())])
    assert len(cells(table_after(document, "Рекомендации"))) == 1
    assert "Ещё 2 замечания по этому акту" in texts(document)


def test_what_an_expert_accepted_is_shown_whole() -> None:
    act = kazakh_act()
    accepted = [judge(finding, "accepted") for finding in findings_of(act)]
    assert len(cells(table_after(write("kk", top=1, acts=[examine(act, accepted)]), "Ұсынымдар"))) == 4


def test_topics_are_told_found_or_not() -> None:
    told = texts(write("kk"))
    assert "мүдделер қақтығысы: анықталған жоқ" in told
    assert "дискрециялық өкілеттіктер: 2 ескерту" in told


def test_figures_are_drawn_as_charts() -> None:
    charts = [block for block in write("ru").blocks if isinstance(block, Chart)]
    assert [bar.value for bar in charts[0].bars] == [2, 2, 2]
    assert len(charts[1].bars) == 2


def test_files_that_were_not_read_and_acts_without_findings_are_named() -> None:
    told = texts(write("ru", acts=[examine(russian_act(), [])]))
    assert "файл пуст" in told
    assert "коррупциогенные факторы не выявлены: приказ" in told
    assert "Рекомендаций нет." in told


def test_acts_that_ought_to_exist_are_named_and_the_unsure_ones_marked() -> None:
    act = russian_act()
    texts_of = {each: f"«{each}»" for each in ("kk", "ru", "en")}
    found = [find(act, "комиссия", "F3", 0.9, message=texts_of), find(act, "протоколом", "F3", 0.3, message=texts_of)]
    document = write("ru", acts=[examine(act, found)])
    items = [
        b for b in document.blocks if isinstance(b, Paragraph) and b.style is Style.ITEM and "«ru»" in words_of(b.text)
    ]
    assert [any(run.mark for run in item.text) for item in items] == [False, True]
    assert "глава 1, пункт 2" in words_of(items[0].text)
