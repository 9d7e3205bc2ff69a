"""The other language beside an act: each finding leads to the point that answers to its own."""

from __future__ import annotations

from lxml import html

from sarapshy.acts.model import Act
from sarapshy.acts.reading import build_act
from sarapshy.detect.rules import read_rules
from sarapshy.detect.run import detect
from sarapshy.report.act_page import Page, render_act
from sarapshy.report.twins import lay_beside

TEXTS = {
    "kk": """Стипендия тағайындау қағидалары
1. Осы Қағидалар стипендия тағайындау тәртібін айқындайды.
2. Комиссия 5 мүшеден тұрады.
3. Комиссия өтінішті 10 жұмыс күні ішінде өз қалауы бойынша қарайды.
4. Стипендия 12 ай бойы төленеді.
""",
    "ru": """Правила назначения стипендии
1. Настоящие Правила определяют порядок назначения стипендии.
2. Комиссия состоит из 5 членов.
3. Комиссия рассматривает заявление в течение 10 рабочих дней по своему усмотрению.
4. Стипендия выплачивается 12 месяцев.
""",
}


def act(language: str, text: str | None = None) -> Act:
    return build_act(text or TEXTS[language], f"ереже.{language}.txt")


def test_points_lead_to_their_partners_in_both_directions() -> None:
    for own, other in (("kk", "ru"), ("ru", "kk")):
        twin = lay_beside(act(own), act(other))
        assert twin and twin.language == other and len(twin.anchors) == 4
        for position, anchor in twin.anchors.items():
            (block,) = html.fromstring(f"<div>{twin.html}</div>").xpath(f"//*[@id='{anchor}']")
            assert block.text_content().startswith(f"{act(own).clauses[position].number}.")


def test_a_card_leads_into_the_other_text_whose_anchors_are_its_own() -> None:
    own = act("kk")
    findings = [each for each in detect(own, read_rules(), act("ru")) if each.clause and each.clause.number == "3"]
    tree = html.fromstring(render_act(own, findings, "kk", Page(1.0), act("ru")))
    ids = tree.xpath("//@id")
    assert findings and len(ids) == len(set(ids))
    for anchor in tree.xpath("//article/@data-twin"):
        (block,) = tree.xpath(f"//section[@id='twin']//*[@id='{anchor}']")
        assert block.text_content().startswith("3. Комиссия рассматривает")
    assert len(tree.xpath("//article/@data-twin")) == len(findings)


def test_an_act_without_findings_opens_its_other_text_too() -> None:
    page = render_act(act("kk"), [], "kk", Page(1.0), act("ru"))
    assert 'id="twin-toggle"' in page and "function toggleTwin" in page and ".twin {" in page


def test_another_act_or_the_same_language_is_no_twin() -> None:
    strange = "Положение о музее\n7. Директор утверждает смету на 2030 год.\n8. Охрана объекта круглосуточная.\n"
    assert lay_beside(act("kk"), None) is None
    assert lay_beside(act("kk"), act("kk")) is None
    assert lay_beside(act("kk"), act("ru", strange)) is None
