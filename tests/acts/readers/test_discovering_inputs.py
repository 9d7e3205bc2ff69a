"""Files, folders and archives: every input once, under a name for people."""

from __future__ import annotations

import pickle
import zipfile
from pathlib import Path

import pytest
from made_files import archive_of, docx, paragraph

from sarapshy.acts.readers import Input, discover, limits, read
from sarapshy.errors import InputError

ACT = "1. Осы Қағидалар тәртіпті айқындайды.\n"


def names(*paths: Path) -> list[str]:
    return [item.name if isinstance(item, Input) else item.key for item in discover(paths)]


def test_a_folder_is_walked_in_order_and_hidden_files_are_left(tmp_path: Path) -> None:
    for name in ("б.txt", "а.txt", "2023/в.txt", ".кэш/г.txt", ".DS_Store", "index.tsv", "~$а.docx", "2023/Thumbs.db"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(ACT)
    assert names(tmp_path) == ["2023/в.txt", "а.txt", "б.txt"]


@pytest.mark.parametrize(
    ("name", "shown"), [("ереже\n2.txt", "ереже_2.txt"), ("а\u202ecod.txt", "а_cod.txt"), ("\udcff.txt", "_.txt")]
)
def test_a_name_is_shown_in_one_line_as_it_stands(tmp_path: Path, name: str, shown: str) -> None:
    path = tmp_path / name
    path.write_text(ACT)
    (found,) = discover([tmp_path])
    assert isinstance(found, Input)
    assert (found.name, found.path) == (shown, path)
    assert read(found).text == ACT


def test_an_archive_is_opened_one_level_deep_and_no_deeper(tmp_path: Path) -> None:
    inner = archive_of({"а.txt": ACT, "тағы.zip": archive_of({"жоқ.txt": ACT})})
    (tmp_path / "актілер.zip").write_bytes(archive_of({"б/қаулы.txt": ACT, "__MACOSX/._б": "x", "ескі.zip": inner}))
    found = list(discover([tmp_path / "актілер.zip"]))
    assert [item.name for item in found if isinstance(item, Input)] == [
        "актілер.zip/б/қаулы.txt", "актілер.zip/ескі.zip/а.txt", "актілер.zip/ескі.zip/тағы.zip",
    ]  # fmt: skip
    assert all(isinstance(item, Input) for item in found)
    first, second, third = (item for item in found if isinstance(item, Input))
    assert read(first).text == read(pickle.loads(pickle.dumps(second))).text == ACT
    with pytest.raises(InputError) as fault:
        read(third)
    assert fault.value.key == "reading.archive_within"


def test_a_document_is_no_archive_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "құжат.bin").write_bytes(docx(paragraph("1. Норма.")))
    [item] = discover([tmp_path])
    assert isinstance(item, Input) and item.member is None
    assert read(item).text == "1. Норма."


def test_names_that_lead_upwards_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(archive_of({"../../etc/қаулы.txt": ACT, "C:\\заң.txt": ACT}))
    found = names(tmp_path / "x.zip")
    assert found == ["x.zip/etc/қаулы.txt", "x.zip/C_/заң.txt"]
    assert [read(item).text for item in discover([tmp_path / "x.zip"]) if isinstance(item, Input)] == [ACT, ACT]


def test_names_in_the_encoding_of_old_windows_are_read(tmp_path: Path) -> None:
    path = tmp_path / "приказы.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("ZZZZZZ.txt", ACT)
    path.write_bytes(path.read_bytes().replace(b"ZZZZZZ.txt", "приказ.txt".encode("cp866")))
    [item] = discover([path])
    assert isinstance(item, Input)
    assert (item.name, read(item).text) == ("приказы.zip/приказ.txt", ACT)


def test_two_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    for folder in ("қазақша", "орысша"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "жоба.txt").write_text(ACT)
    assert names(tmp_path / "қазақша/жоба.txt", tmp_path / "орысша/жоба.txt") == ["жоба.txt", "орысша/жоба.txt"]
    assert names(tmp_path / "қазақша", tmp_path / "орысша") == ["жоба.txt", "орысша/жоба.txt"]


def test_what_is_not_there_or_broken_comes_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "а.txt").write_text(ACT)
    (tmp_path / "б.zip").write_bytes(archive_of({"қаулы.txt": ACT})[:40])
    assert names(tmp_path, tmp_path / "жоқ.txt") == ["а.txt", "reading.damaged_archive", "reading.missing"]


def test_a_link_that_leads_back_up_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "а.txt").write_text(ACT)
    (tmp_path / "қайта").symlink_to(tmp_path, target_is_directory=True)
    assert names(tmp_path) == ["а.txt"]


def test_an_archive_with_too_many_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_MEMBERS", 3)
    (tmp_path / "көп.zip").write_bytes(archive_of({f"{n}.txt": ACT for n in range(4)}))
    assert names(tmp_path) == ["reading.too_many_members"]


def test_an_archive_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_UNPACKED", 1000)
    (tmp_path / "үлкен.zip").write_bytes(archive_of({"а.txt": "ә" * 400, "б.txt": "ә" * 400}))
    assert names(tmp_path) == ["reading.bomb"]
