"""Options that commands share, with their help in the language of the person."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from typing import Any

import click

from sarapshy.batch.selection import Selection, names_factor, split_words
from sarapshy.cli.exits import Exit
from sarapshy.detect import rules
from sarapshy.detect.rules import Rule
from sarapshy.findings.factors import TypologyError, read_factors
from sarapshy.findings.model import SEVERITIES
from sarapshy.messages import LANGUAGES, say

Decorated = Callable[..., Any]
SECONDS = 600  # a scan of a hundred pages takes some minutes


def language_option(language: str, **more: Any) -> Callable[[Decorated], Decorated]:
    choice = click.Choice(LANGUAGES)
    return click.option("--ui-lang", type=choice, default=language, help=say("cli.opt_ui_lang", language), **more)


def offer_language(command: click.Command, language: str) -> None:
    """Groups take ``--ui-lang`` as their commands do; by then ``choose_language`` has heeded it, here it is allowed."""
    if isinstance(command, click.Group):
        language_option(language, expose_value=False)(command)
        for each in command.commands.values():  # none of the program itself, which imports the one that is called
            offer_language(each, language)


def seconds_option(language: str) -> Callable[[Decorated], Decorated]:
    limit = click.IntRange(1)
    text = say("cli.opt_seconds", language)
    return click.option("--seconds", type=limit, default=SECONDS, show_default=True, help=text)


def selection_options(language: str) -> Callable[[Decorated], Decorated]:
    """--select, --ignore, --min-severity."""
    options = (
        click.option("--select", metavar="CODES", help=say("cli.opt_select", language)),
        click.option("--ignore", metavar="CODES", help=say("cli.opt_ignore", language)),
        click.option(
            "--min-severity",
            type=click.Choice(SEVERITIES),
            default=SEVERITIES[-1],
            help=say("cli.opt_min_severity", language),
        ),
    )
    return lambda command: reduce(lambda inner, option: option(inner), reversed(options), command)


def build_selection(select: str | None, ignore: str | None, severity: str, language: str) -> Selection:
    """A word that names nothing would silently select nothing: it is refused."""
    selection = Selection(split_words(select), split_words(ignore), severity)
    unknown = [word for word in (*selection.select, *selection.ignore) if not names_factor(word)]
    if unknown:
        codes = {rule.code.casefold() for rule in load_rules(language)}
        for word in unknown:
            if word.casefold() not in codes:
                raise click.UsageError(say("cli.unknown_word", language, word=word))
    return selection


class RulesBroken(click.ClickException):
    exit_code = Exit.BAD_INPUT


def load_rules(language: str) -> tuple[Rule, ...]:
    """The rules and what they lean on; broken ones are told all at once, with file, key and reason."""
    try:
        read_factors()
        rules.read_types()
        return rules.read_rules()
    except (rules.RuleError, TypologyError) as error:
        faults = "\n".join(map(str, error.faults))
        raise RulesBroken(f"{say('cli.rules_broken', language)}\n{faults}") from error
