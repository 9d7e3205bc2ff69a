"""A fault of the input ends a command with its text and the exit code of bad input."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from sarapshy.cli.exits import Exit
from sarapshy.errors import InputError


@contextmanager
def told_faults(language: str) -> Iterator[None]:
    try:
        yield
    except InputError as error:
        click.echo(click.style(error.say(language), fg="red"), err=True)
        raise SystemExit(Exit.BAD_INPUT) from error
