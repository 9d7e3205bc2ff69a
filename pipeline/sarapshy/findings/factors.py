"""The typology of corruption factors and the acts a conclusion cites.

``rules/factors.yaml`` says of ``P2`` what it is called, when it is there, why it invites corruption, which class of the
Kazakh methodology names it (2.2.7, indicators 2 and 4) and on what it rests: ``{law: appc, clause: "64.7"}``.
``rules/laws.yaml`` says what that clause requires and how it is printed: «64-баптың 7-бөлігі», «часть 7 статьи 64».
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sarapshy.findings.model import SEVERITIES, LegalBasis, Texts
from sarapshy.knowledge import read_table
from sarapshy.messages import LANGUAGES

VISIBLE = ("words", "absence", "comparison", "expert")
Data = Mapping[str, Any]


class TypologyError(ValueError):
    """Faults of factors.yaml and laws.yaml, all of them: whoever edits the files mends them in one go."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("rules/factors.yaml, rules/laws.yaml:\n" + "\n".join(f"  {fault}" for fault in faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Basis:
    """``law`` is a key of laws.yaml, ``clause`` an address there; None cites the whole act."""

    law: str
    clause: str | None = None


@dataclass(frozen=True, slots=True)
class Factor:
    """``question`` is for the expert; ``classes`` gives indicator numbers by class of the Kazakh methodology."""

    code: str
    name: Texts
    definition: Texts
    risk: Texts
    question: Texts | None
    family: str
    heading: str
    severity: str
    visible: str
    classes: dict[str, tuple[int, ...]]
    methodologies: tuple[str, ...]
    bases: tuple[Basis, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing the rules of a commission must regulate, such as ``quorum``."""

    key: str
    name: Texts
    risk: Texts
    bases: tuple[Basis, ...]


@dataclass(frozen=True, slots=True)
class Law:
    """``edition`` dates the text in which the clauses were read; ``step`` names the second step of an address."""

    key: str
    title: Texts
    date: str | None
    number: str | None
    edition: str | None
    step: str
    subject: Texts | None
    clauses: dict[str, Texts]


def read_factors() -> dict[str, Factor]:
    return _read_typology()[0]


def read_slots() -> dict[str, Slot]:
    return _read_typology()[1]


def read_laws() -> dict[str, Law]:
    return _read_typology()[2]


def read_names(table: str) -> dict[str, Texts]:
    """Names of ``headings``, ``families`` or ``classes``, in the order a report lists them."""
    names: dict[str, Texts] = _load("factors.yaml")[table]
    return names


@cache  # a tuple of what cannot be changed, asked for each finding
def legal_basis(code: str, language: str, slot: str | None = None) -> tuple[LegalBasis, ...]:
    """What a finding of the factor rests on, printed; the slot of a commission has its own, nearer basis."""
    bases = read_slots()[slot].bases if slot else read_factors()[code].bases
    return tuple(cite(basis.law, basis.clause, language) for basis in bases)


def cite(law: str, clause: str | None, language: str) -> LegalBasis:
    act = read_laws()[law]
    requires = act.clauses[clause] if clause else act.subject
    printed = _print_clause(clause, act.step, language) if clause else None
    return LegalBasis(act.title[language], printed, requires[language] if requires else None)


def find_faults(typology: Data, laws: Data) -> Iterator[str]:
    """Everything wrong with the two files; empty when they may be used."""
    for table in ("headings", "families", "classes"):
        for key, texts in typology[table].items():
            yield from _find_missing(f"{table} {key}", texts)
    for key, slot in typology["slots"].items():
        yield from _find_entry_faults(f"slot {key}", slot, ("name", "risk"), laws)
    for code, factor in typology["factors"].items():
        yield from _find_entry_faults(code, factor, ("name", "definition", "risk"), laws)
        yield from _find_factor_faults(code, factor, typology)
    for key, law in laws["laws"].items():
        yield from _find_law_faults(key, law)


@cache
def _load(name: str) -> Data:
    data: Data = read_table("sarapshy.rules", name)
    return data


@cache
def _read_typology() -> tuple[dict[str, Factor], dict[str, Slot], dict[str, Law]]:
    typology, laws = _load("factors.yaml"), _load("laws.yaml")
    if faults := list(find_faults(typology, laws)):
        raise TypologyError(faults)
    return (
        {code: _make_factor(code, entry) for code, entry in typology["factors"].items()},
        {key: Slot(key, entry["name"], entry["risk"], _make_bases(entry)) for key, entry in typology["slots"].items()},
        {key: _make_law(key, entry) for key, entry in laws["laws"].items()},
    )


def _make_factor(code: str, entry: Data) -> Factor:
    return Factor(
        code=code,
        name=entry["name"],
        definition=entry["definition"],
        risk=entry["risk"],
        question=entry.get("question"),
        family=entry["family"],
        heading=entry["heading"],
        severity=entry["severity"],
        visible=entry["visible"],
        classes={name: tuple(indicators) for name, indicators in entry["kz_class"].items()},
        methodologies=tuple(entry["methodologies"]),
        bases=_make_bases(entry),
    )


def _make_law(key: str, entry: Data) -> Law:
    return Law(
        key=key,
        title=entry["title"],
        date=entry.get("date"),
        number=entry.get("number"),
        edition=entry.get("edition"),
        step=entry.get("step", "point"),
        subject=entry.get("subject"),
        clauses=entry.get("clauses", {}),
    )


def _make_bases(entry: Data) -> tuple[Basis, ...]:
    return tuple(Basis(basis["law"], basis.get("clause")) for basis in entry["legal_basis"])


def _print_clause(clause: str, step: str, language: str) -> str:
    """``35-1.1`` is article 35-1, point 1: the dot parts the steps, the hyphen belongs to a number."""
    article, *deeper = clause.split(".")
    form = ("article", step, f"{step}_subpoint")[len(deeper)]
    numbers = dict(zip(("step", "subpoint"), deeper, strict=False))
    text: str = _load("laws.yaml")["forms"][form][language]
    return text.format(article=article, **numbers)


def _find_missing(where: str, texts: Data | None) -> Iterator[str]:
    for language in LANGUAGES:
        if not (texts or {}).get(language):
            yield f"{where}: no text in {language}"


def _find_entry_faults(where: str, entry: Data, required: tuple[str, ...], laws: Data) -> Iterator[str]:
    for field in (*required, *(["question"] if "question" in entry else [])):
        yield from _find_missing(f"{where} {field}", entry.get(field))
    for basis in entry.get("legal_basis") or [{"law": None}]:
        key, clause = basis.get("law"), basis.get("clause")
        if (law := laws["laws"].get(key)) is None:
            yield f"{where} legal_basis: laws.yaml has no act {key}"
        elif clause and clause not in law.get("clauses", {}):
            yield f"{where} legal_basis: laws.yaml has no clause {clause} of {key}"
        elif not clause and not law.get("subject"):
            yield f"{where} legal_basis: {key} has no subject and must be cited by a clause"


def _find_factor_faults(code: str, factor: Data, typology: Data) -> Iterator[str]:
    allowed = {
        "family": typology["families"],
        "heading": typology["headings"],
        "severity": SEVERITIES,
        "visible": VISIBLE,
    }
    for field, values in allowed.items():
        if factor.get(field) not in values:
            yield f"{code} {field}: {factor.get(field)} is none of {', '.join(values)}"
    for field in ("kz_class", "methodologies"):
        if field not in factor:
            yield f"{code}: no {field}"
    for name in factor.get("kz_class", {}):
        if name not in typology["classes"]:
            yield f"{code} kz_class: {name} is not in classes"
    if factor.get("visible") == "expert" and "question" not in factor:
        yield f"{code}: an expert must answer, and there is no question"


def _find_law_faults(key: str, law: Data) -> Iterator[str]:
    yield from _find_missing(f"law {key} title", law.get("title"))
    if "subject" in law or not law.get("clauses"):
        yield from _find_missing(f"law {key} subject", law.get("subject"))
    for clause, requires in law.get("clauses", {}).items():
        yield from _find_missing(f"law {key} clause {clause}", requires)


@cache
def read_families() -> dict[str, str]:
    """The family of each code: D1a is of "term"."""
    return {code: factor.family for code, factor in read_factors().items()}
