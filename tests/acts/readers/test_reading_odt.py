""".odt as LibreOffice writes it (``office/``), and parts written here for what its files do not show."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_files import OFFICE_FILES, archive_of, rules

from sarapshy.acts.readers import Read, read_bytes
from sarapshy.acts.readers.lines import write_lines
from sarapshy.errors import InputError

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("style", "style"),
        ("table", "table"),
        ("draw", "drawing"),
    )
)
LINKS = 'xmlns:xlink="http://www.w3.org/1999/xlink"'


def odt(body: str, styles: str = "", **parts: str) -> bytes:
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    content = f"<office:document-content {NAMES} {LINKS}>{text}</office:document-content>"
    described = f"<office:document-styles {NAMES}>{styles}</office:document-styles>"
    others = {name.replace("__", "/"): part for name, part in parts.items()}
    return archive_of({"mimetype": "x", "content.xml": content, "styles.xml": described, **others})


def lines_of(body: str, styles: str = "") -> list[str]:
    return read(odt(body, styles)).text.split("\n")


def read(data: bytes) -> Read:
    return read_bytes(data, "қағида.odt")


def paragraph(inner: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def item(*blocks: str, more: str = "") -> str:
    return f"<text:list-item {more}>{''.join(blocks)}</text:list-item>"


def listed(*items: str, more: str = 'text:style-name="L"') -> str:
    return f"<text:list {more}>{''.join(items)}</text:list>"


def level(depth: int, more: str, kind: str = "number") -> str:
    return f'<text:list-level-style-{kind} text:level="{depth}" {more}/>'


def list_style(*levels: str) -> str:
    return f'<text:list-style style:name="L">{"".join(levels)}</text:list-style>'


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_an_act_is_read_as_the_word_file_that_it_was_made_from(language: str) -> None:
    wanted = read_bytes(rules(language), "қағида.docx").text
    found = read((OFFICE_FILES / f"rules.{language}.odt").read_bytes())
    assert found.text == wanted
    assert found.source.format == "odt"


def test_numbers_follow_their_level_and_an_empty_paragraph_counts() -> None:
    levels = (
        level(1, 'style:num-format="1" style:num-suffix="."'),
        level(2, 'style:num-format="а, б, .., аа, аб, ... (ru)" style:num-suffix=")"'),
        level(3, 'style:num-format="i" style:num-prefix="(" style:num-suffix=")" text:display-levels="2"'),
        level(4, 'text:bullet-char="–"', "bullet"),
    )
    deep = listed(item(paragraph("d")), more="")
    tree = listed(
        item(paragraph("a"), listed(item(paragraph("b"), listed(item(paragraph("c"), deep), more="")), item(paragraph("e")), more="")),
        item(paragraph("")),
        item(paragraph("f"), paragraph("g")),
        "<text:list-header>" + paragraph("h") + "</text:list-header>",
        item(paragraph("k"), more='text:start-value="9"'),
    )  # fmt: skip
    assert lines_of(tree, list_style(*levels)) == ["1. a", "а) b", "(а.i) c", "– d", "б) e", "3. f", "g", "h", "9. k"]


def test_a_list_begins_anew_or_goes_on_as_it_says() -> None:
    style = list_style(level(1, 'style:num-format="1" style:num-suffix=")" text:start-value="4"'))
    body = (
        listed(item(paragraph("a")), more='xml:id="x" text:style-name="L"')
        + listed(item(paragraph("b")))
        + listed(item(paragraph("c")), more='text:continue-numbering="true" text:style-name="L"')
        + listed(item(paragraph("d")), more='text:continue-list="x" text:style-name="L"')
    )
    assert lines_of(body, style) == ["4) a", "4) b", "5) c", "5) d"]


def test_headings_are_numbered_by_the_outline_unless_their_style_says_not() -> None:
    outline = (
        '<text:outline-style style:name="O"><text:outline-level-style text:level="1" style:num-format="1" '
        'style:num-suffix="."/></text:outline-style><style:style style:name="N" style:list-style-name=""/>'
        '<style:style style:name="M" style:parent-style-name="N"/>'
    )
    headings = "".join(
        f'<text:h text:outline-level="1" text:style-name="{style}">{text}</text:h>'
        for style, text in (("H", "a"), ("M", "b"), ("H", "c"))
    )
    assert lines_of(headings, outline) == ["1. a", "b", "2. c"]


def test_what_the_page_does_not_show_is_not_read() -> None:
    styles = (
        '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="I" style:parent-style-name="H"/>'
    )
    body = (
        "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
        '<text:section text:display="none"><text:p>far</text:p></text:section>'
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>T</text:index-title-template>"
        "</text:table-of-content-source><text:index-body><text:p>1 a</text:p></text:index-body></text:table-of-content>"
        + paragraph(
            'b<text:span text:style-name="I">hidden</text:span><office:annotation><text:p>x</text:p></office:annotation>c'
        )
        + paragraph("hidden", "H")
    )
    assert lines_of(body, styles) == ["1 a", "bc"]


def test_spaces_breaks_and_signs() -> None:
    body = paragraph('  a\n  b<text:s text:c="3"/>c<text:tab/>d<text:line-break/>e\u2011f<text:soft-page-break/>g')
    assert lines_of(body) == ["a b c\td", "e-fg"]


def test_notes_and_text_boxes_come_after_their_paragraph() -> None:
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>b</text:p></text:note-body></text:note>"
    box = "<draw:frame><draw:text-box><text:p>d</text:p></draw:text-box></draw:frame>"
    assert lines_of(paragraph(f"a{note}c{box}e")) == ["ace", "[1] b", "d"]


def test_rows_have_their_cells_in_columns() -> None:
    def cell(text: str, more: str = "") -> str:
        return f"<table:table-cell {more}>{paragraph(text)}</table:table-cell>"

    covered = "<table:covered-table-cell/>"
    rows = (
        cell("a", 'table:number-rows-spanned="2"') + cell("b", 'table:number-columns-spanned="2"') + covered,
        covered + cell("c") + cell("d"),
        cell("e", 'table:number-columns-spanned="3"') + '<table:covered-table-cell table:number-columns-repeated="2"/>',
    )
    made = [f"<table:table-row>{row}</table:table-row>" for row in rows]
    head = f"<table:table-header-rows>{made[0]}</table:table-header-rows>"
    table = f"<table:table>{head}{''.join(made[1:])}</table:table>"
    assert lines_of(table) == ["a\t|\tb\t|\t", "\t|\tc\t|\td", "e"]


def test_a_formula_is_read_from_its_own_part() -> None:
    frame = '<draw:frame><draw:object xlink:href="./Object 1"/><draw:image xlink:href="./x.png"/></draw:frame>'
    maths = (
        "<math><semantics><mrow><mi>К</mi><mo>=</mo><mn>2</mn></mrow><annotation>К = 2</annotation></semantics></math>"
    )
    data = odt(paragraph(f"мұнда {frame}."), **{"Object 1__content.xml": maths})
    assert read(data).text == "мұнда К=2."


def test_a_formula_elsewhere_than_in_the_file_is_not_looked_for() -> None:
    frame = '<draw:frame><draw:object xlink:href="../../../etc"/><draw:object xlink:href="http://x"/></draw:frame>'
    assert lines_of(paragraph(f"a{frame}b")) == ["ab"]


def test_a_cell_said_to_stand_many_times_is_no_bomb() -> None:
    cell = f'<table:table-cell table:number-columns-repeated="999999">{paragraph("x" * 5000)}</table:table-cell>'
    assert len(lines_of(f"<table:table><table:table-row>{cell}{cell}</table:table-row></table:table>")[0]) < 20_000


def test_a_spreadsheet_by_the_name_of_a_text_is_refused() -> None:
    content = (
        f"<office:document-content {NAMES}><office:body><office:spreadsheet/></office:body></office:document-content>"
    )
    with pytest.raises(InputError) as fault:
        read(archive_of({"mimetype": "x", "content.xml": content}))
    assert (fault.value.key, fault.value.values["found"]) == ("reading.unknown_format", "spreadsheet")


@pytest.mark.parametrize(
    "content",
    ['<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "<a>" * 5000 + "</a>" * 5000, "<a", ""],
)
def test_hostile_or_broken_xml_is_refused(content: str) -> None:
    with pytest.raises(InputError) as fault:
        read(archive_of({"mimetype": "x", "content.xml": content}))
    assert fault.value.key == "reading.damaged"
    assert all("қағида.odt" in fault.value.say(language) for language in ("kk", "ru", "en"))


def test_a_bomb_is_not_unpacked() -> None:
    with pytest.raises(InputError) as fault:
        read(archive_of({"mimetype": "x", "content.xml": b" " * 20_000_000}))
    assert fault.value.key == "reading.bomb"


LETTERS = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co", "Zl", "Zp", "Zs"], exclude_characters="<&\u2011")
)


@settings(deadline=None)
@given(paragraphs=st.lists(LETTERS, min_size=1, max_size=6))
def test_any_letters_come_back(paragraphs: list[str]) -> None:
    if wanted := write_lines(paragraphs):
        assert read(odt("".join(map(paragraph, paragraphs)))).text == wanted


@settings(deadline=None)
@given(depths=st.lists(st.integers(0, 8), min_size=1, max_size=12))
def test_every_item_of_a_list_has_a_number(depths: list[int]) -> None:
    style = list_style(*(level(depth, 'style:num-format="1" style:num-suffix="."') for depth in range(1, 10)))
    nested = [listed(item(paragraph("x")), more="") for _ in depths]
    for at, depth in enumerate(depths):
        for _ in range(depth):
            nested[at] = listed(item(nested[at]), more="")
    found = lines_of(listed(*(item(inner) for inner in nested)), style)
    assert len(found) == len(depths) and all(line[:-2].rstrip(".").isdecimal() for line in found)
