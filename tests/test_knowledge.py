"""Tables of a lawyer's YAML, kept between two starts of the program."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
import yaml

from sarapshy.knowledge import KnowledgeError, Shelf, open_shelf

TERM = "code: D1a-1\nmatch:\n  kk: [құқылы, 'иә', no]\n  ru: [вправе, 1.0]\n"
NUMBERS = "kk: {бір: 1}\nru: {один: 1}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {"rules/term/D1a-1.yaml": TERM, "rules/lexicons/numbers.yaml": NUMBERS}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "rules"


def _open(folder: Path, place: Path | None = None) -> Shelf:
    return Shelf(
        folder, lambda path: not path.startswith("lexicons/"), place or folder.parent / "cache" / "rules.jsonl"
    )


def _forbid_parsing(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(*_: object, **__: object) -> None:
        raise AssertionError("parsed again")

    monkeypatch.setattr(yaml, "load", parse)


def test_a_second_start_parses_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = {path: _open(folder).read(path) for path in _open(folder).entries}
    _forbid_parsing(monkeypatch)
    again = _open(folder)
    assert {path: again.read(path) for path in again.entries} == first
    assert first["term/D1a-1.yaml"]["match"] == {"kk": ["құқылы", "иә", "no"], "ru": ["вправе", "1.0"]}
    assert first["lexicons/numbers.yaml"]["kk"] == {"бір": 1}


def test_a_changed_file_is_read_anew_and_vouched_for_no_more(folder: Path) -> None:
    shelf = _open(folder)
    shelf.read("term/D1a-1.yaml")
    shelf.vouch()
    assert _open(folder).is_sound
    path = folder / "term" / "D1a-1.yaml"
    path.write_text(TERM.replace("вправе", "может"), encoding="utf-8")
    os.utime(path, ns=(1, 1))  # the clock of a disk may be coarse
    changed = _open(folder)
    assert not changed.is_sound
    assert changed.read("term/D1a-1.yaml")["match"]["ru"][0] == "может"


def test_the_gist_is_found_once_for_the_files_as_they_are(folder: Path) -> None:
    shelf = _open(folder)
    assert shelf.gist is None
    shelf.vouch(lambda: {"kk": "құқылы"})
    again = _open(folder)
    again.vouch(lambda: pytest.fail("found again"))
    assert shelf.gist == again.gist == {"kk": "құқылы"}
    (folder / "term" / "D1a-2.yaml").write_text(TERM, encoding="utf-8")
    assert _open(folder).gist is None


def test_a_damaged_gist_is_as_none(folder: Path) -> None:
    _open(folder).vouch(lambda: {"kk": "құқылы"})
    place = folder.parent / "cache" / "rules.jsonl"
    place.write_text(place.read_text(encoding="utf-8").replace('{"kk": "құқылы"}', '{"kk": "құ'), encoding="utf-8")
    assert _open(folder).gist is None
    assert _open(folder).read("term/D1a-1.yaml")["code"] == "D1a-1"


def test_a_gist_of_other_code_is_found_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _open(folder).vouch(lambda: {"kk": "құқылы"})
    monkeypatch.setattr("sarapshy.knowledge._stamp_program", lambda: "another")
    assert _open(folder).gist is None and not _open(folder).is_sound


def test_a_new_file_is_seen_and_a_removed_one_is_gone(folder: Path) -> None:
    _open(folder).read("term/D1a-1.yaml")
    (folder / "term" / "D1a-2.yaml").write_text(TERM, encoding="utf-8")
    (folder / "term" / "D1a-1.yaml").unlink()
    shelf = _open(folder)
    assert list(shelf.entries) == ["lexicons/numbers.yaml", "term/D1a-2.yaml"]
    assert shelf.read("term/D1a-2.yaml")["code"] == "D1a-1"


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[: len(data) // 2],
        lambda data: b"",
        lambda data: b"\xff\xfe" + data,
        lambda data: b"[]\n[]",
        lambda data: b"".join(data.partition(b"\n")[:2]),
        lambda data: data.replace(b'"program"', b'"other"'),
    ],
)
def test_a_damaged_cache_is_as_none(folder: Path, damage: object) -> None:
    assert callable(damage)
    place = folder.parent / "cache" / "rules.jsonl"
    sound = _open(folder).read("term/D1a-1.yaml")
    place.write_bytes(damage(place.read_bytes()))
    assert _open(folder).read("term/D1a-1.yaml") == sound
    assert _open(folder).read("lexicons/numbers.yaml") == {"kk": {"бір": 1}, "ru": {"один": 1}}


def test_where_nothing_can_be_kept_the_files_are_parsed(folder: Path) -> None:
    (folder.parent / "cache").write_text("a file where a folder should be", encoding="utf-8")
    assert _open(folder).read("term/D1a-1.yaml")["code"] == "D1a-1"
    assert Shelf(folder, lambda _: True).read("term/D1a-1.yaml")["code"] == "D1a-1"


def test_a_broken_file_is_told_when_it_is_asked_for(folder: Path) -> None:
    (folder / "term" / "D1a-3.yaml").write_text("match: [құқылы", encoding="utf-8")
    for _ in range(2):  # with no cache, and with one
        shelf = _open(folder)
        assert shelf.read("term/D1a-1.yaml")["code"] == "D1a-1"
        with pytest.raises(KnowledgeError, match="line 1"):
            shelf.read("term/D1a-3.yaml")


def test_what_json_cannot_hold_is_parsed_each_time(folder: Path) -> None:
    (folder / "lexicons" / "days.yaml").write_text("1: 2018-03-12\n", encoding="utf-8")
    for _ in range(2):
        assert str(_open(folder).read("lexicons/days.yaml")[1]) == "2018-03-12"


@pytest.mark.parametrize("package", ["sarapshy.rules", "sarapshy.reports"])
def test_all_that_comes_with_the_program_can_be_kept(package: str) -> None:
    shelf = open_shelf(package)
    for path in shelf.entries:
        table = shelf.read(path)
        assert json.loads(json.dumps(table)) == table, path


def test_both_loaders_of_yaml_read_all_that_comes_with_the_program_alike() -> None:
    """A Python without the C library reads «[a(?!b)]» otherwise."""
    for package in ("sarapshy.rules", "sarapshy.reports"):
        shelf = open_shelf(package)
        for path, entry in shelf.entries.items():
            loader = yaml.BaseLoader if shelf.keeps_words(path) else yaml.SafeLoader
            assert yaml.load(entry.read_text(encoding="utf-8"), Loader=loader) == shelf.read(path), path
