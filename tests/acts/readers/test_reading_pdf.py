""".pdf with a text layer: paragraphs out of printed lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from made_files import FONTS, pdf

from sarapshy.acts.readers import Read
from sarapshy.acts.readers.layout import Line, compose

Reader = Callable[[str, bytes], Read]
needs_font = pytest.mark.skipif(
    not (FONTS / "dejavu/DejaVuSerif.ttf").exists(), reason="no DejaVu font on this machine"
)


def printed(texts: str, left: int = 60, indent: int = 24, right: int = 60 + 44 * 10) -> list[Line]:
    """Lines of a fixed-width print, 10 points a letter, 20 a line: a leading space is a first-line indent."""
    rows = [text for text in texts.split("\n") if text.strip()]
    places = [left + indent * text.startswith(" ") for text in rows]
    return [
        Line(text.strip(), at, at + 10 * len(text.strip()), 800 - 20 * n, 814 - 20 * n)
        for n, (text, at) in enumerate(zip(rows, places, strict=True))
    ]


WORDS = ("Мақсаты", "Міндеті", "Өкілеттігі", "Құқығы", "Жауапкершілігі", "Есебі")
FULL = "Комиссия материалдарды үш жұмыс күні ішінде"  # 43 letters, as long as the line


def test_a_full_line_runs_on_and_a_short_one_ends_its_paragraph() -> None:
    text, _ = compose([printed(f" 1. {FULL[3:]}\nқарайды және шешім шығарады.\n 2. Шешім хаттамаға енгізіледі.")])
    assert text.split("\n") == [f"1. {FULL[3:]} қарайды және шешім шығарады.", "2. Шешім хаттамаға енгізіледі."]


@pytest.mark.parametrize(
    "heading", ["Статья 39. Перевод работника", "39-бап. Қызметкерді ауыстыру", "Глава 2. Порядок"]
)
def test_an_article_begins_a_line_though_the_one_above_is_full(heading: str) -> None:
    above = "шешімін қабылдайды немесе оны кейінге қалд."
    text, _ = compose([printed(f" 1. {FULL[3:]}\n{above}\n{heading}\n 1. Норма.\n 2. {FULL[3:]}\nорындайды.")])
    assert heading in text.split("\n")


def test_a_reference_at_the_beginning_of_a_line_is_no_point() -> None:
    text, _ = compose([printed(" Комиссия осы Қағидалардың 4-тармағының\n2) тармақшасына сәйкес шешеді.")])
    assert text == "Комиссия осы Қағидалардың 4-тармағының 2) тармақшасына сәйкес шешеді."


def test_a_paragraph_crosses_pages_and_the_page_begins_inside_it() -> None:
    pages = [printed(f" 1. {FULL[3:]}"), printed("қарайды.\n 2. Шешім шығарады.")]
    text, starts = compose(pages)
    assert text == f"1. {FULL[3:]} қарайды.\n2. Шешім шығарады."
    assert [text[start : start + 7] for start in starts] == [text[:7], "қарайды"]


def test_lines_of_two_columns_run_on_within_each() -> None:
    rows = "\n".join(f" {n}. {FULL[3:]}\nқарайды." for n in range(1, 4))
    page = [*printed(rows), *printed(rows, left=560)]
    text, _ = compose([page])
    assert text.split("\n") == [f"{n}. {FULL[3:]} қарайды." for n in (1, 2, 3, 1, 2, 3)]


def test_running_heads_and_page_numbers_go_and_numbers_of_the_text_stay() -> None:
    pages = []
    for number in range(1, 6):
        body = [Line(f"{number}{n}. {WORDS[number]} {n}.", 60, 300, 700 - 30 * n, 714 - 30 * n) for n in range(4)]
        head, foot = Line("Ішкі құжат 2024", 60, 300, 800, 814), Line(f"– {number} –", 250, 280, 30, 44)
        pages.append([head, *body, foot])
    text, starts = compose(pages)
    assert text.split("\n") == [f"{number}{n}. {WORDS[number]} {n}." for number in range(1, 6) for n in range(4)]
    assert [text[start : start + 3] for start in starts] == ["10.", "20.", "30.", "40.", "50."]


def test_paragraphs_that_hang_are_not_cut_at_their_second_line() -> None:
    rows = []
    for n in range(1, 4):
        rows += [Line(f"{n}. {FULL[3:]}", 60, 500, 800 - 60 * n, 814 - 60 * n)]
        rows += [
            Line(FULL[:41], 90, 500, 780 - 60 * n, 794 - 60 * n),
            Line("қарайды.", 90, 170, 760 - 60 * n, 774 - 60 * n),
        ]
    text, _ = compose([rows])
    assert [line[:2] for line in text.split("\n")] == ["1.", "2.", "3."]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("мемле-", "кеттік қызмет", "мемлекеттік қызмет"),
        ("сыбайлас жемқорлыққа қарсы іс-", "қимыл туралы", "сыбайлас жемқорлыққа қарсы іс-қимыл туралы"),
        ("№ 256-", "VIII заңы", "№ 256-VIII заңы"),
        ("Премьер-", "Министр", "Премьер-Министр"),
        ("работниками (", "представителями)", "работниками (представителями)"),
        ("рабочими днями", ", если иное", "рабочими днями, если иное"),
        ('слова "', 'электронного" заменить', 'слова "электронного" заменить'),
        ("ккал/", "час", "ккал/час"),
    ],
)
def test_words_and_signs_at_a_lines_end_are_joined(first: str, second: str, joined: str) -> None:
    lines = [Line(first, 60, 500, 780, 794), Line(second, 60, 300, 760, 774), Line("Соңы", 60, 500, 600, 614)]
    assert compose([lines])[0].split("\n")[0] == joined


def test_a_broken_word_is_joined_as_the_rest_of_the_document_writes_it() -> None:
    lines = printed("Орган жедел-\nіздестіру қызметі мен жедел-іздестіру шараларын\nжүргізеді.")
    assert compose([lines])[0].startswith("Орган жедел-іздестіру қызметі")


@needs_font
def test_kazakh_letters_pages_and_offsets_of_a_real_file(read_bytes: Reader) -> None:
    first = [
        (96, 760, "1. Әкім өкілдерінің ұсынысы бойынша құрылған комиссия үміткердің"),
        (60, 740, "құжаттарын тексереді."),
    ]
    second = [(96, 760, "2. Бас тартуға жол берілмейді.")]
    found = read_bytes("қаулы.pdf", pdf([first, second]))
    assert found.text.split("\n") == [
        "1. Әкім өкілдерінің ұсынысы бойынша құрылған комиссия үміткердің құжаттарын тексереді.",
        "2. Бас тартуға жол берілмейді.",
    ]
    assert [found.text[start : start + 2] for start in found.source.pages] == ["1.", "2."]
    assert found.source.ocr is None


def test_letters_of_another_font_are_put_where_they_stand(
    read_bytes: Reader, print_late: Callable[[Sequence[str]], bytes]
) -> None:
    lines = ["1. Ғылыми кеңестің өтінішті қарау мерзімі – үш жұмыс күні.", "2. Құжаттар қабылданады."]
    assert read_bytes("қаулы.pdf", print_late(lines)).text.split("\n") == lines


@needs_font
def test_a_ruled_table_is_read_by_rows(read_bytes: Reader) -> None:
    from io import BytesIO

    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont("act", str(FONTS / "dejavu/DejaVuSerif.ttf")))
    made = BytesIO()
    canvas = Canvas(made, pagesize=A4)
    canvas.setFont("act", 11)
    canvas.drawString(60, 760, "Қызметтер тізбесі")
    for n, row in enumerate(
        (("№", "Атауы", "Мерзімі"), ("1", "Өтінішті тіркеу", "1 күн"), ("2", "Шешім беру", "3 күн"))
    ):
        for at, width, text in zip((60, 100, 300), (40, 200, 100), row, strict=True):
            canvas.rect(at, 700 - 30 * n, width, 30)
            canvas.drawString(at + 5, 710 - 30 * n, text)
    canvas.drawString(60, 600, "Ескертпе: мерзім жұмыс күнімен есептеледі.")
    canvas.save()
    assert read_bytes("тізбе.pdf", made.getvalue()).text.split("\n") == [
        "Қызметтер тізбесі", "№\t|\tАтауы\t|\tМерзімі", "1\t|\tӨтінішті тіркеу\t|\t1 күн", "2\t|\tШешім беру\t|\t3 күн",
        "Ескертпе: мерзім жұмыс күнімен есептеледі.",
    ]  # fmt: skip
