"""One act tells what others it names, what it does to them, and on what it rests."""

from __future__ import annotations

import citing_acts
import msgspec
import pytest

from sarapshy.references.facts import Facts, Relation


def told(facts: Facts) -> set[tuple[str, str | None, str]]:
    names = [facts.names[mention.name] for mention in facts.mentions]
    return {
        (mention.relation.value, name.key or name.number, mention.address)
        for mention, name in zip(facts.mentions, names, strict=True)
    }


@pytest.mark.parametrize("text", [citing_acts.RULES_KK, citing_acts.RULES_RU])
def test_the_law_of_the_preamble_is_what_the_act_is_based_on(text: str) -> None:
    assert told(citing_acts.read(text)) == {("based_on", "law_on_education", "art 5 sp 11")}


def test_the_base_of_an_amending_act_is_amended_and_not_cited() -> None:
    assert ("amends", "88", "") in told(citing_acts.read(citing_acts.AMENDING_KK))


@pytest.mark.parametrize(
    ("text", "repealed"), [(citing_acts.REPEALING_KK, {"88", "70"}), (citing_acts.REPEALING_RU, {"88"})]
)
def test_the_acts_of_a_list_lose_their_force_and_the_law_of_the_preamble_does_not(
    text: str, repealed: set[str]
) -> None:
    found = told(citing_acts.read(text))
    assert {number for relation, number, _ in found if relation == "repeals"} == repealed
    assert ("based_on", "law_on_legal_acts", "art 27") in found


def test_a_law_named_in_a_sentence_that_repeals_a_decision_stays_in_force() -> None:
    facts = citing_acts.read(
        "Маслихат 2020 жылғы 5 мамырдағы № 7 шешімі\n\n1. «Білім туралы» Қазақстан Республикасының Заңына сәйкес "
        "мәслихаттың 2015 жылғы 6 мамырдағы № 12 шешімінің күші жойылды деп танылсын."
    )
    assert {number for relation, number, _ in told(facts) if relation == "repeals"} == {"12"}


def test_a_citation_keeps_its_words_its_clause_and_the_body_it_names() -> None:
    facts = citing_acts.read(citing_acts.CITING_KK)
    mention = next(mention for mention in facts.mentions if facts.names[mention.name].number == "88")
    assert mention.relation is Relation.CITES
    assert mention.place.number == "1"
    assert mention.place.quote in citing_acts.CITING_KK
    assert facts.names[mention.name].body == "қазақстан республикасы мәдениет министрінің"


def test_the_registration_stands_in_the_bracket_after_the_citation() -> None:
    facts = citing_acts.read(
        "1. Тәртіп Мәдениет министрінің 2016 жылғы 4 сәуірдегі № 88 бұйрығымен (Нормативтік құқықтық актілерді "
        "мемлекеттік тіркеу тізілімінде № 13901 болып тіркелген) белгіленеді."
    )
    assert [name.registration for name in facts.names] == ["13901"]


def test_a_code_is_known_by_its_title_and_a_budget_that_names_it_is_not_the_code() -> None:
    code = "ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ ЕҢБЕК КОДЕКСІ\n\n1-бап. Ұғымдар\n\n1. Қызметкер – еңбек шартымен жұмыс істейтін адам."
    assert citing_acts.read(code).own == "labour_code"
    assert citing_acts.read(citing_acts.CITING_KK).own is None


def test_clauses_are_told_as_another_act_would_cite_them() -> None:
    code = "ЕҢБЕК КОДЕКСІ\n\n5-бап. Шарт\n\n1. Шарт жазбаша жасалады.\n\n2. Шарт екі дана болады."
    assert citing_acts.read(code).clauses == ("art 5", "art 5 pt 1", "art 5 pt 2")


@pytest.mark.parametrize("text", [citing_acts.CITING_KK, citing_acts.REPEALING_RU])
def test_facts_travel_as_json_and_come_back_the_same(text: str) -> None:
    facts = citing_acts.read(text)
    assert msgspec.json.decode(msgspec.json.encode(facts), type=Facts) == facts


def test_a_list_that_repeals_a_part_of_an_act_leaves_the_act_in_force() -> None:
    facts = citing_acts.read(
        "Мәдениет министрінің 2020 жылғы 5 мамырдағы № 7 бұйрығы\n\n1. Мыналардың күші жойылды деп танылсын:\n\n"
        "1) Мәдениет министрінің 2015 жылғы 6 мамырдағы № 12 бұйрығымен бекітілген өзгерістердің 3-тармағы;\n\n"
        "2) Мәдениет министрінің 2016 жылғы 7 мамырдағы № 13 бұйрығы."
    )
    assert {number for relation, number, _ in told(facts) if relation == "repeals"} == {"13"}
