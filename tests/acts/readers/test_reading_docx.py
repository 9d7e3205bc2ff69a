""".docx: what the page shows is in the text, once, in order."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from made_files import docx, level, numbering, paragraph, run

from sarapshy.acts.readers import Read
from sarapshy.acts.readers.numbering import write_number

Reader = Callable[[str, bytes], Read]


def lines(read_bytes: Reader, body: str, **parts: str) -> list[str]:
    return read_bytes("қағида.docx", docx(body, **parts)).text.split("\n")


def test_points_and_subpoints_get_their_automatic_numbers(read_bytes: Reader) -> None:
    levels = level(0, "decimal", "%1.") + level(1, "decimal", "%2)") + level(2, "russianLower", "%3)")
    body = "".join(
        paragraph(text, number=(1, depth))
        for depth, text in [(0, "Комиссия құрамы:"), (1, "төраға;"), (1, "мүшелер:"), (2, "заңгер;"), (2, "маман."),
                            (0, "Отырыс"), (1, "күндізгі.")]
    )  # fmt: skip
    assert lines(read_bytes, body, numbering=numbering(levels)) == [
        "1. Комиссия құрамы:", "1) төраға;", "2) мүшелер:", "а) заңгер;", "б) маман.", "2. Отырыс", "1) күндізгі.",
    ]  # fmt: skip


def test_a_level_prints_the_numbers_of_the_levels_above(read_bytes: Reader) -> None:
    levels = (
        level(0, "upperRoman", "%1.")
        + level(1, "decimal", "%1.%2.")
        + level(2, "decimal", "%1.%2.%3.", more="<w:isLgl/>")
    )
    body = "".join(paragraph("норма", number=(1, depth)) for depth in (0, 1, 1, 2, 0, 1, 2))
    labels = [line.removesuffix(" норма") for line in lines(read_bytes, body, numbering=numbering(levels))]
    assert labels == ["I.", "I.1.", "I.2.", "1.2.1.", "II.", "II.1.", "2.1.1."]


def test_a_list_with_a_start_of_its_own_restarts_once(read_bytes: Reader) -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    body = "".join(paragraph("пункт", number=(n, 0)) for n in (1, 1, 2, 2, 3))
    parts = numbering(level(0, "decimal", "%1."), "", override, "")
    assert [line[:2] for line in lines(read_bytes, body, numbering=parts)] == ["1.", "2.", "1.", "2.", "3."]


def test_a_level_told_never_to_restart_counts_on(read_bytes: Reader) -> None:
    levels = level(0, "decimal", "Глава %1.") + level(1, "decimal", "%2.", more='<w:lvlRestart w:val="0"/>')
    body = "".join(paragraph("норма", number=(1, depth)) for depth in (0, 1, 1, 0, 1))
    found = [line.removesuffix(" норма") for line in lines(read_bytes, body, numbering=numbering(levels))]
    assert found == ["Глава 1.", "1.", "2.", "Глава 2.", "3."]


def test_a_number_may_come_from_the_style_and_be_taken_off(read_bytes: Reader) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Point"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="Point"/></w:style>'
    )
    off = (
        '<w:p><w:pPr><w:pStyle w:val="Own"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>' + run("тақырып") + "</w:p>"
    )
    body = paragraph("бірінші", style="Point") + off + paragraph("екінші", style="Own")
    parts = {"numbering": numbering(level(0, "decimal", "%1.")), "styles": styles}
    assert lines(read_bytes, body, **parts) == ["1. бірінші", "тақырып", "2. екінші"]


def test_a_level_bound_to_a_style_is_the_styles(read_bytes: Reader) -> None:
    levels = level(0, "decimal", "%1-тарау.", more='<w:pStyle w:val="H1"/>')
    levels += level(1, "decimal", "%2-параграф.", more='<w:pStyle w:val="H2"/>')
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        "</w:style>"
        for name in ("H1", "H2")
    )
    body = paragraph("Жалпы ережелер", style="H1") + paragraph("Мақсаты", style="H2")
    found = lines(read_bytes, body, numbering=numbering(levels), styles=styles)
    assert found == ["1-тарау. Жалпы ережелер", "1-параграф. Мақсаты"]


def test_an_empty_paragraph_takes_a_number_but_shows_none(read_bytes: Reader) -> None:
    body = paragraph("бір", number=(1, 0)) + paragraph(number=(1, 0)) + paragraph("үш", number=(1, 0))
    assert lines(read_bytes, body, numbering=numbering(level(0, "decimal", "%1)"))) == ["1) бір", "3) үш"]


def test_a_bullet_of_a_sign_font_is_a_plain_one(read_bytes: Reader) -> None:
    body = paragraph("тізімнің абзацы;", number=(1, 0))
    assert lines(read_bytes, body, numbering=numbering(level(0, "bullet", "\uf0b7"))) == ["• тізімнің абзацы;"]


@pytest.mark.parametrize(
    ("value", "form", "written"),
    [
        (4, "lowerRoman", "iv"), (1994, "upperRoman", "MCMXCIV"), (27, "lowerLetter", "aa"), (2, "upperLetter", "B"),
        (7, "russianLower", "ж"), (10, "russianLower", "к"), (29, "russianUpper", "АА"), (3, "decimalZero", "03"),
        (5, "none", ""), (6, "chicago", "6"), (0, "lowerRoman", "0"),
    ],
)  # fmt: skip
def test_numbers_are_written_in_the_form_of_their_level(value: int, form: str, written: str) -> None:
    assert write_number(value, form) == written


def test_tracked_changes_are_taken_as_accepted(read_bytes: Reader) -> None:
    inner = (
        run("Орган ")
        + f"<w:ins>{run('бес жұмыс күні ішінде ')}</w:ins>"
        + "<w:del><w:r><w:delText>қажет болған жағдайда </w:delText></w:r></w:del>"
        + f"<w:moveFrom>{run('ескі орын ')}</w:moveFrom><w:moveTo>{run('жаңа орын ')}</w:moveTo>"
        + run("шешім қабылдайды.")
    )
    assert lines(read_bytes, paragraph(inner=inner)) == ["Орган бес жұмыс күні ішінде жаңа орын шешім қабылдайды."]


def test_a_deleted_paragraph_mark_joins_two_paragraphs(read_bytes: Reader) -> None:
    first = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('Заявление подается ')}</w:p>"
    assert lines(read_bytes, first + paragraph("в двух экземплярах.")) == ["Заявление подается в двух экземплярах."]


def test_hidden_text_and_field_codes_are_not_read(read_bytes: Reader) -> None:
    inner = run("көрінеді ") + run("жасырын", "<w:vanish/>") + "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    inner += run("бұл да", '<w:vanish w:val="0"/>')
    assert lines(read_bytes, paragraph(inner=inner)) == ["көрінеді бұл да"]


def test_hyphens_breaks_tabs_and_formulas_are_kept_in_their_places(read_bytes: Reader) -> None:
    inner = (
        "<w:r><w:t>7</w:t><w:noBreakHyphen/><w:t>1. мемле</w:t><w:softHyphen/><w:t>кеттік</w:t><w:br/><w:t>қызмет</w:t>"
        "<w:tab/><w:t>тізілімі</w:t></w:r><m:oMath><m:r><m:t>=2</m:t></m:r></m:oMath>"
    )
    assert lines(read_bytes, paragraph(inner=inner)) == ["7-1. мемлекеттік", "қызмет\tтізілімі=2"]


def test_a_text_box_is_read_once(read_bytes: Reader) -> None:
    box = f"<w:txbxContent>{paragraph('«Бекітемін» басшы')}</w:txbxContent>"
    inner = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert lines(read_bytes, paragraph("Жарғы", inner=inner)) == ["Жарғы", "«Бекітемін» басшы"]


def test_a_footnote_follows_its_paragraph(read_bytes: Reader) -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = (
        f'<w:footnote w:id="2">{paragraph(inner="<w:r><w:footnoteRef/></w:r>" + run(" Тізбе қосымшада."))}</w:footnote>'
    )
    body = paragraph("Құжаттар тапсырылады", inner=reference + run(" және тіркеледі.")) + paragraph("Келесі")
    assert lines(read_bytes, body, footnotes=notes) == [
        "Құжаттар тапсырылады және тіркеледі.",
        "[1] Тізбе қосымшада.",
        "Келесі",
    ]


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraph(part) for part in text.split('/'))}</w:tc>"


def test_a_row_is_a_line_and_merged_cells_keep_the_columns(read_bytes: Reader) -> None:
    rows = [
        cell("№") + cell("Атауы/қызметтің") + cell("Мерзімі"),
        cell("1", '<w:vMerge w:val="restart"/>') + cell("Тіркеу") + cell(""),
        cell("", "<w:vMerge/>") + cell("Бас тарту") + cell("2 күн"),
        cell("Барлығы", '<w:gridSpan w:val="2"/>') + cell("5 күн"),
        cell("Ескертпе/екінші жол", '<w:gridSpan w:val="3"/>'),
    ]
    table = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    assert lines(read_bytes, table + paragraph("соңы")) == [
        "№\t|\tАтауы қызметтің\t|\tМерзімі", "1\t|\tТіркеу\t|\t", "\t|\tБас тарту\t|\t2 күн", "Барлығы\t|\t\t|\t5 күн",
        "Ескертпе", "екінші жол", "соңы",
    ]  # fmt: skip


def test_content_controls_and_deleted_rows(read_bytes: Reader) -> None:
    table = f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{cell('ескі') + cell('жол')}</w:tr></w:tbl>"
    body = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('басқару элементі')}</w:sdtContent></w:sdt>" + table
    assert lines(read_bytes, body) == ["басқару элементі"]
