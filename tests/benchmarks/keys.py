"""How soon the reviewer's page answers a key: from the press to the picture that shows what it did.

    python tests/benchmarks/keys.py [--rounds 20] [--only 2000] [--page FILE]

Pages of 5, 200 and 2,000 findings, and of 2,000 in a text of 2 MB, made for the purpose; or a page that a run has written.
Chromium's own clock: from the time stamp of the event until the frame that follows it has been drawn. «search» types a
word letter by letter and takes it back, «filter» presses and releases a severity.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / folder) for folder in ("report", "browser")]

from many_findings import make_many  # noqa: E402

from sarapshy.report.act_page import Page, render_act  # noqa: E402

SIZES = {
    "5": (5, 1),
    "200": (200, 1),
    "2000": (2000, 1),
    "2000 in 2 MB": (2000, 5),
}  # findings, points from one to the next
KEYS = ("j", "k", "a", "r", "u", "Shift+A", "Shift+R", "n", "o")
NEEDLE = "комиссия"
WATCH = """() => {
  window.lasted = [];
  const drawn = new MessageChannel(), pressed = [];
  drawn.port1.onmessage = () => { for (const at of pressed.splice(0)) window.lasted.push(performance.now() - at); };
  for (const name of ["keydown", "click", "beforeinput"]) addEventListener(name, (event) => {
    requestAnimationFrame(() => { pressed.push(event.timeStamp); drawn.port2.postMessage(0); });
  }, true);
}"""
LASTED = "async () => { while (!window.lasted.length) await new Promise(requestAnimationFrame); return Math.max(...window.lasted.splice(0)); }"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--only", choices=SIZES)
    parser.add_argument("--page", type=Path)
    options = parser.parse_args()
    with sync_playwright() as play, TemporaryDirectory() as folder:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        sizes = [options.only] if options.only else [*SIZES]
        pages = [options.page] if options.page else [write_page(Path(folder), size) for size in sizes]
        for page in pages:
            tab = browser.new_page(viewport={"width": 1400, "height": 900})
            tab.goto(page.resolve().as_uri(), timeout=120_000)
            tab.evaluate(WATCH)
            elements = tab.evaluate("document.querySelectorAll('*').length")
            print(f"{page.stem}: {elements} elements")
            for name, lasted in measure(tab, options.rounds):
                print(f"  {name:8} median {median(lasted):4.0f} ms, max {max(lasted):4.0f}", flush=True)
            tab.close()


def write_page(folder: Path, size: str) -> Path:
    count, apart = SIZES[size]
    act, findings = make_many(count, "kk", apart)
    page = folder / f"{size}.html"
    page.write_text(render_act(act, findings, "kk", Page(1.0)), encoding="utf-8")
    return page


def measure(tab: Any, rounds: int) -> Iterator[tuple[str, list[float]]]:
    for key in KEYS:
        yield key, [press(tab, key) for _ in range(rounds)]
    yield "filter", [click(tab, "[data-severity=medium]") for _ in range(rounds)]
    yield "search", [lasted for _ in range(max(rounds // 5, 1)) for lasted in search(tab)]
    tab.click("[data-state=undecided]")
    yield "n left", [press(tab, "n") for _ in range(rounds)]
    yield "A left", [press(tab, "Shift+A") for _ in range(rounds)]


def press(tab: Any, key: str) -> float:
    tab.keyboard.press(key)
    return wait(tab)


def click(tab: Any, place: str) -> float:
    tab.click(place)
    return wait(tab)


def search(tab: Any) -> list[float]:
    tab.focus("#search")
    lasted = [type_letter(tab, letter) for letter in NEEDLE] + [press(tab, "Backspace") for _ in NEEDLE]
    press(tab, "Escape")
    return lasted


def type_letter(tab: Any, letter: str) -> float:
    tab.keyboard.insert_text(letter)
    return wait(tab)


def wait(tab: Any) -> float:
    lasted: float = tab.evaluate(LASTED)
    tab.wait_for_timeout(60)  # what is done when a page is idle is done
    return lasted


if __name__ == "__main__":
    main()
