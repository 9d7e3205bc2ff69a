"""A template calls with what it was given, inside loops, blocks and macros alike."""

from __future__ import annotations

from jinja2 import Environment
from markupsafe import Markup

from sarapshy.report.template_context import PlainContext, PlainEnvironment

PAGE = """{% macro cell(word, mark='') %}<td>{{ word }}{{ mark }}</td>{% endmacro %}
{% block body %}{% for each in words %}{{ say(each, times=loop.index) }}{{ cell(each, mark='<') }}{% endfor %}{% endblock %}"""


def write(context: type) -> str:
    environment = Environment(autoescape=True)
    environment.context_class = context
    page = environment.from_string(PAGE.replace("{% block body %}", "{% block body %}" + PAGE.split("\n")[0]))
    return page.render(words=["бап", "<пункт>"], say=lambda word, times: f"{word} × {times}; ")


def test_a_page_is_the_same_as_with_the_context_of_jinja() -> None:
    from jinja2.runtime import Context

    page = write(PlainContext)
    assert page == write(Context)
    assert "бап × 1; <td>бап&lt;</td>" in page and "&lt;пункт&gt; × 2" in page


def test_what_a_template_writes_is_escaped_as_by_jinja_whether_text_number_markup_or_neither() -> None:
    source = """{% macro bold(word) %}<b>{{ word }}</b>{% endmacro %}{% set joined %}{{ mark }}&{{ text }}{% endset %}
{{ text }} {{ mark }} {{ number }} {{ nothing }} {{ plain }} {{ bold(text) }} {{ joined }} {{ text ~ mark }} {{ 'a<' }}"""
    values = {
        "text": "«Өтініш» & <шағым>",
        "mark": Markup("<i>құқық</i>"),
        "number": 7,
        "nothing": None,
        "plain": "бап",
    }
    written = PlainEnvironment(autoescape=True).from_string(source).render(**values)
    assert written == Environment(autoescape=True).from_string(source).render(**values)
    assert "&lt;шағым&gt;" in written and "<i>құқық</i>" in written and "&amp;lt;" not in written
