"""A whole run over small folders: order, titles, what is named and what is left behind."""

from __future__ import annotations

import json
import os
import signal
import zipfile
from pathlib import Path
from typing import Any

import pytest

from sarapshy.batch.compare import Compared
from sarapshy.batch.examine import Examined, examine
from sarapshy.batch.inputs import Task, cut_chunks, find_tasks
from sarapshy.batch.runner import Run, run_batch
from sarapshy.batch.selection import Selection
from sarapshy.batch.store import Unwritable
from sarapshy.batch.work import Answer, Settings
from sarapshy.errors import InputError
from sarapshy.messages import LANGUAGES

ACT = """Кітапхана пайдалану қағидалары
1. Осы Қағидалар кітапхананы пайдалану тәртібін айқындайды.
2. Комиссия өтінішті өз қалауы бойынша қарайды және қажет болған жағдайда бас тартады.
"""


@pytest.fixture
def acts(tmp_path: Path) -> Path:
    folder = tmp_path / "актілер"
    (folder / "ішкі").mkdir(parents=True)
    for name in ("б.txt", "а.txt", "ішкі/в.txt"):
        (folder / name).write_text(ACT, encoding="utf-8")
    (folder / "index.tsv").write_text("file\ttitle\nа.txt\tКітапхана қағидаларын бекіту туралы\n", encoding="utf-8")
    with zipfile.ZipFile(folder / "г.zip", "w") as archive:
        archive.writestr("1.txt", ACT)
        archive.writestr("2.txt", "")
    return folder


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "out", "kk", Selection(), ("rule",), ("F1",))


def read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_every_file_is_a_line_in_the_order_of_the_inputs(acts: Path, settings: Settings) -> None:
    done = run_batch([acts], settings, jobs=1)
    names = [record["path"] for record in read_lines(settings.out / "acts.jsonl")]
    assert names == ["а.txt", "б.txt", "г.zip/1.txt", "г.zip/2.txt", "ішкі/в.txt"]
    assert [act["path"] for act in done.acts] == names
    assert [act["path"] for act in done.acts if act["error"]] == ["г.zip/2.txt"]


def test_findings_quote_the_act_and_keep_its_order(acts: Path, settings: Settings) -> None:
    run_batch([acts], settings, jobs=1)
    findings = read_lines(settings.out / "findings.jsonl")
    assert [f["act"]["path"] for f in findings] == sorted((f["act"]["path"] for f in findings), key=order)
    assert all(ACT[f["start"] : f["end"]] == f["quote"] for f in findings if f["quote"])


def order(name: str) -> int:
    return ["а.txt", "б.txt", "г.zip/1.txt", "ішкі/в.txt"].index(name)


def test_a_title_comes_from_the_index_beside_the_file(acts: Path, tmp_path: Path) -> None:
    titles = {task.item.name: task.title for task in tasks_of(acts, tmp_path / "out")}
    assert titles["а.txt"] == "Кітапхана қағидаларын бекіту туралы"
    assert titles["б.txt"] is None


def test_a_corpus_keeps_its_index_over_the_folder_of_acts(tmp_path: Path) -> None:
    (tmp_path / "acts").mkdir()
    (tmp_path / "acts" / "00001.txt").write_text(ACT, encoding="utf-8")
    (tmp_path / "index.tsv").write_text("file\ttitle\n00001.txt\tБюджет туралы\n", encoding="utf-8")
    assert [task.title for task in tasks_of(tmp_path / "acts", tmp_path / "out")] == ["Бюджет туралы"]


def tasks_of(folder: Path, out: Path) -> list[Task]:
    return [task for task in find_tasks([folder], out) if isinstance(task, Task)]


def test_results_of_an_earlier_run_are_no_acts(acts: Path, settings: Settings) -> None:
    within = Settings(acts / "out", "kk", Selection())
    first = run_batch([acts], within, jobs=1)
    assert len(run_batch([acts], within, jobs=1).acts) == len(first.acts)


def test_a_link_is_judged_by_what_it_leads_to(acts: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "result.txt").write_text("1. Комиссия", encoding="utf-8")
    (tmp_path / "elsewhere.txt").write_text("1. Комиссия", encoding="utf-8")
    before = tasks_of(acts, out)
    (acts / "result.txt").symlink_to(out / "result.txt")
    (acts / "elsewhere.txt").symlink_to(tmp_path / "elsewhere.txt")
    assert {task.item.name for task in tasks_of(acts, out)} - {task.item.name for task in before} == {"elsewhere.txt"}


def test_pages_of_acts_that_are_gone_are_removed_and_nothing_else(acts: Path, settings: Settings) -> None:
    first = run_batch([acts], settings, jobs=1)
    (settings.out / "acts" / "менікі.html").touch()
    (acts / "б.txt").unlink()
    second = run_batch([acts], settings, jobs=1)
    gone = {act.get("page") for act in first.acts} - {act.get("page") for act in second.acts}
    assert len(gone) == 1
    pages = {f"acts/{path.name}" for path in (settings.out / "acts").iterdir()}
    assert pages == {act["page"] for act in second.acts if not act["error"]} | {"acts/менікі.html"}


def test_a_run_tells_what_it_was(acts: Path, settings: Settings) -> None:
    done: Run = run_batch([acts], settings, jobs=1)
    record = json.loads((settings.out / "run.json").read_text(encoding="utf-8"))
    assert record == done.record
    assert (record["files"], record["acts"], record["failed"]) == (5, 4, 1)
    assert record["findings"]["total"] == len(read_lines(settings.out / "findings.jsonl"))
    assert record["megabytes"] == pytest.approx(4 * len(ACT.encode()) / 1e6, abs=1e-3)
    assert record["peak_memory_megabytes"] > 10
    assert len(record["rules"]) == 64


