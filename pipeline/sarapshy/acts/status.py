"""Whether an act is in force, a draft, repealed, or one that amends another, as far as its own text tells.

The index marks «күшін жойған»; a draft is headed «Жоба» or «Проект»; an amending act says «өзгерістер енгізу туралы».
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sarapshy.acts.model import Clause, Identity, Status
from sarapshy.language.letters import fold
from sarapshy.language.lexicon import read_lexicon

HEAD = 5000  # how much of the text may hold the words that amend


def judge_status(
    found: Identity, text: str, clauses: Sequence[Clause], title: str | None, name: str, edition: bool
) -> Status:
    marks = read_lexicon("references")["status"]
    heads = fold(f"{title or ''}\n{found.title or ''}\n{text[:400]}").text
    if any(re.search(mark, heads) for mark in marks["repealed"]):
        return Status.REPEALED
    if any(re.search(mark, heads) for mark in marks["draft"]) or "draft" in name.lower():
        return Status.DRAFT
    if not edition and _amends(found, text, clauses, name):
        return Status.AMENDING
    return Status.IN_FORCE if found.number or found.date or found.title else Status.UNKNOWN


def _amends(found: Identity, text: str, clauses: Sequence[Clause], name: str) -> bool:
    marks = read_lexicon("references")["status"]
    title = fold(found.title or "").text
    if any(mark in title for mark in marks["amending_title"]):
        return True
    if "_amend_" in name.lower():
        return True
    enacted = any(clause.amends for clause in clauses)
    if enacted or title:
        return enacted
    start = fold(text[:HEAD]).text
    return any(mark in start for mark in marks["amending_text"])
