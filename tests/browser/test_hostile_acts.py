"""An act may hold anything: it is shown as text and nothing of it runs, in the text, on the cards, in decisions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from made_acts import lay_out, make_finding

from sarapshy.acts.model import Act, ClauseKind, Identity, Source
from sarapshy.report.act_page import Page, render_act
from sarapshy.report.decided_pages import renew_page
from sarapshy.report.index_page import render_index
from sarapshy.report.jsonl import act_record

EVIL = (
    "<script>window.hit=1</script>",
    "<img src=x onerror='window.hit=1'>",
    '"><svg onload=window.hit=1>',
    "</script><script>window.hit=1</script>",
    "</textarea><iframe srcdoc='<script>parent.hit=1</script>'>",
    "javascript:window.hit=1",
    "{{ 7 * 7 }} ${window.hit=1}",
    "\u202eтатребо\u202c \u2066қ\u2069 \u200f\u061c",
    "\x00\x01\x08\x1b[31m\x7f",
    "\u2028\u2029 ]]> <!-- --> &lt;b&gt;",
)
HUGE = "әріп " * 200_000  # a clause of a megabyte and more


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    lines = [(ClauseKind.POINT, str(n), f"{n}.", 0, f"{n}. Комиссия {evil} қарайды.") for n, evil in enumerate(EVIL, 1)]
    lines.append((ClauseKind.POINT, "99", "99.", 0, f"99. {HUGE}"))
    text, clauses = lay_out(lines, "kk")
    act = Act(f"{EVIL[2]}.txt", text, "0f" * 32, "kk", Identity("rules", EVIL[0]), clauses, (), Source("txt"))
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "acts").mkdir()
    texts = dict.fromkeys(("kk", "ru", "en"), f"{EVIL[0]} {EVIL[3]}")
    findings = [
        replace(
            make_finding(act, "D2", evil, f"pt_{n}", message=texts, why=texts, remedy={"kk": EVIL[4], "ru": EVIL[4]}),
            rank=n, rule=EVIL[2], known={"by": "baseline", "reason": EVIL[1], "author": EVIL[0], "date": ""},
        )
        for n, evil in enumerate(EVIL, 1)
    ]  # fmt: skip
    findings.append(replace(make_finding(act, "T1", HUGE.strip(), "pt_99"), rank=99))
    page = folder / "acts" / "x.html"
    page.write_text(render_act(act, findings, "kk", Page(1.0)), encoding="utf-8", errors="replace")
    review = {
        "state": "accepted",
        "by": EVIL[1],
        "at": "2026-03-01T00:00:00+00:00",
        "comment": EVIL[3],
        "remedy": {"kk": EVIL[0]},
    }
    assert renew_page(page, {findings[0].id: {**review, "reviews": [review], "changed": {"quote": EVIL[4]}}})
    index = render_index([act_record(act, findings, 1.0, ["rule"], [], "acts/x.html")], {}, "kk")
    (folder / "index.html").write_text(index, encoding="utf-8")
    return folder


def test_an_act_with_scripts_controls_and_a_clause_of_a_megabyte_is_only_text(tab: Any, hostile: Path) -> None:
    tab.on("dialog", lambda dialog: pytest.fail("a script of the act ran"))
    tab.goto((hostile / "acts" / "x.html").as_uri())
    text = tab.evaluate("document.querySelector('.act').textContent")
    for evil in EVIL[:7]:
        assert evil in text
    assert "\x00" not in text and "\x1b" not in text and len(text) > 1_000_000
    assert EVIL[1] in tab.text_content("#f1 .by") and EVIL[0] in tab.text_content("#f1 .reworded")
    for key in ("j", "a", "e", "Escape", "j", "Shift+R", "n"):
        tab.keyboard.press(key)
    tab.fill("#comment", EVIL[1])
    tab.click("#f9 .message")
    tab.click("[data-language=ru]")
    assert (
        tab.evaluate("window.hit") is None
        and tab.evaluate("document.querySelectorAll('iframe, img, .act svg').length") == 0
    )


def test_right_to_left_marks_turn_only_their_own_words(tab: Any, hostile: Path) -> None:
    tab.goto((hostile / "acts" / "x.html").as_uri())
    assert tab.evaluate(
        "[...document.querySelectorAll('.card blockquote')].every(each => each.firstElementChild?.tagName === 'BDI')"
    )


def test_the_index_of_a_hostile_act_is_only_text(tab: Any, hostile: Path) -> None:
    tab.goto((hostile / "index.html").as_uri())
    assert EVIL[0] in tab.inner_text("#rows") and tab.evaluate("window.hit") is None
