"""Click's own words: who knows one language only meets no other."""

from __future__ import annotations

import re

import click.types
import pytest
from click.testing import CliRunner

from sarapshy.cli.main import COMMANDS, build_commands
from sarapshy.cli.words import speak
from sarapshy.messages import LANGUAGES, read_translations

ENGLISH = re.compile(
    r"\b(?:Usage|Options|Commands|Show this|default|required|Error|Try|Missing|No such|Invalid|does not exist)\b"
)


def call(language: str, *arguments: str) -> str:
    return CliRunner().invoke(build_commands(language), [*arguments, "--ui-lang", language]).output


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_is_in_the_language(command: str, language: str) -> None:
    shown = CliRunner().invoke(build_commands(language), [command, "--help"]).output
    assert not ENGLISH.search(shown), ENGLISH.findall(shown)


@pytest.mark.parametrize(
    ("arguments", "kk", "ru"),
    [
        (("check",), "Аргумент жоқ", "Нет аргумента"),
        (("run", "acts", "--zzz"), "параметрі жоқ", "Нет параметра"),
        (("check", "act.txt", "--format", "foo"), "мыналардың ешқайсысы емес", "ни одно из"),
        (("run", "acts", "-o", "out", "--jobs", "0"), "мына шекте емес", "вне пределов"),
        (("train", "-o", "own.skops", "--decisions", "no-such-folder"), "жоқ: 'no-such-folder'", "Нет такого"),
    ],
)
def test_an_error_of_usage_is_told_in_the_language(arguments: tuple[str, ...], kk: str, ru: str) -> None:
    for language, words in (("kk", kk), ("ru", ru)):
        shown = call(language, *arguments)
        assert words in shown
        assert not ENGLISH.search(shown), shown


def test_english_stays_as_click_says_it() -> None:
    assert "Error: Missing argument" in call("en", "check")


def test_a_word_that_the_table_lacks_stays_english() -> None:
    speak("kk")
    assert vars(click.types)["_"]("{value!r} is not a valid UUID.") == "{value!r} is not a valid UUID."
    speak("en")


def test_every_word_keeps_what_is_filled_in() -> None:
    for english, texts in read_translations("click").items():
        fields = set(re.findall(r"\{(\w+)", english))
        assert all(set(re.findall(r"\{(\w+)", texts[language])) <= fields for language in LANGUAGES), english
        assert texts["en"] == english
