"""Who makes a document and on what ground: from ``sarapshy.toml`` and from options.

    [organisation]
    name = {kk = "№4 жоба тобы", ru = "Проектная группа № 4"}
    city = {kk = "Алматы қаласы", ru = "г. Алматы"}
    addressee = "…"
    approver = {kk = "Жоба жетекшісі", ru = "Руководитель проекта"}
    members = ["А. Ахметова", "Б. Сәрсенов"]
    [expert]
    name = "А. Ахметова"
    role = {kk = "сарапшы", ru = "эксперт"}
    accreditation = "…"
    [basis]
    text = {kk = "…", ru = "…"}
    letter = "2018 жылғы 3 мамырдағы № 12 хат"
    pages = 14
    period = {kk = "…", ru = "…"}

What is not known stays None, and the document leaves a marked place for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sarapshy.documents.words import DOCUMENT_LANGUAGES
from sarapshy.errors import InputError
from sarapshy.settings import Settings

Named = Mapping[str, str] | None
KNOWN = {
    "organisation": ("name", "city", "addressee", "approver", "members", "group", "page"),
    "expert": ("name", "role", "accreditation"),
    "basis": ("text", "letter", "pages", "period"),
}


@dataclass(frozen=True, slots=True)
class Parties:
    """Texts by language; ``number`` and ``day`` are of the document itself."""

    organisation: Named = None
    city: Named = None
    addressee: Named = None
    approver: Named = None
    group: Named = None
    members: tuple[str, ...] = ()
    expert: Named = None
    role: Named = None
    accreditation: Named = None
    basis: Named = None
    letter: Named = None
    pages: Named = None
    period: Named = None
    number: str | None = None
    day: date | None = None


def read_parties(
    settings: Settings, options: Mapping[str, str | None], number: str | None = None, day: date | None = None
) -> Parties:
    """``options`` are those of the command by field name and outweigh the settings."""
    tables = {name: settings.table(name) for name in KNOWN}
    for name, table in tables.items():
        if unknown := sorted(set(table) - set(KNOWN[name])):
            raise InputError("documents.unknown_key", str(settings.path), table=name, name=unknown[0])
    organisation, expert, basis = (tables[name] for name in KNOWN)
    told = {
        "organisation": organisation.get("name"),
        **{name: organisation.get(name) for name in ("city", "addressee", "approver", "group")},
        "expert": expert.get("name"),
        **{name: expert.get(name) for name in ("role", "accreditation")},
        "basis": basis.get("text"),
        **{name: basis.get(name) for name in ("letter", "pages", "period")},
    }
    named = {name: read_texts(options.get(name) or value) for name, value in told.items()}
    members = tuple(str(member) for member in organisation.get("members", ()))
    return Parties(**named, members=members, number=number, day=day)


def read_texts(value: Any) -> Named:
    """A value said once stands for both languages; of a table, a language that is not there takes the other's."""
    if not value:
        return None
    if not isinstance(value, Mapping):
        return dict.fromkeys(DOCUMENT_LANGUAGES, str(value))
    spare = next((str(value[each]) for each in DOCUMENT_LANGUAGES if each in value), "")
    return {each: str(value.get(each, spare)) for each in DOCUMENT_LANGUAGES}
