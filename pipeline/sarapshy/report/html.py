"""What all pages have in common: template, style, script, and who may do what in a browser.

A page is one file that needs nothing else: styles, script and data stand in it, and a content security policy forbids
every request. Only the style and the script whose hashes the policy names may work, so that an act that holds
«<script>» is shown and never run.
"""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from sarapshy.acts.kinds import read_kinds
from sarapshy.findings.factors import read_factors, read_families, read_names
from sarapshy.findings.model import Texts
from sarapshy.messages import LANGUAGES, say
from sarapshy.report.wording import Wording

if TYPE_CHECKING:
    from jinja2 import Environment

SHOWN_STEPS = 12  # a longer procedure is opened by who wants it: the findings come first
LOW_OCR = 85
PLAIN = ("page", "start")
SCRIPTS = {"act": ("page", "decisions", "act", "review", "start"), "index": ("page", "decisions", "index", "start")}
LONGEST_QUOTE = 2000  # characters of a quote on its card; in the act its words are marked to the last


def page_name(path: str) -> str:
    """The act's page relative to the index: «Бұйрық 57.docx» gives «acts/Бұйрық-57-docx-1f0c….html»."""
    stem = re.sub(r"\W+", "-", path.rsplit("/", 1)[-1]).strip("-")[:60]  # 120 bytes of Cyrillic: file systems allow 255
    return f"acts/{stem}-{sha256(path.encode('utf-8', 'surrogateescape')).hexdigest()[:10]}.html"


def render_page(template: str, name: str, wording: Wording, plain: bool = False, **values: Any) -> str:
    """A page of a template, with the style of its name and its scripts; one without scripts of its own has the common.
    So has one that is ``plain``, an act's with no finding to decide on and no other text beside: three acts of four."""
    scripts = PLAIN if plain else SCRIPTS.get(name, PLAIN)
    sheets = ["page", name, *(["review"] if scripts != PLAIN else []), *(["procedure"] if values.get("flows") else [])]
    sheets += ["neighbours"] if values.get("around") else []
    style, style_hash = _join("styles", "css", tuple(sheets))
    script, script_hash = _join("scripts", "js", scripts)
    return (
        _environment()
        .get_template(template)
        .render(
            wording=wording,
            w=wording.say,
            language=wording.language,
            languages=LANGUAGES,
            style=style,
            script=script,
            style_hash=style_hash,
            script_hash=script_hash,
            shown_at_once=SHOWN_STEPS,
            low_ocr=LOW_OCR,
            **values,
        )
    )


@cache
def _environment() -> Environment:
    from jinja2 import FunctionLoader, StrictUndefined  # costs 60 ms, and `check` writes no page

    from sarapshy.report.template_context import PlainEnvironment

    environment = PlainEnvironment(
        loader=FunctionLoader(lambda name: _asset("templates", name)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["shortened"] = lambda words: (
        words if len(words) <= LONGEST_QUOTE else f"{words[:LONGEST_QUOTE]}…"
    )
    environment.filters["percent"] = lambda share: f"{share * 100:.0f} %"
    environment.filters["grouped"] = lambda number: f"{number:,}".replace(",", "\u202f")
    environment.globals |= {
        "factor_texts": factor_texts,
        "factors": read_factors(),
        "families": read_names("families"),
        "kind_texts": kind_texts,
    }
    return environment


@cache
def _asset(folder: str, name: str) -> str:
    return files("sarapshy.reports").joinpath(folder, name).read_text(encoding="utf-8")


@cache
def _join(folder: str, ending: str, names: tuple[str, ...]) -> tuple[Markup, str]:
    """The files as one source, and how the page's policy names it."""
    source = "".join(_asset(folder, f"{name}.{ending}") for name in names)
    return Markup(source), f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"


def factor_texts(code: str) -> Texts:
    """The factor's name; a code that the typology does not know is its own name."""
    factor = read_factors().get(code)
    return factor.name if factor else dict.fromkeys(LANGUAGES, code)


def kind_texts(kind: str) -> Texts:
    known = read_kinds().get(kind)
    return known.names if known else texts_of("report.kind_unknown")


def code_order(code: str) -> tuple[int, str]:
    """D before N before P, P2 before P10: the order of the typology."""
    known = list(read_families())
    return (known.index(code) if code in known else len(known), code)


def texts_of(key: str, **values: str) -> Texts:
    return {language: say(key, language, **values) for language in LANGUAGES}
