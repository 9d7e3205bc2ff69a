"""A document as DOCX and as HTML: it opens, its tables and pages behave, and nothing of an act does harm."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree
from lxml import html as lxml_html
from made_runs import examine, find, kazakh_act, material, russian_act
from test_draft import compare, draft

from sarapshy.documents.blocks import Column, Document, Paragraph, Run, Table, cell
from sarapshy.documents.conclusion import write_conclusion
from sarapshy.documents.docx import write_docx, write_styles
from sarapshy.documents.html import write_html
from sarapshy.documents.listed import list_acts
from sarapshy.documents.note import write_note
from sarapshy.documents.pairs import pair
from sarapshy.documents.template import read_template
from sarapshy.plan.reading import read_plan


def conclusion(language: str = "kk") -> Document:
    return write_conclusion(examine(kazakh_act()), material("conclusion"), language)


def note(language: str = "kk") -> Document:
    acts = list_acts([examine(kazakh_act()), examine(russian_act())], 5)
    return write_note(acts, [], material("note"), read_plan(), None, language)


def open_docx(document: Document) -> Any:
    return docx.Document(BytesIO(write_docx(document, read_template("conclusion").page)))


def read_tables(document: Document) -> list[Any]:
    opened = open_docx(document)
    return [table for table in opened.tables if table.style.name == "Table Grid" and len(table.columns) > 2]


def test_headings_of_tables_repeat_and_stay_with_the_first_row() -> None:
    for table in read_tables(conclusion()):
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(cell.paragraphs[0].paragraph_format.keep_with_next for cell in table.rows[0].cells)


def test_short_rows_are_not_broken_and_tall_ones_leave_no_page_half_empty() -> None:
    rows = [row for table in read_tables(conclusion()) for row in table.rows[1:]]
    kept = [row for row in rows if row._tr.trPr is not None and row._tr.trPr.find(qn("w:cantSplit")) is not None]
    longest = {id(row): max(len(cell.text) for cell in row.cells) for row in rows}
    assert all(longest[id(row)] < 700 for row in kept) and all(row in kept for row in rows if longest[id(row)] < 120)


def test_the_number_of_a_unit_is_not_parted_from_its_word_in_a_narrow_column() -> None:
    text = (Run("3-тармақ, 2017-2019 жылдар"),)
    made = Document("", "kk", (Table((Column((), 100),), ((cell(text),),)), Paragraph(text)))
    file = docx.Document(BytesIO(write_docx(made, read_template("conclusion").page)))
    (written,) = file.tables[0].rows[0].cells[0].paragraphs
    assert written.text == "3-тармақ, 2017-2019 жылдар"
    assert len(written._p.findall(f".//{qn('w:noBreakHyphen')}")) == 1
    assert not file.paragraphs[-1]._p.findall(f".//{qn('w:noBreakHyphen')}")


def test_what_leads_to_a_table_stands_on_its_page() -> None:
    body = list(open_docx(conclusion()).element.body)
    before = [
        one
        for one, other in pairwise(body)
        if other.tag == qn("w:tbl") and other.find(f".//{qn('w:tblHeader')}") is not None
    ]
    styles = {"Heading1", "BodyText"}
    for paragraph in before:
        assert paragraph.pPr.keepNext is not None and paragraph.pPr.pStyle.val in styles


def test_the_font_is_named_for_every_script_and_the_language_is_that_of_the_text() -> None:
    opened = open_docx(conclusion())
    fonts = opened.styles["Normal"].element.rPr.rFonts
    assert {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "cs")} == {"Times New Roman"}
    assert next(opened.styles.element.iter(qn("w:lang"))).get(qn("w:val")) == "kk-KZ"


def test_pages_are_numbered_and_the_wide_table_lies_across() -> None:
    opened = open_docx(conclusion())
    assert "PAGE" in opened.sections[0].header._element.xml
    assert [section.different_first_page_header_footer for section in opened.sections] == [True, False]
    assert [section.page_width > section.page_height for section in opened.sections] == [False, True]


def test_every_part_is_well_formed_and_charts_are_parts_of_the_file() -> None:
    with zipfile.ZipFile(BytesIO(write_docx(note(), read_template("note").page))) as parts:
        names = parts.namelist()
        for name in names:
            if name.endswith((".xml", ".rels")):
                etree.fromstring(parts.read(name))
        types = parts.read("[Content_Types].xml").decode()
    charts = [name for name in names if name.startswith("word/charts/")]
    assert len(charts) == 2 and all(f'PartName="/{name}"' in types for name in charts)


@pytest.mark.parametrize(
    "make",
    [
        conclusion,
        note,
        lambda: pair(conclusion("kk"), conclusion("ru")),
        *(lambda act=act: draft(act) for act in (kazakh_act(), russian_act())),
        *(lambda act=act: compare(act, act.language) for act in (kazakh_act(), russian_act())),
    ],
)
def test_it_is_valid_office_open_xml_that_word_need_not_repair(make: Any, tmp_path: Path) -> None:
    from openxml_audit import OpenXmlValidator

    path = tmp_path / "құжат.docx"
    path.write_bytes(write_docx(make(), read_template("conclusion").page))
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []


def test_equal_documents_give_equal_parts() -> None:
    one, other = (
        zipfile.ZipFile(BytesIO(write_docx(conclusion(), read_template("conclusion").page))) for _ in range(2)
    )
    assert one.read("word/document.xml") == other.read("word/document.xml")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("make", [conclusion, note])
def test_libreoffice_opens_it(make: Any, tmp_path: Path) -> None:
    path = tmp_path / "құжат.docx"
    path.write_bytes(write_docx(make(), read_template("conclusion").page))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert "Ескерту" in (tmp_path / "құжат.txt").read_text(encoding="utf-8")


def test_a_users_styles_are_taken_over(tmp_path: Path) -> None:
    page = read_template("conclusion").page
    own = docx.Document(BytesIO(write_styles(page)))
    own.styles["Normal"].font.name = "PT Serif"
    own.add_paragraph("үлгі сөз")
    own.save(str(tmp_path / "styles.docx"))
    opened = docx.Document(BytesIO(write_docx(conclusion(), replace(page, styles=tmp_path / "styles.docx"))))
    assert opened.styles["Normal"].font.name == "PT Serif"
    assert "үлгі сөз" not in [paragraph.text for paragraph in opened.paragraphs]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_page_of_html_takes_nothing_from_elsewhere_and_tells_its_language(language: str) -> None:
    page = lxml_html.document_fromstring(write_html(conclusion(language)))
    assert page.get("lang") == language
    assert not page.xpath("//script | //img | //link[@href!='data:,'] | //*[@style]")
    assert page.xpath("//table[@class='ruled']/thead")


def test_markup_of_an_act_is_shown_and_not_run() -> None:
    act = kazakh_act()
    hostile = find(act, "құқылы", quote="<script>alert('жоқ')</script>")
    document = write_conclusion(examine(act, [hostile]), material("conclusion"), "kk")
    assert not lxml_html.document_fromstring(write_html(document)).xpath("//script")
    assert "&lt;script&gt;" in write_html(document)
    assert "<script>" in "".join(
        cell.text for table in open_docx(document).tables for row in table.rows for cell in row.cells
    )


def test_signs_that_xml_has_not_are_left_out() -> None:
    act = kazakh_act()
    document = write_conclusion(
        examine(act, [find(act, "құқылы", quote="бұл\x0bжол\x00 соңы")]), material("conclusion"), "kk"
    )
    told = "".join(cell.text for table in open_docx(document).tables for row in table.rows for cell in row.cells)
    assert "соңы" in told


def test_two_languages_stand_side_by_side() -> None:
    both = pair(conclusion("kk"), conclusion("ru"))
    opened = docx.Document(BytesIO(write_docx(both, read_template("conclusion").page)))
    told = [[cell.text for cell in row.cells] for table in opened.tables for row in table.rows]
    assert ["1. Сарапшы", "1. Эксперт"] in told
    assert all(section.page_width > section.page_height for section in opened.sections)
    heading = next(
        row.cells[0].paragraphs[0] for table in opened.tables for row in table.rows if row.cells[0].text == "1. Сарапшы"
    )
    assert heading.style.name == "Heading 1" and heading.paragraph_format.keep_with_next
    assert any(row[0].startswith("Түрі") and "Вид" in row[0] for row in told)
    remarks = next(row for row in told if len(row) == 6 and row[0] == "1")
    assert "Міндет құқық" in remarks[3] and "Обязанность записана" in remarks[3]
    assert remarks[2] == "«құқылы»"


def test_a_page_of_html_lays_two_languages_side_by_side() -> None:
    page = lxml_html.document_fromstring(write_html(pair(conclusion("kk"), conclusion("ru"))))
    rows = [[cell.text_content().strip() for cell in row] for row in page.xpath("//table[@class='beside']//tr")]
    assert ["1. Сарапшы", "1. Эксперт"] in rows
