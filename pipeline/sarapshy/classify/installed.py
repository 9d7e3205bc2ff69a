"""Which optional parts are there: a library by its name, a model by its folder. Nothing is imported and nothing fetched."""

from __future__ import annotations

import os
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from sarapshy.language.actors import SPACY, STANZA

EXTRAS = {"scikit-learn": "learn", "skops": "learn", "stanza": "stanza", "spacy": "spacy"}
STANZA_FOLDERS = (STANZA, "STANZA_RESOURCES_DIR")
LANGUAGES = ("kk", "ru")


@dataclass(frozen=True, slots=True)
class Library:
    """``version`` None: it is not installed; ``extra`` is what brings it."""

    name: str
    extra: str
    version: str | None


def list_libraries() -> list[Library]:
    return [Library(name, extra, _version(name)) for name, extra in EXTRAS.items()]


def find_stanza_models() -> dict[str, Path | None]:
    """By language, the folder of a model that the user has fetched; None where there is none."""
    given = next((told for name in STANZA_FOLDERS if (told := os.environ.get(name))), None)
    folder = Path(given) if given else Path.home() / "stanza_resources"
    return {each: folder / each if (folder / each / "depparse").is_dir() else None for each in LANGUAGES}


def find_spacy_models() -> dict[str, str | None]:
    """By language, the pipeline that the user has named."""
    return {language: os.environ.get(variable) or None for language, variable in SPACY.items()}


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
