"""Acts as Akoma Ntoso: valid by the official schema, with all their words, addresses, references and history."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from sarapshy.acts.model import Act
from sarapshy.acts.readers import discover
from sarapshy.acts.reading import build_act, read_act
from sarapshy.editions.consolidate import consolidate
from sarapshy.report.akoma_ntoso import BAD, NAMESPACE, write_akoma_ntoso

SCHEMAS = Path(__file__).parent / "schemas"
NS = {"a": NAMESPACE}

RULES_KK = """\
БҰЙЫРАМЫН:

1. Қоса беріліп отырған Сыйлық беру қағидалары бекітілсін.

2. Осы бұйрық алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі.


Министр\t|\tА. Сейітов


Сауда министрінің 2011 жылғы 3 мамырдағы № 12 бұйрығымен бекітілген

Сыйлық беру қағидалары

1-тарау. Жалпы ережелер

1. Осы Қағидалар сыйлық беру тәртібін айқындайды.

2. Кеңес мыналарды тексереді:

1) өтінішті;

2) тізімді.

3. Осы Қағидалардың 1 және 2-тармақтары «Білім туралы» Қазақстан Республикасы Заңының 5-бабына сәйкес қолданылады.


Сыйлық беру қағидаларына 1-қосымша

Тізім

№\t|\tАтауы\t|\tСаны
1\t|\tКесе\t|\t3
"""
RULES_RU = """\
Утверждены
приказом Министра торговли
от 3 мая 2011 года № 12

Правила вручения премии

Глава 1. Общие положения

1. Настоящие Правила определяют порядок вручения премии.

2. Совет проверяет:

1) заявление;

2) список.

Ответ дается письменно.

