"""The sample acts are what expected.yaml and their README say.

``school-heads.kk.txt``: "Ерекше жағдайларда ..." stands in the file, and in point 21, as expected.yaml says.
Files are read here without the package's own readers: an error of a reader must not hide one of the samples.
"""

from __future__ import annotations

import re
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import lxml.html
import pypdfium2
import pytest
import yaml
from lxml import etree

FOLDER = Path(__file__).resolve().parents[2] / "corpora" / "acts"
EXPECTED: dict[str, list[dict[str, Any]]] = yaml.load((FOLDER.parent / "expected.yaml").read_bytes(), yaml.CSafeLoader)
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
POINT = re.compile(r"^(\d+(?:[-.]\d+)*)\.? (?=\S)")
SLOTS = {"selection", "term", "quorum", "voting", "tie", "scoring", "interview", "minutes", "recording", "recusal"}
PLANTED = set(re.findall(r"\w+", "D1a D1b D1c D1d D2 D3 D4 N1 N4 P1 P2 P5 P9 A2 A3 A4 T1 T2 T3 K1 I1"))


def paragraphs_of_html(path: Path) -> list[str]:
    tree = lxml.html.fromstring(path.read_bytes())
    return ["".join(map(str, p.itertext())).replace("\xa0", " ").strip() for p in tree.iter("p", "h3")]


def paragraphs_of_docx(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as parts:
        tree = etree.fromstring(parts.read("word/document.xml"))
    return ["".join(t.text or "" for t in p.iter(f"{WORD}t")) for p in tree.iter(f"{WORD}p")]


def paragraphs_of_pdf(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    return re.split(r"\n(?=\d+\. )", re.sub(r"(?<!;)\s*\n(?!\d+[.)] )", " ", text.replace("\r", "")))


@cache
def paragraphs(name: str) -> list[str]:
    path = FOLDER / name
    readers = {".html": paragraphs_of_html, ".docx": paragraphs_of_docx, ".pdf": paragraphs_of_pdf}
    return readers[path.suffix](path) if path.suffix in readers else path.read_text(encoding="utf-8").split("\n")


def defects(*suffixes: str) -> list[Any]:
    return [
        pytest.param(name, row, id=f"{name}-{row['code']}-{row['slot'] or row['clause']}")
        for name, rows in EXPECTED.items()
        for row in rows
        if name.endswith(suffixes or "")
    ]


def test_every_act_in_the_folder_is_told_of() -> None:
    acts = {path.name for path in FOLDER.iterdir() if path.suffix not in {".yaml", ".md"}}
    assert acts == EXPECTED.keys()
    readme = (FOLDER.parent / "README.md").read_text(encoding="utf-8")
    assert all(name in readme for name in acts)


@pytest.mark.parametrize("name", ["clean.kk.txt", "clean.ru.txt", "list-only.kk.txt"])
def test_a_clean_act_has_nothing_planted(name: str) -> None:
    assert EXPECTED[name] == []


def test_the_main_codes_and_all_slots_are_planted_in_both_languages() -> None:
    for language in (".kk.", ".ru."):
        rows = [row for name, rows in EXPECTED.items() if language in name for row in rows]
        assert {row["code"] for row in rows} >= PLANTED
    assert {row["slot"] for rows in EXPECTED.values() for row in rows} - {None} == SLOTS


@pytest.mark.parametrize(("name", "row"), defects())
def test_a_planted_defect_is_quoted_word_for_word_from_one_paragraph(name: str, row: dict[str, Any]) -> None:
    assert set(row) - {"absent"} == {"code", "slot", "clause", "quote"}
    assert (row["slot"] is not None) == (row["code"] == "P4")
    assert any(row["quote"] in paragraph for paragraph in paragraphs(name))


@pytest.mark.parametrize(("name", "row"), defects(".txt", ".html", ".pdf"))
def test_the_quote_stands_in_the_clause_that_is_named(name: str, row: dict[str, Any]) -> None:
    if name == "amending.kk.txt":
        pytest.skip("its points are inside one line")
    number = None
    for paragraph in paragraphs(name):
        found = POINT.match(paragraph)
        number = found.group(1) if found else number
        if row["quote"] in paragraph and (row["clause"] is None or number == row["clause"]):
            return
    pytest.fail(f"not in clause {row['clause']}")


def test_both_languages_of_one_act_run_line_for_line() -> None:
    kazakh, russian = paragraphs("school-heads.kk.txt"), paragraphs("school-heads.ru.txt")
    label = re.compile(r"^(\d+[.)]|\d+\t|$)")
    assert [m and m.group() for m in map(label.match, kazakh)] == [m and m.group() for m in map(label.match, russian)]


def test_word_keeps_numbers_and_changes_outside_the_text() -> None:
    with zipfile.ZipFile(FOLDER / "dormitory.ru.docx") as parts:
        document = parts.read("word/document.xml").decode()
        assert "Глава %1." in parts.read("word/numbering.xml").decode()
        assert "<w:numPr" in parts.read("word/styles.xml").decode()
    assert "<w:ins " in document and "<w:del " in document and "<w:tbl>" in document
    assert not any(re.match(r"\d+[.)] ", paragraph) for paragraph in paragraphs("dormitory.ru.docx"))


def test_the_pdf_has_a_text_layer_with_kazakh_letters_and_is_small() -> None:
    data = (FOLDER / "admission.kk.pdf").read_bytes()
    assert data.startswith(b"%PDF-") and len(data) < 60_000
    assert set("әғқңөұүі") <= set("".join(paragraphs("admission.kk.pdf")))


def test_the_amending_order_is_one_long_line() -> None:
    first, *rest = paragraphs("amending.kk.txt")
    assert len(first) > 2000 and all(len(line) < 100 for line in rest)
    assert first.count("редакцияда жазылсын") == 4
