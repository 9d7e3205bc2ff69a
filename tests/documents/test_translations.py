"""A Kazakh document holds no fixed Russian text, a Russian one no Kazakh; each template has every text in both."""

from __future__ import annotations

import re
from importlib.resources import files
from string import Formatter
from typing import Any

import pytest
import yaml
from made_runs import examine, kazakh_act, material, russian_act
from test_conclusion import texts
from test_draft import compare, draft

from sarapshy.documents.blocks import Document
from sarapshy.documents.conclusion import write_conclusion
from sarapshy.documents.listed import list_acts
from sarapshy.documents.note import write_note
from sarapshy.language.identify import language_of
from sarapshy.plan.reading import read_plan

TEMPLATES = ("conclusion", "note", "draft", "comparison")
KAZAKH_LETTERS = set("әғқңөұүһіӘҒҚҢӨҰҮҺІ")


def read(name: str) -> dict[str, Any]:
    return yaml.safe_load(files("sarapshy.reports").joinpath("documents", f"{name}.yaml").read_text(encoding="utf-8"))[
        "texts"
    ]


def fixed(text: str) -> list[str]:
    """The stretches of a text between what is filled in, long enough to be told apart."""
    parts = [part for part, *_ in Formatter().parse(text.replace("[[", "").replace("]]", ""))]
    return [part.strip(" .,;:()–«»").replace("\u00a0", " ") for part in parts if len(part.strip(" .,;:()–«»№")) > 3]


def write(name: str, language: str) -> Document:
    if name in ("draft", "comparison"):
        own = kazakh_act() if language == "kk" else russian_act()
        return draft(own) if name == "draft" else compare(own, language)
    act = examine(kazakh_act() if language == "kk" else russian_act())
    if name == "conclusion":
        return write_conclusion(act, material(name), language)
    plan = read_plan()
    return write_note(list_acts([act], 5), [], material(name), plan, None, language)


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_text_has_both_languages_and_the_same_values(name: str) -> None:
    for key, text in read(name).items():
        assert set(text) == {"kk", "ru"}, key
        known = [{field for _, field, _, _ in Formatter().parse(text[each]) if field} for each in ("kk", "ru")]
        assert known[0] == known[1], key


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize(("language", "other"), [("kk", "ru"), ("ru", "kk")])
def test_no_fixed_text_of_the_other_language_is_printed(name: str, language: str, other: str) -> None:
    told = texts(write(name, language))
    own = " ".join(part for text in read(name).values() for part in fixed(text[language]))
    foreign = {part for text in read(name).values() for part in fixed(text[other]) if part not in own}
    assert [part for part in foreign if re.search(rf"(?<!\w){re.escape(part)}(?!\w)", told)] == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_russian_document_on_a_russian_act_has_no_kazakh_letter(name: str) -> None:
    words = [word for word in re.findall(r"\w+", texts(write(name, "ru"))) if KAZAKH_LETTERS & set(word)]
    assert set(words) <= {"ұрпақ"}


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_document_reads_as_its_language(name: str, language: str) -> None:
    assert language_of(texts(write(name, language))) == language
