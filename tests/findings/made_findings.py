"""Findings of a small act for decisions and baselines: point 2 offends twice in the same words, point 5 once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sarapshy.findings.decisions import Decision
from sarapshy.findings.identity import assign_ids
from sarapshy.findings.model import ActRef, ClauseRef, Finding
from sarapshy.findings.subjects import subject_of

WORDS = {"kk": "өз қалауы бойынша", "ru": "по своему усмотрению"}
TEXTS = {"kk": "Шешім шегі жоқ", "ru": "Пределов нет", "en": "No bounds"}


def make(point: str | None, start: int, language: str = "kk", **changes: Any) -> Finding:
    path = changes.pop("path", f"ереже.{language}.txt")
    act = ActRef(path, changes.pop("address", None), "rules", None, None, "Ереже", language, "0" * 64)
    clause = ClauseRef(f"pt_{point}", point, f"{point}.", f"{point}-тармақ") if point else None
    words = WORDS[language]
    finding = Finding(
        "", act, "D2", "discretion", clause, words, start, start + len(words), "high", 0.9, "rule", "D2-decides",
        TEXTS, TEXTS, {"kk": "Негіздер көрсетілсін.", "ru": "Указать основания."},
    )  # fmt: skip
    return replace(finding, **changes)


def make_act(language: str = "kk") -> list[Finding]:
    return assign_ids([make("2", 40, language), make("2", 90, language), make("5", 200, language)])


def decide(finding: Finding, state: str, by: str = "Айгүл", minute: int = 0, **more: Any) -> Decision:
    at = datetime(2026, 3, 1, 10, minute, tzinfo=UTC)
    return Decision(finding.id, state, by, at, subject_of(finding), **more)
