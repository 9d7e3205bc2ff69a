"""Numbers of points as they stand in a citation."""

from __future__ import annotations

import re

import pytest

from sarapshy.references.units import NUMBER


@pytest.mark.parametrize(
    ("text", "number"),
    [("12-тармақ", "12"), ("12- тармағы", "12"), ("19-1-тармақ", "19-1"), ("пункт 3.", "3"), ("пункт 4.1-", "4.1")],
)
def test_a_dash_or_dot_that_no_figure_follows_is_not_of_the_number(text: str, number: str) -> None:
    found = re.search(NUMBER, text)
    assert found and found.group() == number