def test_progress_is_told_file_by_file(acts: Path, settings: Settings) -> None:
    seen: list[tuple[str, int, int]] = []
    run_batch([acts], settings, jobs=1, watch=lambda *told: seen.append(told))
    assert seen == [(phase, number, 5) for phase in ("examining", "finishing") for number in range(1, 6)]


def die_of_one(settings: Settings, task: Task) -> Examined | Answer:
    if task.item.name == "00013.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    return examine(settings, task)


def test_a_file_that_kills_its_process_is_named_and_the_rest_is_done(tmp_path: Path, settings: Settings) -> None:
    folder = tmp_path / "acts"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:05}.txt").write_text(ACT, encoding="utf-8")
    done = run_batch([folder], settings, jobs=2, work=die_of_one)
    assert len(done.acts) == 40
    [lost] = [act for act in done.acts if act["error"]]
    assert lost["path"] == "00013.txt"
    assert all("00013.txt" in lost["error"]["message"][language] for language in LANGUAGES)


def test_a_graph_that_finds_no_room_on_the_disk_ends_the_run(
    acts: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill_disk(compared: Compared, out: Path) -> None:
        raise Unwritable(str(out), "No space left on device")

    monkeypatch.setattr("sarapshy.batch.runner.keep_compared", fill_disk)
    with pytest.raises(Unwritable, match="No space left"):
        run_batch([acts], settings, jobs=1)
    assert not (settings.out / "run.json").exists()


def test_large_files_travel_alone(tmp_path: Path) -> None:
    sizes = [10, 10, 900_000, 900_000, 10]
    for number, size in enumerate(sizes):
        (tmp_path / f"{number}.txt").write_bytes(b"x" * size)
    chunks = list(cut_chunks(tasks_of(tmp_path, tmp_path / "out"), lambda task: task))
    assert [[task.item.name for task in chunk] for chunk in chunks] == [
        ["0.txt", "1.txt", "2.txt"],
        ["3.txt", "4.txt"],
    ]


def test_a_path_that_is_not_there_is_a_fault_in_its_place(acts: Path, tmp_path: Path) -> None:
    tasks = find_tasks([tmp_path / "жоқ", acts / "а.txt"], tmp_path / "out")
    assert [isinstance(task, InputError) for task in tasks] == [False, True]


def test_the_order_in_which_paths_are_given_is_no_matter(acts: Path, tmp_path: Path) -> None:
    paths = [acts / "б.txt", acts / "ішкі", acts / "а.txt"]
    assert find_tasks(paths, tmp_path / "out") == find_tasks(paths[::-1], tmp_path / "out")


def test_two_texts_of_one_act_are_compared(tmp_path: Path, settings: Settings) -> None:
    folder = tmp_path / "тілдер"
    folder.mkdir()
    own = "4. Басқарма өтінішті түскен күнінен бастап 5 жұмыс күні ішінде қарайды және жауап береді.\n"
    other = "4. Управление рассматривает заявление в течение 10 рабочих дней со дня поступления и дает ответ.\n"
    (folder / "ереже.kk.txt").write_text(own, encoding="utf-8")
    (folder / "ереже.ru.txt").write_text(other, encoding="utf-8")
    run_batch([folder], settings, jobs=1)
    found = [line for line in read_lines(settings.out / "findings.jsonl") if line["code"] == "T4"]
    assert [(line["act"]["path"], line["related"][0]["act"]) for line in found] == [
        ("ереже.kk.txt", "ереже.ru.txt"),
        ("ереже.ru.txt", "ереже.kk.txt"),
    ]


def test_two_texts_of_one_number_and_date_stand_side_by_side_whatever_their_files_are_called(
    tmp_path: Path, settings: Settings
) -> None:
    folder = tmp_path / "acts"
    folder.mkdir()
    (folder / "бірінші.txt").write_text(
        "Стипендия қағидаларын бекіту туралы\nҚазақстан Республикасы Мәдениет министрінің 2021 жылғы "
        "5 наурыздағы № 88 бұйрығы\nБҰЙЫРАМЫН:\n1. Басқарма өтінішті он күнде қарайды.\n2. Комиссия хаттамасы жарияланады.\n",
        encoding="utf-8",
    )
    (folder / "второй.txt").write_text(
        "Об утверждении правил стипендии\nПриказ Министра культуры Республики Казахстан от 5 марта 2021 года "
        "№ 88\nПРИКАЗЫВАЮ:\n1. Управление рассматривает заявление за десять дней.\n2. Протокол комиссии публикуется.\n",
        encoding="utf-8",
    )
    run = run_batch([folder], settings, jobs=1)
    pages = {act["path"]: (settings.out / act["page"]).read_text(encoding="utf-8") for act in run.acts}
    assert "Управление рассматривает" in pages["бірінші.txt"]
    assert "Басқарма өтінішті" in pages["второй.txt"]


def test_a_text_whose_partner_cannot_be_read_is_analysed_alone(tmp_path: Path, settings: Settings) -> None:
    folder = tmp_path / "тілдер"
    folder.mkdir()
    (folder / "ереже.kk.txt").write_text("4. Басқарма өтінішті қарайды және жауап береді.\n", encoding="utf-8")
    (folder / "ереже.ru.txt").write_bytes(b"")
    run = run_batch([folder], settings, jobs=1)
    assert [act["path"] for act in run.acts if act["error"] is None] == ["ереже.kk.txt"]
