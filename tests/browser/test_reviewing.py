"""A reviewer decides in the browser: by keyboard, with comments and wordings; decisions are kept, saved and loaded."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from made_acts import kazakh_act, kazakh_findings
from many_findings import make_many
from waiting import wait_until

from sarapshy.findings.decisions import read_decisions
from sarapshy.report.act_page import Page, render_act
from sarapshy.report.html import page_name

SCHEMA = Path(__file__).resolve().parents[2] / "reports" / "decisions.schema.json"
IN_VIEW = """place => {
  const box = document.querySelector(place).getBoundingClientRect();
  return 0 <= box.top && box.top < innerHeight;
}"""
DOWNLOADS = "delete window.showSaveFilePicker"  # its dialog belongs to the system and cannot be answered here


@pytest.fixture
def act_tab(tab: Any, pages: Path) -> Any:
    tab.add_init_script(DOWNLOADS)
    tab.goto((pages / page_name(kazakh_act().path)).as_uri())
    tab.fill("#reviewer", "Айгүл")
    tab.press("#reviewer", "Tab")
    return tab


def press(tab: Any, keys: str) -> None:
    tab.evaluate("document.activeElement.blur()")
    for key in keys.split():
        tab.keyboard.press(key)


def state_of(tab: Any, number: int) -> str | None:
    return tab.get_attribute(f"#f{number}", "data-state")


def save(tab: Any, folder: Path) -> Path:
    with tab.expect_download() as waiting:
        tab.click("#save")
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def test_keys_accept_reject_and_take_back_on_any_layout(act_tab: Any) -> None:
    press(act_tab, "j a j KeyR")
    assert (state_of(act_tab, 1), state_of(act_tab, 2)) == ("accepted", "rejected")
    assert act_tab.inner_text("#decided") == "2 / 12"
    press(act_tab, "u")
    assert state_of(act_tab, 2) == "open" and act_tab.inner_text("#decided") == "1 / 12"
    assert act_tab.text_content("#told").endswith("1 / 12")


def test_with_shift_a_key_goes_on_to_the_next_undecided(act_tab: Any) -> None:
    press(act_tab, "j j a k Shift+R")
    assert state_of(act_tab, 1) == "rejected" and act_tab.get_attribute(".card.on", "data-n") == "3"
    press(act_tab, "k k n")
    assert act_tab.get_attribute(".card.on", "data-n") == "3"


def test_buttons_do_what_keys_do(act_tab: Any) -> None:
    assert act_tab.is_hidden("#about")
    act_tab.click("#f1 .message")
    act_tab.click(".dock [data-decide=accepted]")
    assert state_of(act_tab, 1) == "accepted"
    assert act_tab.get_attribute(".dock [data-decide=accepted]", "aria-pressed") == "true"
    act_tab.click(".dock [data-decide=open]")
    assert state_of(act_tab, 1) == "open"


def test_a_comment_belongs_to_its_finding_even_if_one_walks_on_at_once(act_tab: Any) -> None:
    press(act_tab, "j c")
    act_tab.keyboard.type("Азаматтың құқығы")
    press(act_tab, "Escape j")
    assert act_tab.input_value("#comment") == ""
    assert "Азаматтың құқығы" in act_tab.inner_text("#f1 .verdicts") and not act_tab.query_selector("#f2 .verdicts")


def test_an_edited_wording_is_kept_and_can_be_put_back(act_tab: Any, tmp_path: Path) -> None:
    press(act_tab, "j a e")
    assert act_tab.input_value("#reworded") == kazakh_findings(kazakh_act())[0].remedy["kk"]
    act_tab.fill("#reworded", "Негіздер: 1) мерзім өтсе.")
    press(act_tab, "Escape")
    assert "мерзім өтсе" in act_tab.inner_text("#f1 .reworded")
    (decision,) = read_decisions(save(act_tab, tmp_path))
    assert decision.remedy == {"kk": "Негіздер: 1) мерзім өтсе."} and decision.state == "accepted"
    act_tab.click("#restore")
    assert not act_tab.query_selector("#f1 .reworded")


def test_decisions_stay_in_the_browser_and_the_index_counts_them(act_tab: Any) -> None:
    press(act_tab, "j a j r")
    act_tab.reload()
    assert (state_of(act_tab, 1), state_of(act_tab, 2)) == ("accepted", "rejected")
    assert act_tab.input_value("#reviewer") == "Айгүл"
    act_tab.click(".home")
    for place, count in (("#count-accepted", 1), ("#count-rejected", 1), ("#unsaved", 2)):
        act_tab.wait_for_selector(f"{place}:text-is('{count}')")
    act_tab.select_option("#state", "left")
    act_tab.fill("#search", "шәкіртақы тағайындау")
    act_tab.wait_for_selector("#rows tr .reviewed b:text-is('2 / 12')")


def test_a_tab_that_dies_before_its_next_picture_loses_no_decision(act_tab: Any) -> None:
    act_tab.evaluate("""() => {
      window.requestAnimationFrame = () => 0;
      for (const name of ["beforeunload", "pagehide", "visibilitychange"]) {
        addEventListener(name, (event) => event.stopImmediatePropagation(), true);
      }
    }""")
    press(act_tab, "j a j r")
    other = act_tab.context.new_page()
    other.goto(act_tab.url)
    act_tab.close()
    assert (state_of(other, 1), state_of(other, 2)) == ("accepted", "rejected")
    press(other, "j j j a")
    wait_until(other, "!Object.keys(localStorage).some(key => key.startsWith('sarapshy-jotted'))")
    other.reload()
    assert [state_of(other, number) for number in (1, 2, 3)] == ["accepted", "rejected", "accepted"]


def test_two_tabs_on_one_act_keep_what_is_decided_in_each(act_tab: Any) -> None:
    other = act_tab.context.new_page()
    other.goto(act_tab.url)
    press(act_tab, "j a")
    other.wait_for_selector("#f1[data-state=accepted]")
    press(other, "j j r")
    act_tab.wait_for_selector("#f2[data-state=rejected]")
    press(act_tab, "j j a")
    other.wait_for_selector("#f3[data-state=accepted]")
    act_tab.reload()
    assert [state_of(act_tab, number) for number in (1, 2, 3)] == ["accepted", "rejected", "accepted"]


def test_a_saved_file_is_what_its_schema_says_and_loads_elsewhere(
    act_tab: Any, browser: Any, pages: Path, tmp_path: Path
) -> None:
    press(act_tab, "j a c")
    act_tab.keyboard.type("«</script>» \u202e құқық")
    path = save(act_tab, tmp_path)
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(json.loads(path.read_text("utf-8")))
    context = browser.new_context()
    other = context.new_page()
    other.goto((pages / page_name(kazakh_act().path)).as_uri())
    assert state_of(other, 1) is None
    other.set_input_files("#files", path)
    other.wait_for_selector("#f1[data-state=accepted]")
    assert "Айгүл" in other.inner_text("#f1 .verdict") and "</script>" in other.inner_text("#f1 .said")
    context.close()


def test_another_reviewers_opposite_decision_is_shown_as_a_dispute(act_tab: Any, tmp_path: Path) -> None:
    press(act_tab, "j a")
    path = save(act_tab, tmp_path)
    act_tab.fill("#reviewer", "Ержан")
    press(act_tab, "r")
    assert state_of(act_tab, 1) == "disputed" and len(act_tab.query_selector_all("#f1 .verdict")) == 2
    act_tab.set_input_files("#files", path)
    act_tab.wait_for_selector("#loaded:not(:empty)")
    assert state_of(act_tab, 1) == "disputed"


def test_the_index_saves_and_loads_the_decisions_of_all_acts(
    act_tab: Any, browser: Any, pages: Path, tmp_path: Path
) -> None:
    press(act_tab, "j a j r")
    act_tab.click(".home")
    act_tab.wait_for_selector("#rows tr")
    act_tab.wait_for_selector("#unsaved:text-is('2')")
    path = save(act_tab, tmp_path)
    assert {each.by for each in read_decisions(path)} == {"Айгүл"}
    wait_until(act_tab, "document.querySelector('#unsaved').textContent === ''")  # the file is there a moment before
    context = browser.new_context()
    other = context.new_page()
    other.goto((pages / "index.html").as_uri())
    other.set_input_files("#files", path)
    other.wait_for_selector("#count-accepted:text-is('1')")
    context.close()


def test_where_pages_share_no_storage_decisions_come_to_the_index_in_its_address(act_tab: Any) -> None:
    press(act_tab, "j a")
    act_tab.evaluate(
        "Object.keys(localStorage).filter(k => k.startsWith('sarapshy-index')).forEach(k => localStorage.removeItem(k))"
    )
    act_tab.evaluate("document.querySelector('.home').addEventListener('click', () => localStorage.clear())")
    act_tab.click(".home")
    act_tab.wait_for_selector("#count-accepted:text-is('1')")
    act_tab.wait_for_url(lambda url: "#" not in url)


def test_findings_are_filtered_by_state_and_confidence(act_tab: Any) -> None:
    press(act_tab, "j a j r")
    shown = "[...document.querySelectorAll('.card')].filter(c => c.checkVisibility()).length"
    act_tab.click("[data-state=undecided]")
    assert act_tab.evaluate(shown) == 10
    act_tab.click("#reset")
    act_tab.click(".more-filters summary")
    act_tab.select_option("#confidence", "0.9")
    assert act_tab.evaluate(shown) == 0


def test_when_all_is_decided_the_next_act_of_the_index_is_one_key_away(tab: Any, pages: Path) -> None:
    tab.goto((pages / "index.html").as_uri())
    tab.click("#rows a >> nth=0")
    tab.wait_for_selector(".card")
    first, cards = tab.url, tab.locator(".card").count()
    assert tab.is_visible("#onward") and "done" not in (tab.get_attribute("#onward", "class") or "")
    tab.keyboard.press("j")
    for _ in range(cards):
        tab.keyboard.press("Shift+KeyA")
    assert tab.evaluate("document.activeElement === document.querySelector('#onward a')")
    tab.keyboard.press("Enter")
    tab.wait_for_url(lambda url: url != first)
    tab.wait_for_selector(".card")


def test_the_finding_decided_on_leaves_the_list_of_undecided_when_one_goes_on(act_tab: Any) -> None:
    act_tab.click("[data-state=undecided]")
    press(act_tab, "j a")
    assert act_tab.is_visible("#f1")
    press(act_tab, "j")
    assert act_tab.is_hidden("#f1") and act_tab.get_attribute(".card.on", "data-n") == "2"


def test_the_other_side_of_a_contradiction_stands_beside_it_and_o_leads_there(act_tab: Any) -> None:
    left, right = (each.bounding_box() for each in act_tab.query_selector_all("#f6 .faces figure"))
    assert left["y"] == right["y"] and right["x"] >= left["x"] + left["width"]
    assert act_tab.inner_text("#f6 .faces figure + figure blockquote") == "бес күнтізбелік күн"
    act_tab.click("#f6 .message")
    press(act_tab, "o")
    wait_until(act_tab, IN_VIEW, "#r6-0")


def test_on_a_narrow_screen_one_decides_from_the_bar_below_or_inside_the_card(act_tab: Any) -> None:
    act_tab.set_viewport_size({"width": 400, "height": 800})
    act_tab.click("#next")
    act_tab.click(".thumb[data-decide=rejected]")
    assert state_of(act_tab, 1) == "rejected"
    assert (
        act_tab.query_selector("#f1 #dock #comment") and act_tab.evaluate("document.documentElement.scrollWidth") <= 400
    )


def test_a_browser_that_keeps_nothing_says_so(act_tab: Any) -> None:
    act_tab.evaluate(
        "void (Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') })"
    )
    press(act_tab, "j a")
    assert state_of(act_tab, 1) == "accepted"
    act_tab.wait_for_selector("#kept.warn")  # written, and so refused, only after the key has been answered


def test_the_point_that_answers_stands_at_the_height_of_its_clause(tab: Any, tmp_path: Path) -> None:
    """Also when one jumps far, into leaves that were never on the screen."""
    (own, findings), (other, _) = make_many(150, "kk"), make_many(150, "ru")
    page = tmp_path / "act.html"
    page.write_text(render_act(own, findings, "kk", Page(1.0), other), encoding="utf-8")
    tab.goto(page.as_uri())
    tab.click("#twin-toggle")
    apart = """n => Math.abs(document.querySelector('#twin .answers').getBoundingClientRect().top
      - document.querySelector(`#e${n}`).closest('.act [id^=c]').getBoundingClientRect().top)"""
    for n in (140, 70, 30):
        tab.evaluate("n => goTo(cardAt(n))", n)
        wait_until(tab, f"n => ({apart})(n) < 3", n)


def test_an_act_without_findings_is_read_beside_its_other_language_too(tab: Any, tmp_path: Path) -> None:
    own, other = make_many(3, "kk")[0], make_many(3, "ru")[0]
    page = tmp_path / "act.html"
    page.write_text(render_act(own, [], "kk", Page(1.0), other), encoding="utf-8")
    tab.goto(page.as_uri())
    tab.click("#twin-toggle")
    assert tab.is_visible("#twin")
    tab.keyboard.press("t")
    assert not tab.is_visible("#twin")
