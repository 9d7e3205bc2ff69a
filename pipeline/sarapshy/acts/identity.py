"""Which act this is: kind, title, body, number, date, edition, status, place in the hierarchy.

No one place tells all. The index has «… бекіту туралы  Қазақстан Республикасы Білім және ғылым министрінің 2012 жылғы
21 ақпандағы № 57 бұйрығы», often cut before the number; a Russian text begins «Приказ Министра … от 8 февраля 2016 года
№ 39»; the stamp of an annex says «… № 57 бұйрығына қосымша»; a file is called ``order57_ed_2017-12-13_No619.kk.txt`` or
``k1500000414.20-01-2026.rus.pdf``. Each source is read by itself, and what the more trusted says stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields, replace

from sarapshy.acts.file_names import read_amending_name, read_edition_name, read_name
from sarapshy.acts.formulas import is_enacted, read_enacting, read_opening, read_registration, read_stamp
from sarapshy.acts.kinds import rank_of
from sarapshy.acts.model import Clause, ClauseKind, Identity, Status
from sarapshy.acts.requisites import same_number
from sarapshy.acts.status import judge_status
from sarapshy.acts.titles import list_head, read_bare_heading, read_heading, read_law_heading, read_title

HEAD = 2500  # how much of the text may hold its heading
CODES = {"kk": "kaz", "ru": "rus"}
NOTHING = Identity()


def identify(text: str, clauses: Sequence[Clause], name: str, title: str | None = None) -> Identity:
    """What the act is, from its title, text, clauses and file name; what cannot be told stays None or "unknown"."""
    lines = list_head(text[:HEAD])
    edition = read_edition_name(text, name)
    sources = [
        read_title(title) if title else NOTHING,
        edition,
        read_amending_name(name),
        read_heading(lines),
        read_law_heading(lines),
        read_stamp(text),
        NOTHING if is_enacted(text) else read_bare_heading(lines),
        read_name(name),
        read_enacting(text),
        read_opening(text),
    ]
    found = sources[0]
    for source in sources[1:]:
        if source != NOTHING:
            found = _fill(found, source)
    found = _fill(found, Identity(title=_find_approved_title(clauses), registration=read_registration(text)))
    found = _name_approved(found, text)
    status = judge_status(found, text, clauses, title, name, bool(edition.number))
    return replace(found, status=status, rank=found.rank or rank_of(found.kind, found.body))


def address(identity: Identity, language: str) -> str | None:
    """«/akn/kz/act/2012-02-21/57/kaz@2017-12-13»; None where number or date is not known. The Constitution has no
    number."""
    number = identity.number or ("constitution" if identity.kind == "constitution" else None)
    if identity.date is None or number is None:
        return None
    plain = re.sub(r"[^\w.-]+", "-", number.lower())
    edition = f"@{identity.edition.isoformat()}" if identity.edition else ""
    return f"/akn/kz/act/{identity.date.isoformat()}/{plain}/{CODES.get(language, language)}{edition}"


def _fill(known: Identity, more: Identity) -> Identity:
    """What ``known`` leaves open is taken from ``more``. Number and date go together: half of each would be no act."""
    apart = (known.number and more.number and not same_number(known.number, more.number)) or (
        known.date is not None and more.date is not None and known.date != more.date
    )
    changes = {}
    for one in fields(Identity):
        if one.name == "rank" and known.kind not in ("unknown", more.kind):
            continue
        blank = getattr(known, one.name) in (None, "unknown", 0, Status.UNKNOWN)
        if blank and not (apart and one.name in ("number", "date", "registration", "body")):
            changes[one.name] = getattr(more, one.name)
    return replace(known, **changes)


def _name_approved(found: Identity, text: str) -> Identity:
    """A file of rules without the order that approves them is rules; the order's requisites and rank stay."""
    if is_enacted(text) or found.title is None or found.kind in ("law", "code", "constitution", "constitutional_law"):
        return found
    heading = read_bare_heading([found.title])
    if heading.kind not in ("rules", "policy") or found.edition is not None:
        return found
    return replace(found, kind=heading.kind, rank=found.rank or rank_of(found.kind, found.body))


def _find_approved_title(clauses: Sequence[Clause]) -> str | None:
    """One word is no title: «Фото3х4» over a form, «Ереже» alone."""
    titles = (clause.title for clause in clauses if clause.title and clause.kind is ClauseKind.APPROVED)
    return next((title for title in titles if len(title.split()) > 1), None)
