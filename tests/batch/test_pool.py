"""Work over processes: order kept, and a process that dies costs one item."""

from __future__ import annotations

import os
import signal
import time

import pytest

from sarapshy.batch.pool import Lost, spread


def double(number: int) -> int:
    return number * 2


def double_slowly_at_first(number: int) -> int:
    time.sleep(0.05 if number == 0 else 0)
    return number * 2


def die_of_thirteen(number: int) -> int:
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * 2


def die_of_odd(number: int) -> int:
    if number % 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * 2


def chunks(numbers: range, size: int) -> list[range]:
    return [numbers[at : at + size] for at in range(0, len(numbers), size)]


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("size", [1, 4])
def test_answers_come_in_the_order_of_the_questions(jobs: int, size: int) -> None:
    assert list(spread(double_slowly_at_first, chunks(range(40), size), jobs)) == [n * 2 for n in range(40)]


def test_no_question_has_no_answer() -> None:
    assert list(spread(double, [], 2)) == []


def test_an_item_that_kills_its_process_is_lost_alone() -> None:
    answers = list(spread(die_of_thirteen, chunks(range(60), 4), 2))
    assert answers == [Lost(n) if n == 13 else n * 2 for n in range(60)]


def test_many_deaths_lose_only_their_own_items() -> None:
    answers = list(spread(die_of_odd, chunks(range(6), 2), 2))
    assert answers == [Lost(n) if n % 2 else n * 2 for n in range(6)]
