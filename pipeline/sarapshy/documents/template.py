"""The words of a document, from a template that a lawyer may copy and change.

``reports/documents/conclusion.yaml`` says which parts a conclusion has, in which order, and each sentence in Kazakh and
in Russian: ``found: {kk: "Талдау барысында {findings} ескерту жасалды.", ru: "По итогам … {findings:замечание|…}."}``.
``[[…]]`` marks what the expert has still to fill in. A copy in a folder of one's own is named with --template.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import yaml

from sarapshy.documents.blocks import Run, Text, words_of
from sarapshy.documents.words import DOCUMENT_LANGUAGES
from sarapshy.errors import InputError
from sarapshy.knowledge import read_table

_MARKED = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
STYLES = "styles.docx"


@dataclass(frozen=True, slots=True)
class Page:
    """``margins`` are top, right, bottom, left in millimetres; sizes are in points. ``styles`` is a .docx whose styles,
    margins and headers are taken over, None where there is none."""

    font: str
    size: float
    table_size: float
    margins: tuple[float, float, float, float]
    styles: Path | None = None


@dataclass(frozen=True, slots=True)
class Template:
    """``topics`` are the factors that answer each question of the assessment in substance."""

    sections: tuple[str, ...]
    page: Page
    texts: Mapping[str, Mapping[str, str]]
    topics: Mapping[str, tuple[str, ...]]

    def write(self, key: str, language: str, **values: Any) -> Text:
        """The sentence with its values; words of an act go in as they are, whatever signs they hold."""
        return tuple(_write(self.texts[key][language], values))

    def say(self, key: str, language: str, **values: Any) -> str:
        return words_of(self.write(key, language, **values))


@cache
def read_template(name: str, place: Path | None = None) -> Template:
    """``name`` is "conclusion" or "note"; ``place`` a user's folder or file. InputError names what is wrong in it."""
    own = _own_file(name, place)
    ours = read_table("sarapshy.reports", f"documents/{name}.yaml")
    data = ours if own is None else _read_own(own, ours)
    styles = place / STYLES if place and place.is_dir() and (place / STYLES).is_file() else None
    page = {**ours["page"], **data.get("page", {})}
    return Template(
        tuple(data.get("sections", ours["sections"])),
        Page(page["font"], page["size"], page["table_size"], tuple(page["margins"]), styles),
        {**ours["texts"], **data.get("texts", {})},
        {name: tuple(codes) for name, codes in {**ours["topics"], **data.get("topics", {})}.items()},
    )


def _own_file(name: str, place: Path | None) -> Path | None:
    if place is None:
        return None
    if place.is_dir():
        own = place / f"{name}.yaml"
        return own if own.is_file() else None
    if not place.exists():
        raise InputError("reading.missing", str(place))
    return place


def _read_own(path: Path, ours: Mapping[str, Any]) -> Mapping[str, Any]:
    try:
        data: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise InputError("documents.template_unreadable", str(path), detail=" ".join(str(error).split())) from error
    own: dict[str, Any] = data if isinstance(data, dict) else {"texts": {path.name: None}}
    if faults := list(_find_faults(own, ours)):
        raise InputError("documents.template_broken", str(path), faults="; ".join(faults))
    return own


def _find_faults(data: Mapping[str, Any], ours: Mapping[str, Any]) -> Iterator[str]:
    """Names that nothing uses, sentences without a language, and values that the program has not."""
    yield from (f"sections: {name}" for name in data.get("sections", ()) if name not in ours["sections"])
    for key, text in data.get("texts", {}).items():
        if key not in ours["texts"]:
            yield f"texts: {key}"
            continue
        for language in DOCUMENT_LANGUAGES:
            if not isinstance(text, dict) or not isinstance(text.get(language), str):
                yield f"{key}: {language}"
            elif unknown := _fields(text[language]) - _known(ours["texts"][key]):
                yield f"{key}: {language}: {{{'}, {'.join(sorted(unknown))}}}"


def _known(texts: Mapping[str, str]) -> set[str]:
    return {name for text in texts.values() for name in _fields(text)}


def _fields(text: str) -> set[str]:
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return {text}


def _write(text: str, values: Mapping[str, Any]) -> Iterator[Run]:
    for position, part in enumerate(_MARKED.split(text)):
        if part:
            yield Run(part.replace("№ ", "№\u00a0").format(**values), mark=position % 2 == 1)
