"""A fault of the input, told so that a lawyer can act on it: what, where, and what to do next.

The text stands in ``reports/translations/reading.yaml``; here is only its key, so that the same fault reads in kk, ru, en.
"""

from __future__ import annotations

from functools import partial

from sarapshy.messages import say


class InputError(Exception):
    """``key`` names a text such as ``reading.encrypted``; ``values`` fill it in. ``path`` is the file it costs."""

    def __init__(self, key: str, path: str, **values: str) -> None:
        super().__init__(key, path, values)
        self.key, self.path, self.values = key, path, values

    def say(self, language: str) -> str:
        return say(self.key, language, path=self.path, **self.values)

    def __reduce__(self) -> tuple[partial[InputError], tuple[str, str]]:
        """Between processes: what ``Exception`` keeps is not how one is called."""
        return partial(InputError, **self.values), (self.key, self.path)

    def __str__(self) -> str:
        return self.say("en")
