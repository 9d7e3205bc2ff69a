"""Comments in a .docx stand at the very words, and nothing else of the document changes."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from sarapshy.acts.readers.docx import read
from sarapshy.errors import InputError
from sarapshy.report.remarks import Author, Remark
from sarapshy.report.word_comments import comment_docx
from sarapshy.report.word_text import write_text

docx = pytest.importorskip("docx")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
AUTHOR = Author("А. Сарапшы", datetime(2018, 6, 1, tzinfo=UTC), "kk")
CHANGED = {"[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml", "word/comments.xml"}


def pack(document: object) -> bytes:
    packed = BytesIO()
    document.save(packed)  # type: ignore[attr-defined]
    return packed.getvalue()


def of_runs(*runs: str) -> bytes:
    """A paragraph of runs, each second one bold; «\\t» in a run is a tab of Word."""
    document = docx.Document()
    paragraph = document.add_paragraph()
    for number, words in enumerate(runs):
        paragraph.add_run(words).bold = bool(number % 2)
    return pack(document)


def remark_on(text: str, *words: str) -> list[Remark]:
    return [Remark(at := text.index(each), at + len(each), ("D2, жоғары: ескерту", "себебі")) for each in words]


def comment(data: bytes, *words: str) -> tuple[str, bytes]:
    text, _ = read(data, "ереже.docx")
    return text, comment_docx(data, "ереже.docx", text, remark_on(text, *words), AUTHOR)


def read_ranges(data: bytes) -> dict[str, str]:
    """The words of each comment, by number."""
    root = etree.fromstring(ZipFile(BytesIO(data)).read("word/document.xml"))
    opened: dict[str, str] = {}
    for element in root.iter():
        if element.tag == W + "commentRangeStart":
            opened[element.get(W + "id")] = ""
        elif element.tag == W + "commentRangeEnd":
            closed = element.get(W + "id")
            opened = {f"{key}." if key == closed else key: words for key, words in opened.items()}
        elif element.tag in (W + "t", W + "tab"):
            opened = {k: v if k.endswith(".") else v + (element.text or "\t") for k, v in opened.items()}
    assert all(key.endswith(".") for key in opened)
    return {key.rstrip("."): words for key, words in opened.items()}


def test_words_within_one_run_are_cut_out_and_keep_their_look() -> None:
    text, remarked = comment(of_runs("Комиссия ", "тәртіпті өзі айқындайды", " деп жазылған."), "өзі")
    assert read_ranges(remarked) == {"0": "өзі"}
    assert read(remarked, "x.docx")[0] == text
    runs = docx.Document(BytesIO(remarked)).paragraphs[-1].runs
    assert [run.bold for run in runs if run.text.strip()] == [False, True, True, True, False]


@pytest.mark.parametrize("words", ["ның шешімі", "Комис", "соңғы.", "Комиссияның шешімі соңғы.", "шешімі"])
def test_words_over_several_runs_are_taken_whole(words: str) -> None:
    text, remarked = comment(of_runs("Комиссия", "ның ше", "шімі", " соңғы."), words)
    assert read_ranges(remarked) == {"0": words}
    assert read(remarked, "x.docx")[0] == text


def test_a_tab_beside_the_words_stays_outside() -> None:
    _, remarked = comment(of_runs("Төраға\tХатшы\tМүше"), "Хатшы")
    assert read_ranges(remarked) == {"0": "Хатшы"}
    assert read(remarked, "x.docx")[0] == "Төраға\tХатшы\tМүше"


def test_remarks_may_overlap_and_nest() -> None:
    words = ("өтінішті қараудан бас тартуға", "бас тартуға құқылы", "бас", "Комиссия өтінішті")
    _, remarked = comment(of_runs("Комиссия өтінішті қараудан", " бас тартуға құқылы."), *words)
    assert read_ranges(remarked) == {str(number): each for number, each in enumerate(words)}


def test_a_comment_that_was_there_stays_and_numbers_go_on() -> None:
    document = docx.Document()
    run = document.add_paragraph().add_run("Мерзім белгіленбеген.")
    document.add_comment(run, text="бұрынғы", author="Заңгер", initials="З")
    _, remarked = comment(pack(document), "Мерзім")
    comments = list(docx.Document(BytesIO(remarked)).comments)
    assert [(each.comment_id, each.author) for each in comments] == [(0, "Заңгер"), (1, "А. Сарапшы")]
    assert read_ranges(remarked)["1"] == "Мерзім"


def test_word_is_told_author_and_each_paragraph() -> None:
    _, remarked = comment(of_runs("Мерзім белгіленбеген."), "Мерзім")
    (told,) = docx.Document(BytesIO(remarked)).comments
    assert (told.author, told.initials, told.timestamp) == ("А. Сарапшы", "АС", AUTHOR.at)
    assert [paragraph.text for paragraph in told.paragraphs] == ["D2, жоғары: ескерту", "себебі"]


def test_all_other_parts_go_over_byte_for_byte() -> None:
    data = of_runs("Мерзім белгіленбеген.")
    _, remarked = comment(data, "Мерзім")
    old, new = ZipFile(BytesIO(data)), ZipFile(BytesIO(remarked))
    assert {
        name for name in new.namelist() if name not in old.namelist() or new.read(name) != old.read(name)
    } <= CHANGED
    assert [name for name in new.namelist() if name in old.namelist()] == old.namelist()


def test_words_in_cells_of_a_table_are_found() -> None:
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Мерзімі", "ақылға қонымды"
    _, remarked = comment(pack(document), "ақылға қонымды", "Мерзімі")
    assert read_ranges(remarked) == {"0": "ақылға қонымды", "1": "Мерзімі"}


def test_what_word_counts_itself_bears_no_comment_but_the_words_behind_it_do() -> None:
    document = docx.Document()
    document.add_paragraph("Комиссия құрылады.", style="List Number")
    text, remarked = comment(pack(document), "1. Комиссия")
    assert text.startswith("1.")
    assert read_ranges(remarked) == {"0": "Комиссия"}


def test_a_document_without_remarks_is_given_back_as_it_was() -> None:
    data = of_runs("Мерзім он күн.")
    assert comment(data)[1] == data


def test_the_text_of_another_document_is_refused() -> None:
    with pytest.raises(InputError):
        comment_docx(of_runs("Мерзім"), "ереже.docx", "Комиссия", remark_on("Комиссия", "Ком"), AUTHOR)


def test_an_act_that_is_no_word_document_becomes_one() -> None:
    text = "\ufeff1. Комиссия\xa0құрылады.\n\nР/с\t|\tАты\n1\t|\tТөраға\n2. Мерзімі – он күн.\x07\n"
    data = write_text(text, "ереже.txt")
    assert read(data, "x.docx")[0] == "1. Комиссия\xa0құрылады.\nР/с\t|\tАты\n1\t|\tТөраға\n2. Мерзімі – он күн."
    remarked = comment_docx(data, "ереже.txt", text, remark_on(text, "он күн", "Төраға"), AUTHOR)
    assert read_ranges(remarked) == {"0": "он күн", "1": "Төраға"}


def test_an_act_whose_table_has_blank_rows_takes_remarks_behind_them() -> None:
    text = "1. Өтініштер тізімі:\nАты\t|\tКүні\n\t|\t\n\t|\t\nАйгүл\t|\tнаурыз\n2. Тізім журналға жазылады.\n"
    data = write_text(text, "ереже.txt")
    assert list(read_ranges(comment_docx(data, "ереже.txt", text, remark_on(text, "журналға"), AUTHOR)).values()) == [
        "журналға"
    ]


def apart(words: str) -> str:
    """Without spaces, letters and accents apart."""
    return unicodedata.normalize("NFD", "".join(words.split()))


WORDS = st.lists(st.text(st.sampled_from("аәқ \tй\u0306и."), max_size=6), min_size=1, max_size=6)
SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), min_size=1, max_size=5)


@settings(max_examples=40, deadline=None)
@given(WORDS, SPANS)
def test_whatever_the_runs_the_text_stays_and_the_words_are_those_meant(
    runs: list[str], spans: list[tuple[int, int]]
) -> None:
    data = of_runs(*runs)
    text, _ = read(data, "x.docx")
    remarks = [Remark(min(a, len(text)), min(a + n, len(text)), ("!",)) for a, n in spans]
    remarked = comment_docx(data, "x.docx", text, remarks, AUTHOR)
    assert read(remarked, "x.docx")[0] == text
    for number, remark in enumerate(remarks):
        meant = apart(text[remark.start : remark.end])
        assert not meant or apart(read_ranges(remarked)[str(number)]) == meant


def test_an_act_with_comments_is_valid_office_open_xml(tmp_path: Path, sample_acts: Path) -> None:
    from openxml_audit import OpenXmlValidator

    sample = (sample_acts / "dormitory.ru.docx").read_bytes()
    text = "Комиссия ведёт журнал.\n1. Мест нет."
    made = {
        "Word.docx": comment(sample, read(sample, "ереже.docx")[0].split("\n")[5][:12])[1],
        "plain.docx": comment(write_text(text, "ереже.txt"), "журнал")[1],
    }
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
        assert [str(error) for error in OpenXmlValidator().validate(str(tmp_path / name)).errors] == []
