"""Two small acts made for the documents, read by our own reader, and findings laid on their points by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sarapshy.acts.coverage import measure_coverage
from sarapshy.acts.model import Act
from sarapshy.acts.outline import Outline
from sarapshy.acts.reading import build_act
from sarapshy.documents.material import Examined, Material
from sarapshy.documents.parties import Parties
from sarapshy.documents.selection import THRESHOLD, select
from sarapshy.documents.template import read_template
from sarapshy.documents.units import Units
from sarapshy.findings.factors import read_families
from sarapshy.findings.model import ActRef, ClauseRef, Finding
from sarapshy.report.jsonl import act_record

KAZAKH = """Жатақханада орын бөлу қағидаларын бекіту туралы
Колледж директорының 2019 жылғы 5 наурыздағы № 14 бұйрығы
БҰЙЫРАМЫН:
1. Қоса беріліп отырған Жатақханада орын бөлу қағидалары бекітілсін.
2. Осы бұйрық қол қойылған күнінен бастап қолданысқа енгізіледі.
Директор А. Сәрсенов
Бұйрыққа қосымша
Жатақханада орын бөлу қағидалары
1-тарау. Жалпы ережелер
1. Осы Қағидалар жатақханада орын бөлу тәртібін белгілейді.
2. Орын бөлуді комиссия жүзеге асырады.
2-тарау. Орын бөлу тәртібі
3. Комиссия өтінішті қанағаттандырудан бас тартуға құқылы.
4. Комиссияның шешімі хаттамамен ресімделеді.
5. Өтініш үш жұмыс күні ішінде қаралады.
"""
RUSSIAN = """Об утверждении Правил распределения мест в общежитии
Приказ директора колледжа от 5 марта 2019 года № 14
ПРИКАЗЫВАЮ:
1. Утвердить прилагаемые Правила распределения мест в общежитии.
2. Настоящий приказ вводится в действие со дня подписания.
Директор А. Сарсенов
Приложение к приказу
Правила распределения мест в общежитии
Глава 1. Общие положения
1. Настоящие Правила определяют порядок распределения мест в общежитии.
2. Распределение мест осуществляет комиссия.
Глава 2. Порядок распределения
3. Комиссия вправе отказать в удовлетворении заявления.
4. Решение комиссии оформляется протоколом.
5. Заявление рассматривается в течение трёх рабочих дней.
"""
MESSAGE = {
    "kk": "Міндет құқық түрінде жазылған",
    "ru": "Обязанность записана как право",
    "en": "A duty is put as a right",
}
WHY = {
    "kk": "Орган өз қалауы бойынша шешеді.",
    "ru": "Орган решает по своему усмотрению.",
    "en": "The body decides at will.",
}
REMEDY = {"kk": "«құқылы» деген сөз «міндетті» деп жазылсын", "ru": "слово «вправе» заменить словом «обязана»"}
UNCHECKED = ("N2", "I2", "F3")
RUN = {"version": "0.1.0", "rules": "9f2c" * 16, "started": "2026-03-01T10:00:00+05:00", "megabytes": 0.2}


def kazakh_act() -> Act:
    return build_act(KAZAKH, "қағида.txt", "0f" * 32)


def russian_act() -> Act:
    return build_act(RUSSIAN, "правила.txt", "1e" * 32)


def find(act: Act, words: str, code: str = "D2", confidence: float = 0.8, rank: int = 1, **more: Any) -> Finding:
    """A finding at the sentence that holds the words, without a quote where ``absent`` is asked for."""
    start = act.text.index(words)
    outline = Outline(act)
    position = outline.at(start)
    assert position is not None
    clause, point = act.clauses[position], outline.numbered(position)
    number = act.clauses[point].number if point is not None else None
    quote = None if more.pop("absent", False) else words
    who = act.identity
    ref = ActRef(act.path, None, who.kind, who.number, None, who.title, act.language, act.sha256)
    made = Finding(
        f"{code}-{start}", ref, code, read_families()[code], ClauseRef(clause.id, number, clause.label, outline.path(position)),
        quote, start if quote else None, start + len(words) if quote else None, "high", confidence, "rule", f"{code}-made",
        MESSAGE, WHY, REMEDY, rank=rank,
    )  # fmt: skip
    return replace(made, **more)


def findings_of(act: Act) -> list[Finding]:
    """Three sure findings and a weak one, not yet reviewed."""
    first, second, third = ("құқылы", "хаттамамен", "үш жұмыс күні") if act.language == "kk" else (
        "вправе", "протоколом", "трёх рабочих дней",
    )  # fmt: skip
    return [
        find(act, first, "D2", 0.9, 1),
        find(act, second, "P1", 0.6, 2, severity="medium"),
        find(act, second, "P4", 0.6, 3, slot="quorum", absent=True),
        find(act, third, "T1", 0.3, 4, severity="low"),
    ]


def judge(finding: Finding, state: str, remedy: dict[str, str] | None = None) -> Finding:
    decision = {"state": state, "by": "Айгүл", "at": "2026-03-02T10:15:00+05:00", "comment": "", "remedy": remedy or {}}
    return replace(finding, decision=decision)


def examine(act: Act, findings: Sequence[Finding] | None = None) -> Examined:
    found = findings_of(act) if findings is None else list(findings)
    record = act_record(act, found, measure_coverage(act.text, act.clauses), ("rule",), UNCHECKED, "acts/a.html")
    units = {language: Units(act, language) for language in ("kk", "ru")}
    return Examined(record, select(found, THRESHOLD, units["kk"]), units)


def material(name: str, parties: Parties | None = None) -> Material:
    return Material(RUN, parties or Parties(), read_template(name), THRESHOLD)
