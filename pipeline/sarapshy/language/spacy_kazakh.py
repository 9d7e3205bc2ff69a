"""Kazakh for spaCy: ``spacy.blank("kk")``.

spaCy has no Kazakh of its own. Here are its words: a number with a suffix is one token («7-1», «2012-ші»), «№» and the
number after it are two, the abbreviations of acts («т.б.», «2012 ж.») keep their full stops. Word lists are those of
``rules/lexicons``. Nothing else in the program imports spaCy; this module is reached through its entry point.
"""

from __future__ import annotations

import re

from spacy.attrs import LIKE_NUM
from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER, CONCAT_QUOTES, LIST_ELLIPSES, LIST_ICONS
from spacy.lang.punctuation import TOKENIZER_PREFIXES, TOKENIZER_SUFFIXES
from spacy.language import BaseDefaults, Language
from spacy.symbols import NORM, ORTH
from spacy.util import update_exc

from sarapshy.language.letters import fold
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.numbers import read_number

_ORDINAL = re.compile(r"-(?:ші|шы|інші|ыншы|нші|ншы)\Z")


def like_num(text: str) -> bool:
    """«12», «1,5», «3/4», «7-1», «он», «5-ші»."""
    bare = _ORDINAL.sub("", fold(text).text)
    if re.fullmatch(r"[+±~-]?\d[\d.,/-]*", bare):
        return True
    return read_number(bare, "kk") is not None


def _list_exceptions() -> dict[str, list[dict[int, str]]]:
    """Abbreviations as one token, also with a capital at the head."""
    lexicon = read_lexicon("sentences")
    exceptions: dict[str, list[dict[int, str]]] = {}
    for word in [*lexicon["never_ends"], *lexicon["may_end"]]:
        for shape in {word, word.capitalize()}:
            exceptions[f"{shape}."] = [{ORTH: f"{shape}.", NORM: word}]
    return exceptions


_EXCEPTIONS = update_exc({}, _list_exceptions())
_LEX_ATTRS = {**BaseDefaults.lex_attr_getters, LIKE_NUM: like_num}
_INFIXES = [
    *LIST_ELLIPSES,
    *LIST_ICONS,
    rf"(?<=[{ALPHA_LOWER}])\.(?=[{ALPHA_UPPER}])",  # «болады.Комиссия», glued where a line broke
    rf"(?<=[{ALPHA}])[,!?;:/](?=[{ALPHA}])",
    rf"(?<=[{ALPHA}])[—–](?=[{ALPHA}])",
    rf"(?<=[{ALPHA}{CONCAT_QUOTES}])\)(?=[{ALPHA}])",
]
_PREFIXES = ["№", *TOKENIZER_PREFIXES]
# «12.» at the head of a point, «5)» of a subpoint: the sign is a token of its own.
_SUFFIXES = [*TOKENIZER_SUFFIXES, r"(?<=[0-9])\.", r"(?<=[0-9])%"]


_STOP_WORDS = set(read_lexicon("sentences")["function_words"]["kk"])


class KazakhDefaults(BaseDefaults):
    tokenizer_exceptions = _EXCEPTIONS
    prefixes = _PREFIXES
    suffixes = _SUFFIXES
    infixes = _INFIXES
    lex_attr_getters = _LEX_ATTRS
    stop_words = _STOP_WORDS


class Kazakh(Language):  # type: ignore[no-untyped-call]
    lang = "kk"
    Defaults = KazakhDefaults
