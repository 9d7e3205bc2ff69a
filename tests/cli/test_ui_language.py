"""The language of messages: option, variable, locale."""

from __future__ import annotations

import pytest

from sarapshy.cli.language import choose_language


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        (["run", "x", "--ui-lang", "kk"], {"SARAPSHY_LANG": "ru", "LANG": "en_US.UTF-8"}, "kk"),
        (["check", "--ui-lang=ru", "x"], {}, "ru"),
        (["check", "--ui-lang"], {"LANG": "kk_KZ.UTF-8"}, "kk"),
        (["check", "--ui-lang", "de"], {"SARAPSHY_LANG": "ru"}, "ru"),
        ([], {"SARAPSHY_LANG": "kk", "LANG": "ru_RU.UTF-8"}, "kk"),
        ([], {"SARAPSHY_LANG": "de", "LANG": "ru_RU.UTF-8"}, "ru"),
        ([], {"LANG": "kk_KZ.UTF-8"}, "kk"),
        ([], {"LC_ALL": "ru_KZ.UTF-8", "LANG": "kk_KZ.UTF-8"}, "ru"),
        ([], {"LANG": "Kazakh_Kazakhstan.1251"}, "kk"),
        ([], {"LANG": "Russian_Russia.1251"}, "ru"),
        ([], {"LANG": "C.UTF-8"}, "en"),
    ],
)
def test_option_then_variable_then_locale(arguments: list[str], environment: dict[str, str], language: str) -> None:
    assert choose_language(arguments, environment) == language
