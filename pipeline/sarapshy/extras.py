"""Libraries that only some commands need: ``pip install 'sarapshy[documents]'`` brings them.

Whoever checks a draft need not install what writes a Word document; whoever asks for one without it is told the very
command, in his language.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from sarapshy.errors import InputError


def want(module: str, extra: str, path: str) -> Any:
    """The module; InputError names the extra that brings it and ``path``, what was to be made with it."""
    try:
        return import_module(module)
    except ImportError as error:
        library = module.partition(".")[0]
        raise InputError("machine.extra_missing", path, library=library, extra=extra) from error
