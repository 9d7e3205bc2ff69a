"""A lawyer's own template changes words, parts and looks, and is told what is wrong in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sarapshy.documents.template import read_template
from sarapshy.errors import InputError


def write(folder: Path, text: str, name: str = "conclusion.yaml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_sentence_of_ones_own_replaces_ours_and_the_rest_stays(tmp_path: Path) -> None:
    own = read_template("conclusion", write(tmp_path, "texts:\n  title: {kk: ҚОРЫТЫНДЫ, ru: ЗАКЛЮЧЕНИЕ}\n"))
    assert own.say("title", "kk") == "ҚОРЫТЫНДЫ"
    assert own.say("h_expert", "ru") == "Эксперт"


def test_parts_are_left_out_and_moved(tmp_path: Path) -> None:
    own = read_template("conclusion", write(tmp_path, "sections: [head, remarks, signature]\n"))
    assert own.sections == ("head", "remarks", "signature")


def test_the_look_of_the_page_is_changed(tmp_path: Path) -> None:
    own = read_template("note", write(tmp_path, "page: {font: PT Serif, size: 14}\n", "note.yaml"))
    assert (own.page.font, own.page.size, own.page.margins) == ("PT Serif", 14, (20, 15, 20, 25))


def test_a_folder_without_this_template_uses_ours(tmp_path: Path) -> None:
    assert read_template("note", tmp_path).texts == read_template("note").texts


def test_marked_words_are_what_the_expert_fills_in() -> None:
    runs = read_template("conclusion").write("not_registered", "kk")
    assert [run.text for run in runs if run.mark] == ["тіркелуі тексерілсін"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("texts:\n  titel: {kk: а, ru: б}\n", "texts: titel"),
        ("texts:\n  title: {kk: а}\n", "title: ru"),
        ('texts:\n  number: {kk: "{нөмір}", ru: "{number}"}\n', "{нөмір}"),
        ("sections: [head, пролог]\n", "пролог"),
        ("жай сөз", "conclusion.yaml"),
    ],
)
def test_a_fault_is_told_by_its_name(tmp_path: Path, text: str, fault: str) -> None:
    with pytest.raises(InputError) as told:
        read_template("conclusion", write(tmp_path, text))
    assert told.value.key == "documents.template_broken"
    assert fault in told.value.say("kk")


def test_a_file_that_is_no_yaml_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError) as told:
        read_template("conclusion", write(tmp_path, "texts: {kk: [\n"))
    assert told.value.key == "documents.template_unreadable"
