"""``sarapshy models``: which optional readers and models are there, and how to get those that are not.

scikit-learn 1.9.1
stanza: жоқ. Орнату: pip install 'sarapshy[stanza]'
"""

from __future__ import annotations

import click

from sarapshy.classify.installed import find_spacy_models, find_stanza_models, list_libraries
from sarapshy.classify.shipped import SHIPPED
from sarapshy.cli.options import language_option
from sarapshy.messages import say


def build(language: str) -> click.Command:
    @click.command(
        "models", help=say("classify.models_help", language), short_help=say("classify.models_help", language)
    )
    @language_option(language)
    def models(ui_lang: str) -> None:
        for library in list_libraries():
            key = "library_there" if library.version else "library_absent"
            values = {"name": library.name, "extra": library.extra, "version": library.version}
            click.echo(say(f"classify.{key}", ui_lang, **values))
        for each, folder in find_stanza_models().items():
            key = "stanza_there" if folder else "stanza_absent"
            click.echo(say(f"classify.{key}", ui_lang, model=each, path=folder))
        for each, named in find_spacy_models().items():
            key = "spacy_there" if named else f"spacy_absent_{each}"
            click.echo(say(f"classify.{key}", ui_lang, model=each, path=named))
        size = f"{SHIPPED.stat().st_size / 1000:.0f}" if SHIPPED.exists() else "0"
        click.echo(say("classify.clauses_there", ui_lang, path=SHIPPED, size=size))

    return models
