"""Each act of a run once, with its texts, its status and those that are only named."""

from __future__ import annotations

import citing_acts
import pytest

from sarapshy.acts.model import Status
from sarapshy.references.facts import Relation
from sarapshy.references.registry import Entry, Registry


def find(registry: Registry, number: str) -> Entry:
    (found,) = (entry for entry in registry.entries if entry.name.number == number)
    return found


def test_the_two_languages_of_an_act_are_one_entry_and_a_pair() -> None:
    registry = citing_acts.register(citing_acts.RULES_KK, citing_acts.RULES_RU)
    assert [text.language for text in find(registry, "88").texts] == ["ru", "kk"]
    assert [(kk.path, ru.path) for kk, ru in registry.pairs()] == [("0.txt", "1.txt")]


def test_an_act_that_is_cited_and_not_in_the_run_is_an_entry_without_texts() -> None:
    registry = citing_acts.register(citing_acts.CITING_KK)
    rules = find(registry, "88")
    assert not rules.is_here
    assert (rules.status, rules.id) == (Status.UNKNOWN, "/akn/kz/act/2016-04-04/88")


def test_a_citation_by_date_and_number_leads_to_the_act_of_the_run() -> None:
    registry = citing_acts.register(citing_acts.CITING_KK, citing_acts.RULES_KK)
    assert find(registry, "88").texts[0].path == "1.txt"
    assert {edge.source for edge in registry.incoming[find(registry, "88").position]} == {registry.of_path["0.txt"]}


@pytest.mark.parametrize("repealing", [citing_acts.REPEALING_KK, citing_acts.REPEALING_RU])
def test_an_act_is_repealed_where_a_later_one_says_so(repealing: str) -> None:
    registry = citing_acts.register(citing_acts.RULES_KK, citing_acts.CITING_KK, repealing)
    rules = find(registry, "88")
    assert rules.status is Status.REPEALED
    assert registry.edges[rules.repealed_by or 0].text.path == "2.txt"
    assert find(registry, "30").status is Status.IN_FORCE


def test_an_earlier_act_repeals_nothing_that_came_after_it() -> None:
    early = citing_acts.REPEALING_KK.replace("2021", "2011")
    assert find(citing_acts.register(citing_acts.RULES_KK, early), "88").status is Status.IN_FORCE


def test_orders_of_one_number_and_date_by_two_ministers_are_two() -> None:
    other = citing_acts.RULES_KK.replace("Мәдениет министрінің", "Денсаулық сақтау министрінің").replace(
        "Кітапхана қорын", "Дәріхана қорын"
    )
    registry = citing_acts.register(citing_acts.RULES_KK, other, citing_acts.CITING_KK)
    cited = {edge.target for edge in registry.outgoing[registry.of_path["2.txt"]]}
    assert registry.of_path["0.txt"] in cited
    assert registry.of_path["1.txt"] not in cited


def test_a_wrong_date_beside_the_true_number_and_title_leads_to_the_act_and_is_told() -> None:
    wrong = citing_acts.CITING_KK.replace("2016 жылғы 4 сәуірдегі", "2016 жылғы 14 сәуірдегі")
    registry = citing_acts.register(citing_acts.RULES_KK, wrong)
    (edge,) = (edge for edge in registry.incoming[registry.of_path["0.txt"]] if edge.text.path == "1.txt")
    assert edge.misdated
    assert edge.name.date == "2016-04-14"


def test_a_code_cited_by_name_is_the_code_of_the_run() -> None:
    code = "ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ ЕҢБЕК КОДЕКСІ\n\n28-бап. Шарт\n\n1. Шарт жазбаша жасалады."
    registry = citing_acts.register(code, citing_acts.CITING_KK)
    (edge,) = registry.incoming[registry.of_path["0.txt"]]
    assert (edge.relation, edge.mention.address) == (Relation.CITES, "art 28")


@pytest.mark.parametrize(
    "text",
    [
        "Мұражай туралы\n\n1. «Көне мұра» мемлекеттік мекемесі өз қызметін Конституцияға және Қазақстан Республикасының "
        "заңдарына сәйкес жүзеге асырады.",
        "Серіктестік туралы\n\n1. Сот «Көне мұра» ААҚ-ын банкрот деп тану туралы шешім қабылдайды.",
        "О музее\n\n1. Государственное учреждение «Древнее наследие» работает по Конституции и законам Республики Казахстан.",
    ],
)
def test_the_name_of_an_organisation_is_no_title_of_an_act(text: str) -> None:
    names = citing_acts.read(text).names
    assert not [name for name in names if name.title and name.key is None]


def test_the_order_of_an_organisation_keeps_its_own_title() -> None:
    (name,) = citing_acts.read(
        "1. «Қор туралы» «Көне мұра» мемлекеттік мекемесінің 2017 жылғы 26 мамырдағы № 9 бұйрығының күші жойылды деп танылсын."
    ).names
    assert (name.number, name.date, name.title) == ("9", "2017-05-26", "Қор туралы")


def test_titled_rules_are_those_of_the_order_that_approves_them() -> None:
    names = citing_acts.read(
        "1. Көмек Қазақстан Республикасы Спорт министрінің 2014 жылғы 6 қарашадағы № 72 бұйрығымен бекітілген «Ауылға келген "
        "жас мамандарға көмек көрсету» қағидаларының 4-тармағына сәйкес беріледі."
    ).names
    assert [(name.number, name.date) for name in names] == [("72", "2014-11-06")]


def test_one_registration_in_two_registers_is_two_acts() -> None:
    first = citing_acts.CITING_KK.replace("№ 88 бұйрығымен", "№ 88 бұйрығымен (тізілімде № 14436 болып тіркелген)")
    other = "1. Көмек Туризм министрінің № 14 бұйрығына (тізілімде № 14436 болып тіркелген) сәйкес беріледі."
    registry = citing_acts.register(first, other)
    assert find(registry, "88").position not in {edge.target for edge in registry.edges if edge.text.path == "1.txt"}


def test_an_absent_act_is_called_what_most_call_it() -> None:
    wrong = citing_acts.CITING_KK.replace("Кітапхана қорын толықтыру қағидаларын бекіту туралы", "Ыдыс жуу туралы")
    right = [citing_acts.CITING_KK.replace("№ 30", f"№ {number}") for number in (31, 32)]
    registry = citing_acts.register(wrong, *right)
    assert (find(registry, "88").name.title or "").startswith("Кітапхана")
