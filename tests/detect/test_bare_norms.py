"""Norms that tell half of a step are found a few times an act, and not where the rest stands in another act."""

from __future__ import annotations

from sarapshy.acts.reading import build_act
from sarapshy.detect.bare_norms import MOST
from sarapshy.detect.rules import read_rules
from sarapshy.detect.run import detect

RULES = [rule for rule in read_rules() if rule.check in ("nameless", "unmeasured", "unformed", "unrecorded")]


def _rules_found(text: str) -> list[str]:
    return [finding.rule for finding in detect(build_act(text, "act.txt"), RULES)]


def test_a_passive_with_nobody_who_does_it_is_told() -> None:
    assert "D1d-nameless" in _rules_found("5. Өтініштер мамандықтар бойынша бөлінеді.")
    assert "D1d-nameless" in _rules_found("5. Заявления распределяются по специальностям.")


def test_an_active_verb_has_a_doer_even_of_no_listed_kind() -> None:
    assert "D1d-nameless" not in _rules_found("5. Есепті эмитент жыл сайын ұсынады.")


def test_what_the_bare_norms_of_an_act_have_in_common_is_told_a_few_times_only() -> None:
    text = "\n".join(f"{n}. Өтініштер мамандықтар бойынша бөлінеді." for n in range(1, 9))
    assert _rules_found(text).count("D1d-nameless") <= MOST


def test_of_a_few_amended_points_it_is_not_told_however_long_they_are() -> None:
    def find(more: str) -> list[float]:
        text = (
            "БҰЙЫРАМЫН:\n1. Іріктеу қағидаларына мынадай өзгеріс енгізілсін:\n5-тармақ мынадай редакцияда жазылсын:\n"
            f'"5. Өтініштер мамандықтар бойынша бөлінеді.{more}".\n'
        )
        return [f.confidence for f in detect(build_act(text, "act.txt")) if f.rule == "D1d-nameless"]

    own_act = build_act("5. Өтініштер мамандықтар бойынша бөлінеді.", "act.txt")
    assert [f for f in detect(own_act) if f.rule == "D1d-nameless"]
    assert find("") == []
    assert find(" Азамат өтінішін береді." + " Күн жылы, аспан ашық, жол құрғақ болды." * 90) == []


def test_a_paper_has_the_form_that_another_point_gives_it() -> None:
    sent = "5. Басқарма комиссияға есепті жолдайды.\n"
    assert "P1-unformed" in _rules_found(sent)
    assert "P1-unformed" not in _rules_found(sent + "6. Есеп 2-қосымшадағы нысан бойынша жасалады.")
    sent = "5. Управление направляет отчёт в комиссию.\n"
    assert "P1-unformed" in _rules_found(sent)
    assert "P1-unformed" not in _rules_found(sent + "6. Отчёт составляется по форме приложения 2.")


def test_the_form_of_one_paper_tells_nothing_of_another() -> None:
    text = "5. Басқарма комиссияға есепті жолдайды.\n6. Өтініш 2-қосымшадағы нысан бойынша жасалады."
    assert "P1-unformed" in _rules_found(text)


def test_what_lies_on_paper_or_is_attached_has_no_doer() -> None:
    assert "D1d-nameless" not in _rules_found("5. Өтініштерді бөлу қағаз жеткізгіште тіркеледі.")
    assert "D1d-nameless" not in _rules_found("5. К заявлению прилагаются документы участников.")


def test_points_are_no_paper_that_is_handed_out() -> None:
    assert "D1d-nameless" not in _rules_found("5. Үздік жоба үшін қатысушыға бес балл беріледі.")


def test_a_decision_wants_a_measure_and_what_is_paid_or_handed_over_does_not() -> None:
    assert "D1b-unmeasured" in _rules_found("5. Басқарма қатысушылар тізімін бекітеді.")
    assert "D1b-unmeasured" not in _rules_found("5. Басқарма қатысушыға грант аударады.")
    assert "D1b-unmeasured" in _rules_found("5. Управление утверждает список участников.")
    assert "D1b-unmeasured" not in _rules_found("5. Управление перечисляет участнику грант.")
