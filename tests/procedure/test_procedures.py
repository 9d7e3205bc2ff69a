"""Steps put together: what starts, what waits, what ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_rules import read_rules

from sarapshy.acts.reading import build_act
from sarapshy.acts.stretches import Reading
from sarapshy.language.actors import ActorKind
from sarapshy.procedure.procedures import Procedure, read_procedures

KAZAKH = (
    "1. Басқарма хабарландыруды сайтта жариялайды.",
    "2. Кандидат құжаттарды басқармаға тапсырады.",
    "3. Комиссия құжаттарды бес жұмыс күні ішінде қарайды.",
    "4. Құжаттар толық болмаса, басқарма оларды қабылдаудан бас тартады.",
    "5. Комиссия шешім қабылдайды.",
    "6. Басқарма шешім қабылданған күннен бастап үш жұмыс күні ішінде кандидатты хабардар етеді.",
)
RUSSIAN = (
    "1. Заявитель подает заявление.",
    "2. Отдел рассматривает заявление.",
    "3. Комиссия принимает решение.",
    "4. На основании решения комиссии министерство заключает договор.",
    "5. Заявление, указанное в пункте 2 Правил, отдел возвращает заявителю.",
)


def read(language: str, points: tuple[str, ...]) -> Procedure:
    (procedure,) = read_procedures(read_rules(language, *points))
    return procedure


def waits(procedure: Procedure) -> set[tuple[int, int]]:
    return {(link.first + 1, link.then + 1) for link in procedure.links}


@pytest.mark.parametrize(
    ("language", "points", "expected"),
    [("kk", KAZAKH, {(2, 3), (5, 6)}), ("ru", RUSSIAN, {(1, 2), (3, 4), (2, 5)})],
)
def test_a_step_waits_for_the_paper_or_the_decision_it_needs(
    language: str, points: tuple[str, ...], expected: set[tuple[int, int]]
) -> None:
    assert expected <= waits(read(language, points))


@pytest.mark.parametrize(
    ("language", "points", "start"), [("kk", KAZAKH, "announcement"), ("ru", RUSSIAN, "application")]
)
def test_what_starts_it(language: str, points: tuple[str, ...], start: str) -> None:
    assert read(language, points).starts == start


@pytest.mark.parametrize(("language", "points", "end"), [("kk", KAZAKH, 4), ("ru", RUSSIAN, 4)])
def test_how_it_can_end(language: str, points: tuple[str, ...], end: int) -> None:
    assert end - 1 in read(language, points).ends


def test_no_step_waits_for_a_later_one(sample_acts: Path) -> None:
    for path in sorted(sample_acts.glob("*.txt")):
        for procedure in read_procedures(Reading(build_act(path.read_text(encoding="utf-8"), path.name))):
            assert all(link.first < link.then for link in procedure.links), path.name


def test_a_body_with_its_attribute_and_without_is_one() -> None:
    procedure = read("kk", ("1. Білім басқармасы құжаттарды қарайды.", "2. Басқарма тізімді бекітеді."))
    assert len(procedure.doers) == 1


def test_a_list_has_no_procedure(sample_acts: Path) -> None:
    act = build_act((sample_acts / "list-only.kk.txt").read_text(encoding="utf-8"), "тізім.txt")
    assert all(len(each.steps) < 3 for each in read_procedures(Reading(act)))


def test_a_short_name_of_a_body_acts_in_any_case() -> None:
    points = (
        "1. Пособия выдаются Министерством труда Республики Казахстан (далее – Минтруд) на основании решения областного "
        "территориального органа Минтруда (далее – облтруд) за счёт средств областного бюджета (далее – средства).",
        "2. Облтруды проверяют представленные документы.",
        "3. Списки утверждаются Минтрудом.",
        "4. Средства выплачиваются по доверенности.",
    )
    doers = [step.doer for step in read("ru", points).steps][-3:]
    assert [(doer.kind, doer.name) if doer else None for doer in doers] == [
        (ActorKind.BODY, "Облтруд"),
        (ActorKind.BODY, "Минтруд"),
        None,
    ]
