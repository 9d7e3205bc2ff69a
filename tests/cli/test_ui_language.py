"""The language of messages: option, variable, locale."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from sarapshy.cli.language import choose_language
from sarapshy.cli.main import build_commands


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        (["run", "x", "--ui-lang", "kk"], {"SARAPSHY_LANG": "ru", "LANG": "en_US.UTF-8"}, "kk"),
        (["check", "--ui-lang=ru", "x"], {}, "ru"),
        (["check", "--ui-lang"], {"LANG": "kk_KZ.UTF-8"}, "kk"),
        (["check", "--ui-lang", "de"], {"SARAPSHY_LANG": "ru"}, "ru"),
        (["--ui-lang", "kk", "check", "x", "--ui-lang", "ru"], {}, "ru"),
        (["--ui-lang", "kk", "check", "--", "--ui-lang=ru"], {"LANG": "ru_RU.UTF-8"}, "kk"),
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


USAGE = {"kk": "Қолданылуы: ", "ru": "Использование: "}


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize(
    ("line", "called"),
    [
        ("--ui-lang {0} --help", "sarapshy"),
        ("--ui-lang={0} run --help", "sarapshy run"),
        ("run --help --ui-lang {0}", "sarapshy run"),
        ("--ui-lang {0} review --help", "sarapshy review"),
        ("review --ui-lang {0} --help", "sarapshy review"),
        ("review --ui-lang {0} apply --help", "sarapshy review apply"),
        ("--ui-lang {0} document note --help", "sarapshy document note"),
        ("rules --ui-lang={0} list --help", "sarapshy rules list"),
        ("graph hubs --ui-lang {0} --help", "sarapshy graph hubs"),
    ],
)
def test_the_option_may_stand_before_and_after_a_command(line: str, called: str, language: str) -> None:
    arguments = line.format(language).split()
    commands = build_commands(choose_language(arguments, {"LANG": "C.UTF-8"}))
    result = CliRunner().invoke(commands, arguments, prog_name="sarapshy")
    assert result.exit_code == 0
    assert result.output.startswith(f"{USAGE[language]}{called} [")


@pytest.mark.parametrize("arguments", [["--ui-lang", "de", "run"], ["review", "--ui-lang", "de", "apply"]])
def test_a_language_that_is_not_spoken_is_refused(arguments: list[str]) -> None:
    result = CliRunner().invoke(build_commands("en"), arguments)
    assert result.exit_code == 2
    assert "'de'" in result.output
