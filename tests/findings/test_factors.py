"""The typology and the acts it cites: whole in three languages, and citing only what laws.yaml knows."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
import yaml

from sarapshy.findings.factors import (
    TypologyError,
    cite,
    find_faults,
    legal_basis,
    read_factors,
    read_laws,
    read_names,
    read_slots,
)

CODES = [
    "D1a", "D1b", "D1c", "D1d", "D2", "D3", "D4", "N1", "N2", "N3", "N4",
    "P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9", "P10", "A1", "A2", "A3", "A4",
    "T1", "T2", "T3", "T4", "K1", "K2", "K3", "K4", "I1", "I2", "I3", "F1", "F2", "F3",
]  # fmt: skip
SLOTS = ["selection", "term", "quorum", "voting", "tie", "scoring", "interview", "minutes", "recording", "recusal"]
KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
LATIN = re.compile("[a-z]", re.IGNORECASE)


def load(name: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(files("sarapshy.rules").joinpath(name).read_text(encoding="utf-8"))
    return data


@pytest.fixture
def typology() -> dict[str, Any]:
    return copy.deepcopy(load("factors.yaml"))


@pytest.fixture
def laws() -> dict[str, Any]:
    return copy.deepcopy(load("laws.yaml"))


def find_texts(node: object, path: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    if isinstance(node, dict) and {"kk", "ru", "en"} & node.keys():
        yield path, node
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from find_texts(value, f"{path}.{key}")


ALL_TEXTS = [*find_texts(load("factors.yaml"), "factors"), *find_texts(load("laws.yaml"), "laws")]


def test_every_code_of_the_typology_is_there_in_its_order() -> None:
    assert list(read_factors()) == CODES


def test_every_slot_of_a_commission_is_there() -> None:
    assert list(read_slots()) == SLOTS


@pytest.mark.parametrize(("path", "texts"), ALL_TEXTS, ids=[path for path, _ in ALL_TEXTS])
def test_every_text_stands_in_its_own_language(path: str, texts: dict[str, str]) -> None:
    assert set(texts) == {"kk", "ru", "en"}
    words = {language: re.sub(r"\{\w+\}|№ ?\d+(-[IVX]+)?", "", text) for language, text in texts.items()}
    if len(words["kk"]) > 25:  # «кворум», «отырыс хаттамасы» have no letter of its own
        assert KAZAKH.search(words["kk"])
    assert not KAZAKH.search(words["ru"])
    assert not LATIN.search(words["kk"] + words["ru"])
    assert LATIN.search(words["en"])
    assert not re.search("[а-яё]", words["en"], re.IGNORECASE)


@pytest.mark.parametrize("code", CODES)
def test_every_factor_rests_on_an_act_that_can_be_printed(code: str) -> None:
    for language in ("kk", "ru", "en"):
        bases = legal_basis(code, language)
        assert bases
        assert all(basis.act and basis.note for basis in bases)


@pytest.mark.parametrize("slot", SLOTS)
def test_every_slot_rests_on_an_act_of_its_own(slot: str) -> None:
    assert all(basis.act and basis.note for basis in legal_basis("P4", "kk", slot))


@pytest.mark.parametrize(
    ("clause", "law", "printed"),
    [
        ("14", "appc", ("14-бап", "статья 14", "article 14")),
        ("64.7", "appc", ("64-баптың 7-бөлігі", "часть 7 статьи 64", "article 64, part 7")),
        ("35-1.1", "legal_acts_law", ("35-1-баптың 1-тармағы", "пункт 1 статьи 35-1", "article 35-1, point 1")),
        (
            "139.6.3",
            "labour_code",
            (
                "139-баптың 6-тармағының 3) тармақшасы",
                "подпункт 3) пункта 6 статьи 139",
                "article 139, point 6, subpoint 3",
            ),
        ),
    ],
)
def test_an_address_is_printed_as_the_act_itself_counts(law: str, clause: str, printed: tuple[str, ...]) -> None:
    assert tuple(cite(law, clause, language).clause for language in ("kk", "ru", "en")) == printed


def test_an_act_cited_whole_has_no_clause_but_says_what_it_is_about() -> None:
    basis = cite("access_law", None, "ru")
    assert basis.clause is None
    assert basis.note


@pytest.mark.parametrize(
    ("law", "pdf"),
    [
        ("legal_acts_law", "z1600000480.09-01-2026.rus.pdf"),
        ("appc", "k2000000350.16-01-2026.rus.pdf"),
        ("labour_code", "k1500000414.20-01-2026.rus.pdf"),
    ],
)
def test_every_clause_cited_stands_in_the_official_text(law: str, pdf: str, shared: Path) -> None:
    document = pdfium.PdfDocument(shared / "data" / "pdf" / pdf)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    articles = dict(re.findall(r"^Статья (\d+(?:-\d+)?)\.(.+?)(?=^Статья \d|\Z)", text, re.MULTILINE | re.DOTALL))
    for clause in read_laws()[law].clauses:
        article, *deeper = clause.split(".")
        marks = [rf"^\s*{number}{closing}\s" for number, closing in zip(deeper, (r"\.", r"\)"), strict=False)]
        assert re.search(".*?".join(marks), articles[article], re.MULTILINE | re.DOTALL), clause


def test_acts_without_a_text_read_have_no_clauses_save_those_known_from_other_acts() -> None:
    unread = {key: set(law.clauses) for key, law in read_laws().items() if not law.edition and law.clauses}
    assert unread == {"services_law": {"19-1.2"}}


def test_only_what_an_expert_must_answer_carries_a_question() -> None:
    asked = {code for code, factor in read_factors().items() if factor.question}
    assert asked == {code for code, factor in read_factors().items() if factor.visible == "expert"}
    assert asked == {"N2", "N3", "P8", "I2", "I3", "F1", "F2", "F3"}
    assert all(factor.question[language].endswith("?") for factor in read_factors().values()
               if factor.question for language in factor.question)  # fmt: skip


def test_the_four_headings_of_the_mission_hold_the_factors_it_names() -> None:
    by_heading: dict[str, list[str]] = {}
    for code, factor in read_factors().items():
        by_heading.setdefault(factor.heading, []).append(code)
    assert by_heading["discretion"] == ["D1a", "D1b", "D1c", "D1d", "D2", "D3", "D4", "N1"]
    assert by_heading["refusal"] == ["P2"]
    assert by_heading["interest"] == ["I1"]
    assert by_heading["contradiction"] == ["T4", "K1", "K2", "K3", "K4"]


def test_every_class_of_the_kazakh_methodology_is_used_and_named() -> None:
    used = {name for factor in read_factors().values() for name in factor.classes}
    assert used == set(read_names("classes")) == {f"2.2.{number}" for number in range(1, 10)}


def test_the_files_as_they_stand_have_no_faults(typology: dict[str, Any], laws: dict[str, Any]) -> None:
    assert list(find_faults(typology, laws)) == []


def test_all_faults_are_told_at_once(typology: dict[str, Any], laws: dict[str, Any]) -> None:
    del typology["factors"]["D2"]["risk"]["kk"]
    typology["factors"]["P5"]["family"] = "complaint"
    typology["factors"]["N2"].pop("question")
    typology["factors"]["A1"].pop("kz_class")
    typology["slots"]["tie"]["legal_basis"] = [{"law": "appc", "clause": "999"}, {"law": "civil_code"}]
    del laws["laws"]["appc"]["clauses"]["14"]["ru"]
    faults = list(find_faults(typology, laws))
    assert len(faults) == 7
    told = str(TypologyError(faults))
    for words in ("D2 risk: no text in kk", "P5 family: complaint", "N2: an expert", "A1: no kz_class",
                  "no clause 999 of appc", "no act civil_code", "clause 14: no text in ru"):  # fmt: skip
        assert words in told
