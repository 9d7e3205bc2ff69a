"""Click's own words, in the language of the person who calls.

Click asks ``gettext`` for «Usage:», «Missing argument», «No such option {name!r}.», each under the name it imported; here
that name is given a table of ours, ``reports/translations/click.yaml``, whose keys are click's English words.
"""

from __future__ import annotations

import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.termui
import click.types

from sarapshy.messages import read_translations

SPEAKING = (click.core, click.decorators, click.exceptions, click.formatting, click.parser, click.termui, click.types)


def speak(language: str) -> None:
    """From now on click speaks kk, ru or en; words that the table lacks stay English."""
    table = read_translations("click") if language != "en" else {}

    def translate(text: str) -> str:
        return table[text][language] if text in table else text

    def translate_number(one: str, many: str, count: int) -> str:
        return translate(one if count == 1 else many)

    for module in SPEAKING:
        vars(module).update(_=translate, ngettext=translate_number)
