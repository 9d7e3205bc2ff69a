"""Click's own words: who knows one language only meets no other."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
import click.types
import pytest
from click.testing import CliRunner

from sarapshy.cli.main import COMMANDS, build_commands
from sarapshy.cli.words import speak
from sarapshy.messages import LANGUAGES, read_translations

ENGLISH = re.compile(
    r"\b(?:Usage|Options|Commands|Show this|default|required|Error|Try|Missing|No such|Invalid|does not exist)\b"
)

NO_WORDS = re.compile(
    r"--?[a-z][a-z-]*|\[[a-z0-9|]+\]|\[%Y-%m-%d\]|postgresql://|tcp://|\w*(?:[./]+\w+)+|[A-Z]+_[A-Z_]+"
)
LATIN = re.compile(r"[A-Za-z]{2,}")
NAMES = {
    *("sarapshy", "OUT", "Akoma", "Ntoso", "Dask", "DuckDB", "Excel", "Gephi", "GitHub", "Actions", "Word", "pandas"),
    *("GEXF", "GraphML", "JSON", "PDF", "URL", "XML", "YAML", "csv", "doc", "docx", "json", "jsonl", "junit"),
    *("parquet", "pdf", "sarif", "txt", "xlsx"),
    *("kk", "ru", "both", "text", "findings", "acts", "local", "dask", "github", "refusal"),  # values of options
    *("baseline", "lead", "token"),  # keys of sarapshy.toml and of a link
}


def list_commands(command: click.Command, *path: str) -> Iterator[tuple[str, ...]]:
    yield path
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            within = command.get_command(context, name)
            assert within is not None
            yield from list_commands(within, *path, name)


PATHS = list(list_commands(build_commands("en")))


def call(language: str, *arguments: str) -> str:
    return CliRunner().invoke(build_commands(language), [*arguments, "--ui-lang", language]).output


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_is_in_the_language(command: str, language: str) -> None:
    shown = CliRunner().invoke(build_commands(language), [command, "--help"]).output
    assert not ENGLISH.search(shown), ENGLISH.findall(shown)


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_a_help_holds_no_latin_word_but_names(path: tuple[str, ...], language: str) -> None:
    shown = CliRunner().invoke(build_commands(language), [*path, "--help"]).output
    called = {word for each in PATHS for name in each for word in name.split("-")}
    assert set(LATIN.findall(NO_WORDS.sub(" ", shown))) <= NAMES | called


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_what_is_to_be_given_is_named_in_english_as_before(path: tuple[str, ...]) -> None:
    CliRunner().invoke(build_commands("kk"), [*path, "--help"])
    shown = CliRunner().invoke(build_commands("en"), [*path, "--help"]).output
    assert shown.startswith("Usage: sarapshy" if not path else f"Usage: sarapshy {' '.join(path)} [OPTIONS]")
    assert not re.search("[А-Яа-яӘәҒғҚқҢңӨөҰұҮүҺһІі]+:", shown)


@pytest.mark.parametrize(
    ("arguments", "kk", "ru"),
    [
        (("check",), "Аргумент жоқ: 'ФАЙЛДАР...'", "Нет аргумента 'ФАЙЛЫ...'"),
        (("rules", "show"), "Аргумент жоқ: 'КОД'", "Нет аргумента 'КОД'"),
        (("check", "act.txt", "--top", "many"), "мән емес (бүтін сан)", "значение (целое число)"),
        (("document", "note", "out", "--threshold", "half"), "мән емес (сан)", "значение (число)"),
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
