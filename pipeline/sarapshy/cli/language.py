"""The language the program speaks: ``--ui-lang ru``, else SARAPSHY_LANG, else the locale (``kk_KZ.UTF-8``), else en.

The option may stand anywhere: ``sarapshy --ui-lang kk --help``, ``sarapshy review --ui-lang kk apply OUT``.
"""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping, Sequence
from itertools import zip_longest

from sarapshy.messages import LANGUAGES

OPTION, VARIABLE = "--ui-lang", "SARAPSHY_LANG"
LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")  # the order POSIX looks them up in


def asked_language(arguments: Sequence[str]) -> str | None:
    """What the last ``--ui-lang`` says, read before the options are parsed: the help must already be in that language."""
    asked = None
    for argument, following in zip_longest(arguments, arguments[1:]):
        if argument == "--":  # names of files from here on
            break
        if argument == OPTION:
            asked = following
        elif argument.startswith(f"{OPTION}="):
            asked = argument.partition("=")[2]
    return asked


def locale_name(environment: Mapping[str, str]) -> str:
    """``kk_KZ.UTF-8``; Windows keeps its own answer («Kazakh_Kazakhstan») outside of the environment."""
    named = (environment.get(variable) for variable in LOCALE_VARIABLES)
    return next((name for name in named if name), None) or locale.getlocale()[0] or ""


def choose_language(arguments: Sequence[str] = (), environment: Mapping[str, str] | None = None) -> str:
    environment = os.environ if environment is None else environment
    for asked in (asked_language(arguments), environment.get(VARIABLE)):
        if asked in LANGUAGES:
            return asked
    name = locale_name(environment).lower()
    return "kk" if name.startswith(("kk", "kazakh")) else "ru" if name.startswith("ru") else "en"
