"""What the shell is told: ``sarapshy check draft.docx && git commit`` stops where something was found."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    CLEAN = 0  # everything was read; `check` found nothing
    FINDINGS = 1  # only `check` says so: a run's findings are its product
    BAD_INPUT = 2  # a file could not be read, a code is not known, a rule is broken
