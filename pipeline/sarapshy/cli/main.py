"""``sarapshy run``, ``sarapshy check``, ``sarapshy rules``: one module a command, imported when it is called.

A drafter's ``check`` runs on every save, so it must not pay for the batch run's imports, nor for a help text nobody
asked for: each command's module has ``build(language) -> click.Command``.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

import click

from sarapshy import __version__
from sarapshy.batch.limits import collect_seldom
from sarapshy.cli.language import choose_language
from sarapshy.cli.options import offer_language
from sarapshy.cli.words import name_values, speak
from sarapshy.messages import say

COMMANDS = (
    "run",
    "check",
    "procedure",
    "graph",
    "edition",
    "diff",
    "akn",
    "plan",
    "document",
    "export",
    "remarks",
    "rules",
    "review",
    "stats",
    "train",
    "eval",
    "models",
)


class LazyGroup(click.Group):
    """Knows its commands by name and imports the one that is called."""

    def __init__(self, language: str) -> None:
        super().__init__(name="sarapshy", help=say("cli.help", language), no_args_is_help=True)
        self.language = language

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"sarapshy.cli.{cmd_name}").build(self.language)
        offer_language(command, self.language)
        name_values(command, self.language)
        return command


def build_commands(language: str) -> click.Group:
    speak(language)
    version = click.version_option(__version__, "--version", prog_name="sarapshy", help=say("cli.version", language))
    commands: click.Group = version(LazyGroup(language))
    offer_language(commands, language)
    name_values(commands, language)
    return commands


def main(arguments: Sequence[str] | None = None) -> None:
    collect_seldom()
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    build_commands(choose_language(arguments)).main(args=list(arguments), prog_name="sarapshy")
