"""Each commission of an act is known by its name, and what is said of one is not said of another."""

from __future__ import annotations

from sarapshy.acts.reading import build_act
from sarapshy.acts.stretches import Reading
from sarapshy.detect.commissions import read_commissions
from sarapshy.detect.rules import Rule, read_rules
from sarapshy.detect.run import detect

TWO = (
    "1. Үміткерлерді іріктеу үшін республикалық комиссия құрылады.\n"
    "2. Республикалық комиссия мүшелерінің үштен екісі қатысса, отырыс заңды болады.\n"
    "3. Пәндік комиссиялар құрылады.\n"
    "4. Пәндік комиссия мүшелері үміткерлерді бағалайды.\n"
)


def _rule(code: str) -> Rule:
    return next(rule for rule in read_rules() if rule.code == code)


def _names(text: str) -> list[tuple[str, str]]:
    return [commission.name for commission in read_commissions(Reading(build_act(text, "act.txt")))]


def test_two_commissions_of_one_act_are_told_apart_by_their_attributes() -> None:
    assert len(_names(TWO)) == 2


def test_the_noun_alone_means_the_only_commission_of_that_noun() -> None:
    assert len(_names("1. Конкурстық комиссия құрылады.\n2. Комиссия шешім қабылдайды.")) == 1
    assert len(_names("1. Создаётся конкурсная комиссия.\n2. Комиссия принимает решение.")) == 1


def test_the_quorum_of_the_first_commission_is_not_that_of_the_second() -> None:
    found = detect(build_act(TWO, "act.txt"), [_rule("P4-quorum")])
    assert [finding.clause.number for finding in found if finding.clause] == ["3"]


def test_a_council_that_goes_by_its_initials_is_not_taken_for_one_spoken_of_once() -> None:
    text = (
        "1. Тізімді мемлекеттік аттестаттау кеңесі (бұдан әрі – МАК) айқындайды.\n"
        "2. МАК құрамына бес маман кіреді.\n3. Тізімге енген адамдар хабардар етіледі.\n"
    )
    assert detect(build_act(text, "act.txt"), [_rule("P4-bare")]) == []


def test_the_members_of_each_commission_are_chosen_by_something_or_it_is_told_of_each() -> None:
    text = (
        "1. Үміткерлерді іріктеу үшін конкурстық комиссия құрылады. Комиссия өтінімдерді қарайды.\n"
        "2. Конкурстық комиссияның құрамына басқарманың және палатаның өкілдері кіреді.\n"
        "3. Сараптамалық кеңестің құрамына ұйымдардың өкілдері кіреді.\n"
    )
    found = detect(build_act(text, "act.txt"), [_rule("P4-selection")])
    assert [finding.clause.number for finding in found if finding.clause] == ["2", "3"]


def test_whose_members_must_have_qualifications_is_left_alone() -> None:
    text = (
        "1. Для отбора кандидатов создаётся конкурсная комиссия. Комиссия рассматривает заявки.\n"
        "2. В состав конкурсной комиссии входят представители управления и палаты.\n"
        "3. В состав экспертного совета входят представители вузов; члены совета имеют стаж не менее пяти лет.\n"
    )
    found = detect(build_act(text, "act.txt"), [_rule("P4-selection")])
    assert "3" not in [finding.clause.number for finding in found if finding.clause]


def test_what_a_commission_has_set_is_no_attribute_of_it() -> None:
    assert len(_names("1. Создаётся конкурсная комиссия.\n2. Образец, утверждённый комиссией, печатают.")) == 1
    assert len(_names("1. Создаётся конкурсная комиссия.\n2. Лица, определённые комиссиями, извещаются.")) == 1
    assert len(_names("1. Дело ведётся конкурсной комиссией.\n2. Комиссия принимает решение.")) == 1
    assert len(_names("1. Конкурстық комиссия құрылады.\n2. Комиссия бекіткен үлгі басылады.")) == 1
