"""No regular expression of the program runs away: what it is given four times as much of takes about four times as long.

An expression that tries every end from every beginning of a run of dots or blanks grows with the square of the run: six
lines of «№» in a draft, and nobody gets an answer. Whether one does depends on how it is applied, so the program itself is
held against runs of signs, figures and words, once and four times as long; and each expression, by itself, from one place.
Time is the processor's, and only its growth is judged: what grows faster than the length to the power of 1.5 is named,
if it does so each time that it is asked again.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from time import process_time

import pytest

from sarapshy.acts.reading import build_act
from sarapshy.detect.run import detect

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
BEFORE = "1. Осы Қағидалар тәртіпті айқындайды. Комиссия өтінішті 5 жұмыс күні ішінде қарайды"
AFTER = "\n2. Комиссия шешім қабылдайды.\n"
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
for text in ("1. Осы Қағидалар тәртіпті айқындайды.", "1. Настоящие Правила определяют порядок."):
    detect(build_act(text, "a.txt"))
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


def read_through(text: str) -> None:
    detect(build_act(f"{BEFORE}{text}{AFTER}", "ереже.txt"))


@pytest.mark.parametrize("unit", [*SIGNS, *WORDS])
def test_an_act_of_one_thing_over_and_over_is_read_in_time(unit: str) -> None:
    short = unit * (2_500 // len(unit))
    assert not runs_away(read_through, short, short * TIMES), f"runs away over {unit!r}"


def test_no_expression_runs_away_from_one_place() -> None:
    told = subprocess.run([sys.executable, "-c", SPY], capture_output=True, text=True, check=True)
    expressions = [re.compile(source, flags) for source, flags in json.loads(told.stdout)]
    assert len(expressions) > 200
    named = []
    for expression in expressions:
        words = re.findall(r"(?<!\\)[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]{2,}", expression.pattern)[:3]
        for unit in (*SIGNS, *words, *(f"{word} " for word in words)):
            short = unit * (300 // len(unit) + 1)
            if runs_away(expression.match, short + "\x00", short * TIMES + "\x00"):
                named.append((unit, expression.pattern[:100]))
                break
    assert not named


def test_what_runs_away_would_be_named() -> None:
    text = " " * 1_000
    assert runs_away(re.compile(r"\s*;").search, text, text * TIMES)
