"""Click's own words, in the language of the person who calls.

Click asks ``gettext`` for «Usage:», «Missing argument», «No such option {name!r}.», each under the name it imported; here
that name is given a table of ours, ``reports/translations/click.yaml``, whose keys are click's English words. The words
in capitals, ``[OPTIONS] FILES...`` and ``--top INTEGER RANGE``, are asked of nobody: each command is given them.
"""

from __future__ import annotations

import re

import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.termui
import click.types

from sarapshy.messages import read_translations

SPEAKING = (click.core, click.decorators, click.exceptions, click.formatting, click.parser, click.termui, click.types)
CAPITALS = re.compile(r"[A-Z]{2,}")


def translate(text: str, language: str) -> str:
    """Click's words in kk, ru or en; those that the table lacks stay English."""
    table = read_translations("click") if language != "en" else {}
    return table[text][language] if text in table else text


def speak(language: str) -> None:
    """From now on click speaks the language."""

    def translate_one(text: str) -> str:
        return translate(text, language)

    def translate_number(one: str, many: str, count: int) -> str:
        return translate(one if count == 1 else many, language)

    for module in SPEAKING:
        vars(module).update(_=translate_one, ngettext=translate_number)


def name_values(command: click.Command, language: str) -> None:
    """Gives the command, and those within it, the words for what stands after its name and after its options."""
    if language == "en":
        return
    command.options_metavar = _translate_capitals(command.options_metavar or "", language)
    context = click.Context(command)
    for parameter in command.params:
        _name_value(parameter, context, language)
    if isinstance(command, click.Group):
        command.subcommand_metavar = _translate_capitals(command.subcommand_metavar or "", language)
        for each in command.commands.values():
            name_values(each, language)


def _name_value(parameter: click.Parameter, context: click.Context, language: str) -> None:
    if isinstance(parameter.type, click.IntRange | click.FloatRange):  # an option's own; other types are shared by all
        parameter.type.name = translate(parameter.type.name, language)
    parameter.metavar = _translate_capitals(parameter.make_metavar(context), language)


def _translate_capitals(metavar: str, language: str) -> str:
    return CAPITALS.sub(lambda word: translate(word[0], language), metavar)
