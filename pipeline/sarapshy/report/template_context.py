"""How a template calls and writes: ``{{ w('report.why') }}`` thirty times for each finding of a page.

Before each call Jinja looks whether the function wants the context, the environment or neither, which takes longer than
what these functions do. None of ours wants one, and a macro, which may be given one, is as well off without. And of each
value it writes Jinja makes a new ``Markup``, of that which is one already too; joined into a page it is as safe without.
"""

from __future__ import annotations

from typing import Any

from jinja2 import Environment
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context
from markupsafe import Markup, escape

from sarapshy.report.marked_text import SPECIAL

OWN = ("_loop_vars", "_block_vars")  # what compiled templates hand over for a function that wants the context


class PlainContext(Context):
    """For an environment whose functions and globals ask for nothing of Jinja's."""

    def call(self, function: Any, *args: Any, **values: Any) -> Any:
        """What the function gives for the arguments of the template."""
        for name in OWN:
            values.pop(name, None)
        return function(*args, **values)


class PlainGenerator(CodeGenerator):
    """Templates that write with the environment's ``safe`` where Jinja's write with ``escape``."""

    def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.safe(")


class PlainEnvironment(Environment):
    """The same pages as Jinja's own environment writes with ``autoescape``, sooner."""

    context_class = PlainContext
    code_generator_class = PlainGenerator

    @staticmethod
    def safe(value: Any) -> str:
        """The value as HTML: markup as it stands, anything else escaped."""
        kind = type(value)
        if kind is Markup:
            return value  # type: ignore[no-any-return]
        if kind is str and not SPECIAL.search(value):
            return value  # type: ignore[no-any-return]
        return escape(value)
