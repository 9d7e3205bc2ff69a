r""".rtf as LibreOffice writes it (``office/``) and, written here, as Word and older programs do."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_files import OFFICE_FILES, rules

from sarapshy.acts.readers import Read, read_bytes
from sarapshy.acts.readers.lines import write_lines
from sarapshy.errors import InputError

RUSSIAN = r"\ansi\ansicpg1251\deff0{\fonttbl{\f0\froman\fcharset204 Times New Roman;}{\f1\fcharset2 Symbol;}}"


def text_of(body: str, head: str = RUSSIAN) -> str:
    return read(body, head).text


def read(body: str, head: str = RUSSIAN) -> Read:
    return read_bytes(f"{{\\rtf1{head}\n{body}}}".encode("latin-1"), "қағида.rtf")


def escape(text: str, encoding: str) -> str:
    return "".join(f"\\'{byte:02x}" if byte > 127 else chr(byte) for byte in text.encode(encoding))


def unicode_of(text: str) -> str:
    units = text.encode("utf-16-le")
    codes = [int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)]
    return "".join(f"\\u{code}?" for code in codes)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_an_act_is_read_as_the_word_file_that_it_was_made_from(language: str) -> None:
    wanted = read_bytes(rules(language), "қағида.docx").text
    found = read_bytes((OFFICE_FILES / f"rules.{language}.rtf").read_bytes(), "қағида.rtf")
    assert found.text == wanted
    assert (found.source.format, found.source.notes) == ("rtf", ())


@pytest.mark.parametrize(
    "head",
    [
        RUSSIAN,
        r"\ansi\ansicpg1251{\fonttbl{\f0\fcharset0 Arial;}}",
        r"\ansi\ansicpg1251",
        r"\ansi{\fonttbl{\f0 Times New Roman Cyr;}}",
        r"\ansi\ansicpg1252{\fonttbl{\f0\fcharset204 Arial;}}",
    ],
)
def test_russian_in_bytes_is_read_whatever_the_program_calls_it(head: str) -> None:
    assert text_of(r"\f0 " + escape("Комиссия рассматривает заявление № 5.", "cp1251"), head) == (
        "Комиссия рассматривает заявление № 5."
    )


def test_kazakh_in_bytes_of_the_nineties_is_read() -> None:
    act = "Өтінішті қарау ұзақтығы – үш жұмыс күні; ғимаратқа кіру құқығы беріледі."
    assert text_of(escape(act, "kz1048")) == act


def test_kazakh_letters_beside_russian_bytes() -> None:
    act = "Қағидалар өтінішті қарау тәртібін айқындайды"
    body = "".join(unicode_of(letter) if letter in "ҚқғөіәңҢ" else escape(letter, "cp1251") for letter in act)
    assert text_of(body) == act


def test_a_western_letter_of_a_file_that_writes_cyrillic_as_unicode_stays_western() -> None:
    head = r"\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}}"
    assert text_of(unicode_of("ауданы 12 м") + r"\'b2", head) == "ауданы 12 м²"


def test_each_font_has_letters_of_its_own() -> None:
    head = r"\ansi\ansicpg1252{\fonttbl{\f0\fcharset204 Arial;}{\f1\fcharset0 Arial;}{\f2\fcharset162 Arial;}}"
    assert text_of(r"\f0\'e9 {\f1\'e9 }{\f2\'fe }\f0\'e9", head) == "й é ş й"


def test_letters_not_escaped_and_a_letter_of_two_halves() -> None:
    raw = "Комиссия решает".encode("cp1251").decode("latin-1")
    assert text_of(raw + unicode_of(" 🏛")) == "Комиссия решает 🏛"


def test_the_letters_in_place_of_unicode_are_passed_over() -> None:
    assert text_of(r"\uc2\u1178\'ca?\u1179 ab{\uc0\u1186\u1187}\u1198??.") == "ҚқҢңҮ."


def test_signs_and_breaks() -> None:
    body = r"1.\~a\_b\-c\emdash d\{e\}\\\line f\tab g\par\pard h\sect i"
    assert text_of(body).split("\n") == ["1.\xa0a-bc—d{e}\\", "f\tg", "h", "i"]


def test_what_the_page_does_not_show_is_not_read() -> None:
    body = (
        r"{\info{\title T}}{\header H\par}{\footerf F\par}{\stylesheet{\s0 Normal;}}{\*\unknown U}{\*\bkmkstart B}"
        r"a{\v hidden}{\deleted gone}{\mvf moved}{\xe index}{\field{\*\fldinst HYPERLINK x}{\fldrslt b}}{\pict\bin5 }}{\x}"
        r"{\object{\*\objdata 00}{\result c}}{\*\annotation remark}{\nonshppict{\pict 00}}\plain\v d\v0 e"
    )
    assert text_of(body) == "abce"


def test_numbers_stand_before_their_paragraphs() -> None:
    body = (
        r"\pard\ls1{\listtext\pard\plain\f0 12.\tab}a\par{\listtext\f1\'b7\tab}b\par{\listtext\tab}\par"
        r"\pard{\pntext 1)}{\*\pn\pnlvlbody}c\par\pard d"
    )
    found = read(body)
    assert found.text.split("\n") == ["12. a", "• b", "1)c", "d"]
    assert found.source.notes == ()


def test_word_puts_a_number_before_the_properties_of_its_paragraph() -> None:
    body = (
        r"\pard\plain{\rtlch\fcs1\ltrch\fcs0\f0\insrsid1 \hich\af0\loch\f0 a\n\par {\listtext\pard\plain\ltrpar\f0 \hich\af0\loch\f0 1)\tab}}"
        r"\pard\plain\ltrpar\s15\fi-360\ls1\adjustright\itap0 {\f0 b\par {\listtext\pard\plain\loch\af1\hich\f1 \'b7\tab}c\par }"
        r"\pard\plain{\* \pn\pnlvl2{\pntxtb x}}{\f0 d\par }"
    ).replace(r"\n", "\r\n")
    found = read(body)
    assert found.text.split("\n") == ["a", "1) b", "• c", "d"]
    assert found.source.notes == ()


def test_it_is_told_where_a_list_has_no_numbers_written() -> None:
    assert [key for key, _ in read(r"\pard\ls1 a\par b").source.notes] == ["reading.note_list_numbers"]


def test_notes_and_text_boxes_come_after_their_paragraph() -> None:
    body = (
        r"a{\super\chftn}{\footnote\pard\plain\chftn\tab b\par c}d{\*\footnote\ftnalt e}"
        r"{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt\pard f\par g\par}}{\shprslt old}}\par h"
    )
    assert text_of(body).split("\n") == ["ad", "[1] b c", "[2] e", "f", "g", "h"]


def test_rows_have_their_cells_in_columns() -> None:
    rows = (
        r"\trowd\clvmgf\cellx10\cellx30\pard\intbl a\cell b\par b\cell\row"
        r"\trowd\clvmrg\cellx10\cellx20\cellx30\pard\intbl\cell c\cell d\cell\row"
        r"\trowd\cellx30\pard\intbl e\cell\row\pard f"
    )
    assert text_of(rows).split("\n") == ["a\t|\tb b\t|\t", "\t|\tc\t|\td", "e", "f"]


def test_a_table_in_a_cell_and_a_row_without_an_end() -> None:
    nested = (
        r"\trowd\cellx10\cellx20\pard\intbl\itap2 a\nestcell b\nestcell{\*\nesttableprops\trowd\cellx5\cellx10\nestrow}"
        r"{\nonesttables\par}\pard\intbl\itap1 c\cell d\cell\row\trowd\cellx10\cellx20\pard\intbl e\cell f"
    )
    assert text_of(nested).split("\n") == ["a | b c\t|\td", "e\t|\tf"]


def test_a_paragraph_whose_end_is_deleted_runs_on() -> None:
    assert text_of(r"a{\deleted\par}b\par c").split("\n") == ["ab", "c"]


def test_old_and_new_letters_of_one_name_are_read_once() -> None:
    assert text_of(r"{\upr{\'c0 x}{\*\ud{\u1178?}}}.") == "Қ."


def test_a_formula_is_read_and_its_properties_are_not() -> None:
    assert text_of(r"{\*\moMath{\mf{\mfPr{\mtype x}}{\mnum{\mr a}}{\mden{\mr b}}}}") == "ab"


def test_what_follows_the_end_is_not_read_and_what_precedes_the_beginning_neither() -> None:
    assert read_bytes(b"\r\n {\\rtf1 a\\par}b}c", "a.doc").text == "a"


def test_a_file_that_breaks_off_says_after_which_words() -> None:
    with pytest.raises(InputError) as fault:
        read_bytes(rb"{\rtf1{\b 1. The commission decides.\par 2. It answ", "заң.rtf")
    assert (fault.value.key, fault.value.values["last"]) == ("reading.broken_off", "2. It answ")
    assert all("заң.rtf" in fault.value.say(language) for language in ("kk", "ru", "en"))


def test_only_the_last_brace_may_be_missing() -> None:
    assert read_bytes(b"{\\rtf1 a\\par b\\par\r\n", "a.rtf").text == "a\nb"
    with pytest.raises(InputError):
        read_bytes(b"{\\rtf1 a\\par b\\par\\pard\\fs2", "a.rtf")


@pytest.mark.parametrize("body", [b"{" * 100_000, b"{\\rtf1" + b"{\\footnote" * 1000 + b"a" + b"}" * 1001])
def test_groups_without_end_are_refused(body: bytes) -> None:
    with pytest.raises(InputError) as fault:
        read_bytes(b"{\\rtf1" + body, "a.rtf")
    assert fault.value.key == "reading.damaged"


WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co", "Zl", "Zp", "Cf"]), min_size=1, max_size=20)


@settings(deadline=None)
@given(paragraphs=st.lists(WORDS, min_size=1, max_size=6))
def test_any_letters_come_back(paragraphs: list[str]) -> None:
    wanted = write_lines(paragraphs)
    if wanted:
        assert text_of(r"\par ".join(map(unicode_of, paragraphs))) == wanted


PIECES = st.sampled_from(
    [r"{", r"}", r"\par", r"\pard", r"\cell", r"\row", r"\trowd", r"\cellx9", r"\intbl", r"\itap2", r"\nestcell", r"\nestrow", r"\u1178?", r"\uc0", r"\'ca", r"\'", r"\*", r"\v", r"\deleted", r"\f1", r"\bin3", r"{\footnote", r"{\shptxt", r"{\pict", r"{\upr", r"{\listtext", r"{\fonttbl", r"\ls1", r"text", r"\~", r"\\"]
)  # fmt: skip


@settings(deadline=None)
@given(pieces=st.lists(PIECES, max_size=40))
def test_words_in_any_order_are_read_or_refused(pieces: list[str]) -> None:
    try:
        read_bytes(("{\\rtf1" + "".join(pieces)).encode("latin-1"), "a.rtf")
    except InputError as fault:
        assert fault.key in ("reading.broken_off", "reading.no_text", "reading.damaged")
