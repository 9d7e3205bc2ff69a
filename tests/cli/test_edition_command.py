"""``sarapshy edition`` writes an act as it reads at a date and tells what could not be done."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Invoke = Callable[..., Result]
HEAD = (
    "БҰЙЫРАМЫН:\n\n1. «Сыйлық беру туралы» Сауда министрінің 2011 жылғы 3 мамырдағы № 12 бұйрығына мынадай өзгерістер "
    "енгізілсін:\n\n"
)


@pytest.fixture
def amending(tmp_path: Path) -> Path:
    path = tmp_path / "order12_amend_2015-02-01_No9.kk.txt"
    text = "3-тармақ мынадай редакцияда жазылсын:\n\n«3. Сыйлықты әкім береді.»;\n\n9-тармақ алып тасталсын.\n"
    path.write_text(HEAD + text, encoding="utf-8")
    return path


@pytest.fixture
def base(tmp_path: Path) -> Path:
    path = tmp_path / "order12.kk.txt"
    path.write_text(
        "БҰЙЫРАМЫН:\n\n1. Сыйлық тағайындалсын.\n\n2. Сыйлық жыл сайын беріледі.\n\n3. Сыйлықты министр береді.\n",
        encoding="utf-8",
    )
    return path


def test_an_edition_has_the_new_wording_and_a_note_below_it(invoke: Invoke, amending: Path, base: Path) -> None:
    result = invoke("edition", str(amending), "--base", str(base), "--ui-lang", "kk")
    assert result.exit_code == 0
    assert "2. Сыйлық жыл сайын беріледі." in result.stdout
    assert "3. Сыйлықты әкім береді." in result.stdout
    assert "Ескерту. 3-тармақ жаңа редакцияда – 2015 жылғы 1 ақпандағы № 9 бұйрықпен." in result.stdout
    assert "Сыйлықты министр береді" not in result.stdout


def test_what_could_not_be_applied_is_told_with_the_reason(invoke: Invoke, amending: Path, base: Path) -> None:
    result = invoke("edition", str(amending), "--base", str(base), "--ui-lang", "ru")
    assert "в базовом акте нет такой нормы: 9-тармақ алып тасталсын" in result.stderr


def test_without_a_base_the_edition_is_partial(invoke: Invoke, amending: Path) -> None:
    result = invoke("edition", str(amending), "--no-notes", "--ui-lang", "en")
    assert result.exit_code == 0
    assert result.stdout == "3. Сыйлықты әкім береді.\n"
    assert "partial" in result.stderr


def test_json_tells_clauses_changes_and_what_was_not_applied(invoke: Invoke, amending: Path, base: Path) -> None:
    output = base.parent / "edition.json"
    assert invoke("edition", str(amending), "--base", str(base), "-o", str(output)).exit_code == 0
    record = json.loads(output.read_text(encoding="utf-8"))
    (change,) = record["changes"]
    assert (change["action"], change["by"]["number"], change["before"]) == (
        "replace",
        "9",
        "3. Сыйлықты министр береді.",
    )
    changed = next(clause for clause in record["clauses"] if clause["changes"] == [0])
    assert record["text"][changed["start"] : changed["end"]] == "3. Сыйлықты әкім береді."
    assert [one["reason"] for one in record["unapplied"]] == ["not_found"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--at", "2018"), "YYYY-MM-DD"),
        (("--act", "77"), "no instruction"),
        (("-o", "x.docx"), ".docx"),
    ],
)
def test_a_wrong_option_is_told(invoke: Invoke, amending: Path, options: tuple[str, ...], told: str) -> None:
    result = invoke("edition", str(amending), *options, "--ui-lang", "en")
    assert result.exit_code == 2
    assert told in result.stderr


def test_acts_are_written_as_akoma_ntoso(invoke: Invoke, amending: Path, base: Path) -> None:
    folder = base.parent / "xml"
    result = invoke("akn", str(amending), str(base), base.parent / "жоқ.txt", "-o", str(folder), "--ui-lang", "kk")
    assert result.exit_code == 2  # one of the files is not there
    assert "жоқ.txt" in result.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["order12.kk.txt.xml", f"{amending.name}.xml"]


def test_an_edition_is_written_as_akoma_ntoso(invoke: Invoke, amending: Path, base: Path) -> None:
    output = base.parent / "edition.xml"
    assert invoke("edition", str(amending), "--base", str(base), "-o", str(output)).exit_code == 0
    assert "<passiveModifications>" in output.read_text(encoding="utf-8")


@pytest.fixture
def later(base: Path) -> Path:
    path = base.parent / "order12_new.kk.txt"
    path.write_text(base.read_text(encoding="utf-8").replace("министр береді", "әкім береді"), encoding="utf-8")
    return path


def test_diff_marks_the_words_that_changed(invoke: Invoke, base: Path, later: Path) -> None:
    result = invoke("diff", str(base), str(later), "--ui-lang", "kk")
    assert result.exit_code == 0
    assert "[-министр-] {+әкім+} береді." in result.stdout
    assert "~ 3-тармақ" in result.stdout
    assert "жыл сайын" not in result.stdout


@pytest.mark.parametrize("form", ["json", "html"])
def test_diff_is_written_for_programs_and_for_the_browser(invoke: Invoke, base: Path, later: Path, form: str) -> None:
    output = base.parent / f"diff.{form}"
    assert invoke("diff", str(base), str(later), "--format", form, "-o", str(output)).exit_code == 0
    written = output.read_text(encoding="utf-8")
    if form == "json":
        record = json.loads(written)
        assert (record["counts"]["changed"], record["counts"]["same"]) == (1, 3)
    else:
        assert "<del>министр </del><ins>әкім </ins>" in written


def test_diff_tells_which_file_cannot_be_read(invoke: Invoke, base: Path) -> None:
    result = invoke("diff", str(base), str(base.parent / "жоқ.txt"), "--ui-lang", "ru")
    assert result.exit_code == 2
    assert "жоқ.txt" in result.stderr
