"""Texts of a finding for outputs that have no layout: the language asked for, else that of the act."""

from __future__ import annotations

import re

from sarapshy.findings.factors import legal_basis
from sarapshy.findings.model import Finding, Related, Texts

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def fit_xml(text: str) -> str:
    """XML has no place for most control characters, and an act may hold any."""
    return _NOT_XML.sub(" ", text)


def choose_text(texts: Texts, language: str, spare: str = "ru") -> str:
    """A remedy has no English: it is told in the language of the act."""
    return texts.get(language) or texts.get(spare) or next(iter(texts.values()), "")


def print_bases(finding: Finding, language: str) -> list[str]:
    """«Закон «О правовых актах», пункт 3 статьи 24»: what the typology cites is cited in the language asked for, what
    it does not know stands as it was given."""
    bases, own = finding.legal_basis, finding.act.language
    if language != own and bases == legal_basis(finding.code, own, finding.slot):
        bases = legal_basis(finding.code, language, finding.slot)
    return [", ".join(part for part in (basis.act, basis.clause) if part) for basis in bases]


def print_related(place: Related, finding: Finding, longest: int | None = None) -> str:
    """«2-тарау, 5-тармақ, «бес күн»»; another act is named first."""
    here = place.act in (finding.act.path, finding.act.id, finding.act.title)
    quote = shorten(place.quote, longest) if place.quote else None
    parts = [None if here else place.act, place.clause, f"«{quote}»" if quote else None]
    return ", ".join(part for part in parts if part)


def shorten(quote: str, longest: int | None) -> str:
    return quote if longest is None or len(quote) <= longest else quote[:longest].rstrip() + "…"
