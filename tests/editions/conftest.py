"""The order that is amended, and a way to write orders that amend it."""

from __future__ import annotations

import pytest
from made_orders import BASE_KK, BASE_RU, HEAD_KK, HEAD_RU, TAIL_KK, TAIL_RU, Amend

from sarapshy.acts.model import Act
from sarapshy.acts.reading import build_act


@pytest.fixture(scope="session")
def bases() -> dict[str, Act]:
    return {
        "kk": build_act(BASE_KK, "order12_ed_2011-05-03.kk.txt"),
        "ru": build_act(BASE_RU, "order12_ed_2011-05-03.ru.txt"),
    }


@pytest.fixture(scope="session")
def amend() -> Amend:
    """``amend("ru", "пункт 3 исключить;", day="2015-02-01", number="9")`` is an order that amends the base."""

    def write(language: str, commands: str, day: str = "2015-02-01", number: str = "9") -> Act:
        head, tail = (HEAD_KK, TAIL_KK) if language == "kk" else (HEAD_RU, TAIL_RU)
        return build_act(head + commands + tail, f"order12_amend_{day}_No{number}.{language}.txt")

    return write
