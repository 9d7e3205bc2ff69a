"""axe-core finds nothing serious on the pages: in light and dark, wide and narrow, before and after deciding."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from made_acts import kazakh_act

from sarapshy.report.html import page_name

SERIOUS = ("serious", "critical")


def judge(tab: Any) -> list[str]:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    # What is far from the screen is not laid out until it comes near, and axe takes one place for another there.
    tab.add_style_tag(content="* { content-visibility: visible !important }")
    found = axe.run(tab).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:160]}" for each in found if each["impact"] in SERIOUS]


@pytest.fixture(
    params=[("light", 1400), ("dark", 1400), ("light", 420), ("dark", 420)], ids=lambda each: f"{each[0]}-{each[1]}"
)
def screen(request: pytest.FixtureRequest, browser: Any) -> Any:
    """A tab for axe-core, which the pages' own policy would keep out: it is switched off for this judge alone."""
    scheme, width = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_page_of_an_act(screen: Any, pages: Path, language: str) -> None:
    screen.goto((pages / page_name(kazakh_act().path)).as_uri())
    screen.click(f"[data-language={language}]")
    assert judge(screen) == []
    for key in ("j", "a", "j", "r", "j", "j", "j", "j", "a", "e"):
        screen.keyboard.press(key)
    assert judge(screen) == []


def test_the_index(screen: Any, pages: Path) -> None:
    screen.goto((pages / "index.html").as_uri())
    assert judge(screen) == []


def test_the_first_act_is_a_few_keys_away_and_arrows_go_through_the_columns(tab: Any, pages: Path) -> None:
    tab.goto((pages / "index.html").as_uri())
    for key in ("Tab", "Enter", "Tab"):
        tab.keyboard.press(key)
    assert tab.evaluate("document.activeElement.closest('tbody') !== null")
    columns = tab.query_selector_all(".heat thead button")
    assert [each.evaluate("button => button.tabIndex") for each in columns].count(0) == 1
    columns[0].focus()
    tab.keyboard.press("ArrowRight")
    assert columns[1].evaluate("button => button === document.activeElement && button.tabIndex === 0")
