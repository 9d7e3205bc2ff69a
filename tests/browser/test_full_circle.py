"""From the page to the file to the run and back: decided, saved, applied, analysed anew, still there. And a group."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from waiting import wait_until

from sarapshy.cli.main import build_commands

ACTS = {
    "kk": "Стипендия тағайындау қағидалары\n1. Осы Қағидалар стипендия тағайындау тәртібін айқындайды.\n"
    "2. Комиссия өтінішті өз қалауы бойынша қарайды.\n",
    "ru": "Правила назначения стипендии\n1. Настоящие Правила определяют порядок назначения стипендии.\n"
    "2. Комиссия рассматривает заявление по своему усмотрению.\n",
}


def call(*arguments: object) -> str:
    result = CliRunner().invoke(build_commands("en"), [str(each) for each in arguments])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture(params=["kk", "ru"])
def out(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    (tmp_path / "acts").mkdir()
    (tmp_path / "acts" / "ереже.txt").write_text(ACTS[request.param], encoding="utf-8")
    call("run", tmp_path / "acts", "-o", tmp_path / "out", "--jobs", 1)
    return tmp_path / "out"


def find_page(out: Path) -> Path:
    (page,) = (out / "acts").glob("*.html")
    return page


def test_what_was_decided_is_still_there_after_the_next_run(tab: Any, browser: Any, out: Path, tmp_path: Path) -> None:
    tab.add_init_script("delete window.showSaveFilePicker")
    tab.goto(find_page(out).as_uri())
    tab.fill("#reviewer", "Айгүл")
    tab.click("#f1 .message")
    tab.keyboard.press("r")
    tab.keyboard.press("c")
    tab.keyboard.type("азаматтың құқығы")
    with tab.expect_download() as waiting:
        tab.click("#save")
    waiting.value.save_as(tmp_path / "decisions.json")
    call("review", "apply", out, tmp_path / "decisions.json")
    act = tmp_path / "acts" / "ереже.txt"
    act.write_text(act.read_text(encoding="utf-8").replace("1. ", "Кіріспе\n1. "), encoding="utf-8")
    call("run", tmp_path / "acts", "-o", out, "--jobs", 1)
    context = browser.new_context()  # a browser that knows nothing
    other = context.new_page()
    other.goto(find_page(out).as_uri())
    other.wait_for_selector(".card[data-state=rejected]")
    assert "азаматтың құқығы" in other.inner_text(".card[data-state=rejected] .said")
    other.goto((out / "index.html").as_uri())
    other.wait_for_selector("#count-rejected:text-is('1')")
    context.close()


@pytest.fixture
def server(out: Path) -> Iterator[str]:
    pytest.importorskip("flask")
    from waitress import create_server

    from sarapshy.batch.outputs import open_outputs
    from sarapshy.server.app import Run, build_app, database_of
    from sarapshy.server.guard import Guard
    from sarapshy.server.store import Store

    app = build_app(Run(open_outputs(out), (), None), Store(database_of(out), "x"), Guard("127.0.0.1", None))
    served = create_server(app, host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=served.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{served.effective_port}"
    served.close()


def test_who_tells_a_name_late_still_sees_the_others(browser: Any, out: Path, server: str) -> None:
    """The field of the name is left after the decision of another has come."""
    contexts = [browser.new_context() for _ in range(2)]
    one, other = (context.new_page() for context in contexts)
    for tab in (one, other):
        tab.goto(f"{server}/acts/{find_page(out).name}")
    one.fill("#reviewer", "Айгүл")
    one.click("#f1 .message")
    one.keyboard.press("a")
    other.wait_for_selector("#f1[data-state=accepted]")
    other.fill("#reviewer", "Ержан")
    other.click("#f1 .message")
    assert other.get_attribute("#f1", "data-state") == "accepted"
    other.keyboard.press("r")
    for tab in (one, other):
        tab.wait_for_selector("#f1[data-state=disputed]")
    for context in contexts:
        context.close()


def test_two_reviewers_see_each_others_decisions(browser: Any, out: Path, server: str) -> None:
    contexts = [browser.new_context() for _ in range(3)]
    one, other, index = (context.new_page() for context in contexts)
    for tab, name in ((one, "Айгүл"), (other, "Ержан")):
        tab.goto(f"{server}/acts/{find_page(out).name}")
        tab.fill("#reviewer", name)
        tab.click("#f1 .message")
    index.goto(server)
    one.keyboard.press("a")
    other.wait_for_selector("#f1[data-state=accepted]")
    assert "Айгүл" in other.inner_text("#f1 .verdict")
    other.keyboard.press("r")
    one.wait_for_selector("#f1[data-state=disputed]")
    index.wait_for_selector("#count-disputed:text-is('1')")
    assert not one.evaluate("Object.keys(localStorage).some(key => key.startsWith('sarapshy-review '))")
    for context in contexts:
        context.close()


def test_what_the_server_has_not_heard_is_told_when_the_page_is_opened_again(
    browser: Any, out: Path, server: str
) -> None:
    context = browser.new_context()
    tab, page = context.new_page(), f"{server}/acts/{find_page(out).name}"
    tab.goto(page)
    tab.fill("#reviewer", "Айгүл")
    tab.click("#f1 .message")
    context.route("**/decisions", lambda route: route.abort())  # the server is away
    tab.keyboard.press("a")
    wait_until(tab, "Object.keys(localStorage).some(key => key.startsWith('sarapshy-jotted'))")
    tab.close()
    context.unroute("**/decisions")
    again, other = context.new_page(), browser.new_context()
    again.goto(page)
    assert again.get_attribute("#f1", "data-state") == "accepted"
    stranger = other.new_page()
    stranger.goto(page)
    stranger.wait_for_selector("#f1[data-state=accepted]")
    wait_until(again, "!Object.keys(localStorage).some(key => key.startsWith('sarapshy-jotted'))")
    for each in (context, other):
        each.close()
