"""Whoever knows one of the three languages can run everything in it."""

from __future__ import annotations

from importlib.resources import files
from string import Formatter

import pytest

from sarapshy.messages import LANGUAGES, read_translations

STEMS = sorted(
    path.name.removesuffix(".yaml")
    for path in files("sarapshy.reports").joinpath("translations").iterdir()
    if path.name.endswith(".yaml")
)


def values_of(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("stem", STEMS)
def test_each_text_stands_in_every_language_with_the_same_values(stem: str) -> None:
    for key, texts in read_translations(stem).items():
        assert set(texts) == set(LANGUAGES), f"{stem}.{key}"
        assert all(text.strip() for text in texts.values()), f"{stem}.{key}"
        assert len({frozenset(values_of(text)) for text in texts.values()}) == 1, f"{stem}.{key}"


@pytest.mark.parametrize("stem", STEMS)
def test_a_kazakh_text_is_no_russian_one(stem: str) -> None:
    """A text copied and not translated would be the same letters; names, units and signs may be."""
    for key, texts in read_translations(stem).items():
        if len(texts["kk"].split()) > 4:
            assert texts["kk"] != texts["ru"], f"{stem}.{key}"
