"""``sarapshy document`` over a run made for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from click.testing import Result

Invoke = Callable[..., Result]
ACT = """Жатақханада орын бөлу қағидалары
1. Осы Қағидалар жатақханада орын бөлу тәртібін белгілейді.
2. Комиссия қажет болған жағдайда өтінішті қанағаттандырудан бас тартуға құқылы.
"""


@pytest.fixture
def out(tmp_path: Path, invoke: Invoke) -> Path:
    (tmp_path / "acts").mkdir()
    (tmp_path / "acts" / "қағида.txt").write_text(ACT, encoding="utf-8")
    (tmp_path / "acts" / "екінші.txt").write_text(ACT.replace("Жатақханада", "Асханада"), encoding="utf-8")
    invoke("run", tmp_path / "acts", "-o", tmp_path / "out", "--quiet", "--jobs", 1)
    return tmp_path / "out"


def test_a_conclusion_is_written_on_each_act_in_its_own_language(out: Path, invoke: Invoke) -> None:
    shown = invoke("document", "conclusion", out, language="kk")
    assert shown.exit_code == 0
    assert sorted(path.name for path in (out / "documents").iterdir()) == [
        "қорытынды-екінші.txt-kk.docx",
        "қорытынды-қағида.txt-kk.docx",
    ]


def test_acts_language_and_format_are_chosen(out: Path, tmp_path: Path, invoke: Invoke) -> None:
    asked = ("--act", "қағида", "--language", "ru", "--format", "html", "-o", tmp_path / "хаттар")
    assert invoke("document", "conclusion", out, *asked).exit_code == 0
    (page,) = (tmp_path / "хаттар").iterdir()
    assert page.name == "заключение-қағида.txt-ru.html"
    assert "ЗАКЛЮЧЕНИЕ" in page.read_text(encoding="utf-8")


def test_an_act_that_is_not_there_is_told_and_the_others_are_written(out: Path, invoke: Invoke) -> None:
    shown = invoke("document", "conclusion", out, "--act", "жоқ", "--act", "екінші", language="kk")
    assert shown.exit_code == 2
    assert "жоқ" in shown.output
    assert (out / "documents" / "қорытынды-екінші.txt-kk.docx").is_file()


def test_an_act_that_was_changed_since_is_told(out: Path, tmp_path: Path, invoke: Invoke) -> None:
    (tmp_path / "acts" / "қағида.txt").write_text(ACT + "3. Қосымша.\n", encoding="utf-8")
    shown = invoke("document", "conclusion", out, language="ru")
    assert shown.exit_code == 2
    assert (out / "documents" / "қорытынды-екінші.txt-kk.docx").is_file()


def test_the_note_tells_settings_and_options(out: Path, tmp_path: Path, invoke: Invoke) -> None:
    toml = '[organisation]\nname = "Жоба тобы"\ncity = "Алматы"\nmembers = ["А. Ахметова", "Б. Сәрсенов"]\n'
    (tmp_path / "sarapshy.toml").write_text(toml, encoding="utf-8")
    asked = ("--config", tmp_path / "sarapshy.toml", "--city", "Тараз", "--date", "2018-09-15", "--measure", "4.1.2")
    assert invoke("document", "note", out, *asked).exit_code == 0
    opened = docx.Document(str(out / "documents" / "анықтама-4.1.2-kk.docx"))
    told = " ".join(cell.text for table in opened.tables for row in table.rows for cell in row.cells).replace(
        "\u00a0", " "
    )
    assert "Жоба тобы" in told and "Тараз" in told and "2018 жылғы 15 қыркүйек" in told
    assert "А. Ахметова" in told and "Б. Сәрсенов" in told and "Алматы" not in told


@pytest.mark.parametrize(
    ("toml", "asked", "words"),
    [
        ('[expert]\nnmae = "А"\n', (), "nmae"),
        ("", ("--measure", "4.2"), "4.1.1, 4.1.2"),
    ],
)
def test_what_is_wrong_is_told(
    out: Path, tmp_path: Path, invoke: Invoke, toml: str, asked: tuple[str, ...], words: str
) -> None:
    (tmp_path / "sarapshy.toml").write_text(toml, encoding="utf-8")
    shown = invoke("document", "note", out, "--config", tmp_path / "sarapshy.toml", *asked, language="ru")
    assert shown.exit_code == 2
    assert words in shown.output


def test_templates_are_copied_changed_and_used(out: Path, tmp_path: Path, invoke: Invoke) -> None:
    own = tmp_path / "үлгілер"
    assert invoke("document", "templates", "-o", own).exit_code == 0
    template = own / "conclusion.yaml"
    changed = template.read_text(encoding="utf-8").replace(
        "СЫБАЙЛАС ЖЕМҚОРЛЫҚҚА ҚАРСЫ САРАПТАМА ҚОРЫТЫНДЫСЫ", "ҚОРЫТЫНДЫМЫЗ"
    )
    template.write_text(changed, encoding="utf-8")
    assert "left" in invoke("document", "templates", "-o", own).output
    assert template.read_text(encoding="utf-8") == changed
    assert invoke("document", "conclusion", out, "--act", "қағида", "--template", own).exit_code == 0
    opened = docx.Document(str(out / "documents" / "қорытынды-қағида.txt-kk.docx"))
    assert "ҚОРЫТЫНДЫМЫЗ" in [paragraph.text for paragraph in opened.paragraphs]


def test_a_draft_and_a_table_are_written_for_each_act_that_has_something_to_mend(out: Path, invoke: Invoke) -> None:
    assert invoke("document", "draft", out, language="ru").exit_code == 0
    shown = invoke("document", "table", out, "--act", "қағида", "--language", "ru", language="ru")
    assert shown.exit_code == 0, shown.output
    names = sorted(path.name for path in (out / "documents").iterdir())
    assert names == [
        "жоба-екінші.txt-kk.docx",
        "жоба-қағида.txt-kk.docx",
        "сравнительная-таблица-қағида.txt-ru.docx",
        "сравнительная-таблица-қағида.txt-ru.xlsx",
    ]
    told = "\n".join(each.text for each in docx.Document(str(out / "documents" / names[1])).paragraphs)
    assert "мынадай редакцияда жазылсын:" in told
