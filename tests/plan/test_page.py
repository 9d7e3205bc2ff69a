"""The page of the plan shows every measure with its counts, in each language, and nothing it takes from elsewhere."""

from __future__ import annotations

from datetime import date

import pytest
from lxml import html

from sarapshy.plan.progress import Progress
from sarapshy.plan.reading import read_plan
from sarapshy.report.plan import render_plan


def render(language: str, today: date = date(2018, 8, 1)) -> html.HtmlElement:
    plan = read_plan()
    progress = [Progress(measure, 12, 9, 40, 10, 5, 8) for measure in plan.measures]
    return html.document_fromstring(render_plan(plan, progress, language, today))


@pytest.mark.parametrize(("language", "words"), [("kk", "заңға тәуелді актілер"), ("ru", "подзаконные акты")])
def test_a_row_tells_the_measure_its_term_and_what_is_left(language: str, words: str) -> None:
    row = render(language).xpath("//tbody/tr")[1].text_content()
    assert words in row and "2018" in row and "4.1.2" in row
    assert row.split()[-1] == "25"


def test_the_timeline_has_a_bar_a_measure_and_marks_today() -> None:
    page = render("kk")
    assert len(page.xpath("//rect[@class='term']")) == 3
    assert len(page.xpath("//line[@class='today']")) == 3
    assert not render("kk", date(2026, 1, 1)).xpath("//line[@class='today']")


def test_the_page_leads_back_to_the_acts() -> None:
    assert render("ru").xpath("//a[@href='index.html']")
