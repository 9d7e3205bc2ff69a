"""Waiting for what a page answers later. Its policy forbids ``eval``, by which Playwright's own waiting for a function works."""

from __future__ import annotations

from time import monotonic
from typing import Any

PATIENCE = 180.0  # seconds that a condition is waited for: a busy machine is slow, and what fails is told anyway
BETWEEN = 20  # milliseconds


def wait_until(tab: Any, condition: str, argument: object = None) -> None:
    """Until the expression, or the function of the argument, holds in the page."""
    end = monotonic() + PATIENCE
    while not tab.evaluate(condition, argument):
        assert monotonic() < end, f"never so: {condition}"
        tab.wait_for_timeout(BETWEEN)
