"""An edition as a text with notes below changed clauses, and as JSON.

«13. Құжаттар қабылданған күннен бастап …» / «Ескерту. 13-тармақ жаңа редакцияда – 2013 жылғы 4 мамырдағы № 172 бұйрықпен.»
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sarapshy.editions.edits import name_amender
from sarapshy.editions.model import Action, Amender, Change, Edition, Target, Unapplied
from sarapshy.language.lexicon import read_lexicon

NOTED = (Action.REPLACE, Action.INSERT, Action.SUBSTITUTE)


def name_target(target: Target, language: str) -> str:
    """«15-тармақ, 3) тармақша», «пункт 15, часть 3»; «Мәтін» for a whole text."""
    notes, addresses = read_lexicon("amendments")["notes"][language], read_lexicon("addresses")
    names = []
    for kind, number in target.units:
        form = notes.get(kind.value) or addresses.get(kind.value, {}).get(language)
        names.append(form.format(number=number) if form and number else number or "")
    return ", ".join(filter(None, names)) or str(notes["whole"])


def note_of(change: Change, language: str) -> str:
    form = read_lexicon("amendments")["notes"][language][str(change.action)]
    target = name_target(change.target, language)
    return str(form.format(target=target[:1].upper() + target[1:], by=name_amender(change.by, language)))


def write_text(edition: Edition, notes: bool = True) -> str:
    """The text of the edition; with ``notes``, each changed clause has a note below it."""
    act = edition.act
    if not notes:
        return act.text.strip() + "\n"
    ends = {clause.id: (clause.end, clause.language) for clause in act.clauses}
    below: dict[int, list[str]] = {}
    for change in edition.changes:
        if change.clause in ends and change.action in NOTED:
            end, language = ends[change.clause]
            below.setdefault(end, []).append(note_of(change, language))
    pieces, done = list[str](), 0
    for end in sorted(below):
        pieces += [act.text[done:end], "\n\n", "\n\n".join(dict.fromkeys(below[end]))]
        done = end
    return "".join([*pieces, act.text[done:]]).strip() + "\n"


def edition_record(edition: Edition) -> dict[str, Any]:
    """Everything that is known of the edition; clauses carry their words and the changes that made them."""
    act, identity = edition.act, edition.act.identity
    return {
        "act": {
            "kind": identity.kind,
            "number": identity.number,
            "date": _iso(identity.date),
            "title": identity.title,
            "edition": _iso(identity.edition),
            "status": str(identity.status),
            "language": act.language,
        },
        "at": _iso(edition.at),
        "partial": edition.partial,
        "amended_by": [_amender(amender) for amender in edition.amenders],
        "text": act.text,
        "clauses": list(_clauses(edition)),
        "changes": [_change(change) for change in edition.changes],
        "unapplied": [_unapplied(one) for one in edition.unapplied],
        "for_other_acts": edition.others,
    }


def _clauses(edition: Edition) -> Iterator[dict[str, Any]]:
    for clause in edition.act.clauses:
        made = [at for at, change in enumerate(edition.changes) if change.clause == clause.id]
        yield {
            "id": clause.id,
            "kind": clause.kind.value,
            "number": clause.number,
            "start": clause.start,
            "end": clause.end,
            "changes": made,
        }


def _change(change: Change) -> dict[str, Any]:
    return {
        "action": str(change.action),
        "by": _amender(change.by),
        "target": target_record(change.target),
        "clause": change.clause,
        "command": change.command,
        "before": change.before,
        "after": change.after,
    }


def _unapplied(one: Unapplied) -> dict[str, Any]:
    return {
        "by": _amender(one.by),
        "reason": str(one.reason),
        "command": one.command,
        "target": target_record(one.target) if one.target else None,
    }


def target_record(target: Target) -> dict[str, Any]:
    units = [{"kind": kind.value, "number": number} for kind, number in target.units]
    return {"text": str(target.where), "title": target.title, "units": units}


def _amender(amender: Amender) -> dict[str, Any]:
    return {
        "path": amender.path,
        "kind": amender.kind,
        "number": amender.number,
        "date": _iso(amender.date),
        "title": amender.title,
    }


def _iso(day: Any) -> str | None:
    return day.isoformat() if day is not None else None
