"""An act of as many points as one likes, a finding in each, in Kazakh or Russian; every ninth contradicts the first."""

from __future__ import annotations

from dataclasses import replace

from made_acts import lay_out, make_finding

from sarapshy.acts.model import Act, ClauseKind, Identity, Source
from sarapshy.findings.model import Finding, Related

POINTS = {
    "kk": "Комиссия келіп түскен өтінішті өз қалауы бойынша қарайды және қажет болған жағдайда оны мерзімі көрсетілмей қайтарады.",
    "ru": "Комиссия рассматривает поступившее заявление по своему усмотрению и в случае необходимости возвращает его без указания срока.",
}
WORDS = {"kk": "өз қалауы бойынша", "ru": "по своему усмотрению"}
CODES = ("D2", "T1", "D1b", "P4", "A3", "N1", "K1", "P10", "T3")
SEVERITIES = ("high", "medium", "low")


def make_many(count: int, language: str, apart: int = 1) -> tuple[Act, list[Finding]]:
    """A finding in every point, or ``apart`` points from one to the next."""
    points = range(1, count * apart + 1)
    lines = [(ClauseKind.POINT, str(n), f"{n}.", 0, f"{n}. {POINTS[language]}") for n in points]
    text, clauses = lay_out(lines, language)
    act = Act(
        f"{count}.{language}.txt", text, "0f" * 32, language, Identity("rules", f"{count}"), clauses, (), Source("txt")
    )
    return act, [_find(act, number, language, 1 + (number - 1) * apart) for number in range(1, count + 1)]


def _find(act: Act, number: int, language: str, point: int) -> Finding:
    start = act.text.index(WORDS[language], act.clauses[point - 1].start)
    code = CODES[number % len(CODES)]
    first = act.text.index(WORDS[language])
    changes: dict[str, object] = {
        "rank": number,
        "id": f"{number:016x}",
        "start": start,
        "end": start + len(WORDS[language]),
    }
    changes |= {"severity": SEVERITIES[number % 3], "confidence": 0.55 + number % 5 / 10}
    if code == "K1":
        other = Related(act.path, "1", WORDS[language], first, first + len(WORDS[language]))
        changes |= {"detector": "contradiction", "related": (other,)}
    return replace(make_finding(act, code, WORDS[language], f"pt_{point}"), **changes)  # type: ignore[arg-type]
