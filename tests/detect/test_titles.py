"""A document under two titles, and a service under two names."""

from __future__ import annotations

from sarapshy.acts.reading import build_act
from sarapshy.detect.rules import read_rules
from sarapshy.detect.run import detect
from sarapshy.findings.model import Finding

ACT = """БҰЙЫРАМЫН:
1. {ordered} бекітілсін.

Бұйрықпен бекітілген

{headed}

1. Осы {own} (бұдан әрі – Қағидалар) үйірменің тәртібін айқындайды.
2. Өтініш он күнде қаралады.
"""
TITLE = "Домбыра үйірмелерін ашу және оларды жабдықтау қағидалары"


def find(text: str, code: str = "T2-title") -> list[Finding]:
    return detect(build_act(text, "act.txt"), [rule for rule in read_rules() if rule.code == code])


def test_three_places_with_one_title_are_no_finding() -> None:
    assert not find(ACT.format(ordered=TITLE, headed=TITLE, own=TITLE[0].lower() + TITLE[1:]))


def test_a_word_that_only_the_first_point_has_is_told_with_both_titles() -> None:
    own = "домбыра үйірмелерін жабу және оларды жабдықтау қағидалары"
    (finding,) = find(ACT.format(ordered=TITLE, headed=TITLE, own=own))
    assert finding.values["odd"] == "жабу"
    assert finding.related[0].quote == TITLE


def test_words_that_stick_together_and_misprints_are_no_other_title() -> None:
    own = "домбыра үйірмелерін ашужәне оларды жабдыктау қағидалары"
    assert not find(ACT.format(ordered=TITLE, headed=TITLE, own=own))


def test_another_kind_of_document_in_the_order_is_another_title() -> None:
    ordered = TITLE.replace("қағидалары", "нұсқаулығы")
    (finding,) = find(ACT.format(ordered=ordered, headed=TITLE, own=TITLE))
    assert finding.quote is not None and "нұсқаулығы" in finding.quote


def test_of_two_texts_that_one_order_approves_each_has_its_own_title() -> None:
    other = "Домбыра үйірмелері туралы комиссияның жұмыс істеу және отырыс өткізу ережесі"
    text = ACT.format(ordered=TITLE, headed=TITLE, own=TITLE).replace(
        "бекітілсін.\n", f"бекітілсін.\n2. {other} бекітілсін.\n", 1
    )
    assert not find(text)


def test_a_service_in_the_title_of_an_older_act_may_have_its_older_name() -> None:
    often = '1. "Домбыра үйірмесіне балаларды жазу" мемлекеттік қызметі.\n2. "Домбыра үйірмесіне балаларды жазу" мемлекеттік қызметін мектеп көрсетеді.\n'
    assert find(often + '3. "Домбыра сыныбына балаларды жазу" мемлекеттік қызметі тегін.', "T2-service")
    old = '3. "Домбыра сыныбына балаларды жазу" мемлекеттік қызмет стандартын бекіту туралы бұйрық қолданылмайды.'
    assert not find(often + old, "T2-service")
