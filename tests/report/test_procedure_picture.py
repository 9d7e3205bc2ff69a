"""The swimlanes on the page of an act."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html

from sarapshy.acts.model import Act
from sarapshy.acts.reading import build_act
from sarapshy.acts.stretches import Reading
from sarapshy.detect.run import detect
from sarapshy.procedure.procedures import read_procedures
from sarapshy.report.act_page import Page, render_act
from sarapshy.report.procedure import GAP, SHOWN, WIDTH, lay_out

SVG = "//*[local-name()='svg' and contains(@class, 'swim')]"


def read(path: Path) -> Act:
    return build_act(path.read_text(encoding="utf-8"), path.name)


@pytest.fixture(params=["school-heads.kk.txt", "grant-commission.ru.txt", "dissertation-council.kk.txt"])
def act(request: pytest.FixtureRequest, sample_acts: Path) -> Act:
    return read(sample_acts / request.param)


def page_of(act: Act) -> html.HtmlElement:
    return html.fromstring(render_act(act, detect(act), "ru", Page(0.9)))


def test_every_link_of_the_picture_leads_somewhere(act: Act) -> None:
    tree = page_of(act)
    names = set(tree.xpath("//@id"))
    links = tree.xpath("//section[@id='procedure']//a/@href")
    assert links and {link[1:] for link in links} <= names


def test_each_step_is_a_box_and_a_row(act: Act) -> None:
    tree = page_of(act)
    steps = sum(len(each.steps) for each in read_procedures(Reading(act)) if len(each.steps) >= 3)
    assert len(tree.xpath(f"{SVG}//*[contains(@class, 'step')]")) == steps
    assert len(tree.xpath("//section[@id='procedure']//tbody/tr")) == steps


def test_boxes_of_a_column_do_not_overlap_and_order_runs_down(act: Act) -> None:
    for flow in lay_out(act, read_procedures(Reading(act)), [], {}):
        for picture in flow.pictures:
            for one, other in pairwise(picture.boxes):
                assert one.y < other.y
            for column in {box.x for box in picture.boxes}:
                own = [box for box in picture.boxes if box.x == column]
                assert all(b.y - a.bottom >= GAP for a, b in pairwise(own))
            assert all(box.x + WIDTH <= flow.width and box.bottom <= picture.height for box in picture.boxes)


def test_a_hole_leads_to_its_card(act: Act) -> None:
    tree = page_of(act)
    for link in tree.xpath(f"{SVG}//a[@class='flagged']"):
        (card,) = tree.xpath(f"//article[@id='{link.get('href')[1:]}']")
        assert card.get("data-code") == link.text_content().strip()


def test_the_picture_needs_no_style_attribute_and_no_request(act: Act) -> None:
    page = render_act(act, detect(act), "kk", Page(0.9))
    start = page.index('<section class="procedure"')
    section = page[start : page.index("</section>", start)]
    assert " style=" not in section and not re.search(r"(?:src|href)=\"(?!#)", section)


def test_two_steps_are_not_drawn() -> None:
    act = build_act("Қағидалар\n1. Комиссия өтінішті қарайды.\n2. Хатшы хаттаманы толтырады.", "ереже.txt")
    assert 'id="procedure"' not in render_act(act, [], "kk", Page(1.0))


def test_a_long_procedure_is_folded_after_its_first_steps() -> None:
    points = "\n".join(f"{number}. Комиссия {number} өтінішті қарайды." for number in range(1, SHOWN + 11))
    act = build_act(f"Қағидалар\n{points}", "ереже.txt")
    (flow,) = lay_out(act, read_procedures(Reading(act)), [], {})
    assert [len(picture.boxes) for picture in flow.pictures] == [SHOWN, 10]
    (folded,) = page_of(act).xpath("//details[@class='more']")
    assert folded.get("open") is None


def test_words_of_an_act_are_no_markup() -> None:
    points = "\n".join(f"{n}. Комиссия <b>өтінішті</b> </svg><script>x</script> қарайды." for n in range(1, 5))
    page = render_act(build_act(f"Қағидалар\n{points}", "ереже.txt"), [], "kk", Page(1.0))
    assert "<script>x" not in page and "<b>өтінішті" not in page
