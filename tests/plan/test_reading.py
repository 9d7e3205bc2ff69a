"""Plans are read from our file, from a user's YAML, and from the tables of a text or a .docx."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from plans import KAZAKH, RUSSIAN, YAML

from sarapshy.errors import InputError
from sarapshy.messages import LANGUAGES
from sarapshy.plan.model import Plan, Result, Scope, Term, quarter
from sarapshy.plan.reading import read_plan


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def told(plan: Plan) -> list[tuple[str, Result, Scope]]:
    return [(measure.id, measure.result, measure.scope) for measure in plan.measures]


def test_the_charter_asks_for_notes_on_laws_and_by_laws_and_for_amendments() -> None:
    assert told(read_plan()) == [
        ("4.1.1", Result.NOTE, Scope.LAWS),
        ("4.1.2", Result.NOTE, Scope.BYLAWS),
        ("4.2", Result.AMENDMENT, Scope.ACTS),
    ]


def test_the_charter_sets_terms_in_quarters_of_2018() -> None:
    ends = [measure.term.quarters for measure in read_plan().measures if measure.term]
    assert ends == [((2018, 2), (2018, 3)), ((2018, 3), (2018, 4)), ((2018, 3), (2018, 4))]


def test_every_text_of_the_charter_stands_in_three_languages() -> None:
    plan = read_plan()
    texts = [plan.title, *(each.name for each in plan.directions)]
    texts += [text for each in plan.measures for text in (each.name, each.form, each.group, each.part) if text]
    assert all(set(text) == set(LANGUAGES) and all(text.values()) for text in texts)


def test_a_kazakh_table_gives_a_measure_for_each_part_and_term(tmp_path: Path) -> None:
    plan = read_plan(write(tmp_path, "жоспар.txt", KAZAKH))
    assert told(plan) == [
        ("2.1.1", Result.NOTE, Scope.LAWS),
        ("2.1.2", Result.NOTE, Scope.BYLAWS),
        ("2.2", Result.AMENDMENT, Scope.ACTS),
        ("2.3", Result.OTHER, Scope.ACTS),
    ]
    assert plan.measures[0].term == Term(date(2019, 1, 1), date(2019, 6, 30))
    assert plan.measures[1].term == quarter(2019, 3)
    assert plan.measures[2].term == Term(date(2019, 9, 1), date(2019, 9, 30))
    assert plan.measures[3].term is None
    assert plan.directions[0].name["kk"] == "Денсаулық сақтау заңнамасы"


def test_a_russian_table_with_a_cell_on_each_line_is_read(tmp_path: Path) -> None:
    plan = read_plan(write(tmp_path, "план.txt", RUSSIAN))
    assert told(plan) == [("3.1", Result.NOTE, Scope.BYLAWS), ("3.2", Result.AMENDMENT, Scope.ACTS)]
    assert plan.measures[0].form["ru"] == "аналитическая справка"
    assert plan.measures[0].term == Term(date(2019, 4, 1), date(2019, 9, 30))
    assert plan.measures[1].term == Term(date(2019, 12, 15), date(2019, 12, 15))


def test_a_table_of_a_word_document_is_read(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_paragraph("Бағыт 6. Көлік заңнамасы")
    rows = (("№", "Іс-шара", "Мерзімі", "Қорытынды"), ("1", "көлік актілерін талдау", "4 тоқсан 2020 жыл", "анықтама"))
    table = document.add_table(rows=2, cols=4)
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    path = tmp_path / "жоспар.docx"
    document.save(str(path))
    plan = read_plan(path)
    assert told(plan) == [("6.1", Result.NOTE, Scope.ACTS)]
    assert plan.measures[0].term == quarter(2020, 4)


def test_a_plan_in_yaml_is_read_and_a_name_given_once_stands_for_all_languages(tmp_path: Path) -> None:
    plan = read_plan(write(tmp_path, "plan.yaml", YAML))
    assert plan.title["en"] == "Жоспар"
    assert plan.measures[0].term == Term(date(2019, 2, 1), date(2019, 3, 15))


@pytest.mark.parametrize(
    ("name", "text", "key"),
    [
        ("empty.txt", "Жоспарда кесте жоқ.", "plan.no_measures"),
        ("gone.yaml", YAML.replace("result: note", "outcome: note"), "plan.no_key"),
        ("wrong.yaml", YAML.replace("2019-02", "ақпан"), "plan.broken"),
        ("kind.yaml", YAML.replace("result: note", "result: letter"), "plan.broken"),
    ],
)
def test_what_is_no_plan_is_told_with_the_file_and_the_reason(tmp_path: Path, name: str, text: str, key: str) -> None:
    with pytest.raises(InputError) as told:
        read_plan(write(tmp_path, name, text))
    assert told.value.key == key
    assert name in told.value.say("kk")


def test_the_charter_itself_gives_the_measures_that_we_keep(shared: Path) -> None:
    read = [each for each in read_plan(shared / "data/seed/charter.kk.txt").measures if each.direction == "4"]
    kept = read_plan().measures
    assert [(each.id, each.result, each.scope, each.term) for each in read] == [
        (each.id, each.result, each.scope, each.term) for each in kept
    ]
