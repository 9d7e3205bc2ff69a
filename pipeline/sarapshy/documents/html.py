"""A document as one HTML page that needs nothing else, for the screen and for the printer."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from markupsafe import Markup

from sarapshy.documents.blocks import Beside, Block, Chart, Document, Paragraph, Style, Table
from sarapshy.documents.charts import shorten

TAGS = {Style.TITLE: "h1", Style.HEADING: "h2", Style.SUBHEADING: "h3"}
STEP = 2  # percent: widths of columns are classes, since the policy of the page allows no style in an element


def write_html(document: Document) -> str:
    style = files("sarapshy.reports").joinpath("styles", "document.css").read_text(encoding="utf-8") + _width_rules()
    return str(
        _template().render(
            document=document,
            blocks=[(_kind(block), block) for block in document.blocks],
            language="ru" if document.language == "ru" else "kk",
            tags={each: TAGS.get(each, "p") for each in Style},
            style=Markup(style),
            style_hash=f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'",
            widths=_widths,
            most=lambda chart: max((bar.value for bar in chart.bars), default=1) or 1,
            shorten=shorten,
        )
    )


def _kind(block: Block) -> str:
    return {Paragraph: "paragraph", Table: "table", Chart: "chart", Beside: "beside"}.get(type(block), "turn")


def _widths(table: Table) -> list[int]:
    whole = sum(column.share for column in table.columns)
    return [max(STEP, STEP * round(100 * column.share / whole / STEP)) for column in table.columns]


def _width_rules() -> str:
    return "\n".join(f".w{width} {{ width: {width}% }}" for width in range(STEP, 101, STEP)) + "\n"


@cache
def _template() -> Any:
    from jinja2 import Environment, StrictUndefined

    source = files("sarapshy.reports").joinpath("documents", "document.html").read_text(encoding="utf-8")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(source)
