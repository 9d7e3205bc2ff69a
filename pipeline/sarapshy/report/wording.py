"""The words of one HTML page in three languages.

A page is written in one language and can be switched to the other two by the reader. Every text that has a
translation goes through ``Wording``: it is written as ``<span data-t="7">Почему это риск</span>`` and its row 7,
``["Неліктен бұл тәуекел", "Почему это риск", "Why this is a risk"]``, goes once into a table at the page's end,
however often the text stands on the page: five hundred findings of one rule cost one row.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from markupsafe import Markup, escape

from sarapshy.findings.model import Texts
from sarapshy.messages import LANGUAGES, say

# «<» would close the script element, U+2028 and U+2029 end a line of JavaScript.
SCRIPT_ESCAPES = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def script_json(value: Any) -> Markup:
    """JSON that is safe inside a script element whatever an act holds."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # A translation by table looks at each letter, and costs ten times this.
    for sign, escaped in SCRIPT_ESCAPES.items():
        written = written.replace(sign, escaped)
    return Markup(written)


@cache
def translate(key: str) -> Texts:
    """A text that nothing is filled into, in all languages."""
    return {each: say(key, each) for each in LANGUAGES}


@lru_cache(maxsize=4096)
def _escape(text: str) -> str:
    """The pages of a run say the same over and over."""
    return str(escape(text))


@lru_cache(maxsize=4096)
def _write_row(row: tuple[str, ...]) -> str:
    return str(script_json(row))


def _mark_up(html: str) -> Markup:
    """What is HTML already: ``Markup(html)`` asks first whether it is, and takes three times as long."""
    return str.__new__(Markup, html)


class Wording:
    """Collects the rows while the page is written; ``spare`` is the language of a text that has no translation."""

    def __init__(self, language: str, spare: str = "ru") -> None:
        self.language, self.spare = language, spare
        self._column = LANGUAGES.index(language)
        self._rows: dict[tuple[str, ...], int] = {}
        self._said: dict[str, Markup] = {}  # a page says «details» as often as it has findings

    def say(self, key: str, **values: Any) -> Markup:
        if values:
            return self.span({each: say(key, each, **values) for each in LANGUAGES})
        said = self._said.get(key)
        if said is None:
            said = self._said[key] = self.span(translate(key))
        return said

    def span(self, texts: Mapping[str, str]) -> Markup:
        number, text = self._row(texts)
        return _mark_up(f'<span data-t="{number}">{text}</span>')

    def element(self, tag: str, key: str) -> Markup:
        """Where no span may stand: «tspan» and «desc» of a picture."""
        number, text = self._row(translate(key))
        return _mark_up(f'<{tag} data-t="{number}">{text}</{tag}>')

    def option(self, key: str) -> Markup:
        """Attribute and content of an element that can hold no span: ``<option{{ wording.option(key) }}</option>``."""
        return self.option_of(translate(key))

    def option_of(self, texts: Mapping[str, str]) -> Markup:
        number, text = self._row(texts)
        return _mark_up(f' data-t="{number}">{text}')

    def attribute(self, name: str, key: str) -> Markup:
        return self.attribute_of(name, translate(key))

    def attribute_of(self, name: str, texts: Mapping[str, str]) -> Markup:
        number, text = self._row(texts)
        return _mark_up(f'{name}="{text}" data-t-{name}="{number}"')

    def number(self, texts: Mapping[str, str]) -> int:
        """The row of a text that a script writes."""
        return self._row(texts)[0]

    def table(self) -> Markup:
        rows = ",".join(map(_write_row, self._rows))
        return _mark_up(f'{{"languages":{script_json(LANGUAGES)},"rows":[{rows}]}}')

    def _row(self, texts: Mapping[str, str]) -> tuple[int, str]:
        """The row's number, and its text in the page's language, escaped."""
        spare = texts.get(self.spare) or next(iter(texts.values()), "")
        row = tuple([texts.get(each) or spare for each in LANGUAGES])
        number = self._rows.setdefault(row, len(self._rows))
        return number, _escape(row[self._column])
