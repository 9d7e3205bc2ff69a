"""What one language's citations are made of, compiled from ``rules/lexicons/references.yaml``: «осы», «көрсетілген»,
«бекітілген», «настоящих», «утвержденных»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sarapshy.acts.kinds import compile_nouns
from sarapshy.language.lexicon import read_lexicon


@dataclass(frozen=True, slots=True)
class Grammar:
    """Patterns over folded text. ``forward`` is what a Russian noun and its requisites have between them."""

    nouns: re.Pattern[str]
    this: re.Pattern[str]
    said_this: str
    named: re.Pattern[str]
    approved: re.Pattern[str]
    forward: re.Pattern[str]
    parted: re.Pattern[str]
    country: re.Pattern[str]
    country_name: re.Pattern[str]
    unit: re.Pattern[str]
    weak: re.Pattern[str]
    office: re.Pattern[str]
    organisation: re.Pattern[str]
    model: re.Pattern[str]


@cache
def grammar_of(language: str) -> Grammar:
    lexicon = read_lexicon("references")
    spell = {name: "|".join(lexicon[name][language]) for name in ("this", "named", "approved", "country")}
    ending = "" if language == "kk" else "[а-я]+"
    units = "|".join(stem[:4] for stems in lexicon["units"][language].values() for stem in stems)
    return Grammar(
        nouns=compile_nouns(language),
        this=re.compile(rf"(?<!\w)(?:{spell['this']}){ending}\s+((?:[\w-]+\s+){{0,12}})$"),
        said_this=lexicon["this"][language][0],
        named=re.compile(rf"(?<!\w)(?:{spell['named']}){ending}\s+(?:[\w-]+\s+)?$"),
        approved=re.compile(rf"[\s,]*(?:{spell['approved']}){ending}(?!\w)"),
        forward=re.compile(rf"(?:\s*\([^()]{{0,300}}\))?[\s,]*(?:{lexicon['dated_by']}\s+)?"),
        parted=re.compile(rf"[.;:\n]|\d-?\s?(?:{'|'.join(lexicon['parted'])})"),
        country=re.compile(
            rf"(?<!\w)(?:{spell['country']})$" if language == "kk" else rf"(?:{spell['country']})(?!\w)"
        ),
        country_name=re.compile(rf"^(?:{spell['country']})\s+|\s+(?:{spell['country']})$"),
        unit=re.compile(rf"(?<!\w)(?:{units})"),
        model=re.compile(rf"(?:{'|'.join(lexicon['model'][language])})\w*\s+$"),
        office=re.compile(rf"\s+(?:{'|'.join(lexicon['offices'][language])})"),
        organisation=re.compile(rf"\s+(?:{'|'.join(lexicon['organisations'][language])})"),
        weak=re.compile("|".join(lexicon["weak"][language])),
    )
