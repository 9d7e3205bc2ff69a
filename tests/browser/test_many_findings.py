"""Pages of 5, 200 and 2,000 findings: everything answers, and a key does not make the browser lay out the whole page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from waiting import BETWEEN

DRAWN = "() => new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(then))))"
COUNT = "[...document.querySelectorAll('.card')].filter(card => card.checkVisibility()).length"


def open_page(tab: Any, many: Path, name: str) -> None:
    tab.goto((many / "acts" / f"{name}.html").as_uri())


@pytest.mark.parametrize(("name", "count"), [("5.kk", 5), ("200.ru", 200), ("2000.kk", 2000)])
def test_one_decides_filters_and_comes_back(tab: Any, many: Path, name: str, count: int) -> None:
    open_page(tab, many, name)
    for key in ("j", "Shift+A", "Shift+R", "a"):
        tab.keyboard.press(key)
    assert tab.inner_text("#decided") == f"3 / {count}"
    tab.click("[data-state=accepted]")
    assert tab.evaluate(COUNT) == 2
    tab.click("#reset")
    tab.fill("#search", f"{count}-тармақ")
    assert tab.evaluate(COUNT) == 1
    tab.reload()
    assert tab.inner_text("#decided") == f"3 / {count}"


def test_a_key_lays_out_what_is_near_and_not_two_thousand_cards(tab: Any, many: Path) -> None:
    """Elements laid out a key press, not time: how long that takes depends on the machine and on who else uses it."""
    open_page(tab, many, "2000.kk")
    for key in "jjjjjjjjjjj":  # the eleventh unfolds the rest
        tab.keyboard.press(key)
    tab.evaluate(DRAWN)
    session = tab.context.new_cdp_session(tab)
    session.send("Tracing.start", {"categories": "devtools.timeline", "transferMode": "ReportEvents"})
    events: list[Any] = []
    session.on("Tracing.dataCollected", lambda data: events.extend(data["value"]))
    complete: list[Any] = []
    session.on("Tracing.tracingComplete", lambda data: complete.append(data))
    for key in ("j", "a", "j", "r", "n", "k"):
        tab.keyboard.press(key)
        tab.evaluate(DRAWN)
    session.send("Tracing.end")
    while not complete:
        tab.wait_for_timeout(BETWEEN)  # lets what has been told come in
    laid_out = [
        each["args"]["beginData"]["dirtyObjects"]
        for each in events
        if each["name"] == "Layout" and "beginData" in each["args"]
    ]
    assert laid_out and max(laid_out) < 3000  # the page has more than a hundred thousand


def test_every_card_is_printed_and_the_screen_gets_its_few_back(tab: Any, many: Path) -> None:
    tab.goto((many / "acts" / "200.ru.html").as_uri())
    count = "document.querySelectorAll('.cards > li').length"
    before = tab.evaluate(count)
    assert before < 200
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert tab.evaluate(count) == 200
    tab.evaluate("dispatchEvent(new Event('afterprint'))")
    assert tab.evaluate(count) == before


def test_what_is_folded_away_is_printed_and_folded_again(tab: Any, pages: Path) -> None:
    for page in sorted((pages / "acts").glob("*.html")):
        tab.goto(page.as_uri())
        folded = "document.querySelectorAll('details:is(.scope, .flow):not([open]), .flow details:not([open])').length"
        before = tab.evaluate(folded)
        tab.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert tab.evaluate(folded) == 0
        tab.evaluate("dispatchEvent(new Event('afterprint'))")
        assert tab.evaluate(folded) == before > 0


def test_a_flag_of_the_other_side_is_never_torn_between_lines(tab: Any, many: Path) -> None:
    tab.goto((many / "acts" / "200.ru.html").as_uri())
    rows = tab.evaluate("[...document.querySelectorAll('.flag.other')].map((flag) => flag.getClientRects().length)")
    assert len(rows) > 10 and set(rows) == {1}
