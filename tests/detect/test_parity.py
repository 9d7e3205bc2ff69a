"""The two languages of one act, in one file and in two."""

from __future__ import annotations

from pathlib import Path

import pytest

from sarapshy.acts.readers import Input
from sarapshy.acts.reading import build_act, read_act
from sarapshy.acts.stretches import Reading
from sarapshy.detect.rules import Rule, read_rules
from sarapshy.detect.run import detect
from sarapshy.findings.model import Finding
from sarapshy.references.alignment import Alignment, align, read_units
from sarapshy.references.figures import find_figures

CORPUS = Path(__file__).parents[2] / "corpora" / "acts"
PLANTED = {("T4-modality", "17"), ("T4-term", "18")}
KAZAKH = """1. Конкурсты аудандық басқарма жылына бір рет жариялайды, хабарландыру сайтқа орналастырылады.
2. Комиссия жеті мүшеден тұрады, оның құрамын әкім 10 күн бұрын бекітеді.
3. Кандидат мынадай құжаттарды тапсырады:
1) өтініш;
2) диплом көшірмесі;
3) еңбек кітапшасы.
4. Комиссия өтінішті 5 (бес) жұмыс күні ішінде қарауы тиіс және шешімді сайтта жариялайды.
5. Шағым осы Қағидалардың 4-тармағында көрсетілген шешімге апелляциялық комиссияға беріледі.
"""
RUSSIAN = """1. Конкурс объявляет районное управление один раз в год, объявление размещается на сайте.
2. Комиссия состоит из 7 членов, ее состав утверждает аким за десять дней.
3. Кандидат представляет следующие документы:
1) заявление;
2) копию диплома;
3) трудовую книжку.
4. Комиссия должна рассмотреть заявление в течение пяти рабочих дней и опубликовать решение на сайте.
5. Жалоба на решение, указанное в пункте 4 настоящих Правил, подается в апелляционную комиссию.
"""


def parity_rules() -> tuple[Rule, ...]:
    return tuple(rule for rule in read_rules() if rule.kind == "parity")


def find(kazakh: str, russian: str, side: int = 0) -> list[Finding]:
    acts = [build_act(kazakh, "order.kk.txt"), build_act(russian, "order.ru.txt")]
    return detect(acts[side], parity_rules(), acts[1 - side])


def align_texts(kazakh: str, russian: str) -> Alignment:
    first, second = Reading(build_act(kazakh, "order.kk.txt")), Reading(build_act(russian, "order.ru.txt"))
    return align(read_units(first, "kk"), read_units(second, "ru"))


def test_a_faithful_translation_has_no_finding() -> None:
    assert find(KAZAKH, RUSSIAN) == []
    assert find(KAZAKH, RUSSIAN, side=1) == []


@pytest.mark.parametrize(
    ("was", "now", "rule", "point"),
    [
        ("пяти рабочих дней", "десяти рабочих дней", "T4-term", "4"),
        ("пяти рабочих дней", "пяти календарных дней", "T4-term", "4"),
        ("пяти рабочих дней", "5 дней", "T4-term", "4"),
        ("в течение пяти рабочих дней ", "", "T4-one-term", "4"),
        ("должна рассмотреть", "вправе рассмотреть", "T4-modality", "4"),
        ("должна рассмотреть", "может рассмотреть", "T4-modality", "4"),
        ("из 7 членов", "из девяти членов", "T4-number", "2"),
        ("утверждает аким", "утверждает министр", "T4-body", "2"),
        ("в пункте 4", "в пункте 3", "T4-reference", "5"),
        ("3) трудовую книжку.", "3) трудовую книжку;\n4) справку с места жительства.", "T4-list", "3"),
    ],
)
@pytest.mark.parametrize("side", [0, 1])
def test_one_change_in_one_language_is_one_finding(was: str, now: str, rule: str, point: str, side: int) -> None:
    findings = find(KAZAKH, RUSSIAN.replace(was, now), side)
    assert [(f.rule, f.clause.number if f.clause else None) for f in findings] == [(rule, point)]
    assert [related.act for related in findings[0].related] == [("order.ru.txt", "order.kk.txt")[side]]


def test_both_texts_are_quoted() -> None:
    (finding,) = find(KAZAKH, RUSSIAN.replace("пяти рабочих", "десяти рабочих"))
    assert finding.quote is not None and "5 (бес) жұмыс күні" in finding.quote
    assert "десяти рабочих дней" in str(finding.related[0].quote)
    assert "5 (бес) жұмыс күні ішінде" in finding.why["ru"] and "десяти рабочих дней" in finding.why["kk"]


