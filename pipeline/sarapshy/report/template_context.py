"""How a template calls: ``{{ w('report.why') }}`` thirty times for each finding of a page.

Before each call Jinja looks whether the function wants the context, the environment or neither, which takes longer than
what these functions do. None of ours wants one, and a macro, which may be given one, is as well off without.
"""

from __future__ import annotations

from typing import Any

from jinja2.runtime import Context

OWN = ("_loop_vars", "_block_vars")  # what compiled templates hand over for a function that wants the context


class PlainContext(Context):
    """For an environment whose functions and globals ask for nothing of Jinja's."""

    def call(self, function: Any, *args: Any, **values: Any) -> Any:
        """What the function gives for the arguments of the template."""
        for name in OWN:
            values.pop(name, None)
        return function(*args, **values)
