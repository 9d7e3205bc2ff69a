"""Charts of a note: native ones in DOCX, which Word draws with the document's own font, and lines of SVG in HTML."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Mm

from sarapshy.documents.blocks import Chart

BAR_HEIGHT, TITLE_HEIGHT = 6.5, 16  # millimetres
LABEL = 60  # characters of a label that the chart has room for
_INLINE = (
    '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
    '<wp:docPr id="{number}" name="Chart {number}"/><wp:cNvGraphicFramePr/>'
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
    '<c:chart r:id="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
)


def add_chart(file: Any, chart: Chart, width: int, number: int, font: str) -> None:
    """Appends the chart, as wide as given (EMU); its height grows with its bars."""
    xml = chart_xml(chart, font).encode("utf-8")
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), CONTENT_TYPE.DML_CHART, xml, file.part.package)
    relation = file.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    height = Mm(TITLE_HEIGHT + BAR_HEIGHT * len(chart.bars))
    paragraph = parse_xml(_INLINE.format(width=width, height=height, number=900 + number, relation=relation))
    file.element.body.insert(len(file.element.body) - 1, paragraph)


def chart_xml(chart: Chart, font: str) -> str:
    bars = [{"label": shorten(bar.label), "value": bar.value} for bar in chart.bars]
    return str(_template().render(title=chart.title, bars=bars, font=font))


def shorten(label: str) -> str:
    return label if len(label) <= LABEL else f"{label[: LABEL - 1].rstrip()}…"


@cache
def _template() -> Any:
    from jinja2 import Environment

    source = files("sarapshy.reports").joinpath("documents", "chart.xml").read_text(encoding="utf-8")
    return Environment(autoescape=True).from_string(source)
