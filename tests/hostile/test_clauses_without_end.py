"""A clause of a megabyte of one norm over and over is read in proportion to its length.

What is counted is work and not time: calls of functions, ours and the library's, while an act is read, judged and written
as a page. Four times the clause may cost five times the calls; what asks of each verb something of all others costs
sixteen times as many.
"""

from __future__ import annotations

import cProfile

import pytest

from sarapshy.acts.model import Act
from sarapshy.acts.reading import build_act
from sarapshy.detect.run import detect
from sarapshy.language.sentences import LONGEST, split_sentences
from sarapshy.report.act_page import Page, render_act

TIMES, MOST = 4, 5
SHORT = 6_000  # characters: more than a sentence of the greatest length
BEFORE = {
    "kk": "Ереже\n1. Осы Қағидалар тәртіпті айқындайды.\n2. ",
    "ru": "Правила\n1. Настоящие Правила определяют порядок.\n2. ",
}
REPEATED = {
    "kk": (
        "Комиссия өтінішті қарайды. ",
        "Комиссия өтінішті қарайды және ",
        "Комиссия 5 жұмыс күні ішінде шешім қабылдайды, ",
        "1) комиссия өтінішті қарайды;\n",
        "осы Қағидалардың 9-тармағына сәйкес ",
    ),
    "ru": (
        "Комиссия вправе отказать. ",
        "Комиссия рассматривает заявление, ",
        "если заявитель не явился, комиссия отказывает, ",
        "1) комиссия рассматривает заявление;\n",
        "в соответствии с пунктом 9 настоящих Правил ",
        "(далее – Комиссия) ",
    ),
}
CASES = [(language, unit) for language, units in REPEATED.items() for unit in units]


def make_act(language: str, unit: str, length: int) -> Act:
    return build_act(f"{BEFORE[language]}{unit * (length // len(unit))}", "x.txt")


def count_work(language: str, unit: str, length: int) -> int:
    """Calls of an act's way from its text to its page."""
    profile = cProfile.Profile()
    profile.enable()
    act = make_act(language, unit, length)
    render_act(act, detect(act), language, Page(1.0))
    profile.disable()
    return sum(entry.callcount for entry in profile.getstats())


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """Rules are loaded and templates compiled once, whatever the act."""
    for language in BEFORE:
        count_work(language, "Комиссия. ", 500)


@pytest.mark.parametrize(("language", "unit"), CASES)
def test_four_times_the_clause_costs_four_times_the_work(language: str, unit: str) -> None:
    fixed = count_work(language, "а. ", 300)
    short = count_work(language, unit, SHORT) - fixed
    assert count_work(language, unit, SHORT * TIMES) - fixed < MOST * short


@pytest.mark.parametrize("separator", [", ", "; ", " ", ""])
def test_a_sentence_without_end_is_cut_where_it_may_be(separator: str) -> None:
    text = f"комиссия өтінішті қарайды{separator}" * 2_000
    spans = split_sentences(text, 0, len(text))
    assert len(spans) > 1 and all(end - start <= LONGEST for start, end in spans)
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == text.replace(" ", "")
    if separator:
        assert all(text[end - 1] == separator[0] or end == len(text.rstrip()) or separator == " " for _, end in spans)


def test_an_ordinary_sentence_is_not_cut() -> None:
    text = "Комиссия " + "құжаттарды, " * (LONGEST // 14) + "қарайды."
    assert split_sentences(text, 0, len(text)) == [(0, len(text))]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_page_draws_so_many_steps_and_says_how_many_are_left(language: str) -> None:
    act = make_act(language, REPEATED[language][0], 75_000)
    page = render_act(act, [], language, Page(1.0))
    assert page.count('<g class="step') == 2_000
    left = 75_000 // len(REPEATED[language][0]) - 2_000
    assert {"kk": f"{left} қадам сызылмады", "ru": f"ещё {left} нет"}[language] in page
