"""A fault goes from process to process and tells the same."""

from __future__ import annotations

import pickle

import pytest

from sarapshy.errors import InputError


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_fault_tells_the_same_in_another_process(language: str) -> None:
    fault = InputError("cli.out_of_time", "қағида.docx", seconds="60")
    again = pickle.loads(pickle.dumps(fault))
    assert again.say(language) == fault.say(language)
    assert "қағида.docx" in again.say(language)
    assert "60" in again.say(language)
