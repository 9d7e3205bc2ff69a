"""An item of a list told twice, a term with two meanings."""

from __future__ import annotations

import pytest

from sarapshy.acts.reading import build_act
from sarapshy.detect.rules import read_rules
from sarapshy.detect.run import detect
from sarapshy.findings.model import Finding

ITEM = "шеберлердің көрмеге қойған жұмыстарын бағалау және олар туралы пікір жазу"
OTHER = "үйірменің құрал-жабдығын күтіп ұстау және оларды жыл сайын түгендеу"


def find(code: str, text: str) -> list[Finding]:
    return detect(build_act(text, "act.txt"), [rule for rule in read_rules() if rule.code == code])


@pytest.mark.parametrize(
    ("items", "times"),
    [
        ([ITEM, OTHER, ITEM], 1),
        ([ITEM, OTHER, ITEM + " мен сақтау"], 0),
        (["хат жазу", OTHER, "хат жазу"], 0),
        ([f"({ITEM})", OTHER, f"({ITEM})"], 0),
    ],
)
def test_an_item_of_some_length_is_told_once_a_list(items: list[str], times: int) -> None:
    lines = ";\n".join(f"{number}) {item}" for number, item in enumerate(items, start=1))
    assert len(find("K1-repeated", f"4. Алқа мынаны жүргізеді:\n{lines}.")) == times


def test_items_that_were_struck_out_are_alike_and_no_repetition() -> None:
    struck = "алып тасталды – алқаның екі мың он сегізінші жылғы бірінші шешімімен"
    assert not find("K1-repeated", f"4. Алқа мынаны жүргізеді:\n1) {struck};\n2) {struck};\n3) {OTHER}.")


def test_the_two_numbers_stand_in_what_is_told() -> None:
    (finding,) = find("K1-repeated", f"4. Алқа мынаны жүргізеді:\n1) {ITEM};\n2) {OTHER};\n3) {ITEM}.")
    assert (finding.values["first"], finding.values["second"]) == ("1)", "3)")


def test_a_term_defined_twice_in_the_same_words_has_one_meaning() -> None:
    terms = "2. Мынадай ұғымдар қолданылады:\n1) алқа – үйірменің кеңесі;\n2) шебер – үйірменің мүшесі;\n3) алқа – {};"
    assert find("T2-defined-twice", terms.format("қазылар тобы"))
    assert not find("T2-defined-twice", terms.format("үйірменің кеңесі"))
