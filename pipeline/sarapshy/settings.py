"""``sarapshy.toml``: what a team says once, beside its acts.

    [organisation]
    name = {kk = "Жоба тобы №4", ru = "Проектная группа №4"}

    [[suppress]]
    act = "бұйрық-57.docx"
    clause = "19"
    rule = "D2-decides"
    reason = "келісілген"

The file of the working folder is used, or of the nearest folder above that has one, or that which ``--config`` names.
Each command reads the tables that concern it; a table that nobody knows is a mistake of spelling and is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sarapshy.errors import InputError

NAME = "sarapshy.toml"
TABLES = ("organisation", "expert", "basis", "plan", "suppress", "run", "review", "templates")


@dataclass(frozen=True, slots=True)
class Settings:
    """``path`` is the file the tables come from, None where there is none."""

    path: Path | None = None
    tables: Mapping[str, Any] = field(default_factory=dict)

    def table(self, name: str) -> Mapping[str, Any]:
        found = self.tables.get(name, {})
        if not isinstance(found, dict):
            raise InputError("cli.config_not_table", str(self.path), table=name)
        return found

    def entries(self, name: str) -> tuple[Mapping[str, Any], ...]:
        """An array of tables, ``[[suppress]]``."""
        found = self.tables.get(name, [])
        if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
            raise InputError("cli.config_not_array", str(self.path), table=name)
        return tuple(found)


def read_settings(path: Path | None = None, start: Path | None = None) -> Settings:
    """The settings of ``path``, else of the nearest sarapshy.toml at or above ``start`` (the working folder)."""
    found = path or _find((start or Path.cwd()).absolute())
    if found is None:
        return Settings()
    import tomllib  # most starts find no settings

    try:
        tables = tomllib.loads(found.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError("cli.config_unreadable", str(found), detail=str(error)) from error
    for name in tables:
        if name not in TABLES:
            raise InputError("cli.config_unknown_table", str(found), table=name, known=", ".join(TABLES))
    return Settings(found, tables)


def _find(folder: Path) -> Path | None:
    places = (each / NAME for each in (folder, *folder.parents))
    return next((place for place in places if place.is_file()), None)
