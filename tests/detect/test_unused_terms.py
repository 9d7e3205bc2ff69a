"""A defined term that no norm uses, and a word that doubles a defined one."""

from __future__ import annotations

import pytest

from sarapshy.acts.reading import build_act
from sarapshy.detect.rules import read_rules
from sarapshy.detect.run import detect
from sarapshy.findings.model import Finding

TERMS = "1. Мынадай ұғымдар қолданылады:\n1) {term} – {meaning};\n2) алқа – құжат қарайтын топ;\n3) үміткер – құжат берген адам.\n"


def find(code: str, text: str) -> list[Finding]:
    rule = next(rule for rule in read_rules() if rule.code == code)
    return detect(build_act(text, "act.txt"), (rule,))


@pytest.mark.parametrize(
    ("use", "unused"),
    [("ұлттық жинаққа енгізеді", False), ("ұлттық статистикалық жинаққа енгізеді", True), ("кітапқа енгізеді", True)],
)
def test_a_term_that_only_its_definition_holds_is_told(use: str, unused: bool) -> None:
    text = TERMS.format(term="ұлттық жинақ", meaning="деректер кітабы") + f"2. Алқа үміткердің жұмысын {use}."
    assert bool(find("T2-unused", text)) == unused


def test_a_term_that_goes_on_under_a_short_name_is_used() -> None:
    text = TERMS.format(term="ұлттық жинақ (бұдан әрі – жинақ)", meaning="деректер кітабы")
    assert find("T2-unused", text + "2. Алқа үміткердің жұмысын жинаққа енгізеді.") == []


def test_a_defined_word_leads_whatever_the_count() -> None:
    text = TERMS.format(term="өтініш беруші", meaning="өтініш тапсырған заңды тұлға")
    (finding,) = find("T2-doublet", text + "2. Алқа өтінім берушінің үйін қарайды.")
    assert "өтінім берушінің" in (finding.quote or "")
