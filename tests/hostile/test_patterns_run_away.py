"""No regular expression of the program runs away: what it is given four times as much of takes about four times as long.

An expression that tries every end from every beginning of a run of dots or blanks grows with the square of the run: six
lines of «№» in a draft, and nobody gets an answer. Whether one does depends on how it is applied, so the program itself,
its page included, is held against runs of signs, figures and words, once and four times as long, in an act of either
language; each expression, by itself, from one place; and its structure is judged by regexploit, which names what can
grow with the cube of the length or worse, whatever the text.
Time is the processor's, and only its growth is judged: what grows faster than the length to the power of 1.5 is named,
if it does so each time that it is asked again.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import warnings
from collections.abc import Callable
from functools import partial
from time import process_time
from typing import Any

import pytest

with warnings.catch_warnings(action="ignore", category=DeprecationWarning):  # it reads with sre_parse
    from regexploit.ast.sre import SreOpParser
    from regexploit.redos import find

from sarapshy.acts.reading import build_act
from sarapshy.detect.run import detect
from sarapshy.report.act_page import Page, render_act

TIMES = 4
WORST = TIMES**1.5
TRIES = 4
SIGNS = (
    " ",
    "\t",
    "\n",
    " \n",
    "\u00a0",
    "1",
    "1.",
    "1-",
    " 1",
    "1) ",
    ".",
    "..\n",
    "…",
    "?",
    ",",
    ", ",
    ";",
    "-",
    "- ",
    "–",
    "_",
)
SIGNS += (
    "(",
    "()",
    "[",
    "«",
    "»",
    '"',
    "“",
    "|",
    "\t|\t",
    "/",
    "*",
    "№",
    "№ ",
    "№  ",
    "№ 1 ",
    "1-1 ",
    "а",
    "А",
    "а-",
    "a1/",
)
WORDS = (
    "және ",
    "и ",
    "Қазақстан Республикасының ",
    "тармақтың ",
    "қосымша ",
    "пункта ",
    "статьи ",
    "күні ",
    "5 дней ",
)
WORDS += ("Заң ", "комиссия ", "мүмкін ", "вправе ", "бұйр", "(бұдан әрі – ", "(далее – ")
AROUND = {
    "kk": (
        "1. Осы Қағидалар тәртіпті айқындайды. Комиссия өтінішті 5 жұмыс күні ішінде қарайды",
        "\n2. Комиссия шешім қабылдайды.\n",
    ),
    "ru": (
        "1. Настоящие Правила определяют порядок. Комиссия рассматривает заявление в течение 5 рабочих дней",
        "\n2. Комиссия принимает решение.\n",
    ),
}
SPY = """
import importlib, json, pkgutil, re._compiler, sys
found, compiled = {}, re._compiler.compile
def spy(pattern, flags=0):
    made = compiled(pattern, flags)
    frame = sys._getframe(1)
    while frame and frame.f_globals.get("__name__", "").split(".")[0] in ("re", "functools"):
        frame = frame.f_back
    if isinstance(made.pattern, str) and frame and frame.f_globals.get("__name__", "").startswith("sarapshy"):
        found[made.pattern, made.flags] = True
    return made
re._compiler.compile = spy
import sarapshy
for module in pkgutil.walk_packages(sarapshy.__path__, "sarapshy."):
    if not module.name.endswith("__main__"):
        try:
            importlib.import_module(module.name)
        except ImportError:  # of an extra
            pass
from sarapshy.acts.reading import build_act
from sarapshy.detect.run import detect
from sarapshy.report.act_page import Page, render_act
for text in ("1. Осы Қағидалар тәртіпті айқындайды.", "1. Настоящие Правила определяют порядок."):
    act = build_act(text, "a.txt")
    render_act(act, detect(act), "kk", Page(1.0))
print(json.dumps(list(found)))
"""


def measure(work: Callable[[str], object], text: str) -> float:
    began = process_time()
    work(text)
    return process_time() - began


def runs_away(work: Callable[[str], object], short: str, long: str) -> bool:
    """Whether the long text took too long for its length, as often as one asks."""
    if measure(work, long) <= WORST * measure(work, short):
        return False
    least = min(measure(work, long) for _ in range(TRIES - 1))
    return least > WORST * min(measure(work, short) for _ in range(TRIES))


def read_through(text: str, language: str = "kk") -> None:
    act = build_act(text.join(AROUND[language]), "ереже.txt")
    render_act(act, detect(act), language, Page(1.0))


@pytest.fixture(scope="module")
def expressions() -> list[re.Pattern[str]]:
    """Every expression that our modules compile when they are imported and when an act of each language is judged."""
    told = subprocess.run([sys.executable, "-c", SPY], capture_output=True, text=True, check=True)
    found = [re.compile(source, flags) for source, flags in json.loads(told.stdout)]
    assert len(found) > 300
    return found


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("unit", [*SIGNS, *WORDS])
def test_an_act_of_one_thing_over_and_over_is_read_in_time(unit: str, language: str) -> None:
    short = unit * (2_500 // len(unit))
    read = partial(read_through, language=language)
    assert not runs_away(read, short, short * TIMES), f"runs away over {unit!r}"


def test_no_expression_runs_away_from_one_place(expressions: list[re.Pattern[str]]) -> None:
    named = []
    for expression in expressions:
        words = re.findall(r"(?<!\\)[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]{2,}", expression.pattern)[:3]
        for unit in (*SIGNS, *words, *(f"{word} " for word in words)):
            short = unit * (300 // len(unit) + 1)
            if runs_away(expression.match, short + "\x00", short * TIMES + "\x00"):
                named.append((unit, expression.pattern[:100]))
                break
    assert not named


class Parser(SreOpParser):
    """A possessive repeat gives nothing back: it is judged as a run of a given length."""

    def from_POSSESSIVE_REPEAT(self, data: Any) -> Any:
        least, _, repeated = data
        return self.from_MAX_REPEAT((least, max(least, 1), repeated))


def judge(expression: re.Pattern[str]) -> list[Any]:
    parsed = Parser().parse_sre(expression.pattern, expression.flags)
    return find(parsed) if parsed is not None else []


def test_no_expression_can_grow_with_the_cube_of_a_text(expressions: list[re.Pattern[str]]) -> None:
    assert not [expression.pattern for expression in expressions if judge(expression)]


@pytest.mark.parametrize("source", [r"(а+)+\s", r"\s*а?\s*;\s*\s*\s*$", r"(?:\w+,?)+;"])
def test_what_can_grow_so_would_be_named(source: str) -> None:
    assert judge(re.compile(source))


def test_what_runs_away_would_be_named() -> None:
    text = " " * 2_000
    assert runs_away(re.compile(r"\s*;").search, text, text * TIMES)
