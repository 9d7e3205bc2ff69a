"""The settings of a team: found above the working folder, and told when they are misspelt."""

from __future__ import annotations

from pathlib import Path

import pytest

from sarapshy.errors import InputError
from sarapshy.settings import NAME, Settings, read_settings


def test_the_nearest_file_above_is_used(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text('[organisation]\nname = "Жоба тобы"\n', encoding="utf-8")
    folder = tmp_path / "актілер" / "2026"
    folder.mkdir(parents=True)
    assert read_settings(start=folder).table("organisation") == {"name": "Жоба тобы"}


def test_without_a_file_every_table_is_empty(tmp_path: Path) -> None:
    assert Settings().table("expert") == {} and Settings().entries("suppress") == ()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[organization]\nname = 1\n", "cli.config_unknown_table"),
        ("organisation = ", "cli.config_unreadable"),
    ],
)
def test_a_mistake_is_told_with_the_file(tmp_path: Path, text: str, key: str) -> None:
    path = tmp_path / NAME
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as told:
        read_settings(path)
    assert told.value.key == key and str(path) in told.value.say("ru")


def test_a_table_where_an_array_is_wanted_is_told(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_text('[suppress]\nact = "бұйрық"\n', encoding="utf-8")
    with pytest.raises(InputError) as told:
        read_settings(path).entries("suppress")
    assert told.value.key == "cli.config_not_array"
