"""Findings and a model made for tests."""

from __future__ import annotations

from functools import cache

from sarapshy.classify.fit import FEWEST, fit
from sarapshy.classify.labelled import Labelled, describe
from sarapshy.classify.model import Weights
from sarapshy.findings.factors import read_families
from sarapshy.findings.model import ActRef, ClauseRef, Finding

TEXTS = {"kk": "…", "ru": "…", "en": "…"}


def make_finding(
    code: str = "D2",
    rank: int = 1,
    quote: str | None = None,
    state: str | None = None,
    path: str = "ереже.txt",
    confidence: float = 0.6,
    rule: str = "D2-entitled",
    detector: str = "rule",
) -> Finding:
    return Finding(
        id=f"{path}-{rank}",
        act=ActRef(path, None, "rules", None, None, None, "kk", "0" * 64),
        code=code,
        family=read_families()[code],
        clause=ClauseRef(f"pt_{rank}", str(rank), f"{rank}.", f"{rank}-тармақ"),
        quote=quote,
        start=rank * 1000,
        end=rank * 1000 + len(quote or ""),
        severity="medium",
        confidence=confidence,
        detector=detector,
        rule=rule,
        message=TEXTS,
        why=TEXTS,
        remedy={"kk": "…", "ru": "…"},
        rank=rank,
        decision={"state": state} if state else None,
    )


BAD = (
    ("kk", "Басқарма {} туралы өтінішті қарап, жауап береді."),
    ("ru", "Управление рассматривает заявление о {} и направляет ответ."),
)
GOOD = (
    ("kk", "Басқарма {} туралы өтінішті бес жұмыс күні ішінде қарап, жауап береді."),
    ("ru", "Управление рассматривает заявление о {} и направляет ответ в течение пяти рабочих дней."),
)
THINGS = (
    "грант",
    "орын",
    "пәтер",
    "лагерь",
    "автобус",
    "кітапхана",
    "спорт",
    "лицензия",
    "аттестат",
    "диплом",
    "көмек",
)


@cache
def make_weights() -> Weights:
    """A small model that has learnt one family, terms."""
    clauses = [
        Labelled(text.format(thing), language, frozenset(codes), "term")
        for texts, codes in ((BAD, {"D1a"}), (GOOD, set[str]()))
        for language, text in texts
        for thing in THINGS
    ]
    assert len(clauses) >= 2 * FEWEST
    return fit(list(describe(clauses)))
