"""What a document is made of: the run, an act of it with its findings, who makes it, and the template."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sarapshy.documents.parties import Parties
from sarapshy.documents.selection import Selected
from sarapshy.documents.template import Template
from sarapshy.documents.units import Units
from sarapshy.findings.factors import Factor, legal_basis, read_factors, read_names
from sarapshy.findings.model import Finding, LegalBasis
from sarapshy.messages import say

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Examined:
    """An act of the run; ``units`` None where its file is no longer at hand."""

    record: Record
    selected: Selected
    units: Mapping[str, Units] | None = None

    def unit_of(self, finding: Finding, language: str) -> str:
        """The structural unit of a finding, in the language of the document."""
        if finding.clause is None:
            return ""
        spare = finding.clause.path
        return self.units[language].path(finding.clause.id, spare) if self.units else spare


@dataclass(frozen=True, slots=True)
class Material:
    run: Record
    parties: Parties
    template: Template
    threshold: float


def order_codes(codes: Iterable[str]) -> list[str]:
    """D before N before P, P2 before P10: the order of the typology."""
    known = list(read_factors())
    return sorted(set(codes), key=lambda code: (known.index(code) if code in known else len(known), code))


def factor_of(code: str) -> Factor | None:
    return read_factors().get(code)


def name_factor(code: str, language: str) -> str:
    factor = factor_of(code)
    return factor.name[language] if factor else code


def class_of(code: str) -> str | None:
    """The class of the Kazakh methodology, "2.2.1"; None where its nine do not name the factor."""
    factor = factor_of(code)
    return next(iter(factor.classes), None) if factor else None


def name_class(number: str, language: str) -> str:
    return read_names("classes")[number][language]


def heading_of(code: str) -> str:
    factor = factor_of(code)
    return factor.heading if factor else "other"


def bases_of(finding: Finding, language: str) -> tuple[LegalBasis, ...]:
    """What a finding rests on, in the language of the document whatever that of the act."""
    if factor_of(finding.code) is None:
        return finding.legal_basis
    return legal_basis(finding.code, language, finding.slot)


def print_bases(finding: Finding, language: str) -> str:
    """Each act once, with all its clauses: «…кодексі, 8-баптың 1-бөлігі, 43-баптың 4-бөлігі»."""
    clauses: dict[str, list[str]] = {}
    for basis in bases_of(finding, language):
        clauses.setdefault(basis.act, []).extend([basis.clause] if basis.clause else [])
    return "; ".join(", ".join((act, *each)) for act, each in clauses.items())


def severity_name(severity: str, language: str) -> str:
    return say(f"report.severity_{severity}", language)
