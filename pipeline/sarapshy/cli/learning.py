"""What commands that learn share: the option of a model, and a clear word where scikit-learn is absent."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click

from sarapshy.cli.exits import Exit
from sarapshy.messages import say

NEEDED = ("sklearn", "skops")
Decorated = Callable[..., Any]


class LibraryAbsent(click.ClickException):
    exit_code = Exit.BAD_INPUT


def needs_learn(language: str) -> None:
    """LibraryAbsent with the command that installs it; nothing is imported."""
    if any(find_spec(name) is None for name in NEEDED):
        raise LibraryAbsent(say("classify.no_library", language))


def classifier_options(language: str, wanted: bool) -> Callable[[Decorated], Decorated]:
    """--classifier and --no-classifier, ``wanted`` where neither is said, and --model for another than the one that ships."""
    path = click.Path(path_type=Path, exists=True, dir_okay=False)
    model = click.option("--model", type=path, help=say("classify.opt_model", language))
    asked = click.option("--classifier/--no-classifier", default=wanted, help=say("classify.opt_classifier", language))
    return lambda command: asked(model(command))


def choose_model(classifier: bool, model: Path | None) -> Path | None:
    """None where no classifier is wanted."""
    if not classifier:
        return None
    from sarapshy.classify.shipped import SHIPPED

    return model or SHIPPED
