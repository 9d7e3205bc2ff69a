"""What is kept on disk is whole or absent, and what a disk damages is noticed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from sarapshy.acts.model import Act
from sarapshy.acts.reading import build_act
from sarapshy.batch.store import Store, Unwritable, digest, write_whole

TEXTS = (
    "Кітапхана қағидалары\n1. Осы Қағидалар (бұдан әрі – Қағидалар) тәртіпті айқындайды.\n2. Басқарма 5 күнде жауап береді.\n",
    "Правила библиотеки\n1. Настоящие Правила определяют порядок.\n2. Управление отвечает в течение 5 дней.\n",
)


@dataclass(frozen=True, slots=True)
class Note:
    words: tuple[str, ...]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache")


def entry(store: Store) -> Path:
    (path,) = (path for path in store.folder.rglob("*") if path.is_file())
    return path


@pytest.mark.parametrize("text", TEXTS)
def test_an_act_comes_back_as_it_was(store: Store, text: str) -> None:
    act = build_act(text, "ереже.txt", "0" * 64)
    store.put("ab12", act)
    assert store.get(Act, "ab12") == act


def test_what_was_never_put_is_not_there(store: Store) -> None:
    assert store.get(Act, "ab12") is None


@pytest.mark.parametrize("at", [0, 8, 20, -1])
def test_a_bit_that_flipped_is_noticed_and_the_entry_dropped(store: Store, at: int) -> None:
    store.put("ab12", Note(("басқарма", "комиссия")))
    data = bytearray(entry(store).read_bytes())
    data[at] ^= 1
    entry(store).write_bytes(bytes(data))
    assert store.get(Note, "ab12") is None
    assert not [path for path in store.folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("size", [0, 7, 16, 30])
def test_an_entry_cut_short_is_noticed(store: Store, size: int) -> None:
    store.put("ab12", Note(("басқарма", "комиссия")))
    entry(store).write_bytes(entry(store).read_bytes()[:size])
    assert store.get(Note, "ab12") is None


def test_what_has_another_shape_counts_as_absent(store: Store) -> None:
    store.put("ab12", Note(("басқарма",)))
    other = store.folder / "act" / "ab" / "ab12"
    other.parent.mkdir(parents=True)
    entry(store).rename(other)
    assert store.get(Act, "ab12") is None


def test_only_named_entries_stay(store: Store) -> None:
    for key in ("ab12", "cd34"):
        store.put(key, Note((key,)))
    (store.folder / "note" / "ab" / "ab12.77.part").write_bytes(b"half")
    store.prune({"cd34"})
    assert [path.name for path in store.folder.rglob("*") if path.is_file()] == ["cd34"]


def test_equal_parts_have_one_name_and_others_another() -> None:
    assert digest("а", "б") == digest("а", "б".encode())
    assert len({digest("а", "б"), digest("аб"), digest("аб", ""), digest("б", "а")}) == 4


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "бет.html"
    write_whole(path, b"one")

    def refuse(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(Unwritable) as told:
        write_whole(path, b"two")
    assert path.read_bytes() == b"one" and "space" in told.value.reason
    assert [each.name for each in tmp_path.iterdir()] == ["бет.html"]
