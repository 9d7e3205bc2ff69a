"""Debian's chromium, offline, with the pages of two made acts; tests skip where there is no browser."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

for folder in ("report", "browser"):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / folder))
CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run's folder: index.html, and in acts/ the page of an act with twelve findings and of a hostile one."""
    from made_acts import kazakh_act, kazakh_findings, russian_act, russian_findings

    from sarapshy.report.act_page import Page, render_act
    from sarapshy.report.html import page_name
    from sarapshy.report.index_page import render_index
    from sarapshy.report.jsonl import act_record, failure_record

    folder = tmp_path_factory.mktemp("run")
    (folder / "acts").mkdir()
    rules, hostile = kazakh_act(), russian_act()
    found = kazakh_findings(rules)
    found += [replace(found[3], rank=rank) for rank in range(8, 13)]
    records: list[Any] = [failure_record("скан.pdf", ValueError("пусто"))]
    for act, findings in ((rules, found), (hostile, russian_findings(hostile))):
        page = render_act(act, findings, "ru", Page(0.9, ("rule",), ("I3",)))
        (folder / page_name(act.path)).write_text(page, encoding="utf-8")
        records.append(act_record(act, findings, 0.9, ["rule"], ["I3"], page_name(act.path)))
    more = [{**records[1], "path": f"{n}.txt", "title": f"Ереже {n}", "language": "kk"} for n in range(250)]
    (folder / "index.html").write_text(render_index([*records, *more], {}, "ru"), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    api = pytest.importorskip("playwright.sync_api")
    if not CHROMIUM.exists():
        pytest.skip("no chromium at /usr/bin/chromium")
    with api.sync_playwright() as play:
        from waiting import PATIENCE

        started = play.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"])
        opened = started.new_context

        def open_patiently(**options: Any) -> Any:
            context = opened(**options)
            context.set_default_timeout(PATIENCE * 1000)
            return context

        started.new_context = open_patiently
        yield started
        started.close()


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of pages with 5, 200 and 2,000 findings: acts/200.ru.html."""
    from many_findings import make_many

    from sarapshy.report.act_page import Page, render_act

    folder = tmp_path_factory.mktemp("many")
    (folder / "acts").mkdir()
    for count, language in ((5, "kk"), (200, "ru"), (2000, "kk")):
        act, findings = make_many(count, language)
        html = render_act(act, findings, language, Page(1.0))
        (folder / "acts" / f"{count}.{language}.html").write_text(html, encoding="utf-8")
    return folder


@pytest.fixture
def tab(browser: Any) -> Iterator[Any]:
    """A tab that fails the test on a console error or on a request for anything but a file."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    tab, faults = context.new_page(), []
    tab.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
    tab.on("pageerror", lambda error: faults.append(str(error)))
    tab.on("request", lambda request: None if request.url.startswith("file:") else faults.append(request.url))
    yield tab
    context.close()
    assert not [fault for fault in faults if fault != "data:,"]