def test_a_point_of_one_text_is_missing_in_the_other() -> None:
    lacking = "\n".join(line for line in KAZAKH.splitlines() if not line.startswith("2."))
    (here,) = find(lacking, RUSSIAN)
    (there,) = find(lacking, RUSSIAN, side=1)
    assert (here.rule, here.quote, there.rule) == ("T4-missing", None, "T4-missing")
    assert there.clause is not None and there.clause.number == "2"


def test_one_file_may_hold_both_texts() -> None:
    kazakh, russian = (
        (CORPUS / f"school-heads.{language}.txt").read_text(encoding="utf-8") for language in ("kk", "ru")
    )
    findings = detect(build_act(f"{kazakh}\n\n{russian}", "both.txt"), parity_rules())
    assert {(f.rule, f.clause.number if f.clause else None) for f in findings} == PLANTED
    assert all(f.quote and f.related[0].quote for f in findings)


def test_acts_of_two_numbers_and_dates_are_not_compared() -> None:
    first = "Басқарма басшысының 2021 жылғы 4 наурыздағы № 318 бұйрығы\n\n"
    second = "Приказ руководителя управления от 5 мая 2020 года № 17\n\n"
    assert find(first + KAZAKH, second + RUSSIAN.replace("пяти", "десяти")) == []


def test_texts_that_differ_everywhere_are_two_acts_or_editions() -> None:
    other = RUSSIAN.replace("7 членов", "9 членов").replace("пяти", "десяти").replace("пункте 4", "пункте 2")
    assert len(find(KAZAKH, other)) == 3
    other = other.replace("один раз", "6 раз").replace(";", " за 15 лет;").replace("книжку.", "книжку за 15 лет.")
    assert find(KAZAKH, other) == []


def test_points_answer_each_other_when_the_numbering_has_shifted() -> None:
    names = [
        "Astana Hub",
        "бюджет 2024",
        "лицензия ISO 9001",
        "паспорт",
        "портал eGov",
        "грант 500",
        "стандарт GOST 12",
    ]
    kazakh = "\n".join(f"{i}. Басқарма {name} туралы ақпаратты жариялайды." for i, name in enumerate(names, 11))
    russian = "\n".join(f"{i}. Публикуется справка: {name}." for i, name in enumerate(names[:2] + names[3:], 11))
    alignment = align_texts(kazakh, russian)
    assert [(one.key[-1], other.key[-1]) for one, other in alignment.pairs][-1] == ("17", "16")


def test_every_unit_has_one_partner_at_most_in_order() -> None:
    pairs = [(one.position, other.position) for one, other in align_texts(KAZAKH, RUSSIAN).pairs]
    assert pairs == sorted(pairs) and len({a for a, _ in pairs}) == len({b for _, b in pairs}) == len(pairs) == 5


@pytest.mark.parametrize(
    ("kazakh", "russian"),
    [
        ("5 (бес) жұмыс күні ішінде қарайды", "рассматривает в течение пяти рабочих дней"),
        ("2012 жылғы 21 ақпандағы № 57 бұйрық", "приказ от 21 февраля 2012 года № 57"),
        ("осы қағидалардың 12-тармағының 3) тармақшасы", "подпункт 3) пункта 12 настоящих правил"),
        ("мөлшері 0,50 және 1 000 теңге", "в размере 0.5 и 1000 тенге"),
        ("12.05.1984 күні", "дата 12.05.1984"),
    ],
)
def test_figures_of_both_languages_are_the_same(kazakh: str, russian: str) -> None:
    own, other = (
        sorted(figure.value for figure in find_figures(text, 0, len(text), language))
        for text, language in ((kazakh, "kk"), (russian, "ru"))
    )
    assert own == other


def test_figures_stand_where_they_say() -> None:
    text = "басқарма 5 (бес) жұмыс күні ішінде 12-тармақ бойынша жеті мүшені таңдайды"
    assert [text[f.start : f.end] for f in find_figures(text, 0, len(text), "kk")] == [
        "5 (бес) жұмыс күні ішінде",
        "12-тармақ",
        "жеті",
    ]


def test_the_planted_divergences_are_found_and_nothing_else() -> None:
    names = [f"school-heads.{language}.txt" for language in ("kk", "ru")]
    acts = [read_act(Input(name, CORPUS / name, None)) for name in names]
    for act, partner in (acts, acts[::-1]):
        found = {(f.rule, f.clause.number if f.clause else None) for f in detect(act, parity_rules(), partner)}
        assert found == PLANTED


def test_real_pairs_have_few_findings(shared: Path) -> None:
    folder = shared / "data" / "pairs" / "dsm275_2020"
    acts = [read_act(Input(name, folder / name, None)) for name in ("kk.txt", "ru.txt")]
    findings = detect(acts[0], parity_rules(), acts[1])
    assert any("2018" in str(f.quote) and "2019" in str(f.related[0].quote) for f in findings)
    assert len(findings) <= 3