3. Пункт 2 настоящих Правил применяется согласно статье 5 Закона Республики Казахстан «Об образовании».
"""


@cache
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMAS / "akomantoso30.xsd"))


def make(act: Act) -> etree._Element:
    root = etree.fromstring(write_akoma_ntoso(act))
    schema().assertValid(root)
    return root


def letters(text: str) -> str:
    """Everything but blanks and the bars between cells."""
    clean = BAD.sub(lambda bad: " " if bad.group().isspace() else "\ufffd", text)
    return re.sub(r"[\s|]", "", clean)


def letters_of(root: etree._Element) -> str:
    for meta in list(root.iter(f"{{{NAMESPACE}}}meta")):
        for child in list(meta):
            meta.remove(child)
    return letters("".join(root.itertext()))


@pytest.mark.parametrize("text", [RULES_KK, RULES_RU], ids=["kk", "ru"])
def test_an_act_is_valid_and_keeps_every_word(text: str) -> None:
    assert letters_of(make(build_act(text, "order12.txt"))) == letters(text)


def test_clauses_have_addresses_of_the_standard_and_of_the_findings() -> None:
    root = make(build_act(RULES_KK, "order12.kk.txt"))
    (point,) = root.xpath("//a:paragraph[@wId='act_1__chp_1__pt_2']", namespaces=NS)
    assert point.get("eId") == "act_1__chp_1__para_2"
    assert point.findtext("a:num", namespaces=NS) == "2."
    assert [each.get("eId") for each in point.findall("a:point", NS)] == [
        "act_1__chp_1__para_2__point_1",
        "act_1__chp_1__para_2__point_2",
    ]
    assert root.xpath("string(//a:chapter/a:heading)", namespaces=NS) == "Жалпы ережелер"


def test_the_work_is_addressed_by_date_and_number() -> None:
    root = make(build_act(RULES_RU, "rules.ru.txt"))
    uris = root.xpath("//a:act/a:meta/a:identification/*/a:FRBRuri/@value", namespaces=NS)
    assert uris == ["/akn/kz/act/2011-05-03/12", "/akn/kz/act/2011-05-03/12/rus@", "/akn/kz/act/2011-05-03/12/rus@.akn"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (RULES_KK, ["#act_1__chp_1__para_1", "#act_1__chp_1__para_2", "/akn/kz/act/2007-07-27/319-iii#art_5"]),
        (RULES_RU, ["#act_1__chp_1__para_2", "/akn/kz/act/2007-07-27/319-iii#art_5"]),
    ],
    ids=["kk", "ru"],
)
def test_references_lead_to_clauses_and_to_other_acts(text: str, expected: list[str]) -> None:
    root = make(build_act(text, "order12.txt"))
    assert root.xpath("//a:ref/@href", namespaces=NS) == expected
    ids = set(root.xpath("//@eId"))
    assert {href[1:] for href in expected if href.startswith("#")} <= ids


def test_approved_texts_and_annexes_are_attachments_and_rows_a_table() -> None:
    root = make(build_act(RULES_KK, "order12.kk.txt"))
    assert root.xpath("//a:attachment/a:doc/@name", namespaces=NS) == ["approved", "annex"]
    rows = root.xpath("//a:table/a:tr", namespaces=NS)
    assert [[cell.xpath("string()").strip() for cell in row] for row in rows] == [
        ["№", "Атауы", "Саны"],
        ["1", "Кесе", "3"],
    ]


def test_an_amending_act_lists_what_it_modifies() -> None:
    text = (
        "БҰЙЫРАМЫН:\n\n1. «Сыйлық туралы» Сауда министрінің 2011 жылғы 3 мамырдағы № 12 бұйрығына мынадай өзгеріс "
        "енгізілсін:\n\n3-тармақ мынадай редакцияда жазылсын:\n\n«3. Сыйлықты әкім береді.».\n"
    )
    root = make(build_act(text, "order9.kk.txt"))
    (change,) = root.xpath("//a:activeModifications/a:textualMod", namespaces=NS)
    assert change.get("type") == "substitution"
    assert change.find("a:destination", NS).get("href") == "/akn/kz/act/2011-05-03/12#para_3"
    assert change.find("a:source", NS).get("href")[1:] in root.xpath("//@eId")


def test_an_edition_carries_its_life_cycle() -> None:
    base = build_act("БҰЙЫРАМЫН:\n\n1. Бірінші.\n\n2. Екінші.\n\n3. Үшінші.\n", "order12_ed_2011-05-03.kk.txt")
    text = "БҰЙЫРАМЫН:\n\n1. № 12 бұйрыққа мынадай өзгеріс енгізілсін:\n\n3-тармақ алып тасталсын.\n"
    amending = build_act(text, "order12_amend_2015-02-01_No9.kk.txt")
    edition = consolidate(base, [amending])
    root = etree.fromstring(write_akoma_ntoso(edition.act, edition))
    schema().assertValid(root)
    events = root.xpath("//a:lifecycle/a:eventRef", namespaces=NS)
    assert [(event.get("type"), event.get("date")) for event in events][1:] == [("amendment", "2015-02-01")]
    (change,) = root.xpath("//a:passiveModifications/a:textualMod", namespaces=NS)
    assert change.find("a:destination", NS).get("href") == "#para_3"
    assert root.xpath("//a:passiveRef/@href", namespaces=NS) == ["/akn/kz/act/2015-02-01/9"]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=300))
def test_any_text_at_all_is_valid_and_kept(text: str) -> None:
    assert letters_of(make(build_act(text, "any.txt"))) == letters(text)


def test_what_xml_cannot_hold_is_replaced() -> None:
    root = make(build_act("1. Ереже\x00нің \ufffeмәтіні.\x0b\n\n2. Екінші.\n", "bad\x07name.txt"))
    assert "Ереже\ufffdнің \ufffdмәтіні." in "".join(root.itertext())


def test_real_acts_of_both_languages_are_valid_and_keep_every_word(shared: Path) -> None:
    files = [*(shared / "data" / "pairs").glob("*/*.txt"), *(shared / "data" / "internal").glob("*/*.txt")]
    files += sorted((shared / "data" / "seed_acts").glob("order*"))[:6]
    acts = [read_act(item) for item in discover(files) if not isinstance(item, Exception)]
    assert {act.language for act in acts} == {"kk", "ru"}
    for act in acts:
        assert letters_of(make(act)) == letters(act.text), act.path
