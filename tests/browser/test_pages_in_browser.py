"""A reviewer's hands on the pages: keys, filters, links, languages; from files, with no network."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from made_acts import kazakh_act, russian_act
from waiting import wait_until

from sarapshy.report.html import page_name


@pytest.fixture
def act_tab(tab: Any, pages: Path) -> Any:
    tab.goto((pages / page_name(kazakh_act().path)).as_uri())
    return tab


@pytest.fixture
def index_tab(tab: Any, pages: Path) -> Any:
    tab.goto((pages / "index.html").as_uri())
    return tab


def chosen(tab: Any) -> str | None:
    card = tab.query_selector(".card.on")
    return card.get_attribute("data-n") if card else None


def visible_cards(tab: Any) -> int:
    return len([card for card in tab.query_selector_all(".card") if card.is_visible()])


def test_every_quoted_finding_is_marked(act_tab: Any) -> None:
    marked = act_tab.evaluate(
        "new Set([...document.querySelectorAll('mark')].flatMap(m => m.dataset.f.split(' '))).size"
    )
    assert marked == 10  # twelve findings, two of them without a quote


def test_j_and_k_walk_through_the_findings_on_any_layout(act_tab: Any) -> None:
    act_tab.keyboard.press("j")
    act_tab.keyboard.press("j")
    assert chosen(act_tab) == "2"
    act_tab.keyboard.press("KeyK")
    assert chosen(act_tab) == "1"
    assert act_tab.query_selector("#f1 .reasons").get_attribute("open") is not None
    assert act_tab.query_selector("#f2 .reasons").get_attribute("open") is None


def test_walking_past_the_tenth_unfolds_the_rest(act_tab: Any) -> None:
    assert visible_cards(act_tab) == 10
    for _ in range(11):
        act_tab.keyboard.press("j")
    assert chosen(act_tab) == "11" and visible_cards(act_tab) == 12


def test_the_evidence_of_the_chosen_finding_comes_into_view(act_tab: Any) -> None:
    act_tab.set_viewport_size({"width": 1400, "height": 260})
    for _ in range(6):
        act_tab.keyboard.press("j")
    wait_until(
        act_tab,
        "() => { const { top } = document.querySelector('#e6').getBoundingClientRect(); return 0 <= top && top <= 260; }",
    )


def test_words_lead_to_the_finding_and_on_to_the_next_that_holds_them(act_tab: Any) -> None:
    words = act_tab.query_selector("mark[data-f='1 3']")
    width, height = (words.bounding_box()[side] for side in ("width", "height"))
    end = {"x": width - 8, "y": height - 8}  # its beginning holds the flag, which leads to finding 3 alone
    words.click(position=end)
    assert chosen(act_tab) == "1"
    words.click(position=end)
    assert chosen(act_tab) == "3"


def test_slash_goes_to_the_search_and_typing_there_moves_nothing(act_tab: Any) -> None:
    act_tab.keyboard.press("/")
    act_tab.keyboard.type("jkуақытжоқ")
    assert visible_cards(act_tab) == 0 and chosen(act_tab) is None
    assert act_tab.is_visible("#nothing")
    act_tab.click("#reset")
    assert visible_cards(act_tab) == 10


def test_filters_by_code_family_and_severity(act_tab: Any) -> None:
    act_tab.click(".more-filters summary")
    act_tab.select_option("#code", "D2")
    assert visible_cards(act_tab) == 1
    act_tab.select_option("#code", "")
    act_tab.select_option("#family", "vague")
    assert visible_cards(act_tab) == 7
    act_tab.click(".severities [data-severity=low]")
    assert visible_cards(act_tab) == 1


def test_the_page_can_be_read_in_another_language(act_tab: Any) -> None:
    act_tab.click("[data-language=kk]")
    assert act_tab.inner_text("#findings-heading").startswith("Ескертулер")
    assert act_tab.get_attribute("html", "lang") == "kk"
    act_tab.reload()
    assert act_tab.get_attribute("html", "lang") == "kk"


def test_a_narrow_screen_has_one_column_and_the_finding_below(act_tab: Any) -> None:
    act_tab.set_viewport_size({"width": 400, "height": 800})
    act_tab.click("#next")
    assert act_tab.evaluate("document.documentElement.scrollWidth") <= 400
    assert "D2" in act_tab.inner_text("#current")
    act_tab.click("#current")
    assert 0 <= act_tab.query_selector("#f1").bounding_box()["y"] < 800


def test_without_scripts_every_finding_is_shown(browser: Any, pages: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto((pages / page_name(kazakh_act().path)).as_uri())
    assert visible_cards(tab) == 12
    context.close()


def test_hostile_words_are_shown_and_not_run(tab: Any, pages: Path) -> None:
    tab.on("dialog", lambda dialog: pytest.fail("a script of the act ran"))
    tab.goto((pages / page_name(russian_act().path)).as_uri())
    assert "<script>alert('нет')</script>" in tab.inner_text(".act")


def test_the_index_leads_to_an_act_and_back(index_tab: Any) -> None:
    index_tab.click("text=Шәкіртақы тағайындау қағидалары")
    index_tab.wait_for_selector(".card")
    index_tab.click(".home")
    index_tab.wait_for_selector("#rows tr")


def test_the_index_shows_a_hundred_acts_at_a_time(index_tab: Any) -> None:
    rows = "document.querySelectorAll('#rows tr').length"
    assert index_tab.evaluate(rows) == 100
    index_tab.click("#next")
    index_tab.click("#next")
    assert index_tab.evaluate(rows) == 52 and index_tab.is_disabled("#next")


def test_the_index_filters_searches_and_sorts(index_tab: Any) -> None:
    index_tab.select_option("#language", "ru")
    assert len(index_tab.query_selector_all("#rows tr")) == 1
    index_tab.click("#reset")
    index_tab.fill("#search", "ереже 24")
    wait_until(index_tab, "document.querySelectorAll('#rows tr').length === 11")
    index_tab.click("#reset")
    index_tab.click(".factors [data-code=D1b]")
    assert len(index_tab.query_selector_all("#rows tr")) == 1
    index_tab.click("#reset")
    index_tab.click(".heat thead button:text-is('D1b')")
    assert index_tab.inner_text("#rows tr:first-child th").startswith("Порядок")


def test_a_column_is_named_by_its_factor_in_the_readers_language(index_tab: Any) -> None:
    button = index_tab.query_selector(".heat thead button:text-is('D2')")
    before = button.get_attribute("title")
    index_tab.click("[data-language=kk]")
    assert before and button.get_attribute("aria-label") == button.get_attribute("title")


def test_on_a_narrow_screen_only_the_table_of_the_index_scrolls_sideways(index_tab: Any) -> None:
    index_tab.set_viewport_size({"width": 400, "height": 800})
    assert index_tab.evaluate("document.documentElement.scrollWidth") <= 400
